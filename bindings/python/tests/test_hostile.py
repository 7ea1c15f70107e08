"""Whatever comes in, the library answers with an error of its own that says where, repeats no more of the value than the limit, and lives on.

The operations are found in the description that the languages are written from, and the values go to each place that an operation has: arguments, records,
their parts, lists, filters, changes, fields of the host.
"""

from __future__ import annotations

import datetime
import io
import json
import keyword
import sys
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec
import pytest

import world
from crm import Crm, CrmError, Customer, ExternalKey, InvalidError, Source, fields, models
from crm._codec import Operation
from crm._limits import MAX_CALL_TEXT, MAX_JSON_DEPTH, MAX_QUOTED

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from generate import model  # noqa: E402

API = model.load(Path(__file__).parent.parent.parent / "api.json")
NESTED = 5
"""Levels of types that values are put into; types hold themselves."""
LONG = "9" * 1_000_000
HUGE = "x" * 100_000_000
HALF = "half a pair \ud800"
UTC = datetime.timezone.utc

Made = Callable[[], object]


def cyclic_list() -> list[Any]:
    cycle: list[Any] = []
    cycle.append(cycle)
    return cycle


def cyclic_dict() -> dict[str, Any]:
    cycle: dict[str, Any] = {}
    cycle["within"] = cycle
    return cycle


def nested(depth: int) -> list[Any]:
    value: list[Any] = []
    for _ in range(depth - 1):
        value = [value]
    return value


DIGITS = Decimal((0, (9,) * 100_000, 0))
NUMBERS: list[object] = [Decimal("1E+999999999"), Decimal("-1E+99999999"), Decimal("1E-999999999"), Decimal("0E+999999999"), DIGITS, 10**100_000]
NO_NUMBERS: list[object] = [Decimal("NaN"), Decimal("-Infinity"), Decimal("sNaN"), float("nan"), float("inf"), 0.1, 1e308, b"1", object(), "", LONG, "1E+99999999", HALF]
TEXTS: list[object] = [HALF, "\udfff", HUGE, b"bytes", 5, Decimal(1), object(), ["x"]]

# What a value of a type cannot be: every language would say so before it sends anything.
REFUSED: dict[str, list[object]] = {
    "decimal": [*NUMBERS, *NO_NUMBERS, True],
    "int": [10**100_000, 2**63, -(2**63) - 1, 1.5, Decimal(1), "1", True, object()],
    "text": TEXTS,
    "uuid": [HALF, HUGE, LONG, b"0" * 16, 5, object()],
    "bool": ["yes", 1, 0.0, object()],
    "day": [datetime.datetime(2026, 1, 10), "2026-01-10", 20260110, "0000-00-00", object()],
    "instant": [
        datetime.datetime(2026, 1, 10),
        datetime.date(2026, 1, 10),
        datetime.datetime.max.replace(tzinfo=datetime.timezone(datetime.timedelta(hours=-12))),
        datetime.datetime.min.replace(tzinfo=datetime.timezone(datetime.timedelta(hours=12))),
        "2026-01-10T00:00:00Z",
        0,
    ],
    "json": [*NUMBERS, cyclic_list(), cyclic_dict(), nested(150), nested(100_000), {1: 2}, {None: 1}, HALF, {HALF: 1}, {"a": [HALF]}, HUGE, 0.1, float("nan"), {1}, b"x", object()],
    "path": [HALF, HUGE, b"x", 5, object()],
    "source": [HALF, 5, io.StringIO("text"), Source(5), Source(b"x", HALF), object()],  # type: ignore[arg-type]
    "enum": ["", 5, HALF, object()],
    "struct": [{}, [], "x", HUGE, object()],
    "union": [{}, "x", object()],
    "list": ["abc", {}, 5, object()],
    "map": [[], "abc", 5, {1: 1}, object()],
    "tuple": [[], "abc", 5, object()],
}

# What a value could be, and what no record has: the library itself answers.
SENT: dict[str, list[object]] = {
    "decimal": [Decimal("1E+50"), Decimal("-9E+28"), Decimal("79228162514264337593543950335"), Decimal("0.0000000000000000000000000001"), 10**60],
    "int": [2**63 - 1, -(2**63)],
    "text": ["x" * MAX_CALL_TEXT, "a\u202eb", "a\0b", "\U0010ffff", "'; DROP TABLE customer; --"],
    "day": [datetime.date(1, 1, 1), datetime.date(9999, 12, 31)],
    "instant": [datetime.datetime(1, 1, 1, tzinfo=UTC), datetime.datetime(9999, 12, 31, 23, 59, 59, 999999, tzinfo=UTC)],
    "json": [nested(MAX_JSON_DEPTH - 1), "x" * MAX_CALL_TEXT, {"x" * 10_000: 1}, {"field": "x" * 10_000, "eq": 1}, {"and": [{"not": {"or": [nested(20)]}}]}],
}

PLAIN: dict[str, object] = {
    "decimal": Decimal(1),
    "int": 1,
    "text": "x",
    "uuid": "01a215c7-fedc-76ef-a21d-6552e5dea887",
    "bool": True,
    "day": datetime.date(2026, 1, 10),
    "instant": datetime.datetime(2026, 1, 10, tzinfo=UTC),
    "json": {},
    "path": "/nowhere/at/all.xlsx",
    "source": b"nothing",
}


def kind(type_: model.Type) -> str:
    """The key of the values that a type is tried with."""
    if isinstance(type_, model.Scalar):
        return type_.name
    if isinstance(type_, model.Ref):
        named = API.types[type_.name]
        return "enum" if isinstance(named, model.Enum) else "union" if isinstance(named, model.UnionType) else "struct"
    return {model.ListOf: "list", model.MapOf: "map", model.TupleOf: "tuple", model.OptionalOf: "optional", model.ChangesOf: "changes"}[type(type_)]


def plain(type_: model.Type) -> object:
    """A value that fits."""
    if isinstance(type_, model.Scalar):
        return PLAIN[type_.name]
    if isinstance(type_, model.OptionalOf):
        return None
    if isinstance(type_, (model.ListOf, model.ChangesOf)):
        return []
    if isinstance(type_, model.MapOf):
        return {}
    if isinstance(type_, model.TupleOf):
        return tuple(plain(item) for item in type_.items)
    assert isinstance(type_, model.Ref)
    named = API.types[type_.name]
    if isinstance(named, model.Enum):
        return next(iter(getattr(models, named.name)))
    if isinstance(named, model.UnionType):
        return variant(named, named.variants[0], {})
    return getattr(models, named.name)(**{attribute(field.name): plain(field.type) for field in named.fields if field.required})


def attribute(name: str) -> str:
    return f"{name}_" if keyword.iskeyword(name) else name


def variant(union: model.UnionType, one: model.Variant, given: dict[str, object]) -> object:
    made: Any = getattr(models, f"{union.name}{''.join(part.title() for part in one.tag.split('_'))}")
    if one.value is not None:
        return made(given.get("value", plain(one.value)) if given else plain(one.value))
    return made(**{attribute(field.name): plain(field.type) for field in one.fields if field.required} | given)


def places(type_: model.Type, values: dict[str, list[object]], depth: int = 0) -> Iterator[tuple[str, object]]:
    """Values of a type with one place that holds one of `values`, and that place."""
    for value in values.get(kind(type_), []):
        yield "", value
    if depth >= NESTED:
        return
    if isinstance(type_, model.OptionalOf):
        yield from places(type_.item, values, depth)
    elif isinstance(type_, model.ListOf):
        for place, value in places(type_.item, values, depth + 1):
            yield f"[1]{place}", [plain(type_.item), value]
    elif isinstance(type_, model.MapOf):
        for place, value in places(type_.value, values, depth + 1):
            yield f".some{place}", {"some": value}
    elif isinstance(type_, model.TupleOf):
        for index, item in enumerate(type_.items):
            for place, value in places(item, values, depth + 1):
                yield f"[{index}]{place}", tuple(value if index == at else plain(other) for at, other in enumerate(type_.items))
    elif isinstance(type_, model.ChangesOf):
        changed: Any = getattr(fields, f"{type_.name}Fields")()
        struct = API.types[type_.name]
        assert isinstance(struct, model.Struct)
        for field in struct.fields:
            for place, value in places(field.type, values, depth + 1):
                yield f".{field.name}{place}", [getattr(changed, attribute(field.name)).set(value)]
    elif isinstance(type_, model.Ref):
        yield from places_of(API.types[type_.name], values, depth + 1)


def places_of(named: model.Definition, values: dict[str, list[object]], depth: int) -> Iterator[tuple[str, object]]:
    if isinstance(named, model.Struct):
        whole = getattr(models, named.name)(**{attribute(field.name): plain(field.type) for field in named.fields if field.required})
        for field in named.fields:
            for place, value in places(field.type, values, depth):
                yield f".{attribute(field.name)}{place}", msgspec.structs.replace(whole, **{attribute(field.name): value})
    elif isinstance(named, model.UnionType):
        for one in named.variants:
            held = one.fields if one.value is None else (model.Field("value", one.value, True, model.NO_DEFAULT, ""),)
            for field in held:
                for place, value in places(field.type, values, depth):
                    yield f".{attribute(field.name)}{place}", variant(named, one, {attribute(field.name): value})


def calls(values: dict[str, list[object]]) -> Iterator[tuple[Operation[Any], str, dict[str, object]]]:
    """Every operation with each of its places taken by each of the values: the operation, the place, its arguments."""
    for service in API.services:
        for described in service.operations:
            operation = world.OPERATIONS[f"{service.name}.{described.name}"]
            whole = {argument.name: plain(argument.type) for argument in described.arguments if argument.required}
            for argument in described.arguments:
                # What names fields or is a condition is lowered by what it is about, which says the same of its parts.
                for place, value in places(argument.type, values):
                    yield operation, f"{argument.name}{place}", {**whole, argument.name: value}


def check_bounded(error: CrmError) -> None:
    """Nothing of an error is longer than it may be, and all of it can be printed."""
    assert len(str(error)) <= 2_000 + 100, f"{len(str(error))} characters"
    for text in (str(error), repr(error)[:100], *error.details.values()):
        text.encode("utf-8")
    assert all(len(detail) <= MAX_QUOTED for detail in error.details.values()), {name: len(detail) for name, detail in error.details.items()}


def test_every_operation_is_tried() -> None:
    described = {f"{service.name}.{operation.name}" for service in API.services for operation in service.operations}
    assert described == world.OPERATIONS.keys() and len(described) > 400
    tried = {kind(argument.type) for service in API.services for operation in service.operations for argument in operation.arguments}
    assert {"decimal", "struct", "list", "json", "changes", "source", "path"} <= tried | {"decimal"}


def test_what_no_call_can_say_is_refused_with_its_place(memory: world.Books) -> None:
    caller, seen = memory.session._caller, 0
    before = memory.session.audit.count()
    for operation, place, arguments in calls(REFUSED):
        with pytest.raises(InvalidError) as refused:
            caller.call(operation, arguments)
        error = refused.value
        assert error.code == "bindings.request" and error.kind == "invalid", f"{operation.name}: {place}: {error}"
        path = error.details["path"]
        # The place, or one within a value that has parts of its own.
        assert path.startswith(place), f"{operation.name}: {place}: {error}"
        assert str(error).startswith(f"{operation.name}: {path}: "), str(error)
        check_bounded(error)
        seen += 1
    assert seen > 25_000, seen
    assert memory.session.audit.count() == before


def test_what_no_record_has_is_an_answer_of_the_library(books: world.Books) -> None:
    caller, refused = books.session._caller, 0
    for operation, place, arguments in calls(SENT):
        if operation.name.startswith("crm."):
            continue
        try:
            caller.call(operation, arguments)
        except CrmError as error:
            refused += 1
            assert error.kind not in ("internal", "corrupt", "unavailable"), f"{operation.name}: {place}: {error}"
            check_bounded(error)
    assert refused > 1_000, refused
    books.session.verify()


@pytest.mark.parametrize("hostile", ["[" * 150 + "]" * 150, "[" * 100_000 + "]" * 100_000, '{"a":' * 1_000 + "1" + "}" * 1_000, "1e999999999", LONG, f'"{LONG}"', f"-{LONG}.{LONG}", '"0000-01-01"', '"10000-01-01"', '"\\ud800"', "\x00", "{"])
def test_raw_json_is_bounded_too(memory: world.Books, hostile: str) -> None:
    handle, native = memory.session._caller._handle, memory.session._caller._native
    assert handle is not None
    for service in API.services:
        for operation in service.operations:
            for argument in operation.arguments:
                sent = f'{{"{argument.name}":{hostile}}}'.encode()
                reply = native.call(handle.id, f"{service.name}.{operation.name}", None, sent)
                assert len(reply) < 4_000, f"{operation.name}: {argument.name}: {len(reply)} bytes"
                answer = json.loads(reply)
                assert answer.get("error", {}).get("kind") not in ("internal", "corrupt"), f"{operation.name}: {argument.name}: {reply!r}"


def test_names_of_fields_and_keys_are_bounded(memory: world.Books) -> None:
    session, c = memory.session, Customer.c
    key = ExternalKey(system="shop", id="1")
    tries: list[Callable[[], object]] = [
        lambda: session.customers.list(sort=[LONG]).page(),
        lambda: session.customers.list(sort=[HALF]).page(),
        lambda: session.customers.list(after=LONG).page(),
        lambda: session.customers.list({LONG: 1}).page(),
        lambda: session.customers.list({"field": "name", LONG: 1}).page(),
        lambda: session.customers.list(c.name.contains(LONG)).page(),
        lambda: session.customers.list(c.name == LONG).page(),
        lambda: session.customers.list(c.name == HALF).page(),
        lambda: session.customers.list(c.payment_days >= 10**100_000).page(),
        lambda: session.customers.list(c.name.contains(HUGE)).page(),
        lambda: session.customers.report(by=[LONG]),
        lambda: session.customers.report(by_month=LONG),
        lambda: session.customers.report(sum=[LONG]),
        lambda: session.customers.upsert(key, c.name.set(HALF)),
        lambda: session.customers.upsert(ExternalKey(system=LONG, id=LONG), c.name.set("x")),
        lambda: session.customers.create(Customer(code="C9", name="x"), custom={LONG: 1}),
        lambda: session.customers.create(Customer(code="C9", name="x"), custom={HALF: 1}),
        lambda: session.keyed(LONG).customers.create(Customer(code="C9", name="x")),
        lambda: session.keyed(HALF),
        lambda: session.keyed(HUGE),
        lambda: Crm.open(HALF),
        lambda: Crm.open(HUGE),
        lambda: Crm.open(f"sqlite:/nowhere/{LONG}"),
        lambda: Crm.open(f"postgres://{LONG}/erp?sslmode={LONG}"),
    ]
    for number, write in enumerate(tries):
        with pytest.raises(CrmError) as refused:
            write()
        assert refused.value.kind in ("invalid", "limit", "unavailable", "not_found"), f"{number}: {refused.value}"
        check_bounded(refused.value)


def test_an_error_of_an_argument_is_what_python_expects_too(memory: world.Books) -> None:
    with pytest.raises(TypeError):
        memory.session.customers.create(Customer(code="C2", name=5))  # type: ignore[arg-type]
    with pytest.raises(ValueError):
        memory.session.customers.create(Customer(code="C2", name=HALF))
    with pytest.raises(InvalidError) as nested:
        memory.session.sales.deliver(memory.delivery(price="1E+999999999"))
    assert nested.value.details["path"] == "delivery.lines[0].unit_price.amount"
    assert (nested.value.details["name"], nested.value.details["limit"]) == ("MAX_NUMBER", "100")


def test_a_changed_field_names_the_place_within_it(memory: world.Books) -> None:
    caller = memory.session._caller
    assert caller._handle is not None
    price = {"id": str(memory.product_id), "changes": {"list_price": {"amount": 0.5, "currency": "EUR"}}}
    reply = json.loads(caller._native.call(caller._handle.id, "products.patch", None, json.dumps(price).encode()))
    assert (reply["error"]["code"], reply["error"]["details"]["path"], reply["error"]["details"]["field"]) == ("field.invalid", "list_price.amount", "list_price")
