"""Writes the Python package's models, fields of filters, services and error codes.

What is written is typed and documented, and does nothing: signatures declare operations, and `crm._operations` makes calls of them. What every
service of records offers is written by hand (`crm.records`), for calls on the caller's thread; here the same is written for asyncio.
"""

from __future__ import annotations

import ast
import json
import keyword
import re
import textwrap
from collections.abc import Iterable, Iterator
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
    EnumValue,
    Field,
    ListOf,
    MapOf,
    Operation,
    OptionalOf,
    Records,
    Ref,
    Scalar,
    Service,
    Struct,
    TupleOf,
    Type,
    UnionType,
    Variant,
)

PACKAGE = "python/python/crm"
PYTHON = Path(__file__).parent.parent / PACKAGE
WIDTH = 150
HEADER = "# Written by bindings/generate from api.json; not to be changed by hand.\n"
SCALARS = {
    "bool": "bool",
    "int": "int",
    "text": "str",
    "uuid": "UUID",
    "day": "datetime.date",
    "instant": "datetime.datetime",
    "decimal": "Decimal",
    "json": "Any",
    "none": "None",
    "path": "FilePath",
    "bytes": "bytes",
    "source": "FileSource",
}
# Names that the written modules or the package itself use, so that no type, field or argument may have them.
RESERVED = {"UUID", "Annotated", "Any", "Choice", "ClassVar", "Decimal", "Mapping", "Offered", "Sequence", "TypeAlias", "Union"}
RESERVED |= {"builtins", "c", "datetime", "msgspec", "self"}
RESERVED |= {"Change", "Code", "Custom", "CustomValue", "EntityFields", "EnumField", "Field", "Fields", "Filter", "Page", "Pages", "AsyncPages", "Relation", "Settable"}
RESERVED |= {"FilePath", "FileSource", "Source", "SettableEnum", "SettableField", "SettableText", "SettableUuid", "TextField", "UuidField", "custom"}


def render(api: Api) -> dict[str, str]:
    """The written files: path below `bindings/`, text."""
    files = {"models.py": _models(api), "fields.py": _fields(api), "services.py": _services(api), "codes.py": _codes(api), "_limits.py": _limits(api)}
    files["_async_records.py"] = _awaited_records((PYTHON / "records.py").read_text("utf-8"))
    package = _package((PYTHON / "__init__.py").read_text("utf-8"), files)
    return {**{f"{PACKAGE}/{name}": HEADER + text for name, text in files.items()}, f"{PACKAGE}/__init__.py": package}


# Names and texts.


def _name(name: str) -> str:
    """A field's or argument's name in Python."""
    if name in RESERVED - {"custom"} or not name.isidentifier():
        raise ApiError(f"`{name}` cannot be a name in Python")
    return f"{name}_" if keyword.iskeyword(name) else name


def _camel(name: str) -> str:
    return "".join(part[:1].upper() + part[1:] for part in re.split(r"[^A-Za-z0-9]+", name))


def _upper(name: str) -> str:
    upper = re.sub(r"[^A-Za-z0-9]+", "_", name).upper()
    return f"_{upper}" if upper[:1].isdigit() else upper


def _doc(text: str, indent: int, entries: Iterable[tuple[str, str]] = ()) -> str:
    """A docstring: a text, and a line for each entry that has one."""
    pad = " " * indent
    width = WIDTH - indent
    paragraphs = [part if _is_block(part) else textwrap.fill(" ".join(part.split()), width) for part in text.split("\n\n") if part.strip()]
    described = [f"{name}: {' '.join(about.split())}" for name, about in entries if about.strip()]
    lines = [textwrap.fill(line, width, subsequent_indent="    ") for line in described]
    body = "\n\n".join([*paragraphs, *(["\n".join(lines)] if lines else [])])
    if not body:
        return ""
    body = body.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    if "\n" in body:
        return textwrap.indent(f'"""{body}\n"""\n', pad, lambda line: line.strip() != "")
    return f'{pad}"""{body}"""\n' if not body.endswith('"') else f'{pad}"""{body} """\n'


def _is_block(paragraph: str) -> bool:
    """A list or a piece of code, whose lines stay as they are."""
    return any(line.lstrip().startswith(("- ", "* ", "|", "```")) or line.startswith("    ") for line in paragraph.splitlines())


def _hint(type_: Type, *, given: bool = False, builtin: str = "", models: str = "") -> str:
    """A type as Python writes it. `given`: as callers may give it, which is more than what they get. `builtin`: a prefix of `list` and the like,
    where a method has that name. `models`: a prefix of models."""

    def hint(inner: Type) -> str:
        return _hint(inner, given=given, builtin=builtin, models=models)

    if isinstance(type_, Scalar):
        return SCALARS[type_.name]
    if isinstance(type_, ChangesOf):
        return "Change"
    if isinstance(type_, Ref):
        return f"{models}{type_.name}"
    if isinstance(type_, ListOf):
        return f"Sequence[{hint(type_.item)}]" if given else f"{builtin}list[{hint(type_.item)}]"
    if isinstance(type_, MapOf):
        return f"Mapping[str, {hint(type_.value)}]" if given else f"{builtin}dict[str, {hint(type_.value)}]"
    if isinstance(type_, TupleOf):
        return f"{builtin}tuple[{', '.join(hint(item) for item in type_.items)}]"
    inner = hint(type_.item)
    return inner if inner in ("Any", "None") else f"{inner} | None"


def _literal(api: Api, type_: Type, value: Any) -> str:
    """An expression for a JSON value of a type."""
    if isinstance(type_, OptionalOf):
        return "None" if value is None else _literal(api, type_.item, value)
    if isinstance(type_, Scalar):
        makers = {
            "decimal": "Decimal({!r})",
            "uuid": "UUID({!r})",
            "day": "datetime.date.fromisoformat({!r})",
            "instant": "datetime.datetime.fromisoformat({!r})",
        }
        return makers.get(type_.name, "{!r}").format(value).replace("'", '"')
    if isinstance(type_, ListOf):
        return f"[{', '.join(_literal(api, type_.item, item) for item in value)}]"
    if isinstance(type_, MapOf):
        return f"{{{', '.join(f'{key!r}: {_literal(api, type_.value, item)}' for key, item in value.items())}}}"
    if isinstance(type_, TupleOf):
        return f"({''.join(_literal(api, item, part) + ', ' for item, part in zip(type_.items, value, strict=True))})"
    if isinstance(type_, ChangesOf):
        raise ApiError(f"changes of `{type_.name}` have no default")
    definition = api.types[type_.name]
    if isinstance(definition, Enum):
        return f"{definition.name}.{_upper(value)}"
    if isinstance(definition, Struct):
        return f"{definition.name}({_keywords(api, definition.fields, value)})"
    variant = next(variant for variant in definition.variants if variant.tag == value["kind"])
    inside = _keywords(api, variant.fields, value) if variant.value is None else _literal(api, variant.value, value["value"])
    return f"{_variant_name(definition, variant)}({inside})"


def _keywords(api: Api, fields: Iterable[Field], values: Any) -> str:
    return ", ".join(f"{_name(field.name)}={_literal(api, field.type, values[field.name])}" for field in fields if field.name in values)


def _is_fixed(api: Api, type_: Type, value: Any) -> bool:
    """Whether a default can be shared between objects."""
    if value is None:
        return True
    if isinstance(type_, OptionalOf):
        return _is_fixed(api, type_.item, value)
    if isinstance(type_, Scalar):
        return type_.name != "json" or not isinstance(value, (dict, list))
    return isinstance(type_, Ref) and isinstance(api.types[type_.name], Enum)


# Models.


def _models(api: Api) -> str:
    definitions = _in_order(api)
    names = [name for definition in definitions for name in _defined(definition)]
    for name in names:
        if name in RESERVED or name.endswith("Error") or names.count(name) > 1:
            raise ApiError(f"`{name}` is defined twice, or is a name of the package")
    structs = [definition for definition in definitions if isinstance(definition, Struct)]
    fields = [f"{entity}Fields" for struct in structs for entity in [_entity_of(api, struct)] if entity]
    text = '"""What the library takes and gives: records, documents and their parts."""\n\n'
    text += "from __future__ import annotations\n\n"
    text += "import datetime\nfrom decimal import Decimal\nfrom typing import Any, ClassVar, TypeAlias, Union\nfrom uuid import UUID\n\n"
    text += "import msgspec\n\nfrom ._choice import Choice\n"
    text += _import(".fields", fields)
    text += _all(names)
    text += "".join(f"\n\n{_definition(api, definition)}" for definition in definitions)
    return text


def _in_order(api: Api) -> list[Definition]:
    """Enums first, since defaults name them; a base before what extends it. Pages and what upserts answer have one class each, written by hand."""
    enums = [definition for definition in api.types.values() if isinstance(definition, Enum)]
    by_hand = {name for name in api.types if api.page_item(Ref(name)) is not None} | api.upserted().keys()
    rest = [definition for definition in api.types.values() if not isinstance(definition, Enum) and definition.name not in by_hand]
    return [*enums, *sorted(rest, key=lambda definition: api.base_of(definition.name) is not None)]


def _defined(definition: Definition) -> list[str]:
    variants = definition.variants if isinstance(definition, UnionType) else ()
    return [definition.name, *(_variant_name(definition, variant) for variant in variants)]  # type: ignore[arg-type]


def _variant_name(union: UnionType, variant: Variant) -> str:
    return f"{union.name}{_camel(variant.tag)}"


def _definition(api: Api, definition: Definition) -> str:
    if isinstance(definition, Enum):
        return _enum(definition)
    if isinstance(definition, Struct):
        return _struct(api, definition)
    return _union(api, definition)


def _enum(definition: Enum) -> str:
    text = f"class {definition.name}(Choice):\n" + _doc(definition.doc, 4) + "\n"
    return text + "".join(_member(value) for value in definition.values)


def _member(value: EnumValue) -> str:
    line = f'    {_upper(value.value)} = "{value.value}"'
    if not value.doc:
        return f"{line}\n"
    about = _text(" ".join(value.doc.split()))
    if len(line) + len(about) + 2 <= WIDTH:
        return f"{line}, {about}\n"
    parts = textwrap.wrap(" ".join(value.doc.split()), WIDTH - 12, drop_whitespace=False)
    return f"{line}, (\n" + "".join(f"        {_text(part)}\n" for part in parts) + "    )\n"


def _text(text: str) -> str:
    """A text as Python writes it."""
    return json.dumps(text, ensure_ascii=False)


def _struct(api: Api, definition: Struct) -> str:
    base = api.base_of(definition.name)
    inherited = {field.name for field in api.types[base].fields} if base else set()  # type: ignore[union-attr]
    fields = [field for field in definition.fields if field.name not in inherited]
    entity = _entity_of(api, definition)
    # A number and what it is a number of, such as an amount and its currency, read well without their names.
    needed = [field for field in fields if field.required]
    positional = len(needed) == 2 and needed == fields[:2] and fields[0].type == Scalar("decimal")
    text = f"class {definition.name}({base or 'msgspec.Struct'}{'' if positional else ', kw_only=True'}):\n"
    # What is said of every record is said once, by `crm.records`: all of it but the first paragraph.
    known = {"id", "version"} if definition.name in _record_types(api) else set()
    doc = definition.doc.split("\n\n")[0] if known else definition.doc
    body = _doc(doc, 4, [(_name(field.name), field.doc) for field in fields if field.name not in known])
    if entity:
        body += f"\n    c: ClassVar[{entity}Fields] = {entity}Fields()\n"
    body += "".join(["\n" if body else "", *(_field(api, field) for field in fields)]) if fields else ""
    return text + (body or "    pass\n")


def _record_types(api: Api) -> set[str]:
    return {records.record for records in map(api.records, api.services) if records is not None}


def _entity_of(api: Api, definition: Struct) -> str | None:
    """The entity whose filters a model leads to: that of its data, or of its record, where only the library writes it."""
    for entity in api.entities:
        if definition.name == entity or (definition.name == f"{entity}Record" and entity not in api.types):
            return entity
    return None


def _field(api: Api, field: Field) -> str:
    name = _name(field.name)
    options = [] if name == field.name else [f'name="{field.name}"']
    if field.default is not NO_DEFAULT:
        literal = _literal(api, field.type, field.default)
        if _is_fixed(api, field.type, field.default):
            options.append(f"default={literal}")
        else:
            options.append(f"default_factory={ {'[]': 'list', '{}': 'dict'}.get(literal, f'lambda: {literal}')}")
    if not options:
        return f"    {name}: {_hint(field.type)}\n"
    if len(options) == 1 and options[0].startswith("default="):
        return f"    {name}: {_hint(field.type)} = {options[0].removeprefix('default=')}\n"
    return f"    {name}: {_hint(field.type)} = msgspec.field({', '.join(options)})\n"


def _union(api: Api, definition: UnionType) -> str:
    text = "".join(f"{_variant(api, definition, variant)}\n\n" for variant in definition.variants)
    names = [_variant_name(definition, variant) for variant in definition.variants]
    line = f"{definition.name}: TypeAlias = Union[{', '.join(names)}]\n"
    if len(line) > WIDTH:
        line = f"{definition.name}: TypeAlias = Union[\n" + "".join(f"    {name},\n" for name in names) + "]\n"
    return text + line + _doc(definition.doc, 0)


def _variant(api: Api, union: UnionType, variant: Variant) -> str:
    fields = variant.fields
    if variant.value is not None:
        fields = (Field("value", variant.value, True, NO_DEFAULT, ""),)
    elif any(field.name == "kind" for field in fields):
        raise ApiError(f"{union.name}.{variant.tag}: a field cannot be called `kind`")
    # A variant with a value takes it without its name.
    options = "" if variant.value is not None else ", kw_only=True"
    text = f'class {_variant_name(union, variant)}(msgspec.Struct, tag_field="kind", tag="{variant.tag}"{options}):\n'
    body = _doc(variant.doc or f"{union.name}: {variant.tag}.", 4, [(_name(field.name), field.doc) for field in fields])
    return text + body + ("\n" + "".join(_field(api, field) for field in fields) if fields else "")


# Fields of filters.


def _fields(api: Api) -> str:
    body = "".join(f"\n\n{_entity(api, entity)}" for entity in api.entities.values())
    classes = ("EntityFields", "EnumField", "Field", "Fields", "Relation", "SettableEnum", "SettableField", "SettableText", "SettableUuid", "TextField", "UuidField")
    text = '"""The fields of each entity, for filters and changes: `Customer.c` is an object of `CustomerFields`."""\n\n'
    text += "from __future__ import annotations\n\nimport datetime\nfrom collections.abc import Mapping, Sequence\nfrom decimal import Decimal\n"
    text += "from typing import TYPE_CHECKING, Any\nfrom uuid import UUID\n\n"
    text += _import(".filters", (name for name in classes if re.search(rf"\b{name}\b", body)))
    text += "\nif TYPE_CHECKING:\n    from . import models\n"
    text += _all(f"{name}Fields" for name in api.entities)
    # The models name these fields, so they are looked up when one is compared.
    text += "\n\ndef _models() -> Any:\n    from . import models\n\n    return models\n"
    return text + body


def _entity(api: Api, entity: Entity) -> str:
    base = f'Fields["models.{entity.type_name}"]' if _settable(api, entity) else "EntityFields"
    text = f'class {entity.type_name}Fields({base}, entity="{entity.name}"):\n'
    for field in entity.fields:
        text += f"    {_name(field.name)} = {_filter_field(field, api.held_by(entity, field), api.settable(entity, field))}\n"
    taken = {field.name for field in entity.fields}
    for relation in entity.relations:
        if relation.name in taken:
            raise ApiError(f"{entity.type_name}: `{relation.name}` is a field and a relation")
        text += f'    {_name(relation.name)}: Relation[{relation.to}Fields] = Relation("{relation.name}", lambda: {relation.to}Fields())\n'
    return text


def _settable(api: Api, entity: Entity) -> bool:
    return any(api.settable(entity, field) for field in entity.fields)


def _filter_field(field: EntityField, type_: Scalar | Ref, settable: Type | None) -> str:
    """A field by what it is compared with, and by what it can be set to."""
    hint = _hint(type_)
    if isinstance(type_, Ref):
        kind, compared, made = "Enum", f'"models.{type_.name}"', f", lambda: _models().{type_.name}"
    elif type_ in (Scalar("text"), Scalar("uuid")):
        kind, compared, made = type_.name.capitalize(), "", ""
    else:
        kind, compared, made = "", hint, f", {hint}"
    if settable is None:
        return f'{kind}Field{f"[{compared}]" if compared else ""}("{field.name}"{made})'
    value = _hint(settable, given=True, models="models.")
    value = f'"{value}"' if "models." in value else value
    return f'Settable{kind or "Field"}[{", ".join(filter(None, (compared, value)))}]("{field.name}"{made})'


# Services.

# Calls on the caller's thread, and awaited ones, whose classes begin with this.
WAYS = ("", "Async")
GENERIC = {"records": "RecordsService", "identified": "IdentifiedService", "master": "MasterService"}
WHERE = "Annotated[Filter | Mapping[str, Any], Any]"


def _services(api: Api) -> str:
    # What is asked of the library stands in `Crm` itself, and what is asked of a session in `Session` itself.
    named = {service.name: service for service in api.services}
    if [service.name for service in api.services if not service.session] != ["crm"]:
        raise ApiError("there is one service outside of sessions, `crm`")
    in_session = [service for service in api.services if service.name not in ("crm", "session")]
    classes = [_service(api, service, way) for service in in_session for way in WAYS]
    classes += [_session(api, named.get("session"), in_session, way) for way in WAYS]
    classes += [_crm(api, named["crm"], way) for way in WAYS]
    upserted = "".join(f"{name}: TypeAlias = UpsertedRecord[{record}]\n" for name, record in api.upserted().items())
    body = "\n\n".join([*classes, *([upserted] if upserted else [])])
    names = [f"{way}{_class_name(service)}" for service in in_session for way in WAYS] + [way + name for name in ("Session", "Crm") for way in WAYS]
    names += api.upserted()

    def used(*of: str) -> set[str]:
        return {name for name in of if re.search(rf"(?<![\w.]){name}\b", body)}

    models = used(*(name for definition in _in_order(api) for name in _defined(definition)))
    if clash := set(names) & models:
        raise ApiError(f"{', '.join(sorted(clash))}: a type and a class of services")
    generic = GENERIC.values()
    text = '"""What can be asked of the library, service by service, on the caller\'s thread and with asyncio. Signatures declare what is asked."""\n'
    text += '# mypy: disable-error-code="empty-body"\n\n'
    text += "from __future__ import annotations\n\n"
    text += "".join(f"import {module}\n" for module in sorted(used("builtins", "datetime")))
    text += _import("collections.abc", used("Mapping", "Sequence")) + _import("decimal", used("Decimal"))
    text += _import("typing", used("Annotated", "Any", "TypeAlias")) + _import("uuid", used("UUID")) + "\n"
    text += _import("._async_records", used(*(f"Async{name}" for name in generic)))
    text += _import("._client", {"AsyncCrmBase", "AsyncSessionBase", "CrmBase", "SessionBase"} | used("AsyncService", "Offered", "Service"))
    text += _import("._codec", used("ChangesOf")) + _import("._operations", used("awaited", "opens", "operation", "pages"))
    text += _import(".files", used("FilePath", "FileSource")) + _import(".filters", used("Change", "Filter"))
    text += _import(".models", models) + _import(".pages", used("AsyncPages", "Pages"))
    text += _import(".records", used(*generic, "FieldName", "FieldNames", "UpsertedRecord", "Where"))
    return text + _all(names) + "\n\n" + body


def _class_name(service: Service) -> str:
    return f"{_camel(service.name)}Service"


def _service(api: Api, service: Service, way: str) -> str:
    records = api.records(service)
    base = f"{way}Service" if records is None else f"{way}{GENERIC[records.layer]}[{_parameters_of(service, records)}]"
    plain = _class_name(service)
    methods = _methods(api, service, service.operations if records is None else records.own, way, plain)
    if way:
        return f"class {way}{plain}({base}, of={plain}):{methods or ' ...' + chr(10)}"
    return f'class {plain}({base}, space="{service.name}"):\n' + (_doc(service.doc, 4) + methods or "    ...\n")


def _parameters_of(service: Service, records: Records) -> str:
    return f"{records.record}, {service.entity}" if records.layer == "master" else records.record


def _methods(api: Api, service: Service, operations: Iterable[Operation], way: str, plain: str) -> str:
    """The operations of a class; where it is awaited, by those of the class that is not, if their answers are the same."""
    names = {operation.name for operation in service.operations}
    builtin = "builtins." if names & {"dict", "list", "tuple"} else ""
    text, lines = "", ""
    for operation in operations:
        if way and not _is_paged(api, operation) and not _opens_session(api, operation):
            name = _method_name(operation)
            lines += f"    {name} = awaited({plain}.{name})\n"
        else:
            text += "\n" + _method(api, service, operation, way, builtin)
    return text + ("\n" + lines if lines else "")


def _method_name(operation: Operation) -> str:
    if operation.name in ("awaited", "opens", "operation", "pages"):
        raise ApiError(f"`{operation.name}` cannot be an operation in Python, where operations are declared by this name")
    return f"{operation.name}_" if keyword.iskeyword(operation.name) else operation.name


def _is_paged(api: Api, operation: Operation) -> bool:
    return api.page_item(operation.result) is not None and any(argument.name == "after" for argument in operation.arguments)


def _opens_session(api: Api, operation: Operation) -> bool:
    result = api.types.get(operation.result.name) if isinstance(operation.result, Ref) else None
    return isinstance(result, Struct) and [(field.name, field.type) for field in result.fields] == [("session", Scalar("int"))]


def _method(api: Api, service: Service, operation: Operation, way: str, builtin: str) -> str:
    item = api.page_item(operation.result)
    parameters = ["self", *_parameters(api, service, operation, builtin)]
    described = [(_name(argument.name), argument.doc) for argument in operation.arguments]
    kind, word = "operation", "async def" if way else "def"
    result = _hint(operation.result, builtin=builtin) if item is None else f"Page[{_hint(item, builtin=builtin)}]"
    if _opens_session(api, operation):
        kind, result = "opens", f"{way}Session"
    elif item is not None and _is_paged(api, operation):
        kind, word, result = "pages", "def", f"{way}Pages[{_hint(item, builtin=builtin)}]"
        parameters.append("page_size: int | None = None")
        described = [(name, "At most so many records in all." if name == "limit" else doc) for name, doc in described]
        described += [("page_size", argument.doc) for argument in operation.arguments if argument.name == "limit"]
    head = f"    {word} {_method_name(operation)}("
    line = f"{head}{', '.join(parameters)}) -> {result}:\n"
    if len(line) > WIDTH:
        line = f"{head}\n{_filled(parameters, 8)}    ) -> {result}:\n"
    doc = _doc(operation.doc, 8, described)
    return f"    @{kind}\n{line}{doc or '        ...' + chr(10)}"


def _parameters(api: Api, service: Service, operation: Operation, builtin: str) -> Iterator[str]:
    """What must be given may stand without its name, and so may the first thing that can."""
    arguments = sorted(operation.arguments, key=lambda argument: not argument.required)
    for position, argument in enumerate(arguments):
        if isinstance(argument.type, ChangesOf):
            # As many as are given; what follows is named.
            yield f"*{_name(argument.name)}: Annotated[Change, ChangesOf({argument.type.name})]"
            continue
        before = arguments[position - 1]
        if position > 0 and not argument.required and (position == 1 or before.required) and not isinstance(before.type, ChangesOf):
            yield "*"
        hint = _hint(argument.type, given=True, builtin=builtin)
        if argument.name == "filter" and argument.type == Scalar("json"):
            hint = "Where" if service.entity else WHERE
        elif service.entity and argument.name in NAMES:
            hint = "FieldNames" if isinstance(_inner(argument.type), ListOf) else "FieldName"
        if argument.required:
            yield f"{_name(argument.name)}: {hint}"
        elif argument.default is not None and _is_fixed(api, argument.type, argument.default):
            yield f"{_name(argument.name)}: {hint} = {_literal(api, argument.type, argument.default)}"
        else:
            if argument.default is not None and isinstance(argument.type, OptionalOf):
                raise ApiError(f"{operation.name}.{argument.name}: `None` is not what leaving it out means")
            yield f"{_name(argument.name)}: {hint if hint.endswith('| None') or hint == 'Any' else f'{hint} | None'} = None"


NAMES = ("by", "by_month", "sort", "sum")


def _inner(type_: Type) -> Type:
    return type_.item if isinstance(type_, OptionalOf) else type_


def _session(api: Api, own: Service | None, services: list[Service], way: str) -> str:
    about = _doc("An operator who acts in a company. What can be done stands in its services.", 4)
    text = "class AsyncSession(AsyncSessionBase, of=Session):" if way else f'class Session(SessionBase, space="session"):\n{about}'
    if own:
        text += _methods(api, own, own.operations, way, "Session")
    return text + "\n" + "".join(f"    {_name(service.name)} = Offered({way}{_class_name(service)})\n" for service in services)


def _crm(api: Api, service: Service, way: str) -> str:
    about = "An open library, for asyncio; `async with` closes it in the end." if way else "An open library; `with` closes it in the end."
    if way:
        about += "\n\nA coroutine that is cancelled stops waiting; its call may still take place. Give a call that must not happen twice a key."
    of = "of=Crm" if way else 'space="crm"'
    return f"class {way}Crm({way}CrmBase, {of}):\n" + _doc(about, 4) + _methods(api, service, service.operations, way, "Crm")


def _awaited_records(plain: str) -> str:
    """The generic services of records, awaited, from those that are not."""
    start = plain.index("class RecordsService")
    text = re.sub(r"\b(RecordsService|IdentifiedService|MasterService|Service|Pages)\b", r"Async\1", plain[start:])
    text = re.sub(r"(?<!@pages\n)^    def ", "    async def ", text, flags=re.MULTILINE)
    text = re.sub(r"return self\._", "return await self._", text)
    head = '"""Services of records, awaited: what `records` says, for asyncio."""\n' + plain[plain.index("# mypy:") : plain.index("from ._client")]
    head = head.replace("from typing import Annotated, Any, Generic, TypeVar, Union\n", "from typing import Annotated, Any, Generic\n")
    head = head.replace("import msgspec\n\n", "")
    imports = "from ._client import AsyncService\nfrom ._codec import ChangesOf, RowsOf\nfrom ._operations import operation, pages\nfrom .filters import Change\n"
    imports += "from .models import ExternalKey, UpsertMode\nfrom .pages import AsyncPages\nfrom .records import D, FieldName, FieldNames, R, UpsertedRecord, Where\n"
    names = re.findall(r"^class (\w+)", text, flags=re.MULTILINE)
    return head + imports + _all(names) + "\n\n" + text


# Errors.


def _codes(api: Api) -> str:
    text = '"""The codes of errors."""\n\nfrom __future__ import annotations\n\nfrom typing import Final\n\n__all__ = ["Code"]\n\n\n'
    text += "class Code:\n" + _doc("What `CrmError.code` can be.", 4) + "\n"
    for error in api.errors:
        again = " The same call can succeed if it is made again." if error.retryable else ""
        text += f'    {_upper(error.code)}: Final = "{error.code}"\n' + _doc(f"{error.doc}{again} `{_camel(error.kind)}Error`.".strip(), 4)
    return text


def _limits(api: Api) -> str:
    text = '"""Limits that are kept before anything is sent to the library."""\n\nfrom typing import Final\n'
    for limit in api.limits:
        text += f"\n{limit.name}: Final = {limit.value:_}\n" + _doc(limit.doc, 0)
    return text


# Modules.


def _import(module: str, names: Iterable[str]) -> str:
    listed = sorted(names)
    if not listed:
        return ""
    line = f"from {module} import {', '.join(listed)}\n"
    return line if len(line) <= WIDTH else f"from {module} import (\n{_filled(listed)})\n"


def _all(names: Iterable[str]) -> str:
    return f"\n__all__ = [\n{_filled(f'{chr(34)}{name}{chr(34)}' for name in sorted(names))}]\n"


def _filled(items: Iterable[str], indent: int = 4) -> str:
    """A list, as many to a line as it has room for."""
    lines = [""]
    for item in items:
        if lines[-1] and indent + len(lines[-1]) + len(item) + 2 > WIDTH:
            lines.append("")
        lines[-1] += f" {item}," if lines[-1] else f"{item},"
    return "".join(f"{' ' * indent}{line}\n" for line in lines)


def _package(plain: str, written: dict[str, str]) -> str:
    """The package's own file, written by hand but for its list of names: those of its modules, without `open`, which is Python's. Checkers read no list
    that is put together."""
    names: list[str] = []
    for module in re.findall(r"^from \.(\w+) import \*$", plain, flags=re.MULTILINE):
        text = written.get(f"{module}.py") or (PYTHON / f"{module}.py").read_text("utf-8")
        names += ast.literal_eval(text[text.index("__all__ = ") + len("__all__ = ") : text.index("]", text.index("__all__ = ")) + 1])
    return re.sub(r"\n__all__ = \[.*?\]\n", lambda _: _all(names), plain, flags=re.DOTALL)
