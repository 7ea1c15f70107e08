"""Conditions on records, written with operators: `(Customer.c.country == "ES") & ~Customer.c.name.contains("test")`, and changes of single
fields: `Customer.c.name.set("Acme")`.

The fields of an entity stand in its model's `c`; what conditions make is the JSON form of the library, which is accepted in their place. The
library refuses what does not fit the entity, so that nothing is ever ignored.
"""

from __future__ import annotations

import datetime
import enum
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any, Generic, TypeVar, Union
from uuid import UUID

import msgspec

from ._codec import Unfit, lowering, shortened
from .errors import ArgumentTypeError, ArgumentValueError

__all__ = [
    "Change",
    "Custom",
    "CustomValue",
    "EntityFields",
    "EnumField",
    "Field",
    "Fields",
    "Filter",
    "Relation",
    "Settable",
    "SettableEnum",
    "SettableField",
    "SettableText",
    "SettableUuid",
    "TextField",
    "UuidField",
    "custom",
]

T = TypeVar("T")
F = TypeVar("F")
R = TypeVar("R", bound=msgspec.Struct)
S = TypeVar("S")
E = TypeVar("E", bound=enum.Enum)

CustomValue = Union[str, int, bool, Decimal, UUID, datetime.date, datetime.datetime]
"""What a field of the host's own is compared with."""


class Filter:
    """A condition. Conditions are combined with `&`, `|` and `~`."""

    __slots__ = ("_json", "_of")

    def __init__(self, json: Mapping[str, Any] | None = None, of: type[Any] | None = None) -> None:
        """A condition out of its JSON form; without one, the condition that every record meets.

        of: the class of the fields that it is about, where they are known; it is not used with others then.
        """
        self._json: dict[str, Any] = {"and": []} if json is None else dict(json)
        self._of = of

    @property
    def of(self) -> type[Any] | None:
        """The class of the fields that it is about, such as `CustomerFields`; none where any entity may have them."""
        return self._of

    def to_json(self) -> dict[str, Any]:
        """The JSON form."""
        return self._json

    def __and__(self, other: Filter | Mapping[str, Any]) -> Filter:
        return self._combined("and", other)

    def __or__(self, other: Filter | Mapping[str, Any]) -> Filter:
        return self._combined("or", other)

    def __invert__(self) -> Filter:
        return Filter({"not": self._json}, self._of)

    def _combined(self, word: str, given: object) -> Filter:
        other = Filter(given) if isinstance(given, Mapping) else given
        if not isinstance(other, Filter):
            raise TypeError(f"a filter can only be combined with another filter, not with {shortened(repr(given))}")
        if self._of is not None and other._of is not None and self._of is not other._of:
            one, another = self._of.__name__, other._of.__name__
            raise TypeError(f"conditions on `{one}` and `{another}` are combined by `.exists(..)` or `.none(..)` of the relation between them")
        return Filter({word: [*self._all(word), *other._all(word)]}, self._of or other._of)

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

    __slots__ = ("_kind", "_name", "_of", "_type")

    def __init__(self, kind: str, name: str, type_: object) -> None:
        self._kind = kind
        self._name = name
        self._type = type_
        self._of: type[Any] | None = None

    def __set_name__(self, owner: type[Any], name: str) -> None:
        self._of = owner

    @property
    def holds(self) -> Any:
        """The type of its values."""
        return self._type

    def _test(self, test: str, operand: object) -> Filter:
        return Filter({self._kind: self._name, test: operand}, self._of)

    def _value(self, value: object) -> object:
        if value is None:
            raise self._unfit(Unfit(ArgumentTypeError, "a field cannot be compared with None; use `.is_empty()` to find empty fields"))
        return self._lowered(Decimal if isinstance(value, float) else self.holds, value)

    def _lowered(self, type_: Any, value: object) -> object:
        try:
            return lowering(type_)(value)
        except Unfit as unfit:
            raise self._unfit(unfit) from None

    def _unfit(self, unfit: Unfit) -> Exception:
        return unfit.inside(f"filter.{self._name}").error("")

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
        if isinstance(values, str):
            raise self._unfit(Unfit(ArgumentTypeError, "expected a list, found a str"))
        return self._test("in", [self._value(value) for value in values])

    def is_empty(self) -> Filter:
        """Nothing in it. `~` of it: something in it."""
        return self._test("empty", True)

    def _contains(self, text: str) -> Filter:
        return self._test("contains", self._lowered(str, text))

    def _starts_with(self, text: str) -> Filter:
        return self._test("starts_with", self._lowered(str, text))

    def _within(self, root: UUID) -> Filter:
        return self._test("within", self._lowered(UUID, root))


class Field(_Tests[T]):
    """A field of an entity."""

    __slots__ = ()

    def __init__(self, name: str, type_: object) -> None:
        super().__init__("field", name, type_)

    @property
    def of(self) -> type[Any] | None:
        """The class of the fields that it belongs to, such as `CustomerFields`."""
        return self._of

    @property
    def name(self) -> str:
        """Its name in filters and sorts."""
        return self._name

    def desc(self) -> str:
        """To sort by, the largest first: `sort=[Customer.c.name.desc()]`."""
        return f"-{self._name}"


class EnumField(Field[E]):
    """A choice of an entity. It is compared with a member of its enum, or with the text of one."""

    __slots__ = ("_enum",)

    def __init__(self, name: str, type_: Callable[[], type[E]]) -> None:
        super().__init__(name, Any)
        self._enum = type_

    def _value(self, value: object) -> object:
        if not isinstance(value, str):
            return super()._value(value)
        texts = [choice.value for choice in self.holds]
        if value not in texts:
            raise self._unfit(Unfit(ArgumentValueError, f"`{shortened(value)}` is not one of {', '.join(texts)}"))
        return str(value)

    @property
    def holds(self) -> Any:
        return self._enum()


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


class Change:
    """A field of an entity, and the value that it is to have: `Customer.c.name.set("Acme")`."""

    __slots__ = ("_name", "_of", "_value")

    def __init__(self, of: type[Any] | None, name: str, value: object) -> None:
        self._of = of
        self._name = name
        self._value = value

    @property
    def of(self) -> type[Any] | None:
        """The class of the fields that it is about, such as `CustomerFields`."""
        return self._of

    @property
    def name(self) -> str:
        """The field, as the library calls it."""
        return self._name

    @property
    def value(self) -> object:
        """What it is to hold; `None` empties it."""
        return self._value

    def __repr__(self) -> str:
        return f"Change({self._name}={self._value!r})"


class Settable(Generic[S]):
    """A field that can be given a value."""

    __slots__ = ()

    def set(self, value: S) -> Change:
        """This value for it, in `patch` and `upsert`; `None` empties it. Whether it fits is checked there."""
        assert isinstance(self, Field)
        return Change(self.of, self.name, value)


class SettableField(Field[T], Settable[S], Generic[T, S]):
    """A field of an entity that can be given a value."""

    __slots__ = ()


class SettableEnum(EnumField[E], Settable[S], Generic[E, S]):
    """A choice of an entity that can be given a value: a member of its enum."""

    __slots__ = ()


class SettableText(TextField, Settable[S]):
    """A text of an entity that can be given a value."""

    __slots__ = ()


class SettableUuid(UuidField, Settable[S]):
    """An id in an entity that can be given a value."""

    __slots__ = ()


class EntityFields:
    """The fields of an entity."""

    __slots__ = ()

    def __init_subclass__(cls, entity: str = "", **options: Any) -> None:
        super().__init_subclass__(**options)
        if entity:
            cls.__doc__ = f"What filters and sorts of `{entity}` can name{', and changes can set' if issubclass(cls, Fields) else ''}."


class Fields(EntityFields, Generic[R]):
    """The fields of records that people change."""

    __slots__ = ()

    def set_all(self, record: R) -> list[Change]:
        """Every field as a record has it. What others set in the stored record is overwritten."""
        names = zip(record.__struct_fields__, record.__struct_encode_fields__, strict=True)
        return [Change(type(self), wire, getattr(record, name)) for name, wire in names if isinstance(getattr(self, name, None), Settable)]


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

    __slots__ = ("_fields", "_name", "_of")

    def __init__(self, name: str, fields: Callable[[], F]) -> None:
        self._name = name
        self._fields = fields
        self._of: type[Any] | None = None

    def __set_name__(self, owner: type[Any], name: str) -> None:
        self._of = owner

    @property
    def c(self) -> F:
        """The fields of the other entity."""
        return self._fields()

    def exists(self, condition: Filter | None = None) -> Filter:
        """At least one related record meets the condition; without one, there is a related record."""
        return self._related("exists", condition)

    def none(self, condition: Filter | None = None) -> Filter:
        """No related record meets the condition; without one, there is no related record."""
        return self._related("none", condition)

    def _related(self, word: str, condition: Filter | None) -> Filter:
        condition = Filter() if condition is None else condition
        theirs = type(self._fields())
        if condition.of is not None and condition.of is not theirs:
            raise TypeError(f"filter.{self._name}: expected a condition on `{theirs.__name__}`, found one on `{condition.of.__name__}`")
        return Filter({"relation": self._name, word: condition.to_json()}, self._of)
