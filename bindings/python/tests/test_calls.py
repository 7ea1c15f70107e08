"""Calls do the same on the caller's thread and awaited, in any loop; errors say what is wrong."""

from __future__ import annotations

import asyncio
import datetime
import inspect
import threading
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import uuid4

import msgspec
import pytest

import crm
import world
from crm import (
    AsyncCrm,
    Code,
    ConflictError,
    Crm,
    CrmError,
    Customer,
    DeniedError,
    InvalidError,
    Money,
    NotFoundError,
    Operator,
    Session,
    errors,
    services,
)


def test_goods_are_delivered_and_owed(books: world.Books) -> None:
    posted = books.session.sales.deliver(books.delivery(4))
    assert posted.cost == Money(Decimal("12.00"), "EUR")
    owed = books.session.receivables.balance(books.customer.id, as_of=world.DAY, currency="EUR")
    assert owed == Money(Decimal("20.00"), "EUR")
    books.session.verify()


def test_the_same_key_again_is_the_same_answer(books: world.Books) -> None:
    once = books.session.idempotent("order-4711").sales.deliver(books.delivery())
    again = books.session.idempotent("order-4711").sales.deliver(books.delivery())
    assert again == once and books.session.sales_documents.count() == 1
    other = books.session.sales.deliver(books.delivery())
    assert other.number != once.number
    with pytest.raises(CrmError) as refused:
        books.session.idempotent("order-4711").sales.deliver(books.delivery(2))
    assert refused.value.code == Code.IDEMPOTENCY_MISMATCH


def test_a_change_by_a_function_loses_nothing(books: world.Books) -> None:
    customers, before = books.session.customers, books.customer
    failed: list[BaseException] = []

    def longer(customer: crm.CustomerRecord) -> None:
        customer.payment_days += 1

    def work() -> None:
        try:
            for _ in range(10):
                customers.modify(before.id, longer)
        except BaseException as error:
            failed.append(error)

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed
    after = customers.get(before.id)
    assert (after.payment_days, after.version) == (before.payment_days + 80, before.version + 80)
    # A function may give another record instead, and what it refuses is refused.
    assert customers.modify(before.id, lambda customer: msgspec.structs.replace(customer, notes="by a function")).notes == "by a function"
    with pytest.raises(ZeroDivisionError):
        customers.modify(before.id, lambda customer: 1 // 0)  # type: ignore[arg-type, return-value]
    with pytest.raises(NotFoundError):
        customers.modify(uuid4(), longer)


def test_a_change_by_a_function_takes_no_key(memory: world.Books) -> None:
    with pytest.raises(CrmError, match="takes no key") as refused:
        memory.session.idempotent("m").customers.modify(memory.customer.id, lambda customer: customer)
    assert refused.value.code == Code.BINDINGS_REQUEST


def test_a_change_by_a_function_gives_up_where_it_is_refused_each_time(books: world.Books) -> None:
    customers = books.session.customers
    calls: list[int] = []

    def overtaken(customer: crm.CustomerRecord) -> None:
        calls.append(customer.version)
        customers.patch(customer.id, Customer.c.notes.set(f"faster {len(calls)}"))
        customer.payment_days += 1

    with pytest.raises(ConflictError) as refused:
        customers.modify(books.customer.id, overtaken)
    assert refused.value.code == Code.VERSION_CONFLICT
    assert len(calls) == 11 and len(set(calls)) == 11


def test_a_change_by_a_function_is_awaited_too(url: str, books: world.Books) -> None:
    async def use() -> None:
        async with AsyncCrm.open(url) as opened:
            session = await opened.act_as(books.company_id, books.operator_id)

            def longer(customer: crm.CustomerRecord) -> None:
                customer.payment_days += 1

            await asyncio.gather(*(session.customers.modify(books.customer.id, longer) for _ in range(8)))

    asyncio.run(use())
    assert books.session.customers.get(books.customer.id).payment_days == books.customer.payment_days + 8


def test_errors_say_what_is_wrong(books: world.Books) -> None:
    session = books.session
    with pytest.raises(ConflictError) as short:
        session.sales.deliver(books.delivery(5000))
    assert short.value.code == Code.STOCK_INSUFFICIENT and short.value.details["product_id"] == str(books.product_id)
    with pytest.raises(NotFoundError):
        session.customers.get(uuid4())
    assert session.customers.find(uuid4()) is None
    with pytest.raises(InvalidError) as empty:
        session.customers.create(Customer(code="C2", name=""))
    assert empty.value.details["field"] == "name"
    with pytest.raises(ConflictError):
        session.customers.create(Customer(code="C1", name="Again"))
    with pytest.raises(InvalidError) as unknown:
        session.sales.profit(crm.ProfitBy.MONTH, filter={"field": "colour", "eq": "red"})
    assert unknown.value.code == "query.invalid"


def test_rights_are_kept(crm: Crm, books: world.Books) -> None:
    guest = books.session.operators.create(Operator(code="guest", name="Guest", roles=[]))
    session = crm.act_as(books.company_id, guest.id)
    with pytest.raises(DeniedError):
        session.sales.deliver(books.delivery())


def test_today_is_that_of_whoever_is_asked(url: str, crm: Crm, books: world.Books) -> None:
    def opened(zone: str) -> Session:
        return crm.act_as(books.company_id, books.operator_id, zone=zone, locale="es-MX")

    zones = {"UTC": 0, "Pacific/Kiritimati": 14, "Etc/GMT+12": -12, "+05:30": 5.5}
    for zone, hours in zones.items():
        place = datetime.timezone(datetime.timedelta(hours=hours))
        before = datetime.datetime.now(place).date()
        assert before <= opened(zone).today() <= datetime.datetime.now(place).date()
    assert opened("Pacific/Kiritimati").today() > opened("Etc/GMT+12").today()
    with pytest.raises(InvalidError) as unknown:
        opened("Mars/Olympus")
    assert unknown.value.details["field"] == "zone"

    async def use() -> datetime.date:
        async with AsyncCrm.open(url) as awaited:
            session = await awaited.act_as(books.company_id, books.operator_id, zone="Etc/GMT+12")
            return await session.today()

    assert asyncio.run(use()) < opened("Pacific/Kiritimati").today()


def test_a_file_that_is_there_stays_unless_it_is_said_otherwise(tmp_path: Path, memory: world.Books) -> None:
    path = tmp_path / "opening.xlsx"
    path.write_text("precious")
    with pytest.raises(ConflictError) as there:
        memory.session.opening.write_template(str(path), "en")
    assert (there.value.code, there.value.details["path"], path.read_text()) == (Code.FILE_EXISTS, str(path), "precious")
    memory.session.opening.write_template(str(path), "en", overwrite=True)
    assert path.read_bytes().startswith(b"PK") and list(tmp_path.iterdir()) == [path]


def test_files_need_a_right(crm: Crm, books: world.Books, tmp_path: Path) -> None:
    guest = books.session.operators.create(Operator(code="guest", name="Guest", roles=[]))
    opening = crm.act_as(books.company_id, guest.id).opening
    with pytest.raises(DeniedError):
        opening.write_template(str(tmp_path / "new.xlsx"), "en")
    assert not (tmp_path / "new.xlsx").exists()


def test_what_cannot_be_opened_says_why(tmp_path: Path) -> None:
    with pytest.raises(CrmError) as nowhere:
        Crm.open(tmp_path / "no" / "books.db")
    assert nowhere.value.code.startswith("storage.")
    with pytest.raises(InvalidError):
        Crm.open("oracle:books")

    async def open_async() -> None:
        async with AsyncCrm.open("oracle:books"):
            pass

    with pytest.raises(InvalidError):
        asyncio.run(open_async())


def test_a_path_is_an_sqlite_file(tmp_path: Path) -> None:
    with Crm.open(tmp_path / "books.db") as opened:
        assert opened.missing_steps() and opened.migrate()
    with Crm.open(f"sqlite:{tmp_path / 'books.db'}") as opened:
        assert opened.missing_steps() == []


def test_awaited_calls_do_the_same(url: str, books: world.Books) -> None:
    async def use() -> None:
        async with AsyncCrm.open(url) as crm:
            session = await crm.act_as(books.company_id, books.operator_id)
            created = await session.customers.create(Customer(code="C2", name="Ultramarinos"))
            created.country = "PT"
            await session.customers.update(created)
            posted = await asyncio.gather(*(session.idempotent("order-1").sales.deliver(books.delivery()) for _ in range(5)))
            assert len({document.number for document in posted}) == 1
            with pytest.raises(ConflictError):
                await session.sales.deliver(books.delivery(5000))
            inexact = books.delivery()
            inexact.lines[0].quantity = 0.5  # type: ignore[assignment]
            with pytest.raises(TypeError):
                await session.sales.deliver(inexact)
            await session.verify()

    asyncio.run(use())
    assert [c.country for c in books.session.customers.list(Customer.c.code == "C2")] == ["PT"]


def public(of: type[Any]) -> dict[str, Any]:
    return {name: member for name, member in inspect.getmembers(of) if not name.startswith("_")}


def test_both_classes_have_the_same_methods() -> None:
    names = [name for name in services.__all__ if f"Async{name}" in services.__all__]
    pairs: list[tuple[type[Any], type[Any]]] = [(getattr(services, name), getattr(services, f"Async{name}")) for name in names]
    assert len(pairs) > 40 and (Crm, AsyncCrm) in pairs
    for plain, awaited in pairs:
        assert public(plain).keys() == public(awaited).keys()
        for name, method in public(plain).items():
            if inspect.isfunction(method):
                assert list(inspect.signature(method).parameters) == list(inspect.signature(public(awaited)[name]).parameters)
                assert inspect.getdoc(method), f"{plain.__name__}.{name} has no documentation"


def test_a_call_takes_what_its_signature_says(memory: world.Books) -> None:
    session: Any = memory.session
    id = memory.customer.id
    assert session.customers.get(id=id) == session.customers.get(id) == memory.customer
    tries: list[tuple[Callable[[], object], str]] = [
        (lambda: session.customers.get(), "missing a required argument: 'id'"),
        (lambda: session.customers.get(id, id), "too many positional arguments"),
        (lambda: session.customers.get(id, id=id), "multiple values for argument 'id'"),
        (lambda: session.customers.get(id=id, key=1), "got an unexpected keyword argument 'key'"),
        (lambda: session.customers.patch(id, changes=[]), "got an unexpected keyword argument 'changes'"),
        (lambda: session.customers.count(None, None), "too many positional arguments"),
        (lambda: session.receivables.statement(id, **{"from": world.DAY}), "missing a required argument: 'from_'"),
    ]
    for call, reason in tries:
        with pytest.raises(TypeError, match=reason):
            call()


def test_a_cancelled_coroutine_only_stops_waiting(url: str, books: world.Books) -> None:
    async def use() -> None:
        async with AsyncCrm.open(url) as crm:
            session = await crm.act_as(books.company_id, books.operator_id)
            with pytest.raises(asyncio.TimeoutError):
                await asyncio.wait_for(session.sales.deliver(books.delivery()), 0)
            task = asyncio.create_task(session.sales.deliver(books.delivery()))
            await asyncio.sleep(0)
            task.cancel()
            await session.customers.count()

    # Closing waits for what runs, whoever waits for it besides.
    asyncio.run(use())
    assert books.session.sales_documents.count() == 1
    books.session.verify()


def test_a_library_serves_one_loop_after_another_and_two_at_once(url: str, books: world.Books) -> None:
    crm = asyncio.run(AsyncCrm.open(url)._open())
    session = asyncio.run(crm.act_as(books.company_id, books.operator_id))

    async def count() -> int:
        return sum(await asyncio.gather(*(session.customers.count() for _ in range(50))))

    counts: list[int] = []
    threads = [threading.Thread(target=lambda: counts.append(asyncio.run(count()))) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    asyncio.run(crm.close())
    assert counts == [50, 50]


class Proactor(asyncio.SelectorEventLoop):
    """What Windows' loop lacks."""

    def add_reader(self, *_: Any) -> None:  # type: ignore[override]
        raise NotImplementedError


def test_a_loop_that_watches_no_files_reads_the_socket_itself(url: str, books: world.Books) -> None:
    async def use() -> list[int]:
        async with AsyncCrm.open(url) as crm:
            session = await crm.act_as(books.company_id, books.operator_id)
            return await asyncio.gather(*(session.customers.count() for _ in range(50)))

    loop = Proactor()
    try:
        assert loop.run_until_complete(asyncio.wait_for(use(), 600)) == [1] * 50
    finally:
        loop.run_until_complete(asyncio.sleep(0))
        loop.close()


def test_every_error_has_a_code() -> None:
    codes = {value for name, value in vars(Code).items() if not name.startswith("_")}
    assert {"stock.insufficient", "bindings.request", "bindings.closed", "bindings.forked", "bindings.panic"} <= codes
    assert issubclass(errors.ConflictError, CrmError)
