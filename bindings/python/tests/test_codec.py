"""What goes in is exact or refused with its place; what comes out is typed."""

from __future__ import annotations

import datetime
import pickle
from collections.abc import Callable
from decimal import Decimal
from typing import Any
from uuid import UUID

import msgspec
import pytest

import world
from crm import (
    AgeingQuery,
    Customer,
    CustomerKind,
    CustomerRecord,
    CustomField,
    CustomType,
    ExternalKey,
    LineItem,
    Money,
    NewPayment,
    Operator,
    PastPrice,
    Product,
    ScopeLevel,
    Right,
    Role,
    SalesPosted,
    UnitPrice,
    Upserted,
    custom,
    errors,
    models,
    to_dict,
)
from crm._codec import Operation, field_types, lowering

ID = UUID("01900000-0000-7000-8000-000000000001")


def refusal(write: Callable[[], object]) -> str:
    with pytest.raises((TypeError, ValueError)) as refused:
        write()
    return f"{refused.type.__name__.removeprefix('Argument')} {refused.value}"


def test_a_float_is_no_amount(memory: world.Books) -> None:
    delivery = memory.delivery()
    inexact = UnitPrice(0.1, "EUR")  # type: ignore[arg-type]
    delivery.lines.append(LineItem(product_id=memory.product_id, quantity=Decimal(1), unit_price=inexact))
    assert refusal(lambda: memory.session.sales.deliver(delivery)) == (
        "TypeError sales.deliver: delivery.lines[1].unit_price.amount: "
        "expected a decimal, found a float, which is not exact: write Decimal('0.1')"
    )
    assert memory.session.sales_documents.count() == 0


@pytest.mark.parametrize("nothing", [float("nan"), float("inf")])
def test_nor_is_what_json_cannot_say(memory: world.Books, nothing: float) -> None:
    delivery = memory.delivery()
    delivery.lines[0].discount_percent = nothing  # type: ignore[assignment]
    assert "delivery.lines[0].discount_percent: expected a decimal, found a float" in refusal(lambda: memory.session.sales.deliver(delivery))
    delivery.lines[0].discount_percent = Decimal(nothing)
    assert refusal(lambda: memory.session.sales.deliver(delivery)).endswith("is not a number")


def test_decimals_integers_and_texts_are_exact(memory: world.Books) -> None:
    def posted(quantity: Any, price: Any) -> SalesPosted:
        delivery = memory.delivery()
        delivery.lines[0].quantity, delivery.lines[0].unit_price = quantity, UnitPrice(price, "EUR")
        return memory.session.sales.deliver(delivery)

    for quantity, price, total in [
        (Decimal("1E+1"), Decimal("0.1"), "1.00"),
        (3, "0.1", "0.30"),
        (Decimal("0.000001"), Decimal("1000000"), "1.00"),
        (1, Decimal("123456789.12"), "123456789.12"),
    ]:
        assert posted(quantity, price).gross == Money(Decimal(total), "EUR")


def test_a_value_of_another_type_is_refused_with_its_place(memory: world.Books) -> None:
    session = memory.session
    customer: Any = Customer(code="C2", name="Other")
    customer.payment_days = "30"
    assert refusal(lambda: session.customers.create(customer)) == "TypeError customers.create: data.payment_days: expected an int, found a str"
    wrong: Any = session.customers
    assert refusal(lambda: wrong.create({"code": "C2"})) == "TypeError customers.create: data: expected crm.Customer, found a dict"
    assert refusal(lambda: wrong.get("C1")) == "ValueError customers.get: id: `C1` is not a UUID"
    assert refusal(lambda: wrong.get(None)) == "TypeError customers.get: id: expected a UUID, found None"
    assert refusal(lambda: wrong.list(sort="name")) == "TypeError customers.list: sort: expected a list, found a str"
    assert refusal(lambda: wrong.list(page_size=0)) == "ValueError customers.list: page_size: 0 is less than 1"
    assert refusal(lambda: wrong.list(page_size=1.5)) == "TypeError customers.list: page_size: expected an int, found a float"
    assert refusal(lambda: wrong.list(limit=True)) == "TypeError customers.list: limit: expected an int, found a bool"
    assert refusal(lambda: wrong.count(custom={1: 2})) .startswith("TypeError")


def test_an_instant_has_a_time_zone_and_a_day_has_none(memory: world.Books) -> None:
    stock: Any = memory.session.stock
    naive = datetime.datetime(2026, 1, 31, 12)
    assert refusal(lambda: stock.available(memory.product_id, at=naive)) == (
        "ValueError stock.available: at: `2026-01-31T12:00:00` has no time zone: give the datetime a tzinfo"
    )
    aware = naive.replace(tzinfo=datetime.timezone(datetime.timedelta(hours=2)))
    assert [there.on_hand for there in stock.available(memory.product_id, at=aware)] == [Decimal(1000)]
    pricing: Any = memory.session.pricing
    assert "expected a date, found a datetime" in refusal(lambda: pricing.usual_basket(memory.customer.id, naive, naive))


def test_instants_come_back_in_utc(memory: world.Books) -> None:
    begun = datetime.datetime.now(datetime.timezone.utc)
    memory.session.customers.create(Customer(code="C2", name="Ultramarinos"))
    *_, entry = memory.session.feed.list()
    assert entry.at.utcoffset() == datetime.timedelta(0)
    assert begun <= entry.at <= datetime.datetime.now(datetime.timezone.utc)


def test_free_json_is_what_the_types_of_python_say(memory: world.Books) -> None:
    class Word(str):
        pass

    lower = lowering(Any)
    written = lower({"a": [15, Decimal("2.50"), ID, datetime.date(2026, 1, 31), None, True, Word("w")]})
    assert written == {"a": [15, "2.50", str(ID), "2026-01-31", None, True, "w"]} and type(written["a"][6]) is str


def test_a_float_in_free_json_is_refused_and_changes_nothing(memory: world.Books) -> None:
    session = memory.session
    session.custom_fields.create(CustomField(entity="customer", name="shoe_size", value_type=CustomType.DECIMAL))
    session.customers.set_custom(memory.customer.id, {"shoe_size": Decimal("42.50")})
    for wrong in (43.5, float("nan"), float("inf")):
        with pytest.raises(TypeError, match=r"^customers\.set_custom: custom\.shoe_size: expected a decimal, found a float"):
            session.customers.set_custom(memory.customer.id, {"shoe_size": wrong})
    assert session.customers.custom_of(memory.customer.id) == {"shoe_size": "42.5"}
    assert session.customers.count(custom("shoe_size") >= Decimal("42.5")) == 1


def test_every_operation_can_be_asked_and_every_model_be_written() -> None:
    assert len(world.OPERATIONS) > 400
    for operation in world.OPERATIONS.values():
        operation.lower({})
        with pytest.raises(errors.DeniedError):
            operation.decode(b'{"error":{"code":"access.denied","kind":"denied","message":"no"}}')
    structs = [model for model in vars(models).values() if isinstance(model, type) and issubclass(model, msgspec.Struct)]
    assert all(to_dict([], struct) or not struct.__struct_fields__ for struct in structs)
    assert all(lowering(type_) for struct in structs for _, _, type_ in field_types(struct))


def test_a_record_is_its_data_and_more(memory: world.Books) -> None:
    customers = memory.session.customers
    record = customers.get(memory.customer.id)
    assert isinstance(record, CustomerRecord) and isinstance(record, Customer)
    record.name = "Bodega Peña e Hijos"
    changed = customers.update(record)
    assert (changed.name, changed.version) == ("Bodega Peña e Hijos", record.version + 1)
    record.code = "C1b"
    with pytest.raises(errors.ConflictError):
        customers.update(record)
    # Where data is wanted, what makes it a record stays behind.
    changed.code = "C2"
    assert customers.create(changed).id != changed.id


def test_only_what_is_given_is_changed(memory: world.Books) -> None:
    customers, key = memory.session.customers, ExternalKey(system="shop", id="77")
    made = customers.upsert(key, Customer.c.code.set("S77"), Customer.c.name.set("Shop")).record
    assert (made.is_active, made.payment_days, made.notes) == (True, 0, None)
    set_ = customers.patch(
        made.id,
        Customer.c.notes.set("calls on Fridays"),
        Customer.c.currency.set("EUR"),
        Customer.c.credit_limit.set(Money(Decimal("1000.50"), "EUR")),
        Customer.c.owner_id.set(memory.operator_id),
        Customer.c.kind.set(CustomerKind.PERSON),
        Customer.c.is_active.set(False),
        version=1,
    )
    sent = customers.upsert(key, Customer.c.name.set("Shop 77"))
    assert sent.outcome is Upserted.UPDATED
    assert sent.record == msgspec.structs.replace(set_, version=3, name="Shop 77")
    assert customers.patch(made.id, Customer.c.notes.set(None)).notes is None
    with pytest.raises(errors.ConflictError) as late:
        customers.patch(made.id, Customer.c.name.set("Late"), version=1)
    assert late.value.code == "version.conflict"
    with pytest.raises(errors.InvalidError) as missing:
        customers.upsert(ExternalKey(system="shop", id="78"), Customer.c.code.set("S78"))
    assert (missing.value.code, missing.value.details["field"]) == ("field.invalid", "name")
    whole = Customer(code="S77", name="Whole")
    overwritten = customers.upsert(key, *Customer.c.set_all(whole)).record
    assert (overwritten.kind, overwritten.owner_id, overwritten.is_active) == (CustomerKind.ORGANISATION, None, True)
    # A record that was read has its id and version beside its fields, which are no changes.
    assert customers.patch(made.id, *Customer.c.set_all(overwritten)) == overwritten


def test_a_sign_in_activates_nobody(memory: world.Books) -> None:
    operators, key = memory.session.operators, ExternalKey(system="host", id="2")
    dora = operators.upsert(key, Operator.c.code.set("dora"), Operator.c.name.set("Dora")).record
    operators.patch(dora.id, Operator.c.is_active.set(False), Operator.c.roles.set(["manager"]))
    again = operators.upsert(key, Operator.c.code.set("dora"), Operator.c.name.set("Dora M")).record
    assert (again.name, again.is_active, again.roles) == ("Dora M", False, ["manager"])


def test_keys_of_other_systems_are_bound_and_reserved(memory: world.Books) -> None:
    session, key = memory.session, ExternalKey(system="shop", id="1")
    other = session.customers.create(Customer(code="C2", name="Other"))
    session.customers.bind_external(memory.customer.id, key)
    assert session.customers.external_keys(memory.customer.id) == [key]
    with pytest.raises(errors.ConflictError) as taken:
        session.customers.bind_external(other.id, key)
    assert taken.value.details == {"system": "shop", "external_id": "1"}
    session.customers.unbind_external(memory.customer.id, key)
    session.customers.bind_external(other.id, key)
    rights = [Right.CUSTOMERS_READ, Right.CUSTOMERS_WRITE]
    session.roles.create(Role(code="gateway", name="Gateway", rights=rights, scope=ScopeLevel.ALL, systems=["shop"]))
    with pytest.raises(errors.DeniedError):
        session.customers.upsert(key, Customer.c.name.set("Mine"))
    assert session.customers.upsert(ExternalKey(system="bank", id="1"), *Customer.c.set_all(Customer(code="C3", name="New"))).outcome is Upserted.CREATED


def test_a_change_that_does_not_fit_is_refused_with_its_place(memory: world.Books) -> None:
    customers: Any = memory.session.customers
    c: Any = Customer.c
    id = memory.customer.id
    assert refusal(lambda: customers.patch(id, c.payment_days.set("30"))) == (
        "TypeError customers.patch: changes.payment_days: expected an int, found a str"
    )
    assert refusal(lambda: customers.patch(id, c.name.set(None))) == "TypeError customers.patch: changes.name: expected a str, found None"
    assert "a decimal, found a float" in refusal(lambda: customers.patch(id, c.credit_limit.set(Money(1.5, "EUR"))))  # type: ignore[arg-type]
    assert refusal(lambda: customers.patch(id, Product.c.name.set("x"))).startswith("TypeError customers.patch: changes: expected `CustomerFields`")
    assert refusal(lambda: customers.patch(id, {"name": "x"})).startswith("TypeError customers.patch: changes: expected a change")
    assert not hasattr(c.id, "set") and not hasattr(c.version, "set")


def test_models_say_what_they_are() -> None:
    assert "amount" in (Money.__doc__ or "")
    assert AgeingQuery.__doc__ and PastPrice.__doc__ and NewPayment.__doc__
    assert Money(Decimal("1.50"), "EUR") == Money(Decimal("1.5"), "EUR")


def test_a_reply_that_does_not_fit_is_our_fault() -> None:
    operation: Operation[int] = Operation("crm.count", {}, {}, int)
    assert operation.decode(b'{"ok":5}') == 5
    with pytest.raises(errors.InternalError) as unfit:
        operation.decode(b'{"ok":"5"}')
    assert unfit.value.code == "bindings.reply"


def test_each_kind_is_an_exception_of_its_own() -> None:
    kinds = {
        "invalid": errors.InvalidError,
        "not_found": errors.NotFoundError,
        "denied": errors.DeniedError,
        "conflict": errors.ConflictError,
        "limit": errors.LimitError,
        "unavailable": errors.UnavailableError,
        "corrupt": errors.CorruptError,
        "internal": errors.InternalError,
        "of a later version": errors.CrmError,
    }
    operation: Operation[int] = Operation("crm.count", {}, {}, int)
    for kind, exception in kinds.items():
        reply = '{"error":{"code":"a.b","kind":"%s","message":"no","details":{"field":"x"},"retryable":true}}' % kind
        with pytest.raises(errors.CrmError) as raised:
            operation.decode(reply.encode())
        error = raised.value
        assert type(error) is exception
        assert (error.code, error.kind, error.message, error.details, error.retryable) == ("a.b", kind, "no", {"field": "x"}, True)
        assert str(error) == "no (a.b)"
        again = pickle.loads(pickle.dumps(error))
        assert type(again) is exception and vars(again) == vars(error)
