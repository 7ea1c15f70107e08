"""Between Python values and the JSON that the library takes and gives.

What always holds: an argument is lowered by the type that its operation declares, so that a decimal is sent as the text of a
`decimal.Decimal` and never comes from a float, an instant has a time zone, and what does not fit is refused with its place. A reply is
decoded straight into the classes of `crm.models`.
"""

from __future__ import annotations

import collections.abc
import datetime
import enum
import keyword
import os
import types
import typing
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any, Generic, TypeVar
from uuid import UUID

import msgspec

from . import errors
from ._limits import MAX_CALL_BYTES, MAX_CALL_TEXT, MAX_FILE_BYTES, MAX_JSON_DEPTH, MAX_NUMBER, MAX_QUOTED
from .files import FilePath, FileSource, Readable, Source

T = TypeVar("T")
Lower = Callable[[Any], Any]


@typing.runtime_checkable
class Condition(typing.Protocol):
    """What has a JSON form of its own, and an entity that it is about, if it is known: a filter."""

    @property
    def of(self) -> type[Any] | None: ...

    def to_json(self) -> dict[str, Any]: ...


@typing.runtime_checkable
class Named(typing.Protocol):
    """A field of an entity."""

    @property
    def of(self) -> type[Any] | None: ...

    @property
    def name(self) -> str: ...


@typing.runtime_checkable
class Given(Named, typing.Protocol):
    """A field of an entity, and the value that it is to have."""

    @property
    def value(self) -> object: ...


class Page(msgspec.Struct, Generic[T], kw_only=True):
    """A page of a list.

    items: its records.
    next: where the next page begins, to be given as `after`; `None` on the last page.
    """

    items: list[T]
    next: str | None = None


class Operation(Generic[T]):
    """What can be called: its name, the types of its arguments, those that may be left out (and are, where they are `None`), and the type of
    its result."""

    __slots__ = ("_decoder", "_lowers", "_optional", "_types", "name", "result")

    def __init__(self, name: str, required: Mapping[str, object], optional: Mapping[str, object], result: Any) -> None:
        self.name = name
        self.result = result
        self._types = {**required, **optional}
        self._optional = frozenset(optional)
        self._lowers: dict[str, Lower] | None = None
        self._decoder: msgspec.json.Decoder[Any] | None = None

    def lower(self, arguments: Mapping[str, object]) -> dict[str, object]:
        """The arguments as JSON has them.

        Raises `InvalidError`, which is a `TypeError` or a `ValueError` too, where one does not fit.
        """
        lowers = self._lowers
        if lowers is None:
            lowers = self._lowers = {name: lowering(type_) for name, type_ in self._types.items()}
        lowered = {}
        name = ""
        try:
            for name, value in arguments.items():
                if value is not None or name not in self._optional:
                    lowered[name] = lowers[name](value)
        except Unfit as unfit:
            raise unfit.inside(name).error(self.name) from None
        except RecursionError:  # what holds itself
            raise _too_deep().inside(name).error(self.name) from None
        return lowered

    def encode(self, lowered: Mapping[str, object]) -> bytes:
        """Arguments that were lowered, as they are sent."""
        try:
            encoded = _encode(lowered)
        except (UnicodeEncodeError, RecursionError):
            raise self._unsaid(lowered) from None
        if len(encoded) > MAX_CALL_BYTES:
            raise _beyond(f"{len(encoded)} bytes exceed", "MAX_CALL_BYTES", MAX_CALL_BYTES).inside("arguments").error(self.name)
        return encoded

    def _unsaid(self, lowered: Mapping[str, object]) -> Exception:
        """Why JSON cannot say this, and where."""
        try:
            for name, value in lowered.items():
                _at(name, _find_half, value)
        except Unfit as unfit:
            return unfit.error(self.name)
        return _too_deep().error(self.name)

    def read(self, reply: bytes, asked: Mapping[str, object]) -> T:
        """The result in a reply to arguments that were lowered; otherwise as `decode`."""
        result = self.decode(reply)
        return typing.cast(T, self.result.named(typing.cast(Any, result), asked)) if isinstance(self.result, RowsOf) else result

    def decode(self, reply: bytes) -> T:
        """What a reply says.

        Raises `CrmError` where the reply is an error.
        """
        decoder = self._decoder
        if decoder is None:
            sent = getattr(self.result, "_sent", self.result)  # what is made of something else says what that is
            decoder = self._decoder = msgspec.json.Decoder(_Reply[sent])  # type: ignore[valid-type]
        try:
            read = decoder.decode(reply)
        except msgspec.ValidationError as unfit:
            raise errors.InternalError("bindings.reply", f"{self.name}: the reply does not match the expected type: {unfit}") from unfit
        if read.error is not None:
            raise read.error.exception()
        return typing.cast(T, read.ok)


class _Error(msgspec.Struct):
    code: str
    kind: str
    message: str
    details: dict[str, str] = msgspec.field(default_factory=dict)
    retryable: bool = False

    def exception(self) -> errors.CrmError:
        return errors.of_kind(self.kind, self.code, self.message, self.details, self.retryable)


class _Reply(msgspec.Struct, Generic[T]):
    ok: T | msgspec.UnsetType = msgspec.UNSET
    error: _Error | None = None


def check(reply: bytes) -> None:
    """Raises `CrmError` where a reply is an error."""
    NOTHING.decode(reply)


NOTHING: Operation[object] = Operation("crm", {}, {}, Any)


class Unfit(Exception):
    """A value that does not fit its type; the place is collected on the way out."""

    def __init__(self, kind: type[errors.InvalidError], problem: str, limit: tuple[str, int] | None = None) -> None:
        super().__init__(problem)
        self.kind = kind
        self.problem = problem
        self.limit = limit
        self.places: list[str] = []

    def inside(self, place: str) -> Unfit:
        self.places.append(place)
        return self

    def error(self, operation: str) -> Exception:
        path, reason = shortened("".join(reversed(self.places))), shortened(self.problem)
        details = {"operation": operation, "path": path, "reason": reason}
        if self.limit is not None:
            details |= {"name": self.limit[0], "limit": str(self.limit[1])}
        place = f"{operation}: {path}" if path and operation else operation or path
        return self.kind("bindings.request", f"{place}: {reason}", details)


def shortened(text: str) -> str:
    """As much of a text as an error repeats: how it begins and how it ends, with nothing in it that could not be printed."""
    if len(text) > MAX_QUOTED:
        ending = (MAX_QUOTED - 1) // 3
        text = f"{text[: MAX_QUOTED - 1 - ending]}…{text[-ending:]}"
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _beyond(what: str, name: str, limit: int) -> Unfit:
    return Unfit(errors.ArgumentValueError, f"{what} the limit `{name}` of {limit}", (name, limit))


def _too_deep() -> Unfit:
    limit = ("MAX_JSON_DEPTH", MAX_JSON_DEPTH)
    return Unfit(errors.ArgumentValueError, f"is nested deeper than the limit `MAX_JSON_DEPTH` of {MAX_JSON_DEPTH}", limit)


def _find_half(value: object) -> None:
    """Finds the text that is no Unicode, where there is one."""
    if isinstance(value, str):
        try:
            value.encode("utf-8")
        except UnicodeEncodeError as half:
            raise Unfit(errors.ArgumentValueError, f"there is an unpaired surrogate at {half.start}: the text is not valid Unicode") from None
    elif isinstance(value, Mapping):
        for key, item in value.items():
            _at(f".{shortened(key)}", _find_half, key)
            _at(f".{key}", _find_half, item)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            _at(f"[{index}]", _find_half, item)


def _wanted(what: str, value: object) -> Unfit:
    got = type(value).__name__ if value is not None else "None"
    article = "an" if got[0] in "aeiou" else "a"
    return Unfit(errors.ArgumentTypeError, f"expected {what}, found {got if value is None else f'{article} {got}'}")


def _plain(value: Decimal) -> str:
    if not value.is_finite():
        raise Unfit(errors.ArgumentValueError, f"`{shortened(str(value))}` is not a number")
    # Where its first digit stands is known without writing it down; `1E+999999999` would take all memory.
    if -MAX_NUMBER <= value.adjusted() <= MAX_NUMBER and len(plain := format(value, "f")) <= MAX_NUMBER:
        return plain
    raise _beyond("the number is longer than", "MAX_NUMBER", MAX_NUMBER)


_MAX_BITS = 3 * MAX_NUMBER
"""Of an integer that can be written with so few digits."""


def decimal(value: object) -> str:
    """A decimal as the library reads it. Never from a float."""
    if isinstance(value, Decimal):
        return _plain(value)
    if isinstance(value, int) and not isinstance(value, bool):
        if value.bit_length() > _MAX_BITS:
            raise _beyond("the number is longer than", "MAX_NUMBER", MAX_NUMBER)
        return str(value)
    if isinstance(value, str):
        if len(value) > MAX_NUMBER:
            raise _beyond(f"{len(value)} characters of a number exceed", "MAX_NUMBER", MAX_NUMBER)
        try:
            return _plain(Decimal(value))
        except InvalidOperation:
            raise Unfit(errors.ArgumentValueError, f"`{value}` is not a number") from None
    if isinstance(value, float):
        raise Unfit(errors.ArgumentTypeError, f"expected a decimal, found a float, which is not exact: write Decimal({str(value)!r})")
    raise _wanted("a decimal", value)


def _instant(value: object) -> str:
    if not isinstance(value, datetime.datetime):
        raise _wanted("a datetime", value)
    if value.utcoffset() is None:
        raise Unfit(errors.ArgumentValueError, f"`{value.isoformat()}` has no time zone: give the datetime a tzinfo")
    try:
        return value.astimezone(datetime.timezone.utc).isoformat().replace("+00:00", "Z")
    except OverflowError:
        raise Unfit(errors.ArgumentValueError, f"`{value.isoformat()}` is outside the years 1 to 9999 in UTC") from None


def _day(value: object) -> str:
    if not isinstance(value, datetime.date) or isinstance(value, datetime.datetime):
        raise _wanted("a date", value)
    return value.isoformat()


def _uuid(value: object) -> str:
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, str):
        try:
            return str(UUID(value[: MAX_NUMBER + 1]))  # a longer one is none either
        except ValueError:
            raise Unfit(errors.ArgumentValueError, f"`{shortened(value)}` is not a UUID") from None
    raise _wanted("a UUID", value)


def _bool(value: object) -> bool:
    if not isinstance(value, bool):
        raise _wanted("a bool", value)
    return value


def _int(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise _wanted("an int", value)
    if value.bit_length() > 63:
        raise Unfit(errors.ArgumentValueError, "the integer has more than 64 bits")
    return int(value)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise _wanted("a str", value)
    if len(value) > MAX_CALL_TEXT:
        raise _beyond(f"{len(value)} characters exceed", "MAX_CALL_TEXT", MAX_CALL_TEXT)
    return str(value)


def text(value: str) -> str:
    """A text that stands by itself, not in JSON."""
    _find_half(_text(value))
    return value


def _path(value: object) -> str:
    if not isinstance(value, (str, os.PathLike)):
        raise _wanted("a str or a Path", value)
    path = os.fspath(value)
    if not isinstance(path, str):
        raise _wanted("a path of str", path)
    return _text(path)


def _bytes(value: object) -> bytes | bytearray | memoryview:
    if not isinstance(value, (bytes, bytearray, memoryview)):
        raise _wanted("bytes", value)
    size = value.nbytes if isinstance(value, memoryview) else len(value)
    if size > MAX_FILE_BYTES:
        raise _beyond(f"{size} bytes exceed", "MAX_FILE_BYTES", MAX_FILE_BYTES)
    return value


def _read(stream: Readable) -> bytearray:
    """What a stream gives until it ends, as far as a file may go."""
    # Gathered in one place: a stream may give a byte at a time.
    whole = bytearray()
    while len(whole) <= MAX_FILE_BYTES:
        part = stream.read(MAX_FILE_BYTES + 1 - len(whole))
        if not isinstance(part, (bytes, bytearray)):
            raise _wanted("a stream of bytes", part)
        if not part:
            break
        whole += part
    return whole


def _source(value: object) -> dict[str, object]:
    """A file that is read: its path, or what it holds, and what it is called if that is known."""
    if isinstance(value, (str, os.PathLike)):
        return {"path": _path(value)}
    contents, name = (value.contents, value.name) if isinstance(value, Source) else (value, None)
    if isinstance(contents, Readable):
        called = getattr(contents, "name", None)
        name = os.path.basename(called) if name is None and isinstance(called, str) else name
        contents = _read(contents)
    elif not isinstance(contents, (bytes, bytearray, memoryview)):
        raise _wanted("a path, bytes or a stream of bytes", contents)
    return {"bytes": _bytes(contents), **({} if name is None else {"name": _text(name)})}


def _none(value: object) -> None:
    if value is not None:
        raise _wanted("None", value)


def free(value: object, depth: int = 2) -> object:
    """Free JSON: what Python's types say, with filters and models as the library reads them. Never a float: no value of the library is one.

    depth: of a list or an object that stands here; the object of arguments is the first.
    """
    if value is None or type(value) is bool:
        return value
    if type(value) is str:
        return _text(value)
    if type(value) is int:
        return _int(value)
    if isinstance(value, float):
        return decimal(value)
    if isinstance(value, Mapping):
        _check_depth(depth)
        mapping: dict[str, object] = {}
        for key, item in value.items():
            try:
                mapping[_key_text(key)] = free(item, depth + 1)
            except Unfit as unfit:
                raise unfit.inside(f".{key}" if isinstance(key, str) else "") from None
        return mapping
    if isinstance(value, (list, tuple)):
        _check_depth(depth)
        items: list[object] = []
        for item in value:
            try:
                items.append(free(item, depth + 1))
            except Unfit as unfit:
                raise unfit.inside(f"[{len(items)}]") from None
        return items
    if isinstance(value, Condition):
        return free(value.to_json(), depth)
    if isinstance(value, msgspec.Struct):
        return lowering(type(value))(value)
    if isinstance(value, enum.Enum):
        return value.value
    for type_, lower in _SCALARS.items():
        if type_ is not bytes and isinstance(value, type_):
            return lower(value)
    raise _wanted("a value that JSON can represent", value)


def _check_depth(depth: int) -> None:
    if depth > MAX_JSON_DEPTH:
        raise _too_deep()


def _key_text(key: object) -> str:
    if not isinstance(key, str):
        raise Unfit(errors.ArgumentTypeError, f"a key of a dict must be a str, not {type(key).__name__}")
    return _text(key)


class OfModel:
    """The type of an argument or an answer that is about an entity. `model`: its model, or the parameter that one stands for."""

    __slots__ = ("model",)

    def __init__(self, model: Any) -> None:
        self.model = model

    @property
    def fields(self) -> type[Any]:
        """The class of its fields, such as `CustomerFields`."""
        return type(self.model.c)

    def instead(self, models: Mapping[Any, type[Any]]) -> OfModel:
        """The same about the model that stands for a parameter."""
        return type(self)(models.get(self.model, self.model))


class NameOf(OfModel):
    """The type of an argument that names a field, as a text or as a field of the entity."""

    __slots__ = ()

    def lower(self, value: object) -> object:
        if isinstance(value, Named):
            _check_subject(value.of, self.fields)
            return value.name
        return _text(value)


class NamesOf(NameOf):
    """The type of an argument that names fields."""

    __slots__ = ()

    def lower(self, value: object) -> object:
        if isinstance(value, str) or not isinstance(value, Sequence):
            raise _wanted("a list", value)
        return [_at(f"[{index}]", super(NamesOf, self).lower, one) for index, one in enumerate(value)]


class FilterOf(OfModel):
    """The type of an argument that is a condition on an entity."""

    __slots__ = ()

    def lower(self, value: object) -> object:
        if isinstance(value, Condition):
            _check_subject(value.of, self.fields)
        return free(value)


class ChangesOf(OfModel):
    """The type of an argument that gives fields of an entity their values."""

    __slots__ = ("_lowers",)

    def __init__(self, model: Any) -> None:
        super().__init__(model)
        self._lowers: dict[str, Lower] | None = None

    def lower(self, changes: object) -> object:
        if self._lowers is None:
            self._lowers = {wire: lowering(type_) for _, wire, type_ in field_types(self.model)}
        lowered: dict[str, object] = {}
        for change in typing.cast(Sequence[object], changes):
            if not isinstance(change, Given):
                raise _wanted("a change such as `.c.name.set(..)`", change)
            _check_subject(change.of, self.fields, "a record can only be changed in its own fields")
            lower = self._lowers.get(change.name)
            if lower is None:
                raise Unfit(errors.ArgumentTypeError, f"`{change.name}` is not a field that can be set")
            lowered[change.name] = _at(f".{change.name}", lower, change.value)
        return lowered


class RowsOf(OfModel):
    """The type of the answer of a report: its rows by name. A row of the library is a list: the month if there is one, the groups, the count, the sums."""

    __slots__ = ()

    _sent = list[list[Any]]

    def named(self, rows: list[list[Any]], asked: Mapping[str, Any]) -> list[dict[str, Any]]:
        """The rows by the names that were asked for; `count` is the count."""
        months, groups, sums = (["month"] if asked.get("by_month") else []), asked.get("by") or [], asked.get("sum") or []
        held = [*(str for _ in months), *(_held(self.fields, group) for group in groups), int, *(Decimal for _ in sums)]
        names = [*months, *groups, "count", *sums]
        return [
            {name: value if value is None else msgspec.convert(value, type_) for name, type_, value in zip(names, held, row, strict=True)} for row in rows
        ]


def _held(fields: Any, path: str) -> Any:
    """The type of a field, through relations to one record: `customer.group_id`."""
    *relations, name = path.split(".")
    for relation in relations:
        found = getattr(fields, relation, None)
        if found is None:
            return Any
        fields = found.c
    field = getattr(fields, f"{name}_" if keyword.iskeyword(name) else name, None)
    return Any if field is None else field.holds


def _check_subject(
    of: type[Any] | None, fields: type[Any], reason: str = "test related records by `.exists(..)` or `.none(..)` of the relation"
) -> None:
    if of is not None and of is not fields:
        raise Unfit(errors.ArgumentTypeError, f"expected {_subject(fields)}, found {_subject(of)}; {reason}")


def _subject(fields: type[Any]) -> str:
    return f"`{fields.__name__}`"


def _at(place: str, lower: Lower, value: object) -> object:
    try:
        return lower(value)
    except Unfit as unfit:
        raise unfit.inside(place) from None


# A datetime is a date and a bool an int, so the order counts for `free`.
_SCALARS: dict[type, Lower] = {
    Decimal: decimal,
    datetime.datetime: _instant,
    datetime.date: _day,
    UUID: _uuid,
    bool: _bool,
    int: _int,
    str: _text,
    type(None): _none,
    bytes: _bytes,
}


_LOWERINGS: dict[Any, Lower] = {Any: free, FilePath: _path, FileSource: _source, **_SCALARS}


def lowering(type_: Any) -> Lower:
    """The function that lowers values of a type to what JSON has."""
    lower = _LOWERINGS.get(type_)
    if lower is None:
        lower = _LOWERINGS[type_] = _lowering(type_)
    return lower


def _lowering(type_: Any) -> Lower:
    if isinstance(type_, (ChangesOf, FilterOf, NameOf)):
        return type_.lower
    origin, arguments = typing.get_origin(type_), typing.get_args(type_)
    if origin in (list, collections.abc.Sequence):
        return _lower_list(arguments[0])
    if origin in (dict, collections.abc.Mapping):
        return _lower_dict(arguments[1])
    if origin is tuple:
        return _lower_tuple(arguments)
    if origin in (typing.Union, types.UnionType):
        return _lower_union(arguments)
    if issubclass(type_, enum.Enum):
        return _lower_enum(type_)
    return _lower_struct(type_)


def _lower_list(item: Any) -> Lower:
    lower = lowering(item)

    def lower_list(values: object) -> object:
        if not isinstance(values, (list, tuple)):
            raise _wanted("a list", values)
        lowered: list[object] = []
        try:
            for value in values:
                lowered.append(lower(value))
        except Unfit as unfit:
            raise unfit.inside(f"[{len(lowered)}]") from None
        return lowered

    return lower_list


def _lower_dict(item: Any) -> Lower:
    lower = lowering(item)

    def lower_dict(values: object) -> object:
        if not isinstance(values, Mapping):
            raise _wanted("a dict", values)
        return {_key_text(key): _at(f".{key}", lower, value) for key, value in values.items()}

    return lower_dict


def _lower_tuple(items: tuple[Any, ...]) -> Lower:
    lowers = [lowering(item) for item in items]

    def lower_tuple(values: object) -> object:
        if not isinstance(values, (list, tuple)) or len(values) != len(lowers):
            raise _wanted(f"a tuple of {len(lowers)}", values)
        return [_at(f"[{index}]", lower, value) for index, (lower, value) in enumerate(zip(lowers, values, strict=True))]

    return lower_tuple


def _lower_union(members: tuple[Any, ...]) -> Lower:
    """Either something optional, or the variants of a union, or both."""
    optional = type(None) in members
    rest = [member for member in members if member is not type(None)]
    if len(rest) == 1:
        lower_one = lowering(rest[0])
        return lambda value: None if value is None else lower_one(value)
    # Their own lowering is looked up late: a variant can hold the union.
    names = " or ".join(member.__name__ for member in rest)

    def lower_union(value: object) -> object:
        if value is None and optional:
            return None
        if type(value) not in rest:
            raise _wanted(names, value)
        return lowering(type(value))(value)

    return lower_union


def _lower_enum(type_: type[enum.Enum]) -> Lower:
    def lower_enum(value: object) -> object:
        if not isinstance(value, type_):
            raise _wanted(f"crm.{type_.__name__}", value)
        return value.value

    return lower_enum


def field_types(struct: type[msgspec.Struct]) -> list[tuple[str, str, Any]]:
    """The fields of a model: name in Python, name in JSON, type."""
    hints = typing.get_type_hints(struct)
    return [(name, wire, hints[name]) for name, wire in zip(struct.__struct_fields__, struct.__struct_encode_fields__, strict=True)]


def _lower_struct(struct: type[msgspec.Struct]) -> Lower:
    tag = {"kind": struct.__struct_config__.tag} if struct.__struct_config__.tag else {}
    fields: list[tuple[str, str, Lower]] = []
    compiled = False

    def lower_struct(value: object) -> object:
        nonlocal compiled
        if not isinstance(value, struct):
            raise _wanted(f"crm.{struct.__name__}", value)
        if not compiled:  # late, because a model can hold itself
            fields[:] = [(name, wire, lowering(type_)) for name, wire, type_ in field_types(struct)]
            compiled = True
        lowered: dict[str, object] = dict(tag)
        name = ""
        try:
            for name, wire, lower in fields:
                lowered[wire] = lower(getattr(value, name))
        except Unfit as unfit:
            raise unfit.inside(f".{name}") from None
        return lowered

    return lower_struct


_encode = msgspec.json.Encoder().encode
