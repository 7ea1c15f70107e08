"""Filters written with operators are the library's JSON form, and what cannot be compared exactly is refused before it is asked."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

import world
from crm import Customer, Filter, InvalidError, OpenItemRecord, Product, SalesDocumentRecord, SalesKind, custom

ID = UUID("01900000-0000-7000-8000-000000000001")


def test_every_test_has_its_json_form() -> None:
    c, day = Customer.c, datetime.date(2026, 1, 31)
    forms = [
        (c.country == "ES", {"field": "country", "eq": "ES"}),
        (c.country != "ES", {"field": "country", "ne": "ES"}),
        (c.payment_days < 30, {"field": "payment_days", "lt": 30}),
        (c.payment_days <= 30, {"field": "payment_days", "le": 30}),
        (c.payment_days > 30, {"field": "payment_days", "gt": 30}),
        (c.payment_days >= 30, {"field": "payment_days", "ge": 30}),
        (c.country.is_in(["ES", "PT"]), {"field": "country", "in": ["ES", "PT"]}),
        (c.payment_days.between(10, 30), {"field": "payment_days", "between": [10, 30]}),
        (c.name.contains("acme"), {"field": "name", "contains": "acme"}),
        (c.name.starts_with("ac"), {"field": "name", "starts_with": "ac"}),
        (c.country.is_empty(), {"field": "country", "empty": True}),
        (c.group_id.within(ID), {"field": "group_id", "within": str(ID)}),
        (SalesDocumentRecord.c.day == day, {"field": "day", "eq": "2026-01-31"}),
        (Product.c.list_price > Decimal("1E+2"), {"field": "list_price", "gt": "100"}),
        (custom("shoe_size") >= Decimal("42.5"), {"custom": "shoe_size", "ge": "42.5"}),
        (custom("colour").is_in(["red"]), {"custom": "colour", "in": ["red"]}),
        (c.open_item.exists(), {"relation": "open_item", "exists": {"and": []}}),
        (c.open_item.none(c.open_item.c.due_day < day), {"relation": "open_item", "none": {"field": "due_day", "lt": "2026-01-31"}}),
    ]
    assert [made.to_json() for made, _ in forms] == [json for _, json in forms]


def test_conditions_are_combined() -> None:
    a, b, d = Customer.c.code == "a", Customer.c.code == "b", Customer.c.code == "d"
    json_a, json_b, json_d = a.to_json(), b.to_json(), d.to_json()
    assert (a & b & d).to_json() == {"and": [json_a, json_b, json_d]}
    assert (a | b | ~d).to_json() == {"or": [json_a, json_b, {"not": json_d}]}
    assert ((a | b) & d).to_json() == {"and": [{"or": [json_a, json_b]}, json_d]}
    assert (Filter() & a).to_json() == {"and": [json_a]}


def test_a_float_is_refused_wherever_it_stands() -> None:
    for write in (
        lambda: Product.c.list_price > 1.5,  # type: ignore[operator]
        lambda: Product.c.list_price.between(Decimal(1), 1.5),  # type: ignore[arg-type]
        lambda: Product.c.list_price.is_in([1.5]),  # type: ignore[list-item]
        lambda: custom("shoe_size") == 42.5,
        lambda: Customer.c.payment_days == 1.0,
    ):
        with pytest.raises(TypeError, match=r"^filter\.\w+: expected a decimal, found a float, which is not exact"):
            write()


def test_a_value_of_another_type_is_refused() -> None:
    with pytest.raises(TypeError, match=r"^filter\.country: expected a str, found an int$"):
        Customer.c.country == 5
    with pytest.raises(TypeError, match=r"^filter\.country: expected a list, found a str$"):
        Customer.c.country.is_in("ES")
    with pytest.raises(TypeError, match=r"^filter\.country: a field cannot be compared with None; use `\.is_empty\(\)` to find empty fields$"):
        Customer.c.country == None  # noqa: E711
    with pytest.raises(ValueError, match=r"^filter\.posted_at: `2026-01-31T00:00:00` has no time zone"):
        SalesDocumentRecord.c.posted_at > datetime.datetime(2026, 1, 31)


def test_a_condition_stays_with_its_entity(memory: world.Books) -> None:
    of_group = Product.c.group.c.code == "TOOLS"
    with pytest.raises(TypeError, match=r"^products\.list: filter: expected `ProductFields`, found `ProductGroupFields`; test related records"):
        memory.session.products.list(of_group)
    assert memory.session.products.count(Product.c.group.exists(of_group)) == 0
    with pytest.raises(TypeError, match=r"^filter\.group: expected a condition on `ProductGroupFields`, found one on `CustomerFields`$"):
        Product.c.group.exists(Customer.c.code == "TOOLS")
    with pytest.raises(TypeError, match=r"conditions on `CustomerFields` and `ProductFields` are combined by"):
        (Customer.c.code == "a") & (Product.c.code == "a")
    with pytest.raises(TypeError, match=r"^customers\.list: sort\[0\]: expected `CustomerFields`"):
        memory.session.customers.list(sort=[Product.c.code])
    assert ((Customer.c.code == "C1") & {"field": "country", "empty": True}).to_json()["and"][1] == {"field": "country", "empty": True}
    with pytest.raises(TypeError):
        (Customer.c.code == "C1") & None  # type: ignore[operator]


def test_choices_are_compared_with_members_of_their_enum(memory: world.Books) -> None:
    kind = SalesDocumentRecord.c.kind
    text: Any = "delivery"
    assert (kind == SalesKind.DELIVERY).to_json() == (kind == text).to_json() == {"field": "kind", "eq": "delivery"}
    assert kind.is_in([SalesKind.DELIVERY, SalesKind.RETURN]).to_json() == {"field": "kind", "in": ["delivery", "return"]}
    with pytest.raises(ValueError, match=r"^filter\.kind: `delivry` is not one of delivery, "):
        kind == "delivry"
    assert memory.session.sales_documents.count(kind == SalesKind.DELIVERY) == 0


def test_and_or_not_are_not_the_operators() -> None:
    with pytest.raises(TypeError, match="`&`, `|` and `~`"):
        Customer.c.code == "a" and Customer.c.code == "b"
    with pytest.raises(TypeError):
        10 < Customer.c.payment_days < 30


def test_the_library_answers_operators_and_json_alike(books: world.Books) -> None:
    customers = books.session.customers
    customers.create_many([Customer(code=f"M{number}", name=f"Tienda {number}", country="ES") for number in range(3)])
    books.session.sales.deliver(books.delivery())
    item = Customer.c.open_item.c
    asked = [
        (Customer.c.country == "ES", 3),
        (~(Customer.c.country == "ES"), 1),
        (Customer.c.country.is_empty() | (Customer.c.code == "M0"), 2),
        (Customer.c.name.contains("PENA"), 1),
        (Customer.c.open_item.exists(item.amount == Decimal("5.00")), 1),
        (Customer.c.open_item.none(item.amount == Decimal("5.00")), 3),
    ]
    assert [customers.count(condition) for condition, _ in asked] == [count for _, count in asked]
    assert [customers.count(condition.to_json()) for condition, _ in asked] == [count for _, count in asked]
    assert books.session.open_items.count(OpenItemRecord.c.customer_id == books.customer.id) == 1


def test_what_does_not_fit_the_entity_is_an_error(memory: world.Books) -> None:
    with pytest.raises(InvalidError) as refused:
        memory.session.customers.count({"field": "shoe_size", "eq": "5"})
    assert refused.value.code == "query.invalid"
