"""Lists, page by page, and as columns for dataframes."""

from __future__ import annotations

import enum
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


class Pages(Generic[T]):
    """A list that is read page by page: iterate over its records, or take a page.

    Each iteration asks anew, from the place that the list was asked from.
    """

    def __init__(self, operation: Operation[Page[T]], fetch: Callable[[str | None], Page[T]], after: str | None) -> None:
        self._item = typing.get_args(operation.result)[0]
        self._fetch = fetch
        self._after = after

    def page(self) -> Page[T]:
        """The first page, with `next`, where the following one begins."""
        return self._fetch(self._after)

    def __iter__(self) -> Iterator[T]:
        page = self.page()
        yield from page.items
        while page.next is not None:
            page = self._fetch(page.next)
            yield from page.items

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
    """A list that is read page by page: iterate over its records with `async for`, or await a page or all records."""

    def __init__(self, operation: Operation[Page[T]], fetch: Callable[[str | None], Awaitable[Page[T]]], after: str | None) -> None:
        self._item = typing.get_args(operation.result)[0]
        self._fetch = fetch
        self._after = after

    async def page(self) -> Page[T]:
        """The first page, with `next`, where the following one begins."""
        return await self._fetch(self._after)

    async def __aiter__(self) -> AsyncIterator[T]:
        page = await self.page()
        for item in page.items:
            yield item
        while page.next is not None:
            page = await self._fetch(page.next)
            for item in page.items:
                yield item

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

    records: of one model.
    model: their class, needed only where there may be no record.
    """
    rows = list(records)
    if model is None:
        if not rows:
            return {}
        model = type(rows[0])
    return {name: [read(row) for row in rows] for name, read in _columns(model)}


def to_pandas(records: Iterable[object], model: type[Any] | None = None) -> pandas.DataFrame:
    """Records as a dataframe of pandas, with the columns of `to_dict`; decimals are `decimal.Decimal`.

    Raises `ImportError` where pandas is not installed.
    """
    import pandas

    columns = {name: pandas.Series(values, dtype=object) for name, values in to_dict(records, model).items()}
    # Not inferred while it is made: an int beside nothing would become a float.
    return pandas.DataFrame(columns).infer_objects()


def to_polars(records: Iterable[object], model: type[Any] | None = None) -> polars.DataFrame:
    """Records as a dataframe of polars, with the columns of `to_dict`; decimals are exact, ids are texts.

    Raises `ImportError` where polars is not installed.
    """
    import polars

    def series(name: str, values: list[Any]) -> polars.Series:
        known = next((value for value in values if value is not None), None)
        if isinstance(known, UUID):
            return polars.Series(name, [None if value is None else str(value) for value in values], dtype=polars.String)
        if isinstance(known, Decimal):
            scale = max(-int(value.as_tuple().exponent) for value in values if value is not None)
            return polars.Series(name, values, dtype=polars.Decimal(38, max(scale, 0)))
        return polars.Series(name, values, strict=False)

    return polars.DataFrame([series(name, values) for name, values in to_dict(records, model).items()])


Read = Callable[[Any], Any]


def _columns(model: type[Any]) -> list[tuple[str, Read]]:
    columns: list[tuple[str, Read]] = []
    for name, wire, type_ in field_types(model):
        read = _reader(name)
        inner = _model_in(type_)
        if inner is None:
            columns.append((wire, _compose(_cell, read)))
        else:
            columns += [(f"{wire}.{below}", _compose(_optional(read_below), read)) for below, read_below in _columns(inner)]
    return columns


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
