"""The numeric cases of `tests/vectors`, or of the folder that `CRM_VECTORS` names, from Python: every figure as Python sees it.

Their form is described in `tests/vectors/README.md`. An operation or expectation that is not known is a failure.
"""

from __future__ import annotations

import datetime
import itertools
import json
import os
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from crm import *

VECTORS = Path(os.environ.get("CRM_VECTORS") or Path(__file__).parents[3] / "tests" / "vectors")
CASES = [case for file in sorted(VECTORS.glob("*.json")) for case in json.loads(file.read_text("utf-8"))]
LAST = datetime.date(9999, 12, 31)
Step = dict[str, Any]


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def eur(amount: str | Decimal) -> Money:
    return Money(Decimal(amount), "EUR")


def price(amount: str | Decimal) -> UnitPrice:
    return UnitPrice(Decimal(amount), "EUR")


def shown(money: Money | None) -> Decimal:
    """A cost or value that some may not see; the administrator sees everything."""
    assert money is not None
    return money.amount


class Case:
    """A case in a company of its own: steps happen, figures are compared."""

    def __init__(self, crm: Crm, case: Step) -> None:
        self.case = case
        money_step = case["steps"][0].get("money_step") or case.get("setup", {}).get("money_step")
        ana = Operator(code="ana", name="Ana", roles=["administrator"])
        created = crm.create_company("Acme", "EUR", ana, money_step=Decimal(money_step) if money_step else None)
        self.session = crm.act_as(created.company_id, created.operator_id)
        (company,) = self.session.company.list()
        company.backdating_days = 36_600
        self.session.company.update(company)
        self.customer = self.session.customers.create(Customer(code="C", name="Zocalo & Co")).id
        self.service = self.session.products.create(Product(code="V", name="Assembly", currency="EUR", is_stocked=False)).id
        self.warehouse = self.session.warehouses.create(Warehouse(code="W", name="Main")).id

    def run(self) -> None:
        for step in self.case["steps"]:
            self.take(step)
            for expected in self.case["expect"]:
                if expected["after"] == step["id"]:
                    self.compare(expected)
        for expected in self.case["expect"]:
            if expected["after"] not in {step["id"] for step in self.case["steps"]}:
                self.compare(expected)
        self.session.verify()

    def take(self, step: Step) -> None:
        getattr(self, f"do_{step['op']}")(step)

    def compare(self, expected: Step) -> None:
        """A unit cost or a margin agrees when it rounds to the printed digits; every other figure must be equal."""
        found = self.figure(expected["what"], str(expected.get("of", expected["after"])), expected["after"])
        wanted = None if expected["value"] in (None, "null") else expected["value"]
        if isinstance(found, Decimal) and wanted is not None:
            wanted = Decimal(wanted)
            if expected["what"] in ("unit_cost", "margin"):
                found = found.quantize(wanted, ROUND_HALF_UP)
        assert found == wanted, f"{expected}: found {found}"

    def figure(self, what: str, of: str, after: str) -> Decimal | str | None:
        raise NotImplementedError

    def deliver(self, line: LineItem, on: datetime.date, warehouse: UUID | None = None, **more: Any) -> tuple[SalesPosted, UUID]:
        """Posts a delivery of one line, and gives the line's id."""
        where = warehouse or self.warehouse
        posted = self.session.sales.deliver(NewDelivery(customer_id=self.customer, warehouse_id=where, day=on, lines=[line], **more))
        return posted, self.lines(posted.document_id)[0].id

    def lines(self, document: UUID) -> list[SalesLineRecord]:
        return list(self.session.sales_lines.list(SalesLineRecord.c.document_id == document, sort=["line"]))


class Profit(Case):
    """Sales and returns: each sale has goods of its own, received at the cost that the case names, so that nothing averages."""

    def __init__(self, crm: Crm, case: Step) -> None:
        super().__init__(crm, case)
        self.sold: list[dict[str, Any]] = []

    def do_sale(self, step: Step) -> None:
        on, quantity, cost = day(step["date"]), Decimal(step["qty"]), Decimal(step["unit_cost"])
        product = self.service
        if not (step["unit_price"].startswith("-") and cost == 0):
            code = f"G{len(self.sold)}"
            product = self.session.products.create(Product(code=code, name=code, currency="EUR")).id
            line = ReceiptLine(product_id=product, quantity=quantity, unit_cost=price(cost), is_free=cost == 0)
            self.session.stock.receive(NewReceipt(warehouse_id=self.warehouse, day=on, lines=[line]))
        posted, id = self.deliver(LineItem(product_id=product, quantity=quantity, unit_price=price(step["unit_price"])), on)
        self.sold.append({"as": (step["unit_price"], step["unit_cost"]), "left": quantity, "document": posted.document_id, "line": id})

    def do_return(self, step: Step) -> None:
        quantity, wanted = Decimal(step["qty"]), (Decimal(step["unit_price"]), Decimal(step["unit_cost"]))
        sold = next(s for s in self.sold if tuple(map(Decimal, s["as"])) == wanted and s["left"] >= quantity)
        sold["left"] -= quantity
        back = NewReturn(
            customer_id=self.customer,
            warehouse_id=self.warehouse,
            day=day(step["date"]),
            delivery_id=sold["document"],
            lines=[ReturnLineLinked(line_id=sold["line"], quantity=quantity)],
        )
        self.session.sales.return_goods(back)

    def figure(self, what: str, of: str, after: str) -> Decimal | str | None:
        when = Filter()
        if ".." in after:
            when = SalesLineRecord.c.day.between(*map(day, after.split("..")))
        rows = self.session.sales.profit(ProfitBy.PRODUCT, filter=when)
        net, cost, profit = (sum((part(row).amount for row in rows), Decimal(0)) for part in (_net, _cost, _profit))
        if what == "qty":
            (sums,) = self.session.sales_lines.report(sum=["quantity"], filter=when)
            quantity = sums["quantity"]
            return Decimal(quantity)
        return {"revenue": net, "cost": cost, "profit": profit, "margin": profit / net if net > 0 else None}[what]


def _net(row: ProfitRow) -> Money:
    return row.net


def _cost(row: ProfitRow) -> Money:
    return row.cost


def _profit(row: ProfitRow) -> Money:
    return row.profit


class Tax(Case):
    """Invoices and credit notes: line nets, tax by category and rate, totals and what is to be paid."""

    DAY = datetime.date(2026, 1, 10)

    def tax_code(self, of: Step) -> str:
        code = f"{of['tax_category']}:{Decimal(of['tax_rate']).normalize():f}"
        if not self.session.tax_rates.count(TaxRate.c.code == code):
            rate = Decimal(of["tax_rate"])
            # Other systems leave the category standing where nothing is taxed; here a standard rate is one.
            category = TaxCategory("Z" if of["tax_category"] == "S" and rate == 0 else of["tax_category"])
            self.session.tax_rates.create(TaxRate(code=code, name="VAT", category=category, rate=rate, valid_from=day("2020-01-01")))
        return code

    def line(self, line: Step) -> LineItem:
        unit_price, per = Decimal(line["unit_price"]), Decimal(line.get("price_base_qty", 1))
        # A price finer than six decimals is that of ten, a hundred, a thousand.
        while -int(unit_price.normalize().as_tuple().exponent) > 6:
            unit_price, per = unit_price * 10, per * 10
        given: dict[str, Any] = {key: eur(line[name]) for key, name in _AMOUNTS_OF_LINES.items() if name in line}
        percent = Decimal(line["discount_pct"]) if "discount_pct" in line else None
        return LineItem(
            product_id=self.service,
            quantity=Decimal(line["qty"]),
            unit_price=price(unit_price),
            price_quantity=per,
            includes_tax=line.get("price_includes_tax"),
            discount_percent=percent,
            tax_code=self.tax_code(line),
            **given,
        )

    def allowance_charges(self, step: Step) -> list[AllowanceCharge]:
        signs = (("doc_allowances", -1), ("doc_charges", 1))
        items = [(name, sign, item) for name, sign in signs for item in step.get(name, [])]
        return [
            AllowanceCharge(reason=name, size=AllowanceChargeSizeAmount(eur(sign * Decimal(item["amount"]))), tax_code=self.tax_code(item))
            for name, sign, item in items
        ]

    def do_invoice(self, step: Step) -> None:
        rounding: PayableRounding = PayableRoundingBy(eur(step["payable_rounding"])) if "payable_rounding" in step else PayableRoundingNone()
        delivery = NewDelivery(
            customer_id=self.customer,
            warehouse_id=self.warehouse,
            day=self.DAY,
            lines=[self.line(line) for line in step["lines"]],
            allowance_charges=self.allowance_charges(step),
            payable_rounding=rounding,
        )
        self.settle(step, self.session.sales.deliver(delivery))

    def do_credit_note(self, step: Step) -> None:
        lines = [self.line(line) for line in step["lines"]]
        free: list[CreditLine] = [CreditLineFree(**{name: getattr(line, name) for name in line.__struct_fields__}) for line in lines]
        note = NewCreditNote(customer_id=self.customer, day=self.DAY, reason="correction", lines=free, allowance_charges=self.allowance_charges(step))
        self.settle(step, self.session.sales.credit(note))

    def settle(self, step: Step, posted: SalesPosted) -> None:
        """Sets what was paid before against the receivable; what is left is to be paid, or is the customer's if more was paid."""
        self.document, self.open = self.session.sales_documents.get(posted.document_id), Decimal(0)
        if posted.open_item_id is None:
            return
        items = [posted.open_item_id]
        prepaid = Decimal(step.get("prepaid", 0))
        if prepaid:
            paid = self.session.receivables.record_payment(NewPayment(customer_id=self.customer, day=day("2026-01-05"), amount=eur(prepaid)))
            self.session.receivables.allocate(
                NewAllocation(
                    customer_id=self.customer,
                    credit_id=paid.open_item_id,
                    receivable_id=posted.open_item_id,
                    amount=eur(min(prepaid, posted.payable.amount)),
                    day=self.DAY,
                )
            )
            items.append(paid.open_item_id)
        self.open = sum((self.session.open_items.get(item).open.amount for item in items), Decimal(0))

    def figure(self, what: str, of: str, after: str) -> Decimal | str | None:
        document = self.document
        if what.startswith("tax_"):
            category, rate = of.split(":")
            groups = [group for group in document.taxes if group.category.value == category and group.rate == Decimal(rate)]
            found = (groups[0].base if what == "tax_base" else groups[0].tax).amount if groups else None
        elif what == "line_net":
            found = next(line.net.amount for line in self.lines(document.id) if line.line == int(of))
        elif what == "payable":
            found = self.open
        else:
            whole = {"lines_net": document.lines_net, "net": document.net, "tax": document.tax, "total": document.gross}
            found = whole[what].amount
        # Amounts of a credit note are negative here, and positive on the document that others print.
        return -found if found is not None and document.kind is not SalesKind.DELIVERY else found


_AMOUNTS_OF_LINES = {"discount": "line_allowance", "charge": "line_charge", "given_net": "line_net_given"}


class Receivables(Case):
    """Invoices, payments, credit notes, and what is open of them on a day. An invoice is a delivery of a service without tax."""

    def __init__(self, crm: Crm, case: Step) -> None:
        super().__init__(crm, case)
        self.as_of = day(case["setup"]["as_of"])
        self.documents: dict[str, UUID] = {}
        self.credits: dict[str, UUID] = {}
        self.payments: dict[str, UUID] = {}
        self.refused: dict[str, CrmError] = {}

    def take(self, step: Step) -> None:
        try:
            super().take(step)
        except CrmError as error:
            assert any(e["what"] == "error" and e["after"] == step["id"] for e in self.case["expect"]), error
            self.refused[step["id"]] = error

    def on(self, step: Step) -> datetime.date:
        return day(step["date"]) if "date" in step else self.as_of

    def allocations(self, step: Step) -> Allocate:
        wanted = [(self.documents[a["to"]], eur(a["amount"])) for a in step.get("allocations", [])]
        return AllocateDocuments(wanted) if wanted else AllocateNothing()

    def instalments(self, step: Step) -> list[Instalment]:
        return [Instalment(due_day=day(part["due"]), amount=eur(part["amount"])) for part in step.get("instalments", [])]

    def do_invoice(self, step: Step) -> None:
        line = LineItem(product_id=self.service, quantity=Decimal(1), unit_price=price(step["amount"]))
        due = day(step["due"]) if "due" in step else None
        posted, _ = self.deliver(line, self.on(step), due_day=due, instalments=self.instalments(step))
        self.documents[step["id"]] = posted.document_id

    def do_credit_note(self, step: Step) -> None:
        back = NewReturn(
            customer_id=self.customer,
            warehouse_id=self.warehouse,
            day=self.on(step),
            allocate=self.allocations(step),
            lines=[ReturnLineUnlinked(product_id=self.service, quantity=Decimal(1), unit_price=price(step["amount"]))],
        )
        item = self.session.sales.return_goods(back).open_item_id
        if item is not None:
            self.credits[step["id"]] = item

    def do_pay(self, step: Step) -> None:
        payment = NewPayment(customer_id=self.customer, day=self.on(step), amount=eur(step["amount"]), allocate=self.allocations(step))
        paid = self.session.receivables.record_payment(payment)
        self.payments[step["id"]], self.credits[step["id"]] = paid.payment_id, paid.open_item_id

    def do_allocate(self, step: Step) -> None:
        wanted = AllocateDocuments([(self.documents[step["to"]], eur(step["amount"]))])
        credit = self.credits[step["from"]]
        allocation = NewCreditAllocation(customer_id=self.customer, credit_id=credit, allocate=wanted, day=self.on(step))
        self.session.receivables.allocate_credit(allocation)

    def do_write_off(self, step: Step) -> None:
        to = step["to"]
        item = self.items(self.documents[to], LAST)[0].item.id if to in self.documents else self.credits[to]
        self.session.receivables.write_off(NewWriteOff(customer_id=self.customer, item_id=item, amount=eur(step["amount"]), day=self.on(step)))

    def do_refund(self, step: Step) -> None:
        credit = self.credits[step["ref"]]
        self.session.receivables.refund(NewRefund(customer_id=self.customer, credit_id=credit, amount=eur(step["amount"]), day=self.on(step)))

    def do_cancel(self, step: Step) -> None:
        self.session.receivables.cancel_payment(PaymentCancellation(payment_id=self.payments[step["ref"]], day=self.on(step)))

    def do_reschedule(self, step: Step) -> None:
        document, parts = self.documents[step["ref"]], self.instalments(step)
        self.session.receivables.reschedule(
            Rescheduling(customer_id=self.customer, document_id=document, instalments=parts, day=self.on(step))
        )

    def query(self, on: datetime.date) -> AgeingQuery:
        query = AgeingQuery(as_of=on, currency="EUR", of=AccountOfCustomer(self.customer))
        ageing = self.case["setup"].get("ageing")
        if ageing and not ageing.get("system"):
            query.buckets = [int(end) for end in ageing.get("limits", []) if int(end) > 0]
        return query

    def items(self, document: UUID, on: datetime.date) -> list[AgedItem]:
        """What is open of a document on a day, in due order."""
        aged = self.session.receivables.aged_items(self.query(on))
        return [item for item in aged if item.item.sales_document_id == document and item.open.amount > 0]

    def figure(self, what: str, of: str, after: str) -> Decimal | str | None:
        if what == "error":
            return {Code.ALLOCATION_EXCEEDED: "over_allocation"}.get(self.refused[after].code, self.refused[after].code)
        on = self.as_of if after == "end" or after in {step["id"] for step in self.case["steps"]} else day(after)
        if what.endswith("_including_future"):
            what, on = what.removesuffix("_including_future"), LAST
        receivables = self.session.receivables
        if what in ("outstanding", "instalment_outstanding"):
            document, _, number = of.partition("/")
            items = self.items(self.documents[document], on)
            return sum((item.open.amount for item in items if number in ("", str(item.item.instalment))), Decimal(0))
        if what == "open_instalments":
            return Decimal(len(self.items(self.documents[of], on)))
        if what == "open_credit":
            aged = receivables.aged_items(self.query(on))
            return -sum((item.open.amount for item in aged if item.item.id == self.credits[of]), Decimal(0))
        if what == "customer_balance":
            return receivables.balance(self.customer, on, "EUR").amount
        if what == "status":
            settled = receivables.document_status(self.documents[of], on)
            return settled.status.value if settled else None
        if what == "ageing":
            ageing = receivables.ageing(self.query(on))
            return ageing.buckets[ageing.names.index(of)].amount if of in ageing.names else None
        if what == "total_due":
            return sum((bucket.amount for bucket in receivables.ageing(self.query(on)).buckets[1:]), Decimal(0))
        assert what == "reminder_level", what
        reminders = receivables.reminders(self.query(on), [5, 20, 40])
        return Decimal(max((r.level for r in reminders if r.item.item.sales_document_id == self.documents[of]), default=0))


class Costing(Case):
    """Receipts, deliveries and corrections of one product, and what it is worth after them."""

    def __init__(self, crm: Crm, case: Step) -> None:
        super().__init__(crm, case)
        setup = case.get("setup", {})
        tracking = Tracking.LOT if any("lot" in step for step in case["steps"]) else Tracking.NONE
        product = Product(code="P", name="Vector", currency="EUR", costing=setup.get("method", "moving_average"), tracking=tracking)
        self.product = self.session.products.create(product).id
        self.allows_negative = setup.get("allow_negative", False)
        self.places: dict[str, UUID] = {}
        self.day = day("2020-01-01")
        self.stocked: dict[str, UUID] = {}
        self.sales: dict[str, tuple[UUID, UUID]] = {}
        self.changes: dict[str, Decimal] = {}
        self.refused: dict[str, CrmError] = {}
        if "initial_unit_cost" in setup:
            cost = price(setup["initial_unit_cost"])
            self.session.stock.set_unit_cost(SetUnitCost(product_id=self.product, day=day("2015-01-01"), unit_cost=cost))

    def place(self, name: str) -> UUID:
        if name not in self.places:
            warehouse = Warehouse(code=f"L{name}", name=f"Location {name}", allows_negative=self.allows_negative)
            self.places[name] = self.session.warehouses.create(warehouse).id
        return self.places[name]

    def take(self, step: Step) -> None:
        if "date" in step:
            self.day = day(step["date"])
        before = self.pool()[1]
        try:
            super().take(step)
        except CrmError as error:
            expected = [e for e in self.case["expect"] if step["id"] in (e["after"], e.get("of")) and e["what"] in ("error", "accepted")]
            assert expected, f"{step}: {error}"
            self.refused[step["id"]] = error
        self.changes[step["id"]] = self.pool()[1] - before

    def here(self, step: Step) -> UUID:
        return self.place(step.get("location", ""))

    def do_receive(self, step: Step) -> None:
        cost = price(step["unit_cost"])
        landed = eur(step["landed"]) if "landed" in step else None
        quantity, free = Decimal(step["qty"]), cost.amount == 0
        line = ReceiptLine(product_id=self.product, quantity=quantity, unit_cost=cost, is_free=free, landed=landed, lot=step.get("lot"))
        receipt = NewReceipt(warehouse_id=self.here(step), day=self.day, lines=[line])
        self.stocked[step["id"]] = self.session.stock.receive(receipt).document_id

    def do_deliver(self, step: Step) -> None:
        cost: LineCost = LineCostDirect(unit_cost=price(step["unit_cost"])) if step["op"] == "dropship" else LineCostByMethod()
        unit_price, quantity = price(step.get("unit_price", "1")), Decimal(step["qty"])
        line = LineItem(product_id=self.product, quantity=quantity, unit_price=unit_price, lot=step.get("lot"), cost=cost)
        posted, id = self.deliver(line, self.day, self.here(step))
        self.sales[step["id"]] = (posted.document_id, id)

    do_dropship = do_deliver

    def do_adjust(self, step: Step) -> None:
        line = CountLine(product_id=self.product, difference=Decimal(step["qty"]), lot=step.get("lot"))
        count = NewCount(warehouse_id=self.here(step), day=self.day, lines=[line])
        self.stocked[step["id"]] = self.session.stock.count(count).document_id

    def do_set_unit_cost(self, step: Step) -> None:
        cost = SetUnitCost(product_id=self.product, lot=step.get("lot"), day=self.day, unit_cost=price(step["unit_cost"]))
        self.session.stock.set_unit_cost(cost)

    def do_revalue(self, step: Step) -> None:
        self.session.stock.revalue(Revalue(product_id=self.product, lot=step.get("lot"), day=self.day, amount=eur(step["amount"])))

    def do_carry_in(self, step: Step) -> None:
        amount = eur(Decimal(step["value"]) - self.pool()[1])
        self.session.stock.revalue(Revalue(product_id=self.product, lot=step.get("lot"), day=self.day, amount=amount))

    def do_return_to_supplier(self, step: Step) -> None:
        credit = price(step["credit_unit_price"]) if "credit_unit_price" in step else None
        line = SupplierReturnLine(product_id=self.product, quantity=Decimal(step["qty"]), lot=step.get("lot"), credit=credit)
        receipt = self.stocked[step["ref"]] if "ref" in step else None
        back = NewSupplierReturn(warehouse_id=self.here(step), day=self.day, receipt_id=receipt, lines=[line])
        self.stocked[step["id"]] = self.session.stock.return_to_supplier(back).document_id

    def do_return_from_customer(self, step: Step) -> None:
        """Goods of a delivery come back; all of them where the step says no quantity."""
        document, line = self.sales[step["ref"]]
        quantity = Decimal(step["qty"]) if "qty" in step else self.session.sales_lines.get(line).quantity
        back = NewReturn(
            customer_id=self.customer,
            warehouse_id=self.here(step),
            day=self.day,
            delivery_id=document,
            lines=[ReturnLineLinked(line_id=line, quantity=quantity)],
        )
        posted = self.session.sales.return_goods(back)
        self.sales[step["id"]] = (posted.document_id, self.lines(posted.document_id)[0].id)

    def do_cancel(self, step: Step) -> None:
        if step["ref"] in self.sales:
            self.do_return_from_customer(step)
        else:
            self.session.stock.reverse(Reverse(document_id=self.stocked[step["ref"]], day=self.day))

    def do_landed_cost(self, step: Step) -> None:
        self.session.stock.add_cost(AddCost(receipt_id=self.stocked[step["ref"]], day=self.day, amount=eur(step["amount"])))

    def do_set_receipt_qty(self, step: Step) -> None:
        receipt, quantity = self.stocked[step["ref"]], Decimal(step["qty"])
        self.session.stock.correct_receipt_quantity(CorrectQuantity(receipt_id=receipt, line=1, quantity=quantity, day=self.day))

    def do_change_receipt_cost(self, step: Step) -> None:
        receipt, cost = self.stocked[step["ref"]], price(step["unit_cost"])
        self.session.stock.correct_receipt_price(CorrectPrice(receipt_id=receipt, line=1, unit_cost=cost, day=self.day))

    do_backdated_cost = do_change_receipt_cost

    def do_transfer(self, step: Step) -> None:
        line = TransferLine(product_id=self.product, quantity=Decimal(step["qty"]), lot=step.get("lot"))
        moved = NewTransfer(from_warehouse_id=self.place(step["from"]), to_warehouse_id=self.place(step["to"]), day=self.day, lines=[line])
        self.session.stock.transfer(moved)

    def do_change_method(self, step: Step) -> None:
        self.session.stock.change_method(ChangeMethod(product_id=self.product, method=step["to"], day=self.day))

    def pool(self) -> tuple[Decimal, Decimal, Decimal | None]:
        """Quantity, value and reference cost."""
        for pool in self.session.stock_pools.list(StockPoolRecord.c.product_id == self.product):
            return pool.quantity, shown(pool.value), pool.reference_cost.amount if pool.reference_cost else None
        return Decimal(0), Decimal(0), None

    def total(self, service: Any, field: str) -> Decimal:
        return Decimal(service.report(sum=[field])[0][field])

    def figure(self, what: str, of: str, after: str) -> Decimal | str | None:
        session = self.session
        if what == "error":
            return _ERRORS[self.refused[after].code]
        if what == "accepted":
            return "false" if of in self.refused else "true"
        quantity, value, reference = self.pool()
        if what in ("stock_qty", "stock_value"):
            return quantity if what == "stock_qty" else value
        if what == "unit_cost":
            return value / quantity if quantity > 0 else reference
        if what in ("stock_value_change", "adjustment"):
            return self.changes[of]
        if what in ("cogs", "effective_cogs"):
            line = self.sales[of][1]
            cost = shown(session.sales_lines.get(line).cost)
            later = session.cost_corrections.list(CostCorrectionRecord.c.sales_line_id == line)
            return cost + sum((shown(one.amount) for one in later), Decimal(0)) if what == "effective_cogs" else cost
        if what == "lot_value":
            ours = (StockLotRecord.c.product_id == self.product) & (StockLotRecord.c.lot == of)
            (lot,) = session.stock_lots.list(ours)
            return shown(lot.value)
        if what == "location_qty":
            there = (StockBalanceRecord.c.product_id == self.product) & (StockBalanceRecord.c.warehouse_id == self.places[of])
            return sum((balance.quantity for balance in session.stock_balances.list(there)), Decimal(0))
        sums = {"cogs": (session.sales_lines, "cost"), "corrections": (session.cost_corrections, "amount")}
        sums["variances"] = (session.cost_variances, "amount")
        return sum((self.total(*sums[part]) for part in _SUMS[what]), Decimal(0))


_ERRORS = {
    Code.STOCK_INSUFFICIENT: "insufficient_stock",
    Code.STOCK_LOT_UNKNOWN: "no_such_lot",
    Code.STOCK_NOTHING_TO_REVALUE: "no_stock_to_revalue",
}
_SUMS = {
    "total_cogs": ("cogs", "corrections"),
    "total_cogs_with_variance": ("cogs", "corrections", "variances"),
    "variance": ("variances",),
    "cogs_correction": ("corrections",),
}


def area(case: Step) -> type[Case]:
    """The area that the operations of a case belong to."""
    operations = {step["op"] for step in case["steps"]}
    if any("lines" in step for step in case["steps"]):
        return Tax
    if operations & {"sale", "return"}:
        return Profit
    return Receivables if operations & {"invoice", "credit_note"} else Costing


@pytest.fixture(scope="module")
def library() -> Iterator[Crm]:
    with Crm.open("memory:") as crm:
        yield crm


@pytest.mark.parametrize("case", CASES, ids=[f"{case['id']}-{number}" for case, number in zip(CASES, itertools.count())])
def test_vectors_agree(library: Crm, case: Step) -> None:
    area(case)(library, case).run()
