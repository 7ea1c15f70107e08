"""Prints revenue, cost and profit by customer and month of a year; or writes them as .csv.

    python profit.py sqlite:books.db COMPANY OPERATOR --year 2026
"""

from __future__ import annotations

import argparse
import calendar
import csv
import datetime
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from crm import Crm, ProfitBy, SalesLineRecord, Session


class Row(NamedTuple):
    month: str
    customer: str
    currency: str
    net: Decimal
    cost: Decimal
    profit: Decimal
    margin: str


def month_by_month(session: Session, year: int) -> Iterator[Row]:
    names = {str(customer.id): customer.name for customer in session.customers.list()}
    for month in range(1, 13):
        first, last = datetime.date(year, month, 1), datetime.date(year, month, calendar.monthrange(year, month)[1])
        rows = session.sales.profit(ProfitBy.CUSTOMER, filter=SalesLineRecord.c.day.between(first, last))
        for row in sorted(rows, key=lambda row: row.profit.amount, reverse=True):
            margin = "" if row.margin is None else f"{row.margin:.1%}"
            yield Row(f"{first:%Y-%m}", names[row.group], row.currency, row.net.amount, row.cost.amount, row.profit.amount, margin)


def main() -> None:
    parser = argparse.ArgumentParser(description="Prints the profit of a year by month and customer.")
    parser.add_argument("url", help="sqlite:books.db or postgres://host/erp")
    parser.add_argument("company", type=UUID)
    parser.add_argument("operator", type=UUID, help="one with the right to see costs")
    parser.add_argument("--year", type=int, required=True)
    parser.add_argument("--csv", type=Path, help="write there instead")
    options = parser.parse_args()
    with Crm.open(options.url) as crm:
        rows = month_by_month(crm.act_as(options.company, options.operator), options.year)
        if options.csv:
            with options.csv.open("w", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows([Row._fields, *rows])
            return
        for row in rows:
            print(f"{row.month}  {row.customer:24} {row.net:>12.2f} {row.cost:>12.2f} {row.profit:>12.2f} {row.currency} {row.margin:>7}")


if __name__ == "__main__":
    main()
