# Written by bindings/generate from api.json; not to be changed by hand.
"""What can be asked of the library, service by service, on the caller's thread and with asyncio. Signatures declare what is asked."""
# mypy: disable-error-code="empty-body"

from __future__ import annotations

import builtins
import datetime
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Annotated, Any, TypeAlias
from uuid import UUID

from ._async_records import AsyncIdentifiedService, AsyncMasterService, AsyncRecordsService
from ._client import AsyncCrmBase, AsyncService, AsyncSessionBase, CrmBase, Offered, Service, SessionBase
from ._codec import ChangesOf
from ._operations import awaited, opens, operation
from .files import FilePath, FileSource
from .filters import Change, Filter
from .models import (
    Acceptance, AccountFigures, AccountOf, AddCost, AdjustmentCancellation, AdjustmentPosted, AdjustmentRecord, AgedItem, Ageing, AgeingBy,
    AgeingQuery, AgeingRow, AllocationRecord, AnnotatedWorkbook, AuditEntryRecord, Availability, BasketItem, ChangeMethod, CloseOrder, CloseQuote,
    Company, CompanyCreated, CompanyProfile, CompanyProfileRecord, CompanyRecord, Contact, ContactPoint, ContactPointRecord, ContactRecord,
    CorrectPrice, CorrectQuantity, CostCorrectionRecord, CostVarianceRecord, CreditState, CustomField, CustomFieldRecord, Customer, CustomerAddress,
    CustomerAddressRecord, CustomerCard, CustomerGroup, CustomerGroupMember, CustomerGroupMemberRecord, CustomerGroupRecord, CustomerPrice,
    CustomerPriceRecord, CustomerRecord, Deallocation, DictionaryEntry, DictionaryEntryRecord, FeedEntryRecord, FreedPrepayments, KitComponent,
    KitComponentRecord, LastDelivery, LotBalanceRecord, LotProposal, LotReceiver, Merged, Money, NewAllocation, NewCount, NewCreditAllocation,
    NewCreditNote, NewDelivery, NewOrder, NewPayment, NewQuote, NewReceipt, NewRecost, NewRefund, NewReturn, NewSupplierReturn, NewTransfer,
    NewWriteOff, OpenItemRecord, OpeningCancellation, OpeningOptions, OpeningReport, Operator, OperatorRecord, OrderClosed, OrderDelivery,
    OrderPosted, OrderStatus, PastPrice, PaymentCancellation, PaymentPosted, PaymentRecord, PriceChange, PriceLine, PriceList, PriceListItem,
    PriceListItemRecord, PriceListRecord, PriceSettings, Priced, Product, ProductCode, ProductCodeRecord, ProductCost, ProductCostRecord,
    ProductGroup, ProductGroupRecord, ProductRecord, ProductUnit, ProductUnitRecord, ProfitBy, ProfitRow, QuoteChange, QuoteLineRecord, QuotePosted,
    QuoteRecord, QuoteRevisionRecord, QuoteStatus, ReadingOptions, RecostPreview, Release, Reminder, Rescheduling, ReservationRecord, Reserve,
    Resolved, Revalue, Reversal, Reverse, Role, RoleRecord, SalesDocumentRecord, SalesLineRecord, SalesOrderLineRecord, SalesOrderRecord, SalesPosted,
    SetUnitCost, Settled, Statement, StockBalanceRecord, StockDocumentRecord, StockLotRecord, StockMovementRecord, StockPoolRecord, StockPosted,
    TaxPolicy, TaxRate, TaxRateRecord, Verified, Warehouse, WarehouseRecord, WorkbookPlan,
)
from .records import IdentifiedService, MasterService, RecordsService, UpsertedRecord

__all__ = [
    "AdjustmentsService", "AllocationsService", "AsyncAdjustmentsService", "AsyncAllocationsService", "AsyncAuditService",
    "AsyncCompanyProfilesService", "AsyncCompanyService", "AsyncContactPointsService", "AsyncContactsService", "AsyncCostCorrectionsService",
    "AsyncCostVariancesService", "AsyncCrm", "AsyncCustomFieldsService", "AsyncCustomerAddressesService", "AsyncCustomerGroupMembersService",
    "AsyncCustomerGroupsService", "AsyncCustomerPricesService", "AsyncCustomersService", "AsyncDictionaryEntriesService", "AsyncDictionaryService",
    "AsyncFeedService", "AsyncKitComponentsService", "AsyncLotBalancesService", "AsyncOpenItemsService", "AsyncOpeningService",
    "AsyncOperatorsService", "AsyncOrderLinesService", "AsyncOrdersService", "AsyncPaymentsService", "AsyncPriceListItemsService",
    "AsyncPriceListsService", "AsyncPricingService", "AsyncProductCodesService", "AsyncProductCostsService", "AsyncProductGroupsService",
    "AsyncProductUnitsService", "AsyncProductsService", "AsyncQuoteLinesService", "AsyncQuoteRevisionsService", "AsyncQuotesService",
    "AsyncReceivablesService", "AsyncReservationsService", "AsyncRolesService", "AsyncSalesDocumentsService", "AsyncSalesLinesService",
    "AsyncSalesService", "AsyncSession", "AsyncStockBalancesService", "AsyncStockDocumentsService", "AsyncStockLotsService",
    "AsyncStockMovementsService", "AsyncStockPoolsService", "AsyncStockService", "AsyncTaxRatesService", "AsyncWarehousesService", "AuditService",
    "CompanyProfileUpserted", "CompanyProfilesService", "CompanyService", "ContactPointUpserted", "ContactPointsService", "ContactUpserted",
    "ContactsService", "CostCorrectionsService", "CostVariancesService", "Crm", "CustomFieldUpserted", "CustomFieldsService",
    "CustomerAddressUpserted", "CustomerAddressesService", "CustomerGroupMemberUpserted", "CustomerGroupMembersService", "CustomerGroupUpserted",
    "CustomerGroupsService", "CustomerPriceUpserted", "CustomerPricesService", "CustomerUpserted", "CustomersService", "DictionaryEntriesService",
    "DictionaryEntryUpserted", "DictionaryService", "FeedService", "KitComponentUpserted", "KitComponentsService", "LotBalancesService",
    "OpenItemsService", "OpeningService", "OperatorUpserted", "OperatorsService", "OrderLinesService", "OrdersService", "PaymentsService",
    "PriceListItemUpserted", "PriceListItemsService", "PriceListUpserted", "PriceListsService", "PricingService", "ProductCodeUpserted",
    "ProductCodesService", "ProductCostUpserted", "ProductCostsService", "ProductGroupUpserted", "ProductGroupsService", "ProductUnitUpserted",
    "ProductUnitsService", "ProductUpserted", "ProductsService", "QuoteLinesService", "QuoteRevisionsService", "QuotesService", "ReceivablesService",
    "ReservationsService", "RoleUpserted", "RolesService", "SalesDocumentsService", "SalesLinesService", "SalesService", "Session",
    "StockBalancesService", "StockDocumentsService", "StockLotsService", "StockMovementsService", "StockPoolsService", "StockService",
    "TaxRateUpserted", "TaxRatesService", "WarehouseUpserted", "WarehousesService",
]


class CompanyService(IdentifiedService[CompanyRecord], space="company"):
    """The own company. Its id is the tenant of every row."""

    @operation
    def update(self, record: CompanyRecord, *, custom: Mapping[str, Any] | None = None) -> CompanyRecord:
        """Changes a record; refused if somebody else changed it since it was read.

        record: The record as it was read, with what is to change; fields that it leaves out stay as they are.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """

    @operation
    def patch(
        self, id: UUID, *changes: Annotated[Change, ChangesOf(Company)], version: int | None = None, custom: Mapping[str, Any] | None = None,
    ) -> CompanyRecord:
        """Changes the fields that are given of a record, and no others.

        id: Id of the record.
        changes: The fields, each with its value; the others stay as they are.
        version: The version that the record must still have; any, if nothing is said.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """

    @operation
    def profile_on(self, day: datetime.date) -> CompanyProfileRecord | None:
        """The profile in force on a day."""

    @operation
    def policy_on(self, day: datetime.date) -> TaxPolicy:
        """How money and tax are calculated on a day."""


class AsyncCompanyService(AsyncIdentifiedService[CompanyRecord], of=CompanyService):
    update = awaited(CompanyService.update)
    patch = awaited(CompanyService.patch)
    profile_on = awaited(CompanyService.profile_on)
    policy_on = awaited(CompanyService.policy_on)


class RolesService(MasterService[RoleRecord, Role], space="roles"):
    """A named set of rights with a reach."""


class AsyncRolesService(AsyncMasterService[RoleRecord, Role], of=RolesService): ...


class OperatorsService(MasterService[OperatorRecord, Operator], space="operators"):
    """A person who works with the system; for hosts with users of their own, a projection of them."""


class AsyncOperatorsService(AsyncMasterService[OperatorRecord, Operator], of=OperatorsService): ...


class TaxRatesService(MasterService[TaxRateRecord, TaxRate], space="tax_rates"):
    """The rate of a tax code from a day on."""


class AsyncTaxRatesService(AsyncMasterService[TaxRateRecord, TaxRate], of=TaxRatesService): ...


class CompanyProfilesService(MasterService[CompanyProfileRecord, CompanyProfile], space="company_profiles"):
    """What the own company is called, and calculates by, from a day until the next profile."""


class AsyncCompanyProfilesService(AsyncMasterService[CompanyProfileRecord, CompanyProfile], of=CompanyProfilesService): ...


class DictionaryEntriesService(MasterService[DictionaryEntryRecord, DictionaryEntry], space="dictionary_entries"):
    """An entry of the data dictionary. The entries of a category are a tree."""


class AsyncDictionaryEntriesService(AsyncMasterService[DictionaryEntryRecord, DictionaryEntry], of=DictionaryEntriesService): ...


class CustomFieldsService(MasterService[CustomFieldRecord, CustomField], space="custom_fields"):
    """A field that the host declares for the records of an entity."""


class AsyncCustomFieldsService(AsyncMasterService[CustomFieldRecord, CustomField], of=CustomFieldsService): ...


class PriceListsService(MasterService[PriceListRecord, PriceList], space="price_lists"):
    """A price list."""


class AsyncPriceListsService(AsyncMasterService[PriceListRecord, PriceList], of=PriceListsService): ...


class CustomerGroupsService(MasterService[CustomerGroupRecord, CustomerGroup], space="customer_groups"):
    """A node in the trees of customer groups, of any depth up to the limit. A tree for regions, one for operators and others stand side by side: each
    has a top of its own.
    """


class AsyncCustomerGroupsService(AsyncMasterService[CustomerGroupRecord, CustomerGroup], of=CustomerGroupsService): ...


class CustomersService(MasterService[CustomerRecord, Customer], space="customers"):
    """A customer."""

    @operation
    def card(self, id: UUID) -> CustomerCard:
        """A customer with its contacts, addresses, groups and fields of the host's own, as far as the caller can see them."""


class AsyncCustomersService(AsyncMasterService[CustomerRecord, Customer], of=CustomersService):
    card = awaited(CustomersService.card)


class CustomerGroupMembersService(MasterService[CustomerGroupMemberRecord, CustomerGroupMember], space="customer_group_members"):
    """A group that a customer belongs to beside its main group."""


class AsyncCustomerGroupMembersService(AsyncMasterService[CustomerGroupMemberRecord, CustomerGroupMember], of=CustomerGroupMembersService): ...


class ContactsService(MasterService[ContactRecord, Contact], space="contacts"):
    """A person at a customer."""


class AsyncContactsService(AsyncMasterService[ContactRecord, Contact], of=ContactsService): ...


class ContactPointsService(MasterService[ContactPointRecord, ContactPoint], space="contact_points"):
    """A way to reach a customer, or one of its contacts."""


class AsyncContactPointsService(AsyncMasterService[ContactPointRecord, ContactPoint], of=ContactPointsService): ...


class CustomerAddressesService(MasterService[CustomerAddressRecord, CustomerAddress], space="customer_addresses"):
    """A place of a customer."""


class AsyncCustomerAddressesService(AsyncMasterService[CustomerAddressRecord, CustomerAddress], of=CustomerAddressesService): ...


class ProductGroupsService(MasterService[ProductGroupRecord, ProductGroup], space="product_groups"):
    """A node in the tree of product groups, of any depth up to the limit."""


class AsyncProductGroupsService(AsyncMasterService[ProductGroupRecord, ProductGroup], of=ProductGroupsService): ...


class ProductsService(MasterService[ProductRecord, Product], space="products"):
    """A product that is stocked, or a service that is only sold."""

    @operation
    def resolve(self, text: str, on: datetime.date, *, customer_id: UUID | None = None) -> Resolved:
        """What a typed or scanned text means: own code, barcode, supplier's or customer's code, mnemonic."""


class AsyncProductsService(AsyncMasterService[ProductRecord, Product], of=ProductsService):
    resolve = awaited(ProductsService.resolve)


class ProductUnitsService(MasterService[ProductUnitRecord, ProductUnit], space="product_units"):
    """A unit that a product is also counted in: one of it is `numerator / denominator` base units."""


class AsyncProductUnitsService(AsyncMasterService[ProductUnitRecord, ProductUnit], of=ProductUnitsService): ...


class ProductCodesService(MasterService[ProductCodeRecord, ProductCode], space="product_codes"):
    """A code that a product is also known by, perhaps in a unit or packed in a quantity."""


class AsyncProductCodesService(AsyncMasterService[ProductCodeRecord, ProductCode], of=ProductCodesService): ...


class KitComponentsService(MasterService[KitComponentRecord, KitComponent], space="kit_components"):
    """A part of a kit: so much of a product, in its base unit, in one kit."""


class AsyncKitComponentsService(AsyncMasterService[KitComponentRecord, KitComponent], of=KitComponentsService): ...


class PriceListItemsService(MasterService[PriceListItemRecord, PriceListItem], space="price_list_items"):
    """A price on a list."""


class AsyncPriceListItemsService(AsyncMasterService[PriceListItemRecord, PriceListItem], of=PriceListItemsService): ...


class CustomerPricesService(MasterService[CustomerPriceRecord, CustomerPrice], space="customer_prices"):
    """A price or a discount that was agreed with a customer for a product."""


class AsyncCustomerPricesService(AsyncMasterService[CustomerPriceRecord, CustomerPrice], of=CustomerPricesService): ...


class ProductCostsService(MasterService[ProductCostRecord, ProductCost], space="product_costs"):
    """The specified unit cost of a product from a day on, until the next one."""


class AsyncProductCostsService(AsyncMasterService[ProductCostRecord, ProductCost], of=ProductCostsService): ...


class WarehousesService(MasterService[WarehouseRecord, Warehouse], space="warehouses"):
    """A place where stock lies."""


class AsyncWarehousesService(AsyncMasterService[WarehouseRecord, Warehouse], of=WarehousesService): ...


class StockPoolsService(RecordsService[StockPoolRecord], space="stock_pools"):
    """Quantity and value of a product in the whole company: the state of its costing. The average is derived, never stored."""


class AsyncStockPoolsService(AsyncRecordsService[StockPoolRecord], of=StockPoolsService): ...


class StockBalancesService(RecordsService[StockBalanceRecord], space="stock_balances"):
    """Quantity of a product in one warehouse."""


class AsyncStockBalancesService(AsyncRecordsService[StockBalanceRecord], of=StockBalancesService): ...


class StockLotsService(RecordsService[StockLotRecord], space="stock_lots"):
    """A lot of a product, or a single piece by its serial: quantity in the whole company."""


class AsyncStockLotsService(AsyncRecordsService[StockLotRecord], of=StockLotsService): ...


class LotBalancesService(RecordsService[LotBalanceRecord], space="lot_balances"):
    """Quantity of a lot in one warehouse."""


class AsyncLotBalancesService(AsyncRecordsService[LotBalanceRecord], of=LotBalancesService): ...


class StockDocumentsService(IdentifiedService[StockDocumentRecord], space="stock_documents"):
    """A receipt, count or another document of stock; corrections are documents of their own that name what they correct."""


class AsyncStockDocumentsService(AsyncIdentifiedService[StockDocumentRecord], of=StockDocumentsService): ...


class QuotesService(IdentifiedService[QuoteRecord], space="quotes"):
    """A quote, through all its revisions."""

    @operation
    def create(self, quote: NewQuote) -> QuotePosted:
        """Makes a quote."""

    @operation
    def revise(self, change: QuoteChange) -> QuotePosted:
        """Makes another revision of a quote."""

    @operation
    def close(self, close: CloseQuote) -> None:
        """Notes that a quote was lost or withdrawn."""

    @operation
    def accept(self, acceptance: Acceptance) -> OrderPosted:
        """Turns a quote into an order, whole or in part; asked twice, one order."""

    @operation
    def price_changes(self, quote_id: UUID, today: datetime.date) -> builtins.list[PriceChange]:
        """Prices of a quote that are others by now."""

    @operation
    def status(self, quote_id: UUID, today: datetime.date) -> QuoteStatus:
        """A quote, its lines, what is left of each, and its orders."""

    @operation
    def render(self, revision_id: UUID) -> Any:
        """A revision as a document, out of its own rows."""


class AsyncQuotesService(AsyncIdentifiedService[QuoteRecord], of=QuotesService):
    create = awaited(QuotesService.create)
    revise = awaited(QuotesService.revise)
    close = awaited(QuotesService.close)
    accept = awaited(QuotesService.accept)
    price_changes = awaited(QuotesService.price_changes)
    status = awaited(QuotesService.status)
    render = awaited(QuotesService.render)


class QuoteRevisionsService(IdentifiedService[QuoteRevisionRecord], space="quote_revisions"):
    """A revision of a quote, as it was sent."""


class AsyncQuoteRevisionsService(AsyncIdentifiedService[QuoteRevisionRecord], of=QuoteRevisionsService): ...


class QuoteLinesService(IdentifiedService[QuoteLineRecord], space="quote_lines"):
    """A line of a revision of a quote."""


class AsyncQuoteLinesService(AsyncIdentifiedService[QuoteLineRecord], of=QuoteLinesService): ...


class OrdersService(IdentifiedService[SalesOrderRecord], space="orders"):
    """A sales order."""

    @operation
    def create(self, order: NewOrder) -> OrderPosted:
        """Takes an order."""

    @operation
    def deliver(self, delivery: OrderDelivery) -> SalesPosted:
        """Delivers an order, whole or in part."""

    @operation
    def close(self, close: CloseOrder) -> OrderClosed:
        """Completes an order short, or cancels it."""

    @operation
    def status(self, order_id: UUID) -> OrderStatus:
        """An order, its lines, and what is open."""

    @operation
    def reserve(self, reservation: Reserve) -> None:
        """Keeps goods for what an order has open."""

    @operation
    def release(self, release: Release) -> None:
        """Gives up what is kept for an order."""

    @operation
    def render(self, order_id: UUID) -> Any:
        """An order as a document, out of its own rows."""


class AsyncOrdersService(AsyncIdentifiedService[SalesOrderRecord], of=OrdersService):
    create = awaited(OrdersService.create)
    deliver = awaited(OrdersService.deliver)
    close = awaited(OrdersService.close)
    status = awaited(OrdersService.status)
    reserve = awaited(OrdersService.reserve)
    release = awaited(OrdersService.release)
    render = awaited(OrdersService.render)


class OrderLinesService(IdentifiedService[SalesOrderLineRecord], space="order_lines"):
    """A line of an order, and how much of it was delivered so far."""


class AsyncOrderLinesService(AsyncIdentifiedService[SalesOrderLineRecord], of=OrderLinesService): ...


class ReservationsService(RecordsService[ReservationRecord], space="reservations"):
    """How much of a product is kept for a line of an order: for a kit, each of its components."""


class AsyncReservationsService(AsyncRecordsService[ReservationRecord], of=ReservationsService): ...


class SalesDocumentsService(IdentifiedService[SalesDocumentRecord], space="sales_documents"):
    """A delivery, a customer return or a credit note."""


class AsyncSalesDocumentsService(AsyncIdentifiedService[SalesDocumentRecord], of=SalesDocumentsService): ...


class SalesLinesService(IdentifiedService[SalesLineRecord], space="sales_lines"):
    """A line of a delivery, return or credit note."""


class AsyncSalesLinesService(AsyncIdentifiedService[SalesLineRecord], of=SalesLinesService): ...


class StockMovementsService(IdentifiedService[StockMovementRecord], space="stock_movements"):
    """One movement of one product: the ledger that stock and cost follow from."""


class AsyncStockMovementsService(AsyncIdentifiedService[StockMovementRecord], of=StockMovementsService): ...


class CostVariancesService(IdentifiedService[CostVarianceRecord], space="cost_variances"):
    """A difference between what was paid or charged and what stock became worth; a cost if positive, a gain if negative."""


class AsyncCostVariancesService(AsyncIdentifiedService[CostVarianceRecord], of=CostVariancesService): ...


class CostCorrectionsService(IdentifiedService[CostCorrectionRecord], space="cost_corrections"):
    """A later correction of what a delivered or returned line cost. The line keeps the cost that it was posted with; its effective cost is that and its
    corrections.
    """


class AsyncCostCorrectionsService(AsyncIdentifiedService[CostCorrectionRecord], of=CostCorrectionsService): ...


class PaymentsService(IdentifiedService[PaymentRecord], space="payments"):
    """Money received from a customer."""


class AsyncPaymentsService(AsyncIdentifiedService[PaymentRecord], of=PaymentsService): ...


class AdjustmentsService(IdentifiedService[AdjustmentRecord], space="adjustments"):
    """A refund, write-off, cancellation or rescheduling: a document of its own that corrects others, which never change."""


class AsyncAdjustmentsService(AsyncIdentifiedService[AdjustmentRecord], of=AdjustmentsService): ...


class OpenItemsService(IdentifiedService[OpenItemRecord], space="open_items"):
    """Something between a customer and the company that is settled over time: a receivable (positive) or a credit (negative); one for each instalment of
    a document. The balance of a customer on a day is the sum of the amounts dated up to it.
    """


class AsyncOpenItemsService(AsyncIdentifiedService[OpenItemRecord], of=OpenItemsService): ...


class AllocationsService(IdentifiedService[AllocationRecord], space="allocations"):
    """A credit set against a receivable of the same customer, on a day; or the reversal of that."""


class AsyncAllocationsService(AsyncIdentifiedService[AllocationRecord], of=AllocationsService): ...


class AuditService(IdentifiedService[AuditEntryRecord], space="audit"):
    """One change of one record, or one refusal."""


class AsyncAuditService(AsyncIdentifiedService[AuditEntryRecord], of=AuditService): ...


class FeedService(RecordsService[FeedEntryRecord], space="feed"):
    """One change, for programs that follow."""


class AsyncFeedService(AsyncRecordsService[FeedEntryRecord], of=FeedService): ...


class DictionaryService(Service, space="dictionary"):
    """The data dictionary."""

    @operation
    def merge(self, from_: UUID, into: UUID) -> Merged:
        """Puts one entry in the place of another, wherever that is used, and deletes that."""


class AsyncDictionaryService(AsyncService, of=DictionaryService):
    merge = awaited(DictionaryService.merge)


class PricingService(Service, space="pricing"):
    """Prices, what was paid before, and the policy of prices."""

    @operation
    def price(self, day: datetime.date, line: PriceLine, *, customer_id: UUID | None = None, currency: str | None = None) -> Priced | None:
        """The price of a product for a customer on a day, and why; nothing if no list and no agreement has one."""

    @operation
    def price_all(
        self, day: datetime.date, lines: Sequence[PriceLine], *, customer_id: UUID | None = None, currency: str | None = None,
    ) -> list[Priced | None]:
        """The prices of several products, as of one document."""

    @operation
    def settings(self) -> PriceSettings:
        """The policy of prices."""

    @operation
    def set_settings(self, settings: PriceSettings) -> None:
        """Sets the policy of prices."""

    @operation
    def price_history(self, customer_id: UUID, product_id: UUID, lines: int) -> list[PastPrice]:
        """The last lines of a product that were delivered to a customer, the latest first."""

    @operation
    def usual_basket(self, customer_id: UUID, since: datetime.date, as_of: datetime.date) -> list[BasketItem]:
        """What a customer usually takes, by deliveries from one day to another."""

    @operation
    def copy_last_delivery(self, customer_id: UUID) -> LastDelivery | None:
        """The last delivery of a customer, as lines for a new one."""


class AsyncPricingService(AsyncService, of=PricingService):
    price = awaited(PricingService.price)
    price_all = awaited(PricingService.price_all)
    settings = awaited(PricingService.settings)
    set_settings = awaited(PricingService.set_settings)
    price_history = awaited(PricingService.price_history)
    usual_basket = awaited(PricingService.usual_basket)
    copy_last_delivery = awaited(PricingService.copy_last_delivery)


class StockService(Service, space="stock"):
    """Receipts, counts, transfers, and what they cost."""

    @operation
    def receive(self, receipt: NewReceipt) -> StockPosted:
        """Posts goods that came in."""

    @operation
    def count(self, count: NewCount) -> StockPosted:
        """Posts what a count found."""

    @operation
    def transfer(self, transfer: NewTransfer) -> StockPosted:
        """Moves goods from one warehouse to another."""

    @operation
    def return_to_supplier(self, supplier_return: NewSupplierReturn) -> StockPosted:
        """Sends goods back to a supplier."""

    @operation
    def reverse(self, reversal: Reverse) -> StockPosted:
        """Undoes a document of stock."""

    @operation
    def receivers_of_lot(self, product_id: UUID, lot: str) -> list[LotReceiver]:
        """Who received goods of a lot."""

    @operation
    def propose_lots(self, product_id: UUID, warehouse_id: UUID, quantity: Decimal, day: datetime.date) -> list[LotProposal]:
        """Which lots to take of a product in a warehouse on a day: what expires first goes first."""

    @operation
    def available(self, product_id: UUID, at: datetime.datetime) -> list[Availability]:
        """What of a product is on hand, kept for orders, and available, in each warehouse."""

    @operation
    def revalue(self, revaluation: Revalue) -> StockPosted:
        """Gives what is on hand another value."""

    @operation
    def set_unit_cost(self, cost: SetUnitCost) -> StockPosted:
        """Sets the unit cost of what is on hand."""

    @operation
    def add_cost(self, cost: AddCost) -> StockPosted:
        """Adds a cost that became known after a receipt."""

    @operation
    def correct_receipt_price(self, correction: CorrectPrice) -> StockPosted:
        """Corrects the price of a line of a receipt."""

    @operation
    def correct_receipt_quantity(self, correction: CorrectQuantity) -> StockPosted:
        """Corrects the quantity of a line of a receipt."""

    @operation
    def change_method(self, change: ChangeMethod) -> StockPosted:
        """Gives a product another costing method, and carries its value."""

    @operation
    def recost_preview(self, product_id: UUID, from_: datetime.date) -> RecostPreview:
        """What costing a product again would change; nothing is written."""

    @operation
    def recost(self, recost: NewRecost) -> StockPosted:
        """Costs a product again in the order of days."""


class AsyncStockService(AsyncService, of=StockService):
    receive = awaited(StockService.receive)
    count = awaited(StockService.count)
    transfer = awaited(StockService.transfer)
    return_to_supplier = awaited(StockService.return_to_supplier)
    reverse = awaited(StockService.reverse)
    receivers_of_lot = awaited(StockService.receivers_of_lot)
    propose_lots = awaited(StockService.propose_lots)
    available = awaited(StockService.available)
    revalue = awaited(StockService.revalue)
    set_unit_cost = awaited(StockService.set_unit_cost)
    add_cost = awaited(StockService.add_cost)
    correct_receipt_price = awaited(StockService.correct_receipt_price)
    correct_receipt_quantity = awaited(StockService.correct_receipt_quantity)
    change_method = awaited(StockService.change_method)
    recost_preview = awaited(StockService.recost_preview)
    recost = awaited(StockService.recost)


class SalesService(Service, space="sales"):
    """Deliveries, returns, credit notes, and profit."""

    @operation
    def deliver(self, delivery: NewDelivery) -> SalesPosted:
        """Posts a delivery: stock goes out, a receivable comes."""

    @operation
    def return_goods(self, goods: NewReturn) -> SalesPosted:
        """Takes goods back."""

    @operation
    def credit(self, note: NewCreditNote) -> SalesPosted:
        """Credits without goods."""

    @operation
    def reverse(self, reversal: Reversal) -> SalesPosted:
        """Undoes a delivery, a return or a credit note by a document of its own."""

    @operation
    def copy(self, document_id: UUID, day: datetime.date) -> NewDelivery:
        """A delivery as a draft of a new one."""

    @operation
    def render(self, document_id: UUID) -> Any:
        """A document out of its own rows."""

    @operation
    def profit(self, by: ProfitBy, *, filter: Annotated[Filter | Mapping[str, Any], Any] | None = None) -> list[ProfitRow]:
        """Sales, cost and profit by month, customer, salesperson, product and so on; the filter is one of sales lines."""


class AsyncSalesService(AsyncService, of=SalesService):
    deliver = awaited(SalesService.deliver)
    return_goods = awaited(SalesService.return_goods)
    credit = awaited(SalesService.credit)
    reverse = awaited(SalesService.reverse)
    copy = awaited(SalesService.copy)
    render = awaited(SalesService.render)
    profit = awaited(SalesService.profit)


class ReceivablesService(Service, space="receivables"):
    """Payments, what is owed, and statements of account."""

    @operation
    def record_payment(self, payment: NewPayment) -> PaymentPosted:
        """Posts a payment, and sets it against receivables as asked."""

    @operation
    def allocate(self, allocation: NewAllocation) -> None:
        """Sets a credit against a receivable."""

    @operation
    def allocate_credit(self, allocation: NewCreditAllocation) -> Money | None:
        """Sets a credit against receivables as asked, and tells how much."""

    @operation
    def deallocate(self, deallocation: Deallocation) -> None:
        """Takes an allocation back."""

    @operation
    def refund(self, refund: NewRefund) -> AdjustmentPosted:
        """Pays a credit back."""

    @operation
    def write_off(self, write_off: NewWriteOff) -> AdjustmentPosted:
        """Writes off what is left of a receivable or credit."""

    @operation
    def cancel_payment(self, cancellation: PaymentCancellation) -> AdjustmentPosted:
        """Cancels a payment that bounced."""

    @operation
    def cancel_adjustment(self, cancellation: AdjustmentCancellation) -> AdjustmentPosted:
        """Cancels a refund, a write-off or another adjustment."""

    @operation
    def cancel_opening(self, cancellation: OpeningCancellation) -> AdjustmentPosted:
        """Cancels what was brought in as open from the books kept before, so that it may be brought in again."""

    @operation
    def reschedule(self, rescheduling: Rescheduling) -> AdjustmentPosted:
        """Gives what is open of a document other due days."""

    @operation
    def free_prepayments(self, freed: FreedPrepayments) -> Money | None:
        """Frees what was paid ahead for an order, and tells how much."""

    @operation
    def ageing(self, query: AgeingQuery) -> Ageing:
        """What was owed on a day, in buckets of days past due."""

    @operation
    def ageing_by(self, by: AgeingBy, query: AgeingQuery) -> list[AgeingRow]:
        """The same, a row for each customer, payer or salesperson."""

    @operation
    def aged_items(self, query: AgeingQuery) -> list[AgedItem]:
        """The items behind an ageing."""

    @operation
    def balance(self, customer_id: UUID, as_of: datetime.date, currency: str) -> Money:
        """What a customer owed on a day, credits deducted."""

    @operation
    def statement(self, of: AccountOf, from_: datetime.date, to: datetime.date, currency: str) -> Statement:
        """The statement of account from one day to another."""

    @operation
    def credit_state(self, customer_id: UUID, day: datetime.date) -> CreditState:
        """A customer's limit, and what counts against it."""

    @operation
    def figures(self, of: AccountOf, as_of: datetime.date, currency: str) -> AccountFigures:
        """What is owed, overdue and in credit."""

    @operation
    def document_status(self, document_id: UUID, as_of: datetime.date) -> Settled | None:
        """How far a document is paid."""

    @operation
    def order_status(self, customer_id: UUID, order_id: UUID, total: Money, as_of: datetime.date) -> Settled:
        """How far an order is paid, by its prepayments and its deliveries."""

    @operation
    def reminders(self, query: AgeingQuery, levels: Sequence[int]) -> list[Reminder]:
        """Receivables that a reminder is due for, with the level."""


class AsyncReceivablesService(AsyncService, of=ReceivablesService):
    record_payment = awaited(ReceivablesService.record_payment)
    allocate = awaited(ReceivablesService.allocate)
    allocate_credit = awaited(ReceivablesService.allocate_credit)
    deallocate = awaited(ReceivablesService.deallocate)
    refund = awaited(ReceivablesService.refund)
    write_off = awaited(ReceivablesService.write_off)
    cancel_payment = awaited(ReceivablesService.cancel_payment)
    cancel_adjustment = awaited(ReceivablesService.cancel_adjustment)
    cancel_opening = awaited(ReceivablesService.cancel_opening)
    reschedule = awaited(ReceivablesService.reschedule)
    free_prepayments = awaited(ReceivablesService.free_prepayments)
    ageing = awaited(ReceivablesService.ageing)
    ageing_by = awaited(ReceivablesService.ageing_by)
    aged_items = awaited(ReceivablesService.aged_items)
    balance = awaited(ReceivablesService.balance)
    statement = awaited(ReceivablesService.statement)
    credit_state = awaited(ReceivablesService.credit_state)
    figures = awaited(ReceivablesService.figures)
    document_status = awaited(ReceivablesService.document_status)
    order_status = awaited(ReceivablesService.order_status)
    reminders = awaited(ReceivablesService.reminders)


class OpeningService(Service, space="opening"):
    """Opening balances out of workbooks."""

    @operation
    def apply_workbook(
        self, workbook: FileSource, options: OpeningOptions, *, reading: ReadingOptions | None = None, language: str | None = None,
    ) -> OpeningReport:
        """Checks an opening workbook, or applies it, all in one act. Problems of rows are no error: they stand in the report, with their reasons in a
        language (`en`, `es` or `zh`; English if none is said), and so does what each sheet and column was taken for, and what was left out.
        """

    @operation
    def examine_workbook(self, workbook: FileSource, *, reading: ReadingOptions | None = None, language: str | None = None) -> WorkbookPlan:
        """Looks through an opening workbook, and says what would be read of it and what would not, and why, in a language (English if none is said). Its
        options can be corrected, kept, and given to the next file of the same kind.
        """

    @operation
    def annotate_workbook(
        self, workbook: FileSource, options: OpeningOptions, language: str, to: FilePath, *, overwrite: bool | None = None,
        reading: ReadingOptions | None = None,
    ) -> OpeningReport:
        """Checks an opening workbook, applies nothing, and writes a copy of it with every problem at its row: the caller's own .xlsx with marks, a text
        file with a column of problems (an .xlsx if `to` says so), of other formats an .xlsx. A file that is there already is overwritten only if that
        is said; a link never is.
        """

    @operation
    def annotated_workbook(
        self, workbook: FileSource, options: OpeningOptions, language: str, *, reading: ReadingOptions | None = None, as_xlsx: bool | None = None,
    ) -> AnnotatedWorkbook:
        """Checks an opening workbook, applies nothing, and hands back a copy of it with every problem at its row, as `annotate_workbook` writes it."""

    @operation
    def write_template(
        self, to: FilePath, language: str, *, tax_codes: Sequence[str] | None = None, customer_groups: Sequence[str] | None = None,
        product_groups: Sequence[str] | None = None, warehouses: Sequence[str] | None = None, overwrite: bool | None = None,
    ) -> None:
        """Writes an opening workbook to be filled in, as .xlsx. It needs the right to import. A file that is there already is overwritten only if that
        is said; a link never is.
        """

    @operation
    def template(
        self, language: str, *, tax_codes: Sequence[str] | None = None, customer_groups: Sequence[str] | None = None,
        product_groups: Sequence[str] | None = None, warehouses: Sequence[str] | None = None,
    ) -> bytes:
        """Hands back an opening workbook to be filled in, as .xlsx. It needs the right to import."""


class AsyncOpeningService(AsyncService, of=OpeningService):
    apply_workbook = awaited(OpeningService.apply_workbook)
    examine_workbook = awaited(OpeningService.examine_workbook)
    annotate_workbook = awaited(OpeningService.annotate_workbook)
    annotated_workbook = awaited(OpeningService.annotated_workbook)
    write_template = awaited(OpeningService.write_template)
    template = awaited(OpeningService.template)


class Session(SessionBase, space="session"):
    """An operator who acts in a company. What can be done stands in its services."""

    @operation
    def verify(self) -> Verified:
        """Recomputes the books from the ledgers; an error if anything differs."""

    company = Offered(CompanyService)
    roles = Offered(RolesService)
    operators = Offered(OperatorsService)
    tax_rates = Offered(TaxRatesService)
    company_profiles = Offered(CompanyProfilesService)
    dictionary_entries = Offered(DictionaryEntriesService)
    custom_fields = Offered(CustomFieldsService)
    price_lists = Offered(PriceListsService)
    customer_groups = Offered(CustomerGroupsService)
    customers = Offered(CustomersService)
    customer_group_members = Offered(CustomerGroupMembersService)
    contacts = Offered(ContactsService)
    contact_points = Offered(ContactPointsService)
    customer_addresses = Offered(CustomerAddressesService)
    product_groups = Offered(ProductGroupsService)
    products = Offered(ProductsService)
    product_units = Offered(ProductUnitsService)
    product_codes = Offered(ProductCodesService)
    kit_components = Offered(KitComponentsService)
    price_list_items = Offered(PriceListItemsService)
    customer_prices = Offered(CustomerPricesService)
    product_costs = Offered(ProductCostsService)
    warehouses = Offered(WarehousesService)
    stock_pools = Offered(StockPoolsService)
    stock_balances = Offered(StockBalancesService)
    stock_lots = Offered(StockLotsService)
    lot_balances = Offered(LotBalancesService)
    stock_documents = Offered(StockDocumentsService)
    quotes = Offered(QuotesService)
    quote_revisions = Offered(QuoteRevisionsService)
    quote_lines = Offered(QuoteLinesService)
    orders = Offered(OrdersService)
    order_lines = Offered(OrderLinesService)
    reservations = Offered(ReservationsService)
    sales_documents = Offered(SalesDocumentsService)
    sales_lines = Offered(SalesLinesService)
    stock_movements = Offered(StockMovementsService)
    cost_variances = Offered(CostVariancesService)
    cost_corrections = Offered(CostCorrectionsService)
    payments = Offered(PaymentsService)
    adjustments = Offered(AdjustmentsService)
    open_items = Offered(OpenItemsService)
    allocations = Offered(AllocationsService)
    audit = Offered(AuditService)
    feed = Offered(FeedService)
    dictionary = Offered(DictionaryService)
    pricing = Offered(PricingService)
    stock = Offered(StockService)
    sales = Offered(SalesService)
    receivables = Offered(ReceivablesService)
    opening = Offered(OpeningService)


class AsyncSession(AsyncSessionBase, of=Session):
    verify = awaited(Session.verify)

    company = Offered(AsyncCompanyService)
    roles = Offered(AsyncRolesService)
    operators = Offered(AsyncOperatorsService)
    tax_rates = Offered(AsyncTaxRatesService)
    company_profiles = Offered(AsyncCompanyProfilesService)
    dictionary_entries = Offered(AsyncDictionaryEntriesService)
    custom_fields = Offered(AsyncCustomFieldsService)
    price_lists = Offered(AsyncPriceListsService)
    customer_groups = Offered(AsyncCustomerGroupsService)
    customers = Offered(AsyncCustomersService)
    customer_group_members = Offered(AsyncCustomerGroupMembersService)
    contacts = Offered(AsyncContactsService)
    contact_points = Offered(AsyncContactPointsService)
    customer_addresses = Offered(AsyncCustomerAddressesService)
    product_groups = Offered(AsyncProductGroupsService)
    products = Offered(AsyncProductsService)
    product_units = Offered(AsyncProductUnitsService)
    product_codes = Offered(AsyncProductCodesService)
    kit_components = Offered(AsyncKitComponentsService)
    price_list_items = Offered(AsyncPriceListItemsService)
    customer_prices = Offered(AsyncCustomerPricesService)
    product_costs = Offered(AsyncProductCostsService)
    warehouses = Offered(AsyncWarehousesService)
    stock_pools = Offered(AsyncStockPoolsService)
    stock_balances = Offered(AsyncStockBalancesService)
    stock_lots = Offered(AsyncStockLotsService)
    lot_balances = Offered(AsyncLotBalancesService)
    stock_documents = Offered(AsyncStockDocumentsService)
    quotes = Offered(AsyncQuotesService)
    quote_revisions = Offered(AsyncQuoteRevisionsService)
    quote_lines = Offered(AsyncQuoteLinesService)
    orders = Offered(AsyncOrdersService)
    order_lines = Offered(AsyncOrderLinesService)
    reservations = Offered(AsyncReservationsService)
    sales_documents = Offered(AsyncSalesDocumentsService)
    sales_lines = Offered(AsyncSalesLinesService)
    stock_movements = Offered(AsyncStockMovementsService)
    cost_variances = Offered(AsyncCostVariancesService)
    cost_corrections = Offered(AsyncCostCorrectionsService)
    payments = Offered(AsyncPaymentsService)
    adjustments = Offered(AsyncAdjustmentsService)
    open_items = Offered(AsyncOpenItemsService)
    allocations = Offered(AsyncAllocationsService)
    audit = Offered(AsyncAuditService)
    feed = Offered(AsyncFeedService)
    dictionary = Offered(AsyncDictionaryService)
    pricing = Offered(AsyncPricingService)
    stock = Offered(AsyncStockService)
    sales = Offered(AsyncSalesService)
    receivables = Offered(AsyncReceivablesService)
    opening = Offered(AsyncOpeningService)


class Crm(CrmBase, space="crm"):
    """An open library; `with` closes it in the end."""

    @operation
    def migrate(self) -> list[str]:
        """Brings the schema up to date, and names the steps that were missing."""

    @operation
    def missing_steps(self) -> list[str]:
        """The steps of the schema that are missing; nothing is changed."""

    @operation
    def create_company(self, name: str, currency: str, operator: Operator, *, money_step: Decimal | None = None) -> CompanyCreated:
        """Creates a company with the preset roles and its first operator; its amounts are rounded to a step of money, that of the currency if none is
        given.
        """

    @opens
    def act_as(
        self, company_id: UUID, operator_id: UUID, *, roles: Sequence[str] | None = None, groups: Sequence[UUID] | None = None,
        on_behalf_of: str | None = None, request_id: str | None = None,
    ) -> Session:
        """Opens a session on behalf of an operator: with the roles and groups that the host gives it, or else those stored for it."""


class AsyncCrm(AsyncCrmBase, of=Crm):
    """An open library, for asyncio; `async with` closes it in the end.

    A coroutine that is cancelled stops waiting; its call may still take place. Give a call that must not happen twice a key.
    """

    @opens
    async def act_as(
        self, company_id: UUID, operator_id: UUID, *, roles: Sequence[str] | None = None, groups: Sequence[UUID] | None = None,
        on_behalf_of: str | None = None, request_id: str | None = None,
    ) -> AsyncSession:
        """Opens a session on behalf of an operator: with the roles and groups that the host gives it, or else those stored for it."""

    migrate = awaited(Crm.migrate)
    missing_steps = awaited(Crm.missing_steps)
    create_company = awaited(Crm.create_company)


RoleUpserted: TypeAlias = UpsertedRecord[RoleRecord]
OperatorUpserted: TypeAlias = UpsertedRecord[OperatorRecord]
TaxRateUpserted: TypeAlias = UpsertedRecord[TaxRateRecord]
CompanyProfileUpserted: TypeAlias = UpsertedRecord[CompanyProfileRecord]
DictionaryEntryUpserted: TypeAlias = UpsertedRecord[DictionaryEntryRecord]
CustomFieldUpserted: TypeAlias = UpsertedRecord[CustomFieldRecord]
PriceListUpserted: TypeAlias = UpsertedRecord[PriceListRecord]
CustomerGroupUpserted: TypeAlias = UpsertedRecord[CustomerGroupRecord]
CustomerUpserted: TypeAlias = UpsertedRecord[CustomerRecord]
CustomerGroupMemberUpserted: TypeAlias = UpsertedRecord[CustomerGroupMemberRecord]
ContactUpserted: TypeAlias = UpsertedRecord[ContactRecord]
ContactPointUpserted: TypeAlias = UpsertedRecord[ContactPointRecord]
CustomerAddressUpserted: TypeAlias = UpsertedRecord[CustomerAddressRecord]
ProductGroupUpserted: TypeAlias = UpsertedRecord[ProductGroupRecord]
ProductUpserted: TypeAlias = UpsertedRecord[ProductRecord]
ProductUnitUpserted: TypeAlias = UpsertedRecord[ProductUnitRecord]
ProductCodeUpserted: TypeAlias = UpsertedRecord[ProductCodeRecord]
KitComponentUpserted: TypeAlias = UpsertedRecord[KitComponentRecord]
PriceListItemUpserted: TypeAlias = UpsertedRecord[PriceListItemRecord]
CustomerPriceUpserted: TypeAlias = UpsertedRecord[CustomerPriceRecord]
ProductCostUpserted: TypeAlias = UpsertedRecord[ProductCostRecord]
WarehouseUpserted: TypeAlias = UpsertedRecord[WarehouseRecord]
