"""Lists are read page by page, and become columns."""

from __future__ import annotations

import asyncio
import datetime
from collections.abc import AsyncIterator
from decimal import Decimal
from uuid import UUID

import pandas
import polars
import pytest

import world
from crm import (
    AsyncCrm,
    Customer,
    InvalidError,
    LimitError,
    OpenItemRecord,
    Product,
    ProfitBy,
    SalesDocumentRecord,
    SalesKind,
    SalesLineRecord,
    UnitPrice,
    to_dict,
    to_pandas,
    to_polars,
)

CODES = [f"M{number:03}" for number in range(25)]


@pytest.fixture
def many(books: world.Books) -> world.Books:
    books.session.customers.create_many([Customer(code=code, name="Tienda", country="ES") for code in reversed(CODES)])
    return books


def test_iterating_reads_every_page(many: world.Books) -> None:
    listed = many.session.customers.list(Customer.c.country == "ES", sort=[Customer.c.code], page_size=10)
    assert [customer.code for customer in listed] == CODES
    assert [customer.code for customer in listed] == CODES, "each iteration asks anew"
    page = listed.page()
    assert [customer.code for customer in page.items] == CODES[:10] and page.next is not None
    rest = many.session.customers.list(Customer.c.country == "ES", sort=["code"], page_size=10, after=page.next)
    assert [customer.code for customer in rest] == CODES[10:]
    last = many.session.customers.list(sort=[Customer.c.code.desc()]).first()
    assert last is not None and last.code == CODES[-1]
    assert many.session.customers.list(Customer.c.code == "nobody").first() is None


def test_a_limit_is_of_all_records_and_a_list_is_no_truth(many: world.Books) -> None:
    def codes(limit: int, page_size: int | None = None) -> list[str]:
        listed = many.session.customers.list(Customer.c.country == "ES", sort=["code"], limit=limit, page_size=page_size)
        return [customer.code for customer in listed]

    assert codes(limit=7) == codes(limit=7, page_size=3) == CODES[:7]
    assert codes(limit=20_000) == codes(limit=20_000, page_size=4) == CODES
    with pytest.raises(ValueError, match="limit: 0 is less than 1"):
        codes(limit=0)
    with pytest.raises(TypeError, match="neither true nor false"):
        bool(many.session.customers.list())


def test_and_so_does_async_for(url: str, many: world.Books) -> None:
    async def read() -> tuple[list[str], list[str], int]:
        async with AsyncCrm.open(url) as crm:
            session = await crm.act_as(many.company_id, many.operator_id)
            listed = session.customers.list(Customer.c.country == "ES", sort=["code"], page_size=10)
            assert [customer.code async for customer in session.customers.list(sort=["-code"], limit=12, page_size=5)] == CODES[:12:-1]
            first = await listed.first()
            assert first is not None and first.code == CODES[0]
            pages: AsyncIterator[object] = aiter(listed)
            await anext(pages)
            frame = await listed.to_polars()
            return [customer.code async for customer in listed], [customer.code for customer in await listed], frame.height

    assert asyncio.run(read()) == (CODES, CODES, 25)


def test_a_page_has_a_limit_and_a_cursor_its_list(memory: world.Books) -> None:
    with pytest.raises(LimitError):
        memory.session.customers.list(page_size=10_001).page()
    with pytest.raises(InvalidError) as refused:
        memory.session.customers.list(after="elsewhere").page()
    assert refused.value.code == "query.cursor_invalid"


def test_records_become_columns(memory: world.Books) -> None:
    session = memory.session
    session.products.create(Product(code="P2", name="Lamp", currency="EUR", list_price=UnitPrice(Decimal("7.5"), "EUR")))
    columns = session.products.list(sort=["code"]).to_dict()
    assert columns["code"] == ["P1", "P2"]
    assert columns["list_price.amount"] == [None, Decimal("7.5")]
    assert columns["tracking"] == ["none", "none"]
    assert [type(id) for id in columns["id"]] == [UUID, UUID]

    session.sales.deliver(memory.delivery(2, "5.25"))
    items = session.open_items.list()
    frame = items.to_pandas()
    assert list(frame["amount.amount"]) == [Decimal("10.5")]
    assert frame["due_day"][0] == world.DAY + datetime.timedelta(days=30)
    assert [str(frame[name].dtype) for name in ("amount.amount", "version", "instalment")] == ["object", "int64", "int64"]
    exact = items.to_polars()
    assert exact["amount.amount"].dtype == polars.Decimal(38, 6)
    assert exact["amount.amount"].sum() == Decimal("10.5")
    assert exact["due_day"].dtype == polars.Date
    assert exact["customer_id"].to_list() == [str(memory.customer.id)]


def test_so_do_rows_of_reports_and_nothing_at_all(memory: world.Books) -> None:
    memory.session.sales.deliver(memory.delivery(2))
    rows = memory.session.sales.profit(ProfitBy.MONTH)
    assert to_dict(rows)["profit.amount"] == [Decimal("4.00")]
    assert isinstance(to_pandas(rows), pandas.DataFrame) and to_polars(rows).height == 1
    assert to_dict([]) == {}
    nobody = memory.session.open_items.list(OpenItemRecord.c.customer_id == memory.product_id)
    assert nobody.to_polars().shape == (0, len(nobody.to_dict())) and len(nobody.to_pandas()) == 0
    assert nobody.to_polars().schema == memory.session.open_items.list().to_polars().schema
    assert list(nobody.to_pandas().columns) == list(nobody.to_dict())


def test_reports_have_names_and_types(memory: world.Books) -> None:
    memory.session.sales.deliver(memory.delivery(2, "5.25"))
    lines = memory.session.sales_lines.report(by=["product_id", SalesLineRecord.c.day], by_month="day", sum=["net", "quantity"])
    expected = {"month": "2026-01", "product_id": memory.product_id, "day": world.DAY, "count": 1, "net": Decimal("10.5"), "quantity": Decimal(2)}
    assert lines == [expected] and [type(value) for value in lines[0].values()] == [type(value) for value in expected.values()]
    assert memory.session.sales_documents.report(by=[SalesDocumentRecord.c.kind]) == [{"kind": SalesKind.DELIVERY, "count": 1}]
    grouped = memory.session.sales_documents.report(by=["customer.group_id", "customer.code"])
    assert grouped == [{"customer.group_id": None, "customer.code": "C1", "count": 1}]
    assert to_polars(lines)["net"].sum() == Decimal("10.5") and list(to_pandas(lines)["month"]) == ["2026-01"]


def test_derived_fields_filter_sort_and_show(books: world.Books) -> None:
    customers = books.session.customers
    quiet = customers.create(Customer(code="C2", name="Quiet"))
    books.session.sales.deliver(books.delivery(quantity=2, price="10.00"))
    owing = customers.list(Customer.c.owed > Decimal(0), sort=[Customer.c.owed.desc()])
    assert [customer.code for customer in owing] == ["C1"]
    assert [customer.code for customer in customers.list(sort=["-last_delivery_day", "code"])] == ["C1", "C2"]
    assert customers.count({"field": "last_delivery_day", "empty": True}) == 1
    shown = {figures.customer_id: figures for figures in customers.figures([books.customer.id, quiet.id])}
    owed = shown[books.customer.id].owed
    assert owed is not None and (owed.amount, owed.currency) == (Decimal("20.00"), "EUR")
    assert (shown[books.customer.id].last_delivery_day, shown[quiet.id].last_delivery_day) == (world.DAY, None)
    with pytest.raises(InvalidError):
        customers.report(by=["owed"])
