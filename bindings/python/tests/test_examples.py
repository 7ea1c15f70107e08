"""The examples run, and print what the books say."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

import world
from crm import Customer

PYTHON = Path(__file__).parent.parent
ROOT = PYTHON.parent.parent
EXAMPLES = ROOT / "examples" / "python"
Row = dict[str, object]


def run(example: str, *arguments: str, ends_with: int = 0) -> list[str]:
    done = subprocess.run([sys.executable, str(EXAMPLES / example), *arguments], capture_output=True, text=True, timeout=600)
    assert done.returncode == ends_with, done.stdout + done.stderr
    return done.stdout.splitlines()


def fill_in(template: Path, sheets: dict[str, list[Row]]) -> None:
    """Fills the sheets of a template in, by their headings."""
    workbook = openpyxl.load_workbook(template)
    for name, rows in sheets.items():
        sheet = workbook[name]
        headings = [cell.value for cell in sheet[1]]
        for row in rows:
            assert set(row) <= set(headings), headings
            sheet.append([row.get(str(heading)) for heading in headings])
    workbook.save(template)


@pytest.fixture
def workbook(tmp_path: Path, memory: world.Books) -> Path:
    """A template with two customers and what they owe."""
    path = tmp_path / "opening.xlsx"
    memory.session.opening.write_template(to=str(path), language="en")
    customers: list[Row] = [{"Customer No": "C1", "Customer name": "Bodega Peña"}, {"Customer No": "C2", "Customer name": "Ultramarinos"}]
    receivables: list[Row] = [
        {"Customer No": "C1", "Document No": "A-1", "Date": "2025-10-01", "Due date": "2025-10-31", "Open amount": 120.5},
        {"Customer No": "C1", "Document No": "A-2", "Date": "2025-12-20", "Due date": "2026-01-19", "Open amount": 30},
        {"Customer No": "C2", "Document No": "A-3", "Date": "2025-12-01", "Due date": "2025-12-31", "Open amount": "99.99"},
    ]
    fill_in(path, {"Customers": customers, "Receivables": receivables})
    return path


def test_a_workbook_is_imported_and_its_ageing_printed(tmp_path: Path, workbook: Path) -> None:
    database = tmp_path / "imported.db"
    _, heading, *rows = run("ageing.py", str(database), str(workbook), "--day", "2026-01-01")
    assert heading.split() == ["current", "1-30", "31-60", "61-90", "90+", "total", "credits"]
    assert [re.split(r"  +", row) for row in rows] == [
        ["Bodega Peña", "30.00", "0.00", "0.00", "120.50", "0.00", "150.50", "0.00"],
        ["Ultramarinos", "0.00", "99.99", "0.00", "0.00", "0.00", "99.99", "0.00"],
        ["total", "30.00", "99.99", "0.00", "120.50", "0.00", "250.49", "0.00"],
    ]


def test_a_workbook_with_an_error_is_not_imported(tmp_path: Path, workbook: Path) -> None:
    unknown: Row = {"Customer No": "C9", "Document No": "A-9", "Date": "2025-12-01", "Due date": "2025-12-31", "Open amount": 1}
    fill_in(workbook, {"Receivables": [unknown]})
    _, problem = run("ageing.py", str(tmp_path / "imported.db"), str(workbook), "--day", "2026-01-01", ends_with=1)
    assert problem.startswith("error: Receivables, row 5, Customer No: unknown_customer `C9`")


def test_profit_is_printed_by_month_and_customer(url: str, books: world.Books, tmp_path: Path) -> None:
    other = books.session.customers.create(Customer(code="C2", name="Ultramarinos"))
    first, second = books.delivery(4), books.delivery(2)
    second.customer_id, second.day = other.id, world.DAY.replace(month=2)
    books.session.sales.deliver(first)
    books.session.sales.deliver(second)
    who = (url, str(books.company_id), str(books.operator_id), "--year", "2026")
    assert [line.split() for line in run("profit.py", *who)] == [
        ["2026-01", "Bodega", "Peña", "20.00", "12.00", "8.00", "EUR", "40.0%"],
        ["2026-02", "Ultramarinos", "10.00", "6.00", "4.00", "EUR", "40.0%"],
    ]
    run("profit.py", *who, "--csv", str(tmp_path / "profit.csv"))
    assert (tmp_path / "profit.csv").read_text("utf-8").splitlines()[1] == "2026-01,Bodega Peña,EUR,20,12,8,40.0%"


def test_the_feed_is_followed_from_where_one_was(url: str, books: world.Books) -> None:
    who = (url, str(books.company_id), str(books.operator_id), "--once")
    seen = [line.split() for line in run("follow.py", *who)]
    positions = [int(line[0]) for line in seen]
    assert positions == sorted(set(positions)) and ["create", "customer"] in [line[3:5] for line in seen]
    books.session.sales.deliver(books.delivery())
    later = [line.split() for line in run("follow.py", *who, "--after", str(positions[-1]))]
    assert later and all(int(line[0]) > positions[-1] for line in later)
    assert "sales_document" in [line[4] for line in later]


def starts() -> list[str]:
    return [start for readme in (PYTHON, ROOT) for start in re.findall(r"```python\n(.*?)```", (readme / "README.md").read_text("utf-8"), re.DOTALL)]


@pytest.mark.parametrize("start", starts())
def test_the_start_in_the_readme_runs(start: str, tmp_path: Path) -> None:
    script = tmp_path / "start.py"
    script.write_text(start, "utf-8")
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, cwd=tmp_path, timeout=600)
    assert done.returncode == 0, done.stderr
    for printed in re.findall(r"# prints: (.*)", start) or ["Decimal('10')"]:
        assert printed in done.stdout
