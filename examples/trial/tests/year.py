"""The figures of a wholesaler's year, computed from its three workbooks by a program that shares nothing with the library.

    python3 year.py FOLDER [--until DAY] [--ageing DAY,DAY]

Prints what `crm-trial replay FOLDER --json` prints, and the rows that become nothing. Only Python's own library is used. The rules are those of the
folder's README: moving average by product, rounded half up line by line; tax once a document; receivables by terms.
"""

import argparse
import datetime as dt
import json
import re
import sys
import zipfile
from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from xml.etree.ElementTree import iterparse

CENT = Decimal("0.01")
SPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def rounded(value: Decimal) -> Decimal:
    """To the cent, halves away from zero."""
    return value.quantize(CENT, ROUND_HALF_UP)


def column_of(reference: str) -> int:
    number = 0
    for letter in re.match("[A-Z]+", reference).group():
        number = number * 26 + ord(letter) - 64
    return number - 1


def text_of(element) -> str:
    return "".join(part.text or "" for part in element.iter(SPACE + "t"))


def rows_of(path: Path, sheet: int):
    """The rows of a sheet as their number and their cells by heading; cells are texts."""
    with zipfile.ZipFile(path) as book:
        shared = []
        if "xl/sharedStrings.xml" in book.namelist():
            with book.open("xl/sharedStrings.xml") as part:
                for _, element in iterparse(part):
                    if element.tag == SPACE + "si":
                        shared.append(text_of(element))
                        element.clear()
        headings = None
        with book.open(f"xl/worksheets/sheet{sheet}.xml") as part:
            for _, element in iterparse(part):
                if element.tag != SPACE + "row":
                    continue
                cells = {}
                for cell in element.iter(SPACE + "c"):
                    value = cell.find(SPACE + "v")
                    kind = cell.get("t")
                    if kind == "inlineStr":
                        text = text_of(cell)
                    elif value is None or value.text is None:
                        continue
                    elif kind == "s":
                        text = shared[int(value.text)]
                    elif kind in (None, "n"):
                        number = float(value.text)
                        text = str(int(number)) if number.is_integer() else repr(number)
                    else:
                        text = value.text
                    if text.strip():
                        cells[column_of(cell.get("r"))] = text.strip()
                number = int(element.get("r"))
                element.clear()
                if not cells:
                    continue
                if headings is None:
                    headings = cells
                else:
                    yield number, {heading: cells.get(column, "") for column, heading in headings.items()}


def moment(text: str) -> dt.datetime:
    if re.fullmatch(r"[0-9.]+", text):
        return dt.datetime(1899, 12, 30) + dt.timedelta(seconds=round(float(text) * 86400))
    return dt.datetime.fromisoformat(text)


class Stock:
    """Quantity and value of one product."""

    def __init__(self):
        self.quantity = Decimal(0)
        self.value = Decimal(0)
        self.average = Decimal(0)

    def receive(self, quantity, value):
        self.quantity += quantity
        self.value += value
        if self.quantity:
            self.average = self.value / self.quantity

    def cost_of(self, quantity):
        """What a quantity is worth now."""
        if self.quantity > 0:
            return rounded(self.value * quantity / self.quantity)
        return rounded(self.average * quantity)

    def issue(self, quantity):
        cost = self.value if quantity == self.quantity else self.cost_of(quantity)
        self.quantity -= quantity
        self.value -= cost
        if self.quantity > 0:
            self.average = self.value / self.quantity
        return cost


def is_service(code: str) -> bool:
    return not any(c.isdigit() for c in code)


class Year:
    def __init__(self, folder: Path, until, days):
        self.until, self.days = until, days
        self.rejected = []
        self.stock = defaultdict(Stock)
        self.counts = defaultdict(int)
        self.money = defaultdict(Decimal)
        self.months = defaultdict(lambda: [Decimal(0), Decimal(0)])
        self.by_customer = defaultdict(lambda: [Decimal(0), Decimal(0)])
        self.owed = []  # day, due day, paid on, amount
        self.credits = []  # day, amount
        self.customers, self.products = {}, set()
        opening = folder / "opening.xlsx"
        for _, row in rows_of(opening, 1):
            self.customers[row["Customer No"]] = (row["Country"], int(row["Payment Terms (days)"] or 0))
        for _, row in rows_of(opening, 2):
            self.products.add(row["Stock Code"])
        for number, row in rows_of(opening, 3):
            if is_service(row["Stock Code"]):
                self.rejected.append(("opening", number))
                continue
            quantity, value = Decimal(row["Opening Qty"]), rounded(Decimal(row["Opening Qty"]) * Decimal(row["Unit Cost"]))
            self.stock[row["Stock Code"]].receive(quantity, value)
            self.money["opening_stock"] += value
        self.receipts = self.read_receipts(folder / "receipts.xlsx")
        self.documents = self.read_sales(folder / "sales.xlsx")

    def read_receipts(self, path):
        receipts = {}
        for number, row in rows_of(path, 1):
            code = row["Stock Code"]
            if code not in self.products:
                self.rejected.append(("receipts", number))
                continue
            receipt = receipts.setdefault(row["Receipt No"], (moment(row["Date"]).date(), []))
            if is_service(code):
                self.rejected.append(("receipts", number))
                receipt[1].append(None)
            else:
                receipt[1].append((code, Decimal(row["Qty"]), Decimal(row["Unit Cost"])))
        return sorted(receipts.values(), key=lambda receipt: receipt[0])

    def read_sales(self, path):
        documents = {}
        for number, row in rows_of(path, 1):
            invoice, code, customer = row["InvoiceNo"], row["StockCode"], row["CustomerID"]
            if invoice.startswith("A") or code not in self.products or (customer and customer not in self.customers):
                self.rejected.append(("sales", number))
                continue
            line = (number, code, Decimal(row["Quantity"]), Decimal(row["UnitPrice"]), moment(row["InvoiceDate"]), customer)
            documents.setdefault(invoice, []).append(line)
        return sorted(documents.items(), key=lambda document: document[1][0][4])

    def is_in_time(self, day):
        return self.until is None or day < self.until

    def replay(self):
        receipts = list(self.receipts)
        for invoice, lines in self.documents:
            at = lines[0][4]
            if not self.is_in_time(at.date()):
                break
            while receipts and dt.datetime.combine(receipts[0][0], dt.time()) <= at:
                self.receive(*receipts.pop(0))
            self.post(invoice, lines, at.date())
        for receipt in receipts:
            if self.is_in_time(receipt[0]):
                self.receive(*receipt)

    def receive(self, _day, lines):
        self.counts["receipt_lines"] += len(lines)
        for code, quantity, cost in filter(None, lines):
            value = rounded(quantity * cost)
            self.stock[code].receive(quantity, value)
            self.money["received"] += value

    def post(self, invoice, lines, day):
        customer = next((line[5] for line in lines if line[5]), None)
        sold = [line for line in lines if customer or line[3] != 0]
        counted = [line for line in lines if not customer and line[3] == 0]
        if sold:
            self.sell(invoice, customer or "CASH", sold, day)
        for number, code, quantity, *_ in counted:
            if is_service(code):
                self.rejected.append(("sales", number))
                continue
            stock = self.stock[code]
            self.counts["adjustments"] += 1
            if quantity > 0:
                value = stock.cost_of(quantity)
                stock.receive(quantity, value)
                self.money["adjusted_in"] += value
            else:
                self.money["adjusted_out"] += stock.issue(-quantity)

    def sell(self, invoice, customer, lines, day):
        is_return = invoice.startswith("C")
        self.counts["returns" if is_return else "deliveries"] += 1
        net, cost = Decimal(0), Decimal(0)
        for _, code, quantity, price, *_ in lines:
            self.counts["sale_lines"] += 1
            net += rounded(quantity * price)
            if is_service(code):
                continue
            stock = self.stock[code]
            if is_return:
                back = stock.cost_of(-quantity)
                stock.receive(-quantity, back)
                cost -= back
            else:
                cost += stock.issue(quantity)
        country, terms = self.customers[customer]
        tax = rounded(net * 20 / 100) if country == "United Kingdom" else Decimal(0)
        self.money["revenue"] += net
        self.money["tax"] += tax
        self.money["cogs"] += cost
        for figures in (self.months[f"{day:%Y-%m}"], self.by_customer[customer]):
            figures[0] += net
            figures[1] += net - cost
        if is_return:
            self.credits.append((day, -(net + tax)))
        elif net + tax:
            due = day + dt.timedelta(days=terms)
            paid = day if customer == "CASH" else None if customer.endswith("7") else due
            if paid and not self.is_in_time(paid):
                paid = None
            self.owed.append((day, due, paid, net + tax))

    def ageing(self, as_of):
        names = [("current", None, 0), ("1-30", 1, 30), ("31-60", 31, 60), ("61-90", 61, 90), ("90+", 91, None)]
        buckets = {name: Decimal(0) for name, _, _ in names}
        for day, due, paid, amount in self.owed:
            if day > as_of or (paid and paid <= as_of):
                continue
            late = (as_of - due).days
            name = next(name for name, least, most in names if (least is None or late >= least) and (most is None or late <= most))
            buckets[name] += amount
        total = sum(buckets.values(), Decimal(0))
        credits = sum((amount for day, amount in self.credits if day <= as_of), Decimal(0))
        return buckets | {"total": total, "credits": credits}

    def figures(self):
        best = [(code, sums) for code, sums in self.by_customer.items() if code != "CASH"]
        top = lambda place: [[code, sums[place]] for code, sums in sorted(best, key=lambda one: -one[1][place])[:10]]
        money = {name: self.money[name] for name in ("received", "revenue", "tax", "cogs", "adjusted_in", "adjusted_out")}
        money["profit"] = self.money["revenue"] - self.money["cogs"]
        money["opening_stock"] = self.money["opening_stock"]
        money["closing_stock"] = sum((stock.value for stock in self.stock.values()), Decimal(0))
        money["closing_qty"] = sum((stock.quantity for stock in self.stock.values()), Decimal(0))
        counts = {name: self.counts[name] for name in ("receipt_lines", "deliveries", "sale_lines", "returns", "adjustments")}
        counts |= {"customers": len(self.customers), "products": len(self.products)}
        counts["stocked_products"] = sum(not is_service(code) for code in self.products)
        return {
            "counts": counts,
            "money": money,
            "months": dict(self.months),
            "top_revenue": top(0),
            "top_profit": top(1),
            "ageing": {str(day): self.ageing(day) for day in self.days},
        }


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--until", type=dt.date.fromisoformat)
    arguments.add_argument("--ageing", type=lambda text: [dt.date.fromisoformat(day) for day in text.split(",")], default=[])
    arguments = arguments.parse_args()
    year = Year(arguments.folder, arguments.until, arguments.ageing)
    year.replay()
    rejected = sorted(f"{file}:{row}" for file, row in year.rejected)
    json.dump(year.figures() | {"rejected": rejected}, sys.stdout, indent=1, default=str)


main()
