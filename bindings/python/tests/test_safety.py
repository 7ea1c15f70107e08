"""What a program can do to the library at the edges of its life: threads, coroutines, exits, forks, closing, and going on for long."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

import world
from crm import AsyncCrm, Crm, CrmError, InternalError, SalesDocumentRecord, StockBalanceRecord
from crm._codec import Operation

SCRIPTS = Path(__file__).parent / "scripts"
PATIENCE = 600
"""Seconds that anything is waited for before a test gives up. No measure of speed: too long on whatever machine, with whatever else running there."""


def run(script: str, *arguments: str) -> str:
    """What a script prints, which must end well."""
    done = subprocess.run([sys.executable, str(SCRIPTS / script), *arguments], capture_output=True, text=True, timeout=PATIENCE)
    assert done.returncode == 0, f"{script} ended with {done.returncode}: {done.stderr}"
    return done.stdout.strip()


def on_hand(books: world.Books) -> Decimal:
    (balance,) = books.session.stock_balances.list(StockBalanceRecord.c.product_id == books.product_id)
    return balance.quantity


def test_eight_threads_post_at_once(books: world.Books) -> None:
    with ThreadPoolExecutor(8) as threads:
        posted = list(threads.map(lambda _: books.session.sales.deliver(books.delivery()), range(80)))
    assert len({document.number for document in posted}) == 80
    assert on_hand(books) == Decimal(920)
    books.session.verify()


def test_two_hundred_coroutines_post_at_once(url: str, books: world.Books) -> None:
    async def post() -> set[str]:
        async with AsyncCrm.open(url) as crm:
            session = await crm.act_as(books.company_id, books.operator_id)
            posted = await asyncio.gather(*(session.sales.deliver(books.delivery()) for _ in range(200)))
            return {document.number for document in posted}

    assert len(asyncio.run(post())) == 200
    assert on_hand(books) == Decimal(800)
    books.session.verify()


@pytest.mark.parametrize("way", ["after the last await", "while calls run"])
def test_processes_that_exit_at_once_never_crash(url: str, books: world.Books, way: str) -> None:
    def leave(_: int) -> str:
        return run("leave.py", url, str(books.company_id), str(books.operator_id), way)

    with ThreadPoolExecutor(8) as processes:
        assert list(processes.map(leave, range(16))) == ["Bodega Peña"] * 16


def test_a_forked_child_is_refused_and_the_parent_goes_on(url: str, books: world.Books) -> None:
    said = run("fork.py", url, str(books.company_id), str(books.operator_id)).splitlines()
    # PostgreSQL serves every process; of an SQLite file the child would inherit the knowledge of locks and not the locks.
    opening = "1" if url.startswith("postgres") else "bindings.forked"
    child = ["child: bindings.forked", "child, awaited: bindings.forked", "child, closing: bindings.forked", f"child, opening: {opening}"]
    assert said == [*child, "parent: Bodega Peña", "later child: 1"]


def test_closing_waits_for_calls_that_run(url: str, books: world.Books) -> None:
    crm = Crm.open(url)
    session = crm.act_as(books.company_id, books.operator_id)
    posted: list[str] = []
    refused: list[str] = []
    goes_on = threading.Event()

    def post() -> None:
        try:
            while True:
                posted.append(session.sales.deliver(books.delivery()).number)
                goes_on.set()
        except CrmError as error:
            refused.append(error.code)

    threads = [threading.Thread(target=post, daemon=True) for _ in range(4)]
    for thread in threads:
        thread.start()
    assert goes_on.wait(PATIENCE)
    crm.close()
    for thread in threads:
        thread.join(PATIENCE)
    assert refused == ["bindings.closed"] * 4
    assert books.session.sales_documents.count(SalesDocumentRecord.c.number.is_in(posted)) == len(posted) == books.session.sales_documents.count()
    books.session.verify()


def test_closing_waits_for_coroutines_too(url: str, books: world.Books) -> None:
    async def post() -> tuple[list[str], list[str]]:
        crm = await AsyncCrm.open(url)
        session = await crm.act_as(books.company_id, books.operator_id)
        tasks = [asyncio.create_task(session.sales.deliver(books.delivery())) for _ in range(50)]
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        await crm.close()
        ended = await asyncio.wait_for(asyncio.gather(*tasks, return_exceptions=True), PATIENCE)
        with pytest.raises(CrmError) as refused:
            await session.customers.count()
        assert all(isinstance(one, CrmError) for one in ended if isinstance(one, BaseException))
        return [one.number for one in ended if not isinstance(one, BaseException)], [refused.value.code]

    posted, refused = asyncio.run(post())
    assert refused == ["bindings.closed"]
    assert len(posted) == books.session.sales_documents.count()
    books.session.verify()


def test_cancelled_sessions_are_given_back(url: str, books: world.Books) -> None:
    released: list[int] = []

    class Spy:
        def __init__(self, native: Any) -> None:
            self._native = native

        def __getattr__(self, name: str) -> Any:
            return getattr(self._native, name)

        def release(self, session: int) -> None:
            released.append(session)
            self._native.release(session)

    async def give_up() -> None:
        async with AsyncCrm.open(url) as crm:
            crm._caller._native = Spy(crm._caller._native)  # type: ignore[assignment]
            for _ in range(20):
                task = asyncio.create_task(crm.act_as(books.company_id, books.operator_id))
                await asyncio.sleep(0)
                task.cancel()
                # A call that was faster gives a session, which nobody keeps.
                with contextlib.suppress(asyncio.CancelledError):
                    await task
                del task
            while len(released) < 20:
                await asyncio.sleep(0.01)
                gc.collect()

    asyncio.run(asyncio.wait_for(give_up(), PATIENCE))
    assert len(set(released)) == 20


@pytest.mark.parametrize(("key", "kind"), [(None, TypeError), (5, TypeError), ("", ValueError)])
def test_a_key_is_never_left_out_by_mistake(memory: world.Books, key: Any, kind: type[Exception]) -> None:
    with pytest.raises(kind, match="^key: "):
        memory.session.idempotent(key)


def test_a_uuid_is_a_key(memory: world.Books) -> None:
    key = uuid4()
    posted = [memory.session.idempotent(one).sales.deliver(memory.delivery()).number for one in (key, str(key))]
    assert posted[0] == posted[1]


def test_opening_a_silent_server_can_be_interrupted() -> None:
    assert run("interrupt.py") == "interrupted while it waited"


def test_what_is_not_open_says_so(url: str) -> None:
    opened: Any = Crm
    with pytest.raises(TypeError, match=r"use `Crm\.open`"):
        opened(url)
    with pytest.raises(AttributeError, match="not open yet"):
        AsyncCrm.open(url).migrate

    async def later() -> list[str]:
        crm = await AsyncCrm.open(url)
        async with crm:
            return await crm.missing_steps()

    assert isinstance(asyncio.run(later()), list)
    for wrong in ("sqlite::memory:", "sqlite:books.db?mode=ro"):
        with pytest.raises(CrmError, match="path of a file, and"):
            Crm.open(wrong)


def test_use_after_close_is_a_clear_error(url: str) -> None:
    crm = Crm.open(url)
    crm.close()
    crm.close()
    with pytest.raises(CrmError) as refused:
        crm.migrate()
    assert refused.value.code == "bindings.closed"


def test_a_panic_is_an_exception_and_the_process_lives(url: str) -> None:
    panic: Operation[None] = Operation("crm.panic", {}, {}, type(None))
    with Crm.open(url) as crm:
        with pytest.raises(InternalError, match="a defect in the library") as raised:
            crm._caller.call(panic, {})
        assert (raised.value.code, raised.value.retryable) == ("bindings.panic", False)
        crm.migrate()
        assert crm.missing_steps() == []

    async def panics() -> list[str]:
        async with AsyncCrm.open(url) as crm:
            with pytest.raises(InternalError) as raised:
                await crm._caller.call(panic, {})
            assert raised.value.code == "bindings.panic"
            return await crm.missing_steps()

    assert asyncio.run(panics()) == []


def test_memory_stays_flat(tmp_path: Path) -> None:
    grown = int(run("grow.py", f"sqlite:{tmp_path / 'books.db'}"))
    assert grown < 8 * 1024 * 1024, f"{grown} bytes more after 100,000 calls"
