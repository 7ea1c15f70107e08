"""Writes the Python package's models, fields of filters, services and error codes.

What is written is typed and documented, and does nothing: `crm._client` and `crm._codec` carry the calls.
"""

from __future__ import annotations

import keyword
import re
import textwrap
from collections.abc import Iterable, Iterator
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
)

PACKAGE = "python/python/crm"
WIDTH = 140
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
RESERVED = {"UUID", "Any", "ClassVar", "Decimal", "Mapping", "Operation", "Sequence", "TypeAlias", "Union"}
RESERVED |= {"Callable", "builtins", "c", "datetime", "enum", "msgspec", "self"}
RESERVED |= {"Change", "Code", "Custom", "CustomValue", "EnumField", "Field", "Fields", "Filter", "Page", "Pages", "AsyncPages", "Relation", "Settable"}
RESERVED |= {"FilePath", "FileSource", "Source", "SettableEnum", "SettableField", "SettableText", "SettableUuid", "TextField", "UuidField", "custom"}


def render(api: Api) -> dict[str, str]:
    """The written files: path below `bindings/`, text."""
    files = {"models.py": _models(api), "fields.py": _fields(api), "services.py": _services(api), "codes.py": _codes(api), "_limits.py": _limits(api)}
    return {f"{PACKAGE}/{name}": HEADER + text for name, text in files.items()}


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
    width = WIDTH - indent - 8
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
    text += "import datetime\nimport enum\nfrom decimal import Decimal\nfrom typing import Any, ClassVar, TypeAlias, Union\nfrom uuid import UUID\n\n"
    text += "import msgspec\n\n"
    text += _import(".fields", fields)
    text += _all(names)
    text += "".join(f"\n\n{_definition(api, definition)}" for definition in definitions)
    return text


def _in_order(api: Api) -> list[Definition]:
    """Enums first, since defaults name them; a base before what extends it. Pages have one class, written by hand."""
    enums = [definition for definition in api.types.values() if isinstance(definition, Enum)]
    rest = [definition for definition in api.types.values() if not isinstance(definition, Enum) and api.page_item(Ref(definition.name)) is None]
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
    members = [(_upper(value.value), value) for value in definition.values]
    text = f"class {definition.name}(enum.Enum):\n"
    text += _doc(definition.doc, 4, [(name, value.doc) for name, value in members]) + "\n"
    return text + "".join(f'    {name} = "{value.value}"\n' for name, value in members)


def _struct(api: Api, definition: Struct) -> str:
    base = api.base_of(definition.name)
    inherited = {field.name for field in api.types[base].fields} if base else set()  # type: ignore[union-attr]
    fields = [field for field in definition.fields if field.name not in inherited]
    entity = _entity_of(api, definition)
    # A number and what it is a number of, such as an amount and its currency, read well without their names.
    needed = [field for field in fields if field.required]
    positional = len(needed) == 2 and needed == fields[:2] and fields[0].type == Scalar("decimal")
    text = f"class {definition.name}({base or 'msgspec.Struct'}{'' if positional else ', kw_only=True'}):\n"
    body = _doc(definition.doc, 4, [(_name(field.name), field.doc) for field in fields])
    if entity:
        body += f"\n    c: ClassVar[{entity}Fields] = {entity}Fields()\n"
        body += f'    """What filters can test{", and changes can set" if _settable(api, api.entities[entity]) else ""}."""\n'
    body += "".join(["\n" if body else "", *(_field(api, field) for field in fields)]) if fields else ""
    return text + (body or "    pass\n")


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
    classes = ("EnumField", "Field", "Fields", "Relation", "SettableEnum", "SettableField", "SettableText", "SettableUuid", "TextField", "UuidField")
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
    base = f'(Fields["models.{entity.type_name}"])' if _settable(api, entity) else ""
    doc = f"What filters and sorts of `{entity.name}` can name{', and changes can set' if base else ''}."
    text = f"class {entity.type_name}Fields{base}:\n" + _doc(doc, 4) + "\n"
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


def _services(api: Api) -> str:
    # What is asked of the library stands in `Crm` itself, and what is asked of a session in `Session` itself.
    named = {service.name: service for service in api.services}
    if [service.name for service in api.services if not service.session] != ["crm"]:
        raise ApiError("there is one service outside of sessions, `crm`")
    in_session = [service for service in api.services if service.name not in ("crm", "session")]
    body = "\n\n".join(_table(api, service) for service in api.services) + "\n\n\n"
    classes = [_service(api, service, way) for service in in_session for way in WAYS]
    classes += [_session(api, named.get("session"), in_session, way) for way in WAYS]
    classes += [_crm(api, named["crm"], way) for way in WAYS]
    body += "\n\n".join(classes)
    names = [f"{way}{_class_name(service)}" for service in in_session for way in WAYS] + [way + name for name in ("Session", "Crm") for way in WAYS]
    models = {name for definition in _in_order(api) for name in _defined(definition) if re.search(rf"\b{name}\b", body)}
    if clash := set(names) & models:
        raise ApiError(f"{', '.join(sorted(clash))}: a type and a class of services")
    text = '"""What can be asked of the library, service by service, on the caller\'s thread and with asyncio."""\n\n'
    text += "from __future__ import annotations\n\n"
    text += f"import builtins\nimport datetime\nfrom collections.abc import {'Callable, ' if 'Callable[' in body else ''}Mapping, Sequence\n"
    text += "from decimal import Decimal\n" if re.search(r"\bDecimal\b", body) else ""
    text += "from typing import Any\nfrom uuid import UUID\n\n"
    text += "from ._client import AsyncCrmBase, AsyncService, AsyncSessionBase, CrmBase, Service, SessionBase\n"
    text += _import("._codec", {"FilterOf", "Names", "Operation", "Page"} | ({"ChangesOf"} if re.search(r"\bChangesOf\b", body) else set()))
    text += _import(".fields", {f"{service.entity}Fields" for service in api.services if service.entity})
    text += _import(".files", {name for name in ("FilePath", "FileSource") if re.search(rf"\b{name}\b", body)})
    text += _import(".filters", {"Change", "Field", "Filter"} if re.search(r"\bChange\b", body) else {"Field", "Filter"})
    text += _import(".models", models) + "from .pages import AsyncPages, Pages\n"
    return text + _all(names) + "\n\n" + body


# Calls on the caller's thread, and awaited ones, whose classes begin with this.
WAYS = ("", "Async")


def _class_name(service: Service) -> str:
    return f"{_camel(service.name)}Service"


def _constant(service: Service, operation: Operation) -> str:
    return f"_{_upper(service.name)}_{_upper(operation.name)}"


def _result(api: Api, type_: Type, builtin: str = "") -> str:
    item = api.page_item(type_)
    return _hint(type_, builtin=builtin) if item is None else f"Page[{_hint(item, builtin=builtin)}]"


def _lowered(service: Service, argument: Field) -> str:
    """What an argument is lowered by: its type, or what knows the entity whose fields are named."""
    if service.entity and argument.name == "filter":
        return f"FilterOf({service.entity}Fields)"
    if service.entity and argument.name in NAMES:
        return f"Names({service.entity}Fields, many={isinstance(_inner(argument.type), ListOf)})"
    if isinstance(argument.type, ChangesOf):
        return f"ChangesOf({argument.type.name}Fields, {argument.type.name})"
    return _hint(argument.type)


NAMES = ("by", "by_month", "sort", "sum")


def _inner(type_: Type) -> Type:
    return type_.item if isinstance(type_, OptionalOf) else type_


def _table(api: Api, service: Service) -> str:
    lines = []
    for operation in service.operations:
        required, optional = (
            ", ".join(f'"{argument.name}": {_lowered(service, argument)}' for argument in operation.arguments if argument.required is wanted)
            for wanted in (True, False)
        )
        result = _result(api, operation.result)
        parts = [f'"{service.name}.{operation.name}"', f"{{{required}}}", f"{{{optional}}}", result]
        line = f"{_constant(service, operation)}: Operation[{result}] = Operation({', '.join(parts)})"
        if len(line) > WIDTH:
            line = f"{_constant(service, operation)}: Operation[{result}] = Operation(\n" + "".join(f"    {part},\n" for part in parts) + ")"
        lines.append(line)
    return "\n".join(lines)


def _is_paged(api: Api, operation: Operation) -> bool:
    return api.page_item(operation.result) is not None and any(argument.name == "after" for argument in operation.arguments)


def _opens_session(api: Api, operation: Operation) -> bool:
    result = api.types.get(operation.result.name) if isinstance(operation.result, Ref) else None
    return isinstance(result, Struct) and any(field.name == "session" and field.type == Scalar("int") for field in result.fields)


def _parameters(api: Api, operation: Operation, builtin: str, *, named: bool) -> Iterator[str]:
    """What must be given may stand without its name, and so may the first thing that can."""
    arguments = sorted(operation.arguments, key=lambda argument: not argument.required)
    yield "self"
    for position, argument in enumerate(arguments):
        if isinstance(argument.type, ChangesOf):
            # As many as are given; what follows is named.
            yield f"*{_name(argument.name)}: Change"
            continue
        before = arguments[position - 1]
        if position > 0 and not argument.required and (position == 1 or before.required) and not isinstance(before.type, ChangesOf):
            yield "*"
        hint = _hint(argument.type, given=True, builtin=builtin)
        if argument.name == "filter" and argument.type == Scalar("json"):
            hint = "Filter | Mapping[str, Any]"
        if named and argument.name in NAMES:
            hint = "Sequence[str | Field[Any]]" if isinstance(_inner(argument.type), ListOf) else "str | Field[Any]"
        if argument.required:
            yield f"{_name(argument.name)}: {hint}"
        elif argument.default is not None and _is_fixed(api, argument.type, argument.default):
            yield f"{_name(argument.name)}: {hint} = {_literal(api, argument.type, argument.default)}"
        else:
            if argument.default is not None and isinstance(argument.type, OptionalOf):
                raise ApiError(f"{operation.name}.{argument.name}: `None` is not what leaving it out means")
            yield f"{_name(argument.name)}: {hint if hint.endswith('| None') or hint == 'Any' else f'{hint} | None'} = None"


def _method(api: Api, service: Service, operation: Operation, way: str, builtin: str) -> str:
    name = f"{operation.name}_" if keyword.iskeyword(operation.name) else operation.name
    paged, opens = _is_paged(api, operation), _opens_session(api, operation)
    given = [argument for argument in operation.arguments if not (paged and argument.name == "after")]
    arguments = f"{{{', '.join(f'{chr(34)}{argument.name}{chr(34)}: {_name(argument.name)}' for argument in given)}}}"
    constant = _constant(service, operation)
    call = f"{'await ' if way else ''}self._caller.{'opened' if opens else 'call'}({constant}, {arguments})"
    if paged:
        item = api.page_item(operation.result)
        assert item is not None
        result = f"{way}Pages[{_hint(item, builtin=builtin)}]"
        body = f"return self._pages({constant}, {arguments}, after, page_size)"
    elif service.entity and operation.name == "report":
        result = f"{builtin}list[{builtin}dict[str, Any]]"
        body = f"return {'await ' if way else ''}self._report({constant}, {arguments}, {service.entity}Fields)"
    elif opens:
        result, body = f"{way}Session", f"return {way}Session({call})"
    else:
        result = _result(api, operation.result, builtin)
        body = call if result == "None" else f"return {call}"
    parameters = [*_parameters(api, operation, builtin, named=service.entity is not None), *(["page_size: int | None = None"] if paged else [])]
    head = f"    {'async ' if way and not paged else ''}def {name}"
    line = f"{head}({', '.join(parameters)}) -> {result}:\n"
    if len(line) > WIDTH:
        line = f"{head}(\n" + "".join(f"        {parameter},\n" for parameter in parameters) + f"    ) -> {result}:\n"
    described = [(_name(argument.name), argument.doc) for argument in operation.arguments]
    if paged:
        described = [(name, "At most so many records in all." if name == "limit" else doc) for name, doc in described]
        described += [("page_size", argument.doc) for argument in operation.arguments if argument.name == "limit"]
    return line + _doc(operation.doc, 8, described) + f"        {body}\n"


def _methods(api: Api, service: Service, way: str) -> str:
    named = {operation.name: operation for operation in service.operations}
    builtin = "builtins." if named.keys() & {"dict", "list", "tuple"} else ""
    methods = []
    for operation in service.operations:
        methods.append(_method(api, service, operation, way, builtin))
        if operation.name == "update" and service.entity and "get" in named:
            methods.append(_modify(service, named["get"], operation, way))
    return "\n".join(methods)


def _modify(service: Service, get: Operation, update: Operation, way: str) -> str:
    record = _hint(update.result)
    head = f"    {'async ' if way else ''}def modify"
    parameters = ["self", "id: UUID", f"change: Callable[[{record}], {record} | None]"]
    line = f"{head}({', '.join(parameters)}) -> {record}:\n"
    if len(line) > WIDTH:
        line = f"{head}(\n" + "".join(f"        {parameter},\n" for parameter in parameters) + f"    ) -> {record}:\n"
    about = "Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed it meanwhile."
    change = "Changes the record that it is given, or returns another. It is called anew for what was read anew, at most `MAX_RETRIES` times more."
    body = f"return {'await ' if way else ''}self._modify({_constant(service, get)}, {_constant(service, update)}, id, change)"
    return line + _doc(about, 8, [("id", "Id of the record."), ("change", change)]) + f"        {body}\n"


def _service(api: Api, service: Service, way: str) -> str:
    text = f"class {way}{_class_name(service)}({way}Service):\n" + _doc(service.doc, 4) + "\n    __slots__ = ()\n\n"
    return text + _methods(api, service, way)


def _session(api: Api, own: Service | None, services: list[Service], way: str) -> str:
    text = f"class {way}Session({way}SessionBase):\n" + _doc("An operator who acts in a company. What can be done stands in its services.", 4)
    text += "\n    __slots__ = ()\n"
    if own:
        text += "\n" + _methods(api, own, way)
    for service in services:
        text += f"\n    @property\n    def {_name(service.name)}(self) -> {way}{_class_name(service)}:\n"
        text += _doc(service.doc, 8) + f"        return {way}{_class_name(service)}(self._caller)\n"
    return text


def _crm(api: Api, service: Service, way: str) -> str:
    about = "An open library, for asyncio; `async with` closes it in the end." if way else "An open library; `with` closes it in the end."
    if way:
        about += "\n\nA coroutine that is cancelled stops waiting; its call may still take place. Give a call that must not happen twice a key."
    text = f"class {way}Crm({way}CrmBase):\n" + _doc(about, 4) + "\n    __slots__ = ()\n\n"
    return text + _methods(api, service, way)


# Errors.


def _codes(api: Api) -> str:
    text = '"""The codes of errors."""\n\nfrom __future__ import annotations\n\nfrom typing import Final\n\n__all__ = ["Code"]\n\n\n'
    text += "class Code:\n" + _doc("What `CrmError.code` can be.", 4)
    for error in api.errors:
        again = " The same call can succeed if it is made again." if error.retryable else ""
        text += f'\n    {_upper(error.code)}: Final = "{error.code}"\n' + _doc(f"{error.doc}{again} `{_camel(error.kind)}Error`.".strip(), 4)
    return text


def _limits(api: Api) -> str:
    text = '"""Limits that are kept before anything is sent to the library."""\n\nfrom typing import Final\n'
    for limit in api.limits:
        text += f"\n{limit.name}: Final = {limit.value:_}\n" + _doc(limit.doc, 0)
    return text


# Modules.


def _import(module: str, names: Iterable[str]) -> str:
    names = sorted(names)
    if not names:
        return ""
    line = f"from {module} import {', '.join(names)}\n"
    return line if len(line) <= WIDTH else f"from {module} import (\n" + "".join(f"    {name},\n" for name in names) + ")\n"


def _all(names: Iterable[str]) -> str:
    return "\n__all__ = [\n" + "".join(f'    "{name}",\n' for name in sorted(names)) + "]\n"
