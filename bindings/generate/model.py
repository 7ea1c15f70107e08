"""What `api.json` says, as typed Python: types, services and their operations, errors, entities.

Every language's writer reads this and nothing else. Order is that of the file. Whatever does not fit (an unknown type, a reference to
nothing) is an `ApiError` that names the place, so that a writer never meets it.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Union

SCALARS = ("bool", "int", "text", "uuid", "day", "instant", "decimal", "json", "none", "path", "bytes", "source")
KINDS = ("invalid", "not_found", "denied", "conflict", "limit", "unavailable", "corrupt", "internal")
NO_DEFAULT = object()


class ApiError(Exception):
    """`api.json` does not fit its own rules."""


@dataclass(frozen=True)
class Scalar:
    """One of `SCALARS`."""

    name: str


@dataclass(frozen=True)
class Ref:
    """A type of `Api.types`."""

    name: str


@dataclass(frozen=True)
class ListOf:
    item: Type


@dataclass(frozen=True)
class MapOf:
    """Keys are text."""

    value: Type


@dataclass(frozen=True)
class TupleOf:
    items: tuple[Type, ...]


@dataclass(frozen=True)
class OptionalOf:
    item: Type


@dataclass(frozen=True)
class ChangesOf:
    """Some fields of a type of `Api.types`, each with a value: those that are to change."""

    name: str


Type = Union[Scalar, Ref, ListOf, MapOf, TupleOf, OptionalOf, ChangesOf]


@dataclass(frozen=True)
class Field:
    """A field of a struct or of a union's variant, or an argument of an operation."""

    name: str
    type: Type
    required: bool
    default: Any
    """As JSON, where the field may be left out; `NO_DEFAULT` otherwise."""
    doc: str


@dataclass(frozen=True)
class Struct:
    name: str
    doc: str
    fields: tuple[Field, ...]


@dataclass(frozen=True)
class EnumValue:
    value: str
    doc: str


@dataclass(frozen=True)
class Enum:
    name: str
    doc: str
    values: tuple[EnumValue, ...]


@dataclass(frozen=True)
class Variant:
    """Of a union: with a value, with fields, or with neither."""

    tag: str
    doc: str
    value: Type | None
    fields: tuple[Field, ...]


@dataclass(frozen=True)
class UnionType:
    name: str
    doc: str
    variants: tuple[Variant, ...]


Definition = Union[Struct, Enum, UnionType]


@dataclass(frozen=True)
class Operation:
    name: str
    doc: str
    arguments: tuple[Field, ...]
    result: Type


@dataclass(frozen=True)
class Service:
    """Operations of one name space. `session`: called in a session. `entity`: the type of the records that it keeps, if it keeps any."""

    name: str
    doc: str
    session: bool
    entity: str | None
    operations: tuple[Operation, ...]


@dataclass(frozen=True)
class Records:
    """What a service of an entity is, beside the operations of its own."""

    layer: str
    """The last of `LAYERS` that it offers."""
    record: str
    """The type of its records."""
    own: tuple[Operation, ...]


LAYERS = {
    "records": {"list": "filter? sort? limit? after?", "count": "filter?", "report": "by? by_month? sum? filter?"},
    "identified": {"get": "id", "find": "id"},
    "master": {
        "create": "data custom?",
        "create_many": "data",
        "update": "record custom?",
        "patch": "id changes version? custom?",
        "delete": "record",
        "upsert": "key changes mode? custom?",
        "find_external": "key",
        "external_keys": "id",
        "bind_external": "id key",
        "unbind_external": "id key",
        "custom_of": "id",
        "set_custom": "id custom",
    },
}
"""What services of records offer, each layer on top of the one before it: operations with their arguments, and `?` behind one that may be left out. Each
language has a generic class for each layer, written by hand; whatever else a service offers is its own."""


@dataclass(frozen=True)
class ErrorCode:
    code: str
    kind: str
    retryable: bool
    doc: str


@dataclass(frozen=True)
class EntityField:
    """What filters and sorts can name."""

    name: str
    type: Scalar
    searchable: bool
    nullable: bool


@dataclass(frozen=True)
class Relation:
    name: str
    to: str
    """The key of `Api.entities` at the other end."""
    many: bool


@dataclass(frozen=True)
class Entity:
    type_name: str
    """Its key: `Customer`."""
    name: str
    """Its name in filters, feeds and errors: `customer`."""
    fields: tuple[EntityField, ...]
    relations: tuple[Relation, ...]


@dataclass(frozen=True)
class Limit:
    """What every language keeps by itself."""

    name: str
    value: int
    doc: str


@dataclass(frozen=True)
class Api:
    types: dict[str, Definition]
    services: tuple[Service, ...]
    errors: tuple[ErrorCode, ...]
    entities: dict[str, Entity]
    limits: tuple[Limit, ...]

    def page_item(self, type_: Type) -> Type | None:
        """The type of the items, where a type is a page (`{"items": [..], "next": ..}`)."""
        struct = self.types.get(type_.name) if isinstance(type_, Ref) else None
        if not isinstance(struct, Struct) or [field.name for field in struct.fields] != ["items", "next"]:
            return None
        items = struct.fields[0].type
        return items.item if isinstance(items, ListOf) else None

    def held_by(self, entity: Entity, field: EntityField) -> Scalar | Ref:
        """What a field holds: an enum, where the type of the entity's records says so."""
        struct = self.types.get(entity.type_name) or self.types.get(f"{entity.type_name}Record")
        declared = next((own.type for own in struct.fields if own.name == field.name), None) if isinstance(struct, Struct) else None
        inner = declared.item if isinstance(declared, OptionalOf) else declared
        return inner if isinstance(inner, Ref) and isinstance(self.types[inner.name], Enum) else field.type

    def settable(self, entity: Entity, field: EntityField) -> Type | None:
        """What a field is given as a value, where its entity has an operation that takes changes: none for id and version."""
        arguments = (argument for service in self.services for operation in service.operations for argument in operation.arguments)
        struct = self.types.get(entity.type_name) if any(argument.type == ChangesOf(entity.type_name) for argument in arguments) else None
        return next((own.type for own in struct.fields if own.name == field.name), None) if isinstance(struct, Struct) else None

    def records(self, service: Service) -> Records | None:
        """What a service of an entity is; nothing for another one.

        Raises `ApiError` where it offers what a layer does by another shape.
        """
        if service.entity is None:
            return None
        named = {operation.name: operation for operation in service.operations}
        reached = ""
        for layer, operations in LAYERS.items():
            if not operations.keys() <= named.keys():
                break
            for name, shape in operations.items():
                found = " ".join(argument.name + ("" if argument.required else "?") for argument in named[name].arguments)
                if found != shape:
                    raise ApiError(f"{service.name}.{name}: takes `{found}`, and not `{shape}` as of every service of records")
                del named[name]
            reached = layer
        item = self.page_item(next((one.result for one in service.operations if one.name == "list"), Scalar("none")))
        if not reached or not isinstance(item, Ref):
            raise ApiError(f"{service.name}: a service of an entity has {', '.join(LAYERS['records'])}, and lists records")
        return Records(reached, item.name, tuple(named.values()))

    def upserted(self) -> dict[str, str]:
        """The types of what upserts answer, each with that of its record: all of them are one generic class."""
        found: dict[str, str] = {}
        for service in self.services:
            records = self.records(service)
            if records is not None and records.layer == "master":
                result = next(operation.result for operation in service.operations if operation.name == "upsert")
                struct = self.types.get(result.name) if isinstance(result, Ref) else None
                names = [field.name for field in struct.fields] if isinstance(struct, Struct) else []
                if not isinstance(struct, Struct) or names != ["record", "outcome"] or struct.fields[0].type != Ref(records.record):
                    raise ApiError(f"{service.name}.upsert: answers what is not the record and the outcome")
                found[struct.name] = records.record
        return found

    def base_of(self, name: str) -> str | None:
        """For the record of an entity (`CustomerRecord`), the type of its data (`Customer`), all of whose fields it has."""
        data = name.removesuffix("Record")
        record, base = self.types.get(name), self.types.get(data)
        if data == name or not isinstance(record, Struct) or not isinstance(base, Struct):
            return None
        return data if {(field.name, field.type) for field in base.fields} <= {(field.name, field.type) for field in record.fields} else None


def load(path: Path) -> Api:
    """Reads `api.json`.

    Raises `ApiError` where it does not fit, and `OSError`, `ValueError` where it is no JSON.
    """
    return parse(json.loads(path.read_text("utf-8")))


def parse(data: Any) -> Api:
    """Reads the content of `api.json`."""
    types = {name: _definition(name, body) for name, body in data["types"].items()}
    services = tuple(_service(body) for body in data["services"])
    errors = tuple(ErrorCode(e["code"], _kind(e), e.get("retryable", False), doc_of(e)) for e in data.get("errors", []))
    entities = {name: _entity(name, body) for name, body in data.get("entities", {}).items()}
    limits = tuple(Limit(body["name"], body["value"], doc_of(body)) for body in data.get("limits", []))
    api = Api(types, services, errors, entities, limits)
    _check(api)
    return api


def doc_of(data: Any) -> str:
    """A doc as people of another language read it: without code in Rust, and names without links to them and without their paths."""
    text = re.sub(r"^ *```.*?^ *```$", "", data.get("doc", ""), flags=re.DOTALL | re.MULTILINE)
    text = re.sub(r"\[(`[^`]*`)\](\([^)]*\))?", r"\1", text)
    text = re.sub(r"`(?:\w+::)+(\w+)`", r"`\1`", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def parse_type(data: Any, where: str = "type") -> Type:
    """Reads a type."""
    if isinstance(data, str):
        if data not in SCALARS:
            raise ApiError(f"{where}: `{data}` is no type")
        return Scalar(data)
    if isinstance(data, dict) and len(data) == 1:
        ((key, value),) = data.items()
        if key == "ref":
            return Ref(value)
        if key == "list":
            return ListOf(parse_type(value, where))
        if key == "map":
            return MapOf(parse_type(value, where))
        if key == "tuple":
            return TupleOf(tuple(parse_type(item, where) for item in value))
        if key == "optional":
            return OptionalOf(parse_type(value, where))
        if key == "changes":
            return ChangesOf(value)
    raise ApiError(f"{where}: `{json.dumps(data)}` is no type")


def _field(where: str, data: Any) -> Field:
    where = f"{where}.{data['name']}"
    # What the library always gives may still be left out where somebody makes such a value.
    required = data.get("required", True) and "default" not in data
    type_ = parse_type(data["type"], where)
    if not required and data.get("default") is None and not isinstance(type_, OptionalOf) and type_ != Scalar("json"):
        raise ApiError(f"{where}: may be left out, and nothing says what it is then")
    default = NO_DEFAULT if required else data.get("default")
    return Field(data["name"], type_, required, default, doc_of(data))


def _fields(where: str, data: Any) -> tuple[Field, ...]:
    return tuple(_field(where, field) for field in data)


def _definition(name: str, data: Any) -> Definition:
    kind, doc = data["kind"], doc_of(data)
    if kind == "struct":
        return Struct(name, doc, _fields(name, data["fields"]))
    if kind == "enum":
        return Enum(name, doc, tuple(EnumValue(value["value"], doc_of(value)) for value in data["values"]))
    if kind == "union":
        return UnionType(name, doc, tuple(_variant(name, variant) for variant in data["variants"]))
    raise ApiError(f"{name}: `{kind}` is no kind of type")


def _variant(name: str, data: Any) -> Variant:
    where = f"{name}.{data['tag']}"
    value = parse_type(data["value"], where) if "value" in data else None
    fields = _fields(where, data.get("fields", []))
    if value is not None and fields:
        raise ApiError(f"{where}: has a value and fields")
    return Variant(data["tag"], doc_of(data), value, fields)


def _service(data: Any) -> Service:
    operations = tuple(_operation(data["name"], operation) for operation in data["operations"])
    return Service(data["name"], doc_of(data), data["session"], data.get("entity"), operations)


def _operation(service: str, data: Any) -> Operation:
    where = f"{service}.{data['name']}"
    arguments = _fields(where, data["arguments"])
    return Operation(data["name"], doc_of(data), arguments, parse_type(data["result"], where))


def _kind(error: Any) -> str:
    if error["kind"] not in KINDS:
        raise ApiError(f"{error['code']}: `{error['kind']}` is no kind of error")
    return str(error["kind"])


def _entity(type_name: str, data: Any) -> Entity:
    def field(body: Any) -> EntityField:
        where = f"{type_name}.{body['name']}"
        type_ = parse_type(body["type"], where)
        if not isinstance(type_, Scalar):
            raise ApiError(f"{where}: filters compare plain values only")
        return EntityField(body["name"], type_, body.get("searchable", False), body.get("nullable", False))

    relations = tuple(Relation(body["name"], body["to"], body.get("many", True)) for body in data.get("relations", []))
    return Entity(type_name, data["name"], tuple(field(body) for body in data["fields"]), relations)


def references(type_: Type) -> list[str]:
    """The names that a type refers to, itself."""
    if isinstance(type_, (Ref, ChangesOf)):
        return [type_.name]
    if isinstance(type_, (ListOf, OptionalOf)):
        return references(type_.item)
    if isinstance(type_, MapOf):
        return references(type_.value)
    if isinstance(type_, TupleOf):
        return [name for item in type_.items for name in references(item)]
    return []


def parts(definition: Definition) -> list[tuple[str, Type]]:
    """The types that a definition is made of, each with the place where it stands."""
    if isinstance(definition, Struct):
        return [(f"{definition.name}.{field.name}", field.type) for field in definition.fields]
    if isinstance(definition, Enum):
        return []
    values = [(f"{definition.name}.{v.tag}", v.value) for v in definition.variants if v.value is not None]
    fields = [(f"{definition.name}.{v.tag}.{field.name}", field.type) for v in definition.variants for field in v.fields]
    return values + fields


def _check(api: Api) -> None:
    places = [place for definition in api.types.values() for place in parts(definition)]
    for service in api.services:
        for operation in service.operations:
            where = f"{service.name}.{operation.name}"
            places += [(f"{where}.{argument.name}", argument.type) for argument in operation.arguments]
            places.append((where, operation.result))
    for where, type_ in places:
        for name in references(type_):
            if name not in api.types:
                raise ApiError(f"{where}: there is no type `{name}`")
    api.upserted()
    for entity in api.entities.values():
        for relation in entity.relations:
            if relation.to not in api.entities:
                raise ApiError(f"{entity.type_name}.{relation.name}: there is no entity `{relation.to}`")
