"""Conditions on records, written with operators: `(Customer.c.country == "ES") & ~Customer.c.name.contains("test")`.

The fields of an entity stand in its model's `c`; what they make is the JSON form of the library, which is accepted in their place. The
library refuses what does not fit the entity, so that nothing is ever ignored.
"""

from __future__ import annotations

import datetime
import enum
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any, Generic, TypeVar, Union
from uuid import UUID

from ._codec import Unfit, lowering

__all__ = ["Custom", "CustomValue", "Field", "Filter", "Relation", "TextField", "UuidField", "custom"]

T = TypeVar("T")
F = TypeVar("F")

CustomValue = Union[str, int, bool, Decimal, UUID, datetime.date, datetime.datetime]
"""What a field of the host's own is compared with."""


class Filter:
    """A condition. Conditions are combined with `&`, `|` and `~`."""

    __slots__ = ("_json",)

    def __init__(self, json: dict[str, Any] | None = None) -> None:
        """A condition out of its JSON form; without one, the condition that every record meets."""
        self._json = {"and": []} if json is None else json

    def to_json(self) -> dict[str, Any]:
        """The JSON form."""
        return self._json

    def __and__(self, other: Filter) -> Filter:
        return Filter({"and": [*self._all("and"), *other._all("and")]})

    def __or__(self, other: Filter) -> Filter:
        return Filter({"or": [*self._all("or"), *other._all("or")]})

    def __invert__(self) -> Filter:
        return Filter({"not": self._json})

    def _all(self, word: str) -> list[Any]:
        parts = self._json.get(word)
        return parts if isinstance(parts, list) else [self._json]

    def __bool__(self) -> bool:
        raise TypeError("a filter is neither true nor false: combine filters with `&`, `|` and `~`, each in parentheses")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Filter) and self._json == other._json

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"Filter({self._json!r})"


class _Tests(Generic[T]):
    """The tests that a field can be put to. A comparison with an empty field is false."""

    __slots__ = ("_kind", "_name", "_type")

    def __init__(self, kind: str, name: str, type_: object) -> None:
        self._kind = kind
        self._name = name
        self._type = type_

    def _test(self, test: str, operand: object) -> Filter:
        return Filter({self._kind: self._name, test: operand})

    def _value(self, value: object) -> object:
        try:
            if isinstance(value, float):
                lowering(Decimal)(value)
            if isinstance(value, enum.Enum) and self._type is str:
                return value.value
            return lowering(self._type)(value)
        except Unfit as unfit:
            raise unfit.error(f"filter.{self._name}") from None

    def __eq__(self, value: T) -> Filter:  # type: ignore[override]
        return self._test("eq", self._value(value))

    def __ne__(self, value: T) -> Filter:  # type: ignore[override]
        return self._test("ne", self._value(value))

    def __lt__(self, value: T) -> Filter:
        return self._test("lt", self._value(value))

    def __le__(self, value: T) -> Filter:
        return self._test("le", self._value(value))

    def __gt__(self, value: T) -> Filter:
        return self._test("gt", self._value(value))

    def __ge__(self, value: T) -> Filter:
        return self._test("ge", self._value(value))

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._name!r})"

    def between(self, low: T, high: T) -> Filter:
        """From one value to another, both included."""
        return self._test("between", [self._value(low), self._value(high)])

    def is_in(self, values: Iterable[T]) -> Filter:
        """One of these."""
        return self._test("in", [self._value(value) for value in values])

    def is_empty(self) -> Filter:
        """Nothing in it. `~` of it: something in it."""
        return self._test("empty", True)

    def _contains(self, text: str) -> Filter:
        return self._test("contains", text)

    def _starts_with(self, text: str) -> Filter:
        return self._test("starts_with", text)

    def _within(self, root: UUID) -> Filter:
        return self._test("within", lowering(UUID)(root))


class Field(_Tests[T]):
    """A field of an entity."""

    __slots__ = ()

    def __init__(self, name: str, type_: object) -> None:
        super().__init__("field", name, type_)


class TextField(Field[str]):
    """A text of an entity."""

    __slots__ = ()

    def __init__(self, name: str) -> None:
        super().__init__(name, str)

    def contains(self, text: str) -> Filter:
        """Contains the text, whatever its case and accents, where the field has a search key."""
        return self._contains(text)

    def starts_with(self, text: str) -> Filter:
        """Starts with the text, whatever its case and accents, where the field has a search key."""
        return self._starts_with(text)


class UuidField(Field[UUID]):
    """An id in an entity: its own, or of another record."""

    __slots__ = ()

    def __init__(self, name: str) -> None:
        super().__init__(name, UUID)

    def within(self, root: UUID) -> Filter:
        """In the group, or in one below it."""
        return self._within(root)


class Custom(_Tests[CustomValue]):
    """A field that the host declared."""

    __slots__ = ()

    def __init__(self, name: str) -> None:
        super().__init__("custom", name, Any)

    def contains(self, text: str) -> Filter:
        """Contains the text, whatever its case and accents."""
        return self._contains(text)

    def starts_with(self, text: str) -> Filter:
        """Starts with the text, whatever its case and accents."""
        return self._starts_with(text)

    def within(self, root: UUID) -> Filter:
        """A choice of this entry of the dictionary, or of one below it."""
        return self._within(root)


def custom(name: str) -> Custom:
    """A field that the host declared, by its name: `custom("shoe_size") >= Decimal("42.5")`."""
    return Custom(name)


class Relation(Generic[F]):
    """Records of another entity that belong to a record."""

    __slots__ = ("_fields", "_name")

    def __init__(self, name: str, fields: Callable[[], F]) -> None:
        self._name = name
        self._fields = fields

    @property
    def c(self) -> F:
        """The fields of the other entity."""
        return self._fields()

    def exists(self, condition: Filter | None = None) -> Filter:
        """At least one related record meets the condition; without one, there is a related record."""
        return Filter({"relation": self._name, "exists": (Filter() if condition is None else condition).to_json()})

    def none(self, condition: Filter | None = None) -> Filter:
        """No related record meets the condition; without one, there is no related record."""
        return Filter({"relation": self._name, "none": (Filter() if condition is None else condition).to_json()})
