"""A company with a customer, a product and goods in stock, and what tests do in it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from crm import (
    Crm,
    Customer,
    CustomerRecord,
    LineItem,
    NewDelivery,
    NewReceipt,
    Operator,
    Product,
    ReceiptLine,
    Session,
    UnitPrice,
    Warehouse,
    services,
)
from crm._codec import Operation
from crm._operations import Operations, operations_of

DAY = datetime.date(2026, 1, 10)

SERVICES = [service for service in vars(services).values() if isinstance(service, type) and issubclass(service, Operations) and service._space]
OPERATIONS: dict[str, Operation[Any]] = {operation.name: operation for service in SERVICES for operation in operations_of(service)}
"""Whatever can be called, by its name."""


@dataclass
class Books:
    company_id: UUID
    operator_id: UUID
    session: Session
    customer: CustomerRecord
    product_id: UUID
    warehouse_id: UUID

    def delivery(self, quantity: int = 1, price: str = "5.00") -> NewDelivery:
        """Goods at a price, with what they cost us at 3.00."""
        line = LineItem(product_id=self.product_id, quantity=Decimal(quantity), unit_price=UnitPrice(Decimal(price), "EUR"))
        return NewDelivery(customer_id=self.customer.id, warehouse_id=self.warehouse_id, day=DAY, lines=[line])


def create(crm: Crm, stock: int = 1000) -> Books:
    created = crm.create_company(name="Acme", currency="EUR", operator=Operator(code="ana", name="Ana", roles=["administrator"]))
    session = crm.act_as(created.company_id, created.operator_id)
    customer = session.customers.create(Customer(code="C1", name="Bodega Peña", payment_days=30))
    product = session.products.create(Product(code="P1", name="Lantern", currency="EUR"))
    warehouse = session.warehouses.create(Warehouse(code="W", name="Main"))
    line = ReceiptLine(product_id=product.id, quantity=Decimal(stock), unit_cost=UnitPrice(Decimal("3.00"), "EUR"))
    session.stock.receive(NewReceipt(warehouse_id=warehouse.id, day=DAY, lines=[line]))
    return Books(created.company_id, created.operator_id, session, customer, product.id, warehouse.id)
