"""The package is typed, documented, and what `api.json` says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import crm

PYTHON = Path(__file__).parent.parent
BINDINGS = PYTHON.parent
EXAMPLES = BINDINGS.parent / "examples" / "python"


def run(*command: str, cwd: Path) -> None:
    done = subprocess.run([sys.executable, *command], capture_output=True, text=True, cwd=cwd)
    assert done.returncode == 0, done.stdout + done.stderr


def test_what_is_written_is_what_api_json_says() -> None:
    run("-m", "generate", "python", "--check", cwd=BINDINGS)


CHECKED = [PYTHON / "python" / "crm", EXAMPLES, PYTHON / "tests", BINDINGS / "generate" / "python.py", BINDINGS / "generate" / "__main__.py"]


@pytest.mark.parametrize("checked", CHECKED, ids=lambda path: str(path.relative_to(BINDINGS.parent)))
def test_types_are_strict(checked: Path) -> None:
    run("-m", "mypy", "--config-file", str(PYTHON / "pyproject.toml"), str(checked), cwd=PYTHON / "tests")


def test_the_native_module_is_what_its_stub_says(tmp_path: Path) -> None:
    run("-m", "mypy.stubtest", "crm._native", cwd=tmp_path)


def test_help_says_what_a_method_does() -> None:
    assert crm.SalesService.deliver.__doc__ and "delivery" in crm.SalesService.deliver.__doc__
    public = [member for name, member in vars(crm).items() if not name.startswith("_") and isinstance(member, type)]
    assert len(public) > 300 and all(member.__doc__ for member in public)


def test_names_read_well_behind_the_package_and_without() -> None:
    everything: dict[str, object] = {}
    exec("from crm import *", everything)
    assert {"Crm", "AsyncCrm", "Customer", "CustomersService", "MasterService", "CrmError", "Source", "to_pandas"} <= everything.keys()
    assert "open" not in everything and "datetime" not in everything
    with crm.open("memory:") as books:
        assert isinstance(books, crm.Crm) and books.missing_steps() == []


def test_a_mistyped_example_is_found(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.py"
    lines = ["from crm import Money, Customer", 'Money(1.5, "EUR")', 'found = Customer.c.payment_days > "30"', 'Customer(code="x", nam="y")']
    lines += ["Customer.c.name.set(None)", "Customer.c.credit_limit.set(5)", 'Customer.c.id.set("x")', "Customer.c.notes.set(None)"]
    wrong.write_text("\n".join(lines) + "\n")
    done = subprocess.run([sys.executable, "-m", "mypy", "--strict", str(wrong)], capture_output=True, text=True, cwd=tmp_path)
    assert [line.split(":")[1] for line in done.stdout.splitlines() if ": error:" in line] == ["2", "3", "4", "5", "6", "7"], done.stdout
