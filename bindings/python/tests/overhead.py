"""What a call costs from Python. Prints a line for each figure: its name, and nanoseconds for one, the best of several rounds.

    python bindings/python/tests/overhead.py
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import world
from crm import AsyncCrm, Crm, Customer
from crm._client import Caller

ROUNDS = 8


def figure(name: str, times: int, call: Callable[[], object]) -> None:
    rounds = []
    for _ in range(ROUNDS):
        started = time.perf_counter_ns()
        for _ in range(times):
            call()
        rounds.append(time.perf_counter_ns() - started)
    print(f"{name} {min(rounds) // times}")


async def awaited(name: str, times: int, call: Callable[[], Awaitable[object]], at_once: int = 1) -> None:
    rounds = []
    for _ in range(ROUNDS):
        started = time.perf_counter_ns()
        for _ in range(times // at_once):
            await (call() if at_once == 1 else asyncio.gather(*(call() for _ in range(at_once))))
        rounds.append(time.perf_counter_ns() - started)
    print(f"{name} {min(rounds) // times}")


async def nothing() -> None:
    """In memory no step of the schema is missing: the call does nothing but cross over and back."""
    with Crm.open("memory:") as crm:
        figure("call_blocking", 20_000, crm.missing_steps)
    async with AsyncCrm.open("memory:") as crm_async:
        await awaited("call_awaited", 5_000, crm_async.missing_steps)
        await awaited("call_awaited_100_at_once", 5_000, crm_async.missing_steps, at_once=100)


async def records(url: str) -> None:
    with Crm.open(url) as crm:
        crm.migrate()
        books = world.create(crm)
        customers = books.session.customers
        customers.create_many([Customer(code=f"M{number:04}", name=f"Customer {number}", payment_days=number % 90) for number in range(1000)])
        figure("get_blocking", 5_000, lambda: customers.get(books.customer.id))
        figure("page_of_1000_blocking", 20, lambda: customers.list(limit=1000).page())
        caller: Caller = customers._caller
        assert caller._handle is not None
        session, native = caller._handle.id, caller._native
        figure("page_of_1000_as_json", 20, lambda: native.call(session, "customers.list", None, b'{"limit":1000}'))
        assert len(customers.list(limit=1000).page().items) == 1000
        async with AsyncCrm.open(url) as crm_async:
            session_async = await crm_async.act_as(books.company_id, books.operator_id)
            await awaited("get_awaited", 2_000, lambda: session_async.customers.get(books.customer.id))
            await awaited("page_of_1000_awaited", 20, lambda: session_async.customers.list(limit=1000).page())


if __name__ == "__main__":
    asyncio.run(nothing())
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(records(f"sqlite:{Path(folder) / 'books.db'}"))
