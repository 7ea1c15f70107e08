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
    CustomerAddressRecord, CustomerCard, CustomerFigures, CustomerGroup, CustomerGroupMember, CustomerGroupMemberRecord, CustomerGroupRecord,
    CustomerPrice, CustomerPriceRecord, CustomerRecord, Deallocation, DictionaryEntry, DictionaryEntryRecord, FeedEntryRecord, FreedPrepayments,
    KitComponent, KitComponentRecord, LastDelivery, LotBalanceRecord, LotProposal, LotReceiver, MergePreview, Merged, Money, NewAllocation, NewCount,
    NewCreditAllocation, NewCreditNote, NewDelivery, NewOrder, NewPayment, NewQuote, NewReceipt, NewRecost, NewRefund, NewReturn, NewSupplierReturn,
    NewTransfer, NewWriteOff, OpenItemRecord, OpeningCancellation, OpeningOptions, OpeningReport, OperationRecord, Operator, OperatorRecord,
    OrderClosed, OrderDelivery, OrderPosted, OrderStatus, OwnershipRecord, PastPrice, PaymentCancellation, PaymentPosted, PaymentRecord, PriceChange,
    PriceLine, PriceList, PriceListItem, PriceListItemRecord, PriceListRecord, PriceSettings, Priced, Product, ProductCode, ProductCodeRecord,
    ProductCost, ProductCostRecord, ProductGroup, ProductGroupRecord, ProductRecord, ProductUnit, ProductUnitRecord, ProfitBy, ProfitRow, QuoteChange,
    QuoteLineRecord, QuotePosted, QuoteRecord, QuoteRevisionRecord, QuoteStatus, ReadingOptions, Reassigned, ReassignmentPreview, RebuiltKeys,
    RecostPreview, Release, Reminder, Rescheduling, ReservationRecord, Reserve, Resolved, Revalue, Reversal, Reverse, Role, RoleRecord,
    SalesDocumentRecord, SalesLineRecord, SalesOrderLineRecord, SalesOrderRecord, SalesPosted, SetUnitCost, Settled, Statement, StockBalanceRecord,
    StockDocumentRecord, StockLotRecord, StockMovementRecord, StockPoolRecord, StockPosted, TaxPolicy, TaxRate, TaxRateRecord, Undone, Verified,
    Warehouse, WarehouseRecord, WorkbookPlan,
)
from .records import IdentifiedService, MasterService, RecordsService, UpsertedRecord, Where

__all__ = [
    "AdjustmentsService", "AllocationsService", "AsyncAdjustmentsService", "AsyncAllocationsService", "AsyncAuditService",
    "AsyncCompanyProfilesService", "AsyncCompanyService", "AsyncContactPointsService", "AsyncContactsService", "AsyncCostCorrectionsService",
    "AsyncCostVariancesService", "AsyncCrm", "AsyncCustomFieldsService", "AsyncCustomerAddressesService", "AsyncCustomerGroupMembersService",
    "AsyncCustomerGroupsService", "AsyncCustomerPricesService", "AsyncCustomersService", "AsyncDictionaryEntriesService", "AsyncDictionaryService",
    "AsyncFeedService", "AsyncKitComponentsService", "AsyncLotBalancesService", "AsyncOpenItemsService", "AsyncOpeningService",
    "AsyncOperationsService", "AsyncOperatorsService", "AsyncOrderLinesService", "AsyncOrdersService", "AsyncOwnershipsService",
    "AsyncPaymentsService", "AsyncPriceListItemsService", "AsyncPriceListsService", "AsyncPricingService", "AsyncProductCodesService",
    "AsyncProductCostsService", "AsyncProductGroupsService", "AsyncProductUnitsService", "AsyncProductsService", "AsyncQuoteLinesService",
    "AsyncQuoteRevisionsService", "AsyncQuotesService", "AsyncReceivablesService", "AsyncReservationsService", "AsyncRolesService",
    "AsyncSalesDocumentsService", "AsyncSalesLinesService", "AsyncSalesService", "AsyncSession", "AsyncStockBalancesService",
    "AsyncStockDocumentsService", "AsyncStockLotsService", "AsyncStockMovementsService", "AsyncStockPoolsService", "AsyncStockService",
    "AsyncTaxRatesService", "AsyncWarehousesService", "AuditService", "CompanyProfileUpserted", "CompanyProfilesService", "CompanyService",
    "ContactPointUpserted", "ContactPointsService", "ContactUpserted", "ContactsService", "CostCorrectionsService", "CostVariancesService", "Crm",
    "CustomFieldUpserted", "CustomFieldsService", "CustomerAddressUpserted", "CustomerAddressesService", "CustomerGroupMemberUpserted",
    "CustomerGroupMembersService", "CustomerGroupUpserted", "CustomerGroupsService", "CustomerPriceUpserted", "CustomerPricesService",
    "CustomerUpserted", "CustomersService", "DictionaryEntriesService", "DictionaryEntryUpserted", "DictionaryService", "FeedService",
    "KitComponentUpserted", "KitComponentsService", "LotBalancesService", "OpenItemsService", "OpeningService", "OperationsService",
    "OperatorUpserted", "OperatorsService", "OrderLinesService", "OrdersService", "OwnershipsService", "PaymentsService", "PriceListItemUpserted",
    "PriceListItemsService", "PriceListUpserted", "PriceListsService", "PricingService", "ProductCodeUpserted", "ProductCodesService",
    "ProductCostUpserted", "ProductCostsService", "ProductGroupUpserted", "ProductGroupsService", "ProductUnitUpserted", "ProductUnitsService",
    "ProductUpserted", "ProductsService", "QuoteLinesService", "QuoteRevisionsService", "QuotesService", "ReceivablesService", "ReservationsService",
    "RoleUpserted", "RolesService", "SalesDocumentsService", "SalesLinesService", "SalesService", "Session", "StockBalancesService",
    "StockDocumentsService", "StockLotsService", "StockMovementsService", "StockPoolsService", "StockService", "TaxRateUpserted", "TaxRatesService",
    "WarehouseUpserted", "WarehousesService",
]


class CompanyService(IdentifiedService[CompanyRecord], space="company"):
    """The company. Its id is the tenant id of every row."""

    @operation
    def update(self, record: CompanyRecord, *, custom: Mapping[str, Any] | None = None) -> CompanyRecord:
        """Changes a record; refused if somebody else changed it since it was read.

        record: The record as previously read, with changes; omitted fields keep their values.
        custom: Custom field values by name; omitted fields keep their values.
        """

    @operation
    def patch(
        self, id: UUID, *changes: Annotated[Change, ChangesOf(Company)], version: int | None = None, custom: Mapping[str, Any] | None = None,
    ) -> CompanyRecord:
        """Changes the fields that are given of a record, and no others.

        id: Id of the record.
        changes: The changed fields with their values; other fields keep theirs.
        version: The version that the record must have; any if omitted.
        custom: Custom field values by name; omitted fields keep their values.
        """

    @operation
    def profile_on(self, day: datetime.date) -> CompanyProfileRecord | None:
        """The company profile in force on a day."""

    @operation
    def policy_on(self, day: datetime.date) -> TaxPolicy:
        """The tax policy in force on a day: how money and tax are calculated."""

    @operation
    def rebuild_search_keys(self) -> RebuiltKeys:
        """Makes the search keys of all records anew, after an upgrade that changes how they are made. Records keep their versions."""


class AsyncCompanyService(AsyncIdentifiedService[CompanyRecord], of=CompanyService):
    update = awaited(CompanyService.update)
    patch = awaited(CompanyService.patch)
    profile_on = awaited(CompanyService.profile_on)
    policy_on = awaited(CompanyService.policy_on)
    rebuild_search_keys = awaited(CompanyService.rebuild_search_keys)


class RolesService(MasterService[RoleRecord, Role], space="roles"):
    """A named set of rights with a scope."""


class AsyncRolesService(AsyncMasterService[RoleRecord, Role], of=RolesService): ...


class OperatorsService(MasterService[OperatorRecord, Operator], space="operators"):
    """A person who works with the system; for hosts with users of their own, a projection of such a user."""


class AsyncOperatorsService(AsyncMasterService[OperatorRecord, Operator], of=OperatorsService): ...


class OperationsService(IdentifiedService[OperationRecord], space="operations"):
    """An act on many records that can be undone. Its operator sees it, and callers who reach every customer."""

    @operation
    def undo(self, id: UUID) -> Undone:
        """Undoes an operation: records become what they were before, except what has changed since. Undoing it again changes nothing."""

    @operation
    def undo_preview(self, id: UUID) -> Undone:
        """What undoing an operation would do; nothing is written."""


class AsyncOperationsService(AsyncIdentifiedService[OperationRecord], of=OperationsService):
    undo = awaited(OperationsService.undo)
    undo_preview = awaited(OperationsService.undo_preview)


class TaxRatesService(MasterService[TaxRateRecord, TaxRate], space="tax_rates"):
    """The rate of a tax code from a day on."""


class AsyncTaxRatesService(AsyncMasterService[TaxRateRecord, TaxRate], of=TaxRatesService): ...


class CompanyProfilesService(MasterService[CompanyProfileRecord, CompanyProfile], space="company_profiles"):
    """The company's identity and calculation policies from a day until the next profile."""


class AsyncCompanyProfilesService(AsyncMasterService[CompanyProfileRecord, CompanyProfile], of=CompanyProfilesService): ...


class DictionaryEntriesService(MasterService[DictionaryEntryRecord, DictionaryEntry], space="dictionary_entries"):
    """An entry of the data dictionary. The entries of a category form a tree."""


class AsyncDictionaryEntriesService(AsyncMasterService[DictionaryEntryRecord, DictionaryEntry], of=DictionaryEntriesService): ...


class CustomFieldsService(MasterService[CustomFieldRecord, CustomField], space="custom_fields"):
    """A custom field of an entity, declared by the host."""


class AsyncCustomFieldsService(AsyncMasterService[CustomFieldRecord, CustomField], of=CustomFieldsService): ...


class PriceListsService(MasterService[PriceListRecord, PriceList], space="price_lists"):
    """A price list."""


class AsyncPriceListsService(AsyncMasterService[PriceListRecord, PriceList], of=PriceListsService): ...


class CustomerGroupsService(MasterService[CustomerGroupRecord, CustomerGroup], space="customer_groups"):
    """A node in the trees of customer groups, nested up to the depth limit. Trees for regions, operators and so on stand side by side, each with its own
    root.
    """


class AsyncCustomerGroupsService(AsyncMasterService[CustomerGroupRecord, CustomerGroup], of=CustomerGroupsService): ...


class CustomersService(MasterService[CustomerRecord, Customer], space="customers"):
    """A customer."""

    @operation
    def card(self, id: UUID) -> CustomerCard:
        """A customer with those of its contacts, addresses, groups and custom fields that the caller may see."""

    @operation
    def figures(self, ids: Sequence[UUID]) -> builtins.list[CustomerFigures]:
        """Derived figures of customers: what they owe, what is overdue, the last delivery, the revenue of twelve months. Customers that the caller
        cannot see are left out; lists are filtered and sorted by the same figures, such as `overdue`.
        """

    @operation
    def reassign(self, filter: Where, to: UUID, *, reason: str | None = None) -> Reassigned:
        """Gives every customer that meets the filter, and that the caller may assign, to another owner. The operation of the answer undoes it."""

    @operation
    def reassign_preview(self, filter: Where, to: UUID) -> ReassignmentPreview:
        """What a reassignment would change, and what is open with the customers; nothing is written."""


class AsyncCustomersService(AsyncMasterService[CustomerRecord, Customer], of=CustomersService):
    card = awaited(CustomersService.card)
    figures = awaited(CustomersService.figures)
    reassign = awaited(CustomersService.reassign)
    reassign_preview = awaited(CustomersService.reassign_preview)


class OwnershipsService(IdentifiedService[OwnershipRecord], space="ownerships"):
    """A customer's owner from a time on, until the next row of the customer. Written with every change of the owner, whatever makes it."""


class AsyncOwnershipsService(AsyncIdentifiedService[OwnershipRecord], of=OwnershipsService): ...


class CustomerGroupMembersService(MasterService[CustomerGroupMemberRecord, CustomerGroupMember], space="customer_group_members"):
    """A customer's membership in a group besides its main group."""


class AsyncCustomerGroupMembersService(AsyncMasterService[CustomerGroupMemberRecord, CustomerGroupMember], of=CustomerGroupMembersService): ...


class ContactsService(MasterService[ContactRecord, Contact], space="contacts"):
    """A contact person at a customer."""


class AsyncContactsService(AsyncMasterService[ContactRecord, Contact], of=ContactsService): ...


class ContactPointsService(MasterService[ContactPointRecord, ContactPoint], space="contact_points"):
    """A way to reach a customer or one of its contacts."""


class AsyncContactPointsService(AsyncMasterService[ContactPointRecord, ContactPoint], of=ContactPointsService): ...


class CustomerAddressesService(MasterService[CustomerAddressRecord, CustomerAddress], space="customer_addresses"):
    """An address of a customer."""


class AsyncCustomerAddressesService(AsyncMasterService[CustomerAddressRecord, CustomerAddress], of=CustomerAddressesService): ...


class ProductGroupsService(MasterService[ProductGroupRecord, ProductGroup], space="product_groups"):
    """A node in the tree of product groups, nested up to the depth limit."""


class AsyncProductGroupsService(AsyncMasterService[ProductGroupRecord, ProductGroup], of=ProductGroupsService): ...


class ProductsService(MasterService[ProductRecord, Product], space="products"):
    """A stocked product, a service, or a kit."""

    @operation
    def resolve(self, text: str, on: datetime.date, *, customer_id: UUID | None = None) -> Resolved:
        """Resolves a typed or scanned text to a product: own code, barcode, supplier or customer code, mnemonic."""


class AsyncProductsService(AsyncMasterService[ProductRecord, Product], of=ProductsService):
    resolve = awaited(ProductsService.resolve)


class ProductUnitsService(MasterService[ProductUnitRecord, ProductUnit], space="product_units"):
    """An additional unit of a product, worth `numerator / denominator` base units."""


class AsyncProductUnitsService(AsyncMasterService[ProductUnitRecord, ProductUnit], of=ProductUnitsService): ...


class ProductCodesService(MasterService[ProductCodeRecord, ProductCode], space="product_codes"):
    """An additional code of a product, optionally for a unit or a packed quantity."""


class AsyncProductCodesService(AsyncMasterService[ProductCodeRecord, ProductCode], of=ProductCodesService): ...


class KitComponentsService(MasterService[KitComponentRecord, KitComponent], space="kit_components"):
    """A component of a kit: a quantity of a product, in its base unit, per kit."""


class AsyncKitComponentsService(AsyncMasterService[KitComponentRecord, KitComponent], of=KitComponentsService): ...


class PriceListItemsService(MasterService[PriceListItemRecord, PriceListItem], space="price_list_items"):
    """A price on a list."""


class AsyncPriceListItemsService(AsyncMasterService[PriceListItemRecord, PriceListItem], of=PriceListItemsService): ...


class CustomerPricesService(MasterService[CustomerPriceRecord, CustomerPrice], space="customer_prices"):
    """A price or discount agreed with a customer for a product."""


class AsyncCustomerPricesService(AsyncMasterService[CustomerPriceRecord, CustomerPrice], of=CustomerPricesService): ...


class ProductCostsService(MasterService[ProductCostRecord, ProductCost], space="product_costs"):
    """The specified unit cost of a product from a day on, until replaced by a later one."""


class AsyncProductCostsService(AsyncMasterService[ProductCostRecord, ProductCost], of=ProductCostsService): ...


class WarehousesService(MasterService[WarehouseRecord, Warehouse], space="warehouses"):
    """A warehouse."""


class AsyncWarehousesService(AsyncMasterService[WarehouseRecord, Warehouse], of=WarehousesService): ...


class StockPoolsService(RecordsService[StockPoolRecord], space="stock_pools"):
    """Quantity and value of a product in the whole company: the state of its costing. The average is derived, never stored."""


class AsyncStockPoolsService(AsyncRecordsService[StockPoolRecord], of=StockPoolsService): ...


class StockBalancesService(RecordsService[StockBalanceRecord], space="stock_balances"):
    """Quantity of a product in one warehouse."""


class AsyncStockBalancesService(AsyncRecordsService[StockBalanceRecord], of=StockBalancesService): ...


class StockLotsService(RecordsService[StockLotRecord], space="stock_lots"):
    """A lot of a product, or a single piece with a serial number: its quantity in the whole company."""


class AsyncStockLotsService(AsyncRecordsService[StockLotRecord], of=StockLotsService): ...


class LotBalancesService(RecordsService[LotBalanceRecord], space="lot_balances"):
    """Quantity of a lot in one warehouse."""


class AsyncLotBalancesService(AsyncRecordsService[LotBalanceRecord], of=LotBalancesService): ...


class StockDocumentsService(IdentifiedService[StockDocumentRecord], space="stock_documents"):
    """A receipt, count or other stock document; a correction is a document of its own that refers to the corrected one."""


class AsyncStockDocumentsService(AsyncIdentifiedService[StockDocumentRecord], of=StockDocumentsService): ...


class QuotesService(IdentifiedService[QuoteRecord], space="quotes"):
    """A quote with all its revisions."""

    @operation
    def create(self, quote: NewQuote) -> QuotePosted:
        """Creates a quote."""

    @operation
    def revise(self, change: QuoteChange) -> QuotePosted:
        """Creates a new revision of a quote."""

    @operation
    def close(self, close: CloseQuote) -> None:
        """Closes a quote as lost or withdrawn."""

    @operation
    def accept(self, acceptance: Acceptance) -> OrderPosted:
        """Accepts a quote in whole or in part and creates an order; repeating the request returns the same order."""

    @operation
    def price_changes(self, quote_id: UUID, today: datetime.date) -> builtins.list[PriceChange]:
        """Prices of a quote that have changed since."""

    @operation
    def status(self, quote_id: UUID, today: datetime.date) -> QuoteStatus:
        """A quote with its lines, their open quantities, and its orders."""

    @operation
    def render(self, revision_id: UUID) -> Any:
        """A quote revision rendered as a document from its own rows."""


class AsyncQuotesService(AsyncIdentifiedService[QuoteRecord], of=QuotesService):
    create = awaited(QuotesService.create)
    revise = awaited(QuotesService.revise)
    close = awaited(QuotesService.close)
    accept = awaited(QuotesService.accept)
    price_changes = awaited(QuotesService.price_changes)
    status = awaited(QuotesService.status)
    render = awaited(QuotesService.render)


class QuoteRevisionsService(IdentifiedService[QuoteRevisionRecord], space="quote_revisions"):
    """A revision of a quote, as sent."""


class AsyncQuoteRevisionsService(AsyncIdentifiedService[QuoteRevisionRecord], of=QuoteRevisionsService): ...


class QuoteLinesService(IdentifiedService[QuoteLineRecord], space="quote_lines"):
    """A line of a quote revision."""


class AsyncQuoteLinesService(AsyncIdentifiedService[QuoteLineRecord], of=QuoteLinesService): ...


class OrdersService(IdentifiedService[SalesOrderRecord], space="orders"):
    """A sales order."""

    @operation
    def create(self, order: NewOrder) -> OrderPosted:
        """Creates an order."""

    @operation
    def deliver(self, delivery: OrderDelivery) -> SalesPosted:
        """Delivers an order in whole or in part."""

    @operation
    def close(self, close: CloseOrder) -> OrderClosed:
        """Closes an order short, or cancels it."""

    @operation
    def status(self, order_id: UUID) -> OrderStatus:
        """An order with its lines and what is still open."""

    @operation
    def reserve(self, reservation: Reserve) -> None:
        """Reserves goods for the open quantities of an order."""

    @operation
    def release(self, release: Release) -> None:
        """Releases goods reserved for an order."""

    @operation
    def render(self, order_id: UUID) -> Any:
        """An order rendered as a document from its own rows."""


class AsyncOrdersService(AsyncIdentifiedService[SalesOrderRecord], of=OrdersService):
    create = awaited(OrdersService.create)
    deliver = awaited(OrdersService.deliver)
    close = awaited(OrdersService.close)
    status = awaited(OrdersService.status)
    reserve = awaited(OrdersService.reserve)
    release = awaited(OrdersService.release)
    render = awaited(OrdersService.render)


class OrderLinesService(IdentifiedService[SalesOrderLineRecord], space="order_lines"):
    """An order line and the quantity delivered so far."""


class AsyncOrderLinesService(AsyncIdentifiedService[SalesOrderLineRecord], of=OrderLinesService): ...


class ReservationsService(RecordsService[ReservationRecord], space="reservations"):
    """The quantity of a product reserved for an order line; for a kit, one row for each of its components."""


class AsyncReservationsService(AsyncRecordsService[ReservationRecord], of=ReservationsService): ...


class SalesDocumentsService(IdentifiedService[SalesDocumentRecord], space="sales_documents"):
    """A delivery, a customer return or a credit note."""


class AsyncSalesDocumentsService(AsyncIdentifiedService[SalesDocumentRecord], of=SalesDocumentsService): ...


class SalesLinesService(IdentifiedService[SalesLineRecord], space="sales_lines"):
    """A line of a delivery, return or credit note."""


class AsyncSalesLinesService(AsyncIdentifiedService[SalesLineRecord], of=SalesLinesService): ...


class StockMovementsService(IdentifiedService[StockMovementRecord], space="stock_movements"):
    """A movement of one product: the ledger from which stock and cost are derived."""


class AsyncStockMovementsService(AsyncIdentifiedService[StockMovementRecord], of=StockMovementsService): ...


class CostVariancesService(IdentifiedService[CostVarianceRecord], space="cost_variances"):
    """A difference between what was paid or charged and the value of stock; a cost if positive, a gain if negative."""


class AsyncCostVariancesService(AsyncIdentifiedService[CostVarianceRecord], of=CostVariancesService): ...


class CostCorrectionsService(IdentifiedService[CostCorrectionRecord], space="cost_corrections"):
    """A later correction of the cost of a delivered or returned line. The line keeps the cost it was posted with; its effective cost is that plus the
    corrections.
    """


class AsyncCostCorrectionsService(AsyncIdentifiedService[CostCorrectionRecord], of=CostCorrectionsService): ...


class PaymentsService(IdentifiedService[PaymentRecord], space="payments"):
    """A payment received from a customer."""


class AsyncPaymentsService(AsyncIdentifiedService[PaymentRecord], of=PaymentsService): ...


class AdjustmentsService(IdentifiedService[AdjustmentRecord], space="adjustments"):
    """A refund, write-off, cancellation or rescheduling: a document that corrects others, which never change."""


class AsyncAdjustmentsService(AsyncIdentifiedService[AdjustmentRecord], of=AdjustmentsService): ...


class OpenItemsService(IdentifiedService[OpenItemRecord], space="open_items"):
    """A receivable (positive) or credit (negative) that is settled over time; one per instalment of a document. A customer's balance on a day is the sum
    of the amounts dated up to it.
    """


class AsyncOpenItemsService(AsyncIdentifiedService[OpenItemRecord], of=OpenItemsService): ...


class AllocationsService(IdentifiedService[AllocationRecord], space="allocations"):
    """The allocation of a credit to a receivable of the same customer on a day, or the reversal of one."""


class AsyncAllocationsService(AsyncIdentifiedService[AllocationRecord], of=AllocationsService): ...


class AuditService(IdentifiedService[AuditEntryRecord], space="audit"):
    """One change of one record, or one refusal."""


class AsyncAuditService(AsyncIdentifiedService[AuditEntryRecord], of=AuditService): ...


class FeedService(RecordsService[FeedEntryRecord], space="feed"):
    """A change, for programs that follow the feed."""


class AsyncFeedService(AsyncRecordsService[FeedEntryRecord], of=FeedService): ...


class DictionaryService(Service, space="dictionary"):
    """The data dictionary."""

    @operation
    def merge(self, from_: UUID, into: UUID) -> Merged:
        """Merges one dictionary entry into another: replaces every reference to it and deletes it."""

    @operation
    def merge_preview(self, from_: UUID, into: UUID) -> MergePreview:
        """What a merge would change; nothing is written."""


class AsyncDictionaryService(AsyncService, of=DictionaryService):
    merge = awaited(DictionaryService.merge)
    merge_preview = awaited(DictionaryService.merge_preview)


class PricingService(Service, space="pricing"):
    """Prices, what was paid before, and the policy of prices."""

    @operation
    def price(self, day: datetime.date, line: PriceLine, *, customer_id: UUID | None = None, currency: str | None = None) -> Priced | None:
        """The price of a product for a customer on a day, and where it comes from; none if no list or agreement gives one."""

    @operation
    def price_all(
        self, day: datetime.date, lines: Sequence[PriceLine], *, customer_id: UUID | None = None, currency: str | None = None,
    ) -> list[Priced | None]:
        """The prices of several products, as on one document."""

    @operation
    def settings(self) -> PriceSettings:
        """The pricing settings."""

    @operation
    def set_settings(self, settings: PriceSettings) -> None:
        """Replaces the pricing settings."""

    @operation
    def price_history(self, customer_id: UUID, product_id: UUID, lines: int) -> list[PastPrice]:
        """The last delivered lines of a product for a customer, latest first."""

    @operation
    def usual_basket(self, customer_id: UUID, since: datetime.date, as_of: datetime.date) -> list[BasketItem]:
        """What a customer usually buys, from its deliveries in a period."""

    @operation
    def copy_last_delivery(self, customer_id: UUID) -> LastDelivery | None:
        """A customer's last delivery, as lines for a new one."""


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
        """Posts a goods receipt."""

    @operation
    def count(self, count: NewCount) -> StockPosted:
        """Posts a stock count."""

    @operation
    def transfer(self, transfer: NewTransfer) -> StockPosted:
        """Transfers goods between warehouses."""

    @operation
    def return_to_supplier(self, supplier_return: NewSupplierReturn) -> StockPosted:
        """Returns goods to a supplier."""

    @operation
    def reverse(self, reversal: Reverse) -> StockPosted:
        """Reverses a stock document."""

    @operation
    def receivers_of_lot(self, product_id: UUID, lot: str) -> list[LotReceiver]:
        """The customers that received goods of a lot."""

    @operation
    def propose_lots(self, product_id: UUID, warehouse_id: UUID, quantity: Decimal, day: datetime.date) -> list[LotProposal]:
        """Proposes the lots to pick for a product in a warehouse on a day: first expired, first out."""

    @operation
    def available(self, product_id: UUID, at: datetime.datetime) -> list[Availability]:
        """On-hand, reserved and available quantities of a product in each warehouse."""

    @operation
    def revalue(self, revaluation: Revalue) -> StockPosted:
        """Revalues the stock on hand."""

    @operation
    def set_unit_cost(self, cost: SetUnitCost) -> StockPosted:
        """Sets the unit cost of the stock on hand."""

    @operation
    def add_cost(self, cost: AddCost) -> StockPosted:
        """Adds a cost that became known after a receipt."""

    @operation
    def correct_receipt_price(self, correction: CorrectPrice) -> StockPosted:
        """Corrects the unit price of a receipt line."""

    @operation
    def correct_receipt_quantity(self, correction: CorrectQuantity) -> StockPosted:
        """Corrects the quantity of a receipt line."""

    @operation
    def change_method(self, change: ChangeMethod) -> StockPosted:
        """Changes a product's costing method and carries its value over."""

    @operation
    def recost_preview(self, product_id: UUID, from_: datetime.date) -> RecostPreview:
        """Previews a recalculation of a product's costs; nothing is written."""

    @operation
    def recost(self, recost: NewRecost) -> StockPosted:
        """Recalculates a product's costs in order of days."""


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
        """Posts a delivery: issues stock and creates a receivable."""

    @operation
    def return_goods(self, goods: NewReturn) -> SalesPosted:
        """Posts a customer return."""

    @operation
    def credit(self, note: NewCreditNote) -> SalesPosted:
        """Posts a credit note without goods."""

    @operation
    def reverse(self, reversal: Reversal) -> SalesPosted:
        """Reverses a delivery, return or credit note with a document of its own."""

    @operation
    def copy(self, document_id: UUID, day: datetime.date) -> NewDelivery:
        """A delivery as a draft for a new one."""

    @operation
    def render(self, document_id: UUID) -> Any:
        """A document rendered from its own rows."""

    @operation
    def profit(self, by: ProfitBy, *, filter: Annotated[Filter | Mapping[str, Any], Any] | None = None) -> list[ProfitRow]:
        """Sales, cost and profit by month, customer, salesperson, product and so on; the filter is on sales lines."""


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
        """Posts a payment and allocates it to receivables as requested."""

    @operation
    def allocate(self, allocation: NewAllocation) -> None:
        """Allocates a credit to a receivable."""

    @operation
    def allocate_credit(self, allocation: NewCreditAllocation) -> Money | None:
        """Allocates a credit to receivables as requested and returns the amount allocated."""

    @operation
    def deallocate(self, deallocation: Deallocation) -> None:
        """Reverses an allocation."""

    @operation
    def refund(self, refund: NewRefund) -> AdjustmentPosted:
        """Refunds a credit."""

    @operation
    def write_off(self, write_off: NewWriteOff) -> AdjustmentPosted:
        """Writes off what is open on a receivable or credit."""

    @operation
    def cancel_payment(self, cancellation: PaymentCancellation) -> AdjustmentPosted:
        """Cancels a bounced or void payment."""

    @operation
    def cancel_adjustment(self, cancellation: AdjustmentCancellation) -> AdjustmentPosted:
        """Cancels a refund, a write-off or another adjustment."""

    @operation
    def cancel_opening(self, cancellation: OpeningCancellation) -> AdjustmentPosted:
        """Cancels opening items imported from previous books, so that they can be imported again."""

    @operation
    def reschedule(self, rescheduling: Rescheduling) -> AdjustmentPosted:
        """Changes the due dates of what is open on a document."""

    @operation
    def free_prepayments(self, freed: FreedPrepayments) -> Money | None:
        """Releases the prepayments of an order and returns the amount."""

    @operation
    def ageing(self, query: AgeingQuery) -> Ageing:
        """Receivables on a day, in buckets of days past due."""

    @operation
    def ageing_by(self, by: AgeingBy, query: AgeingQuery) -> list[AgeingRow]:
        """Ageing with one row per customer, payer or salesperson."""

    @operation
    def aged_items(self, query: AgeingQuery) -> list[AgedItem]:
        """The open items behind an ageing."""

    @operation
    def balance(self, customer_id: UUID, as_of: datetime.date, currency: str) -> Money:
        """A customer's balance on a day, net of credits."""

    @operation
    def statement(self, of: AccountOf, from_: datetime.date, to: datetime.date, currency: str) -> Statement:
        """The statement of account for a period."""

    @operation
    def credit_state(self, customer_id: UUID, day: datetime.date) -> CreditState:
        """A customer's credit limit and the exposure counted against it."""

    @operation
    def figures(self, of: AccountOf, as_of: datetime.date, currency: str) -> AccountFigures:
        """The amounts owed, overdue and in credit."""

    @operation
    def document_status(self, document_id: UUID, as_of: datetime.date) -> Settled | None:
        """The payment status of a document."""

    @operation
    def order_status(self, customer_id: UUID, order_id: UUID, total: Money, as_of: datetime.date) -> Settled:
        """The payment status of an order, from its prepayments and its deliveries."""

    @operation
    def reminders(self, query: AgeingQuery, levels: Sequence[int]) -> list[Reminder]:
        """Receivables due for dunning, with their dunning level."""


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
        """Checks an opening workbook, or applies it as one act. Problems in rows are not errors: the report lists them, with reasons in the given
        language (`en`, `es` or `zh`; English by default), along with how each sheet and column was interpreted and what was skipped.
        """

    @operation
    def examine_workbook(self, workbook: FileSource, *, reading: ReadingOptions | None = None, language: str | None = None) -> WorkbookPlan:
        """Examines an opening workbook and reports what would be read, what would not, and why, in the given language (English by default). The options
        in the report can be corrected, saved, and used for the next file of the same kind.
        """

    @operation
    def annotate_workbook(
        self, workbook: FileSource, options: OpeningOptions, language: str, to: FilePath, *, overwrite: bool | None = None,
        reading: ReadingOptions | None = None,
    ) -> OpeningReport:
        """Checks an opening workbook without applying it and writes a copy with every problem marked on its row: an .xlsx is copied with marks, a text
        file gets a column of problems (or becomes an .xlsx if `to` says so), other formats become an .xlsx. An existing file is overwritten only if
        requested, a link never.
        """

    @operation
    def annotated_workbook(
        self, workbook: FileSource, options: OpeningOptions, language: str, *, reading: ReadingOptions | None = None, as_xlsx: bool | None = None,
    ) -> AnnotatedWorkbook:
        """Checks an opening workbook without applying it and returns a copy with every problem marked on its row, as `annotate_workbook` writes it."""

    @operation
    def write_template(
        self, to: FilePath, language: str, *, tax_codes: Sequence[str] | None = None, customer_groups: Sequence[str] | None = None,
        product_groups: Sequence[str] | None = None, warehouses: Sequence[str] | None = None, overwrite: bool | None = None,
    ) -> None:
        """Writes a blank opening workbook as .xlsx. Needs the right to import. An existing file is overwritten only if requested, a link never."""

    @operation
    def template(
        self, language: str, *, tax_codes: Sequence[str] | None = None, customer_groups: Sequence[str] | None = None,
        product_groups: Sequence[str] | None = None, warehouses: Sequence[str] | None = None,
    ) -> bytes:
        """Returns a blank opening workbook as .xlsx. Needs the right to import."""


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
        """Recomputes the books from the ledgers; any difference is an error."""

    @operation
    def today(self) -> datetime.date:
        """The day in the session's time zone, by the library's clock."""

    company = Offered(CompanyService)
    roles = Offered(RolesService)
    operators = Offered(OperatorsService)
    operations = Offered(OperationsService)
    tax_rates = Offered(TaxRatesService)
    company_profiles = Offered(CompanyProfilesService)
    dictionary_entries = Offered(DictionaryEntriesService)
    custom_fields = Offered(CustomFieldsService)
    price_lists = Offered(PriceListsService)
    customer_groups = Offered(CustomerGroupsService)
    customers = Offered(CustomersService)
    ownerships = Offered(OwnershipsService)
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
    today = awaited(Session.today)

    company = Offered(AsyncCompanyService)
    roles = Offered(AsyncRolesService)
    operators = Offered(AsyncOperatorsService)
    operations = Offered(AsyncOperationsService)
    tax_rates = Offered(AsyncTaxRatesService)
    company_profiles = Offered(AsyncCompanyProfilesService)
    dictionary_entries = Offered(AsyncDictionaryEntriesService)
    custom_fields = Offered(AsyncCustomFieldsService)
    price_lists = Offered(AsyncPriceListsService)
    customer_groups = Offered(AsyncCustomerGroupsService)
    customers = Offered(AsyncCustomersService)
    ownerships = Offered(AsyncOwnershipsService)
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
        """Migrates the schema and returns the names of the steps applied."""

    @operation
    def missing_steps(self) -> list[str]:
        """The schema migrations still to be applied; nothing is changed."""

    @operation
    def create_company(self, name: str, currency: str, operator: Operator, *, money_step: Decimal | None = None) -> CompanyCreated:
        """Creates a company with the preset roles and its first operator; amounts are rounded to the given money step, by default that of the currency."""

    @opens
    def act_as(
        self, company_id: UUID, operator_id: UUID, *, roles: Sequence[str] | None = None, groups: Sequence[UUID] | None = None,
        on_behalf_of: str | None = None, request_id: str | None = None, zone: str | None = None, locale: str | None = None,
    ) -> Session:
        """Opens a session on behalf of an operator, with the roles and groups that the host supplies, or else those stored for the operator. Its days
        are in the given time zone, or else in that of the company's profile, or in UTC; the locale is a language tag such as `es-MX`.
        """


class AsyncCrm(AsyncCrmBase, of=Crm):
    """An open library, for asyncio; `async with` closes it in the end.

    A coroutine that is cancelled stops waiting; its call may still take place. Give a call that must not happen twice a key.
    """

    @opens
    async def act_as(
        self, company_id: UUID, operator_id: UUID, *, roles: Sequence[str] | None = None, groups: Sequence[UUID] | None = None,
        on_behalf_of: str | None = None, request_id: str | None = None, zone: str | None = None, locale: str | None = None,
    ) -> AsyncSession:
        """Opens a session on behalf of an operator, with the roles and groups that the host supplies, or else those stored for the operator. Its days
        are in the given time zone, or else in that of the company's profile, or in UTC; the locale is a language tag such as `es-MX`.
        """

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
