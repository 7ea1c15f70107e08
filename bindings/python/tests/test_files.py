"""Workbooks go in as paths, bytes and streams, and come back as files or bytes, alike in both ways of calling."""

from __future__ import annotations

import asyncio
import io
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import world
from crm import ApplyMode, AsyncCrm, ConflictError, Crm, CrmError, InvalidError, OpeningOptions, Operator, Source, _codec
from crm.files import FileSource

CSV = b"Stock Code,Description,List Price\nA,Mug,3\nB,Cup,about 3\n"


class Dribble(io.RawIOBase):
    """A stream that gives a little at a time, as a socket does."""

    def __init__(self, contents: bytes) -> None:
        self._contents = io.BytesIO(contents)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        part = self._contents.read(min(len(buffer), 7))
        buffer[: len(part)] = part
        return len(part)


def options(books: world.Books) -> OpeningOptions:
    return OpeningOptions(warehouse_id=books.warehouse_id, day=world.DAY, mode=ApplyMode.DRY_RUN)


@pytest.fixture
def workbook(tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "products.csv"
    path.write_bytes(CSV)
    yield path


SOURCES: dict[str, Callable[[Path], FileSource]] = {
    "text": str,
    "path": lambda path: path,
    "bytes": lambda path: Source(path.read_bytes(), "products.csv"),
    "bare bytes": lambda path: path.read_bytes(),
    "bytearray": lambda path: bytearray(path.read_bytes()),
    "memoryview": lambda path: memoryview(path.read_bytes()),
    "open file": lambda path: path.open("rb"),
    "unbuffered file": lambda path: path.open("rb", buffering=0),
    "memory": lambda path: io.BytesIO(path.read_bytes()),
    "named stream": lambda path: Source(io.BytesIO(path.read_bytes()), "any.csv"),
    "slow stream": lambda path: Dribble(path.read_bytes()),
}


@pytest.mark.parametrize("kind", SOURCES)
def test_a_workbook_is_read_from_whatever_holds_it(memory: world.Books, workbook: Path, kind: str) -> None:
    opening, source = memory.session.opening, SOURCES[kind](workbook)
    annotated = opening.annotated_workbook(source, options(memory), "en")
    assert len(annotated.report.problems) == 1
    assert (annotated.extension, annotated.notes) == ("csv", [])
    assert annotated.workbook.startswith(b"Stock Code,Description,List Price,Problems\n")
    assert opening.annotated_workbook(CSV, options(memory), "en", as_xlsx=True).workbook[:2] == b"PK"
    if isinstance(source, io.IOBase):
        assert not source.closed
        source.close()


def test_what_is_handed_back_is_what_is_written(memory: world.Books, workbook: Path, tmp_path: Path) -> None:
    opening = memory.session.opening
    report = opening.annotate_workbook(workbook, options(memory), "es", tmp_path / "copy.xlsx")
    annotated = opening.annotated_workbook(CSV, options(memory), "es")
    # A file calls its sheet by its own name.
    assert [problem.reason for problem in annotated.report.problems] == [problem.reason for problem in report.problems]
    opening.write_template(tmp_path / "template.xlsx", "en")
    template = opening.template("en", warehouses=["W"])
    assert template[:2] == (tmp_path / "template.xlsx").read_bytes()[:2] == b"PK"
    assert opening.apply_workbook(template, options(memory)).problems == []
    with pytest.raises(ConflictError):
        opening.write_template(str(tmp_path / "template.xlsx"), "en")


def test_asyncio_takes_them_too(url: str, books: world.Books) -> None:
    async def use() -> bytes:
        async with AsyncCrm.open(url) as crm:
            opening = (await crm.act_as(books.company_id, books.operator_id)).opening
            assert len((await opening.apply_workbook(io.BytesIO(CSV), options(books))).problems) == 1
            return await opening.template("es")

    assert asyncio.run(use())[:2] == b"PK"


@pytest.mark.parametrize("wrong", [None, 5, io.StringIO("text"), Source(io.StringIO("text")), Source(5), ["x"], b"x".decode])  # type: ignore[arg-type]
def test_what_holds_no_bytes_is_refused(memory: world.Books, wrong: Any) -> None:
    with pytest.raises(InvalidError, match=r"^opening\.apply_workbook: workbook") as refused:
        memory.session.opening.apply_workbook(wrong, options(memory))
    assert refused.value.details["path"] == "workbook" and isinstance(refused.value, TypeError)


def test_a_file_has_a_limit(memory: world.Books, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_codec, "MAX_FILE_BYTES", 1_000)

    class Endless(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            return b"x" * min(size, 100)

    for wrong in (b"x" * 1_001, memoryview(b"x" * 1_001), io.BytesIO(b"x" * 1_001), Endless()):
        with pytest.raises(InvalidError) as refused:
            memory.session.opening.apply_workbook(wrong, options(memory))
        assert (refused.value.details["path"], refused.value.details["name"]) == ("workbook", "MAX_FILE_BYTES")


@pytest.mark.parametrize("contents", [b"", b"PK", b"PK\x03\x04" + b"\0" * 100, b"\xd0\xcf\x11\xe0" + b"\0" * 600, bytes(range(256)) * 100])
@pytest.mark.parametrize("name", [None, "x.xlsx", "x.xls", "x.ods", "x.csv", "x", "x.pdf", "x" * 10_000])
def test_broken_bytes_are_an_error_or_nothing_to_read(memory: world.Books, contents: bytes, name: str | None) -> None:
    try:
        memory.session.opening.apply_workbook(Source(contents, name), options(memory))
    except CrmError as refused:
        assert refused.kind == "invalid" and len(str(refused)) < 1_500


def test_reading_needs_a_right(crm: Crm, books: world.Books) -> None:
    guest = books.session.operators.create(Operator(code="guest", name="Guest", roles=[]))
    opening = crm.act_as(books.company_id, guest.id).opening
    calls: list[Callable[[], object]] = [
        lambda: opening.apply_workbook(CSV, options(books)),
        lambda: opening.annotated_workbook(CSV, options(books), "en"),
        lambda: opening.template("en"),
    ]
    for call in calls:
        with pytest.raises(CrmError) as refused:
            call()
        assert refused.value.code == "access.denied"


def test_a_temporary_file_has_a_number_for_a_name(memory: world.Books) -> None:
    with tempfile.TemporaryFile() as file:
        file.write(CSV)
        file.seek(0)
        assert len(memory.session.opening.apply_workbook(file, options(memory)).problems) == 1
