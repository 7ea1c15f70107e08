"""The generator refuses an `api.json` that a language could not be written from."""

from __future__ import annotations

import copy
import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent.parent))

from generate import model, python

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


def test_words_of_python_and_defaults() -> None:
    files = python.render(model.parse(API))
    models, services = files["python/python/crm/models.py"], files["python/python/crm/services.py"]
    assert '    from_: Decimal = msgspec.field(name="from")\n' in models
    assert '    how: How = msgspec.field(default_factory=lambda: HowOn(day=datetime.date.fromisoformat("2026-01-31")))\n' in models
    assert '    parts: list[Part] = msgspec.field(default_factory=lambda: [Part(from_=Decimal("1.50"))])\n' in models
    assert '    """All of it: `Part`s."""\n' in models
    assert "    def import_(self, whole: Whole) -> None:\n" in services
