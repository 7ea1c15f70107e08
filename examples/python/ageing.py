"""Imports an opening workbook into a new database, and prints who owes how much, and since when.

    python ageing.py books.db opening.xlsx --day 2026-01-01 --currency EUR

Every problem of the workbook is printed with its place; nothing is imported while a row has an error. The company's first operator is `admin`.
"""

from __future__ import annotations

import argparse
import datetime
import sys
from pathlib import Path

from crm import AgeingBy, AgeingQuery, ApplyMode, Crm, OpeningOptions, Operator, Session, Severity, Warehouse


def new_company(crm: Crm, name: str, currency: str) -> Session:
    crm.migrate()
    created = crm.create_company(name=name, currency=currency, operator=Operator(code="admin", name="Administrator", roles=["administrator"]))
    print(f"company {created.company_id}, operator {created.operator_id}")
    return crm.act_as(created.company_id, created.operator_id)


def import_opening(session: Session, workbook: Path, day: datetime.date) -> bool:
    """Imports a workbook in whole or not at all; returns whether it did."""
    warehouse = session.warehouses.create(Warehouse(code="MAIN", name="Main warehouse"))
    options = OpeningOptions(warehouse_id=warehouse.id, day=day, mode=ApplyMode.DRY_RUN)
    checked = session.opening.apply_workbook(str(workbook), options)
    for problem in checked.problems:
        print(f"{problem.severity.value}: {problem.place.sheet}, row {problem.place.row}, {problem.place.column}: {problem.code} `{problem.text}`")
    if any(problem.severity is Severity.ERROR for problem in checked.problems):
        return False
    options.mode = ApplyMode.ALL_OR_NOTHING
    session.opening.apply_workbook(str(workbook), options)
    return True


def print_ageing(session: Session, as_of: datetime.date, currency: str) -> None:
    query = AgeingQuery(as_of=as_of, currency=currency)
    names = {customer.id: customer.name for customer in session.customers.list()}
    total = session.receivables.ageing(query)
    print(f"{'':24}" + "".join(f"{name:>12}" for name in [*total.names, "total", "credits"]))
    rows = [(names[row.id] if row.id else "nobody", row.ageing) for row in session.receivables.ageing_by(AgeingBy.CUSTOMER, query)]
    for name, ageing in [*sorted(rows, key=lambda row: row[0]), ("total", total)]:
        print(f"{name:24}" + "".join(f"{money.amount:>12.2f}" for money in [*ageing.buckets, ageing.total, ageing.credits]))


def main() -> int:
    parser = argparse.ArgumentParser(description="Imports an opening workbook and prints the ageing of receivables.")
    parser.add_argument("database", type=Path, help="an SQLite file that does not exist yet")
    parser.add_argument("workbook", type=Path, help=".xlsx, .xls, .ods or .csv")
    parser.add_argument("--company", default="Acme")
    parser.add_argument("--currency", default="EUR")
    parser.add_argument("--day", type=datetime.date.fromisoformat, required=True, help="the day of the opening, and of the ageing")
    options = parser.parse_args()
    with Crm.open(options.database) as crm:
        session = new_company(crm, options.company, options.currency)
        if not import_opening(session, options.workbook, options.day):
            return 1
        print_ageing(session, options.day, options.currency)
    return 0


if __name__ == "__main__":
    sys.exit(main())
