"""The scenarios that every language runs, through the typed classes, on the caller's thread and awaited."""

from __future__ import annotations

import asyncio
import inspect
import itertools
import json
import keyword
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

import world
from crm import AsyncCrm, AsyncPages, Change, Crm, CrmError, Operator, Pages
from crm._codec import ChangesOf, FilterOf, NameOf, field_types

FOLDER = Path(__file__).parent.parent.parent / "scenarios"
SCENARIOS = sorted(FOLDER.glob("*.json"))


class Runner:
    """Calls by name: arguments out of JSON as the typed classes take them, answers as JSON again, sessions as they are."""

    def __init__(self, crm: Any, wait: Callable[[Any], Any]) -> None:
        self.crm, self.wait = crm, wait
        wait(crm.migrate())
        operator = Operator(code="ana", name="Ana", roles=["administrator"])
        company = wait(crm.create_company("Acme", "EUR", operator))
        ana = wait(crm.act_as(company.company_id, company.operator_id))
        self.saved: dict[str, Any] = {"company": msgspec.to_builtins(company), "ana": ana}

    def call(self, step: dict[str, Any]) -> Any:
        service, name = step["call"].split(".")
        types = world.OPERATIONS[step["call"]]._types
        given = self.resolved(step["arguments"]).items()
        arguments = {f"{key}_" if keyword.iskeyword(key) else key: converted(value, types[key]) for key, value in given}
        # What stands before the changes is given by its place, as they are.
        before = list(itertools.takewhile(lambda key: key != "changes", types)) if "changes" in arguments else []
        placed = [arguments.pop(key) for key in before] + arguments.pop("changes", [])
        if name == "list" and "limit" in arguments:  # which is of a page, in the library's own words
            arguments["page_size"] = arguments.pop("limit")
        session = self.saved[step.get("as", "ana")]
        if "key" in step:
            session = session.keyed(step["key"])
        target = self.crm if service == "crm" else session if service == "session" else getattr(session, service)
        answer = getattr(target, name)(*placed, **arguments)
        answer = self.wait(answer.page() if isinstance(answer, (Pages, AsyncPages)) else answer)
        if name == "report":
            answer = [list(row.values()) for row in answer]
        return answer if name == "act_as" else msgspec.to_builtins(answer)

    def resolved(self, value: Any) -> Any:
        """The same with what `$name.field` stands for."""
        if isinstance(value, dict):
            return {name: self.resolved(item) for name, item in value.items()}
        if isinstance(value, list):
            return [self.resolved(item) for item in value]
        if isinstance(value, str) and value.startswith("$"):
            name, *path = value[1:].split(".")
            found = self.saved[name]
            for part in path:
                found = found[int(part) if part.isdigit() else part]
            return found
        return value

    def step(self, step: dict[str, Any]) -> None:
        try:
            answer = self.call(step)
        except CrmError as error:
            assert "error" in step, f"{step}\ngave {error!r}"
            found = {name: getattr(error, name) for name in ("code", "kind", "message", "details", "retryable")}
            assert holds(found, self.resolved(step["error"])), f"{step}\nfound {found}"
            return
        assert "error" not in step, f"{step}\ngave {answer}"
        if "save" in step:
            self.saved[step["save"]] = answer
        if "expect" in step:
            assert holds(answer, self.resolved(step["expect"])), f"{step}\nfound {answer}"


def converted(value: Any, type_: Any) -> Any:
    if isinstance(type_, ChangesOf):
        held = {wire: field for _, wire, field in field_types(type_.model)}
        return [Change(type_.fields, name, msgspec.convert(given, held[name])) for name, given in value.items()]
    return value if isinstance(type_, (FilterOf, NameOf)) else msgspec.convert(value, type_)


def holds(found: Any, expected: Any) -> bool:
    """Whether something holds what is expected: of objects the fields that are named, of lists every item."""
    if isinstance(expected, dict):
        return isinstance(found, dict) and all(name in found and holds(found[name], value) for name, value in expected.items())
    if isinstance(expected, list):
        return isinstance(found, list) and len(found) == len(expected) and all(map(holds, found, expected))
    return bool(found == expected and type(found) is type(expected))


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda path: path.stem)
def test_scenarios_hold(url: str, scenario: Path) -> None:
    with Crm.open(url) as crm:
        runner = Runner(crm, lambda answer: answer)
        for step in json.loads(scenario.read_text("utf-8"))["steps"]:
            runner.step(step)


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda path: path.stem)
def test_scenarios_hold_awaited(url: str, scenario: Path) -> None:
    loop = asyncio.new_event_loop()

    def wait(answer: Any) -> Any:
        return loop.run_until_complete(answer) if inspect.isawaitable(answer) else answer

    crm: AsyncCrm = wait(AsyncCrm.open(url)._open())
    try:
        runner = Runner(crm, wait)
        for step in json.loads(scenario.read_text("utf-8"))["steps"]:
            runner.step(step)
    finally:
        wait(crm.close())
        loop.close()


def test_there_are_scenarios() -> None:
    assert len(SCENARIOS) >= 3
