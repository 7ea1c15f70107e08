"""The generator refuses an `api.json` that a language could not be written from."""

from __future__ import annotations

import copy
import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from generate import kotlin, model, python

API: dict[str, Any] = {
    "types": {
        "Part": {
            "kind": "struct",
            "fields": [{"name": "from", "type": "decimal"}, {"name": "note", "type": {"optional": "text"}, "required": False}],
        },
        "How": {
            "kind": "union",
            "variants": [
                {"tag": "not"},
                {"tag": "part", "value": {"ref": "Part"}},
                {"tag": "on", "fields": [{"name": "day", "type": "day"}]},
            ],
        },
        "Whole": {
            "kind": "struct",
            "doc": "All of it: [`Part`](crate::Part)s.\n\n```\nuse it;\n```",
            "fields": [
                {"name": "how", "type": {"ref": "How"}, "required": False, "default": {"kind": "on", "day": "2026-01-31"}},
                {"name": "parts", "type": {"list": {"ref": "Part"}}, "required": False, "default": [{"from": "1.50"}]},
            ],
        },
    },
    "services": [
        {
            "name": "crm",
            "session": False,
            "operations": [{"name": "import", "arguments": [{"name": "whole", "type": {"ref": "Whole"}}], "result": "none"}],
        }
    ],
}


def refused(change: Any) -> str:
    api = copy.deepcopy(API)
    change(api)
    with pytest.raises(model.ApiError) as error:
        python.render(model.parse(api))
    return str(error.value)


def test_what_api_json_must_not_say() -> None:
    def field(api: dict[str, Any], **changed: Any) -> None:
        api["types"]["Whole"]["fields"][1].update(changed)

    assert refused(lambda api: field(api, type="float")) == "Whole.parts: `float` is no type"
    assert refused(lambda api: field(api, type={"ref": "Nobody"})) == "Whole.parts: there is no type `Nobody`"

    assert refused(lambda api: field(api, default=None)) == "Whole.parts: may be left out, and nothing says what it is then"
    assert refused(lambda api: field(api, name="datetime")) == "`datetime` cannot be a name in Python"
    assert refused(lambda api: api["types"].update(Filter=api["types"]["Part"])) == "`Filter` is defined twice, or is a name of the package"
    assert refused(lambda api: api["types"].update(HowOn=api["types"]["Part"])) == "`HowOn` is defined twice, or is a name of the package"
    assert refused(lambda api: api["services"].clear()) == "there is one service outside of sessions, `crm`"


def of_things(*own: dict[str, Any]) -> dict[str, Any]:
    """Records that only the library writes, in a service that offers something of its own."""

    def operation(name: str, result: Any, **arguments: Any) -> dict[str, Any]:
        types = [{"name": name, "type": type_, "required": not isinstance(type_, dict) or "optional" not in type_} for name, type_ in arguments.items()]
        return {"name": name, "arguments": types, "result": result}

    some: dict[str, Any] = {"optional": "json"}
    names: dict[str, Any] = {"optional": {"list": "text"}}
    finding = [
        operation("list", {"ref": "ThingRecordPage"}, filter=some, sort=names, limit={"optional": "int"}, after={"optional": "text"}),
        operation("count", "int", filter=some),
        operation("report", {"list": {"list": "json"}}, by=names, by_month={"optional": "text"}, sum=names, filter=some),
        operation("get", {"ref": "ThingRecord"}, id="uuid"),
        operation("find", {"optional": {"ref": "ThingRecord"}}, id="uuid"),
    ]
    fields = [{"name": "id", "type": "uuid"}, {"name": "version", "type": "int"}, {"name": "name", "type": "text"}]
    page = [{"name": "items", "type": {"list": {"ref": "ThingRecord"}}}, {"name": "next", "type": {"optional": "text"}}]
    api = copy.deepcopy(API)
    api["types"] |= {"ThingRecord": {"kind": "struct", "fields": fields}, "ThingRecordPage": {"kind": "struct", "fields": page}}
    api["entities"] = {"Thing": {"name": "thing", "fields": fields, "relations": []}}
    api["services"].append({"name": "things", "session": True, "entity": "Thing", "doc": "Things.", "operations": [*finding, *own]})
    return api


CREATE = {"name": "create", "doc": "Makes one.", "arguments": [{"name": "whole", "type": {"ref": "Whole"}}], "result": {"ref": "Part"}}
CLOSE = {"name": "close", "doc": "Closes one.", "arguments": [{"name": "id", "type": "uuid"}], "result": "none"}


def test_a_service_of_records_offers_its_layers_and_its_own() -> None:
    api = of_things(CREATE, CLOSE)
    services = python.render(model.parse(api))["python/python/crm/services.py"]
    assert (
        'class ThingsService(IdentifiedService[ThingRecord], space="things"):\n'
        '    """Things."""\n\n'
        "    @operation\n"
        "    def create(self, whole: Whole) -> Part:\n"
        '        """Makes one."""\n\n'
        "    @operation\n"
        "    def close(self, id: UUID) -> None:\n"
        '        """Closes one."""\n\n\n'
        "class AsyncThingsService(AsyncIdentifiedService[ThingRecord], of=ThingsService):\n"
        "    create = awaited(ThingsService.create)\n"
        "    close = awaited(ThingsService.close)\n"
    ) in services
    written = kotlin.render(model.parse(api))["kotlin/src/main/kotlin/crm/generated/BlockingServices.kt"]
    assert '    BlockingIdentifiedService<ThingRecord, Things>(calls, "things", ThingRecord.serializer()) {\n    /** Makes one. */\n' in written


def test_a_layer_has_one_shape() -> None:
    api = of_things()
    api["services"][1]["operations"][3]["arguments"][0]["name"] = "key"
    with pytest.raises(model.ApiError, match="^things.get: takes `key`, and not `id` as of every service of records$"):
        model.parse(api)
    del api["services"][1]["operations"][0]
    with pytest.raises(model.ApiError, match="^things: a service of an entity has list, count, report, and lists records$"):
        model.parse(api)


def test_words_of_python_and_defaults() -> None:
    files = python.render(model.parse(API))
    models, services = files["python/python/crm/models.py"], files["python/python/crm/services.py"]
    assert '    from_: Decimal = msgspec.field(name="from")\n' in models
    assert '    how: How = msgspec.field(default_factory=lambda: HowOn(day=datetime.date.fromisoformat("2026-01-31")))\n' in models
    assert '    parts: list[Part] = msgspec.field(default_factory=lambda: [Part(from_=Decimal("1.50"))])\n' in models
    assert '    """All of it: `Part`s."""\n' in models
    assert "    def import_(self, whole: Whole) -> None:\n" in services
