"""A workbook that is handed back with its problems is the caller's own, as another program sees it."""

from __future__ import annotations

import warnings
from datetime import date
from pathlib import Path

import openpyxl
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Border, Font, PatternFill, Side
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

import world
from crm import ApplyMode, OpeningOptions

LOOKS = ("font", "number_format", "border", "alignment", "protection")


def everything(path: Path) -> None:
    """A list of products with what people put into workbooks."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Products"
    sheet.append(["Price list of the year", None, None, None])
    sheet.append(["Stock Code", "Description", "List Price", "Twice"])
    for row in range(3, 9):
        sheet.append([f"P-{row}", "Lantern", row + 0.5, f"=C{row}*2"])
        sheet.cell(row, 3).number_format = "#,##0.00 [$€-1]"
        sheet.cell(row, 3).border = Border(top=Side(style="thin"))
    sheet["C5"] = "about 3"
    sheet["C5"].fill = PatternFill("solid", fgColor="FFAACCFF")
    sheet["A2"].font = Font(name="Georgia", size=15, bold=True, color="FF336699")
    sheet["A3"].comment = Comment("ask Ana", "Ana")
    sheet.merge_cells("A1:D1")
    sheet.column_dimensions["B"].width = 41
    sheet.row_dimensions[4].height = 33
    sheet.row_dimensions[6].hidden = True
    sheet.freeze_panes = "B3"
    sheet.auto_filter.ref = "A2:D8"
    sheet.print_area = "A1:D8"
    sheet.conditional_formatting.add("C3:C8", CellIsRule(operator="greaterThan", formula=["4"], font=Font(bold=True)))
    choices = DataValidation(type="list", formula1='"Lantern,Mug"')
    choices.add("B3:B99")
    sheet.add_data_validation(choices)
    book.create_sheet("Secret")["A1"] = "hidden from customers"
    book["Secret"].sheet_state = "veryHidden"
    book.defined_names["Rate"] = DefinedName("Rate", attr_text="0.21")
    book.save(path)


def test_another_program_finds_a_workbook_as_it_was_but_for_its_marks(tmp_path: Path, memory: world.Books) -> None:
    original, copy = tmp_path / "products.xlsx", tmp_path / "copy.xlsx"
    everything(original)
    options = OpeningOptions(warehouse_id=memory.warehouse_id, day=date(2026, 1, 10), mode=ApplyMode.DRY_RUN)
    report = memory.session.opening.annotate_workbook(str(original), options, "en", str(copy))
    rows = {problem.place.row or 2 for problem in report.problems if problem.place.sheet == "Products"}
    assert 5 in rows
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        before, after = openpyxl.load_workbook(original), openpyxl.load_workbook(copy)
    assert after.sheetnames == ["Products", "Secret", "Problems found"]
    assert [sheet.sheet_state for sheet in after] == ["visible", "veryHidden", "visible"]
    assert after.defined_names["Rate"].attr_text == "0.21"
    was, now = before["Products"], after["Products"]
    for cell in (cell for row in was.iter_rows() for cell in row):
        same = now[cell.coordinate]
        assert same.value == cell.value, cell.coordinate
        assert all(repr(getattr(same, look)) == repr(getattr(cell, look)) for look in LOOKS), cell.coordinate
        # A wrong cell, and the heading of a column that is not read.
        assert (repr(same.fill) == repr(cell.fill)) == (cell.coordinate not in ("C5", "D2")), cell.coordinate
    assert now["C5"].fill.fgColor.rgb != "FFAACCFF"
    assert now["D4"].value == "=C4*2"
    assert now["A3"].comment is not None and now["A3"].comment.text == "ask Ana"
    assert str(now.merged_cells) == str(was.merged_cells)
    assert (now.freeze_panes, now.auto_filter.ref, now.print_area) == (was.freeze_panes, was.auto_filter.ref, was.print_area)
    assert (now.column_dimensions["B"].width, now.row_dimensions[4].height, now.row_dimensions[6].hidden) == (41, 33, True)
    assert len(now.conditional_formatting) == 1 and now.data_validations.count == 1
    said = {cell.row: cell.value for cell in now["E"] if cell.value is not None}
    assert set(said) == rows | {2}
    assert said[2].startswith("Problems") and "`about 3`" in said[5]
    assert all(cell.data_type == "s" for row in after["Problems found"].iter_rows(min_row=3) for cell in row if isinstance(cell.value, str))
