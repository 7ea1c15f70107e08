"""Lists, page by page, and as columns for dataframes."""

from __future__ import annotations

import datetime
import enum
import itertools
import types
import typing
from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Iterable, Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Generic, TypeVar
from uuid import UUID

import msgspec

from ._codec import Operation, Page, field_types

if TYPE_CHECKING:
    import pandas
    import polars

__all__ = ["AsyncPages", "Page", "Pages", "to_dict", "to_pandas", "to_polars"]

T = TypeVar("T")

Place = dict[str, object]
"""What says which page is asked for."""


class Pages(Generic[T]):
    """A list that is read page by page: iterate over its records, or take a page.

    Each iteration asks anew, from the place that the list was asked from, and ends after `limit` records, if there is one.
    """

    def __init__(self, operation: Operation[Page[T]], fetch: Callable[[Place], Page[T]], after: str | None, limit: int | None = None) -> None:
        self._item = typing.get_args(operation.result)[0]
        self._fetch = fetch
        self._after = after
        self._limit = limit

    def page(self) -> Page[T]:
        """The first page, with `next`, where the following one begins."""
        return self._fetch({"after": self._after})

    def first(self) -> T | None:
        """The first record, if there is one."""
        return next(iter(self._fetch({"after": self._after, "limit": 1}).items), None)

    def __iter__(self) -> Iterator[T]:
        return itertools.islice(self._every(), self._limit)

    def _every(self) -> Iterator[T]:
        page = self.page()
        yield from page.items
        while page.next is not None:
            page = self._fetch({"after": page.next})
            yield from page.items

    def __bool__(self) -> bool:
        raise TypeError("a list that has not been read is neither true nor false: use `.first()` or `count(..)`")

    def to_dict(self) -> dict[str, list[Any]]:
        """All records as columns: see `to_dict`."""
        return to_dict(self, self._item)

    def to_pandas(self) -> pandas.DataFrame:
        """All records as a dataframe of pandas: see `to_pandas`."""
        return to_pandas(self, self._item)

    def to_polars(self) -> polars.DataFrame:
        """All records as a dataframe of polars: see `to_polars`."""
        return to_polars(self, self._item)


class AsyncPages(Generic[T]):
    """A list that is read page by page: iterate over its records with `async for`, or await a page or all records. It ends after `limit` records, if
    there is one."""

    def __init__(
        self, operation: Operation[Page[T]], fetch: Callable[[Place], Awaitable[Page[T]]], after: str | None, limit: int | None = None
    ) -> None:
        self._item = typing.get_args(operation.result)[0]
        self._fetch = fetch
        self._after = after
        self._limit = limit

    async def page(self) -> Page[T]:
        """The first page, with `next`, where the following one begins."""
        return await self._fetch({"after": self._after})

    async def first(self) -> T | None:
        """The first record, if there is one."""
        return next(iter((await self._fetch({"after": self._after, "limit": 1})).items), None)

    async def __aiter__(self) -> AsyncIterator[T]:
        page, left = await self.page(), self._limit
        while True:
            for item in page.items if left is None else page.items[:left]:
                yield item
            left = None if left is None else left - len(page.items)
            if page.next is None or (left is not None and left <= 0):
                return
            page = await self._fetch({"after": page.next})

    def __bool__(self) -> bool:
        raise TypeError("a list that has not been read is neither true nor false: await `.first()` or `count(..)`")

    def __await__(self) -> Generator[Any, None, list[T]]:
        return self._all().__await__()

    async def _all(self) -> list[T]:
        return [item async for item in self]

    async def to_dict(self) -> dict[str, list[Any]]:
        """All records as columns: see `to_dict`."""
        return to_dict(await self, self._item)

    async def to_pandas(self) -> pandas.DataFrame:
        """All records as a dataframe of pandas: see `to_pandas`."""
        return to_pandas(await self, self._item)

    async def to_polars(self) -> polars.DataFrame:
        """All records as a dataframe of polars: see `to_polars`."""
        return to_polars(await self, self._item)


def to_dict(records: Iterable[object], model: type[Any] | None = None) -> dict[str, list[Any]]:
    """Records as columns.

    A model in a field becomes columns of its own, as `total.amount` and `total.currency`; an enum its text; a list, a dict or a union what
    JSON has for it. Decimals, days, instants and ids stay what they are.

    records: of one model, or rows of a report.
    model: their class, needed only where there may be no record.
    """
    rows = list(records)
    if model is None:
        if not rows:
            return {}
        if isinstance(rows[0], dict):
            return {name: [_cell(row[name]) for row in typing.cast("list[dict[str, Any]]", rows)] for name in rows[0]}
        model = type(rows[0])
    return {name: [read(row) for row in rows] for name, _, read in _columns(model)}


def to_pandas(records: Iterable[object], model: type[Any] | None = None) -> pandas.DataFrame:
    """Records as a dataframe of pandas, with the columns of `to_dict`; decimals are `decimal.Decimal`.

    Raises `ImportError` where pandas is not installed.
    """
    import pandas

    columns = {name: pandas.Series(values, dtype=object) for name, values in to_dict(records, model).items()}
    # Not inferred while it is made: an int beside nothing would become a float.
    return pandas.DataFrame(columns).infer_objects()


def to_polars(records: Iterable[object], model: type[Any] | None = None) -> polars.DataFrame:
    """Records as a dataframe of polars, with the columns of `to_dict`; decimals are exact, with six digits behind the point or more, ids are texts. The
    types of columns are those of the model, whatever is in them.

    Raises `ImportError` where polars is not installed.
    """
    import polars

    rows = list(records)
    of_model = model or (type(rows[0]) if rows and isinstance(rows[0], msgspec.Struct) else None)
    declared = {name: type_ for name, type_, _ in _columns(of_model)} if of_model else {}
    plain: dict[Any, Any] = {
        str: polars.String,
        int: polars.Int64,
        bool: polars.Boolean,
        datetime.date: polars.Date,
        datetime.datetime: polars.Datetime("us", "UTC"),
    }

    def series(name: str, values: list[Any]) -> polars.Series:
        type_ = declared.get(name) or next((type(value) for value in values if value is not None), None)
        if type_ is UUID:
            return polars.Series(name, [None if value is None else str(value) for value in values], dtype=polars.String)
        if type_ is Decimal:
            scale = max((-int(value.as_tuple().exponent) for value in values if value is not None), default=0)
            return polars.Series(name, values, dtype=polars.Decimal(38, max(scale, SCALE)))
        if isinstance(type_, type) and issubclass(type_, enum.Enum):
            return polars.Series(name, values, dtype=polars.String)
        if type_ in plain:
            return polars.Series(name, values, dtype=plain[type_])
        return polars.Series(name, values, strict=False)

    return polars.DataFrame([series(name, values) for name, values in to_dict(rows, model).items()])


# Digits behind the point that prices and quantities have; amounts and rates have fewer.
SCALE = 6


Read = Callable[[Any], Any]


def _columns(model: type[Any]) -> list[tuple[str, Any, Read]]:
    """Name, type and value of each column."""
    columns: list[tuple[str, Any, Read]] = []
    for name, wire, type_ in field_types(model):
        read = _reader(name)
        inner = _model_in(type_)
        if inner is None:
            columns.append((wire, _plain(type_), _compose(_cell, read)))
        else:
            columns += [(f"{wire}.{below}", held, _compose(_optional(read_below), read)) for below, held, read_below in _columns(inner)]
    return columns


def _plain(type_: Any) -> Any:
    """The type of what is there, where it may be missing."""
    members = [member for member in typing.get_args(type_) if member is not type(None)]
    return members[0] if typing.get_origin(type_) in (typing.Union, types.UnionType) and len(members) == 1 else type_


def _reader(name: str) -> Read:
    return lambda record: getattr(record, name)


def _compose(outer: Read, inner: Read) -> Read:
    return lambda record: outer(inner(record))


def _optional(read: Read) -> Read:
    return lambda record: None if record is None else read(record)


def _model_in(type_: Any) -> type[Any] | None:
    """The model that a field holds, be it optional; none for a union of models, whose fields differ."""
    if typing.get_origin(type_) in (typing.Union, types.UnionType):
        rest = [member for member in typing.get_args(type_) if member is not type(None)]
        return _model_in(rest[0]) if len(rest) == 1 else None
    return type_ if isinstance(type_, type) and issubclass(type_, msgspec.Struct) else None


def _cell(value: Any) -> Any:
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, (list, dict, msgspec.Struct)):
        return msgspec.to_builtins(value)
    return value
