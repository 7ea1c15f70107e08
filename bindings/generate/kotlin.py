"""Writes the Kotlin module's generated files: data classes, the services with suspending and with blocking calls, fields for filters, codes.

What a call does at run time is written by hand in `bindings/kotlin/src/main/kotlin/crm`; a line here is only a name, a type, a default or
its documentation. What every service of records offers is written by hand too (`Records.kt`), with suspending calls; here the same is written with
calls that block. Names are the library's, as Kotlin spells them; on the wire they stay as they are.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from .model import (
    NO_DEFAULT,
    Api,
    ApiError,
    ChangesOf,
    Definition,
    Entity,
    EntityField,
    Enum,
    Field,
    ListOf,
    MapOf,
    Operation,
    OptionalOf,
    Ref,
    Scalar,
    Service,
    Struct,
    TupleOf,
    Type,
    UnionType,
    Variant,
    parts,
    references,
)

BY_HAND = Path(__file__).parent.parent / "kotlin/src/main/kotlin/crm"
FOLDER = "kotlin/src/main/kotlin/crm/generated"
WIDTH = 146
"""Of a line, its indentation apart."""
HEADER = "// Written by bindings/generate from api.json; a change here is lost.\n"

SCALARS = {
    "bool": "Boolean",
    "int": "Long",
    "text": "String",
    "uuid": "UUID",
    "day": "LocalDate",
    "instant": "Instant",
    "decimal": "BigDecimal",
    "json": "JsonElement",
    "none": "Unit",
    "path": "Path",
    "bytes": "ByteArray",
    "source": "Source",
}
SERIALIZERS = {
    "bool": "Boolean.serializer()",
    "int": "Long.serializer()",
    "text": "String.serializer()",
    "uuid": "UuidText",
    "day": "DayText",
    "instant": "InstantText",
    "decimal": "DecimalText",
    "json": "JsonElement.serializer()",
    "none": "NothingBack",
    "path": "PathText",
    "bytes": "BytesText",
    "source": "SourceJson",
}
LINK = re.compile(r"\[`([^`\]]+)`\](\([^)]*\))?")
TUPLES = {2: ("Pair", "PairList"), 3: ("Triple", "TripleList")}
IMPORTS = {
    "UUID": "java.util.UUID",
    "Path": "java.nio.file.Path",
    "LocalDate": "java.time.LocalDate",
    "Instant": "java.time.Instant",
    "BigDecimal": "java.math.BigDecimal",
    "JsonElement": "kotlinx.serialization.json.JsonElement",
    "JsonNull": "kotlinx.serialization.json.JsonNull",
    "JsonObject": "kotlinx.serialization.json.JsonObject",
    "Flow": "kotlinx.coroutines.flow.Flow",
    "ListSerializer": "kotlinx.serialization.builtins.ListSerializer",
    "MapSerializer": "kotlinx.serialization.builtins.MapSerializer",
    "SerialName": "kotlinx.serialization.SerialName",
    "Serializable": "kotlinx.serialization.Serializable",
}
KEYWORDS = set(
    "as break class continue do else false for fun if in interface is null object package return super this throw true try typealias "
    "typeof val var when while".split()
)
TAKEN = set(
    "Any Array BlockingCrm BlockingSession Boolean Change Crm CrmException ErrorCodes Field Fields Filter IdField Iterable JsonValues List Long Map Nothing "
    "Page Pair Relation ReportRow Session Settable SettableField SettableId SettableText Sort Source String TextField Triple Unit UpsertedRecord".split()
) | set(IMPORTS)
"""What types cannot be called: the names of Kotlin, and those that are written by hand."""


def render(api: Api) -> dict[str, str]:
    """The files, by path below `bindings/`."""
    writer = _Writer(api)
    files = {
        "Types.kt": writer.types(),
        "Services.kt": writer.services(_SUSPENDING),
        "BlockingServices.kt": writer.services(_BLOCKING),
        "EntityFields.kt": writer.entity_fields(),
        "ErrorCodes.kt": writer.error_codes(),
        "Limits.kt": writer.limits(),
        "BlockingRecords.kt": _blocking_records((BY_HAND / "Records.kt").read_text("utf-8")),
    }
    return {f"{FOLDER}/{name}": text for name, text in files.items()}


@dataclass(frozen=True)
class _Flavour:
    """In what the two ways of calling differ."""

    prefix: str
    """Of the names of classes."""
    suspend: str
    call: str
    """The function that carries a call out."""
    many: str
    """The type of what goes through pages."""
    pages: str
    """The function that makes it."""
    overloads: str


_SUSPENDING = _Flavour("", "suspend ", "call", "Flow", "flowOfPages", "")
_BLOCKING = _Flavour("Blocking", "", "callBlocking", "Iterable", "iterableOfPages", "@JvmOverloads ")

GENERIC = {"records": "RecordsService", "identified": "IdentifiedService", "master": "MasterService"}
"""The class of each layer of records."""


class _Writer:
    def __init__(self, api: Api) -> None:
        self.api = api
        self.upserted = api.upserted()
        # The object of a service's fields is called as the service, or where a type has that name, as the fields of it.
        named = {service.entity: _pascal(service.name) for service in api.services if service.entity}
        self.plural = {entity: f"{name}Fields" if name in api.types else name for entity, name in named.items()}
        self.given = _reachable(api, [argument.type for service in api.services for operation in service.operations for argument in operation.arguments])
        for name in api.types:
            if name in TAKEN or name in self.plural.values() or name in GENERIC.values():
                raise ApiError(f"a type cannot be called `{name}` in Kotlin")

    # Types

    def types(self) -> str:
        body = "\n\n".join(self._definition(definition) for definition in self.api.types.values())
        used = ("BytesText", "DayText", "DecimalText", "InstantText", "UuidText", *(serializer for _, serializer in TUPLES.values()))
        annotation = f"@file:UseSerializers({', '.join(f'{name}::class' for name in used)})\n"
        return _file(body, annotation, ["kotlinx.serialization.UseSerializers"])

    def _definition(self, definition: Definition) -> str:
        item = self.api.page_item(Ref(definition.name))
        if item is not None:
            return f"public typealias {definition.name} = Page<{self.kotlin(item)}>"
        if definition.name in self.upserted:
            return f"public typealias {definition.name} = UpsertedRecord<{self.upserted[definition.name]}>"
        if isinstance(definition, Struct):
            return self._struct(definition)
        return self._enum(definition) if isinstance(definition, Enum) else self._union(definition)

    def _struct(self, struct: Struct) -> str:
        base = self.api.base_of(struct.name)
        lines = _kdoc(struct.doc) + self._data_class(struct.name, struct.fields, "")
        more = self._copies(struct.name, struct.fields) if struct.name in self.given else []
        if base:
            inner = ", ".join(f"{name} = {name}" for name in (_name(field.name) for field in self._struct_of(base).fields))
            more = ["    /** Its data, without id and version. */", f"    public fun to{base}(): {base} = {base}({inner})", *([""] if more else []), *more]
        if more:
            lines[-1] += " {"
            lines += [*more, "}"]
        return "\n".join(lines)

    def _copies(self, back: str, fields: tuple[Field, ...], shadows: frozenset[str] = frozenset()) -> list[str]:
        """For Java, which has no named arguments: a method for each field of what callers make."""
        lines: list[str] = []
        for field in fields:
            name = _name(field.name)
            lines += [""] if lines else []
            lines += [f"    /** The same with another `{_camel(field.name)}`. */"]
            lines += [f"    public fun with{_pascal(field.name)}({name}: {self._written(field, shadows)}): {back} = copy({name} = {name})"]
        return lines

    def _struct_of(self, name: str) -> Struct:
        struct = self.api.types[name]
        if not isinstance(struct, Struct):
            raise ApiError(f"`{name}` is no struct")
        return struct

    def _data_class(self, name: str, fields: tuple[Field, ...], above: str, *, shadows: frozenset[str] = frozenset()) -> list[str]:
        if not fields:
            return ["@Serializable", f"public class {name}{above}"]
        overloads = " @JvmOverloads constructor" if any(not field.required for field in fields) else ""
        lines = ["@Serializable", f"public data class {name}{overloads}("]
        for field in _required_first(fields):
            lines += [f"    {line}" for line in _kdoc(field.doc)]
            serial = "" if _camel(field.name) == field.name else f'@SerialName("{field.name}") '
            lines.append(f"    {serial}public val {_name(field.name)}: {self._declared(field, shadows)},")
        return [*lines, f"){above}"]

    def _declared(self, field: Field, shadows: frozenset[str] = frozenset()) -> str:
        """The type of a field or an argument, and its default."""
        written = self._written(field, shadows)
        if field.required:
            return written
        if field.default is None:
            return f"{written} = null"
        return f"{written} = {self.default(field.type, field.default, shadows)}"

    def _written(self, field: Field, shadows: frozenset[str] = frozenset()) -> str:
        """The type of a field or an argument. What may be left out without a default is nothing then."""
        written = self.kotlin(field.type, shadows)
        return f"{written}?" if not field.required and field.default is None and not written.endswith("?") else written

    def _enum(self, enum: Enum) -> str:
        lines = [*_kdoc(enum.doc), "@Serializable", f"public enum class {enum.name}("]
        lines += ["    /** As it is on the wire, in filters and in the database. */", "    public val wire: String,", ") {"]
        for value in enum.values:
            lines += [f"    {line}" for line in _kdoc(value.doc)]
            lines.append(f'    @SerialName("{value.value}")\n    {_constant(value.value)}("{value.value}"),')
            lines.append("")
        lines[-1] = "    ;"
        lines += ["", "    /** As it is on the wire. */", "    override fun toString(): String = wire", "}"]
        return "\n".join(lines)

    def _union(self, union: UnionType) -> str:
        shadows = frozenset(_pascal(variant.tag) for variant in union.variants)
        lines = [*_kdoc(union.doc), "@Serializable", f"public sealed interface {union.name} {{"]
        for position, variant in enumerate(union.variants):
            lines += [""] if position else []
            lines += [f"    {line}" for line in self._variant(union, variant, shadows)]
        return "\n".join([*lines, "}"])

    def _variant(self, union: UnionType, variant: Variant, shadows: frozenset[str]) -> list[str]:
        fields = variant.fields if variant.value is None else (Field("value", variant.value, True, NO_DEFAULT, ""),)
        above = f" : {_qualified(union.name, shadows)}"
        tag = f'@SerialName("{variant.tag}")'
        if not fields:
            return [*_kdoc(variant.doc), "@Serializable", tag, f"public data object {_pascal(variant.tag)}{above}"]
        lines = [*_kdoc(variant.doc), tag, *self._data_class(_pascal(variant.tag), fields, above, shadows=shadows)]
        if union.name in self.given and len(fields) > 1:
            lines[-1] += " {"
            lines += [*self._copies(_pascal(variant.tag), fields, shadows), "}"]
        return lines

    def kotlin(self, type_: Type, shadows: frozenset[str] = frozenset()) -> str:
        """The type in Kotlin. `shadows`: names that mean something else where it stands."""
        if isinstance(type_, Scalar):
            return _qualified(SCALARS[type_.name], shadows)
        if isinstance(type_, Ref):
            return _qualified(type_.name, shadows)
        if isinstance(type_, ListOf):
            return f"{_qualified('List', shadows)}<{self.kotlin(type_.item, shadows)}>"
        if isinstance(type_, MapOf):
            return f"{_qualified('Map', shadows)}<{_qualified('String', shadows)}, {self.kotlin(type_.value, shadows)}>"
        if isinstance(type_, ChangesOf):
            return f"Change<{self.plural[type_.name]}>"
        if isinstance(type_, OptionalOf):
            inner = self.kotlin(type_.item, shadows)
            return inner if inner.endswith("?") else f"{inner}?"
        items = ", ".join(self.kotlin(item, shadows) for item in type_.items)
        return f"{_qualified(_tuple(type_)[0], shadows)}<{items}>"

    def serializer(self, type_: Type) -> str:
        if isinstance(type_, Scalar):
            return SERIALIZERS[type_.name]
        if isinstance(type_, Ref):
            item = self.api.page_item(type_)
            if item is not None:
                return f"Page.serializer({self.serializer(item)})"
            if type_.name in self.upserted:
                return f"UpsertedRecord.serializer({self.serializer(Ref(self.upserted[type_.name]))})"
            return f"{type_.name}.serializer()"
        if isinstance(type_, ListOf):
            return f"ListSerializer({self.serializer(type_.item)})"
        if isinstance(type_, MapOf):
            return f"MapSerializer(String.serializer(), {self.serializer(type_.value)})"
        if isinstance(type_, ChangesOf):
            return "JsonObject.serializer()"
        if isinstance(type_, OptionalOf):
            return f"{self.serializer(type_.item)}.nullable"
        return f"{_tuple(type_)[1]}({', '.join(self.serializer(item) for item in type_.items)})"

    def default(self, type_: Type, value: Any, shadows: frozenset[str] = frozenset()) -> str:
        """A default as an expression."""
        if isinstance(type_, OptionalOf):
            return "null" if value is None else self.default(type_.item, value, shadows)
        if isinstance(type_, Scalar):
            return _literal(type_.name, value)
        if isinstance(type_, ListOf):
            return f"listOf({', '.join(self.default(type_.item, item, shadows) for item in value)})" if value else "emptyList()"
        if isinstance(type_, MapOf):
            pairs = (f"{_text(key)} to {self.default(type_.value, item, shadows)}" for key, item in value.items())
            return f"mapOf({', '.join(pairs)})" if value else "emptyMap()"
        if isinstance(type_, TupleOf):
            return f"{_tuple(type_)[0]}({', '.join(self.default(item, part, shadows) for item, part in zip(type_.items, value))})"
        if isinstance(type_, ChangesOf):
            raise ApiError(f"changes of `{type_.name}` have no default")
        name = _qualified(type_.name, shadows)
        definition = self.api.types[type_.name]
        if isinstance(definition, Enum):
            return f"{name}.{_constant(value)}"
        if isinstance(definition, Struct):
            return f"{name}({self._given(definition.fields, value, shadows)})"
        variant = next(variant for variant in definition.variants if variant.tag == value["kind"])
        fields = variant.fields if variant.value is None else (Field("value", variant.value, True, NO_DEFAULT, ""),)
        given = f"({self._given(fields, value, shadows)})" if fields else ""
        return f"{name}.{_pascal(variant.tag)}{given}"

    def _given(self, fields: tuple[Field, ...], value: Any, shadows: frozenset[str]) -> str:
        return ", ".join(f"{_name(field.name)} = {self.default(field.type, value[field.name], shadows)}" for field in fields if field.name in value)

    # Services

    def services(self, flavour: _Flavour) -> str:
        """What is asked of the library stands in `Crm` itself, and what is asked of a session in `Session` itself."""
        if [service.name for service in self.api.services if not service.session] != ["crm"]:
            raise ApiError("there is one service outside of sessions, `crm`")
        named = {service.name: service for service in self.api.services}
        kept = [service for service in self.api.services if service.name not in ("crm", "session")]
        pieces = [self._service(named["crm"], f"abstract class {flavour.prefix}CrmOperations", flavour), self._overview(named.get("session"), kept, flavour)]
        pieces += [self._service(service, f"class {flavour.prefix}{_pascal(service.name)}Service", flavour) for service in kept]
        return _file("\n\n".join(pieces), "", ["kotlinx.serialization.builtins.nullable", "kotlinx.serialization.builtins.serializer"])

    def _overview(self, own: Service | None, services: list[Service], flavour: _Flavour) -> str:
        lines = _kdoc("What can be done in a session, by area.")
        lines.append(f"public abstract class {flavour.prefix}SessionServices internal constructor(private val calls: Calls) {{")
        for position, service in enumerate(services):
            lines += [""] if position else []
            lines += [f"    {line}" for line in _kdoc(service.doc)]
            name = f"{flavour.prefix}{_pascal(service.name)}Service"
            lines.append(f"    public val {_name(service.name)}: {name} get() = {name}(calls)")
        if own:
            lines += ["", *self._methods(own, own.operations, flavour)]
        return "\n".join([*lines, "}"])

    def _service(self, service: Service, named: str, flavour: _Flavour) -> str:
        records = self.api.records(service)
        if records is None:
            head = f"public {named} internal constructor(private val calls: Calls) {{"
            return "\n".join([*_kdoc(service.doc), head, *self._methods(service, service.operations, flavour), "}"])
        assert service.entity is not None
        types, serializers = [records.record], [f"{records.record}.serializer()"]
        if records.layer == "master":
            types, serializers = [*types, service.entity], [*serializers, f"{service.entity}.serializer()"]
        generic = f"{flavour.prefix}{GENERIC[records.layer]}<{', '.join([*types, self.plural[service.entity]])}>"
        given = ["calls", f'"{service.name}"', *serializers]
        lines = [f"public {named} internal constructor(calls: Calls) :", f"    {generic}({', '.join(given)})"]
        if len(lines[-1]) > WIDTH:
            lines = [lines[0], f"    {generic}(", *(f"        {one}," for one in given), "    )"]
        if records.own:
            lines = [*lines[:-1], f"{lines[-1]} {{", *self._methods(service, records.own, flavour), "}"]
        return "\n".join([*_kdoc(service.doc), *lines])

    def _methods(self, service: Service, operations: Iterable[Operation], flavour: _Flavour) -> list[str]:
        lines: list[str] = []
        for operation in operations:
            lines += [""] if lines else []
            lines += [f"    {line}" for line in self._method(service, operation, flavour)]
            if self._pages(operation):
                lines += ["", *(f"    {line}" for line in self._all_pages(service, operation, flavour))]
        return lines

    def _method(self, service: Service, operation: Operation, flavour: _Flavour) -> list[str]:
        arguments = _required_first(operation.arguments)
        sent = [self._sent(service, argument) for argument in arguments]
        opens = self._opens_session(operation)
        back = f"{flavour.prefix}Session" if opens else self.kotlin(operation.result)
        head = self._head(service, arguments, flavour, f"{flavour.suspend}fun {_name(operation.name)}", back)
        carried = flavour.call.replace("call", "open") if opens else flavour.call
        before, after = (f"{back}(", ") { it.session })") if opens else ("", ")")
        start = f'{before}calls.{carried}("{service.name}.{operation.name}", {self.serializer(operation.result)}, Arguments()'
        call = [f"{start}{''.join(sent)}{after}"]
        if len(call[0]) > WIDTH:
            call = [start, *(f"    {one}" for one in sent), after]
        return [*self._operation_doc(operation, arguments), *head, *(f"    {line}" for line in call)]

    def _head(self, service: Service, arguments: list[Field], flavour: _Flavour, named: str, back: str) -> list[str]:
        """The first lines of a function, up to its `=`."""
        overloads = flavour.overloads if any(not argument.required for argument in arguments) else ""
        vararg = {argument.name: "vararg " for argument in arguments if isinstance(argument.type, ChangesOf)}
        written = [f"{vararg.get(argument.name, '')}{_name(argument.name)}: {self._parameter(service, argument)}" for argument in arguments]
        line = f"{overloads}public {named}({', '.join(written)}): {back} ="
        if len(line) <= WIDTH:
            return [line]
        return [f"{overloads}public {named}(", *(f"    {one}," for one in written), f"): {back} ="]

    def _opens_session(self, operation: Operation) -> bool:
        """Whether what comes back is the handle of a session and nothing else."""
        struct = self.api.types.get(operation.result.name) if isinstance(operation.result, Ref) else None
        return isinstance(struct, Struct) and [field.name for field in struct.fields] == ["session"]

    def _pages(self, operation: Operation) -> bool:
        """Whether it answers a page and takes where to go on."""
        return self.api.page_item(operation.result) is not None and any(argument.name == "after" for argument in operation.arguments)

    def _all_pages(self, service: Service, operation: Operation, flavour: _Flavour) -> list[str]:
        item = self.api.page_item(operation.result)
        assert item is not None
        arguments = [argument for argument in _required_first(operation.arguments) if argument.name != "after"]
        name = _name(operation.name)
        # What limits a page limits nothing here, where pages follow each other.
        named = [replace(argument, name="page_size") if argument.name == "limit" else argument for argument in arguments]
        given = "".join(f"{_name(argument.name)} = {_name(own.name)}, " for argument, own in zip(arguments, named, strict=True))
        arguments = named
        doc = f"All that [{name}] finds, page by page: a page is asked for when the one before it has been taken."
        head = self._head(service, arguments, flavour, f"fun {name}All", f"{flavour.many}<{self.kotlin(item)}>")
        return [*_kdoc(doc), *head, f"    {flavour.pages} {{ after -> {name}({given}after = after) }}"]

    def _operation_doc(self, operation: Operation, arguments: list[Field]) -> list[str]:
        described = [f"@param {_camel(argument.name)} {argument.doc}" for argument in arguments if argument.doc]
        return _kdoc("\n".join([operation.doc, *([""] if described else []), *described]))

    def _parameter(self, service: Service, argument: Field) -> str:
        if _is_filter(argument):
            return f"Filter<{self.plural.get(service.entity or '', '*')}>? = null"
        if service.entity and argument.name == "sort":
            return f"List<Sort<{self.plural[service.entity]}>> = emptyList()"
        return self._declared(argument)

    def _sent(self, service: Service, argument: Field) -> str:
        name = _name(argument.name)
        if _is_filter(argument):
            return f'.maybe("filter", JsonElement.serializer(), {name}?.toJson())'
        if service.entity and argument.name == "sort":
            return f'.put("sort", ListSerializer(String.serializer()), {name}.map {{ it.text }})'
        if not argument.required and argument.default is None:
            inner = argument.type.item if isinstance(argument.type, OptionalOf) else argument.type
            return f'.maybe("{argument.name}", {self.serializer(inner)}, {name})'
        if isinstance(argument.type, ChangesOf):
            return f'.put("{argument.name}", {self.serializer(argument.type)}, objectOf({name}))'
        # Of a record that is there already, what is not sent would stay as it is.
        put = "whole" if isinstance(argument.type, Ref) and self.api.base_of(argument.type.name) else "put"
        return f'.{put}("{argument.name}", {self.serializer(argument.type)}, {name})'

    # Filters

    def entity_fields(self) -> str:
        imports = ["kotlinx.serialization.builtins.nullable", "kotlinx.serialization.builtins.serializer"]
        return _file("\n\n".join(self._fields(entity) for entity in self.api.entities.values()), "", imports)

    def _fields_name(self, type_name: str) -> str:
        return self.plural.get(type_name) or f"{type_name}Fields"

    def _fields(self, entity: Entity) -> str:
        name = self._fields_name(entity.type_name)
        is_settable = any(self.api.settable(entity, field) for field in entity.fields)
        lines = _kdoc(f"The fields of `{entity.name}`, for filters{', sorting and changes' if is_settable else ' and sorting'}.")
        lines.append(f"public object {name} : Fields<{name}>() {{")
        for field in entity.fields:
            held, settable = self.api.held_by(entity, field), self.api.settable(entity, field)
            lines.append(f"    @JvmField public val {_name(field.name)}: {self._settable(name, field, held, settable) if settable else self._field(name, field.name, held)}")
        for relation in entity.relations:
            other = self._fields_name(relation.to)
            lines.append(f'    @JvmField public val {_name(relation.name)}: Relation<{name}, {other}> = Relation("{relation.name}")')
        if is_settable:
            data = entity.type_name
            lines += ["", *(f"    {line}" for line in _kdoc("Every field as a record has it: what others set in the stored record is overwritten."))]
            lines.append(f"    public fun setAll(data: {data}): Array<Change<{name}>> = everyField({data}.serializer(), data)")
        return "\n".join([*lines, "}"])

    def _settable(self, owner: str, field: EntityField, compared: Scalar | Ref, value: Type) -> str:
        """A field by what it is compared with, and by what it can be set to."""
        held = self.kotlin(value)
        if compared in (Scalar("text"), Scalar("uuid")):
            kind = "SettableText" if compared == Scalar("text") else "SettableId"
            return f'{kind}<{owner}, {held}> = {kind}("{field.name}", {self.serializer(value)})'
        made = f'SettableField("{field.name}", {self.serializer(compared)}, {self.serializer(value)})'
        return f"SettableField<{owner}, {self.kotlin(compared)}, {held}> = {made}"

    def _field(self, owner: str, name: str, type_: Type) -> str:
        if isinstance(type_, OptionalOf):
            type_ = type_.item
        if type_ == Scalar("text"):
            return f'TextField<{owner}> = TextField("{name}")'
        if type_ == Scalar("uuid"):
            return f'IdField<{owner}> = IdField("{name}")'
        return f'Field<{owner}, {self.kotlin(type_)}> = Field("{name}", {self.serializer(type_)})'

    # Codes

    def error_codes(self) -> str:
        lines = _kdoc("The codes of errors, as in [CrmException.code].") + ["public object ErrorCodes {"]
        for position, error in enumerate(self.api.errors):
            lines += [""] if position else []
            kind = _pascal(error.kind)
            again = " Can succeed later." if error.retryable else ""
            lines += [f"    {line}" for line in _kdoc(f"{error.doc} [CrmException.{kind}].{again}".strip())]
            lines.append(f'    public const val {_constant(error.code)}: String = "{error.code}"')
        return _file("\n".join([*lines, "}"]), "", [])

    def limits(self) -> str:
        lines = []
        for limit in self.api.limits:
            lines += [*_kdoc(limit.doc), f"internal const val {limit.name}: Int = {limit.value}", ""]
        return _file("\n".join(lines[:-1]), "", [])


def _blocking_records(suspending: str) -> str:
    """The generic services of records with calls that block, from those that suspend."""
    body = suspending[suspending.index("/** Records that are found") : suspending.index("// What is asked,")].rstrip()
    body = re.sub(r"\b(RecordsService|IdentifiedService|MasterService)\b", r"Blocking\1", body)
    body = body.replace("calls.call(", "calls.callBlocking(").replace("modifying(", "modifyingBlocking(")
    body = body.replace("flowOfPages", "iterableOfPages").replace("Flow<", "Iterable<").replace("public suspend fun", "public fun")
    body = re.sub(r"public fun (?=\w+\([^)]* = )", "@JvmOverloads public fun ", body)
    return _file(body, "", ["kotlinx.serialization.KSerializer"])


def _file(body: str, annotation: str, imports: list[str]) -> str:
    words = set(_words(body))
    needed = sorted({*imports, *(path for name, path in IMPORTS.items() if name in words)})
    lines = "".join(f"import {path}\n" for path in needed)
    return f"{HEADER}{annotation}\npackage crm\n\n{lines}\n{body}\n" if lines else f"{HEADER}{annotation}\npackage crm\n\n{body}\n"


def _words(text: str) -> list[str]:
    return "".join(char if char.isalnum() or char == "_" else " " for char in text).split()


def _reachable(api: Api, types: Iterable[Type]) -> set[str]:
    """The names of the types that these are made of."""
    found: set[str] = set()
    waiting = [name for type_ in types for name in references(type_)]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += [inner for _, type_ in parts(api.types[name]) for inner in references(type_)]
    return found


def _is_filter(argument: Field) -> bool:
    return argument.name == "filter" and argument.type in (Scalar("json"), OptionalOf(Scalar("json")))


def _required_first(fields: Iterable[Field]) -> list[Field]:
    return sorted(fields, key=lambda field: not field.required)


def _tuple(type_: TupleOf) -> tuple[str, str]:
    if len(type_.items) not in TUPLES:
        raise ApiError(f"there is no tuple of {len(type_.items)} in Kotlin")
    return TUPLES[len(type_.items)]


BUILT_IN = {
    "List": "kotlin.collections.List",
    "Map": "kotlin.collections.Map",
    **{name: f"kotlin.{name}" for name in ("Boolean", "Long", "String", "Unit", "Pair", "Triple")},
    **{name: IMPORTS[name] for name in ("UUID", "LocalDate", "Instant", "BigDecimal", "JsonElement")},
}


def _qualified(name: str, shadows: frozenset[str]) -> str:
    return name if name not in shadows else BUILT_IN.get(name, f"crm.{name}")


def _literal(scalar: str, value: Any) -> str:
    if scalar == "bool":
        return "true" if value else "false"
    if scalar == "int":
        return str(value)
    if scalar == "text":
        return _text(value)
    if scalar == "json":
        if value is None:
            return "JsonNull"
        return "JsonObject(emptyMap())" if value == {} else f"wire.parseToJsonElement({_text(json.dumps(value))})"
    made = {"uuid": "UUID.fromString", "day": "LocalDate.parse", "instant": "Instant.parse", "decimal": "BigDecimal"}
    if scalar not in made:
        raise ApiError(f"`{scalar}` has no default")
    return f"{made[scalar]}({_text(value)})"


def _text(value: str) -> str:
    return json.dumps(value).replace("$", "\\$")


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(word[:1].upper() + word[1:] for word in rest)


def _name(name: str) -> str:
    camel = _camel(name)
    return f"`{camel}`" if camel in KEYWORDS else camel


def _pascal(name: str) -> str:
    return "".join(word[:1].upper() + word[1:] for word in name.replace(".", "_").replace("-", "_").split("_"))


def _constant(name: str) -> str:
    word = name.upper().replace(".", "_").replace("-", "_")
    return f"_{word}" if word[:1].isdigit() else word


def _kdoc(text: str) -> list[str]:
    """Documentation as a comment; nothing for no text."""
    plain = LINK.sub(r"`\1`", text.strip())
    lines = plain.replace("*/", "*&#47;").replace("/*", "/&#42;").splitlines()
    if not lines:
        return []
    if len(lines) == 1:
        return [f"/** {lines[0]} */"]
    return ["/**", *(f" * {line}".rstrip() for line in lines), " */"]
