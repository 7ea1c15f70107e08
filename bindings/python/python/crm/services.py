# Written by bindings/generate from api.json; not to be changed by hand.
"""What can be asked of the library, service by service, on the caller's thread and with asyncio."""

from __future__ import annotations

import builtins
import datetime
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

from ._client import AsyncCrmBase, AsyncService, AsyncSessionBase, CrmBase, Service, SessionBase
from ._codec import ChangesOf, FilterOf, Names, Operation, Page
from .fields import (
    AdjustmentFields,
    AllocationFields,
    AuditEntryFields,
    CompanyFields,
    CompanyProfileFields,
    ContactFields,
    ContactPointFields,
    CostCorrectionFields,
    CostVarianceFields,
    CustomFieldFields,
    CustomerAddressFields,
    CustomerFields,
    CustomerGroupFields,
    CustomerGroupMemberFields,
    CustomerPriceFields,
    DictionaryEntryFields,
    FeedEntryFields,
    KitComponentFields,
    LotBalanceFields,
    OpenItemFields,
    OperatorFields,
    PaymentFields,
    PriceListFields,
    PriceListItemFields,
    ProductCodeFields,
    ProductCostFields,
    ProductFields,
    ProductGroupFields,
    ProductUnitFields,
    QuoteFields,
    QuoteLineFields,
    QuoteRevisionFields,
    ReservationFields,
    RoleFields,
    SalesDocumentFields,
    SalesLineFields,
    SalesOrderFields,
    SalesOrderLineFields,
    StockBalanceFields,
    StockDocumentFields,
    StockLotFields,
    StockMovementFields,
    StockPoolFields,
    TaxRateFields,
    WarehouseFields,
)
from .files import FilePath, FileSource
from .filters import Change, Field, Filter
from .models import (
    Acceptance,
    AccountFigures,
    AccountOf,
    AddCost,
    AdjustmentCancellation,
    AdjustmentPosted,
    AdjustmentRecord,
    AgedItem,
    Ageing,
    AgeingBy,
    AgeingQuery,
    AgeingRow,
    AllocationRecord,
    AnnotatedWorkbook,
    AuditEntryRecord,
    Availability,
    BasketItem,
    ChangeMethod,
    CloseOrder,
    CloseQuote,
    Company,
    CompanyCreated,
    CompanyProfile,
    CompanyProfileRecord,
    CompanyProfileUpserted,
    CompanyRecord,
    Contact,
    ContactPoint,
    ContactPointRecord,
    ContactPointUpserted,
    ContactRecord,
    ContactUpserted,
    CorrectPrice,
    CorrectQuantity,
    CostCorrectionRecord,
    CostVarianceRecord,
    CreditState,
    CustomField,
    CustomFieldRecord,
    CustomFieldUpserted,
    Customer,
    CustomerAddress,
    CustomerAddressRecord,
    CustomerAddressUpserted,
    CustomerCard,
    CustomerGroup,
    CustomerGroupMember,
    CustomerGroupMemberRecord,
    CustomerGroupMemberUpserted,
    CustomerGroupRecord,
    CustomerGroupUpserted,
    CustomerPrice,
    CustomerPriceRecord,
    CustomerPriceUpserted,
    CustomerRecord,
    CustomerUpserted,
    Deallocation,
    DictionaryEntry,
    DictionaryEntryRecord,
    DictionaryEntryUpserted,
    ExternalKey,
    FeedEntryRecord,
    FreedPrepayments,
    KitComponent,
    KitComponentRecord,
    KitComponentUpserted,
    LastDelivery,
    LotBalanceRecord,
    LotProposal,
    LotReceiver,
    Merged,
    Money,
    NewAllocation,
    NewCount,
    NewCreditAllocation,
    NewCreditNote,
    NewDelivery,
    NewOrder,
    NewPayment,
    NewQuote,
    NewReceipt,
    NewRecost,
    NewRefund,
    NewReturn,
    NewSupplierReturn,
    NewTransfer,
    NewWriteOff,
    OpenItemRecord,
    OpeningCancellation,
    OpeningOptions,
    OpeningReport,
    Operator,
    OperatorRecord,
    OperatorUpserted,
    OrderClosed,
    OrderDelivery,
    OrderPosted,
    OrderStatus,
    PastPrice,
    PaymentCancellation,
    PaymentPosted,
    PaymentRecord,
    PriceChange,
    PriceLine,
    PriceList,
    PriceListItem,
    PriceListItemRecord,
    PriceListItemUpserted,
    PriceListRecord,
    PriceListUpserted,
    PriceSettings,
    Priced,
    Product,
    ProductCode,
    ProductCodeRecord,
    ProductCodeUpserted,
    ProductCost,
    ProductCostRecord,
    ProductCostUpserted,
    ProductGroup,
    ProductGroupRecord,
    ProductGroupUpserted,
    ProductRecord,
    ProductUnit,
    ProductUnitRecord,
    ProductUnitUpserted,
    ProductUpserted,
    ProfitBy,
    ProfitRow,
    QuoteChange,
    QuoteLineRecord,
    QuotePosted,
    QuoteRecord,
    QuoteRevisionRecord,
    QuoteStatus,
    ReadingOptions,
    RecostPreview,
    Release,
    Reminder,
    Rescheduling,
    ReservationRecord,
    Reserve,
    Resolved,
    Revalue,
    Reversal,
    Reverse,
    Role,
    RoleRecord,
    RoleUpserted,
    SalesDocumentRecord,
    SalesLineRecord,
    SalesOrderLineRecord,
    SalesOrderRecord,
    SalesPosted,
    SessionOpened,
    SetUnitCost,
    Settled,
    Statement,
    StockBalanceRecord,
    StockDocumentRecord,
    StockLotRecord,
    StockMovementRecord,
    StockPoolRecord,
    StockPosted,
    TaxPolicy,
    TaxRate,
    TaxRateRecord,
    TaxRateUpserted,
    UpsertMode,
    Verified,
    Warehouse,
    WarehouseRecord,
    WarehouseUpserted,
    WorkbookPlan,
)
from .pages import AsyncPages, Pages

__all__ = [
    "AdjustmentsService",
    "AllocationsService",
    "AsyncAdjustmentsService",
    "AsyncAllocationsService",
    "AsyncAuditService",
    "AsyncCompaniesService",
    "AsyncCompanyProfilesService",
    "AsyncCompanyService",
    "AsyncContactPointsService",
    "AsyncContactsService",
    "AsyncCostCorrectionsService",
    "AsyncCostVariancesService",
    "AsyncCrm",
    "AsyncCustomFieldsService",
    "AsyncCustomerAddressesService",
    "AsyncCustomerGroupMembersService",
    "AsyncCustomerGroupsService",
    "AsyncCustomerPricesService",
    "AsyncCustomersService",
    "AsyncDictionaryEntriesService",
    "AsyncDictionaryService",
    "AsyncFeedService",
    "AsyncKitComponentsService",
    "AsyncLotBalancesService",
    "AsyncOpenItemsService",
    "AsyncOpeningService",
    "AsyncOperatorsService",
    "AsyncOrderLinesService",
    "AsyncOrderRecordsService",
    "AsyncOrdersService",
    "AsyncPaymentsService",
    "AsyncPriceListItemsService",
    "AsyncPriceListsService",
    "AsyncPricingService",
    "AsyncProductCodesService",
    "AsyncProductCostsService",
    "AsyncProductGroupsService",
    "AsyncProductUnitsService",
    "AsyncProductsService",
    "AsyncQuoteLinesService",
    "AsyncQuoteRecordsService",
    "AsyncQuoteRevisionsService",
    "AsyncQuotesService",
    "AsyncReceivablesService",
    "AsyncReservationsService",
    "AsyncRolesService",
    "AsyncSalesDocumentsService",
    "AsyncSalesLinesService",
    "AsyncSalesService",
    "AsyncSession",
    "AsyncStockBalancesService",
    "AsyncStockDocumentsService",
    "AsyncStockLotsService",
    "AsyncStockMovementsService",
    "AsyncStockPoolsService",
    "AsyncStockService",
    "AsyncTaxRatesService",
    "AsyncWarehousesService",
    "AuditService",
    "CompaniesService",
    "CompanyProfilesService",
    "CompanyService",
    "ContactPointsService",
    "ContactsService",
    "CostCorrectionsService",
    "CostVariancesService",
    "Crm",
    "CustomFieldsService",
    "CustomerAddressesService",
    "CustomerGroupMembersService",
    "CustomerGroupsService",
    "CustomerPricesService",
    "CustomersService",
    "DictionaryEntriesService",
    "DictionaryService",
    "FeedService",
    "KitComponentsService",
    "LotBalancesService",
    "OpenItemsService",
    "OpeningService",
    "OperatorsService",
    "OrderLinesService",
    "OrderRecordsService",
    "OrdersService",
    "PaymentsService",
    "PriceListItemsService",
    "PriceListsService",
    "PricingService",
    "ProductCodesService",
    "ProductCostsService",
    "ProductGroupsService",
    "ProductUnitsService",
    "ProductsService",
    "QuoteLinesService",
    "QuoteRecordsService",
    "QuoteRevisionsService",
    "QuotesService",
    "ReceivablesService",
    "ReservationsService",
    "RolesService",
    "SalesDocumentsService",
    "SalesLinesService",
    "SalesService",
    "Session",
    "StockBalancesService",
    "StockDocumentsService",
    "StockLotsService",
    "StockMovementsService",
    "StockPoolsService",
    "StockService",
    "TaxRatesService",
    "WarehousesService",
]


_CRM_MIGRATE: Operation[list[str]] = Operation("crm.migrate", {}, {}, list[str])
_CRM_MISSING_STEPS: Operation[list[str]] = Operation("crm.missing_steps", {}, {}, list[str])
_CRM_CREATE_COMPANY: Operation[CompanyCreated] = Operation(
    "crm.create_company",
    {"name": str, "currency": str, "operator": Operator},
    {"money_step": Decimal | None},
    CompanyCreated,
)
_CRM_ACT_AS: Operation[SessionOpened] = Operation(
    "crm.act_as",
    {"company_id": UUID, "operator_id": UUID},
    {"roles": list[str] | None, "groups": list[UUID] | None, "on_behalf_of": str | None, "request_id": str | None},
    SessionOpened,
)

_COMPANIES_LIST: Operation[Page[CompanyRecord]] = Operation(
    "companies.list",
    {},
    {"filter": FilterOf(CompanyFields), "sort": Names(CompanyFields, many=True), "limit": int | None, "after": str | None},
    Page[CompanyRecord],
)
_COMPANIES_COUNT: Operation[int] = Operation("companies.count", {}, {"filter": FilterOf(CompanyFields)}, int)
_COMPANIES_REPORT: Operation[list[list[Any]]] = Operation(
    "companies.report",
    {},
    {"by": Names(CompanyFields, many=True), "by_month": Names(CompanyFields, many=False), "sum": Names(CompanyFields, many=True), "filter": FilterOf(CompanyFields)},
    list[list[Any]],
)
_COMPANIES_GET: Operation[CompanyRecord] = Operation("companies.get", {"id": UUID}, {}, CompanyRecord)
_COMPANIES_FIND: Operation[CompanyRecord | None] = Operation("companies.find", {"id": UUID}, {}, CompanyRecord | None)

_CUSTOMERS_LIST: Operation[Page[CustomerRecord]] = Operation(
    "customers.list",
    {},
    {"filter": FilterOf(CustomerFields), "sort": Names(CustomerFields, many=True), "limit": int | None, "after": str | None},
    Page[CustomerRecord],
)
_CUSTOMERS_COUNT: Operation[int] = Operation("customers.count", {}, {"filter": FilterOf(CustomerFields)}, int)
_CUSTOMERS_REPORT: Operation[list[list[Any]]] = Operation(
    "customers.report",
    {},
    {"by": Names(CustomerFields, many=True), "by_month": Names(CustomerFields, many=False), "sum": Names(CustomerFields, many=True), "filter": FilterOf(CustomerFields)},
    list[list[Any]],
)
_CUSTOMERS_GET: Operation[CustomerRecord] = Operation("customers.get", {"id": UUID}, {}, CustomerRecord)
_CUSTOMERS_FIND: Operation[CustomerRecord | None] = Operation("customers.find", {"id": UUID}, {}, CustomerRecord | None)
_CUSTOMERS_CREATE: Operation[CustomerRecord] = Operation(
    "customers.create",
    {"data": Customer},
    {"custom": dict[str, Any] | None},
    CustomerRecord,
)
_CUSTOMERS_CREATE_MANY: Operation[list[CustomerRecord]] = Operation(
    "customers.create_many",
    {"data": list[Customer]},
    {},
    list[CustomerRecord],
)
_CUSTOMERS_UPDATE: Operation[CustomerRecord] = Operation(
    "customers.update",
    {"record": CustomerRecord},
    {"custom": dict[str, Any] | None},
    CustomerRecord,
)
_CUSTOMERS_PATCH: Operation[CustomerRecord] = Operation(
    "customers.patch",
    {"id": UUID, "changes": ChangesOf(CustomerFields, Customer)},
    {"version": int | None, "custom": dict[str, Any] | None},
    CustomerRecord,
)
_CUSTOMERS_DELETE: Operation[None] = Operation("customers.delete", {"record": CustomerRecord}, {}, None)
_CUSTOMERS_UPSERT: Operation[CustomerUpserted] = Operation(
    "customers.upsert",
    {"key": ExternalKey, "changes": ChangesOf(CustomerFields, Customer)},
    {"mode": UpsertMode | None, "custom": dict[str, Any] | None},
    CustomerUpserted,
)
_CUSTOMERS_FIND_EXTERNAL: Operation[CustomerRecord | None] = Operation(
    "customers.find_external",
    {"key": ExternalKey},
    {},
    CustomerRecord | None,
)
_CUSTOMERS_EXTERNAL_KEYS: Operation[list[ExternalKey]] = Operation("customers.external_keys", {"id": UUID}, {}, list[ExternalKey])
_CUSTOMERS_BIND_EXTERNAL: Operation[None] = Operation("customers.bind_external", {"id": UUID, "key": ExternalKey}, {}, None)
_CUSTOMERS_UNBIND_EXTERNAL: Operation[None] = Operation("customers.unbind_external", {"id": UUID, "key": ExternalKey}, {}, None)
_CUSTOMERS_CUSTOM_OF: Operation[dict[str, Any]] = Operation("customers.custom_of", {"id": UUID}, {}, dict[str, Any])
_CUSTOMERS_SET_CUSTOM: Operation[None] = Operation("customers.set_custom", {"id": UUID, "custom": dict[str, Any]}, {}, None)
_CUSTOMERS_CARD: Operation[CustomerCard] = Operation("customers.card", {"id": UUID}, {}, CustomerCard)

_CUSTOMER_GROUPS_LIST: Operation[Page[CustomerGroupRecord]] = Operation(
    "customer_groups.list",
    {},
    {"filter": FilterOf(CustomerGroupFields), "sort": Names(CustomerGroupFields, many=True), "limit": int | None, "after": str | None},
    Page[CustomerGroupRecord],
)
_CUSTOMER_GROUPS_COUNT: Operation[int] = Operation("customer_groups.count", {}, {"filter": FilterOf(CustomerGroupFields)}, int)
_CUSTOMER_GROUPS_REPORT: Operation[list[list[Any]]] = Operation(
    "customer_groups.report",
    {},
    {"by": Names(CustomerGroupFields, many=True), "by_month": Names(CustomerGroupFields, many=False), "sum": Names(CustomerGroupFields, many=True), "filter": FilterOf(CustomerGroupFields)},
    list[list[Any]],
)
_CUSTOMER_GROUPS_GET: Operation[CustomerGroupRecord] = Operation("customer_groups.get", {"id": UUID}, {}, CustomerGroupRecord)
_CUSTOMER_GROUPS_FIND: Operation[CustomerGroupRecord | None] = Operation(
    "customer_groups.find",
    {"id": UUID},
    {},
    CustomerGroupRecord | None,
)
_CUSTOMER_GROUPS_CREATE: Operation[CustomerGroupRecord] = Operation(
    "customer_groups.create",
    {"data": CustomerGroup},
    {"custom": dict[str, Any] | None},
    CustomerGroupRecord,
)
_CUSTOMER_GROUPS_CREATE_MANY: Operation[list[CustomerGroupRecord]] = Operation(
    "customer_groups.create_many",
    {"data": list[CustomerGroup]},
    {},
    list[CustomerGroupRecord],
)
_CUSTOMER_GROUPS_UPDATE: Operation[CustomerGroupRecord] = Operation(
    "customer_groups.update",
    {"record": CustomerGroupRecord},
    {"custom": dict[str, Any] | None},
    CustomerGroupRecord,
)
_CUSTOMER_GROUPS_PATCH: Operation[CustomerGroupRecord] = Operation(
    "customer_groups.patch",
    {"id": UUID, "changes": ChangesOf(CustomerGroupFields, CustomerGroup)},
    {"version": int | None, "custom": dict[str, Any] | None},
    CustomerGroupRecord,
)
_CUSTOMER_GROUPS_DELETE: Operation[None] = Operation("customer_groups.delete", {"record": CustomerGroupRecord}, {}, None)
_CUSTOMER_GROUPS_UPSERT: Operation[CustomerGroupUpserted] = Operation(
    "customer_groups.upsert",
    {"key": ExternalKey, "changes": ChangesOf(CustomerGroupFields, CustomerGroup)},
    {"mode": UpsertMode | None, "custom": dict[str, Any] | None},
    CustomerGroupUpserted,
)
_CUSTOMER_GROUPS_FIND_EXTERNAL: Operation[CustomerGroupRecord | None] = Operation(
    "customer_groups.find_external",
    {"key": ExternalKey},
    {},
    CustomerGroupRecord | None,
)
_CUSTOMER_GROUPS_EXTERNAL_KEYS: Operation[list[ExternalKey]] = Operation(
    "customer_groups.external_keys",
    {"id": UUID},
    {},
    list[ExternalKey],
)
_CUSTOMER_GROUPS_BIND_EXTERNAL: Operation[None] = Operation("customer_groups.bind_external", {"id": UUID, "key": ExternalKey}, {}, None)
_CUSTOMER_GROUPS_UNBIND_EXTERNAL: Operation[None] = Operation("customer_groups.unbind_external", {"id": UUID, "key": ExternalKey}, {}, None)
_CUSTOMER_GROUPS_CUSTOM_OF: Operation[dict[str, Any]] = Operation("customer_groups.custom_of", {"id": UUID}, {}, dict[str, Any])
_CUSTOMER_GROUPS_SET_CUSTOM: Operation[None] = Operation("customer_groups.set_custom", {"id": UUID, "custom": dict[str, Any]}, {}, None)

_CUSTOMER_GROUP_MEMBERS_LIST: Operation[Page[CustomerGroupMemberRecord]] = Operation(
    "customer_group_members.list",
    {},
    {"filter": FilterOf(CustomerGroupMemberFields), "sort": Names(CustomerGroupMemberFields, many=True), "limit": int | None, "after": str | None},
    Page[CustomerGroupMemberRecord],
)
_CUSTOMER_GROUP_MEMBERS_COUNT: Operation[int] = Operation(
    "customer_group_members.count",
    {},
    {"filter": FilterOf(CustomerGroupMemberFields)},
    int,
)
_CUSTOMER_GROUP_MEMBERS_REPORT: Operation[list[list[Any]]] = Operation(
    "customer_group_members.report",
    {},
    {"by": Names(CustomerGroupMemberFields, many=True), "by_month": Names(CustomerGroupMemberFields, many=False), "sum": Names(CustomerGroupMemberFields, many=True), "filter": FilterOf(CustomerGroupMemberFields)},
    list[list[Any]],
)
_CUSTOMER_GROUP_MEMBERS_GET: Operation[CustomerGroupMemberRecord] = Operation(
    "customer_group_members.get",
    {"id": UUID},
    {},
    CustomerGroupMemberRecord,
)
_CUSTOMER_GROUP_MEMBERS_FIND: Operation[CustomerGroupMemberRecord | None] = Operation(
    "customer_group_members.find",
    {"id": UUID},
    {},
    CustomerGroupMemberRecord | None,
)
_CUSTOMER_GROUP_MEMBERS_CREATE: Operation[CustomerGroupMemberRecord] = Operation(
    "customer_group_members.create",
    {"data": CustomerGroupMember},
    {"custom": dict[str, Any] | None},
    CustomerGroupMemberRecord,
)
_CUSTOMER_GROUP_MEMBERS_CREATE_MANY: Operation[list[CustomerGroupMemberRecord]] = Operation(
    "customer_group_members.create_many",
    {"data": list[CustomerGroupMember]},
    {},
    list[CustomerGroupMemberRecord],
)
_CUSTOMER_GROUP_MEMBERS_UPDATE: Operation[CustomerGroupMemberRecord] = Operation(
    "customer_group_members.update",
    {"record": CustomerGroupMemberRecord},
    {"custom": dict[str, Any] | None},
    CustomerGroupMemberRecord,
)
_CUSTOMER_GROUP_MEMBERS_PATCH: Operation[CustomerGroupMemberRecord] = Operation(
    "customer_group_members.patch",
    {"id": UUID, "changes": ChangesOf(CustomerGroupMemberFields, CustomerGroupMember)},
    {"version": int | None, "custom": dict[str, Any] | None},
    CustomerGroupMemberRecord,
)
_CUSTOMER_GROUP_MEMBERS_DELETE: Operation[None] = Operation(
    "customer_group_members.delete",
    {"record": CustomerGroupMemberRecord},
    {},
    None,
)
_CUSTOMER_GROUP_MEMBERS_UPSERT: Operation[CustomerGroupMemberUpserted] = Operation(
    "customer_group_members.upsert",
    {"key": ExternalKey, "changes": ChangesOf(CustomerGroupMemberFields, CustomerGroupMember)},
    {"mode": UpsertMode | None, "custom": dict[str, Any] | None},
    CustomerGroupMemberUpserted,
)
_CUSTOMER_GROUP_MEMBERS_FIND_EXTERNAL: Operation[CustomerGroupMemberRecord | None] = Operation(
    "customer_group_members.find_external",
    {"key": ExternalKey},
    {},
    CustomerGroupMemberRecord | None,
)
_CUSTOMER_GROUP_MEMBERS_EXTERNAL_KEYS: Operation[list[ExternalKey]] = Operation(
    "customer_group_members.external_keys",
    {"id": UUID},
    {},
    list[ExternalKey],
)
_CUSTOMER_GROUP_MEMBERS_BIND_EXTERNAL: Operation[None] = Operation(
    "customer_group_members.bind_external",
    {"id": UUID, "key": ExternalKey},
    {},
    None,
)
_CUSTOMER_GROUP_MEMBERS_UNBIND_EXTERNAL: Operation[None] = Operation(
    "customer_group_members.unbind_external",
    {"id": UUID, "key": ExternalKey},
    {},
    None,
)
_CUSTOMER_GROUP_MEMBERS_CUSTOM_OF: Operation[dict[str, Any]] = Operation(
    "customer_group_members.custom_of",
    {"id": UUID},
    {},
    dict[str, Any],
)
_CUSTOMER_GROUP_MEMBERS_SET_CUSTOM: Operation[None] = Operation(
    "customer_group_members.set_custom",
    {"id": UUID, "custom": dict[str, Any]},
    {},
    None,
)

_CONTACTS_LIST: Operation[Page[ContactRecord]] = Operation(
    "contacts.list",
    {},
    {"filter": FilterOf(ContactFields), "sort": Names(ContactFields, many=True), "limit": int | None, "after": str | None},
    Page[ContactRecord],
)
_CONTACTS_COUNT: Operation[int] = Operation("contacts.count", {}, {"filter": FilterOf(ContactFields)}, int)
_CONTACTS_REPORT: Operation[list[list[Any]]] = Operation(
    "contacts.report",
    {},
    {"by": Names(ContactFields, many=True), "by_month": Names(ContactFields, many=False), "sum": Names(ContactFields, many=True), "filter": FilterOf(ContactFields)},
    list[list[Any]],
)
_CONTACTS_GET: Operation[ContactRecord] = Operation("contacts.get", {"id": UUID}, {}, ContactRecord)
_CONTACTS_FIND: Operation[ContactRecord | None] = Operation("contacts.find", {"id": UUID}, {}, ContactRecord | None)
_CONTACTS_CREATE: Operation[ContactRecord] = Operation(
    "contacts.create",
    {"data": Contact},
    {"custom": dict[str, Any] | None},
    ContactRecord,
)
_CONTACTS_CREATE_MANY: Operation[list[ContactRecord]] = Operation("contacts.create_many", {"data": list[Contact]}, {}, list[ContactRecord])
_CONTACTS_UPDATE: Operation[ContactRecord] = Operation(
    "contacts.update",
    {"record": ContactRecord},
    {"custom": dict[str, Any] | None},
    ContactRecord,
)
_CONTACTS_PATCH: Operation[ContactRecord] = Operation(
    "contacts.patch",
    {"id": UUID, "changes": ChangesOf(ContactFields, Contact)},
    {"version": int | None, "custom": dict[str, Any] | None},
    ContactRecord,
)
_CONTACTS_DELETE: Operation[None] = Operation("contacts.delete", {"record": ContactRecord}, {}, None)
_CONTACTS_UPSERT: Operation[ContactUpserted] = Operation(
    "contacts.upsert",
    {"key": ExternalKey, "changes": ChangesOf(ContactFields, Contact)},
    {"mode": UpsertMode | None, "custom": dict[str, Any] | None},
    ContactUpserted,
)
_CONTACTS_FIND_EXTERNAL: Operation[ContactRecord | None] = Operation(
    "contacts.find_external",
    {"key": ExternalKey},
    {},
    ContactRecord | None,
)
_CONTACTS_EXTERNAL_KEYS: Operation[list[ExternalKey]] = Operation("contacts.external_keys", {"id": UUID}, {}, list[ExternalKey])
_CONTACTS_BIND_EXTERNAL: Operation[None] = Operation("contacts.bind_external", {"id": UUID, "key": ExternalKey}, {}, None)
_CONTACTS_UNBIND_EXTERNAL: Operation[None] = Operation("contacts.unbind_external", {"id": UUID, "key": ExternalKey}, {}, None)
_CONTACTS_CUSTOM_OF: Operation[dict[str, Any]] = Operation("contacts.custom_of", {"id": UUID}, {}, dict[str, Any])
_CONTACTS_SET_CUSTOM: Operation[None] = Operation("contacts.set_custom", {"id": UUID, "custom": dict[str, Any]}, {}, None)

_CONTACT_POINTS_LIST: Operation[Page[ContactPointRecord]] = Operation(
    "contact_points.list",
    {},
    {"filter": FilterOf(ContactPointFields), "sort": Names(ContactPointFields, many=True), "limit": int | None, "after": str | None},
    Page[ContactPointRecord],
)
_CONTACT_POINTS_COUNT: Operation[int] = Operation("contact_points.count", {}, {"filter": FilterOf(ContactPointFields)}, int)
_CONTACT_POINTS_REPORT: Operation[list[list[Any]]] = Operation(
    "contact_points.report",
    {},
    {"by": Names(ContactPointFields, many=True), "by_month": Names(ContactPointFields, many=False), "sum": Names(ContactPointFields, many=True), "filter": FilterOf(ContactPointFields)},
    list[list[Any]],
)
_CONTACT_POINTS_GET: Operation[ContactPointRecord] = Operation("contact_points.get", {"id": UUID}, {}, ContactPointRecord)
_CONTACT_POINTS_FIND: Operation[ContactPointRecord | None] = Operation("contact_points.find", {"id": UUID}, {}, ContactPointRecord | None)
_CONTACT_POINTS_CREATE: Operation[ContactPointRecord] = Operation(
    "contact_points.create",
    {"data": ContactPoint},
    {"custom": dict[str, Any] | None},
    ContactPointRecord,
)
_CONTACT_POINTS_CREATE_MANY: Operation[list[ContactPointRecord]] = Operation(
    "contact_points.create_many",
    {"data": list[ContactPoint]},
    {},
    list[ContactPointRecord],
)
_CONTACT_POINTS_UPDATE: Operation[ContactPointRecord] = Operation(
    "contact_points.update",
    {"record": ContactPointRecord},
    {"custom": dict[str, Any] | None},
    ContactPointRecord,
)
_CONTACT_POINTS_PATCH: Operation[ContactPointRecord] = Operation(
    "contact_points.patch",
    {"id": UUID, "changes": ChangesOf(ContactPointFields, ContactPoint)},
    {"version": int | None, "custom": dict[str, Any] | None},
    ContactPointRecord,
)
_CONTACT_POINTS_DELETE: Operation[None] = Operation("contact_points.delete", {"record": ContactPointRecord}, {}, None)
_CONTACT_POINTS_UPSERT: Operation[ContactPointUpserted] = Operation(
    "contact_points.upsert",
    {"key": ExternalKey, "changes": ChangesOf(ContactPointFields, ContactPoint)},
    {"mode": UpsertMode | None, "custom": dict[str, Any] | None},
    ContactPointUpserted,
)
_CONTACT_POINTS_FIND_EXTERNAL: Operation[ContactPointRecord | None] = Operation(
    "contact_points.find_external",
    {"key": ExternalKey},
    {},
    ContactPointRecord | None,
)
_CONTACT_POINTS_EXTERNAL_KEYS: Operation[list[ExternalKey]] = Operation("contact_points.external_keys", {"id": UUID}, {}, list[ExternalKey])
_CONTACT_POINTS_BIND_EXTERNAL: Operation[None] = Operation("contact_points.bind_external", {"id": UUID, "key": ExternalKey}, {}, None)
_CONTACT_POINTS_UNBIND_EXTERNAL: Operation[None] = Operation("contact_points.unbind_external", {"id": UUID, "key": ExternalKey}, {}, None)
_CONTACT_POINTS_CUSTOM_OF: Operation[dict[str, Any]] = Operation("contact_points.custom_of", {"id": UUID}, {}, dict[str, Any])
_CONTACT_POINTS_SET_CUSTOM: Operation[None] = Operation("contact_points.set_custom", {"id": UUID, "custom": dict[str, Any]}, {}, None)

_CUSTOMER_ADDRESSES_LIST: Operation[Page[CustomerAddressRecord]] = Operation(
    "customer_addresses.list",
    {},
    {"filter": FilterOf(CustomerAddressFields), "sort": Names(CustomerAddressFields, many=True), "limit": int | None, "after": str | None},
    Page[CustomerAddressRecord],
)
_CUSTOMER_ADDRESSES_COUNT: Operation[int] = Operation("customer_addresses.count", {}, {"filter": FilterOf(CustomerAddressFields)}, int)
_CUSTOMER_ADDRESSES_REPORT: Operation[list[list[Any]]] = Operation(
    "customer_addresses.report",
    {},
    {"by": Names(CustomerAddressFields, many=True), "by_month": Names(CustomerAddressFields, many=False), "sum": Names(CustomerAddressFields, many=True), "filter": FilterOf(CustomerAddressFields)},
    list[list[Any]],
)
_CUSTOMER_ADDRESSES_GET: Operation[CustomerAddressRecord] = Operation("customer_addresses.get", {"id": UUID}, {}, CustomerAddressRecord)
_CUSTOMER_ADDRESSES_FIND: Operation[CustomerAddressRecord | None] = Operation(
    "customer_addresses.find",
    {"id": UUID},
    {},
    CustomerAddressRecord | None,
)
_CUSTOMER_ADDRESSES_CREATE: Operation[CustomerAddressRecord] = Operation(
    "customer_addresses.create",
    {"data": CustomerAddress},
    {"custom": dict[str, Any] | None},
    CustomerAddressRecord,
)
_CUSTOMER_ADDRESSES_CREATE_MANY: Operation[list[CustomerAddressRecord]] = Operation(
    "customer_addresses.create_many",
    {"data": list[CustomerAddress]},
    {},
    list[CustomerAddressRecord],
)
_CUSTOMER_ADDRESSES_UPDATE: Operation[CustomerAddressRecord] = Operation(
    "customer_addresses.update",
    {"record": CustomerAddressRecord},
    {"custom": dict[str, Any] | None},
    CustomerAddressRecord,
)
_CUSTOMER_ADDRESSES_PATCH: Operation[CustomerAddressRecord] = Operation(
    "customer_addresses.patch",
    {"id": UUID, "changes": ChangesOf(CustomerAddressFields, CustomerAddress)},
    {"version": int | None, "custom": dict[str, Any] | None},
    CustomerAddressRecord,
)
_CUSTOMER_ADDRESSES_DELETE: Operation[None] = Operation("customer_addresses.delete", {"record": CustomerAddressRecord}, {}, None)
_CUSTOMER_ADDRESSES_UPSERT: Operation[CustomerAddressUpserted] = Operation(
    "customer_addresses.upsert",
    {"key": ExternalKey, "changes": ChangesOf(CustomerAddressFields, CustomerAddress)},
    {"mode": UpsertMode | None, "custom": dict[str, Any] | None},
    CustomerAddressUpserted,
)
_CUSTOMER_ADDRESSES_FIND_EXTERNAL: Operation[CustomerAddressRecord | None] = Operation(
    "customer_addresses.find_external",
    {"key": ExternalKey},
    {},
    CustomerAddressRecord | None,
)
_CUSTOMER_ADDRESSES_EXTERNAL_KEYS: Operation[list[ExternalKey]] = Operation(
    "customer_addresses.external_keys",
    {"id": UUID},
    {},
    list[ExternalKey],
)
_CUSTOMER_ADDRESSES_BIND_EXTERNAL: Operation[None] = Operation(
    "customer_addresses.bind_external",
    {"id": UUID, "key": ExternalKey},
    {},
    None,
)
_CUSTOMER_ADDRESSES_UNBIND_EXTERNAL: Operation[None] = Operation(
    "customer_addresses.unbind_external",
    {"id": UUID, "key": ExternalKey},
    {},
    None,
)
_CUSTOMER_ADDRESSES_CUSTOM_OF: Operation[dict[str, Any]] = Operation("customer_addresses.custom_of", {"id": UUID}, {}, dict[str, Any])
_CUSTOMER_ADDRESSES_SET_CUSTOM: Operation[None] = Operation(
    "customer_addresses.set_custom",
    {"id": UUID, "custom": dict[str, Any]},
    {},
    None,
)

_DICTIONARY_ENTRIES_LIST: Operation[Page[DictionaryEntryRecord]] = Operation(
    "dictionary_entries.list",
    {},
    {"filter": FilterOf(DictionaryEntryFields), "sort": Names(DictionaryEntryFields, many=True), "limit": int | None, "after": str | None},
    Page[DictionaryEntryRecord],
)
_DICTIONARY_ENTRIES_COUNT: Operation[int] = Operation("dictionary_entries.count", {}, {"filter": FilterOf(DictionaryEntryFields)}, int)
_DICTIONARY_ENTRIES_REPORT: Operation[list[list[Any]]] = Operation(
    "dictionary_entries.report",
    {},
    {"by": Names(DictionaryEntryFields, many=True), "by_month": Names(DictionaryEntryFields, many=False), "sum": Names(DictionaryEntryFields, many=True), "filter": FilterOf(DictionaryEntryFields)},
    list[list[Any]],
)
_DICTIONARY_ENTRIES_GET: Operation[DictionaryEntryRecord] = Operation("dictionary_entries.get", {"id": UUID}, {}, DictionaryEntryRecord)
_DICTIONARY_ENTRIES_FIND: Operation[DictionaryEntryRecord | None] = Operation(
    "dictionary_entries.find",
    {"id": UUID},
    {},
    DictionaryEntryRecord | None,
)
_DICTIONARY_ENTRIES_CREATE: Operation[DictionaryEntryRecord] = Operation(
    "dictionary_entries.create",
    {"data": DictionaryEntry},
    {"custom": dict[str, Any] | None},
    DictionaryEntryRecord,
)
_DICTIONARY_ENTRIES_CREATE_MANY: Operation[list[DictionaryEntryRecord]] = Operation(
    "dictionary_entries.create_many",
    {"data": list[DictionaryEntry]},
    {},
    list[DictionaryEntryRecord],
)
_DICTIONARY_ENTRIES_UPDATE: Operation[DictionaryEntryRecord] = Operation(
    "dictionary_entries.update",
    {"record": DictionaryEntryRecord},
    {"custom": dict[str, Any] | None},
    DictionaryEntryRecord,
)
_DICTIONARY_ENTRIES_PATCH: Operation[DictionaryEntryRecord] = Operation(
    "dictionary_entries.patch",
    {"id": UUID, "changes": ChangesOf(DictionaryEntryFields, DictionaryEntry)},
    {"version": int | None, "custom": dict[str, Any] | None},
    DictionaryEntryRecord,
)
_DICTIONARY_ENTRIES_DELETE: Operation[None] = Operation("dictionary_entries.delete", {"record": DictionaryEntryRecord}, {}, None)
_DICTIONARY_ENTRIES_UPSERT: Operation[DictionaryEntryUpserted] = Operation(
    "dictionary_entries.upsert",
    {"key": ExternalKey, "changes": ChangesOf(DictionaryEntryFields, DictionaryEntry)},
    {"mode": UpsertMode | None, "custom": dict[str, Any] | None},
    DictionaryEntryUpserted,
)
_DICTIONARY_ENTRIES_FIND_EXTERNAL: Operation[DictionaryEntryRecord | None] = Operation(
    "dictionary_entries.find_external",
    {"key": ExternalKey},
    {},
    DictionaryEntryRecord | None,
)
_DICTIONARY_ENTRIES_EXTERNAL_KEYS: Operation[list[ExternalKey]] = Operation(
    "dictionary_entries.external_keys",
    {"id": UUID},
    {},
    list[ExternalKey],
)
_DICTIONARY_ENTRIES_BIND_EXTERNAL: Operation[None] = Operation(
    "dictionary_entries.bind_external",
    {"id": UUID, "key": ExternalKey},
    {},
    None,
)
_DICTIONARY_ENTRIES_UNBIND_EXTERNAL: Operation[None] = Operation(
    "dictionary_entries.unbind_external",
    {"id": UUID, "key": ExternalKey},
    {},
    None,
)
_DICTIONARY_ENTRIES_CUSTOM_OF: Operation[dict[str, Any]] = Operation("dictionary_entries.custom_of", {"id": UUID}, {}, dict[str, Any])
_DICTIONARY_ENTRIES_SET_CUSTOM: Operation[None] = Operation(
    "dictionary_entries.set_custom",
    {"id": UUID, "custom": dict[str, Any]},
    {},
    None,
)

_CUSTOM_FIELDS_LIST: Operation[Page[CustomFieldRecord]] = Operation(
    "custom_fields.list",
    {},
    {"filter": FilterOf(CustomFieldFields), "sort": Names(CustomFieldFields, many=True), "limit": int | None, "after": str | None},
    Page[CustomFieldRecord],
)
_CUSTOM_FIELDS_COUNT: Operation[int] = Operation("custom_fields.count", {}, {"filter": FilterOf(CustomFieldFields)}, int)
_CUSTOM_FIELDS_REPORT: Operation[list[list[Any]]] = Operation(
    "custom_fields.report",
    {},
    {"by": Names(CustomFieldFields, many=True), "by_month": Names(CustomFieldFields, many=False), "sum": Names(CustomFieldFields, many=True), "filter": FilterOf(CustomFieldFields)},
    list[list[Any]],
)
_CUSTOM_FIELDS_GET: Operation[CustomFieldRecord] = Operation("custom_fields.get", {"id": UUID}, {}, CustomFieldRecord)
_CUSTOM_FIELDS_FIND: Operation[CustomFieldRecord | None] = Operation("custom_fields.find", {"id": UUID}, {}, CustomFieldRecord | None)
_CUSTOM_FIELDS_CREATE: Operation[CustomFieldRecord] = Operation(
    "custom_fields.create",
    {"data": CustomField},
    {"custom": dict[str, Any] | None},
    CustomFieldRecord,
)
_CUSTOM_FIELDS_CREATE_MANY: Operation[list[CustomFieldRecord]] = Operation(
    "custom_fields.create_many",
    {"data": list[CustomField]},
    {},
    list[CustomFieldRecord],
)
_CUSTOM_FIELDS_UPDATE: Operation[CustomFieldRecord] = Operation(
    "custom_fields.update",
    {"record": CustomFieldRecord},
    {"custom": dict[str, Any] | None},
    CustomFieldRecord,
)
_CUSTOM_FIELDS_PATCH: Operation[CustomFieldRecord] = Operation(
    "custom_fields.patch",
    {"id": UUID, "changes": ChangesOf(CustomFieldFields, CustomField)},
    {"version": int | None, "custom": dict[str, Any] | None},
    CustomFieldRecord,
)
_CUSTOM_FIELDS_DELETE: Operation[None] = Operation("custom_fields.delete", {"record": CustomFieldRecord}, {}, None)
_CUSTOM_FIELDS_UPSERT: Operation[CustomFieldUpserted] = Operation(
    "custom_fields.upsert",
    {"key": ExternalKey, "changes": ChangesOf(CustomFieldFields, CustomField)},
    {"mode": UpsertMode | None, "custom": dict[str, Any] | None},
    CustomFieldUpserted,
)
_CUSTOM_FIELDS_FIND_EXTERNAL: Operation[CustomFieldRecord | None] = Operation(
    "custom_fields.find_external",
    {"key": ExternalKey},
    {},
    CustomFieldRecord | None,
)
_CUSTOM_FIELDS_EXTERNAL_KEYS: Operation[list[ExternalKey]] = Operation("custom_fields.external_keys", {"id": UUID}, {}, list[ExternalKey])
_CUSTOM_FIELDS_BIND_EXTERNAL: Operation[None] = Operation("custom_fields.bind_external", {"id": UUID, "key": ExternalKey}, {}, None)
_CUSTOM_FIELDS_UNBIND_EXTERNAL: Operation[None] = Operation("custom_fields.unbind_external", {"id": UUID, "key": ExternalKey}, {}, None)
_CUSTOM_FIELDS_CUSTOM_OF: Operation[dict[str, Any]] = Operation("custom_fields.custom_of", {"id": UUID}, {}, dict[str, Any])
_CUSTOM_FIELDS_SET_CUSTOM: Operation[None] = Operation("custom_fields.set_custom", {"id": UUID, "custom": dict[str, Any]}, {}, None)

_COMPANY_PROFILES_LIST: Operation[Page[CompanyProfileRecord]] = Operation(
    "company_profiles.list",
    {},
    {"filter": FilterOf(CompanyProfileFields), "sort": Names(CompanyProfileFields, many=True), "limit": int | None, "after": str | None},
    Page[CompanyProfileRecord],
)
_COMPANY_PROFILES_COUNT: Operation[int] = Operation("company_profiles.count", {}, {"filter": FilterOf(CompanyProfileFields)}, int)
_COMPANY_PROFILES_REPORT: Operation[list[list[Any]]] = Operation(
    "company_profiles.report",
    {},
    {"by": Names(CompanyProfileFields, many=True), "by_month": Names(CompanyProfileFields, many=False), "sum": Names(CompanyProfileFields, many=True), "filter": FilterOf(CompanyProfileFields)},
    list[list[Any]],
)
_COMPANY_PROFILES_GET: Operation[CompanyProfileRecord] = Operation("company_profiles.get", {"id": UUID}, {}, CompanyProfileRecord)
_COMPANY_PROFILES_FIND: Operation[CompanyProfileRecord | None] = Operation(
    "company_profiles.find",
    {"id": UUID},
    {},
    CompanyProfileRecord | None,
)
_COMPANY_PROFILES_CREATE: Operation[CompanyProfileRecord] = Operation(
    "company_profiles.create",
    {"data": CompanyProfile},
    {"custom": dict[str, Any] | None},
    CompanyProfileRecord,
)
_COMPANY_PROFILES_CREATE_MANY: Operation[list[CompanyProfileRecord]] = Operation(
    "company_profiles.create_many",
    {"data": list[CompanyProfile]},
    {},
    list[CompanyProfileRecord],
)
_COMPANY_PROFILES_UPDATE: Operation[CompanyProfileRecord] = Operation(
    "company_profiles.update",
    {"record": CompanyProfileRecord},
    {"custom": dict[str, Any] | None},
    CompanyProfileRecord,
)
_COMPANY_PROFILES_PATCH: Operation[CompanyProfileRecord] = Operation(
    "company_profiles.patch",
    {"id": UUID, "changes": ChangesOf(CompanyProfileFields, CompanyProfile)},
    {"version": int | None, "custom": dict[str, Any] | None},
    CompanyProfileRecord,
)
_COMPANY_PROFILES_DELETE: Operation[None] = Operation("company_profiles.delete", {"record": CompanyProfileRecord}, {}, None)
_COMPANY_PROFILES_UPSERT: Operation[CompanyProfileUpserted] = Operation(
    "company_profiles.upsert",
    {"key": ExternalKey, "changes": ChangesOf(CompanyProfileFields, CompanyProfile)},
    {"mode": UpsertMode | None, "custom": dict[str, Any] | None},
    CompanyProfileUpserted,
)
_COMPANY_PROFILES_FIND_EXTERNAL: Operation[CompanyProfileRecord | None] = Operation(
    "company_profiles.find_external",
    {"key": ExternalKey},
    {},
    CompanyProfileRecord | None,
)
_COMPANY_PROFILES_EXTERNAL_KEYS: Operation[list[ExternalKey]] = Operation(
    "company_profiles.external_keys",
    {"id": UUID},
    {},
    list[ExternalKey],
)
_COMPANY_PROFILES_BIND_EXTERNAL: Operation[None] = Operation("company_profiles.bind_external", {"id": UUID, "key": ExternalKey}, {}, None)
_COMPANY_PROFILES_UNBIND_EXTERNAL: Operation[None] = Operation(
    "company_profiles.unbind_external",
    {"id": UUID, "key": ExternalKey},
    {},
    None,
)
_COMPANY_PROFILES_CUSTOM_OF: Operation[dict[str, Any]] = Operation("company_profiles.custom_of", {"id": UUID}, {}, dict[str, Any])
_COMPANY_PROFILES_SET_CUSTOM: Operation[None] = Operation("company_profiles.set_custom", {"id": UUID, "custom": dict[str, Any]}, {}, None)

_PRODUCTS_LIST: Operation[Page[ProductRecord]] = Operation(
    "products.list",
    {},
    {"filter": FilterOf(ProductFields), "sort": Names(ProductFields, many=True), "limit": int | None, "after": str | None},
    Page[ProductRecord],
)
_PRODUCTS_COUNT: Operation[int] = Operation("products.count", {}, {"filter": FilterOf(ProductFields)}, int)
_PRODUCTS_REPORT: Operation[list[list[Any]]] = Operation(
    "products.report",
    {},
    {"by": Names(ProductFields, many=True), "by_month": Names(ProductFields, many=False), "sum": Names(ProductFields, many=True), "filter": FilterOf(ProductFields)},
    list[list[Any]],
)
_PRODUCTS_GET: Operation[ProductRecord] = Operation("products.get", {"id": UUID}, {}, ProductRecord)
_PRODUCTS_FIND: Operation[ProductRecord | None] = Operation("products.find", {"id": UUID}, {}, ProductRecord | None)
_PRODUCTS_CREATE: Operation[ProductRecord] = Operation(
    "products.create",
    {"data": Product},
    {"custom": dict[str, Any] | None},
    ProductRecord,
)
_PRODUCTS_CREATE_MANY: Operation[list[ProductRecord]] = Operation("products.create_many", {"data": list[Product]}, {}, list[ProductRecord])
_PRODUCTS_UPDATE: Operation[ProductRecord] = Operation(
    "products.update",
    {"record": ProductRecord},
    {"custom": dict[str, Any] | None},
    ProductRecord,
)
_PRODUCTS_PATCH: Operation[ProductRecord] = Operation(
    "products.patch",
    {"id": UUID, "changes": ChangesOf(ProductFields, Product)},
    {"version": int | None, "custom": dict[str, Any] | None},
    ProductRecord,
)
_PRODUCTS_DELETE: Operation[None] = Operation("products.delete", {"record": ProductRecord}, {}, None)
_PRODUCTS_UPSERT: Operation[ProductUpserted] = Operation(
    "products.upsert",
    {"key": ExternalKey, "changes": ChangesOf(ProductFields, Product)},
    {"mode": UpsertMode | None, "custom": dict[str, Any] | None},
    ProductUpserted,
)
_PRODUCTS_FIND_EXTERNAL: Operation[ProductRecord | None] = Operation(
    "products.find_external",
    {"key": ExternalKey},
    {},
    ProductRecord | None,
)
_PRODUCTS_EXTERNAL_KEYS: Operation[list[ExternalKey]] = Operation("products.external_keys", {"id": UUID}, {}, list[ExternalKey])
_PRODUCTS_BIND_EXTERNAL: Operation[None] = Operation("products.bind_external", {"id": UUID, "key": ExternalKey}, {}, None)
_PRODUCTS_UNBIND_EXTERNAL: Operation[None] = Operation("products.unbind_external", {"id": UUID, "key": ExternalKey}, {}, None)
_PRODUCTS_CUSTOM_OF: Operation[dict[str, Any]] = Operation("products.custom_of", {"id": UUID}, {}, dict[str, Any])
_PRODUCTS_SET_CUSTOM: Operation[None] = Operation("products.set_custom", {"id": UUID, "custom": dict[str, Any]}, {}, None)
_PRODUCTS_RESOLVE: Operation[Resolved] = Operation(
    "products.resolve",
    {"text": str, "on": datetime.date},
    {"customer_id": UUID | None},
    Resolved,
)

_PRODUCT_GROUPS_LIST: Operation[Page[ProductGroupRecord]] = Operation(
    "product_groups.list",
    {},
    {"filter": FilterOf(ProductGroupFields), "sort": Names(ProductGroupFields, many=True), "limit": int | None, "after": str | None},
    Page[ProductGroupRecord],
)
_PRODUCT_GROUPS_COUNT: Operation[int] = Operation("product_groups.count", {}, {"filter": FilterOf(ProductGroupFields)}, int)
_PRODUCT_GROUPS_REPORT: Operation[list[list[Any]]] = Operation(
    "product_groups.report",
    {},
    {"by": Names(ProductGroupFields, many=True), "by_month": Names(ProductGroupFields, many=False), "sum": Names(ProductGroupFields, many=True), "filter": FilterOf(ProductGroupFields)},
    list[list[Any]],
)
_PRODUCT_GROUPS_GET: Operation[ProductGroupRecord] = Operation("product_groups.get", {"id": UUID}, {}, ProductGroupRecord)
_PRODUCT_GROUPS_FIND: Operation[ProductGroupRecord | None] = Operation("product_groups.find", {"id": UUID}, {}, ProductGroupRecord | None)
_PRODUCT_GROUPS_CREATE: Operation[ProductGroupRecord] = Operation(
    "product_groups.create",
    {"data": ProductGroup},
    {"custom": dict[str, Any] | None},
    ProductGroupRecord,
)
_PRODUCT_GROUPS_CREATE_MANY: Operation[list[ProductGroupRecord]] = Operation(
    "product_groups.create_many",
    {"data": list[ProductGroup]},
    {},
    list[ProductGroupRecord],
)
_PRODUCT_GROUPS_UPDATE: Operation[ProductGroupRecord] = Operation(
    "product_groups.update",
    {"record": ProductGroupRecord},
    {"custom": dict[str, Any] | None},
    ProductGroupRecord,
)
_PRODUCT_GROUPS_PATCH: Operation[ProductGroupRecord] = Operation(
    "product_groups.patch",
    {"id": UUID, "changes": ChangesOf(ProductGroupFields, ProductGroup)},
    {"version": int | None, "custom": dict[str, Any] | None},
    ProductGroupRecord,
)
_PRODUCT_GROUPS_DELETE: Operation[None] = Operation("product_groups.delete", {"record": ProductGroupRecord}, {}, None)
_PRODUCT_GROUPS_UPSERT: Operation[ProductGroupUpserted] = Operation(
    "product_groups.upsert",
    {"key": ExternalKey, "changes": ChangesOf(ProductGroupFields, ProductGroup)},
    {"mode": UpsertMode | None, "custom": dict[str, Any] | None},
    ProductGroupUpserted,
)
_PRODUCT_GROUPS_FIND_EXTERNAL: Operation[ProductGroupRecord | None] = Operation(
    "product_groups.find_external",
    {"key": ExternalKey},
    {},
    ProductGroupRecord | None,
)
_PRODUCT_GROUPS_EXTERNAL_KEYS: Operation[list[ExternalKey]] = Operation("product_groups.external_keys", {"id": UUID}, {}, list[ExternalKey])
_PRODUCT_GROUPS_BIND_EXTERNAL: Operation[None] = Operation("product_groups.bind_external", {"id": UUID, "key": ExternalKey}, {}, None)
_PRODUCT_GROUPS_UNBIND_EXTERNAL: Operation[None] = Operation("product_groups.unbind_external", {"id": UUID, "key": ExternalKey}, {}, None)
_PRODUCT_GROUPS_CUSTOM_OF: Operation[dict[str, Any]] = Operation("product_groups.custom_of", {"id": UUID}, {}, dict[str, Any])
_PRODUCT_GROUPS_SET_CUSTOM: Operation[None] = Operation("product_groups.set_custom", {"id": UUID, "custom": dict[str, Any]}, {}, None)

_PRODUCT_UNITS_LIST: Operation[Page[ProductUnitRecord]] = Operation(
    "product_units.list",
    {},
    {"filter": FilterOf(ProductUnitFields), "sort": Names(ProductUnitFields, many=True), "limit": int | None, "after": str | None},
    Page[ProductUnitRecord],
)
_PRODUCT_UNITS_COUNT: Operation[int] = Operation("product_units.count", {}, {"filter": FilterOf(ProductUnitFields)}, int)
_PRODUCT_UNITS_REPORT: Operation[list[list[Any]]] = Operation(
    "product_units.report",
    {},
    {"by": Names(ProductUnitFields, many=True), "by_month": Names(ProductUnitFields, many=False), "sum": Names(ProductUnitFields, many=True), "filter": FilterOf(ProductUnitFields)},
    list[list[Any]],
)
_PRODUCT_UNITS_GET: Operation[ProductUnitRecord] = Operation("product_units.get", {"id": UUID}, {}, ProductUnitRecord)
_PRODUCT_UNITS_FIND: Operation[ProductUnitRecord | None] = Operation("product_units.find", {"id": UUID}, {}, ProductUnitRecord | None)
_PRODUCT_UNITS_CREATE: Operation[ProductUnitRecord] = Operation(
    "product_units.create",
    {"data": ProductUnit},
    {"custom": dict[str, Any] | None},
    ProductUnitRecord,
)
_PRODUCT_UNITS_CREATE_MANY: Operation[list[ProductUnitRecord]] = Operation(
    "product_units.create_many",
    {"data": list[ProductUnit]},
    {},
    list[ProductUnitRecord],
)
_PRODUCT_UNITS_UPDATE: Operation[ProductUnitRecord] = Operation(
    "product_units.update",
    {"record": ProductUnitRecord},
    {"custom": dict[str, Any] | None},
    ProductUnitRecord,
)
_PRODUCT_UNITS_PATCH: Operation[ProductUnitRecord] = Operation(
    "product_units.patch",
    {"id": UUID, "changes": ChangesOf(ProductUnitFields, ProductUnit)},
    {"version": int | None, "custom": dict[str, Any] | None},
    ProductUnitRecord,
)
_PRODUCT_UNITS_DELETE: Operation[None] = Operation("product_units.delete", {"record": ProductUnitRecord}, {}, None)
_PRODUCT_UNITS_UPSERT: Operation[ProductUnitUpserted] = Operation(
    "product_units.upsert",
    {"key": ExternalKey, "changes": ChangesOf(ProductUnitFields, ProductUnit)},
    {"mode": UpsertMode | None, "custom": dict[str, Any] | None},
    ProductUnitUpserted,
)
_PRODUCT_UNITS_FIND_EXTERNAL: Operation[ProductUnitRecord | None] = Operation(
    "product_units.find_external",
    {"key": ExternalKey},
    {},
    ProductUnitRecord | None,
)
_PRODUCT_UNITS_EXTERNAL_KEYS: Operation[list[ExternalKey]] = Operation("product_units.external_keys", {"id": UUID}, {}, list[ExternalKey])
_PRODUCT_UNITS_BIND_EXTERNAL: Operation[None] = Operation("product_units.bind_external", {"id": UUID, "key": ExternalKey}, {}, None)
_PRODUCT_UNITS_UNBIND_EXTERNAL: Operation[None] = Operation("product_units.unbind_external", {"id": UUID, "key": ExternalKey}, {}, None)
_PRODUCT_UNITS_CUSTOM_OF: Operation[dict[str, Any]] = Operation("product_units.custom_of", {"id": UUID}, {}, dict[str, Any])
_PRODUCT_UNITS_SET_CUSTOM: Operation[None] = Operation("product_units.set_custom", {"id": UUID, "custom": dict[str, Any]}, {}, None)

_PRODUCT_CODES_LIST: Operation[Page[ProductCodeRecord]] = Operation(
    "product_codes.list",
    {},
    {"filter": FilterOf(ProductCodeFields), "sort": Names(ProductCodeFields, many=True), "limit": int | None, "after": str | None},
    Page[ProductCodeRecord],
)
_PRODUCT_CODES_COUNT: Operation[int] = Operation("product_codes.count", {}, {"filter": FilterOf(ProductCodeFields)}, int)
_PRODUCT_CODES_REPORT: Operation[list[list[Any]]] = Operation(
    "product_codes.report",
    {},
    {"by": Names(ProductCodeFields, many=True), "by_month": Names(ProductCodeFields, many=False), "sum": Names(ProductCodeFields, many=True), "filter": FilterOf(ProductCodeFields)},
    list[list[Any]],
)
_PRODUCT_CODES_GET: Operation[ProductCodeRecord] = Operation("product_codes.get", {"id": UUID}, {}, ProductCodeRecord)
_PRODUCT_CODES_FIND: Operation[ProductCodeRecord | None] = Operation("product_codes.find", {"id": UUID}, {}, ProductCodeRecord | None)
_PRODUCT_CODES_CREATE: Operation[ProductCodeRecord] = Operation(
    "product_codes.create",
    {"data": ProductCode},
    {"custom": dict[str, Any] | None},
    ProductCodeRecord,
)
_PRODUCT_CODES_CREATE_MANY: Operation[list[ProductCodeRecord]] = Operation(
    "product_codes.create_many",
    {"data": list[ProductCode]},
    {},
    list[ProductCodeRecord],
)
_PRODUCT_CODES_UPDATE: Operation[ProductCodeRecord] = Operation(
    "product_codes.update",
    {"record": ProductCodeRecord},
    {"custom": dict[str, Any] | None},
    ProductCodeRecord,
)
_PRODUCT_CODES_PATCH: Operation[ProductCodeRecord] = Operation(
    "product_codes.patch",
    {"id": UUID, "changes": ChangesOf(ProductCodeFields, ProductCode)},
    {"version": int | None, "custom": dict[str, Any] | None},
    ProductCodeRecord,
)
_PRODUCT_CODES_DELETE: Operation[None] = Operation("product_codes.delete", {"record": ProductCodeRecord}, {}, None)
_PRODUCT_CODES_UPSERT: Operation[ProductCodeUpserted] = Operation(
    "product_codes.upsert",
    {"key": ExternalKey, "changes": ChangesOf(ProductCodeFields, ProductCode)},
    {"mode": UpsertMode | None, "custom": dict[str, Any] | None},
    ProductCodeUpserted,
)
_PRODUCT_CODES_FIND_EXTERNAL: Operation[ProductCodeRecord | None] = Operation(
    "product_codes.find_external",
    {"key": ExternalKey},
    {},
    ProductCodeRecord | None,
)
_PRODUCT_CODES_EXTERNAL_KEYS: Operation[list[ExternalKey]] = Operation("product_codes.external_keys", {"id": UUID}, {}, list[ExternalKey])
_PRODUCT_CODES_BIND_EXTERNAL: Operation[None] = Operation("product_codes.bind_external", {"id": UUID, "key": ExternalKey}, {}, None)
_PRODUCT_CODES_UNBIND_EXTERNAL: Operation[None] = Operation("product_codes.unbind_external", {"id": UUID, "key": ExternalKey}, {}, None)
_PRODUCT_CODES_CUSTOM_OF: Operation[dict[str, Any]] = Operation("product_codes.custom_of", {"id": UUID}, {}, dict[str, Any])
_PRODUCT_CODES_SET_CUSTOM: Operation[None] = Operation("product_codes.set_custom", {"id": UUID, "custom": dict[str, Any]}, {}, None)

_KIT_COMPONENTS_LIST: Operation[Page[KitComponentRecord]] = Operation(
    "kit_components.list",
    {},
    {"filter": FilterOf(KitComponentFields), "sort": Names(KitComponentFields, many=True), "limit": int | None, "after": str | None},
    Page[KitComponentRecord],
)
_KIT_COMPONENTS_COUNT: Operation[int] = Operation("kit_components.count", {}, {"filter": FilterOf(KitComponentFields)}, int)
_KIT_COMPONENTS_REPORT: Operation[list[list[Any]]] = Operation(
    "kit_components.report",
    {},
    {"by": Names(KitComponentFields, many=True), "by_month": Names(KitComponentFields, many=False), "sum": Names(KitComponentFields, many=True), "filter": FilterOf(KitComponentFields)},
    list[list[Any]],
)
_KIT_COMPONENTS_GET: Operation[KitComponentRecord] = Operation("kit_components.get", {"id": UUID}, {}, KitComponentRecord)
_KIT_COMPONENTS_FIND: Operation[KitComponentRecord | None] = Operation("kit_components.find", {"id": UUID}, {}, KitComponentRecord | None)
_KIT_COMPONENTS_CREATE: Operation[KitComponentRecord] = Operation(
    "kit_components.create",
    {"data": KitComponent},
    {"custom": dict[str, Any] | None},
    KitComponentRecord,
)
_KIT_COMPONENTS_CREATE_MANY: Operation[list[KitComponentRecord]] = Operation(
    "kit_components.create_many",
    {"data": list[KitComponent]},
    {},
    list[KitComponentRecord],
)
_KIT_COMPONENTS_UPDATE: Operation[KitComponentRecord] = Operation(
    "kit_components.update",
    {"record": KitComponentRecord},
    {"custom": dict[str, Any] | None},
    KitComponentRecord,
)
_KIT_COMPONENTS_PATCH: Operation[KitComponentRecord] = Operation(
    "kit_components.patch",
    {"id": UUID, "changes": ChangesOf(KitComponentFields, KitComponent)},
    {"version": int | None, "custom": dict[str, Any] | None},
    KitComponentRecord,
)
_KIT_COMPONENTS_DELETE: Operation[None] = Operation("kit_components.delete", {"record": KitComponentRecord}, {}, None)
_KIT_COMPONENTS_UPSERT: Operation[KitComponentUpserted] = Operation(
    "kit_components.upsert",
    {"key": ExternalKey, "changes": ChangesOf(KitComponentFields, KitComponent)},
    {"mode": UpsertMode | None, "custom": dict[str, Any] | None},
    KitComponentUpserted,
)
_KIT_COMPONENTS_FIND_EXTERNAL: Operation[KitComponentRecord | None] = Operation(
    "kit_components.find_external",
    {"key": ExternalKey},
    {},
    KitComponentRecord | None,
)
_KIT_COMPONENTS_EXTERNAL_KEYS: Operation[list[ExternalKey]] = Operation("kit_components.external_keys", {"id": UUID}, {}, list[ExternalKey])
_KIT_COMPONENTS_BIND_EXTERNAL: Operation[None] = Operation("kit_components.bind_external", {"id": UUID, "key": ExternalKey}, {}, None)
_KIT_COMPONENTS_UNBIND_EXTERNAL: Operation[None] = Operation("kit_components.unbind_external", {"id": UUID, "key": ExternalKey}, {}, None)
_KIT_COMPONENTS_CUSTOM_OF: Operation[dict[str, Any]] = Operation("kit_components.custom_of", {"id": UUID}, {}, dict[str, Any])
_KIT_COMPONENTS_SET_CUSTOM: Operation[None] = Operation("kit_components.set_custom", {"id": UUID, "custom": dict[str, Any]}, {}, None)

_PRICE_LISTS_LIST: Operation[Page[PriceListRecord]] = Operation(
    "price_lists.list",
    {},
    {"filter": FilterOf(PriceListFields), "sort": Names(PriceListFields, many=True), "limit": int | None, "after": str | None},
    Page[PriceListRecord],
)
_PRICE_LISTS_COUNT: Operation[int] = Operation("price_lists.count", {}, {"filter": FilterOf(PriceListFields)}, int)
_PRICE_LISTS_REPORT: Operation[list[list[Any]]] = Operation(
    "price_lists.report",
    {},
    {"by": Names(PriceListFields, many=True), "by_month": Names(PriceListFields, many=False), "sum": Names(PriceListFields, many=True), "filter": FilterOf(PriceListFields)},
    list[list[Any]],
)
_PRICE_LISTS_GET: Operation[PriceListRecord] = Operation("price_lists.get", {"id": UUID}, {}, PriceListRecord)
_PRICE_LISTS_FIND: Operation[PriceListRecord | None] = Operation("price_lists.find", {"id": UUID}, {}, PriceListRecord | None)
_PRICE_LISTS_CREATE: Operation[PriceListRecord] = Operation(
    "price_lists.create",
    {"data": PriceList},
    {"custom": dict[str, Any] | None},
    PriceListRecord,
)
_PRICE_LISTS_CREATE_MANY: Operation[list[PriceListRecord]] = Operation(
    "price_lists.create_many",
    {"data": list[PriceList]},
    {},
    list[PriceListRecord],
)
_PRICE_LISTS_UPDATE: Operation[PriceListRecord] = Operation(
    "price_lists.update",
    {"record": PriceListRecord},
    {"custom": dict[str, Any] | None},
    PriceListRecord,
)
_PRICE_LISTS_PATCH: Operation[PriceListRecord] = Operation(
    "price_lists.patch",
    {"id": UUID, "changes": ChangesOf(PriceListFields, PriceList)},
    {"version": int | None, "custom": dict[str, Any] | None},
    PriceListRecord,
)
_PRICE_LISTS_DELETE: Operation[None] = Operation("price_lists.delete", {"record": PriceListRecord}, {}, None)
_PRICE_LISTS_UPSERT: Operation[PriceListUpserted] = Operation(
    "price_lists.upsert",
    {"key": ExternalKey, "changes": ChangesOf(PriceListFields, PriceList)},
    {"mode": UpsertMode | None, "custom": dict[str, Any] | None},
    PriceListUpserted,
)
_PRICE_LISTS_FIND_EXTERNAL: Operation[PriceListRecord | None] = Operation(
    "price_lists.find_external",
    {"key": ExternalKey},
    {},
    PriceListRecord | None,
)
_PRICE_LISTS_EXTERNAL_KEYS: Operation[list[ExternalKey]] = Operation("price_lists.external_keys", {"id": UUID}, {}, list[ExternalKey])
_PRICE_LISTS_BIND_EXTERNAL: Operation[None] = Operation("price_lists.bind_external", {"id": UUID, "key": ExternalKey}, {}, None)
_PRICE_LISTS_UNBIND_EXTERNAL: Operation[None] = Operation("price_lists.unbind_external", {"id": UUID, "key": ExternalKey}, {}, None)
_PRICE_LISTS_CUSTOM_OF: Operation[dict[str, Any]] = Operation("price_lists.custom_of", {"id": UUID}, {}, dict[str, Any])
_PRICE_LISTS_SET_CUSTOM: Operation[None] = Operation("price_lists.set_custom", {"id": UUID, "custom": dict[str, Any]}, {}, None)

_PRICE_LIST_ITEMS_LIST: Operation[Page[PriceListItemRecord]] = Operation(
    "price_list_items.list",
    {},
    {"filter": FilterOf(PriceListItemFields), "sort": Names(PriceListItemFields, many=True), "limit": int | None, "after": str | None},
    Page[PriceListItemRecord],
)
_PRICE_LIST_ITEMS_COUNT: Operation[int] = Operation("price_list_items.count", {}, {"filter": FilterOf(PriceListItemFields)}, int)
_PRICE_LIST_ITEMS_REPORT: Operation[list[list[Any]]] = Operation(
    "price_list_items.report",
    {},
    {"by": Names(PriceListItemFields, many=True), "by_month": Names(PriceListItemFields, many=False), "sum": Names(PriceListItemFields, many=True), "filter": FilterOf(PriceListItemFields)},
    list[list[Any]],
)
_PRICE_LIST_ITEMS_GET: Operation[PriceListItemRecord] = Operation("price_list_items.get", {"id": UUID}, {}, PriceListItemRecord)
_PRICE_LIST_ITEMS_FIND: Operation[PriceListItemRecord | None] = Operation(
    "price_list_items.find",
    {"id": UUID},
    {},
    PriceListItemRecord | None,
)
_PRICE_LIST_ITEMS_CREATE: Operation[PriceListItemRecord] = Operation(
    "price_list_items.create",
    {"data": PriceListItem},
    {"custom": dict[str, Any] | None},
    PriceListItemRecord,
)
_PRICE_LIST_ITEMS_CREATE_MANY: Operation[list[PriceListItemRecord]] = Operation(
    "price_list_items.create_many",
    {"data": list[PriceListItem]},
    {},
    list[PriceListItemRecord],
)
_PRICE_LIST_ITEMS_UPDATE: Operation[PriceListItemRecord] = Operation(
    "price_list_items.update",
    {"record": PriceListItemRecord},
    {"custom": dict[str, Any] | None},
    PriceListItemRecord,
)
_PRICE_LIST_ITEMS_PATCH: Operation[PriceListItemRecord] = Operation(
    "price_list_items.patch",
    {"id": UUID, "changes": ChangesOf(PriceListItemFields, PriceListItem)},
    {"version": int | None, "custom": dict[str, Any] | None},
    PriceListItemRecord,
)
_PRICE_LIST_ITEMS_DELETE: Operation[None] = Operation("price_list_items.delete", {"record": PriceListItemRecord}, {}, None)
_PRICE_LIST_ITEMS_UPSERT: Operation[PriceListItemUpserted] = Operation(
    "price_list_items.upsert",
    {"key": ExternalKey, "changes": ChangesOf(PriceListItemFields, PriceListItem)},
    {"mode": UpsertMode | None, "custom": dict[str, Any] | None},
    PriceListItemUpserted,
)
_PRICE_LIST_ITEMS_FIND_EXTERNAL: Operation[PriceListItemRecord | None] = Operation(
    "price_list_items.find_external",
    {"key": ExternalKey},
    {},
    PriceListItemRecord | None,
)
_PRICE_LIST_ITEMS_EXTERNAL_KEYS: Operation[list[ExternalKey]] = Operation(
    "price_list_items.external_keys",
    {"id": UUID},
    {},
    list[ExternalKey],
)
_PRICE_LIST_ITEMS_BIND_EXTERNAL: Operation[None] = Operation("price_list_items.bind_external", {"id": UUID, "key": ExternalKey}, {}, None)
_PRICE_LIST_ITEMS_UNBIND_EXTERNAL: Operation[None] = Operation(
    "price_list_items.unbind_external",
    {"id": UUID, "key": ExternalKey},
    {},
    None,
)
_PRICE_LIST_ITEMS_CUSTOM_OF: Operation[dict[str, Any]] = Operation("price_list_items.custom_of", {"id": UUID}, {}, dict[str, Any])
_PRICE_LIST_ITEMS_SET_CUSTOM: Operation[None] = Operation("price_list_items.set_custom", {"id": UUID, "custom": dict[str, Any]}, {}, None)

_CUSTOMER_PRICES_LIST: Operation[Page[CustomerPriceRecord]] = Operation(
    "customer_prices.list",
    {},
    {"filter": FilterOf(CustomerPriceFields), "sort": Names(CustomerPriceFields, many=True), "limit": int | None, "after": str | None},
    Page[CustomerPriceRecord],
)
_CUSTOMER_PRICES_COUNT: Operation[int] = Operation("customer_prices.count", {}, {"filter": FilterOf(CustomerPriceFields)}, int)
_CUSTOMER_PRICES_REPORT: Operation[list[list[Any]]] = Operation(
    "customer_prices.report",
    {},
    {"by": Names(CustomerPriceFields, many=True), "by_month": Names(CustomerPriceFields, many=False), "sum": Names(CustomerPriceFields, many=True), "filter": FilterOf(CustomerPriceFields)},
    list[list[Any]],
)
_CUSTOMER_PRICES_GET: Operation[CustomerPriceRecord] = Operation("customer_prices.get", {"id": UUID}, {}, CustomerPriceRecord)
_CUSTOMER_PRICES_FIND: Operation[CustomerPriceRecord | None] = Operation(
    "customer_prices.find",
    {"id": UUID},
    {},
    CustomerPriceRecord | None,
)
_CUSTOMER_PRICES_CREATE: Operation[CustomerPriceRecord] = Operation(
    "customer_prices.create",
    {"data": CustomerPrice},
    {"custom": dict[str, Any] | None},
    CustomerPriceRecord,
)
_CUSTOMER_PRICES_CREATE_MANY: Operation[list[CustomerPriceRecord]] = Operation(
    "customer_prices.create_many",
    {"data": list[CustomerPrice]},
    {},
    list[CustomerPriceRecord],
)
_CUSTOMER_PRICES_UPDATE: Operation[CustomerPriceRecord] = Operation(
    "customer_prices.update",
    {"record": CustomerPriceRecord},
    {"custom": dict[str, Any] | None},
    CustomerPriceRecord,
)
_CUSTOMER_PRICES_PATCH: Operation[CustomerPriceRecord] = Operation(
    "customer_prices.patch",
    {"id": UUID, "changes": ChangesOf(CustomerPriceFields, CustomerPrice)},
    {"version": int | None, "custom": dict[str, Any] | None},
    CustomerPriceRecord,
)
_CUSTOMER_PRICES_DELETE: Operation[None] = Operation("customer_prices.delete", {"record": CustomerPriceRecord}, {}, None)
_CUSTOMER_PRICES_UPSERT: Operation[CustomerPriceUpserted] = Operation(
    "customer_prices.upsert",
    {"key": ExternalKey, "changes": ChangesOf(CustomerPriceFields, CustomerPrice)},
    {"mode": UpsertMode | None, "custom": dict[str, Any] | None},
    CustomerPriceUpserted,
)
_CUSTOMER_PRICES_FIND_EXTERNAL: Operation[CustomerPriceRecord | None] = Operation(
    "customer_prices.find_external",
    {"key": ExternalKey},
    {},
    CustomerPriceRecord | None,
)
_CUSTOMER_PRICES_EXTERNAL_KEYS: Operation[list[ExternalKey]] = Operation(
    "customer_prices.external_keys",
    {"id": UUID},
    {},
    list[ExternalKey],
)
_CUSTOMER_PRICES_BIND_EXTERNAL: Operation[None] = Operation("customer_prices.bind_external", {"id": UUID, "key": ExternalKey}, {}, None)
_CUSTOMER_PRICES_UNBIND_EXTERNAL: Operation[None] = Operation("customer_prices.unbind_external", {"id": UUID, "key": ExternalKey}, {}, None)
_CUSTOMER_PRICES_CUSTOM_OF: Operation[dict[str, Any]] = Operation("customer_prices.custom_of", {"id": UUID}, {}, dict[str, Any])
_CUSTOMER_PRICES_SET_CUSTOM: Operation[None] = Operation("customer_prices.set_custom", {"id": UUID, "custom": dict[str, Any]}, {}, None)

_WAREHOUSES_LIST: Operation[Page[WarehouseRecord]] = Operation(
    "warehouses.list",
    {},
    {"filter": FilterOf(WarehouseFields), "sort": Names(WarehouseFields, many=True), "limit": int | None, "after": str | None},
    Page[WarehouseRecord],
)
_WAREHOUSES_COUNT: Operation[int] = Operation("warehouses.count", {}, {"filter": FilterOf(WarehouseFields)}, int)
_WAREHOUSES_REPORT: Operation[list[list[Any]]] = Operation(
    "warehouses.report",
    {},
    {"by": Names(WarehouseFields, many=True), "by_month": Names(WarehouseFields, many=False), "sum": Names(WarehouseFields, many=True), "filter": FilterOf(WarehouseFields)},
    list[list[Any]],
)
_WAREHOUSES_GET: Operation[WarehouseRecord] = Operation("warehouses.get", {"id": UUID}, {}, WarehouseRecord)
_WAREHOUSES_FIND: Operation[WarehouseRecord | None] = Operation("warehouses.find", {"id": UUID}, {}, WarehouseRecord | None)
_WAREHOUSES_CREATE: Operation[WarehouseRecord] = Operation(
    "warehouses.create",
    {"data": Warehouse},
    {"custom": dict[str, Any] | None},
    WarehouseRecord,
)
_WAREHOUSES_CREATE_MANY: Operation[list[WarehouseRecord]] = Operation(
    "warehouses.create_many",
    {"data": list[Warehouse]},
    {},
    list[WarehouseRecord],
)
_WAREHOUSES_UPDATE: Operation[WarehouseRecord] = Operation(
    "warehouses.update",
    {"record": WarehouseRecord},
    {"custom": dict[str, Any] | None},
    WarehouseRecord,
)
_WAREHOUSES_PATCH: Operation[WarehouseRecord] = Operation(
    "warehouses.patch",
    {"id": UUID, "changes": ChangesOf(WarehouseFields, Warehouse)},
    {"version": int | None, "custom": dict[str, Any] | None},
    WarehouseRecord,
)
_WAREHOUSES_DELETE: Operation[None] = Operation("warehouses.delete", {"record": WarehouseRecord}, {}, None)
_WAREHOUSES_UPSERT: Operation[WarehouseUpserted] = Operation(
    "warehouses.upsert",
    {"key": ExternalKey, "changes": ChangesOf(WarehouseFields, Warehouse)},
    {"mode": UpsertMode | None, "custom": dict[str, Any] | None},
    WarehouseUpserted,
)
_WAREHOUSES_FIND_EXTERNAL: Operation[WarehouseRecord | None] = Operation(
    "warehouses.find_external",
    {"key": ExternalKey},
    {},
    WarehouseRecord | None,
)
_WAREHOUSES_EXTERNAL_KEYS: Operation[list[ExternalKey]] = Operation("warehouses.external_keys", {"id": UUID}, {}, list[ExternalKey])
_WAREHOUSES_BIND_EXTERNAL: Operation[None] = Operation("warehouses.bind_external", {"id": UUID, "key": ExternalKey}, {}, None)
_WAREHOUSES_UNBIND_EXTERNAL: Operation[None] = Operation("warehouses.unbind_external", {"id": UUID, "key": ExternalKey}, {}, None)
_WAREHOUSES_CUSTOM_OF: Operation[dict[str, Any]] = Operation("warehouses.custom_of", {"id": UUID}, {}, dict[str, Any])
_WAREHOUSES_SET_CUSTOM: Operation[None] = Operation("warehouses.set_custom", {"id": UUID, "custom": dict[str, Any]}, {}, None)

_TAX_RATES_LIST: Operation[Page[TaxRateRecord]] = Operation(
    "tax_rates.list",
    {},
    {"filter": FilterOf(TaxRateFields), "sort": Names(TaxRateFields, many=True), "limit": int | None, "after": str | None},
    Page[TaxRateRecord],
)
_TAX_RATES_COUNT: Operation[int] = Operation("tax_rates.count", {}, {"filter": FilterOf(TaxRateFields)}, int)
_TAX_RATES_REPORT: Operation[list[list[Any]]] = Operation(
    "tax_rates.report",
    {},
    {"by": Names(TaxRateFields, many=True), "by_month": Names(TaxRateFields, many=False), "sum": Names(TaxRateFields, many=True), "filter": FilterOf(TaxRateFields)},
    list[list[Any]],
)
_TAX_RATES_GET: Operation[TaxRateRecord] = Operation("tax_rates.get", {"id": UUID}, {}, TaxRateRecord)
_TAX_RATES_FIND: Operation[TaxRateRecord | None] = Operation("tax_rates.find", {"id": UUID}, {}, TaxRateRecord | None)
_TAX_RATES_CREATE: Operation[TaxRateRecord] = Operation(
    "tax_rates.create",
    {"data": TaxRate},
    {"custom": dict[str, Any] | None},
    TaxRateRecord,
)
_TAX_RATES_CREATE_MANY: Operation[list[TaxRateRecord]] = Operation(
    "tax_rates.create_many",
    {"data": list[TaxRate]},
    {},
    list[TaxRateRecord],
)
_TAX_RATES_UPDATE: Operation[TaxRateRecord] = Operation(
    "tax_rates.update",
    {"record": TaxRateRecord},
    {"custom": dict[str, Any] | None},
    TaxRateRecord,
)
_TAX_RATES_PATCH: Operation[TaxRateRecord] = Operation(
    "tax_rates.patch",
    {"id": UUID, "changes": ChangesOf(TaxRateFields, TaxRate)},
    {"version": int | None, "custom": dict[str, Any] | None},
    TaxRateRecord,
)
_TAX_RATES_DELETE: Operation[None] = Operation("tax_rates.delete", {"record": TaxRateRecord}, {}, None)
_TAX_RATES_UPSERT: Operation[TaxRateUpserted] = Operation(
    "tax_rates.upsert",
    {"key": ExternalKey, "changes": ChangesOf(TaxRateFields, TaxRate)},
    {"mode": UpsertMode | None, "custom": dict[str, Any] | None},
    TaxRateUpserted,
)
_TAX_RATES_FIND_EXTERNAL: Operation[TaxRateRecord | None] = Operation(
    "tax_rates.find_external",
    {"key": ExternalKey},
    {},
    TaxRateRecord | None,
)
_TAX_RATES_EXTERNAL_KEYS: Operation[list[ExternalKey]] = Operation("tax_rates.external_keys", {"id": UUID}, {}, list[ExternalKey])
_TAX_RATES_BIND_EXTERNAL: Operation[None] = Operation("tax_rates.bind_external", {"id": UUID, "key": ExternalKey}, {}, None)
_TAX_RATES_UNBIND_EXTERNAL: Operation[None] = Operation("tax_rates.unbind_external", {"id": UUID, "key": ExternalKey}, {}, None)
_TAX_RATES_CUSTOM_OF: Operation[dict[str, Any]] = Operation("tax_rates.custom_of", {"id": UUID}, {}, dict[str, Any])
_TAX_RATES_SET_CUSTOM: Operation[None] = Operation("tax_rates.set_custom", {"id": UUID, "custom": dict[str, Any]}, {}, None)

_PRODUCT_COSTS_LIST: Operation[Page[ProductCostRecord]] = Operation(
    "product_costs.list",
    {},
    {"filter": FilterOf(ProductCostFields), "sort": Names(ProductCostFields, many=True), "limit": int | None, "after": str | None},
    Page[ProductCostRecord],
)
_PRODUCT_COSTS_COUNT: Operation[int] = Operation("product_costs.count", {}, {"filter": FilterOf(ProductCostFields)}, int)
_PRODUCT_COSTS_REPORT: Operation[list[list[Any]]] = Operation(
    "product_costs.report",
    {},
    {"by": Names(ProductCostFields, many=True), "by_month": Names(ProductCostFields, many=False), "sum": Names(ProductCostFields, many=True), "filter": FilterOf(ProductCostFields)},
    list[list[Any]],
)
_PRODUCT_COSTS_GET: Operation[ProductCostRecord] = Operation("product_costs.get", {"id": UUID}, {}, ProductCostRecord)
_PRODUCT_COSTS_FIND: Operation[ProductCostRecord | None] = Operation("product_costs.find", {"id": UUID}, {}, ProductCostRecord | None)
_PRODUCT_COSTS_CREATE: Operation[ProductCostRecord] = Operation(
    "product_costs.create",
    {"data": ProductCost},
    {"custom": dict[str, Any] | None},
    ProductCostRecord,
)
_PRODUCT_COSTS_CREATE_MANY: Operation[list[ProductCostRecord]] = Operation(
    "product_costs.create_many",
    {"data": list[ProductCost]},
    {},
    list[ProductCostRecord],
)
_PRODUCT_COSTS_UPDATE: Operation[ProductCostRecord] = Operation(
    "product_costs.update",
    {"record": ProductCostRecord},
    {"custom": dict[str, Any] | None},
    ProductCostRecord,
)
_PRODUCT_COSTS_PATCH: Operation[ProductCostRecord] = Operation(
    "product_costs.patch",
    {"id": UUID, "changes": ChangesOf(ProductCostFields, ProductCost)},
    {"version": int | None, "custom": dict[str, Any] | None},
    ProductCostRecord,
)
_PRODUCT_COSTS_DELETE: Operation[None] = Operation("product_costs.delete", {"record": ProductCostRecord}, {}, None)
_PRODUCT_COSTS_UPSERT: Operation[ProductCostUpserted] = Operation(
    "product_costs.upsert",
    {"key": ExternalKey, "changes": ChangesOf(ProductCostFields, ProductCost)},
    {"mode": UpsertMode | None, "custom": dict[str, Any] | None},
    ProductCostUpserted,
)
_PRODUCT_COSTS_FIND_EXTERNAL: Operation[ProductCostRecord | None] = Operation(
    "product_costs.find_external",
    {"key": ExternalKey},
    {},
    ProductCostRecord | None,
)
_PRODUCT_COSTS_EXTERNAL_KEYS: Operation[list[ExternalKey]] = Operation("product_costs.external_keys", {"id": UUID}, {}, list[ExternalKey])
_PRODUCT_COSTS_BIND_EXTERNAL: Operation[None] = Operation("product_costs.bind_external", {"id": UUID, "key": ExternalKey}, {}, None)
_PRODUCT_COSTS_UNBIND_EXTERNAL: Operation[None] = Operation("product_costs.unbind_external", {"id": UUID, "key": ExternalKey}, {}, None)
_PRODUCT_COSTS_CUSTOM_OF: Operation[dict[str, Any]] = Operation("product_costs.custom_of", {"id": UUID}, {}, dict[str, Any])
_PRODUCT_COSTS_SET_CUSTOM: Operation[None] = Operation("product_costs.set_custom", {"id": UUID, "custom": dict[str, Any]}, {}, None)

_ROLES_LIST: Operation[Page[RoleRecord]] = Operation(
    "roles.list",
    {},
    {"filter": FilterOf(RoleFields), "sort": Names(RoleFields, many=True), "limit": int | None, "after": str | None},
    Page[RoleRecord],
)
_ROLES_COUNT: Operation[int] = Operation("roles.count", {}, {"filter": FilterOf(RoleFields)}, int)
_ROLES_REPORT: Operation[list[list[Any]]] = Operation(
    "roles.report",
    {},
    {"by": Names(RoleFields, many=True), "by_month": Names(RoleFields, many=False), "sum": Names(RoleFields, many=True), "filter": FilterOf(RoleFields)},
    list[list[Any]],
)
_ROLES_GET: Operation[RoleRecord] = Operation("roles.get", {"id": UUID}, {}, RoleRecord)
_ROLES_FIND: Operation[RoleRecord | None] = Operation("roles.find", {"id": UUID}, {}, RoleRecord | None)
_ROLES_CREATE: Operation[RoleRecord] = Operation("roles.create", {"data": Role}, {"custom": dict[str, Any] | None}, RoleRecord)
_ROLES_CREATE_MANY: Operation[list[RoleRecord]] = Operation("roles.create_many", {"data": list[Role]}, {}, list[RoleRecord])
_ROLES_UPDATE: Operation[RoleRecord] = Operation("roles.update", {"record": RoleRecord}, {"custom": dict[str, Any] | None}, RoleRecord)
_ROLES_PATCH: Operation[RoleRecord] = Operation(
    "roles.patch",
    {"id": UUID, "changes": ChangesOf(RoleFields, Role)},
    {"version": int | None, "custom": dict[str, Any] | None},
    RoleRecord,
)
_ROLES_DELETE: Operation[None] = Operation("roles.delete", {"record": RoleRecord}, {}, None)
_ROLES_UPSERT: Operation[RoleUpserted] = Operation(
    "roles.upsert",
    {"key": ExternalKey, "changes": ChangesOf(RoleFields, Role)},
    {"mode": UpsertMode | None, "custom": dict[str, Any] | None},
    RoleUpserted,
)
_ROLES_FIND_EXTERNAL: Operation[RoleRecord | None] = Operation("roles.find_external", {"key": ExternalKey}, {}, RoleRecord | None)
_ROLES_EXTERNAL_KEYS: Operation[list[ExternalKey]] = Operation("roles.external_keys", {"id": UUID}, {}, list[ExternalKey])
_ROLES_BIND_EXTERNAL: Operation[None] = Operation("roles.bind_external", {"id": UUID, "key": ExternalKey}, {}, None)
_ROLES_UNBIND_EXTERNAL: Operation[None] = Operation("roles.unbind_external", {"id": UUID, "key": ExternalKey}, {}, None)
_ROLES_CUSTOM_OF: Operation[dict[str, Any]] = Operation("roles.custom_of", {"id": UUID}, {}, dict[str, Any])
_ROLES_SET_CUSTOM: Operation[None] = Operation("roles.set_custom", {"id": UUID, "custom": dict[str, Any]}, {}, None)

_OPERATORS_LIST: Operation[Page[OperatorRecord]] = Operation(
    "operators.list",
    {},
    {"filter": FilterOf(OperatorFields), "sort": Names(OperatorFields, many=True), "limit": int | None, "after": str | None},
    Page[OperatorRecord],
)
_OPERATORS_COUNT: Operation[int] = Operation("operators.count", {}, {"filter": FilterOf(OperatorFields)}, int)
_OPERATORS_REPORT: Operation[list[list[Any]]] = Operation(
    "operators.report",
    {},
    {"by": Names(OperatorFields, many=True), "by_month": Names(OperatorFields, many=False), "sum": Names(OperatorFields, many=True), "filter": FilterOf(OperatorFields)},
    list[list[Any]],
)
_OPERATORS_GET: Operation[OperatorRecord] = Operation("operators.get", {"id": UUID}, {}, OperatorRecord)
_OPERATORS_FIND: Operation[OperatorRecord | None] = Operation("operators.find", {"id": UUID}, {}, OperatorRecord | None)
_OPERATORS_CREATE: Operation[OperatorRecord] = Operation(
    "operators.create",
    {"data": Operator},
    {"custom": dict[str, Any] | None},
    OperatorRecord,
)
_OPERATORS_CREATE_MANY: Operation[list[OperatorRecord]] = Operation(
    "operators.create_many",
    {"data": list[Operator]},
    {},
    list[OperatorRecord],
)
_OPERATORS_UPDATE: Operation[OperatorRecord] = Operation(
    "operators.update",
    {"record": OperatorRecord},
    {"custom": dict[str, Any] | None},
    OperatorRecord,
)
_OPERATORS_PATCH: Operation[OperatorRecord] = Operation(
    "operators.patch",
    {"id": UUID, "changes": ChangesOf(OperatorFields, Operator)},
    {"version": int | None, "custom": dict[str, Any] | None},
    OperatorRecord,
)
_OPERATORS_DELETE: Operation[None] = Operation("operators.delete", {"record": OperatorRecord}, {}, None)
_OPERATORS_UPSERT: Operation[OperatorUpserted] = Operation(
    "operators.upsert",
    {"key": ExternalKey, "changes": ChangesOf(OperatorFields, Operator)},
    {"mode": UpsertMode | None, "custom": dict[str, Any] | None},
    OperatorUpserted,
)
_OPERATORS_FIND_EXTERNAL: Operation[OperatorRecord | None] = Operation(
    "operators.find_external",
    {"key": ExternalKey},
    {},
    OperatorRecord | None,
)
_OPERATORS_EXTERNAL_KEYS: Operation[list[ExternalKey]] = Operation("operators.external_keys", {"id": UUID}, {}, list[ExternalKey])
_OPERATORS_BIND_EXTERNAL: Operation[None] = Operation("operators.bind_external", {"id": UUID, "key": ExternalKey}, {}, None)
_OPERATORS_UNBIND_EXTERNAL: Operation[None] = Operation("operators.unbind_external", {"id": UUID, "key": ExternalKey}, {}, None)
_OPERATORS_CUSTOM_OF: Operation[dict[str, Any]] = Operation("operators.custom_of", {"id": UUID}, {}, dict[str, Any])
_OPERATORS_SET_CUSTOM: Operation[None] = Operation("operators.set_custom", {"id": UUID, "custom": dict[str, Any]}, {}, None)

_QUOTE_RECORDS_LIST: Operation[Page[QuoteRecord]] = Operation(
    "quote_records.list",
    {},
    {"filter": FilterOf(QuoteFields), "sort": Names(QuoteFields, many=True), "limit": int | None, "after": str | None},
    Page[QuoteRecord],
)
_QUOTE_RECORDS_COUNT: Operation[int] = Operation("quote_records.count", {}, {"filter": FilterOf(QuoteFields)}, int)
_QUOTE_RECORDS_REPORT: Operation[list[list[Any]]] = Operation(
    "quote_records.report",
    {},
    {"by": Names(QuoteFields, many=True), "by_month": Names(QuoteFields, many=False), "sum": Names(QuoteFields, many=True), "filter": FilterOf(QuoteFields)},
    list[list[Any]],
)
_QUOTE_RECORDS_GET: Operation[QuoteRecord] = Operation("quote_records.get", {"id": UUID}, {}, QuoteRecord)
_QUOTE_RECORDS_FIND: Operation[QuoteRecord | None] = Operation("quote_records.find", {"id": UUID}, {}, QuoteRecord | None)

_QUOTE_REVISIONS_LIST: Operation[Page[QuoteRevisionRecord]] = Operation(
    "quote_revisions.list",
    {},
    {"filter": FilterOf(QuoteRevisionFields), "sort": Names(QuoteRevisionFields, many=True), "limit": int | None, "after": str | None},
    Page[QuoteRevisionRecord],
)
_QUOTE_REVISIONS_COUNT: Operation[int] = Operation("quote_revisions.count", {}, {"filter": FilterOf(QuoteRevisionFields)}, int)
_QUOTE_REVISIONS_REPORT: Operation[list[list[Any]]] = Operation(
    "quote_revisions.report",
    {},
    {"by": Names(QuoteRevisionFields, many=True), "by_month": Names(QuoteRevisionFields, many=False), "sum": Names(QuoteRevisionFields, many=True), "filter": FilterOf(QuoteRevisionFields)},
    list[list[Any]],
)
_QUOTE_REVISIONS_GET: Operation[QuoteRevisionRecord] = Operation("quote_revisions.get", {"id": UUID}, {}, QuoteRevisionRecord)
_QUOTE_REVISIONS_FIND: Operation[QuoteRevisionRecord | None] = Operation(
    "quote_revisions.find",
    {"id": UUID},
    {},
    QuoteRevisionRecord | None,
)

_QUOTE_LINES_LIST: Operation[Page[QuoteLineRecord]] = Operation(
    "quote_lines.list",
    {},
    {"filter": FilterOf(QuoteLineFields), "sort": Names(QuoteLineFields, many=True), "limit": int | None, "after": str | None},
    Page[QuoteLineRecord],
)
_QUOTE_LINES_COUNT: Operation[int] = Operation("quote_lines.count", {}, {"filter": FilterOf(QuoteLineFields)}, int)
_QUOTE_LINES_REPORT: Operation[list[list[Any]]] = Operation(
    "quote_lines.report",
    {},
    {"by": Names(QuoteLineFields, many=True), "by_month": Names(QuoteLineFields, many=False), "sum": Names(QuoteLineFields, many=True), "filter": FilterOf(QuoteLineFields)},
    list[list[Any]],
)
_QUOTE_LINES_GET: Operation[QuoteLineRecord] = Operation("quote_lines.get", {"id": UUID}, {}, QuoteLineRecord)
_QUOTE_LINES_FIND: Operation[QuoteLineRecord | None] = Operation("quote_lines.find", {"id": UUID}, {}, QuoteLineRecord | None)

_ORDER_RECORDS_LIST: Operation[Page[SalesOrderRecord]] = Operation(
    "order_records.list",
    {},
    {"filter": FilterOf(SalesOrderFields), "sort": Names(SalesOrderFields, many=True), "limit": int | None, "after": str | None},
    Page[SalesOrderRecord],
)
_ORDER_RECORDS_COUNT: Operation[int] = Operation("order_records.count", {}, {"filter": FilterOf(SalesOrderFields)}, int)
_ORDER_RECORDS_REPORT: Operation[list[list[Any]]] = Operation(
    "order_records.report",
    {},
    {"by": Names(SalesOrderFields, many=True), "by_month": Names(SalesOrderFields, many=False), "sum": Names(SalesOrderFields, many=True), "filter": FilterOf(SalesOrderFields)},
    list[list[Any]],
)
_ORDER_RECORDS_GET: Operation[SalesOrderRecord] = Operation("order_records.get", {"id": UUID}, {}, SalesOrderRecord)
_ORDER_RECORDS_FIND: Operation[SalesOrderRecord | None] = Operation("order_records.find", {"id": UUID}, {}, SalesOrderRecord | None)

_ORDER_LINES_LIST: Operation[Page[SalesOrderLineRecord]] = Operation(
    "order_lines.list",
    {},
    {"filter": FilterOf(SalesOrderLineFields), "sort": Names(SalesOrderLineFields, many=True), "limit": int | None, "after": str | None},
    Page[SalesOrderLineRecord],
)
_ORDER_LINES_COUNT: Operation[int] = Operation("order_lines.count", {}, {"filter": FilterOf(SalesOrderLineFields)}, int)
_ORDER_LINES_REPORT: Operation[list[list[Any]]] = Operation(
    "order_lines.report",
    {},
    {"by": Names(SalesOrderLineFields, many=True), "by_month": Names(SalesOrderLineFields, many=False), "sum": Names(SalesOrderLineFields, many=True), "filter": FilterOf(SalesOrderLineFields)},
    list[list[Any]],
)
_ORDER_LINES_GET: Operation[SalesOrderLineRecord] = Operation("order_lines.get", {"id": UUID}, {}, SalesOrderLineRecord)
_ORDER_LINES_FIND: Operation[SalesOrderLineRecord | None] = Operation("order_lines.find", {"id": UUID}, {}, SalesOrderLineRecord | None)

_RESERVATIONS_LIST: Operation[Page[ReservationRecord]] = Operation(
    "reservations.list",
    {},
    {"filter": FilterOf(ReservationFields), "sort": Names(ReservationFields, many=True), "limit": int | None, "after": str | None},
    Page[ReservationRecord],
)
_RESERVATIONS_COUNT: Operation[int] = Operation("reservations.count", {}, {"filter": FilterOf(ReservationFields)}, int)
_RESERVATIONS_REPORT: Operation[list[list[Any]]] = Operation(
    "reservations.report",
    {},
    {"by": Names(ReservationFields, many=True), "by_month": Names(ReservationFields, many=False), "sum": Names(ReservationFields, many=True), "filter": FilterOf(ReservationFields)},
    list[list[Any]],
)

_SALES_DOCUMENTS_LIST: Operation[Page[SalesDocumentRecord]] = Operation(
    "sales_documents.list",
    {},
    {"filter": FilterOf(SalesDocumentFields), "sort": Names(SalesDocumentFields, many=True), "limit": int | None, "after": str | None},
    Page[SalesDocumentRecord],
)
_SALES_DOCUMENTS_COUNT: Operation[int] = Operation("sales_documents.count", {}, {"filter": FilterOf(SalesDocumentFields)}, int)
_SALES_DOCUMENTS_REPORT: Operation[list[list[Any]]] = Operation(
    "sales_documents.report",
    {},
    {"by": Names(SalesDocumentFields, many=True), "by_month": Names(SalesDocumentFields, many=False), "sum": Names(SalesDocumentFields, many=True), "filter": FilterOf(SalesDocumentFields)},
    list[list[Any]],
)
_SALES_DOCUMENTS_GET: Operation[SalesDocumentRecord] = Operation("sales_documents.get", {"id": UUID}, {}, SalesDocumentRecord)
_SALES_DOCUMENTS_FIND: Operation[SalesDocumentRecord | None] = Operation(
    "sales_documents.find",
    {"id": UUID},
    {},
    SalesDocumentRecord | None,
)

_SALES_LINES_LIST: Operation[Page[SalesLineRecord]] = Operation(
    "sales_lines.list",
    {},
    {"filter": FilterOf(SalesLineFields), "sort": Names(SalesLineFields, many=True), "limit": int | None, "after": str | None},
    Page[SalesLineRecord],
)
_SALES_LINES_COUNT: Operation[int] = Operation("sales_lines.count", {}, {"filter": FilterOf(SalesLineFields)}, int)
_SALES_LINES_REPORT: Operation[list[list[Any]]] = Operation(
    "sales_lines.report",
    {},
    {"by": Names(SalesLineFields, many=True), "by_month": Names(SalesLineFields, many=False), "sum": Names(SalesLineFields, many=True), "filter": FilterOf(SalesLineFields)},
    list[list[Any]],
)
_SALES_LINES_GET: Operation[SalesLineRecord] = Operation("sales_lines.get", {"id": UUID}, {}, SalesLineRecord)
_SALES_LINES_FIND: Operation[SalesLineRecord | None] = Operation("sales_lines.find", {"id": UUID}, {}, SalesLineRecord | None)

_STOCK_DOCUMENTS_LIST: Operation[Page[StockDocumentRecord]] = Operation(
    "stock_documents.list",
    {},
    {"filter": FilterOf(StockDocumentFields), "sort": Names(StockDocumentFields, many=True), "limit": int | None, "after": str | None},
    Page[StockDocumentRecord],
)
_STOCK_DOCUMENTS_COUNT: Operation[int] = Operation("stock_documents.count", {}, {"filter": FilterOf(StockDocumentFields)}, int)
_STOCK_DOCUMENTS_REPORT: Operation[list[list[Any]]] = Operation(
    "stock_documents.report",
    {},
    {"by": Names(StockDocumentFields, many=True), "by_month": Names(StockDocumentFields, many=False), "sum": Names(StockDocumentFields, many=True), "filter": FilterOf(StockDocumentFields)},
    list[list[Any]],
)
_STOCK_DOCUMENTS_GET: Operation[StockDocumentRecord] = Operation("stock_documents.get", {"id": UUID}, {}, StockDocumentRecord)
_STOCK_DOCUMENTS_FIND: Operation[StockDocumentRecord | None] = Operation(
    "stock_documents.find",
    {"id": UUID},
    {},
    StockDocumentRecord | None,
)

_STOCK_MOVEMENTS_LIST: Operation[Page[StockMovementRecord]] = Operation(
    "stock_movements.list",
    {},
    {"filter": FilterOf(StockMovementFields), "sort": Names(StockMovementFields, many=True), "limit": int | None, "after": str | None},
    Page[StockMovementRecord],
)
_STOCK_MOVEMENTS_COUNT: Operation[int] = Operation("stock_movements.count", {}, {"filter": FilterOf(StockMovementFields)}, int)
_STOCK_MOVEMENTS_REPORT: Operation[list[list[Any]]] = Operation(
    "stock_movements.report",
    {},
    {"by": Names(StockMovementFields, many=True), "by_month": Names(StockMovementFields, many=False), "sum": Names(StockMovementFields, many=True), "filter": FilterOf(StockMovementFields)},
    list[list[Any]],
)
_STOCK_MOVEMENTS_GET: Operation[StockMovementRecord] = Operation("stock_movements.get", {"id": UUID}, {}, StockMovementRecord)
_STOCK_MOVEMENTS_FIND: Operation[StockMovementRecord | None] = Operation(
    "stock_movements.find",
    {"id": UUID},
    {},
    StockMovementRecord | None,
)

_STOCK_POOLS_LIST: Operation[Page[StockPoolRecord]] = Operation(
    "stock_pools.list",
    {},
    {"filter": FilterOf(StockPoolFields), "sort": Names(StockPoolFields, many=True), "limit": int | None, "after": str | None},
    Page[StockPoolRecord],
)
_STOCK_POOLS_COUNT: Operation[int] = Operation("stock_pools.count", {}, {"filter": FilterOf(StockPoolFields)}, int)
_STOCK_POOLS_REPORT: Operation[list[list[Any]]] = Operation(
    "stock_pools.report",
    {},
    {"by": Names(StockPoolFields, many=True), "by_month": Names(StockPoolFields, many=False), "sum": Names(StockPoolFields, many=True), "filter": FilterOf(StockPoolFields)},
    list[list[Any]],
)

_STOCK_BALANCES_LIST: Operation[Page[StockBalanceRecord]] = Operation(
    "stock_balances.list",
    {},
    {"filter": FilterOf(StockBalanceFields), "sort": Names(StockBalanceFields, many=True), "limit": int | None, "after": str | None},
    Page[StockBalanceRecord],
)
_STOCK_BALANCES_COUNT: Operation[int] = Operation("stock_balances.count", {}, {"filter": FilterOf(StockBalanceFields)}, int)
_STOCK_BALANCES_REPORT: Operation[list[list[Any]]] = Operation(
    "stock_balances.report",
    {},
    {"by": Names(StockBalanceFields, many=True), "by_month": Names(StockBalanceFields, many=False), "sum": Names(StockBalanceFields, many=True), "filter": FilterOf(StockBalanceFields)},
    list[list[Any]],
)

_STOCK_LOTS_LIST: Operation[Page[StockLotRecord]] = Operation(
    "stock_lots.list",
    {},
    {"filter": FilterOf(StockLotFields), "sort": Names(StockLotFields, many=True), "limit": int | None, "after": str | None},
    Page[StockLotRecord],
)
_STOCK_LOTS_COUNT: Operation[int] = Operation("stock_lots.count", {}, {"filter": FilterOf(StockLotFields)}, int)
_STOCK_LOTS_REPORT: Operation[list[list[Any]]] = Operation(
    "stock_lots.report",
    {},
    {"by": Names(StockLotFields, many=True), "by_month": Names(StockLotFields, many=False), "sum": Names(StockLotFields, many=True), "filter": FilterOf(StockLotFields)},
    list[list[Any]],
)

_LOT_BALANCES_LIST: Operation[Page[LotBalanceRecord]] = Operation(
    "lot_balances.list",
    {},
    {"filter": FilterOf(LotBalanceFields), "sort": Names(LotBalanceFields, many=True), "limit": int | None, "after": str | None},
    Page[LotBalanceRecord],
)
_LOT_BALANCES_COUNT: Operation[int] = Operation("lot_balances.count", {}, {"filter": FilterOf(LotBalanceFields)}, int)
_LOT_BALANCES_REPORT: Operation[list[list[Any]]] = Operation(
    "lot_balances.report",
    {},
    {"by": Names(LotBalanceFields, many=True), "by_month": Names(LotBalanceFields, many=False), "sum": Names(LotBalanceFields, many=True), "filter": FilterOf(LotBalanceFields)},
    list[list[Any]],
)

_COST_VARIANCES_LIST: Operation[Page[CostVarianceRecord]] = Operation(
    "cost_variances.list",
    {},
    {"filter": FilterOf(CostVarianceFields), "sort": Names(CostVarianceFields, many=True), "limit": int | None, "after": str | None},
    Page[CostVarianceRecord],
)
_COST_VARIANCES_COUNT: Operation[int] = Operation("cost_variances.count", {}, {"filter": FilterOf(CostVarianceFields)}, int)
_COST_VARIANCES_REPORT: Operation[list[list[Any]]] = Operation(
    "cost_variances.report",
    {},
    {"by": Names(CostVarianceFields, many=True), "by_month": Names(CostVarianceFields, many=False), "sum": Names(CostVarianceFields, many=True), "filter": FilterOf(CostVarianceFields)},
    list[list[Any]],
)
_COST_VARIANCES_GET: Operation[CostVarianceRecord] = Operation("cost_variances.get", {"id": UUID}, {}, CostVarianceRecord)
_COST_VARIANCES_FIND: Operation[CostVarianceRecord | None] = Operation("cost_variances.find", {"id": UUID}, {}, CostVarianceRecord | None)

_COST_CORRECTIONS_LIST: Operation[Page[CostCorrectionRecord]] = Operation(
    "cost_corrections.list",
    {},
    {"filter": FilterOf(CostCorrectionFields), "sort": Names(CostCorrectionFields, many=True), "limit": int | None, "after": str | None},
    Page[CostCorrectionRecord],
)
_COST_CORRECTIONS_COUNT: Operation[int] = Operation("cost_corrections.count", {}, {"filter": FilterOf(CostCorrectionFields)}, int)
_COST_CORRECTIONS_REPORT: Operation[list[list[Any]]] = Operation(
    "cost_corrections.report",
    {},
    {"by": Names(CostCorrectionFields, many=True), "by_month": Names(CostCorrectionFields, many=False), "sum": Names(CostCorrectionFields, many=True), "filter": FilterOf(CostCorrectionFields)},
    list[list[Any]],
)
_COST_CORRECTIONS_GET: Operation[CostCorrectionRecord] = Operation("cost_corrections.get", {"id": UUID}, {}, CostCorrectionRecord)
_COST_CORRECTIONS_FIND: Operation[CostCorrectionRecord | None] = Operation(
    "cost_corrections.find",
    {"id": UUID},
    {},
    CostCorrectionRecord | None,
)

_OPEN_ITEMS_LIST: Operation[Page[OpenItemRecord]] = Operation(
    "open_items.list",
    {},
    {"filter": FilterOf(OpenItemFields), "sort": Names(OpenItemFields, many=True), "limit": int | None, "after": str | None},
    Page[OpenItemRecord],
)
_OPEN_ITEMS_COUNT: Operation[int] = Operation("open_items.count", {}, {"filter": FilterOf(OpenItemFields)}, int)
_OPEN_ITEMS_REPORT: Operation[list[list[Any]]] = Operation(
    "open_items.report",
    {},
    {"by": Names(OpenItemFields, many=True), "by_month": Names(OpenItemFields, many=False), "sum": Names(OpenItemFields, many=True), "filter": FilterOf(OpenItemFields)},
    list[list[Any]],
)
_OPEN_ITEMS_GET: Operation[OpenItemRecord] = Operation("open_items.get", {"id": UUID}, {}, OpenItemRecord)
_OPEN_ITEMS_FIND: Operation[OpenItemRecord | None] = Operation("open_items.find", {"id": UUID}, {}, OpenItemRecord | None)

_PAYMENTS_LIST: Operation[Page[PaymentRecord]] = Operation(
    "payments.list",
    {},
    {"filter": FilterOf(PaymentFields), "sort": Names(PaymentFields, many=True), "limit": int | None, "after": str | None},
    Page[PaymentRecord],
)
_PAYMENTS_COUNT: Operation[int] = Operation("payments.count", {}, {"filter": FilterOf(PaymentFields)}, int)
_PAYMENTS_REPORT: Operation[list[list[Any]]] = Operation(
    "payments.report",
    {},
    {"by": Names(PaymentFields, many=True), "by_month": Names(PaymentFields, many=False), "sum": Names(PaymentFields, many=True), "filter": FilterOf(PaymentFields)},
    list[list[Any]],
)
_PAYMENTS_GET: Operation[PaymentRecord] = Operation("payments.get", {"id": UUID}, {}, PaymentRecord)
_PAYMENTS_FIND: Operation[PaymentRecord | None] = Operation("payments.find", {"id": UUID}, {}, PaymentRecord | None)

_ADJUSTMENTS_LIST: Operation[Page[AdjustmentRecord]] = Operation(
    "adjustments.list",
    {},
    {"filter": FilterOf(AdjustmentFields), "sort": Names(AdjustmentFields, many=True), "limit": int | None, "after": str | None},
    Page[AdjustmentRecord],
)
_ADJUSTMENTS_COUNT: Operation[int] = Operation("adjustments.count", {}, {"filter": FilterOf(AdjustmentFields)}, int)
_ADJUSTMENTS_REPORT: Operation[list[list[Any]]] = Operation(
    "adjustments.report",
    {},
    {"by": Names(AdjustmentFields, many=True), "by_month": Names(AdjustmentFields, many=False), "sum": Names(AdjustmentFields, many=True), "filter": FilterOf(AdjustmentFields)},
    list[list[Any]],
)
_ADJUSTMENTS_GET: Operation[AdjustmentRecord] = Operation("adjustments.get", {"id": UUID}, {}, AdjustmentRecord)
_ADJUSTMENTS_FIND: Operation[AdjustmentRecord | None] = Operation("adjustments.find", {"id": UUID}, {}, AdjustmentRecord | None)

_ALLOCATIONS_LIST: Operation[Page[AllocationRecord]] = Operation(
    "allocations.list",
    {},
    {"filter": FilterOf(AllocationFields), "sort": Names(AllocationFields, many=True), "limit": int | None, "after": str | None},
    Page[AllocationRecord],
)
_ALLOCATIONS_COUNT: Operation[int] = Operation("allocations.count", {}, {"filter": FilterOf(AllocationFields)}, int)
_ALLOCATIONS_REPORT: Operation[list[list[Any]]] = Operation(
    "allocations.report",
    {},
    {"by": Names(AllocationFields, many=True), "by_month": Names(AllocationFields, many=False), "sum": Names(AllocationFields, many=True), "filter": FilterOf(AllocationFields)},
    list[list[Any]],
)
_ALLOCATIONS_GET: Operation[AllocationRecord] = Operation("allocations.get", {"id": UUID}, {}, AllocationRecord)
_ALLOCATIONS_FIND: Operation[AllocationRecord | None] = Operation("allocations.find", {"id": UUID}, {}, AllocationRecord | None)

_AUDIT_LIST: Operation[Page[AuditEntryRecord]] = Operation(
    "audit.list",
    {},
    {"filter": FilterOf(AuditEntryFields), "sort": Names(AuditEntryFields, many=True), "limit": int | None, "after": str | None},
    Page[AuditEntryRecord],
)
_AUDIT_COUNT: Operation[int] = Operation("audit.count", {}, {"filter": FilterOf(AuditEntryFields)}, int)
_AUDIT_REPORT: Operation[list[list[Any]]] = Operation(
    "audit.report",
    {},
    {"by": Names(AuditEntryFields, many=True), "by_month": Names(AuditEntryFields, many=False), "sum": Names(AuditEntryFields, many=True), "filter": FilterOf(AuditEntryFields)},
    list[list[Any]],
)
_AUDIT_GET: Operation[AuditEntryRecord] = Operation("audit.get", {"id": UUID}, {}, AuditEntryRecord)
_AUDIT_FIND: Operation[AuditEntryRecord | None] = Operation("audit.find", {"id": UUID}, {}, AuditEntryRecord | None)

_FEED_LIST: Operation[Page[FeedEntryRecord]] = Operation(
    "feed.list",
    {},
    {"filter": FilterOf(FeedEntryFields), "sort": Names(FeedEntryFields, many=True), "limit": int | None, "after": str | None},
    Page[FeedEntryRecord],
)
_FEED_COUNT: Operation[int] = Operation("feed.count", {}, {"filter": FilterOf(FeedEntryFields)}, int)
_FEED_REPORT: Operation[list[list[Any]]] = Operation(
    "feed.report",
    {},
    {"by": Names(FeedEntryFields, many=True), "by_month": Names(FeedEntryFields, many=False), "sum": Names(FeedEntryFields, many=True), "filter": FilterOf(FeedEntryFields)},
    list[list[Any]],
)

_SESSION_VERIFY: Operation[Verified] = Operation("session.verify", {}, {}, Verified)

_COMPANY_PROFILE_ON: Operation[CompanyProfileRecord | None] = Operation(
    "company.profile_on",
    {"day": datetime.date},
    {},
    CompanyProfileRecord | None,
)
_COMPANY_POLICY_ON: Operation[TaxPolicy] = Operation("company.policy_on", {"day": datetime.date}, {}, TaxPolicy)
_COMPANY_UPDATE: Operation[CompanyRecord] = Operation(
    "company.update",
    {"record": CompanyRecord},
    {"custom": dict[str, Any] | None},
    CompanyRecord,
)
_COMPANY_PATCH: Operation[CompanyRecord] = Operation(
    "company.patch",
    {"id": UUID, "changes": ChangesOf(CompanyFields, Company)},
    {"version": int | None, "custom": dict[str, Any] | None},
    CompanyRecord,
)

_DICTIONARY_MERGE: Operation[Merged] = Operation("dictionary.merge", {"from": UUID, "into": UUID}, {}, Merged)

_PRICING_PRICE: Operation[Priced | None] = Operation(
    "pricing.price",
    {"day": datetime.date, "line": PriceLine},
    {"customer_id": UUID | None, "currency": str | None},
    Priced | None,
)
_PRICING_PRICE_ALL: Operation[list[Priced | None]] = Operation(
    "pricing.price_all",
    {"day": datetime.date, "lines": list[PriceLine]},
    {"customer_id": UUID | None, "currency": str | None},
    list[Priced | None],
)
_PRICING_SETTINGS: Operation[PriceSettings] = Operation("pricing.settings", {}, {}, PriceSettings)
_PRICING_SET_SETTINGS: Operation[None] = Operation("pricing.set_settings", {"settings": PriceSettings}, {}, None)
_PRICING_PRICE_HISTORY: Operation[list[PastPrice]] = Operation(
    "pricing.price_history",
    {"customer_id": UUID, "product_id": UUID, "lines": int},
    {},
    list[PastPrice],
)
_PRICING_USUAL_BASKET: Operation[list[BasketItem]] = Operation(
    "pricing.usual_basket",
    {"customer_id": UUID, "since": datetime.date, "as_of": datetime.date},
    {},
    list[BasketItem],
)
_PRICING_COPY_LAST_DELIVERY: Operation[LastDelivery | None] = Operation(
    "pricing.copy_last_delivery",
    {"customer_id": UUID},
    {},
    LastDelivery | None,
)

_STOCK_RECEIVE: Operation[StockPosted] = Operation("stock.receive", {"receipt": NewReceipt}, {}, StockPosted)
_STOCK_COUNT: Operation[StockPosted] = Operation("stock.count", {"count": NewCount}, {}, StockPosted)
_STOCK_TRANSFER: Operation[StockPosted] = Operation("stock.transfer", {"transfer": NewTransfer}, {}, StockPosted)
_STOCK_RETURN_TO_SUPPLIER: Operation[StockPosted] = Operation(
    "stock.return_to_supplier",
    {"supplier_return": NewSupplierReturn},
    {},
    StockPosted,
)
_STOCK_REVERSE: Operation[StockPosted] = Operation("stock.reverse", {"reversal": Reverse}, {}, StockPosted)
_STOCK_RECEIVERS_OF_LOT: Operation[list[LotReceiver]] = Operation(
    "stock.receivers_of_lot",
    {"product_id": UUID, "lot": str},
    {},
    list[LotReceiver],
)
_STOCK_PROPOSE_LOTS: Operation[list[LotProposal]] = Operation(
    "stock.propose_lots",
    {"product_id": UUID, "warehouse_id": UUID, "quantity": Decimal, "day": datetime.date},
    {},
    list[LotProposal],
)
_STOCK_AVAILABLE: Operation[list[Availability]] = Operation(
    "stock.available",
    {"product_id": UUID, "at": datetime.datetime},
    {},
    list[Availability],
)
_STOCK_REVALUE: Operation[StockPosted] = Operation("stock.revalue", {"revaluation": Revalue}, {}, StockPosted)
_STOCK_SET_UNIT_COST: Operation[StockPosted] = Operation("stock.set_unit_cost", {"cost": SetUnitCost}, {}, StockPosted)
_STOCK_ADD_COST: Operation[StockPosted] = Operation("stock.add_cost", {"cost": AddCost}, {}, StockPosted)
_STOCK_CORRECT_RECEIPT_PRICE: Operation[StockPosted] = Operation(
    "stock.correct_receipt_price",
    {"correction": CorrectPrice},
    {},
    StockPosted,
)
_STOCK_CORRECT_RECEIPT_QUANTITY: Operation[StockPosted] = Operation(
    "stock.correct_receipt_quantity",
    {"correction": CorrectQuantity},
    {},
    StockPosted,
)
_STOCK_CHANGE_METHOD: Operation[StockPosted] = Operation("stock.change_method", {"change": ChangeMethod}, {}, StockPosted)
_STOCK_RECOST_PREVIEW: Operation[RecostPreview] = Operation(
    "stock.recost_preview",
    {"product_id": UUID, "from": datetime.date},
    {},
    RecostPreview,
)
_STOCK_RECOST: Operation[StockPosted] = Operation("stock.recost", {"recost": NewRecost}, {}, StockPosted)

_QUOTES_CREATE: Operation[QuotePosted] = Operation("quotes.create", {"quote": NewQuote}, {}, QuotePosted)
_QUOTES_REVISE: Operation[QuotePosted] = Operation("quotes.revise", {"change": QuoteChange}, {}, QuotePosted)
_QUOTES_CLOSE: Operation[None] = Operation("quotes.close", {"close": CloseQuote}, {}, None)
_QUOTES_ACCEPT: Operation[OrderPosted] = Operation("quotes.accept", {"acceptance": Acceptance}, {}, OrderPosted)
_QUOTES_PRICE_CHANGES: Operation[list[PriceChange]] = Operation(
    "quotes.price_changes",
    {"quote_id": UUID, "today": datetime.date},
    {},
    list[PriceChange],
)
_QUOTES_STATUS: Operation[QuoteStatus] = Operation("quotes.status", {"quote_id": UUID, "today": datetime.date}, {}, QuoteStatus)
_QUOTES_RENDER: Operation[Any] = Operation("quotes.render", {"revision_id": UUID}, {}, Any)

_ORDERS_CREATE: Operation[OrderPosted] = Operation("orders.create", {"order": NewOrder}, {}, OrderPosted)
_ORDERS_DELIVER: Operation[SalesPosted] = Operation("orders.deliver", {"delivery": OrderDelivery}, {}, SalesPosted)
_ORDERS_CLOSE: Operation[OrderClosed] = Operation("orders.close", {"close": CloseOrder}, {}, OrderClosed)
_ORDERS_STATUS: Operation[OrderStatus] = Operation("orders.status", {"order_id": UUID}, {}, OrderStatus)
_ORDERS_RESERVE: Operation[None] = Operation("orders.reserve", {"reservation": Reserve}, {}, None)
_ORDERS_RELEASE: Operation[None] = Operation("orders.release", {"release": Release}, {}, None)
_ORDERS_RENDER: Operation[Any] = Operation("orders.render", {"order_id": UUID}, {}, Any)

_SALES_DELIVER: Operation[SalesPosted] = Operation("sales.deliver", {"delivery": NewDelivery}, {}, SalesPosted)
_SALES_TAKE_BACK: Operation[SalesPosted] = Operation("sales.take_back", {"goods": NewReturn}, {}, SalesPosted)
_SALES_CREDIT: Operation[SalesPosted] = Operation("sales.credit", {"note": NewCreditNote}, {}, SalesPosted)
_SALES_REVERSE: Operation[SalesPosted] = Operation("sales.reverse", {"reversal": Reversal}, {}, SalesPosted)
_SALES_COPY: Operation[NewDelivery] = Operation("sales.copy", {"document_id": UUID, "day": datetime.date}, {}, NewDelivery)
_SALES_RENDER: Operation[Any] = Operation("sales.render", {"document_id": UUID}, {}, Any)
_SALES_PROFIT: Operation[list[ProfitRow]] = Operation("sales.profit", {"by": ProfitBy}, {"filter": Any}, list[ProfitRow])

_RECEIVABLES_RECORD_PAYMENT: Operation[PaymentPosted] = Operation("receivables.record_payment", {"payment": NewPayment}, {}, PaymentPosted)
_RECEIVABLES_ALLOCATE: Operation[None] = Operation("receivables.allocate", {"allocation": NewAllocation}, {}, None)
_RECEIVABLES_ALLOCATE_CREDIT: Operation[Money | None] = Operation(
    "receivables.allocate_credit",
    {"allocation": NewCreditAllocation},
    {},
    Money | None,
)
_RECEIVABLES_DEALLOCATE: Operation[None] = Operation("receivables.deallocate", {"deallocation": Deallocation}, {}, None)
_RECEIVABLES_REFUND: Operation[AdjustmentPosted] = Operation("receivables.refund", {"refund": NewRefund}, {}, AdjustmentPosted)
_RECEIVABLES_WRITE_OFF: Operation[AdjustmentPosted] = Operation("receivables.write_off", {"write_off": NewWriteOff}, {}, AdjustmentPosted)
_RECEIVABLES_CANCEL_PAYMENT: Operation[AdjustmentPosted] = Operation(
    "receivables.cancel_payment",
    {"cancellation": PaymentCancellation},
    {},
    AdjustmentPosted,
)
_RECEIVABLES_CANCEL_ADJUSTMENT: Operation[AdjustmentPosted] = Operation(
    "receivables.cancel_adjustment",
    {"cancellation": AdjustmentCancellation},
    {},
    AdjustmentPosted,
)
_RECEIVABLES_CANCEL_OPENING: Operation[AdjustmentPosted] = Operation(
    "receivables.cancel_opening",
    {"cancellation": OpeningCancellation},
    {},
    AdjustmentPosted,
)
_RECEIVABLES_RESCHEDULE: Operation[AdjustmentPosted] = Operation(
    "receivables.reschedule",
    {"rescheduling": Rescheduling},
    {},
    AdjustmentPosted,
)
_RECEIVABLES_FREE_PREPAYMENTS: Operation[Money | None] = Operation(
    "receivables.free_prepayments",
    {"freed": FreedPrepayments},
    {},
    Money | None,
)
_RECEIVABLES_AGEING: Operation[Ageing] = Operation("receivables.ageing", {"query": AgeingQuery}, {}, Ageing)
_RECEIVABLES_AGEING_BY: Operation[list[AgeingRow]] = Operation(
    "receivables.ageing_by",
    {"by": AgeingBy, "query": AgeingQuery},
    {},
    list[AgeingRow],
)
_RECEIVABLES_AGED_ITEMS: Operation[list[AgedItem]] = Operation("receivables.aged_items", {"query": AgeingQuery}, {}, list[AgedItem])
_RECEIVABLES_BALANCE: Operation[Money] = Operation(
    "receivables.balance",
    {"customer_id": UUID, "as_of": datetime.date, "currency": str},
    {},
    Money,
)
_RECEIVABLES_STATEMENT: Operation[Statement] = Operation(
    "receivables.statement",
    {"of": AccountOf, "from": datetime.date, "to": datetime.date, "currency": str},
    {},
    Statement,
)
_RECEIVABLES_CREDIT_STATE: Operation[CreditState] = Operation(
    "receivables.credit_state",
    {"customer_id": UUID, "day": datetime.date},
    {},
    CreditState,
)
_RECEIVABLES_FIGURES: Operation[AccountFigures] = Operation(
    "receivables.figures",
    {"of": AccountOf, "as_of": datetime.date, "currency": str},
    {},
    AccountFigures,
)
_RECEIVABLES_DOCUMENT_STATUS: Operation[Settled | None] = Operation(
    "receivables.document_status",
    {"document_id": UUID, "as_of": datetime.date},
    {},
    Settled | None,
)
_RECEIVABLES_ORDER_STATUS: Operation[Settled] = Operation(
    "receivables.order_status",
    {"customer_id": UUID, "order_id": UUID, "total": Money, "as_of": datetime.date},
    {},
    Settled,
)
_RECEIVABLES_REMINDERS: Operation[list[Reminder]] = Operation(
    "receivables.reminders",
    {"query": AgeingQuery, "levels": list[int]},
    {},
    list[Reminder],
)

_OPENING_APPLY_WORKBOOK: Operation[OpeningReport] = Operation(
    "opening.apply_workbook",
    {"workbook": FileSource, "options": OpeningOptions},
    {"reading": ReadingOptions | None, "language": str | None},
    OpeningReport,
)
_OPENING_EXAMINE_WORKBOOK: Operation[WorkbookPlan] = Operation(
    "opening.examine_workbook",
    {"workbook": FileSource},
    {"reading": ReadingOptions | None, "language": str | None},
    WorkbookPlan,
)
_OPENING_ANNOTATE_WORKBOOK: Operation[OpeningReport] = Operation(
    "opening.annotate_workbook",
    {"workbook": FileSource, "options": OpeningOptions, "language": str, "to": FilePath},
    {"overwrite": bool | None, "reading": ReadingOptions | None},
    OpeningReport,
)
_OPENING_ANNOTATED_WORKBOOK: Operation[AnnotatedWorkbook] = Operation(
    "opening.annotated_workbook",
    {"workbook": FileSource, "options": OpeningOptions, "language": str},
    {"reading": ReadingOptions | None, "as_xlsx": bool | None},
    AnnotatedWorkbook,
)
_OPENING_WRITE_TEMPLATE: Operation[None] = Operation(
    "opening.write_template",
    {"to": FilePath, "language": str},
    {"tax_codes": list[str] | None, "customer_groups": list[str] | None, "product_groups": list[str] | None, "warehouses": list[str] | None, "overwrite": bool | None},
    None,
)
_OPENING_TEMPLATE: Operation[bytes] = Operation(
    "opening.template",
    {"language": str},
    {"tax_codes": list[str] | None, "customer_groups": list[str] | None, "product_groups": list[str] | None, "warehouses": list[str] | None},
    bytes,
)


class CompaniesService(Service):
    """The own company as it is stored."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> Pages[CompanyRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_COMPANIES_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._caller.call(_COMPANIES_COUNT, {"filter": filter})

    def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._report(_COMPANIES_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, CompanyFields)

    def get(self, id: UUID) -> CompanyRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return self._caller.call(_COMPANIES_GET, {"id": id})

    def find(self, id: UUID) -> CompanyRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return self._caller.call(_COMPANIES_FIND, {"id": id})


class AsyncCompaniesService(AsyncService):
    """The own company as it is stored."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> AsyncPages[CompanyRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_COMPANIES_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    async def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._caller.call(_COMPANIES_COUNT, {"filter": filter})

    async def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._report(_COMPANIES_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, CompanyFields)

    async def get(self, id: UUID) -> CompanyRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return await self._caller.call(_COMPANIES_GET, {"id": id})

    async def find(self, id: UUID) -> CompanyRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return await self._caller.call(_COMPANIES_FIND, {"id": id})


class CustomersService(Service):
    """Customers."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> Pages[CustomerRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_CUSTOMERS_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._caller.call(_CUSTOMERS_COUNT, {"filter": filter})

    def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._report(_CUSTOMERS_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, CustomerFields)

    def get(self, id: UUID) -> CustomerRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return self._caller.call(_CUSTOMERS_GET, {"id": id})

    def find(self, id: UUID) -> CustomerRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return self._caller.call(_CUSTOMERS_FIND, {"id": id})

    def create(self, data: Customer, *, custom: Mapping[str, Any] | None = None) -> CustomerRecord:
        """Creates a record, with values of fields that the host declared.

        data: The record.
        custom: Values of fields that the host declared, by name.
        """
        return self._caller.call(_CUSTOMERS_CREATE, {"data": data, "custom": custom})

    def create_many(self, data: Sequence[Customer]) -> builtins.list[CustomerRecord]:
        """Creates records, all or none.

        data: The records.
        """
        return self._caller.call(_CUSTOMERS_CREATE_MANY, {"data": data})

    def update(self, record: CustomerRecord, *, custom: Mapping[str, Any] | None = None) -> CustomerRecord:
        """Changes a record; refused if somebody else changed it since it was read.

        record: The record as it was read, with what is to change; fields that it leaves out stay as they are.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return self._caller.call(_CUSTOMERS_UPDATE, {"record": record, "custom": custom})

    def modify(self, id: UUID, change: Callable[[CustomerRecord], CustomerRecord | None]) -> CustomerRecord:
        """Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed
        it meanwhile.

        id: Id of the record.
        change: Changes the record that it is given, or returns another. It is called anew for what was read anew, at most
            `MAX_RETRIES` times more.
        """
        return self._modify(_CUSTOMERS_GET, _CUSTOMERS_UPDATE, id, change)

    def patch(self, id: UUID, *changes: Change, version: int | None = None, custom: Mapping[str, Any] | None = None) -> CustomerRecord:
        """Changes the fields that are given of a record, and no others.

        id: Id of the record.
        changes: The fields, each with its value; the others stay as they are.
        version: The version that the record must still have; any, if nothing is said.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return self._caller.call(_CUSTOMERS_PATCH, {"id": id, "changes": changes, "version": version, "custom": custom})

    def delete(self, record: CustomerRecord) -> None:
        """Deletes a record that nothing refers to.

        record: The record as it was read.
        """
        self._caller.call(_CUSTOMERS_DELETE, {"record": record})

    def upsert(
        self,
        key: ExternalKey,
        *changes: Change,
        mode: UpsertMode | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> CustomerUpserted:
        """Changes the fields that are given of the record that another system knows by a key, or creates it from them.

        key: The other system's name and its key.
        changes: The fields that are given, each with its value; the others stay as they are, or take their defaults in a new
            record.
        mode: What may be done; both if nothing is said.
        custom: Values of fields that the host declared, by name.
        """
        return self._caller.call(_CUSTOMERS_UPSERT, {"key": key, "changes": changes, "mode": mode, "custom": custom})

    def find_external(self, key: ExternalKey) -> CustomerRecord | None:
        """The record that another system knows by a key, or nothing.

        key: The other system's name and its key.
        """
        return self._caller.call(_CUSTOMERS_FIND_EXTERNAL, {"key": key})

    def external_keys(self, id: UUID) -> builtins.list[ExternalKey]:
        """What other systems call a record.

        id: Id of the record.
        """
        return self._caller.call(_CUSTOMERS_EXTERNAL_KEYS, {"id": id})

    def bind_external(self, id: UUID, key: ExternalKey) -> None:
        """Lets another system know a record by a key.

        id: Id of the record.
        key: The other system's name and its key.
        """
        self._caller.call(_CUSTOMERS_BIND_EXTERNAL, {"id": id, "key": key})

    def unbind_external(self, id: UUID, key: ExternalKey) -> None:
        """Takes a key of another system away from a record.

        id: Id of the record.
        key: The other system's name and its key.
        """
        self._caller.call(_CUSTOMERS_UNBIND_EXTERNAL, {"id": id, "key": key})

    def custom_of(self, id: UUID) -> builtins.dict[str, Any]:
        """What a record holds in the fields that the host declared.

        id: Id of the record.
        """
        return self._caller.call(_CUSTOMERS_CUSTOM_OF, {"id": id})

    def set_custom(self, id: UUID, custom: Mapping[str, Any]) -> None:
        """Sets what a record holds in fields that the host declared.

        id: Id of the record.
        custom: Values of fields that the host declared, by name; null empties one.
        """
        self._caller.call(_CUSTOMERS_SET_CUSTOM, {"id": id, "custom": custom})

    def card(self, id: UUID) -> CustomerCard:
        """A customer with his contacts, addresses, groups and fields of the host's own, as far as the caller can see them."""
        return self._caller.call(_CUSTOMERS_CARD, {"id": id})


class AsyncCustomersService(AsyncService):
    """Customers."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> AsyncPages[CustomerRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_CUSTOMERS_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    async def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._caller.call(_CUSTOMERS_COUNT, {"filter": filter})

    async def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._report(_CUSTOMERS_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, CustomerFields)

    async def get(self, id: UUID) -> CustomerRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return await self._caller.call(_CUSTOMERS_GET, {"id": id})

    async def find(self, id: UUID) -> CustomerRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return await self._caller.call(_CUSTOMERS_FIND, {"id": id})

    async def create(self, data: Customer, *, custom: Mapping[str, Any] | None = None) -> CustomerRecord:
        """Creates a record, with values of fields that the host declared.

        data: The record.
        custom: Values of fields that the host declared, by name.
        """
        return await self._caller.call(_CUSTOMERS_CREATE, {"data": data, "custom": custom})

    async def create_many(self, data: Sequence[Customer]) -> builtins.list[CustomerRecord]:
        """Creates records, all or none.

        data: The records.
        """
        return await self._caller.call(_CUSTOMERS_CREATE_MANY, {"data": data})

    async def update(self, record: CustomerRecord, *, custom: Mapping[str, Any] | None = None) -> CustomerRecord:
        """Changes a record; refused if somebody else changed it since it was read.

        record: The record as it was read, with what is to change; fields that it leaves out stay as they are.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return await self._caller.call(_CUSTOMERS_UPDATE, {"record": record, "custom": custom})

    async def modify(self, id: UUID, change: Callable[[CustomerRecord], CustomerRecord | None]) -> CustomerRecord:
        """Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed
        it meanwhile.

        id: Id of the record.
        change: Changes the record that it is given, or returns another. It is called anew for what was read anew, at most
            `MAX_RETRIES` times more.
        """
        return await self._modify(_CUSTOMERS_GET, _CUSTOMERS_UPDATE, id, change)

    async def patch(
        self,
        id: UUID,
        *changes: Change,
        version: int | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> CustomerRecord:
        """Changes the fields that are given of a record, and no others.

        id: Id of the record.
        changes: The fields, each with its value; the others stay as they are.
        version: The version that the record must still have; any, if nothing is said.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return await self._caller.call(_CUSTOMERS_PATCH, {"id": id, "changes": changes, "version": version, "custom": custom})

    async def delete(self, record: CustomerRecord) -> None:
        """Deletes a record that nothing refers to.

        record: The record as it was read.
        """
        await self._caller.call(_CUSTOMERS_DELETE, {"record": record})

    async def upsert(
        self,
        key: ExternalKey,
        *changes: Change,
        mode: UpsertMode | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> CustomerUpserted:
        """Changes the fields that are given of the record that another system knows by a key, or creates it from them.

        key: The other system's name and its key.
        changes: The fields that are given, each with its value; the others stay as they are, or take their defaults in a new
            record.
        mode: What may be done; both if nothing is said.
        custom: Values of fields that the host declared, by name.
        """
        return await self._caller.call(_CUSTOMERS_UPSERT, {"key": key, "changes": changes, "mode": mode, "custom": custom})

    async def find_external(self, key: ExternalKey) -> CustomerRecord | None:
        """The record that another system knows by a key, or nothing.

        key: The other system's name and its key.
        """
        return await self._caller.call(_CUSTOMERS_FIND_EXTERNAL, {"key": key})

    async def external_keys(self, id: UUID) -> builtins.list[ExternalKey]:
        """What other systems call a record.

        id: Id of the record.
        """
        return await self._caller.call(_CUSTOMERS_EXTERNAL_KEYS, {"id": id})

    async def bind_external(self, id: UUID, key: ExternalKey) -> None:
        """Lets another system know a record by a key.

        id: Id of the record.
        key: The other system's name and its key.
        """
        await self._caller.call(_CUSTOMERS_BIND_EXTERNAL, {"id": id, "key": key})

    async def unbind_external(self, id: UUID, key: ExternalKey) -> None:
        """Takes a key of another system away from a record.

        id: Id of the record.
        key: The other system's name and its key.
        """
        await self._caller.call(_CUSTOMERS_UNBIND_EXTERNAL, {"id": id, "key": key})

    async def custom_of(self, id: UUID) -> builtins.dict[str, Any]:
        """What a record holds in the fields that the host declared.

        id: Id of the record.
        """
        return await self._caller.call(_CUSTOMERS_CUSTOM_OF, {"id": id})

    async def set_custom(self, id: UUID, custom: Mapping[str, Any]) -> None:
        """Sets what a record holds in fields that the host declared.

        id: Id of the record.
        custom: Values of fields that the host declared, by name; null empties one.
        """
        await self._caller.call(_CUSTOMERS_SET_CUSTOM, {"id": id, "custom": custom})

    async def card(self, id: UUID) -> CustomerCard:
        """A customer with his contacts, addresses, groups and fields of the host's own, as far as the caller can see them."""
        return await self._caller.call(_CUSTOMERS_CARD, {"id": id})


class CustomerGroupsService(Service):
    """The trees of customer groups."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> Pages[CustomerGroupRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_CUSTOMER_GROUPS_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._caller.call(_CUSTOMER_GROUPS_COUNT, {"filter": filter})

    def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._report(_CUSTOMER_GROUPS_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, CustomerGroupFields)

    def get(self, id: UUID) -> CustomerGroupRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return self._caller.call(_CUSTOMER_GROUPS_GET, {"id": id})

    def find(self, id: UUID) -> CustomerGroupRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return self._caller.call(_CUSTOMER_GROUPS_FIND, {"id": id})

    def create(self, data: CustomerGroup, *, custom: Mapping[str, Any] | None = None) -> CustomerGroupRecord:
        """Creates a record, with values of fields that the host declared.

        data: The record.
        custom: Values of fields that the host declared, by name.
        """
        return self._caller.call(_CUSTOMER_GROUPS_CREATE, {"data": data, "custom": custom})

    def create_many(self, data: Sequence[CustomerGroup]) -> builtins.list[CustomerGroupRecord]:
        """Creates records, all or none.

        data: The records.
        """
        return self._caller.call(_CUSTOMER_GROUPS_CREATE_MANY, {"data": data})

    def update(self, record: CustomerGroupRecord, *, custom: Mapping[str, Any] | None = None) -> CustomerGroupRecord:
        """Changes a record; refused if somebody else changed it since it was read.

        record: The record as it was read, with what is to change; fields that it leaves out stay as they are.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return self._caller.call(_CUSTOMER_GROUPS_UPDATE, {"record": record, "custom": custom})

    def modify(self, id: UUID, change: Callable[[CustomerGroupRecord], CustomerGroupRecord | None]) -> CustomerGroupRecord:
        """Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed
        it meanwhile.

        id: Id of the record.
        change: Changes the record that it is given, or returns another. It is called anew for what was read anew, at most
            `MAX_RETRIES` times more.
        """
        return self._modify(_CUSTOMER_GROUPS_GET, _CUSTOMER_GROUPS_UPDATE, id, change)

    def patch(
        self,
        id: UUID,
        *changes: Change,
        version: int | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> CustomerGroupRecord:
        """Changes the fields that are given of a record, and no others.

        id: Id of the record.
        changes: The fields, each with its value; the others stay as they are.
        version: The version that the record must still have; any, if nothing is said.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return self._caller.call(_CUSTOMER_GROUPS_PATCH, {"id": id, "changes": changes, "version": version, "custom": custom})

    def delete(self, record: CustomerGroupRecord) -> None:
        """Deletes a record that nothing refers to.

        record: The record as it was read.
        """
        self._caller.call(_CUSTOMER_GROUPS_DELETE, {"record": record})

    def upsert(
        self,
        key: ExternalKey,
        *changes: Change,
        mode: UpsertMode | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> CustomerGroupUpserted:
        """Changes the fields that are given of the record that another system knows by a key, or creates it from them.

        key: The other system's name and its key.
        changes: The fields that are given, each with its value; the others stay as they are, or take their defaults in a new
            record.
        mode: What may be done; both if nothing is said.
        custom: Values of fields that the host declared, by name.
        """
        return self._caller.call(_CUSTOMER_GROUPS_UPSERT, {"key": key, "changes": changes, "mode": mode, "custom": custom})

    def find_external(self, key: ExternalKey) -> CustomerGroupRecord | None:
        """The record that another system knows by a key, or nothing.

        key: The other system's name and its key.
        """
        return self._caller.call(_CUSTOMER_GROUPS_FIND_EXTERNAL, {"key": key})

    def external_keys(self, id: UUID) -> builtins.list[ExternalKey]:
        """What other systems call a record.

        id: Id of the record.
        """
        return self._caller.call(_CUSTOMER_GROUPS_EXTERNAL_KEYS, {"id": id})

    def bind_external(self, id: UUID, key: ExternalKey) -> None:
        """Lets another system know a record by a key.

        id: Id of the record.
        key: The other system's name and its key.
        """
        self._caller.call(_CUSTOMER_GROUPS_BIND_EXTERNAL, {"id": id, "key": key})

    def unbind_external(self, id: UUID, key: ExternalKey) -> None:
        """Takes a key of another system away from a record.

        id: Id of the record.
        key: The other system's name and its key.
        """
        self._caller.call(_CUSTOMER_GROUPS_UNBIND_EXTERNAL, {"id": id, "key": key})

    def custom_of(self, id: UUID) -> builtins.dict[str, Any]:
        """What a record holds in the fields that the host declared.

        id: Id of the record.
        """
        return self._caller.call(_CUSTOMER_GROUPS_CUSTOM_OF, {"id": id})

    def set_custom(self, id: UUID, custom: Mapping[str, Any]) -> None:
        """Sets what a record holds in fields that the host declared.

        id: Id of the record.
        custom: Values of fields that the host declared, by name; null empties one.
        """
        self._caller.call(_CUSTOMER_GROUPS_SET_CUSTOM, {"id": id, "custom": custom})


class AsyncCustomerGroupsService(AsyncService):
    """The trees of customer groups."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> AsyncPages[CustomerGroupRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_CUSTOMER_GROUPS_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    async def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._caller.call(_CUSTOMER_GROUPS_COUNT, {"filter": filter})

    async def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._report(_CUSTOMER_GROUPS_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, CustomerGroupFields)

    async def get(self, id: UUID) -> CustomerGroupRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return await self._caller.call(_CUSTOMER_GROUPS_GET, {"id": id})

    async def find(self, id: UUID) -> CustomerGroupRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return await self._caller.call(_CUSTOMER_GROUPS_FIND, {"id": id})

    async def create(self, data: CustomerGroup, *, custom: Mapping[str, Any] | None = None) -> CustomerGroupRecord:
        """Creates a record, with values of fields that the host declared.

        data: The record.
        custom: Values of fields that the host declared, by name.
        """
        return await self._caller.call(_CUSTOMER_GROUPS_CREATE, {"data": data, "custom": custom})

    async def create_many(self, data: Sequence[CustomerGroup]) -> builtins.list[CustomerGroupRecord]:
        """Creates records, all or none.

        data: The records.
        """
        return await self._caller.call(_CUSTOMER_GROUPS_CREATE_MANY, {"data": data})

    async def update(self, record: CustomerGroupRecord, *, custom: Mapping[str, Any] | None = None) -> CustomerGroupRecord:
        """Changes a record; refused if somebody else changed it since it was read.

        record: The record as it was read, with what is to change; fields that it leaves out stay as they are.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return await self._caller.call(_CUSTOMER_GROUPS_UPDATE, {"record": record, "custom": custom})

    async def modify(self, id: UUID, change: Callable[[CustomerGroupRecord], CustomerGroupRecord | None]) -> CustomerGroupRecord:
        """Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed
        it meanwhile.

        id: Id of the record.
        change: Changes the record that it is given, or returns another. It is called anew for what was read anew, at most
            `MAX_RETRIES` times more.
        """
        return await self._modify(_CUSTOMER_GROUPS_GET, _CUSTOMER_GROUPS_UPDATE, id, change)

    async def patch(
        self,
        id: UUID,
        *changes: Change,
        version: int | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> CustomerGroupRecord:
        """Changes the fields that are given of a record, and no others.

        id: Id of the record.
        changes: The fields, each with its value; the others stay as they are.
        version: The version that the record must still have; any, if nothing is said.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return await self._caller.call(_CUSTOMER_GROUPS_PATCH, {"id": id, "changes": changes, "version": version, "custom": custom})

    async def delete(self, record: CustomerGroupRecord) -> None:
        """Deletes a record that nothing refers to.

        record: The record as it was read.
        """
        await self._caller.call(_CUSTOMER_GROUPS_DELETE, {"record": record})

    async def upsert(
        self,
        key: ExternalKey,
        *changes: Change,
        mode: UpsertMode | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> CustomerGroupUpserted:
        """Changes the fields that are given of the record that another system knows by a key, or creates it from them.

        key: The other system's name and its key.
        changes: The fields that are given, each with its value; the others stay as they are, or take their defaults in a new
            record.
        mode: What may be done; both if nothing is said.
        custom: Values of fields that the host declared, by name.
        """
        return await self._caller.call(_CUSTOMER_GROUPS_UPSERT, {"key": key, "changes": changes, "mode": mode, "custom": custom})

    async def find_external(self, key: ExternalKey) -> CustomerGroupRecord | None:
        """The record that another system knows by a key, or nothing.

        key: The other system's name and its key.
        """
        return await self._caller.call(_CUSTOMER_GROUPS_FIND_EXTERNAL, {"key": key})

    async def external_keys(self, id: UUID) -> builtins.list[ExternalKey]:
        """What other systems call a record.

        id: Id of the record.
        """
        return await self._caller.call(_CUSTOMER_GROUPS_EXTERNAL_KEYS, {"id": id})

    async def bind_external(self, id: UUID, key: ExternalKey) -> None:
        """Lets another system know a record by a key.

        id: Id of the record.
        key: The other system's name and its key.
        """
        await self._caller.call(_CUSTOMER_GROUPS_BIND_EXTERNAL, {"id": id, "key": key})

    async def unbind_external(self, id: UUID, key: ExternalKey) -> None:
        """Takes a key of another system away from a record.

        id: Id of the record.
        key: The other system's name and its key.
        """
        await self._caller.call(_CUSTOMER_GROUPS_UNBIND_EXTERNAL, {"id": id, "key": key})

    async def custom_of(self, id: UUID) -> builtins.dict[str, Any]:
        """What a record holds in the fields that the host declared.

        id: Id of the record.
        """
        return await self._caller.call(_CUSTOMER_GROUPS_CUSTOM_OF, {"id": id})

    async def set_custom(self, id: UUID, custom: Mapping[str, Any]) -> None:
        """Sets what a record holds in fields that the host declared.

        id: Id of the record.
        custom: Values of fields that the host declared, by name; null empties one.
        """
        await self._caller.call(_CUSTOMER_GROUPS_SET_CUSTOM, {"id": id, "custom": custom})


class CustomerGroupMembersService(Service):
    """Memberships of customers in groups, their main group apart."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> Pages[CustomerGroupMemberRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_CUSTOMER_GROUP_MEMBERS_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._caller.call(_CUSTOMER_GROUP_MEMBERS_COUNT, {"filter": filter})

    def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._report(_CUSTOMER_GROUP_MEMBERS_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, CustomerGroupMemberFields)

    def get(self, id: UUID) -> CustomerGroupMemberRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return self._caller.call(_CUSTOMER_GROUP_MEMBERS_GET, {"id": id})

    def find(self, id: UUID) -> CustomerGroupMemberRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return self._caller.call(_CUSTOMER_GROUP_MEMBERS_FIND, {"id": id})

    def create(self, data: CustomerGroupMember, *, custom: Mapping[str, Any] | None = None) -> CustomerGroupMemberRecord:
        """Creates a record, with values of fields that the host declared.

        data: The record.
        custom: Values of fields that the host declared, by name.
        """
        return self._caller.call(_CUSTOMER_GROUP_MEMBERS_CREATE, {"data": data, "custom": custom})

    def create_many(self, data: Sequence[CustomerGroupMember]) -> builtins.list[CustomerGroupMemberRecord]:
        """Creates records, all or none.

        data: The records.
        """
        return self._caller.call(_CUSTOMER_GROUP_MEMBERS_CREATE_MANY, {"data": data})

    def update(self, record: CustomerGroupMemberRecord, *, custom: Mapping[str, Any] | None = None) -> CustomerGroupMemberRecord:
        """Changes a record; refused if somebody else changed it since it was read.

        record: The record as it was read, with what is to change; fields that it leaves out stay as they are.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return self._caller.call(_CUSTOMER_GROUP_MEMBERS_UPDATE, {"record": record, "custom": custom})

    def modify(
        self,
        id: UUID,
        change: Callable[[CustomerGroupMemberRecord], CustomerGroupMemberRecord | None],
    ) -> CustomerGroupMemberRecord:
        """Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed
        it meanwhile.

        id: Id of the record.
        change: Changes the record that it is given, or returns another. It is called anew for what was read anew, at most
            `MAX_RETRIES` times more.
        """
        return self._modify(_CUSTOMER_GROUP_MEMBERS_GET, _CUSTOMER_GROUP_MEMBERS_UPDATE, id, change)

    def patch(
        self,
        id: UUID,
        *changes: Change,
        version: int | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> CustomerGroupMemberRecord:
        """Changes the fields that are given of a record, and no others.

        id: Id of the record.
        changes: The fields, each with its value; the others stay as they are.
        version: The version that the record must still have; any, if nothing is said.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return self._caller.call(_CUSTOMER_GROUP_MEMBERS_PATCH, {"id": id, "changes": changes, "version": version, "custom": custom})

    def delete(self, record: CustomerGroupMemberRecord) -> None:
        """Deletes a record that nothing refers to.

        record: The record as it was read.
        """
        self._caller.call(_CUSTOMER_GROUP_MEMBERS_DELETE, {"record": record})

    def upsert(
        self,
        key: ExternalKey,
        *changes: Change,
        mode: UpsertMode | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> CustomerGroupMemberUpserted:
        """Changes the fields that are given of the record that another system knows by a key, or creates it from them.

        key: The other system's name and its key.
        changes: The fields that are given, each with its value; the others stay as they are, or take their defaults in a new
            record.
        mode: What may be done; both if nothing is said.
        custom: Values of fields that the host declared, by name.
        """
        return self._caller.call(_CUSTOMER_GROUP_MEMBERS_UPSERT, {"key": key, "changes": changes, "mode": mode, "custom": custom})

    def find_external(self, key: ExternalKey) -> CustomerGroupMemberRecord | None:
        """The record that another system knows by a key, or nothing.

        key: The other system's name and its key.
        """
        return self._caller.call(_CUSTOMER_GROUP_MEMBERS_FIND_EXTERNAL, {"key": key})

    def external_keys(self, id: UUID) -> builtins.list[ExternalKey]:
        """What other systems call a record.

        id: Id of the record.
        """
        return self._caller.call(_CUSTOMER_GROUP_MEMBERS_EXTERNAL_KEYS, {"id": id})

    def bind_external(self, id: UUID, key: ExternalKey) -> None:
        """Lets another system know a record by a key.

        id: Id of the record.
        key: The other system's name and its key.
        """
        self._caller.call(_CUSTOMER_GROUP_MEMBERS_BIND_EXTERNAL, {"id": id, "key": key})

    def unbind_external(self, id: UUID, key: ExternalKey) -> None:
        """Takes a key of another system away from a record.

        id: Id of the record.
        key: The other system's name and its key.
        """
        self._caller.call(_CUSTOMER_GROUP_MEMBERS_UNBIND_EXTERNAL, {"id": id, "key": key})

    def custom_of(self, id: UUID) -> builtins.dict[str, Any]:
        """What a record holds in the fields that the host declared.

        id: Id of the record.
        """
        return self._caller.call(_CUSTOMER_GROUP_MEMBERS_CUSTOM_OF, {"id": id})

    def set_custom(self, id: UUID, custom: Mapping[str, Any]) -> None:
        """Sets what a record holds in fields that the host declared.

        id: Id of the record.
        custom: Values of fields that the host declared, by name; null empties one.
        """
        self._caller.call(_CUSTOMER_GROUP_MEMBERS_SET_CUSTOM, {"id": id, "custom": custom})


class AsyncCustomerGroupMembersService(AsyncService):
    """Memberships of customers in groups, their main group apart."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> AsyncPages[CustomerGroupMemberRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_CUSTOMER_GROUP_MEMBERS_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    async def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._caller.call(_CUSTOMER_GROUP_MEMBERS_COUNT, {"filter": filter})

    async def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._report(_CUSTOMER_GROUP_MEMBERS_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, CustomerGroupMemberFields)

    async def get(self, id: UUID) -> CustomerGroupMemberRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return await self._caller.call(_CUSTOMER_GROUP_MEMBERS_GET, {"id": id})

    async def find(self, id: UUID) -> CustomerGroupMemberRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return await self._caller.call(_CUSTOMER_GROUP_MEMBERS_FIND, {"id": id})

    async def create(self, data: CustomerGroupMember, *, custom: Mapping[str, Any] | None = None) -> CustomerGroupMemberRecord:
        """Creates a record, with values of fields that the host declared.

        data: The record.
        custom: Values of fields that the host declared, by name.
        """
        return await self._caller.call(_CUSTOMER_GROUP_MEMBERS_CREATE, {"data": data, "custom": custom})

    async def create_many(self, data: Sequence[CustomerGroupMember]) -> builtins.list[CustomerGroupMemberRecord]:
        """Creates records, all or none.

        data: The records.
        """
        return await self._caller.call(_CUSTOMER_GROUP_MEMBERS_CREATE_MANY, {"data": data})

    async def update(self, record: CustomerGroupMemberRecord, *, custom: Mapping[str, Any] | None = None) -> CustomerGroupMemberRecord:
        """Changes a record; refused if somebody else changed it since it was read.

        record: The record as it was read, with what is to change; fields that it leaves out stay as they are.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return await self._caller.call(_CUSTOMER_GROUP_MEMBERS_UPDATE, {"record": record, "custom": custom})

    async def modify(
        self,
        id: UUID,
        change: Callable[[CustomerGroupMemberRecord], CustomerGroupMemberRecord | None],
    ) -> CustomerGroupMemberRecord:
        """Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed
        it meanwhile.

        id: Id of the record.
        change: Changes the record that it is given, or returns another. It is called anew for what was read anew, at most
            `MAX_RETRIES` times more.
        """
        return await self._modify(_CUSTOMER_GROUP_MEMBERS_GET, _CUSTOMER_GROUP_MEMBERS_UPDATE, id, change)

    async def patch(
        self,
        id: UUID,
        *changes: Change,
        version: int | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> CustomerGroupMemberRecord:
        """Changes the fields that are given of a record, and no others.

        id: Id of the record.
        changes: The fields, each with its value; the others stay as they are.
        version: The version that the record must still have; any, if nothing is said.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return await self._caller.call(_CUSTOMER_GROUP_MEMBERS_PATCH, {"id": id, "changes": changes, "version": version, "custom": custom})

    async def delete(self, record: CustomerGroupMemberRecord) -> None:
        """Deletes a record that nothing refers to.

        record: The record as it was read.
        """
        await self._caller.call(_CUSTOMER_GROUP_MEMBERS_DELETE, {"record": record})

    async def upsert(
        self,
        key: ExternalKey,
        *changes: Change,
        mode: UpsertMode | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> CustomerGroupMemberUpserted:
        """Changes the fields that are given of the record that another system knows by a key, or creates it from them.

        key: The other system's name and its key.
        changes: The fields that are given, each with its value; the others stay as they are, or take their defaults in a new
            record.
        mode: What may be done; both if nothing is said.
        custom: Values of fields that the host declared, by name.
        """
        return await self._caller.call(_CUSTOMER_GROUP_MEMBERS_UPSERT, {"key": key, "changes": changes, "mode": mode, "custom": custom})

    async def find_external(self, key: ExternalKey) -> CustomerGroupMemberRecord | None:
        """The record that another system knows by a key, or nothing.

        key: The other system's name and its key.
        """
        return await self._caller.call(_CUSTOMER_GROUP_MEMBERS_FIND_EXTERNAL, {"key": key})

    async def external_keys(self, id: UUID) -> builtins.list[ExternalKey]:
        """What other systems call a record.

        id: Id of the record.
        """
        return await self._caller.call(_CUSTOMER_GROUP_MEMBERS_EXTERNAL_KEYS, {"id": id})

    async def bind_external(self, id: UUID, key: ExternalKey) -> None:
        """Lets another system know a record by a key.

        id: Id of the record.
        key: The other system's name and its key.
        """
        await self._caller.call(_CUSTOMER_GROUP_MEMBERS_BIND_EXTERNAL, {"id": id, "key": key})

    async def unbind_external(self, id: UUID, key: ExternalKey) -> None:
        """Takes a key of another system away from a record.

        id: Id of the record.
        key: The other system's name and its key.
        """
        await self._caller.call(_CUSTOMER_GROUP_MEMBERS_UNBIND_EXTERNAL, {"id": id, "key": key})

    async def custom_of(self, id: UUID) -> builtins.dict[str, Any]:
        """What a record holds in the fields that the host declared.

        id: Id of the record.
        """
        return await self._caller.call(_CUSTOMER_GROUP_MEMBERS_CUSTOM_OF, {"id": id})

    async def set_custom(self, id: UUID, custom: Mapping[str, Any]) -> None:
        """Sets what a record holds in fields that the host declared.

        id: Id of the record.
        custom: Values of fields that the host declared, by name; null empties one.
        """
        await self._caller.call(_CUSTOMER_GROUP_MEMBERS_SET_CUSTOM, {"id": id, "custom": custom})


class ContactsService(Service):
    """People at customers."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> Pages[ContactRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_CONTACTS_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._caller.call(_CONTACTS_COUNT, {"filter": filter})

    def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._report(_CONTACTS_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, ContactFields)

    def get(self, id: UUID) -> ContactRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return self._caller.call(_CONTACTS_GET, {"id": id})

    def find(self, id: UUID) -> ContactRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return self._caller.call(_CONTACTS_FIND, {"id": id})

    def create(self, data: Contact, *, custom: Mapping[str, Any] | None = None) -> ContactRecord:
        """Creates a record, with values of fields that the host declared.

        data: The record.
        custom: Values of fields that the host declared, by name.
        """
        return self._caller.call(_CONTACTS_CREATE, {"data": data, "custom": custom})

    def create_many(self, data: Sequence[Contact]) -> builtins.list[ContactRecord]:
        """Creates records, all or none.

        data: The records.
        """
        return self._caller.call(_CONTACTS_CREATE_MANY, {"data": data})

    def update(self, record: ContactRecord, *, custom: Mapping[str, Any] | None = None) -> ContactRecord:
        """Changes a record; refused if somebody else changed it since it was read.

        record: The record as it was read, with what is to change; fields that it leaves out stay as they are.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return self._caller.call(_CONTACTS_UPDATE, {"record": record, "custom": custom})

    def modify(self, id: UUID, change: Callable[[ContactRecord], ContactRecord | None]) -> ContactRecord:
        """Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed
        it meanwhile.

        id: Id of the record.
        change: Changes the record that it is given, or returns another. It is called anew for what was read anew, at most
            `MAX_RETRIES` times more.
        """
        return self._modify(_CONTACTS_GET, _CONTACTS_UPDATE, id, change)

    def patch(self, id: UUID, *changes: Change, version: int | None = None, custom: Mapping[str, Any] | None = None) -> ContactRecord:
        """Changes the fields that are given of a record, and no others.

        id: Id of the record.
        changes: The fields, each with its value; the others stay as they are.
        version: The version that the record must still have; any, if nothing is said.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return self._caller.call(_CONTACTS_PATCH, {"id": id, "changes": changes, "version": version, "custom": custom})

    def delete(self, record: ContactRecord) -> None:
        """Deletes a record that nothing refers to.

        record: The record as it was read.
        """
        self._caller.call(_CONTACTS_DELETE, {"record": record})

    def upsert(
        self,
        key: ExternalKey,
        *changes: Change,
        mode: UpsertMode | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> ContactUpserted:
        """Changes the fields that are given of the record that another system knows by a key, or creates it from them.

        key: The other system's name and its key.
        changes: The fields that are given, each with its value; the others stay as they are, or take their defaults in a new
            record.
        mode: What may be done; both if nothing is said.
        custom: Values of fields that the host declared, by name.
        """
        return self._caller.call(_CONTACTS_UPSERT, {"key": key, "changes": changes, "mode": mode, "custom": custom})

    def find_external(self, key: ExternalKey) -> ContactRecord | None:
        """The record that another system knows by a key, or nothing.

        key: The other system's name and its key.
        """
        return self._caller.call(_CONTACTS_FIND_EXTERNAL, {"key": key})

    def external_keys(self, id: UUID) -> builtins.list[ExternalKey]:
        """What other systems call a record.

        id: Id of the record.
        """
        return self._caller.call(_CONTACTS_EXTERNAL_KEYS, {"id": id})

    def bind_external(self, id: UUID, key: ExternalKey) -> None:
        """Lets another system know a record by a key.

        id: Id of the record.
        key: The other system's name and its key.
        """
        self._caller.call(_CONTACTS_BIND_EXTERNAL, {"id": id, "key": key})

    def unbind_external(self, id: UUID, key: ExternalKey) -> None:
        """Takes a key of another system away from a record.

        id: Id of the record.
        key: The other system's name and its key.
        """
        self._caller.call(_CONTACTS_UNBIND_EXTERNAL, {"id": id, "key": key})

    def custom_of(self, id: UUID) -> builtins.dict[str, Any]:
        """What a record holds in the fields that the host declared.

        id: Id of the record.
        """
        return self._caller.call(_CONTACTS_CUSTOM_OF, {"id": id})

    def set_custom(self, id: UUID, custom: Mapping[str, Any]) -> None:
        """Sets what a record holds in fields that the host declared.

        id: Id of the record.
        custom: Values of fields that the host declared, by name; null empties one.
        """
        self._caller.call(_CONTACTS_SET_CUSTOM, {"id": id, "custom": custom})


class AsyncContactsService(AsyncService):
    """People at customers."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> AsyncPages[ContactRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_CONTACTS_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    async def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._caller.call(_CONTACTS_COUNT, {"filter": filter})

    async def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._report(_CONTACTS_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, ContactFields)

    async def get(self, id: UUID) -> ContactRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return await self._caller.call(_CONTACTS_GET, {"id": id})

    async def find(self, id: UUID) -> ContactRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return await self._caller.call(_CONTACTS_FIND, {"id": id})

    async def create(self, data: Contact, *, custom: Mapping[str, Any] | None = None) -> ContactRecord:
        """Creates a record, with values of fields that the host declared.

        data: The record.
        custom: Values of fields that the host declared, by name.
        """
        return await self._caller.call(_CONTACTS_CREATE, {"data": data, "custom": custom})

    async def create_many(self, data: Sequence[Contact]) -> builtins.list[ContactRecord]:
        """Creates records, all or none.

        data: The records.
        """
        return await self._caller.call(_CONTACTS_CREATE_MANY, {"data": data})

    async def update(self, record: ContactRecord, *, custom: Mapping[str, Any] | None = None) -> ContactRecord:
        """Changes a record; refused if somebody else changed it since it was read.

        record: The record as it was read, with what is to change; fields that it leaves out stay as they are.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return await self._caller.call(_CONTACTS_UPDATE, {"record": record, "custom": custom})

    async def modify(self, id: UUID, change: Callable[[ContactRecord], ContactRecord | None]) -> ContactRecord:
        """Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed
        it meanwhile.

        id: Id of the record.
        change: Changes the record that it is given, or returns another. It is called anew for what was read anew, at most
            `MAX_RETRIES` times more.
        """
        return await self._modify(_CONTACTS_GET, _CONTACTS_UPDATE, id, change)

    async def patch(
        self,
        id: UUID,
        *changes: Change,
        version: int | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> ContactRecord:
        """Changes the fields that are given of a record, and no others.

        id: Id of the record.
        changes: The fields, each with its value; the others stay as they are.
        version: The version that the record must still have; any, if nothing is said.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return await self._caller.call(_CONTACTS_PATCH, {"id": id, "changes": changes, "version": version, "custom": custom})

    async def delete(self, record: ContactRecord) -> None:
        """Deletes a record that nothing refers to.

        record: The record as it was read.
        """
        await self._caller.call(_CONTACTS_DELETE, {"record": record})

    async def upsert(
        self,
        key: ExternalKey,
        *changes: Change,
        mode: UpsertMode | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> ContactUpserted:
        """Changes the fields that are given of the record that another system knows by a key, or creates it from them.

        key: The other system's name and its key.
        changes: The fields that are given, each with its value; the others stay as they are, or take their defaults in a new
            record.
        mode: What may be done; both if nothing is said.
        custom: Values of fields that the host declared, by name.
        """
        return await self._caller.call(_CONTACTS_UPSERT, {"key": key, "changes": changes, "mode": mode, "custom": custom})

    async def find_external(self, key: ExternalKey) -> ContactRecord | None:
        """The record that another system knows by a key, or nothing.

        key: The other system's name and its key.
        """
        return await self._caller.call(_CONTACTS_FIND_EXTERNAL, {"key": key})

    async def external_keys(self, id: UUID) -> builtins.list[ExternalKey]:
        """What other systems call a record.

        id: Id of the record.
        """
        return await self._caller.call(_CONTACTS_EXTERNAL_KEYS, {"id": id})

    async def bind_external(self, id: UUID, key: ExternalKey) -> None:
        """Lets another system know a record by a key.

        id: Id of the record.
        key: The other system's name and its key.
        """
        await self._caller.call(_CONTACTS_BIND_EXTERNAL, {"id": id, "key": key})

    async def unbind_external(self, id: UUID, key: ExternalKey) -> None:
        """Takes a key of another system away from a record.

        id: Id of the record.
        key: The other system's name and its key.
        """
        await self._caller.call(_CONTACTS_UNBIND_EXTERNAL, {"id": id, "key": key})

    async def custom_of(self, id: UUID) -> builtins.dict[str, Any]:
        """What a record holds in the fields that the host declared.

        id: Id of the record.
        """
        return await self._caller.call(_CONTACTS_CUSTOM_OF, {"id": id})

    async def set_custom(self, id: UUID, custom: Mapping[str, Any]) -> None:
        """Sets what a record holds in fields that the host declared.

        id: Id of the record.
        custom: Values of fields that the host declared, by name; null empties one.
        """
        await self._caller.call(_CONTACTS_SET_CUSTOM, {"id": id, "custom": custom})


class ContactPointsService(Service):
    """Ways to reach customers and contacts."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> Pages[ContactPointRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_CONTACT_POINTS_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._caller.call(_CONTACT_POINTS_COUNT, {"filter": filter})

    def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._report(_CONTACT_POINTS_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, ContactPointFields)

    def get(self, id: UUID) -> ContactPointRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return self._caller.call(_CONTACT_POINTS_GET, {"id": id})

    def find(self, id: UUID) -> ContactPointRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return self._caller.call(_CONTACT_POINTS_FIND, {"id": id})

    def create(self, data: ContactPoint, *, custom: Mapping[str, Any] | None = None) -> ContactPointRecord:
        """Creates a record, with values of fields that the host declared.

        data: The record.
        custom: Values of fields that the host declared, by name.
        """
        return self._caller.call(_CONTACT_POINTS_CREATE, {"data": data, "custom": custom})

    def create_many(self, data: Sequence[ContactPoint]) -> builtins.list[ContactPointRecord]:
        """Creates records, all or none.

        data: The records.
        """
        return self._caller.call(_CONTACT_POINTS_CREATE_MANY, {"data": data})

    def update(self, record: ContactPointRecord, *, custom: Mapping[str, Any] | None = None) -> ContactPointRecord:
        """Changes a record; refused if somebody else changed it since it was read.

        record: The record as it was read, with what is to change; fields that it leaves out stay as they are.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return self._caller.call(_CONTACT_POINTS_UPDATE, {"record": record, "custom": custom})

    def modify(self, id: UUID, change: Callable[[ContactPointRecord], ContactPointRecord | None]) -> ContactPointRecord:
        """Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed
        it meanwhile.

        id: Id of the record.
        change: Changes the record that it is given, or returns another. It is called anew for what was read anew, at most
            `MAX_RETRIES` times more.
        """
        return self._modify(_CONTACT_POINTS_GET, _CONTACT_POINTS_UPDATE, id, change)

    def patch(self, id: UUID, *changes: Change, version: int | None = None, custom: Mapping[str, Any] | None = None) -> ContactPointRecord:
        """Changes the fields that are given of a record, and no others.

        id: Id of the record.
        changes: The fields, each with its value; the others stay as they are.
        version: The version that the record must still have; any, if nothing is said.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return self._caller.call(_CONTACT_POINTS_PATCH, {"id": id, "changes": changes, "version": version, "custom": custom})

    def delete(self, record: ContactPointRecord) -> None:
        """Deletes a record that nothing refers to.

        record: The record as it was read.
        """
        self._caller.call(_CONTACT_POINTS_DELETE, {"record": record})

    def upsert(
        self,
        key: ExternalKey,
        *changes: Change,
        mode: UpsertMode | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> ContactPointUpserted:
        """Changes the fields that are given of the record that another system knows by a key, or creates it from them.

        key: The other system's name and its key.
        changes: The fields that are given, each with its value; the others stay as they are, or take their defaults in a new
            record.
        mode: What may be done; both if nothing is said.
        custom: Values of fields that the host declared, by name.
        """
        return self._caller.call(_CONTACT_POINTS_UPSERT, {"key": key, "changes": changes, "mode": mode, "custom": custom})

    def find_external(self, key: ExternalKey) -> ContactPointRecord | None:
        """The record that another system knows by a key, or nothing.

        key: The other system's name and its key.
        """
        return self._caller.call(_CONTACT_POINTS_FIND_EXTERNAL, {"key": key})

    def external_keys(self, id: UUID) -> builtins.list[ExternalKey]:
        """What other systems call a record.

        id: Id of the record.
        """
        return self._caller.call(_CONTACT_POINTS_EXTERNAL_KEYS, {"id": id})

    def bind_external(self, id: UUID, key: ExternalKey) -> None:
        """Lets another system know a record by a key.

        id: Id of the record.
        key: The other system's name and its key.
        """
        self._caller.call(_CONTACT_POINTS_BIND_EXTERNAL, {"id": id, "key": key})

    def unbind_external(self, id: UUID, key: ExternalKey) -> None:
        """Takes a key of another system away from a record.

        id: Id of the record.
        key: The other system's name and its key.
        """
        self._caller.call(_CONTACT_POINTS_UNBIND_EXTERNAL, {"id": id, "key": key})

    def custom_of(self, id: UUID) -> builtins.dict[str, Any]:
        """What a record holds in the fields that the host declared.

        id: Id of the record.
        """
        return self._caller.call(_CONTACT_POINTS_CUSTOM_OF, {"id": id})

    def set_custom(self, id: UUID, custom: Mapping[str, Any]) -> None:
        """Sets what a record holds in fields that the host declared.

        id: Id of the record.
        custom: Values of fields that the host declared, by name; null empties one.
        """
        self._caller.call(_CONTACT_POINTS_SET_CUSTOM, {"id": id, "custom": custom})


class AsyncContactPointsService(AsyncService):
    """Ways to reach customers and contacts."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> AsyncPages[ContactPointRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_CONTACT_POINTS_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    async def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._caller.call(_CONTACT_POINTS_COUNT, {"filter": filter})

    async def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._report(_CONTACT_POINTS_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, ContactPointFields)

    async def get(self, id: UUID) -> ContactPointRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return await self._caller.call(_CONTACT_POINTS_GET, {"id": id})

    async def find(self, id: UUID) -> ContactPointRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return await self._caller.call(_CONTACT_POINTS_FIND, {"id": id})

    async def create(self, data: ContactPoint, *, custom: Mapping[str, Any] | None = None) -> ContactPointRecord:
        """Creates a record, with values of fields that the host declared.

        data: The record.
        custom: Values of fields that the host declared, by name.
        """
        return await self._caller.call(_CONTACT_POINTS_CREATE, {"data": data, "custom": custom})

    async def create_many(self, data: Sequence[ContactPoint]) -> builtins.list[ContactPointRecord]:
        """Creates records, all or none.

        data: The records.
        """
        return await self._caller.call(_CONTACT_POINTS_CREATE_MANY, {"data": data})

    async def update(self, record: ContactPointRecord, *, custom: Mapping[str, Any] | None = None) -> ContactPointRecord:
        """Changes a record; refused if somebody else changed it since it was read.

        record: The record as it was read, with what is to change; fields that it leaves out stay as they are.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return await self._caller.call(_CONTACT_POINTS_UPDATE, {"record": record, "custom": custom})

    async def modify(self, id: UUID, change: Callable[[ContactPointRecord], ContactPointRecord | None]) -> ContactPointRecord:
        """Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed
        it meanwhile.

        id: Id of the record.
        change: Changes the record that it is given, or returns another. It is called anew for what was read anew, at most
            `MAX_RETRIES` times more.
        """
        return await self._modify(_CONTACT_POINTS_GET, _CONTACT_POINTS_UPDATE, id, change)

    async def patch(
        self,
        id: UUID,
        *changes: Change,
        version: int | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> ContactPointRecord:
        """Changes the fields that are given of a record, and no others.

        id: Id of the record.
        changes: The fields, each with its value; the others stay as they are.
        version: The version that the record must still have; any, if nothing is said.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return await self._caller.call(_CONTACT_POINTS_PATCH, {"id": id, "changes": changes, "version": version, "custom": custom})

    async def delete(self, record: ContactPointRecord) -> None:
        """Deletes a record that nothing refers to.

        record: The record as it was read.
        """
        await self._caller.call(_CONTACT_POINTS_DELETE, {"record": record})

    async def upsert(
        self,
        key: ExternalKey,
        *changes: Change,
        mode: UpsertMode | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> ContactPointUpserted:
        """Changes the fields that are given of the record that another system knows by a key, or creates it from them.

        key: The other system's name and its key.
        changes: The fields that are given, each with its value; the others stay as they are, or take their defaults in a new
            record.
        mode: What may be done; both if nothing is said.
        custom: Values of fields that the host declared, by name.
        """
        return await self._caller.call(_CONTACT_POINTS_UPSERT, {"key": key, "changes": changes, "mode": mode, "custom": custom})

    async def find_external(self, key: ExternalKey) -> ContactPointRecord | None:
        """The record that another system knows by a key, or nothing.

        key: The other system's name and its key.
        """
        return await self._caller.call(_CONTACT_POINTS_FIND_EXTERNAL, {"key": key})

    async def external_keys(self, id: UUID) -> builtins.list[ExternalKey]:
        """What other systems call a record.

        id: Id of the record.
        """
        return await self._caller.call(_CONTACT_POINTS_EXTERNAL_KEYS, {"id": id})

    async def bind_external(self, id: UUID, key: ExternalKey) -> None:
        """Lets another system know a record by a key.

        id: Id of the record.
        key: The other system's name and its key.
        """
        await self._caller.call(_CONTACT_POINTS_BIND_EXTERNAL, {"id": id, "key": key})

    async def unbind_external(self, id: UUID, key: ExternalKey) -> None:
        """Takes a key of another system away from a record.

        id: Id of the record.
        key: The other system's name and its key.
        """
        await self._caller.call(_CONTACT_POINTS_UNBIND_EXTERNAL, {"id": id, "key": key})

    async def custom_of(self, id: UUID) -> builtins.dict[str, Any]:
        """What a record holds in the fields that the host declared.

        id: Id of the record.
        """
        return await self._caller.call(_CONTACT_POINTS_CUSTOM_OF, {"id": id})

    async def set_custom(self, id: UUID, custom: Mapping[str, Any]) -> None:
        """Sets what a record holds in fields that the host declared.

        id: Id of the record.
        custom: Values of fields that the host declared, by name; null empties one.
        """
        await self._caller.call(_CONTACT_POINTS_SET_CUSTOM, {"id": id, "custom": custom})


class CustomerAddressesService(Service):
    """Places of customers."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> Pages[CustomerAddressRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_CUSTOMER_ADDRESSES_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._caller.call(_CUSTOMER_ADDRESSES_COUNT, {"filter": filter})

    def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._report(_CUSTOMER_ADDRESSES_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, CustomerAddressFields)

    def get(self, id: UUID) -> CustomerAddressRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return self._caller.call(_CUSTOMER_ADDRESSES_GET, {"id": id})

    def find(self, id: UUID) -> CustomerAddressRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return self._caller.call(_CUSTOMER_ADDRESSES_FIND, {"id": id})

    def create(self, data: CustomerAddress, *, custom: Mapping[str, Any] | None = None) -> CustomerAddressRecord:
        """Creates a record, with values of fields that the host declared.

        data: The record.
        custom: Values of fields that the host declared, by name.
        """
        return self._caller.call(_CUSTOMER_ADDRESSES_CREATE, {"data": data, "custom": custom})

    def create_many(self, data: Sequence[CustomerAddress]) -> builtins.list[CustomerAddressRecord]:
        """Creates records, all or none.

        data: The records.
        """
        return self._caller.call(_CUSTOMER_ADDRESSES_CREATE_MANY, {"data": data})

    def update(self, record: CustomerAddressRecord, *, custom: Mapping[str, Any] | None = None) -> CustomerAddressRecord:
        """Changes a record; refused if somebody else changed it since it was read.

        record: The record as it was read, with what is to change; fields that it leaves out stay as they are.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return self._caller.call(_CUSTOMER_ADDRESSES_UPDATE, {"record": record, "custom": custom})

    def modify(self, id: UUID, change: Callable[[CustomerAddressRecord], CustomerAddressRecord | None]) -> CustomerAddressRecord:
        """Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed
        it meanwhile.

        id: Id of the record.
        change: Changes the record that it is given, or returns another. It is called anew for what was read anew, at most
            `MAX_RETRIES` times more.
        """
        return self._modify(_CUSTOMER_ADDRESSES_GET, _CUSTOMER_ADDRESSES_UPDATE, id, change)

    def patch(
        self,
        id: UUID,
        *changes: Change,
        version: int | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> CustomerAddressRecord:
        """Changes the fields that are given of a record, and no others.

        id: Id of the record.
        changes: The fields, each with its value; the others stay as they are.
        version: The version that the record must still have; any, if nothing is said.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return self._caller.call(_CUSTOMER_ADDRESSES_PATCH, {"id": id, "changes": changes, "version": version, "custom": custom})

    def delete(self, record: CustomerAddressRecord) -> None:
        """Deletes a record that nothing refers to.

        record: The record as it was read.
        """
        self._caller.call(_CUSTOMER_ADDRESSES_DELETE, {"record": record})

    def upsert(
        self,
        key: ExternalKey,
        *changes: Change,
        mode: UpsertMode | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> CustomerAddressUpserted:
        """Changes the fields that are given of the record that another system knows by a key, or creates it from them.

        key: The other system's name and its key.
        changes: The fields that are given, each with its value; the others stay as they are, or take their defaults in a new
            record.
        mode: What may be done; both if nothing is said.
        custom: Values of fields that the host declared, by name.
        """
        return self._caller.call(_CUSTOMER_ADDRESSES_UPSERT, {"key": key, "changes": changes, "mode": mode, "custom": custom})

    def find_external(self, key: ExternalKey) -> CustomerAddressRecord | None:
        """The record that another system knows by a key, or nothing.

        key: The other system's name and its key.
        """
        return self._caller.call(_CUSTOMER_ADDRESSES_FIND_EXTERNAL, {"key": key})

    def external_keys(self, id: UUID) -> builtins.list[ExternalKey]:
        """What other systems call a record.

        id: Id of the record.
        """
        return self._caller.call(_CUSTOMER_ADDRESSES_EXTERNAL_KEYS, {"id": id})

    def bind_external(self, id: UUID, key: ExternalKey) -> None:
        """Lets another system know a record by a key.

        id: Id of the record.
        key: The other system's name and its key.
        """
        self._caller.call(_CUSTOMER_ADDRESSES_BIND_EXTERNAL, {"id": id, "key": key})

    def unbind_external(self, id: UUID, key: ExternalKey) -> None:
        """Takes a key of another system away from a record.

        id: Id of the record.
        key: The other system's name and its key.
        """
        self._caller.call(_CUSTOMER_ADDRESSES_UNBIND_EXTERNAL, {"id": id, "key": key})

    def custom_of(self, id: UUID) -> builtins.dict[str, Any]:
        """What a record holds in the fields that the host declared.

        id: Id of the record.
        """
        return self._caller.call(_CUSTOMER_ADDRESSES_CUSTOM_OF, {"id": id})

    def set_custom(self, id: UUID, custom: Mapping[str, Any]) -> None:
        """Sets what a record holds in fields that the host declared.

        id: Id of the record.
        custom: Values of fields that the host declared, by name; null empties one.
        """
        self._caller.call(_CUSTOMER_ADDRESSES_SET_CUSTOM, {"id": id, "custom": custom})


class AsyncCustomerAddressesService(AsyncService):
    """Places of customers."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> AsyncPages[CustomerAddressRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_CUSTOMER_ADDRESSES_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    async def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._caller.call(_CUSTOMER_ADDRESSES_COUNT, {"filter": filter})

    async def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._report(_CUSTOMER_ADDRESSES_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, CustomerAddressFields)

    async def get(self, id: UUID) -> CustomerAddressRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return await self._caller.call(_CUSTOMER_ADDRESSES_GET, {"id": id})

    async def find(self, id: UUID) -> CustomerAddressRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return await self._caller.call(_CUSTOMER_ADDRESSES_FIND, {"id": id})

    async def create(self, data: CustomerAddress, *, custom: Mapping[str, Any] | None = None) -> CustomerAddressRecord:
        """Creates a record, with values of fields that the host declared.

        data: The record.
        custom: Values of fields that the host declared, by name.
        """
        return await self._caller.call(_CUSTOMER_ADDRESSES_CREATE, {"data": data, "custom": custom})

    async def create_many(self, data: Sequence[CustomerAddress]) -> builtins.list[CustomerAddressRecord]:
        """Creates records, all or none.

        data: The records.
        """
        return await self._caller.call(_CUSTOMER_ADDRESSES_CREATE_MANY, {"data": data})

    async def update(self, record: CustomerAddressRecord, *, custom: Mapping[str, Any] | None = None) -> CustomerAddressRecord:
        """Changes a record; refused if somebody else changed it since it was read.

        record: The record as it was read, with what is to change; fields that it leaves out stay as they are.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return await self._caller.call(_CUSTOMER_ADDRESSES_UPDATE, {"record": record, "custom": custom})

    async def modify(self, id: UUID, change: Callable[[CustomerAddressRecord], CustomerAddressRecord | None]) -> CustomerAddressRecord:
        """Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed
        it meanwhile.

        id: Id of the record.
        change: Changes the record that it is given, or returns another. It is called anew for what was read anew, at most
            `MAX_RETRIES` times more.
        """
        return await self._modify(_CUSTOMER_ADDRESSES_GET, _CUSTOMER_ADDRESSES_UPDATE, id, change)

    async def patch(
        self,
        id: UUID,
        *changes: Change,
        version: int | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> CustomerAddressRecord:
        """Changes the fields that are given of a record, and no others.

        id: Id of the record.
        changes: The fields, each with its value; the others stay as they are.
        version: The version that the record must still have; any, if nothing is said.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return await self._caller.call(_CUSTOMER_ADDRESSES_PATCH, {"id": id, "changes": changes, "version": version, "custom": custom})

    async def delete(self, record: CustomerAddressRecord) -> None:
        """Deletes a record that nothing refers to.

        record: The record as it was read.
        """
        await self._caller.call(_CUSTOMER_ADDRESSES_DELETE, {"record": record})

    async def upsert(
        self,
        key: ExternalKey,
        *changes: Change,
        mode: UpsertMode | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> CustomerAddressUpserted:
        """Changes the fields that are given of the record that another system knows by a key, or creates it from them.

        key: The other system's name and its key.
        changes: The fields that are given, each with its value; the others stay as they are, or take their defaults in a new
            record.
        mode: What may be done; both if nothing is said.
        custom: Values of fields that the host declared, by name.
        """
        return await self._caller.call(_CUSTOMER_ADDRESSES_UPSERT, {"key": key, "changes": changes, "mode": mode, "custom": custom})

    async def find_external(self, key: ExternalKey) -> CustomerAddressRecord | None:
        """The record that another system knows by a key, or nothing.

        key: The other system's name and its key.
        """
        return await self._caller.call(_CUSTOMER_ADDRESSES_FIND_EXTERNAL, {"key": key})

    async def external_keys(self, id: UUID) -> builtins.list[ExternalKey]:
        """What other systems call a record.

        id: Id of the record.
        """
        return await self._caller.call(_CUSTOMER_ADDRESSES_EXTERNAL_KEYS, {"id": id})

    async def bind_external(self, id: UUID, key: ExternalKey) -> None:
        """Lets another system know a record by a key.

        id: Id of the record.
        key: The other system's name and its key.
        """
        await self._caller.call(_CUSTOMER_ADDRESSES_BIND_EXTERNAL, {"id": id, "key": key})

    async def unbind_external(self, id: UUID, key: ExternalKey) -> None:
        """Takes a key of another system away from a record.

        id: Id of the record.
        key: The other system's name and its key.
        """
        await self._caller.call(_CUSTOMER_ADDRESSES_UNBIND_EXTERNAL, {"id": id, "key": key})

    async def custom_of(self, id: UUID) -> builtins.dict[str, Any]:
        """What a record holds in the fields that the host declared.

        id: Id of the record.
        """
        return await self._caller.call(_CUSTOMER_ADDRESSES_CUSTOM_OF, {"id": id})

    async def set_custom(self, id: UUID, custom: Mapping[str, Any]) -> None:
        """Sets what a record holds in fields that the host declared.

        id: Id of the record.
        custom: Values of fields that the host declared, by name; null empties one.
        """
        await self._caller.call(_CUSTOMER_ADDRESSES_SET_CUSTOM, {"id": id, "custom": custom})


class DictionaryEntriesService(Service):
    """Entries of the data dictionary."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> Pages[DictionaryEntryRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_DICTIONARY_ENTRIES_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._caller.call(_DICTIONARY_ENTRIES_COUNT, {"filter": filter})

    def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._report(_DICTIONARY_ENTRIES_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, DictionaryEntryFields)

    def get(self, id: UUID) -> DictionaryEntryRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return self._caller.call(_DICTIONARY_ENTRIES_GET, {"id": id})

    def find(self, id: UUID) -> DictionaryEntryRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return self._caller.call(_DICTIONARY_ENTRIES_FIND, {"id": id})

    def create(self, data: DictionaryEntry, *, custom: Mapping[str, Any] | None = None) -> DictionaryEntryRecord:
        """Creates a record, with values of fields that the host declared.

        data: The record.
        custom: Values of fields that the host declared, by name.
        """
        return self._caller.call(_DICTIONARY_ENTRIES_CREATE, {"data": data, "custom": custom})

    def create_many(self, data: Sequence[DictionaryEntry]) -> builtins.list[DictionaryEntryRecord]:
        """Creates records, all or none.

        data: The records.
        """
        return self._caller.call(_DICTIONARY_ENTRIES_CREATE_MANY, {"data": data})

    def update(self, record: DictionaryEntryRecord, *, custom: Mapping[str, Any] | None = None) -> DictionaryEntryRecord:
        """Changes a record; refused if somebody else changed it since it was read.

        record: The record as it was read, with what is to change; fields that it leaves out stay as they are.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return self._caller.call(_DICTIONARY_ENTRIES_UPDATE, {"record": record, "custom": custom})

    def modify(self, id: UUID, change: Callable[[DictionaryEntryRecord], DictionaryEntryRecord | None]) -> DictionaryEntryRecord:
        """Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed
        it meanwhile.

        id: Id of the record.
        change: Changes the record that it is given, or returns another. It is called anew for what was read anew, at most
            `MAX_RETRIES` times more.
        """
        return self._modify(_DICTIONARY_ENTRIES_GET, _DICTIONARY_ENTRIES_UPDATE, id, change)

    def patch(
        self,
        id: UUID,
        *changes: Change,
        version: int | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> DictionaryEntryRecord:
        """Changes the fields that are given of a record, and no others.

        id: Id of the record.
        changes: The fields, each with its value; the others stay as they are.
        version: The version that the record must still have; any, if nothing is said.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return self._caller.call(_DICTIONARY_ENTRIES_PATCH, {"id": id, "changes": changes, "version": version, "custom": custom})

    def delete(self, record: DictionaryEntryRecord) -> None:
        """Deletes a record that nothing refers to.

        record: The record as it was read.
        """
        self._caller.call(_DICTIONARY_ENTRIES_DELETE, {"record": record})

    def upsert(
        self,
        key: ExternalKey,
        *changes: Change,
        mode: UpsertMode | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> DictionaryEntryUpserted:
        """Changes the fields that are given of the record that another system knows by a key, or creates it from them.

        key: The other system's name and its key.
        changes: The fields that are given, each with its value; the others stay as they are, or take their defaults in a new
            record.
        mode: What may be done; both if nothing is said.
        custom: Values of fields that the host declared, by name.
        """
        return self._caller.call(_DICTIONARY_ENTRIES_UPSERT, {"key": key, "changes": changes, "mode": mode, "custom": custom})

    def find_external(self, key: ExternalKey) -> DictionaryEntryRecord | None:
        """The record that another system knows by a key, or nothing.

        key: The other system's name and its key.
        """
        return self._caller.call(_DICTIONARY_ENTRIES_FIND_EXTERNAL, {"key": key})

    def external_keys(self, id: UUID) -> builtins.list[ExternalKey]:
        """What other systems call a record.

        id: Id of the record.
        """
        return self._caller.call(_DICTIONARY_ENTRIES_EXTERNAL_KEYS, {"id": id})

    def bind_external(self, id: UUID, key: ExternalKey) -> None:
        """Lets another system know a record by a key.

        id: Id of the record.
        key: The other system's name and its key.
        """
        self._caller.call(_DICTIONARY_ENTRIES_BIND_EXTERNAL, {"id": id, "key": key})

    def unbind_external(self, id: UUID, key: ExternalKey) -> None:
        """Takes a key of another system away from a record.

        id: Id of the record.
        key: The other system's name and its key.
        """
        self._caller.call(_DICTIONARY_ENTRIES_UNBIND_EXTERNAL, {"id": id, "key": key})

    def custom_of(self, id: UUID) -> builtins.dict[str, Any]:
        """What a record holds in the fields that the host declared.

        id: Id of the record.
        """
        return self._caller.call(_DICTIONARY_ENTRIES_CUSTOM_OF, {"id": id})

    def set_custom(self, id: UUID, custom: Mapping[str, Any]) -> None:
        """Sets what a record holds in fields that the host declared.

        id: Id of the record.
        custom: Values of fields that the host declared, by name; null empties one.
        """
        self._caller.call(_DICTIONARY_ENTRIES_SET_CUSTOM, {"id": id, "custom": custom})


class AsyncDictionaryEntriesService(AsyncService):
    """Entries of the data dictionary."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> AsyncPages[DictionaryEntryRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_DICTIONARY_ENTRIES_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    async def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._caller.call(_DICTIONARY_ENTRIES_COUNT, {"filter": filter})

    async def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._report(_DICTIONARY_ENTRIES_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, DictionaryEntryFields)

    async def get(self, id: UUID) -> DictionaryEntryRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return await self._caller.call(_DICTIONARY_ENTRIES_GET, {"id": id})

    async def find(self, id: UUID) -> DictionaryEntryRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return await self._caller.call(_DICTIONARY_ENTRIES_FIND, {"id": id})

    async def create(self, data: DictionaryEntry, *, custom: Mapping[str, Any] | None = None) -> DictionaryEntryRecord:
        """Creates a record, with values of fields that the host declared.

        data: The record.
        custom: Values of fields that the host declared, by name.
        """
        return await self._caller.call(_DICTIONARY_ENTRIES_CREATE, {"data": data, "custom": custom})

    async def create_many(self, data: Sequence[DictionaryEntry]) -> builtins.list[DictionaryEntryRecord]:
        """Creates records, all or none.

        data: The records.
        """
        return await self._caller.call(_DICTIONARY_ENTRIES_CREATE_MANY, {"data": data})

    async def update(self, record: DictionaryEntryRecord, *, custom: Mapping[str, Any] | None = None) -> DictionaryEntryRecord:
        """Changes a record; refused if somebody else changed it since it was read.

        record: The record as it was read, with what is to change; fields that it leaves out stay as they are.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return await self._caller.call(_DICTIONARY_ENTRIES_UPDATE, {"record": record, "custom": custom})

    async def modify(self, id: UUID, change: Callable[[DictionaryEntryRecord], DictionaryEntryRecord | None]) -> DictionaryEntryRecord:
        """Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed
        it meanwhile.

        id: Id of the record.
        change: Changes the record that it is given, or returns another. It is called anew for what was read anew, at most
            `MAX_RETRIES` times more.
        """
        return await self._modify(_DICTIONARY_ENTRIES_GET, _DICTIONARY_ENTRIES_UPDATE, id, change)

    async def patch(
        self,
        id: UUID,
        *changes: Change,
        version: int | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> DictionaryEntryRecord:
        """Changes the fields that are given of a record, and no others.

        id: Id of the record.
        changes: The fields, each with its value; the others stay as they are.
        version: The version that the record must still have; any, if nothing is said.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return await self._caller.call(_DICTIONARY_ENTRIES_PATCH, {"id": id, "changes": changes, "version": version, "custom": custom})

    async def delete(self, record: DictionaryEntryRecord) -> None:
        """Deletes a record that nothing refers to.

        record: The record as it was read.
        """
        await self._caller.call(_DICTIONARY_ENTRIES_DELETE, {"record": record})

    async def upsert(
        self,
        key: ExternalKey,
        *changes: Change,
        mode: UpsertMode | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> DictionaryEntryUpserted:
        """Changes the fields that are given of the record that another system knows by a key, or creates it from them.

        key: The other system's name and its key.
        changes: The fields that are given, each with its value; the others stay as they are, or take their defaults in a new
            record.
        mode: What may be done; both if nothing is said.
        custom: Values of fields that the host declared, by name.
        """
        return await self._caller.call(_DICTIONARY_ENTRIES_UPSERT, {"key": key, "changes": changes, "mode": mode, "custom": custom})

    async def find_external(self, key: ExternalKey) -> DictionaryEntryRecord | None:
        """The record that another system knows by a key, or nothing.

        key: The other system's name and its key.
        """
        return await self._caller.call(_DICTIONARY_ENTRIES_FIND_EXTERNAL, {"key": key})

    async def external_keys(self, id: UUID) -> builtins.list[ExternalKey]:
        """What other systems call a record.

        id: Id of the record.
        """
        return await self._caller.call(_DICTIONARY_ENTRIES_EXTERNAL_KEYS, {"id": id})

    async def bind_external(self, id: UUID, key: ExternalKey) -> None:
        """Lets another system know a record by a key.

        id: Id of the record.
        key: The other system's name and its key.
        """
        await self._caller.call(_DICTIONARY_ENTRIES_BIND_EXTERNAL, {"id": id, "key": key})

    async def unbind_external(self, id: UUID, key: ExternalKey) -> None:
        """Takes a key of another system away from a record.

        id: Id of the record.
        key: The other system's name and its key.
        """
        await self._caller.call(_DICTIONARY_ENTRIES_UNBIND_EXTERNAL, {"id": id, "key": key})

    async def custom_of(self, id: UUID) -> builtins.dict[str, Any]:
        """What a record holds in the fields that the host declared.

        id: Id of the record.
        """
        return await self._caller.call(_DICTIONARY_ENTRIES_CUSTOM_OF, {"id": id})

    async def set_custom(self, id: UUID, custom: Mapping[str, Any]) -> None:
        """Sets what a record holds in fields that the host declared.

        id: Id of the record.
        custom: Values of fields that the host declared, by name; null empties one.
        """
        await self._caller.call(_DICTIONARY_ENTRIES_SET_CUSTOM, {"id": id, "custom": custom})


class CustomFieldsService(Service):
    """Fields that the host declares."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> Pages[CustomFieldRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_CUSTOM_FIELDS_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._caller.call(_CUSTOM_FIELDS_COUNT, {"filter": filter})

    def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._report(_CUSTOM_FIELDS_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, CustomFieldFields)

    def get(self, id: UUID) -> CustomFieldRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return self._caller.call(_CUSTOM_FIELDS_GET, {"id": id})

    def find(self, id: UUID) -> CustomFieldRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return self._caller.call(_CUSTOM_FIELDS_FIND, {"id": id})

    def create(self, data: CustomField, *, custom: Mapping[str, Any] | None = None) -> CustomFieldRecord:
        """Creates a record, with values of fields that the host declared.

        data: The record.
        custom: Values of fields that the host declared, by name.
        """
        return self._caller.call(_CUSTOM_FIELDS_CREATE, {"data": data, "custom": custom})

    def create_many(self, data: Sequence[CustomField]) -> builtins.list[CustomFieldRecord]:
        """Creates records, all or none.

        data: The records.
        """
        return self._caller.call(_CUSTOM_FIELDS_CREATE_MANY, {"data": data})

    def update(self, record: CustomFieldRecord, *, custom: Mapping[str, Any] | None = None) -> CustomFieldRecord:
        """Changes a record; refused if somebody else changed it since it was read.

        record: The record as it was read, with what is to change; fields that it leaves out stay as they are.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return self._caller.call(_CUSTOM_FIELDS_UPDATE, {"record": record, "custom": custom})

    def modify(self, id: UUID, change: Callable[[CustomFieldRecord], CustomFieldRecord | None]) -> CustomFieldRecord:
        """Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed
        it meanwhile.

        id: Id of the record.
        change: Changes the record that it is given, or returns another. It is called anew for what was read anew, at most
            `MAX_RETRIES` times more.
        """
        return self._modify(_CUSTOM_FIELDS_GET, _CUSTOM_FIELDS_UPDATE, id, change)

    def patch(self, id: UUID, *changes: Change, version: int | None = None, custom: Mapping[str, Any] | None = None) -> CustomFieldRecord:
        """Changes the fields that are given of a record, and no others.

        id: Id of the record.
        changes: The fields, each with its value; the others stay as they are.
        version: The version that the record must still have; any, if nothing is said.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return self._caller.call(_CUSTOM_FIELDS_PATCH, {"id": id, "changes": changes, "version": version, "custom": custom})

    def delete(self, record: CustomFieldRecord) -> None:
        """Deletes a record that nothing refers to.

        record: The record as it was read.
        """
        self._caller.call(_CUSTOM_FIELDS_DELETE, {"record": record})

    def upsert(
        self,
        key: ExternalKey,
        *changes: Change,
        mode: UpsertMode | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> CustomFieldUpserted:
        """Changes the fields that are given of the record that another system knows by a key, or creates it from them.

        key: The other system's name and its key.
        changes: The fields that are given, each with its value; the others stay as they are, or take their defaults in a new
            record.
        mode: What may be done; both if nothing is said.
        custom: Values of fields that the host declared, by name.
        """
        return self._caller.call(_CUSTOM_FIELDS_UPSERT, {"key": key, "changes": changes, "mode": mode, "custom": custom})

    def find_external(self, key: ExternalKey) -> CustomFieldRecord | None:
        """The record that another system knows by a key, or nothing.

        key: The other system's name and its key.
        """
        return self._caller.call(_CUSTOM_FIELDS_FIND_EXTERNAL, {"key": key})

    def external_keys(self, id: UUID) -> builtins.list[ExternalKey]:
        """What other systems call a record.

        id: Id of the record.
        """
        return self._caller.call(_CUSTOM_FIELDS_EXTERNAL_KEYS, {"id": id})

    def bind_external(self, id: UUID, key: ExternalKey) -> None:
        """Lets another system know a record by a key.

        id: Id of the record.
        key: The other system's name and its key.
        """
        self._caller.call(_CUSTOM_FIELDS_BIND_EXTERNAL, {"id": id, "key": key})

    def unbind_external(self, id: UUID, key: ExternalKey) -> None:
        """Takes a key of another system away from a record.

        id: Id of the record.
        key: The other system's name and its key.
        """
        self._caller.call(_CUSTOM_FIELDS_UNBIND_EXTERNAL, {"id": id, "key": key})

    def custom_of(self, id: UUID) -> builtins.dict[str, Any]:
        """What a record holds in the fields that the host declared.

        id: Id of the record.
        """
        return self._caller.call(_CUSTOM_FIELDS_CUSTOM_OF, {"id": id})

    def set_custom(self, id: UUID, custom: Mapping[str, Any]) -> None:
        """Sets what a record holds in fields that the host declared.

        id: Id of the record.
        custom: Values of fields that the host declared, by name; null empties one.
        """
        self._caller.call(_CUSTOM_FIELDS_SET_CUSTOM, {"id": id, "custom": custom})


class AsyncCustomFieldsService(AsyncService):
    """Fields that the host declares."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> AsyncPages[CustomFieldRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_CUSTOM_FIELDS_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    async def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._caller.call(_CUSTOM_FIELDS_COUNT, {"filter": filter})

    async def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._report(_CUSTOM_FIELDS_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, CustomFieldFields)

    async def get(self, id: UUID) -> CustomFieldRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return await self._caller.call(_CUSTOM_FIELDS_GET, {"id": id})

    async def find(self, id: UUID) -> CustomFieldRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return await self._caller.call(_CUSTOM_FIELDS_FIND, {"id": id})

    async def create(self, data: CustomField, *, custom: Mapping[str, Any] | None = None) -> CustomFieldRecord:
        """Creates a record, with values of fields that the host declared.

        data: The record.
        custom: Values of fields that the host declared, by name.
        """
        return await self._caller.call(_CUSTOM_FIELDS_CREATE, {"data": data, "custom": custom})

    async def create_many(self, data: Sequence[CustomField]) -> builtins.list[CustomFieldRecord]:
        """Creates records, all or none.

        data: The records.
        """
        return await self._caller.call(_CUSTOM_FIELDS_CREATE_MANY, {"data": data})

    async def update(self, record: CustomFieldRecord, *, custom: Mapping[str, Any] | None = None) -> CustomFieldRecord:
        """Changes a record; refused if somebody else changed it since it was read.

        record: The record as it was read, with what is to change; fields that it leaves out stay as they are.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return await self._caller.call(_CUSTOM_FIELDS_UPDATE, {"record": record, "custom": custom})

    async def modify(self, id: UUID, change: Callable[[CustomFieldRecord], CustomFieldRecord | None]) -> CustomFieldRecord:
        """Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed
        it meanwhile.

        id: Id of the record.
        change: Changes the record that it is given, or returns another. It is called anew for what was read anew, at most
            `MAX_RETRIES` times more.
        """
        return await self._modify(_CUSTOM_FIELDS_GET, _CUSTOM_FIELDS_UPDATE, id, change)

    async def patch(
        self,
        id: UUID,
        *changes: Change,
        version: int | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> CustomFieldRecord:
        """Changes the fields that are given of a record, and no others.

        id: Id of the record.
        changes: The fields, each with its value; the others stay as they are.
        version: The version that the record must still have; any, if nothing is said.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return await self._caller.call(_CUSTOM_FIELDS_PATCH, {"id": id, "changes": changes, "version": version, "custom": custom})

    async def delete(self, record: CustomFieldRecord) -> None:
        """Deletes a record that nothing refers to.

        record: The record as it was read.
        """
        await self._caller.call(_CUSTOM_FIELDS_DELETE, {"record": record})

    async def upsert(
        self,
        key: ExternalKey,
        *changes: Change,
        mode: UpsertMode | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> CustomFieldUpserted:
        """Changes the fields that are given of the record that another system knows by a key, or creates it from them.

        key: The other system's name and its key.
        changes: The fields that are given, each with its value; the others stay as they are, or take their defaults in a new
            record.
        mode: What may be done; both if nothing is said.
        custom: Values of fields that the host declared, by name.
        """
        return await self._caller.call(_CUSTOM_FIELDS_UPSERT, {"key": key, "changes": changes, "mode": mode, "custom": custom})

    async def find_external(self, key: ExternalKey) -> CustomFieldRecord | None:
        """The record that another system knows by a key, or nothing.

        key: The other system's name and its key.
        """
        return await self._caller.call(_CUSTOM_FIELDS_FIND_EXTERNAL, {"key": key})

    async def external_keys(self, id: UUID) -> builtins.list[ExternalKey]:
        """What other systems call a record.

        id: Id of the record.
        """
        return await self._caller.call(_CUSTOM_FIELDS_EXTERNAL_KEYS, {"id": id})

    async def bind_external(self, id: UUID, key: ExternalKey) -> None:
        """Lets another system know a record by a key.

        id: Id of the record.
        key: The other system's name and its key.
        """
        await self._caller.call(_CUSTOM_FIELDS_BIND_EXTERNAL, {"id": id, "key": key})

    async def unbind_external(self, id: UUID, key: ExternalKey) -> None:
        """Takes a key of another system away from a record.

        id: Id of the record.
        key: The other system's name and its key.
        """
        await self._caller.call(_CUSTOM_FIELDS_UNBIND_EXTERNAL, {"id": id, "key": key})

    async def custom_of(self, id: UUID) -> builtins.dict[str, Any]:
        """What a record holds in the fields that the host declared.

        id: Id of the record.
        """
        return await self._caller.call(_CUSTOM_FIELDS_CUSTOM_OF, {"id": id})

    async def set_custom(self, id: UUID, custom: Mapping[str, Any]) -> None:
        """Sets what a record holds in fields that the host declared.

        id: Id of the record.
        custom: Values of fields that the host declared, by name; null empties one.
        """
        await self._caller.call(_CUSTOM_FIELDS_SET_CUSTOM, {"id": id, "custom": custom})


class CompanyProfilesService(Service):
    """What the own company is called, and calculates by, from a day on."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> Pages[CompanyProfileRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_COMPANY_PROFILES_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._caller.call(_COMPANY_PROFILES_COUNT, {"filter": filter})

    def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._report(_COMPANY_PROFILES_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, CompanyProfileFields)

    def get(self, id: UUID) -> CompanyProfileRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return self._caller.call(_COMPANY_PROFILES_GET, {"id": id})

    def find(self, id: UUID) -> CompanyProfileRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return self._caller.call(_COMPANY_PROFILES_FIND, {"id": id})

    def create(self, data: CompanyProfile, *, custom: Mapping[str, Any] | None = None) -> CompanyProfileRecord:
        """Creates a record, with values of fields that the host declared.

        data: The record.
        custom: Values of fields that the host declared, by name.
        """
        return self._caller.call(_COMPANY_PROFILES_CREATE, {"data": data, "custom": custom})

    def create_many(self, data: Sequence[CompanyProfile]) -> builtins.list[CompanyProfileRecord]:
        """Creates records, all or none.

        data: The records.
        """
        return self._caller.call(_COMPANY_PROFILES_CREATE_MANY, {"data": data})

    def update(self, record: CompanyProfileRecord, *, custom: Mapping[str, Any] | None = None) -> CompanyProfileRecord:
        """Changes a record; refused if somebody else changed it since it was read.

        record: The record as it was read, with what is to change; fields that it leaves out stay as they are.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return self._caller.call(_COMPANY_PROFILES_UPDATE, {"record": record, "custom": custom})

    def modify(self, id: UUID, change: Callable[[CompanyProfileRecord], CompanyProfileRecord | None]) -> CompanyProfileRecord:
        """Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed
        it meanwhile.

        id: Id of the record.
        change: Changes the record that it is given, or returns another. It is called anew for what was read anew, at most
            `MAX_RETRIES` times more.
        """
        return self._modify(_COMPANY_PROFILES_GET, _COMPANY_PROFILES_UPDATE, id, change)

    def patch(
        self,
        id: UUID,
        *changes: Change,
        version: int | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> CompanyProfileRecord:
        """Changes the fields that are given of a record, and no others.

        id: Id of the record.
        changes: The fields, each with its value; the others stay as they are.
        version: The version that the record must still have; any, if nothing is said.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return self._caller.call(_COMPANY_PROFILES_PATCH, {"id": id, "changes": changes, "version": version, "custom": custom})

    def delete(self, record: CompanyProfileRecord) -> None:
        """Deletes a record that nothing refers to.

        record: The record as it was read.
        """
        self._caller.call(_COMPANY_PROFILES_DELETE, {"record": record})

    def upsert(
        self,
        key: ExternalKey,
        *changes: Change,
        mode: UpsertMode | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> CompanyProfileUpserted:
        """Changes the fields that are given of the record that another system knows by a key, or creates it from them.

        key: The other system's name and its key.
        changes: The fields that are given, each with its value; the others stay as they are, or take their defaults in a new
            record.
        mode: What may be done; both if nothing is said.
        custom: Values of fields that the host declared, by name.
        """
        return self._caller.call(_COMPANY_PROFILES_UPSERT, {"key": key, "changes": changes, "mode": mode, "custom": custom})

    def find_external(self, key: ExternalKey) -> CompanyProfileRecord | None:
        """The record that another system knows by a key, or nothing.

        key: The other system's name and its key.
        """
        return self._caller.call(_COMPANY_PROFILES_FIND_EXTERNAL, {"key": key})

    def external_keys(self, id: UUID) -> builtins.list[ExternalKey]:
        """What other systems call a record.

        id: Id of the record.
        """
        return self._caller.call(_COMPANY_PROFILES_EXTERNAL_KEYS, {"id": id})

    def bind_external(self, id: UUID, key: ExternalKey) -> None:
        """Lets another system know a record by a key.

        id: Id of the record.
        key: The other system's name and its key.
        """
        self._caller.call(_COMPANY_PROFILES_BIND_EXTERNAL, {"id": id, "key": key})

    def unbind_external(self, id: UUID, key: ExternalKey) -> None:
        """Takes a key of another system away from a record.

        id: Id of the record.
        key: The other system's name and its key.
        """
        self._caller.call(_COMPANY_PROFILES_UNBIND_EXTERNAL, {"id": id, "key": key})

    def custom_of(self, id: UUID) -> builtins.dict[str, Any]:
        """What a record holds in the fields that the host declared.

        id: Id of the record.
        """
        return self._caller.call(_COMPANY_PROFILES_CUSTOM_OF, {"id": id})

    def set_custom(self, id: UUID, custom: Mapping[str, Any]) -> None:
        """Sets what a record holds in fields that the host declared.

        id: Id of the record.
        custom: Values of fields that the host declared, by name; null empties one.
        """
        self._caller.call(_COMPANY_PROFILES_SET_CUSTOM, {"id": id, "custom": custom})


class AsyncCompanyProfilesService(AsyncService):
    """What the own company is called, and calculates by, from a day on."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> AsyncPages[CompanyProfileRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_COMPANY_PROFILES_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    async def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._caller.call(_COMPANY_PROFILES_COUNT, {"filter": filter})

    async def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._report(_COMPANY_PROFILES_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, CompanyProfileFields)

    async def get(self, id: UUID) -> CompanyProfileRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return await self._caller.call(_COMPANY_PROFILES_GET, {"id": id})

    async def find(self, id: UUID) -> CompanyProfileRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return await self._caller.call(_COMPANY_PROFILES_FIND, {"id": id})

    async def create(self, data: CompanyProfile, *, custom: Mapping[str, Any] | None = None) -> CompanyProfileRecord:
        """Creates a record, with values of fields that the host declared.

        data: The record.
        custom: Values of fields that the host declared, by name.
        """
        return await self._caller.call(_COMPANY_PROFILES_CREATE, {"data": data, "custom": custom})

    async def create_many(self, data: Sequence[CompanyProfile]) -> builtins.list[CompanyProfileRecord]:
        """Creates records, all or none.

        data: The records.
        """
        return await self._caller.call(_COMPANY_PROFILES_CREATE_MANY, {"data": data})

    async def update(self, record: CompanyProfileRecord, *, custom: Mapping[str, Any] | None = None) -> CompanyProfileRecord:
        """Changes a record; refused if somebody else changed it since it was read.

        record: The record as it was read, with what is to change; fields that it leaves out stay as they are.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return await self._caller.call(_COMPANY_PROFILES_UPDATE, {"record": record, "custom": custom})

    async def modify(self, id: UUID, change: Callable[[CompanyProfileRecord], CompanyProfileRecord | None]) -> CompanyProfileRecord:
        """Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed
        it meanwhile.

        id: Id of the record.
        change: Changes the record that it is given, or returns another. It is called anew for what was read anew, at most
            `MAX_RETRIES` times more.
        """
        return await self._modify(_COMPANY_PROFILES_GET, _COMPANY_PROFILES_UPDATE, id, change)

    async def patch(
        self,
        id: UUID,
        *changes: Change,
        version: int | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> CompanyProfileRecord:
        """Changes the fields that are given of a record, and no others.

        id: Id of the record.
        changes: The fields, each with its value; the others stay as they are.
        version: The version that the record must still have; any, if nothing is said.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return await self._caller.call(_COMPANY_PROFILES_PATCH, {"id": id, "changes": changes, "version": version, "custom": custom})

    async def delete(self, record: CompanyProfileRecord) -> None:
        """Deletes a record that nothing refers to.

        record: The record as it was read.
        """
        await self._caller.call(_COMPANY_PROFILES_DELETE, {"record": record})

    async def upsert(
        self,
        key: ExternalKey,
        *changes: Change,
        mode: UpsertMode | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> CompanyProfileUpserted:
        """Changes the fields that are given of the record that another system knows by a key, or creates it from them.

        key: The other system's name and its key.
        changes: The fields that are given, each with its value; the others stay as they are, or take their defaults in a new
            record.
        mode: What may be done; both if nothing is said.
        custom: Values of fields that the host declared, by name.
        """
        return await self._caller.call(_COMPANY_PROFILES_UPSERT, {"key": key, "changes": changes, "mode": mode, "custom": custom})

    async def find_external(self, key: ExternalKey) -> CompanyProfileRecord | None:
        """The record that another system knows by a key, or nothing.

        key: The other system's name and its key.
        """
        return await self._caller.call(_COMPANY_PROFILES_FIND_EXTERNAL, {"key": key})

    async def external_keys(self, id: UUID) -> builtins.list[ExternalKey]:
        """What other systems call a record.

        id: Id of the record.
        """
        return await self._caller.call(_COMPANY_PROFILES_EXTERNAL_KEYS, {"id": id})

    async def bind_external(self, id: UUID, key: ExternalKey) -> None:
        """Lets another system know a record by a key.

        id: Id of the record.
        key: The other system's name and its key.
        """
        await self._caller.call(_COMPANY_PROFILES_BIND_EXTERNAL, {"id": id, "key": key})

    async def unbind_external(self, id: UUID, key: ExternalKey) -> None:
        """Takes a key of another system away from a record.

        id: Id of the record.
        key: The other system's name and its key.
        """
        await self._caller.call(_COMPANY_PROFILES_UNBIND_EXTERNAL, {"id": id, "key": key})

    async def custom_of(self, id: UUID) -> builtins.dict[str, Any]:
        """What a record holds in the fields that the host declared.

        id: Id of the record.
        """
        return await self._caller.call(_COMPANY_PROFILES_CUSTOM_OF, {"id": id})

    async def set_custom(self, id: UUID, custom: Mapping[str, Any]) -> None:
        """Sets what a record holds in fields that the host declared.

        id: Id of the record.
        custom: Values of fields that the host declared, by name; null empties one.
        """
        await self._caller.call(_COMPANY_PROFILES_SET_CUSTOM, {"id": id, "custom": custom})


class ProductsService(Service):
    """Products and services."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> Pages[ProductRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_PRODUCTS_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._caller.call(_PRODUCTS_COUNT, {"filter": filter})

    def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._report(_PRODUCTS_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, ProductFields)

    def get(self, id: UUID) -> ProductRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return self._caller.call(_PRODUCTS_GET, {"id": id})

    def find(self, id: UUID) -> ProductRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return self._caller.call(_PRODUCTS_FIND, {"id": id})

    def create(self, data: Product, *, custom: Mapping[str, Any] | None = None) -> ProductRecord:
        """Creates a record, with values of fields that the host declared.

        data: The record.
        custom: Values of fields that the host declared, by name.
        """
        return self._caller.call(_PRODUCTS_CREATE, {"data": data, "custom": custom})

    def create_many(self, data: Sequence[Product]) -> builtins.list[ProductRecord]:
        """Creates records, all or none.

        data: The records.
        """
        return self._caller.call(_PRODUCTS_CREATE_MANY, {"data": data})

    def update(self, record: ProductRecord, *, custom: Mapping[str, Any] | None = None) -> ProductRecord:
        """Changes a record; refused if somebody else changed it since it was read.

        record: The record as it was read, with what is to change; fields that it leaves out stay as they are.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return self._caller.call(_PRODUCTS_UPDATE, {"record": record, "custom": custom})

    def modify(self, id: UUID, change: Callable[[ProductRecord], ProductRecord | None]) -> ProductRecord:
        """Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed
        it meanwhile.

        id: Id of the record.
        change: Changes the record that it is given, or returns another. It is called anew for what was read anew, at most
            `MAX_RETRIES` times more.
        """
        return self._modify(_PRODUCTS_GET, _PRODUCTS_UPDATE, id, change)

    def patch(self, id: UUID, *changes: Change, version: int | None = None, custom: Mapping[str, Any] | None = None) -> ProductRecord:
        """Changes the fields that are given of a record, and no others.

        id: Id of the record.
        changes: The fields, each with its value; the others stay as they are.
        version: The version that the record must still have; any, if nothing is said.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return self._caller.call(_PRODUCTS_PATCH, {"id": id, "changes": changes, "version": version, "custom": custom})

    def delete(self, record: ProductRecord) -> None:
        """Deletes a record that nothing refers to.

        record: The record as it was read.
        """
        self._caller.call(_PRODUCTS_DELETE, {"record": record})

    def upsert(
        self,
        key: ExternalKey,
        *changes: Change,
        mode: UpsertMode | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> ProductUpserted:
        """Changes the fields that are given of the record that another system knows by a key, or creates it from them.

        key: The other system's name and its key.
        changes: The fields that are given, each with its value; the others stay as they are, or take their defaults in a new
            record.
        mode: What may be done; both if nothing is said.
        custom: Values of fields that the host declared, by name.
        """
        return self._caller.call(_PRODUCTS_UPSERT, {"key": key, "changes": changes, "mode": mode, "custom": custom})

    def find_external(self, key: ExternalKey) -> ProductRecord | None:
        """The record that another system knows by a key, or nothing.

        key: The other system's name and its key.
        """
        return self._caller.call(_PRODUCTS_FIND_EXTERNAL, {"key": key})

    def external_keys(self, id: UUID) -> builtins.list[ExternalKey]:
        """What other systems call a record.

        id: Id of the record.
        """
        return self._caller.call(_PRODUCTS_EXTERNAL_KEYS, {"id": id})

    def bind_external(self, id: UUID, key: ExternalKey) -> None:
        """Lets another system know a record by a key.

        id: Id of the record.
        key: The other system's name and its key.
        """
        self._caller.call(_PRODUCTS_BIND_EXTERNAL, {"id": id, "key": key})

    def unbind_external(self, id: UUID, key: ExternalKey) -> None:
        """Takes a key of another system away from a record.

        id: Id of the record.
        key: The other system's name and its key.
        """
        self._caller.call(_PRODUCTS_UNBIND_EXTERNAL, {"id": id, "key": key})

    def custom_of(self, id: UUID) -> builtins.dict[str, Any]:
        """What a record holds in the fields that the host declared.

        id: Id of the record.
        """
        return self._caller.call(_PRODUCTS_CUSTOM_OF, {"id": id})

    def set_custom(self, id: UUID, custom: Mapping[str, Any]) -> None:
        """Sets what a record holds in fields that the host declared.

        id: Id of the record.
        custom: Values of fields that the host declared, by name; null empties one.
        """
        self._caller.call(_PRODUCTS_SET_CUSTOM, {"id": id, "custom": custom})

    def resolve(self, text: str, on: datetime.date, *, customer_id: UUID | None = None) -> Resolved:
        """What a typed or scanned text means: own code, barcode, supplier's or customer's code, mnemonic."""
        return self._caller.call(_PRODUCTS_RESOLVE, {"text": text, "on": on, "customer_id": customer_id})


class AsyncProductsService(AsyncService):
    """Products and services."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> AsyncPages[ProductRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_PRODUCTS_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    async def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._caller.call(_PRODUCTS_COUNT, {"filter": filter})

    async def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._report(_PRODUCTS_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, ProductFields)

    async def get(self, id: UUID) -> ProductRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return await self._caller.call(_PRODUCTS_GET, {"id": id})

    async def find(self, id: UUID) -> ProductRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return await self._caller.call(_PRODUCTS_FIND, {"id": id})

    async def create(self, data: Product, *, custom: Mapping[str, Any] | None = None) -> ProductRecord:
        """Creates a record, with values of fields that the host declared.

        data: The record.
        custom: Values of fields that the host declared, by name.
        """
        return await self._caller.call(_PRODUCTS_CREATE, {"data": data, "custom": custom})

    async def create_many(self, data: Sequence[Product]) -> builtins.list[ProductRecord]:
        """Creates records, all or none.

        data: The records.
        """
        return await self._caller.call(_PRODUCTS_CREATE_MANY, {"data": data})

    async def update(self, record: ProductRecord, *, custom: Mapping[str, Any] | None = None) -> ProductRecord:
        """Changes a record; refused if somebody else changed it since it was read.

        record: The record as it was read, with what is to change; fields that it leaves out stay as they are.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return await self._caller.call(_PRODUCTS_UPDATE, {"record": record, "custom": custom})

    async def modify(self, id: UUID, change: Callable[[ProductRecord], ProductRecord | None]) -> ProductRecord:
        """Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed
        it meanwhile.

        id: Id of the record.
        change: Changes the record that it is given, or returns another. It is called anew for what was read anew, at most
            `MAX_RETRIES` times more.
        """
        return await self._modify(_PRODUCTS_GET, _PRODUCTS_UPDATE, id, change)

    async def patch(
        self,
        id: UUID,
        *changes: Change,
        version: int | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> ProductRecord:
        """Changes the fields that are given of a record, and no others.

        id: Id of the record.
        changes: The fields, each with its value; the others stay as they are.
        version: The version that the record must still have; any, if nothing is said.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return await self._caller.call(_PRODUCTS_PATCH, {"id": id, "changes": changes, "version": version, "custom": custom})

    async def delete(self, record: ProductRecord) -> None:
        """Deletes a record that nothing refers to.

        record: The record as it was read.
        """
        await self._caller.call(_PRODUCTS_DELETE, {"record": record})

    async def upsert(
        self,
        key: ExternalKey,
        *changes: Change,
        mode: UpsertMode | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> ProductUpserted:
        """Changes the fields that are given of the record that another system knows by a key, or creates it from them.

        key: The other system's name and its key.
        changes: The fields that are given, each with its value; the others stay as they are, or take their defaults in a new
            record.
        mode: What may be done; both if nothing is said.
        custom: Values of fields that the host declared, by name.
        """
        return await self._caller.call(_PRODUCTS_UPSERT, {"key": key, "changes": changes, "mode": mode, "custom": custom})

    async def find_external(self, key: ExternalKey) -> ProductRecord | None:
        """The record that another system knows by a key, or nothing.

        key: The other system's name and its key.
        """
        return await self._caller.call(_PRODUCTS_FIND_EXTERNAL, {"key": key})

    async def external_keys(self, id: UUID) -> builtins.list[ExternalKey]:
        """What other systems call a record.

        id: Id of the record.
        """
        return await self._caller.call(_PRODUCTS_EXTERNAL_KEYS, {"id": id})

    async def bind_external(self, id: UUID, key: ExternalKey) -> None:
        """Lets another system know a record by a key.

        id: Id of the record.
        key: The other system's name and its key.
        """
        await self._caller.call(_PRODUCTS_BIND_EXTERNAL, {"id": id, "key": key})

    async def unbind_external(self, id: UUID, key: ExternalKey) -> None:
        """Takes a key of another system away from a record.

        id: Id of the record.
        key: The other system's name and its key.
        """
        await self._caller.call(_PRODUCTS_UNBIND_EXTERNAL, {"id": id, "key": key})

    async def custom_of(self, id: UUID) -> builtins.dict[str, Any]:
        """What a record holds in the fields that the host declared.

        id: Id of the record.
        """
        return await self._caller.call(_PRODUCTS_CUSTOM_OF, {"id": id})

    async def set_custom(self, id: UUID, custom: Mapping[str, Any]) -> None:
        """Sets what a record holds in fields that the host declared.

        id: Id of the record.
        custom: Values of fields that the host declared, by name; null empties one.
        """
        await self._caller.call(_PRODUCTS_SET_CUSTOM, {"id": id, "custom": custom})

    async def resolve(self, text: str, on: datetime.date, *, customer_id: UUID | None = None) -> Resolved:
        """What a typed or scanned text means: own code, barcode, supplier's or customer's code, mnemonic."""
        return await self._caller.call(_PRODUCTS_RESOLVE, {"text": text, "on": on, "customer_id": customer_id})


class ProductGroupsService(Service):
    """The tree of product groups."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> Pages[ProductGroupRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_PRODUCT_GROUPS_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._caller.call(_PRODUCT_GROUPS_COUNT, {"filter": filter})

    def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._report(_PRODUCT_GROUPS_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, ProductGroupFields)

    def get(self, id: UUID) -> ProductGroupRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return self._caller.call(_PRODUCT_GROUPS_GET, {"id": id})

    def find(self, id: UUID) -> ProductGroupRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return self._caller.call(_PRODUCT_GROUPS_FIND, {"id": id})

    def create(self, data: ProductGroup, *, custom: Mapping[str, Any] | None = None) -> ProductGroupRecord:
        """Creates a record, with values of fields that the host declared.

        data: The record.
        custom: Values of fields that the host declared, by name.
        """
        return self._caller.call(_PRODUCT_GROUPS_CREATE, {"data": data, "custom": custom})

    def create_many(self, data: Sequence[ProductGroup]) -> builtins.list[ProductGroupRecord]:
        """Creates records, all or none.

        data: The records.
        """
        return self._caller.call(_PRODUCT_GROUPS_CREATE_MANY, {"data": data})

    def update(self, record: ProductGroupRecord, *, custom: Mapping[str, Any] | None = None) -> ProductGroupRecord:
        """Changes a record; refused if somebody else changed it since it was read.

        record: The record as it was read, with what is to change; fields that it leaves out stay as they are.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return self._caller.call(_PRODUCT_GROUPS_UPDATE, {"record": record, "custom": custom})

    def modify(self, id: UUID, change: Callable[[ProductGroupRecord], ProductGroupRecord | None]) -> ProductGroupRecord:
        """Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed
        it meanwhile.

        id: Id of the record.
        change: Changes the record that it is given, or returns another. It is called anew for what was read anew, at most
            `MAX_RETRIES` times more.
        """
        return self._modify(_PRODUCT_GROUPS_GET, _PRODUCT_GROUPS_UPDATE, id, change)

    def patch(self, id: UUID, *changes: Change, version: int | None = None, custom: Mapping[str, Any] | None = None) -> ProductGroupRecord:
        """Changes the fields that are given of a record, and no others.

        id: Id of the record.
        changes: The fields, each with its value; the others stay as they are.
        version: The version that the record must still have; any, if nothing is said.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return self._caller.call(_PRODUCT_GROUPS_PATCH, {"id": id, "changes": changes, "version": version, "custom": custom})

    def delete(self, record: ProductGroupRecord) -> None:
        """Deletes a record that nothing refers to.

        record: The record as it was read.
        """
        self._caller.call(_PRODUCT_GROUPS_DELETE, {"record": record})

    def upsert(
        self,
        key: ExternalKey,
        *changes: Change,
        mode: UpsertMode | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> ProductGroupUpserted:
        """Changes the fields that are given of the record that another system knows by a key, or creates it from them.

        key: The other system's name and its key.
        changes: The fields that are given, each with its value; the others stay as they are, or take their defaults in a new
            record.
        mode: What may be done; both if nothing is said.
        custom: Values of fields that the host declared, by name.
        """
        return self._caller.call(_PRODUCT_GROUPS_UPSERT, {"key": key, "changes": changes, "mode": mode, "custom": custom})

    def find_external(self, key: ExternalKey) -> ProductGroupRecord | None:
        """The record that another system knows by a key, or nothing.

        key: The other system's name and its key.
        """
        return self._caller.call(_PRODUCT_GROUPS_FIND_EXTERNAL, {"key": key})

    def external_keys(self, id: UUID) -> builtins.list[ExternalKey]:
        """What other systems call a record.

        id: Id of the record.
        """
        return self._caller.call(_PRODUCT_GROUPS_EXTERNAL_KEYS, {"id": id})

    def bind_external(self, id: UUID, key: ExternalKey) -> None:
        """Lets another system know a record by a key.

        id: Id of the record.
        key: The other system's name and its key.
        """
        self._caller.call(_PRODUCT_GROUPS_BIND_EXTERNAL, {"id": id, "key": key})

    def unbind_external(self, id: UUID, key: ExternalKey) -> None:
        """Takes a key of another system away from a record.

        id: Id of the record.
        key: The other system's name and its key.
        """
        self._caller.call(_PRODUCT_GROUPS_UNBIND_EXTERNAL, {"id": id, "key": key})

    def custom_of(self, id: UUID) -> builtins.dict[str, Any]:
        """What a record holds in the fields that the host declared.

        id: Id of the record.
        """
        return self._caller.call(_PRODUCT_GROUPS_CUSTOM_OF, {"id": id})

    def set_custom(self, id: UUID, custom: Mapping[str, Any]) -> None:
        """Sets what a record holds in fields that the host declared.

        id: Id of the record.
        custom: Values of fields that the host declared, by name; null empties one.
        """
        self._caller.call(_PRODUCT_GROUPS_SET_CUSTOM, {"id": id, "custom": custom})


class AsyncProductGroupsService(AsyncService):
    """The tree of product groups."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> AsyncPages[ProductGroupRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_PRODUCT_GROUPS_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    async def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._caller.call(_PRODUCT_GROUPS_COUNT, {"filter": filter})

    async def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._report(_PRODUCT_GROUPS_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, ProductGroupFields)

    async def get(self, id: UUID) -> ProductGroupRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return await self._caller.call(_PRODUCT_GROUPS_GET, {"id": id})

    async def find(self, id: UUID) -> ProductGroupRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return await self._caller.call(_PRODUCT_GROUPS_FIND, {"id": id})

    async def create(self, data: ProductGroup, *, custom: Mapping[str, Any] | None = None) -> ProductGroupRecord:
        """Creates a record, with values of fields that the host declared.

        data: The record.
        custom: Values of fields that the host declared, by name.
        """
        return await self._caller.call(_PRODUCT_GROUPS_CREATE, {"data": data, "custom": custom})

    async def create_many(self, data: Sequence[ProductGroup]) -> builtins.list[ProductGroupRecord]:
        """Creates records, all or none.

        data: The records.
        """
        return await self._caller.call(_PRODUCT_GROUPS_CREATE_MANY, {"data": data})

    async def update(self, record: ProductGroupRecord, *, custom: Mapping[str, Any] | None = None) -> ProductGroupRecord:
        """Changes a record; refused if somebody else changed it since it was read.

        record: The record as it was read, with what is to change; fields that it leaves out stay as they are.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return await self._caller.call(_PRODUCT_GROUPS_UPDATE, {"record": record, "custom": custom})

    async def modify(self, id: UUID, change: Callable[[ProductGroupRecord], ProductGroupRecord | None]) -> ProductGroupRecord:
        """Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed
        it meanwhile.

        id: Id of the record.
        change: Changes the record that it is given, or returns another. It is called anew for what was read anew, at most
            `MAX_RETRIES` times more.
        """
        return await self._modify(_PRODUCT_GROUPS_GET, _PRODUCT_GROUPS_UPDATE, id, change)

    async def patch(
        self,
        id: UUID,
        *changes: Change,
        version: int | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> ProductGroupRecord:
        """Changes the fields that are given of a record, and no others.

        id: Id of the record.
        changes: The fields, each with its value; the others stay as they are.
        version: The version that the record must still have; any, if nothing is said.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return await self._caller.call(_PRODUCT_GROUPS_PATCH, {"id": id, "changes": changes, "version": version, "custom": custom})

    async def delete(self, record: ProductGroupRecord) -> None:
        """Deletes a record that nothing refers to.

        record: The record as it was read.
        """
        await self._caller.call(_PRODUCT_GROUPS_DELETE, {"record": record})

    async def upsert(
        self,
        key: ExternalKey,
        *changes: Change,
        mode: UpsertMode | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> ProductGroupUpserted:
        """Changes the fields that are given of the record that another system knows by a key, or creates it from them.

        key: The other system's name and its key.
        changes: The fields that are given, each with its value; the others stay as they are, or take their defaults in a new
            record.
        mode: What may be done; both if nothing is said.
        custom: Values of fields that the host declared, by name.
        """
        return await self._caller.call(_PRODUCT_GROUPS_UPSERT, {"key": key, "changes": changes, "mode": mode, "custom": custom})

    async def find_external(self, key: ExternalKey) -> ProductGroupRecord | None:
        """The record that another system knows by a key, or nothing.

        key: The other system's name and its key.
        """
        return await self._caller.call(_PRODUCT_GROUPS_FIND_EXTERNAL, {"key": key})

    async def external_keys(self, id: UUID) -> builtins.list[ExternalKey]:
        """What other systems call a record.

        id: Id of the record.
        """
        return await self._caller.call(_PRODUCT_GROUPS_EXTERNAL_KEYS, {"id": id})

    async def bind_external(self, id: UUID, key: ExternalKey) -> None:
        """Lets another system know a record by a key.

        id: Id of the record.
        key: The other system's name and its key.
        """
        await self._caller.call(_PRODUCT_GROUPS_BIND_EXTERNAL, {"id": id, "key": key})

    async def unbind_external(self, id: UUID, key: ExternalKey) -> None:
        """Takes a key of another system away from a record.

        id: Id of the record.
        key: The other system's name and its key.
        """
        await self._caller.call(_PRODUCT_GROUPS_UNBIND_EXTERNAL, {"id": id, "key": key})

    async def custom_of(self, id: UUID) -> builtins.dict[str, Any]:
        """What a record holds in the fields that the host declared.

        id: Id of the record.
        """
        return await self._caller.call(_PRODUCT_GROUPS_CUSTOM_OF, {"id": id})

    async def set_custom(self, id: UUID, custom: Mapping[str, Any]) -> None:
        """Sets what a record holds in fields that the host declared.

        id: Id of the record.
        custom: Values of fields that the host declared, by name; null empties one.
        """
        await self._caller.call(_PRODUCT_GROUPS_SET_CUSTOM, {"id": id, "custom": custom})


class ProductUnitsService(Service):
    """Units that products are also counted in."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> Pages[ProductUnitRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_PRODUCT_UNITS_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._caller.call(_PRODUCT_UNITS_COUNT, {"filter": filter})

    def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._report(_PRODUCT_UNITS_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, ProductUnitFields)

    def get(self, id: UUID) -> ProductUnitRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return self._caller.call(_PRODUCT_UNITS_GET, {"id": id})

    def find(self, id: UUID) -> ProductUnitRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return self._caller.call(_PRODUCT_UNITS_FIND, {"id": id})

    def create(self, data: ProductUnit, *, custom: Mapping[str, Any] | None = None) -> ProductUnitRecord:
        """Creates a record, with values of fields that the host declared.

        data: The record.
        custom: Values of fields that the host declared, by name.
        """
        return self._caller.call(_PRODUCT_UNITS_CREATE, {"data": data, "custom": custom})

    def create_many(self, data: Sequence[ProductUnit]) -> builtins.list[ProductUnitRecord]:
        """Creates records, all or none.

        data: The records.
        """
        return self._caller.call(_PRODUCT_UNITS_CREATE_MANY, {"data": data})

    def update(self, record: ProductUnitRecord, *, custom: Mapping[str, Any] | None = None) -> ProductUnitRecord:
        """Changes a record; refused if somebody else changed it since it was read.

        record: The record as it was read, with what is to change; fields that it leaves out stay as they are.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return self._caller.call(_PRODUCT_UNITS_UPDATE, {"record": record, "custom": custom})

    def modify(self, id: UUID, change: Callable[[ProductUnitRecord], ProductUnitRecord | None]) -> ProductUnitRecord:
        """Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed
        it meanwhile.

        id: Id of the record.
        change: Changes the record that it is given, or returns another. It is called anew for what was read anew, at most
            `MAX_RETRIES` times more.
        """
        return self._modify(_PRODUCT_UNITS_GET, _PRODUCT_UNITS_UPDATE, id, change)

    def patch(self, id: UUID, *changes: Change, version: int | None = None, custom: Mapping[str, Any] | None = None) -> ProductUnitRecord:
        """Changes the fields that are given of a record, and no others.

        id: Id of the record.
        changes: The fields, each with its value; the others stay as they are.
        version: The version that the record must still have; any, if nothing is said.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return self._caller.call(_PRODUCT_UNITS_PATCH, {"id": id, "changes": changes, "version": version, "custom": custom})

    def delete(self, record: ProductUnitRecord) -> None:
        """Deletes a record that nothing refers to.

        record: The record as it was read.
        """
        self._caller.call(_PRODUCT_UNITS_DELETE, {"record": record})

    def upsert(
        self,
        key: ExternalKey,
        *changes: Change,
        mode: UpsertMode | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> ProductUnitUpserted:
        """Changes the fields that are given of the record that another system knows by a key, or creates it from them.

        key: The other system's name and its key.
        changes: The fields that are given, each with its value; the others stay as they are, or take their defaults in a new
            record.
        mode: What may be done; both if nothing is said.
        custom: Values of fields that the host declared, by name.
        """
        return self._caller.call(_PRODUCT_UNITS_UPSERT, {"key": key, "changes": changes, "mode": mode, "custom": custom})

    def find_external(self, key: ExternalKey) -> ProductUnitRecord | None:
        """The record that another system knows by a key, or nothing.

        key: The other system's name and its key.
        """
        return self._caller.call(_PRODUCT_UNITS_FIND_EXTERNAL, {"key": key})

    def external_keys(self, id: UUID) -> builtins.list[ExternalKey]:
        """What other systems call a record.

        id: Id of the record.
        """
        return self._caller.call(_PRODUCT_UNITS_EXTERNAL_KEYS, {"id": id})

    def bind_external(self, id: UUID, key: ExternalKey) -> None:
        """Lets another system know a record by a key.

        id: Id of the record.
        key: The other system's name and its key.
        """
        self._caller.call(_PRODUCT_UNITS_BIND_EXTERNAL, {"id": id, "key": key})

    def unbind_external(self, id: UUID, key: ExternalKey) -> None:
        """Takes a key of another system away from a record.

        id: Id of the record.
        key: The other system's name and its key.
        """
        self._caller.call(_PRODUCT_UNITS_UNBIND_EXTERNAL, {"id": id, "key": key})

    def custom_of(self, id: UUID) -> builtins.dict[str, Any]:
        """What a record holds in the fields that the host declared.

        id: Id of the record.
        """
        return self._caller.call(_PRODUCT_UNITS_CUSTOM_OF, {"id": id})

    def set_custom(self, id: UUID, custom: Mapping[str, Any]) -> None:
        """Sets what a record holds in fields that the host declared.

        id: Id of the record.
        custom: Values of fields that the host declared, by name; null empties one.
        """
        self._caller.call(_PRODUCT_UNITS_SET_CUSTOM, {"id": id, "custom": custom})


class AsyncProductUnitsService(AsyncService):
    """Units that products are also counted in."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> AsyncPages[ProductUnitRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_PRODUCT_UNITS_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    async def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._caller.call(_PRODUCT_UNITS_COUNT, {"filter": filter})

    async def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._report(_PRODUCT_UNITS_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, ProductUnitFields)

    async def get(self, id: UUID) -> ProductUnitRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return await self._caller.call(_PRODUCT_UNITS_GET, {"id": id})

    async def find(self, id: UUID) -> ProductUnitRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return await self._caller.call(_PRODUCT_UNITS_FIND, {"id": id})

    async def create(self, data: ProductUnit, *, custom: Mapping[str, Any] | None = None) -> ProductUnitRecord:
        """Creates a record, with values of fields that the host declared.

        data: The record.
        custom: Values of fields that the host declared, by name.
        """
        return await self._caller.call(_PRODUCT_UNITS_CREATE, {"data": data, "custom": custom})

    async def create_many(self, data: Sequence[ProductUnit]) -> builtins.list[ProductUnitRecord]:
        """Creates records, all or none.

        data: The records.
        """
        return await self._caller.call(_PRODUCT_UNITS_CREATE_MANY, {"data": data})

    async def update(self, record: ProductUnitRecord, *, custom: Mapping[str, Any] | None = None) -> ProductUnitRecord:
        """Changes a record; refused if somebody else changed it since it was read.

        record: The record as it was read, with what is to change; fields that it leaves out stay as they are.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return await self._caller.call(_PRODUCT_UNITS_UPDATE, {"record": record, "custom": custom})

    async def modify(self, id: UUID, change: Callable[[ProductUnitRecord], ProductUnitRecord | None]) -> ProductUnitRecord:
        """Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed
        it meanwhile.

        id: Id of the record.
        change: Changes the record that it is given, or returns another. It is called anew for what was read anew, at most
            `MAX_RETRIES` times more.
        """
        return await self._modify(_PRODUCT_UNITS_GET, _PRODUCT_UNITS_UPDATE, id, change)

    async def patch(
        self,
        id: UUID,
        *changes: Change,
        version: int | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> ProductUnitRecord:
        """Changes the fields that are given of a record, and no others.

        id: Id of the record.
        changes: The fields, each with its value; the others stay as they are.
        version: The version that the record must still have; any, if nothing is said.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return await self._caller.call(_PRODUCT_UNITS_PATCH, {"id": id, "changes": changes, "version": version, "custom": custom})

    async def delete(self, record: ProductUnitRecord) -> None:
        """Deletes a record that nothing refers to.

        record: The record as it was read.
        """
        await self._caller.call(_PRODUCT_UNITS_DELETE, {"record": record})

    async def upsert(
        self,
        key: ExternalKey,
        *changes: Change,
        mode: UpsertMode | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> ProductUnitUpserted:
        """Changes the fields that are given of the record that another system knows by a key, or creates it from them.

        key: The other system's name and its key.
        changes: The fields that are given, each with its value; the others stay as they are, or take their defaults in a new
            record.
        mode: What may be done; both if nothing is said.
        custom: Values of fields that the host declared, by name.
        """
        return await self._caller.call(_PRODUCT_UNITS_UPSERT, {"key": key, "changes": changes, "mode": mode, "custom": custom})

    async def find_external(self, key: ExternalKey) -> ProductUnitRecord | None:
        """The record that another system knows by a key, or nothing.

        key: The other system's name and its key.
        """
        return await self._caller.call(_PRODUCT_UNITS_FIND_EXTERNAL, {"key": key})

    async def external_keys(self, id: UUID) -> builtins.list[ExternalKey]:
        """What other systems call a record.

        id: Id of the record.
        """
        return await self._caller.call(_PRODUCT_UNITS_EXTERNAL_KEYS, {"id": id})

    async def bind_external(self, id: UUID, key: ExternalKey) -> None:
        """Lets another system know a record by a key.

        id: Id of the record.
        key: The other system's name and its key.
        """
        await self._caller.call(_PRODUCT_UNITS_BIND_EXTERNAL, {"id": id, "key": key})

    async def unbind_external(self, id: UUID, key: ExternalKey) -> None:
        """Takes a key of another system away from a record.

        id: Id of the record.
        key: The other system's name and its key.
        """
        await self._caller.call(_PRODUCT_UNITS_UNBIND_EXTERNAL, {"id": id, "key": key})

    async def custom_of(self, id: UUID) -> builtins.dict[str, Any]:
        """What a record holds in the fields that the host declared.

        id: Id of the record.
        """
        return await self._caller.call(_PRODUCT_UNITS_CUSTOM_OF, {"id": id})

    async def set_custom(self, id: UUID, custom: Mapping[str, Any]) -> None:
        """Sets what a record holds in fields that the host declared.

        id: Id of the record.
        custom: Values of fields that the host declared, by name; null empties one.
        """
        await self._caller.call(_PRODUCT_UNITS_SET_CUSTOM, {"id": id, "custom": custom})


class ProductCodesService(Service):
    """Codes that products are also known by."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> Pages[ProductCodeRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_PRODUCT_CODES_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._caller.call(_PRODUCT_CODES_COUNT, {"filter": filter})

    def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._report(_PRODUCT_CODES_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, ProductCodeFields)

    def get(self, id: UUID) -> ProductCodeRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return self._caller.call(_PRODUCT_CODES_GET, {"id": id})

    def find(self, id: UUID) -> ProductCodeRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return self._caller.call(_PRODUCT_CODES_FIND, {"id": id})

    def create(self, data: ProductCode, *, custom: Mapping[str, Any] | None = None) -> ProductCodeRecord:
        """Creates a record, with values of fields that the host declared.

        data: The record.
        custom: Values of fields that the host declared, by name.
        """
        return self._caller.call(_PRODUCT_CODES_CREATE, {"data": data, "custom": custom})

    def create_many(self, data: Sequence[ProductCode]) -> builtins.list[ProductCodeRecord]:
        """Creates records, all or none.

        data: The records.
        """
        return self._caller.call(_PRODUCT_CODES_CREATE_MANY, {"data": data})

    def update(self, record: ProductCodeRecord, *, custom: Mapping[str, Any] | None = None) -> ProductCodeRecord:
        """Changes a record; refused if somebody else changed it since it was read.

        record: The record as it was read, with what is to change; fields that it leaves out stay as they are.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return self._caller.call(_PRODUCT_CODES_UPDATE, {"record": record, "custom": custom})

    def modify(self, id: UUID, change: Callable[[ProductCodeRecord], ProductCodeRecord | None]) -> ProductCodeRecord:
        """Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed
        it meanwhile.

        id: Id of the record.
        change: Changes the record that it is given, or returns another. It is called anew for what was read anew, at most
            `MAX_RETRIES` times more.
        """
        return self._modify(_PRODUCT_CODES_GET, _PRODUCT_CODES_UPDATE, id, change)

    def patch(self, id: UUID, *changes: Change, version: int | None = None, custom: Mapping[str, Any] | None = None) -> ProductCodeRecord:
        """Changes the fields that are given of a record, and no others.

        id: Id of the record.
        changes: The fields, each with its value; the others stay as they are.
        version: The version that the record must still have; any, if nothing is said.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return self._caller.call(_PRODUCT_CODES_PATCH, {"id": id, "changes": changes, "version": version, "custom": custom})

    def delete(self, record: ProductCodeRecord) -> None:
        """Deletes a record that nothing refers to.

        record: The record as it was read.
        """
        self._caller.call(_PRODUCT_CODES_DELETE, {"record": record})

    def upsert(
        self,
        key: ExternalKey,
        *changes: Change,
        mode: UpsertMode | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> ProductCodeUpserted:
        """Changes the fields that are given of the record that another system knows by a key, or creates it from them.

        key: The other system's name and its key.
        changes: The fields that are given, each with its value; the others stay as they are, or take their defaults in a new
            record.
        mode: What may be done; both if nothing is said.
        custom: Values of fields that the host declared, by name.
        """
        return self._caller.call(_PRODUCT_CODES_UPSERT, {"key": key, "changes": changes, "mode": mode, "custom": custom})

    def find_external(self, key: ExternalKey) -> ProductCodeRecord | None:
        """The record that another system knows by a key, or nothing.

        key: The other system's name and its key.
        """
        return self._caller.call(_PRODUCT_CODES_FIND_EXTERNAL, {"key": key})

    def external_keys(self, id: UUID) -> builtins.list[ExternalKey]:
        """What other systems call a record.

        id: Id of the record.
        """
        return self._caller.call(_PRODUCT_CODES_EXTERNAL_KEYS, {"id": id})

    def bind_external(self, id: UUID, key: ExternalKey) -> None:
        """Lets another system know a record by a key.

        id: Id of the record.
        key: The other system's name and its key.
        """
        self._caller.call(_PRODUCT_CODES_BIND_EXTERNAL, {"id": id, "key": key})

    def unbind_external(self, id: UUID, key: ExternalKey) -> None:
        """Takes a key of another system away from a record.

        id: Id of the record.
        key: The other system's name and its key.
        """
        self._caller.call(_PRODUCT_CODES_UNBIND_EXTERNAL, {"id": id, "key": key})

    def custom_of(self, id: UUID) -> builtins.dict[str, Any]:
        """What a record holds in the fields that the host declared.

        id: Id of the record.
        """
        return self._caller.call(_PRODUCT_CODES_CUSTOM_OF, {"id": id})

    def set_custom(self, id: UUID, custom: Mapping[str, Any]) -> None:
        """Sets what a record holds in fields that the host declared.

        id: Id of the record.
        custom: Values of fields that the host declared, by name; null empties one.
        """
        self._caller.call(_PRODUCT_CODES_SET_CUSTOM, {"id": id, "custom": custom})


class AsyncProductCodesService(AsyncService):
    """Codes that products are also known by."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> AsyncPages[ProductCodeRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_PRODUCT_CODES_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    async def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._caller.call(_PRODUCT_CODES_COUNT, {"filter": filter})

    async def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._report(_PRODUCT_CODES_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, ProductCodeFields)

    async def get(self, id: UUID) -> ProductCodeRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return await self._caller.call(_PRODUCT_CODES_GET, {"id": id})

    async def find(self, id: UUID) -> ProductCodeRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return await self._caller.call(_PRODUCT_CODES_FIND, {"id": id})

    async def create(self, data: ProductCode, *, custom: Mapping[str, Any] | None = None) -> ProductCodeRecord:
        """Creates a record, with values of fields that the host declared.

        data: The record.
        custom: Values of fields that the host declared, by name.
        """
        return await self._caller.call(_PRODUCT_CODES_CREATE, {"data": data, "custom": custom})

    async def create_many(self, data: Sequence[ProductCode]) -> builtins.list[ProductCodeRecord]:
        """Creates records, all or none.

        data: The records.
        """
        return await self._caller.call(_PRODUCT_CODES_CREATE_MANY, {"data": data})

    async def update(self, record: ProductCodeRecord, *, custom: Mapping[str, Any] | None = None) -> ProductCodeRecord:
        """Changes a record; refused if somebody else changed it since it was read.

        record: The record as it was read, with what is to change; fields that it leaves out stay as they are.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return await self._caller.call(_PRODUCT_CODES_UPDATE, {"record": record, "custom": custom})

    async def modify(self, id: UUID, change: Callable[[ProductCodeRecord], ProductCodeRecord | None]) -> ProductCodeRecord:
        """Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed
        it meanwhile.

        id: Id of the record.
        change: Changes the record that it is given, or returns another. It is called anew for what was read anew, at most
            `MAX_RETRIES` times more.
        """
        return await self._modify(_PRODUCT_CODES_GET, _PRODUCT_CODES_UPDATE, id, change)

    async def patch(
        self,
        id: UUID,
        *changes: Change,
        version: int | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> ProductCodeRecord:
        """Changes the fields that are given of a record, and no others.

        id: Id of the record.
        changes: The fields, each with its value; the others stay as they are.
        version: The version that the record must still have; any, if nothing is said.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return await self._caller.call(_PRODUCT_CODES_PATCH, {"id": id, "changes": changes, "version": version, "custom": custom})

    async def delete(self, record: ProductCodeRecord) -> None:
        """Deletes a record that nothing refers to.

        record: The record as it was read.
        """
        await self._caller.call(_PRODUCT_CODES_DELETE, {"record": record})

    async def upsert(
        self,
        key: ExternalKey,
        *changes: Change,
        mode: UpsertMode | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> ProductCodeUpserted:
        """Changes the fields that are given of the record that another system knows by a key, or creates it from them.

        key: The other system's name and its key.
        changes: The fields that are given, each with its value; the others stay as they are, or take their defaults in a new
            record.
        mode: What may be done; both if nothing is said.
        custom: Values of fields that the host declared, by name.
        """
        return await self._caller.call(_PRODUCT_CODES_UPSERT, {"key": key, "changes": changes, "mode": mode, "custom": custom})

    async def find_external(self, key: ExternalKey) -> ProductCodeRecord | None:
        """The record that another system knows by a key, or nothing.

        key: The other system's name and its key.
        """
        return await self._caller.call(_PRODUCT_CODES_FIND_EXTERNAL, {"key": key})

    async def external_keys(self, id: UUID) -> builtins.list[ExternalKey]:
        """What other systems call a record.

        id: Id of the record.
        """
        return await self._caller.call(_PRODUCT_CODES_EXTERNAL_KEYS, {"id": id})

    async def bind_external(self, id: UUID, key: ExternalKey) -> None:
        """Lets another system know a record by a key.

        id: Id of the record.
        key: The other system's name and its key.
        """
        await self._caller.call(_PRODUCT_CODES_BIND_EXTERNAL, {"id": id, "key": key})

    async def unbind_external(self, id: UUID, key: ExternalKey) -> None:
        """Takes a key of another system away from a record.

        id: Id of the record.
        key: The other system's name and its key.
        """
        await self._caller.call(_PRODUCT_CODES_UNBIND_EXTERNAL, {"id": id, "key": key})

    async def custom_of(self, id: UUID) -> builtins.dict[str, Any]:
        """What a record holds in the fields that the host declared.

        id: Id of the record.
        """
        return await self._caller.call(_PRODUCT_CODES_CUSTOM_OF, {"id": id})

    async def set_custom(self, id: UUID, custom: Mapping[str, Any]) -> None:
        """Sets what a record holds in fields that the host declared.

        id: Id of the record.
        custom: Values of fields that the host declared, by name; null empties one.
        """
        await self._caller.call(_PRODUCT_CODES_SET_CUSTOM, {"id": id, "custom": custom})


class KitComponentsService(Service):
    """Parts of kits."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> Pages[KitComponentRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_KIT_COMPONENTS_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._caller.call(_KIT_COMPONENTS_COUNT, {"filter": filter})

    def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._report(_KIT_COMPONENTS_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, KitComponentFields)

    def get(self, id: UUID) -> KitComponentRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return self._caller.call(_KIT_COMPONENTS_GET, {"id": id})

    def find(self, id: UUID) -> KitComponentRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return self._caller.call(_KIT_COMPONENTS_FIND, {"id": id})

    def create(self, data: KitComponent, *, custom: Mapping[str, Any] | None = None) -> KitComponentRecord:
        """Creates a record, with values of fields that the host declared.

        data: The record.
        custom: Values of fields that the host declared, by name.
        """
        return self._caller.call(_KIT_COMPONENTS_CREATE, {"data": data, "custom": custom})

    def create_many(self, data: Sequence[KitComponent]) -> builtins.list[KitComponentRecord]:
        """Creates records, all or none.

        data: The records.
        """
        return self._caller.call(_KIT_COMPONENTS_CREATE_MANY, {"data": data})

    def update(self, record: KitComponentRecord, *, custom: Mapping[str, Any] | None = None) -> KitComponentRecord:
        """Changes a record; refused if somebody else changed it since it was read.

        record: The record as it was read, with what is to change; fields that it leaves out stay as they are.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return self._caller.call(_KIT_COMPONENTS_UPDATE, {"record": record, "custom": custom})

    def modify(self, id: UUID, change: Callable[[KitComponentRecord], KitComponentRecord | None]) -> KitComponentRecord:
        """Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed
        it meanwhile.

        id: Id of the record.
        change: Changes the record that it is given, or returns another. It is called anew for what was read anew, at most
            `MAX_RETRIES` times more.
        """
        return self._modify(_KIT_COMPONENTS_GET, _KIT_COMPONENTS_UPDATE, id, change)

    def patch(self, id: UUID, *changes: Change, version: int | None = None, custom: Mapping[str, Any] | None = None) -> KitComponentRecord:
        """Changes the fields that are given of a record, and no others.

        id: Id of the record.
        changes: The fields, each with its value; the others stay as they are.
        version: The version that the record must still have; any, if nothing is said.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return self._caller.call(_KIT_COMPONENTS_PATCH, {"id": id, "changes": changes, "version": version, "custom": custom})

    def delete(self, record: KitComponentRecord) -> None:
        """Deletes a record that nothing refers to.

        record: The record as it was read.
        """
        self._caller.call(_KIT_COMPONENTS_DELETE, {"record": record})

    def upsert(
        self,
        key: ExternalKey,
        *changes: Change,
        mode: UpsertMode | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> KitComponentUpserted:
        """Changes the fields that are given of the record that another system knows by a key, or creates it from them.

        key: The other system's name and its key.
        changes: The fields that are given, each with its value; the others stay as they are, or take their defaults in a new
            record.
        mode: What may be done; both if nothing is said.
        custom: Values of fields that the host declared, by name.
        """
        return self._caller.call(_KIT_COMPONENTS_UPSERT, {"key": key, "changes": changes, "mode": mode, "custom": custom})

    def find_external(self, key: ExternalKey) -> KitComponentRecord | None:
        """The record that another system knows by a key, or nothing.

        key: The other system's name and its key.
        """
        return self._caller.call(_KIT_COMPONENTS_FIND_EXTERNAL, {"key": key})

    def external_keys(self, id: UUID) -> builtins.list[ExternalKey]:
        """What other systems call a record.

        id: Id of the record.
        """
        return self._caller.call(_KIT_COMPONENTS_EXTERNAL_KEYS, {"id": id})

    def bind_external(self, id: UUID, key: ExternalKey) -> None:
        """Lets another system know a record by a key.

        id: Id of the record.
        key: The other system's name and its key.
        """
        self._caller.call(_KIT_COMPONENTS_BIND_EXTERNAL, {"id": id, "key": key})

    def unbind_external(self, id: UUID, key: ExternalKey) -> None:
        """Takes a key of another system away from a record.

        id: Id of the record.
        key: The other system's name and its key.
        """
        self._caller.call(_KIT_COMPONENTS_UNBIND_EXTERNAL, {"id": id, "key": key})

    def custom_of(self, id: UUID) -> builtins.dict[str, Any]:
        """What a record holds in the fields that the host declared.

        id: Id of the record.
        """
        return self._caller.call(_KIT_COMPONENTS_CUSTOM_OF, {"id": id})

    def set_custom(self, id: UUID, custom: Mapping[str, Any]) -> None:
        """Sets what a record holds in fields that the host declared.

        id: Id of the record.
        custom: Values of fields that the host declared, by name; null empties one.
        """
        self._caller.call(_KIT_COMPONENTS_SET_CUSTOM, {"id": id, "custom": custom})


class AsyncKitComponentsService(AsyncService):
    """Parts of kits."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> AsyncPages[KitComponentRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_KIT_COMPONENTS_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    async def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._caller.call(_KIT_COMPONENTS_COUNT, {"filter": filter})

    async def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._report(_KIT_COMPONENTS_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, KitComponentFields)

    async def get(self, id: UUID) -> KitComponentRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return await self._caller.call(_KIT_COMPONENTS_GET, {"id": id})

    async def find(self, id: UUID) -> KitComponentRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return await self._caller.call(_KIT_COMPONENTS_FIND, {"id": id})

    async def create(self, data: KitComponent, *, custom: Mapping[str, Any] | None = None) -> KitComponentRecord:
        """Creates a record, with values of fields that the host declared.

        data: The record.
        custom: Values of fields that the host declared, by name.
        """
        return await self._caller.call(_KIT_COMPONENTS_CREATE, {"data": data, "custom": custom})

    async def create_many(self, data: Sequence[KitComponent]) -> builtins.list[KitComponentRecord]:
        """Creates records, all or none.

        data: The records.
        """
        return await self._caller.call(_KIT_COMPONENTS_CREATE_MANY, {"data": data})

    async def update(self, record: KitComponentRecord, *, custom: Mapping[str, Any] | None = None) -> KitComponentRecord:
        """Changes a record; refused if somebody else changed it since it was read.

        record: The record as it was read, with what is to change; fields that it leaves out stay as they are.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return await self._caller.call(_KIT_COMPONENTS_UPDATE, {"record": record, "custom": custom})

    async def modify(self, id: UUID, change: Callable[[KitComponentRecord], KitComponentRecord | None]) -> KitComponentRecord:
        """Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed
        it meanwhile.

        id: Id of the record.
        change: Changes the record that it is given, or returns another. It is called anew for what was read anew, at most
            `MAX_RETRIES` times more.
        """
        return await self._modify(_KIT_COMPONENTS_GET, _KIT_COMPONENTS_UPDATE, id, change)

    async def patch(
        self,
        id: UUID,
        *changes: Change,
        version: int | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> KitComponentRecord:
        """Changes the fields that are given of a record, and no others.

        id: Id of the record.
        changes: The fields, each with its value; the others stay as they are.
        version: The version that the record must still have; any, if nothing is said.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return await self._caller.call(_KIT_COMPONENTS_PATCH, {"id": id, "changes": changes, "version": version, "custom": custom})

    async def delete(self, record: KitComponentRecord) -> None:
        """Deletes a record that nothing refers to.

        record: The record as it was read.
        """
        await self._caller.call(_KIT_COMPONENTS_DELETE, {"record": record})

    async def upsert(
        self,
        key: ExternalKey,
        *changes: Change,
        mode: UpsertMode | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> KitComponentUpserted:
        """Changes the fields that are given of the record that another system knows by a key, or creates it from them.

        key: The other system's name and its key.
        changes: The fields that are given, each with its value; the others stay as they are, or take their defaults in a new
            record.
        mode: What may be done; both if nothing is said.
        custom: Values of fields that the host declared, by name.
        """
        return await self._caller.call(_KIT_COMPONENTS_UPSERT, {"key": key, "changes": changes, "mode": mode, "custom": custom})

    async def find_external(self, key: ExternalKey) -> KitComponentRecord | None:
        """The record that another system knows by a key, or nothing.

        key: The other system's name and its key.
        """
        return await self._caller.call(_KIT_COMPONENTS_FIND_EXTERNAL, {"key": key})

    async def external_keys(self, id: UUID) -> builtins.list[ExternalKey]:
        """What other systems call a record.

        id: Id of the record.
        """
        return await self._caller.call(_KIT_COMPONENTS_EXTERNAL_KEYS, {"id": id})

    async def bind_external(self, id: UUID, key: ExternalKey) -> None:
        """Lets another system know a record by a key.

        id: Id of the record.
        key: The other system's name and its key.
        """
        await self._caller.call(_KIT_COMPONENTS_BIND_EXTERNAL, {"id": id, "key": key})

    async def unbind_external(self, id: UUID, key: ExternalKey) -> None:
        """Takes a key of another system away from a record.

        id: Id of the record.
        key: The other system's name and its key.
        """
        await self._caller.call(_KIT_COMPONENTS_UNBIND_EXTERNAL, {"id": id, "key": key})

    async def custom_of(self, id: UUID) -> builtins.dict[str, Any]:
        """What a record holds in the fields that the host declared.

        id: Id of the record.
        """
        return await self._caller.call(_KIT_COMPONENTS_CUSTOM_OF, {"id": id})

    async def set_custom(self, id: UUID, custom: Mapping[str, Any]) -> None:
        """Sets what a record holds in fields that the host declared.

        id: Id of the record.
        custom: Values of fields that the host declared, by name; null empties one.
        """
        await self._caller.call(_KIT_COMPONENTS_SET_CUSTOM, {"id": id, "custom": custom})


class PriceListsService(Service):
    """Price lists."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> Pages[PriceListRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_PRICE_LISTS_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._caller.call(_PRICE_LISTS_COUNT, {"filter": filter})

    def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._report(_PRICE_LISTS_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, PriceListFields)

    def get(self, id: UUID) -> PriceListRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return self._caller.call(_PRICE_LISTS_GET, {"id": id})

    def find(self, id: UUID) -> PriceListRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return self._caller.call(_PRICE_LISTS_FIND, {"id": id})

    def create(self, data: PriceList, *, custom: Mapping[str, Any] | None = None) -> PriceListRecord:
        """Creates a record, with values of fields that the host declared.

        data: The record.
        custom: Values of fields that the host declared, by name.
        """
        return self._caller.call(_PRICE_LISTS_CREATE, {"data": data, "custom": custom})

    def create_many(self, data: Sequence[PriceList]) -> builtins.list[PriceListRecord]:
        """Creates records, all or none.

        data: The records.
        """
        return self._caller.call(_PRICE_LISTS_CREATE_MANY, {"data": data})

    def update(self, record: PriceListRecord, *, custom: Mapping[str, Any] | None = None) -> PriceListRecord:
        """Changes a record; refused if somebody else changed it since it was read.

        record: The record as it was read, with what is to change; fields that it leaves out stay as they are.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return self._caller.call(_PRICE_LISTS_UPDATE, {"record": record, "custom": custom})

    def modify(self, id: UUID, change: Callable[[PriceListRecord], PriceListRecord | None]) -> PriceListRecord:
        """Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed
        it meanwhile.

        id: Id of the record.
        change: Changes the record that it is given, or returns another. It is called anew for what was read anew, at most
            `MAX_RETRIES` times more.
        """
        return self._modify(_PRICE_LISTS_GET, _PRICE_LISTS_UPDATE, id, change)

    def patch(self, id: UUID, *changes: Change, version: int | None = None, custom: Mapping[str, Any] | None = None) -> PriceListRecord:
        """Changes the fields that are given of a record, and no others.

        id: Id of the record.
        changes: The fields, each with its value; the others stay as they are.
        version: The version that the record must still have; any, if nothing is said.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return self._caller.call(_PRICE_LISTS_PATCH, {"id": id, "changes": changes, "version": version, "custom": custom})

    def delete(self, record: PriceListRecord) -> None:
        """Deletes a record that nothing refers to.

        record: The record as it was read.
        """
        self._caller.call(_PRICE_LISTS_DELETE, {"record": record})

    def upsert(
        self,
        key: ExternalKey,
        *changes: Change,
        mode: UpsertMode | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> PriceListUpserted:
        """Changes the fields that are given of the record that another system knows by a key, or creates it from them.

        key: The other system's name and its key.
        changes: The fields that are given, each with its value; the others stay as they are, or take their defaults in a new
            record.
        mode: What may be done; both if nothing is said.
        custom: Values of fields that the host declared, by name.
        """
        return self._caller.call(_PRICE_LISTS_UPSERT, {"key": key, "changes": changes, "mode": mode, "custom": custom})

    def find_external(self, key: ExternalKey) -> PriceListRecord | None:
        """The record that another system knows by a key, or nothing.

        key: The other system's name and its key.
        """
        return self._caller.call(_PRICE_LISTS_FIND_EXTERNAL, {"key": key})

    def external_keys(self, id: UUID) -> builtins.list[ExternalKey]:
        """What other systems call a record.

        id: Id of the record.
        """
        return self._caller.call(_PRICE_LISTS_EXTERNAL_KEYS, {"id": id})

    def bind_external(self, id: UUID, key: ExternalKey) -> None:
        """Lets another system know a record by a key.

        id: Id of the record.
        key: The other system's name and its key.
        """
        self._caller.call(_PRICE_LISTS_BIND_EXTERNAL, {"id": id, "key": key})

    def unbind_external(self, id: UUID, key: ExternalKey) -> None:
        """Takes a key of another system away from a record.

        id: Id of the record.
        key: The other system's name and its key.
        """
        self._caller.call(_PRICE_LISTS_UNBIND_EXTERNAL, {"id": id, "key": key})

    def custom_of(self, id: UUID) -> builtins.dict[str, Any]:
        """What a record holds in the fields that the host declared.

        id: Id of the record.
        """
        return self._caller.call(_PRICE_LISTS_CUSTOM_OF, {"id": id})

    def set_custom(self, id: UUID, custom: Mapping[str, Any]) -> None:
        """Sets what a record holds in fields that the host declared.

        id: Id of the record.
        custom: Values of fields that the host declared, by name; null empties one.
        """
        self._caller.call(_PRICE_LISTS_SET_CUSTOM, {"id": id, "custom": custom})


class AsyncPriceListsService(AsyncService):
    """Price lists."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> AsyncPages[PriceListRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_PRICE_LISTS_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    async def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._caller.call(_PRICE_LISTS_COUNT, {"filter": filter})

    async def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._report(_PRICE_LISTS_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, PriceListFields)

    async def get(self, id: UUID) -> PriceListRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return await self._caller.call(_PRICE_LISTS_GET, {"id": id})

    async def find(self, id: UUID) -> PriceListRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return await self._caller.call(_PRICE_LISTS_FIND, {"id": id})

    async def create(self, data: PriceList, *, custom: Mapping[str, Any] | None = None) -> PriceListRecord:
        """Creates a record, with values of fields that the host declared.

        data: The record.
        custom: Values of fields that the host declared, by name.
        """
        return await self._caller.call(_PRICE_LISTS_CREATE, {"data": data, "custom": custom})

    async def create_many(self, data: Sequence[PriceList]) -> builtins.list[PriceListRecord]:
        """Creates records, all or none.

        data: The records.
        """
        return await self._caller.call(_PRICE_LISTS_CREATE_MANY, {"data": data})

    async def update(self, record: PriceListRecord, *, custom: Mapping[str, Any] | None = None) -> PriceListRecord:
        """Changes a record; refused if somebody else changed it since it was read.

        record: The record as it was read, with what is to change; fields that it leaves out stay as they are.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return await self._caller.call(_PRICE_LISTS_UPDATE, {"record": record, "custom": custom})

    async def modify(self, id: UUID, change: Callable[[PriceListRecord], PriceListRecord | None]) -> PriceListRecord:
        """Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed
        it meanwhile.

        id: Id of the record.
        change: Changes the record that it is given, or returns another. It is called anew for what was read anew, at most
            `MAX_RETRIES` times more.
        """
        return await self._modify(_PRICE_LISTS_GET, _PRICE_LISTS_UPDATE, id, change)

    async def patch(
        self,
        id: UUID,
        *changes: Change,
        version: int | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> PriceListRecord:
        """Changes the fields that are given of a record, and no others.

        id: Id of the record.
        changes: The fields, each with its value; the others stay as they are.
        version: The version that the record must still have; any, if nothing is said.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return await self._caller.call(_PRICE_LISTS_PATCH, {"id": id, "changes": changes, "version": version, "custom": custom})

    async def delete(self, record: PriceListRecord) -> None:
        """Deletes a record that nothing refers to.

        record: The record as it was read.
        """
        await self._caller.call(_PRICE_LISTS_DELETE, {"record": record})

    async def upsert(
        self,
        key: ExternalKey,
        *changes: Change,
        mode: UpsertMode | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> PriceListUpserted:
        """Changes the fields that are given of the record that another system knows by a key, or creates it from them.

        key: The other system's name and its key.
        changes: The fields that are given, each with its value; the others stay as they are, or take their defaults in a new
            record.
        mode: What may be done; both if nothing is said.
        custom: Values of fields that the host declared, by name.
        """
        return await self._caller.call(_PRICE_LISTS_UPSERT, {"key": key, "changes": changes, "mode": mode, "custom": custom})

    async def find_external(self, key: ExternalKey) -> PriceListRecord | None:
        """The record that another system knows by a key, or nothing.

        key: The other system's name and its key.
        """
        return await self._caller.call(_PRICE_LISTS_FIND_EXTERNAL, {"key": key})

    async def external_keys(self, id: UUID) -> builtins.list[ExternalKey]:
        """What other systems call a record.

        id: Id of the record.
        """
        return await self._caller.call(_PRICE_LISTS_EXTERNAL_KEYS, {"id": id})

    async def bind_external(self, id: UUID, key: ExternalKey) -> None:
        """Lets another system know a record by a key.

        id: Id of the record.
        key: The other system's name and its key.
        """
        await self._caller.call(_PRICE_LISTS_BIND_EXTERNAL, {"id": id, "key": key})

    async def unbind_external(self, id: UUID, key: ExternalKey) -> None:
        """Takes a key of another system away from a record.

        id: Id of the record.
        key: The other system's name and its key.
        """
        await self._caller.call(_PRICE_LISTS_UNBIND_EXTERNAL, {"id": id, "key": key})

    async def custom_of(self, id: UUID) -> builtins.dict[str, Any]:
        """What a record holds in the fields that the host declared.

        id: Id of the record.
        """
        return await self._caller.call(_PRICE_LISTS_CUSTOM_OF, {"id": id})

    async def set_custom(self, id: UUID, custom: Mapping[str, Any]) -> None:
        """Sets what a record holds in fields that the host declared.

        id: Id of the record.
        custom: Values of fields that the host declared, by name; null empties one.
        """
        await self._caller.call(_PRICE_LISTS_SET_CUSTOM, {"id": id, "custom": custom})


class PriceListItemsService(Service):
    """Prices on lists."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> Pages[PriceListItemRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_PRICE_LIST_ITEMS_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._caller.call(_PRICE_LIST_ITEMS_COUNT, {"filter": filter})

    def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._report(_PRICE_LIST_ITEMS_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, PriceListItemFields)

    def get(self, id: UUID) -> PriceListItemRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return self._caller.call(_PRICE_LIST_ITEMS_GET, {"id": id})

    def find(self, id: UUID) -> PriceListItemRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return self._caller.call(_PRICE_LIST_ITEMS_FIND, {"id": id})

    def create(self, data: PriceListItem, *, custom: Mapping[str, Any] | None = None) -> PriceListItemRecord:
        """Creates a record, with values of fields that the host declared.

        data: The record.
        custom: Values of fields that the host declared, by name.
        """
        return self._caller.call(_PRICE_LIST_ITEMS_CREATE, {"data": data, "custom": custom})

    def create_many(self, data: Sequence[PriceListItem]) -> builtins.list[PriceListItemRecord]:
        """Creates records, all or none.

        data: The records.
        """
        return self._caller.call(_PRICE_LIST_ITEMS_CREATE_MANY, {"data": data})

    def update(self, record: PriceListItemRecord, *, custom: Mapping[str, Any] | None = None) -> PriceListItemRecord:
        """Changes a record; refused if somebody else changed it since it was read.

        record: The record as it was read, with what is to change; fields that it leaves out stay as they are.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return self._caller.call(_PRICE_LIST_ITEMS_UPDATE, {"record": record, "custom": custom})

    def modify(self, id: UUID, change: Callable[[PriceListItemRecord], PriceListItemRecord | None]) -> PriceListItemRecord:
        """Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed
        it meanwhile.

        id: Id of the record.
        change: Changes the record that it is given, or returns another. It is called anew for what was read anew, at most
            `MAX_RETRIES` times more.
        """
        return self._modify(_PRICE_LIST_ITEMS_GET, _PRICE_LIST_ITEMS_UPDATE, id, change)

    def patch(
        self,
        id: UUID,
        *changes: Change,
        version: int | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> PriceListItemRecord:
        """Changes the fields that are given of a record, and no others.

        id: Id of the record.
        changes: The fields, each with its value; the others stay as they are.
        version: The version that the record must still have; any, if nothing is said.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return self._caller.call(_PRICE_LIST_ITEMS_PATCH, {"id": id, "changes": changes, "version": version, "custom": custom})

    def delete(self, record: PriceListItemRecord) -> None:
        """Deletes a record that nothing refers to.

        record: The record as it was read.
        """
        self._caller.call(_PRICE_LIST_ITEMS_DELETE, {"record": record})

    def upsert(
        self,
        key: ExternalKey,
        *changes: Change,
        mode: UpsertMode | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> PriceListItemUpserted:
        """Changes the fields that are given of the record that another system knows by a key, or creates it from them.

        key: The other system's name and its key.
        changes: The fields that are given, each with its value; the others stay as they are, or take their defaults in a new
            record.
        mode: What may be done; both if nothing is said.
        custom: Values of fields that the host declared, by name.
        """
        return self._caller.call(_PRICE_LIST_ITEMS_UPSERT, {"key": key, "changes": changes, "mode": mode, "custom": custom})

    def find_external(self, key: ExternalKey) -> PriceListItemRecord | None:
        """The record that another system knows by a key, or nothing.

        key: The other system's name and its key.
        """
        return self._caller.call(_PRICE_LIST_ITEMS_FIND_EXTERNAL, {"key": key})

    def external_keys(self, id: UUID) -> builtins.list[ExternalKey]:
        """What other systems call a record.

        id: Id of the record.
        """
        return self._caller.call(_PRICE_LIST_ITEMS_EXTERNAL_KEYS, {"id": id})

    def bind_external(self, id: UUID, key: ExternalKey) -> None:
        """Lets another system know a record by a key.

        id: Id of the record.
        key: The other system's name and its key.
        """
        self._caller.call(_PRICE_LIST_ITEMS_BIND_EXTERNAL, {"id": id, "key": key})

    def unbind_external(self, id: UUID, key: ExternalKey) -> None:
        """Takes a key of another system away from a record.

        id: Id of the record.
        key: The other system's name and its key.
        """
        self._caller.call(_PRICE_LIST_ITEMS_UNBIND_EXTERNAL, {"id": id, "key": key})

    def custom_of(self, id: UUID) -> builtins.dict[str, Any]:
        """What a record holds in the fields that the host declared.

        id: Id of the record.
        """
        return self._caller.call(_PRICE_LIST_ITEMS_CUSTOM_OF, {"id": id})

    def set_custom(self, id: UUID, custom: Mapping[str, Any]) -> None:
        """Sets what a record holds in fields that the host declared.

        id: Id of the record.
        custom: Values of fields that the host declared, by name; null empties one.
        """
        self._caller.call(_PRICE_LIST_ITEMS_SET_CUSTOM, {"id": id, "custom": custom})


class AsyncPriceListItemsService(AsyncService):
    """Prices on lists."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> AsyncPages[PriceListItemRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_PRICE_LIST_ITEMS_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    async def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._caller.call(_PRICE_LIST_ITEMS_COUNT, {"filter": filter})

    async def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._report(_PRICE_LIST_ITEMS_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, PriceListItemFields)

    async def get(self, id: UUID) -> PriceListItemRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return await self._caller.call(_PRICE_LIST_ITEMS_GET, {"id": id})

    async def find(self, id: UUID) -> PriceListItemRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return await self._caller.call(_PRICE_LIST_ITEMS_FIND, {"id": id})

    async def create(self, data: PriceListItem, *, custom: Mapping[str, Any] | None = None) -> PriceListItemRecord:
        """Creates a record, with values of fields that the host declared.

        data: The record.
        custom: Values of fields that the host declared, by name.
        """
        return await self._caller.call(_PRICE_LIST_ITEMS_CREATE, {"data": data, "custom": custom})

    async def create_many(self, data: Sequence[PriceListItem]) -> builtins.list[PriceListItemRecord]:
        """Creates records, all or none.

        data: The records.
        """
        return await self._caller.call(_PRICE_LIST_ITEMS_CREATE_MANY, {"data": data})

    async def update(self, record: PriceListItemRecord, *, custom: Mapping[str, Any] | None = None) -> PriceListItemRecord:
        """Changes a record; refused if somebody else changed it since it was read.

        record: The record as it was read, with what is to change; fields that it leaves out stay as they are.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return await self._caller.call(_PRICE_LIST_ITEMS_UPDATE, {"record": record, "custom": custom})

    async def modify(self, id: UUID, change: Callable[[PriceListItemRecord], PriceListItemRecord | None]) -> PriceListItemRecord:
        """Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed
        it meanwhile.

        id: Id of the record.
        change: Changes the record that it is given, or returns another. It is called anew for what was read anew, at most
            `MAX_RETRIES` times more.
        """
        return await self._modify(_PRICE_LIST_ITEMS_GET, _PRICE_LIST_ITEMS_UPDATE, id, change)

    async def patch(
        self,
        id: UUID,
        *changes: Change,
        version: int | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> PriceListItemRecord:
        """Changes the fields that are given of a record, and no others.

        id: Id of the record.
        changes: The fields, each with its value; the others stay as they are.
        version: The version that the record must still have; any, if nothing is said.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return await self._caller.call(_PRICE_LIST_ITEMS_PATCH, {"id": id, "changes": changes, "version": version, "custom": custom})

    async def delete(self, record: PriceListItemRecord) -> None:
        """Deletes a record that nothing refers to.

        record: The record as it was read.
        """
        await self._caller.call(_PRICE_LIST_ITEMS_DELETE, {"record": record})

    async def upsert(
        self,
        key: ExternalKey,
        *changes: Change,
        mode: UpsertMode | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> PriceListItemUpserted:
        """Changes the fields that are given of the record that another system knows by a key, or creates it from them.

        key: The other system's name and its key.
        changes: The fields that are given, each with its value; the others stay as they are, or take their defaults in a new
            record.
        mode: What may be done; both if nothing is said.
        custom: Values of fields that the host declared, by name.
        """
        return await self._caller.call(_PRICE_LIST_ITEMS_UPSERT, {"key": key, "changes": changes, "mode": mode, "custom": custom})

    async def find_external(self, key: ExternalKey) -> PriceListItemRecord | None:
        """The record that another system knows by a key, or nothing.

        key: The other system's name and its key.
        """
        return await self._caller.call(_PRICE_LIST_ITEMS_FIND_EXTERNAL, {"key": key})

    async def external_keys(self, id: UUID) -> builtins.list[ExternalKey]:
        """What other systems call a record.

        id: Id of the record.
        """
        return await self._caller.call(_PRICE_LIST_ITEMS_EXTERNAL_KEYS, {"id": id})

    async def bind_external(self, id: UUID, key: ExternalKey) -> None:
        """Lets another system know a record by a key.

        id: Id of the record.
        key: The other system's name and its key.
        """
        await self._caller.call(_PRICE_LIST_ITEMS_BIND_EXTERNAL, {"id": id, "key": key})

    async def unbind_external(self, id: UUID, key: ExternalKey) -> None:
        """Takes a key of another system away from a record.

        id: Id of the record.
        key: The other system's name and its key.
        """
        await self._caller.call(_PRICE_LIST_ITEMS_UNBIND_EXTERNAL, {"id": id, "key": key})

    async def custom_of(self, id: UUID) -> builtins.dict[str, Any]:
        """What a record holds in the fields that the host declared.

        id: Id of the record.
        """
        return await self._caller.call(_PRICE_LIST_ITEMS_CUSTOM_OF, {"id": id})

    async def set_custom(self, id: UUID, custom: Mapping[str, Any]) -> None:
        """Sets what a record holds in fields that the host declared.

        id: Id of the record.
        custom: Values of fields that the host declared, by name; null empties one.
        """
        await self._caller.call(_PRICE_LIST_ITEMS_SET_CUSTOM, {"id": id, "custom": custom})


class CustomerPricesService(Service):
    """Prices agreed with customers."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> Pages[CustomerPriceRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_CUSTOMER_PRICES_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._caller.call(_CUSTOMER_PRICES_COUNT, {"filter": filter})

    def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._report(_CUSTOMER_PRICES_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, CustomerPriceFields)

    def get(self, id: UUID) -> CustomerPriceRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return self._caller.call(_CUSTOMER_PRICES_GET, {"id": id})

    def find(self, id: UUID) -> CustomerPriceRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return self._caller.call(_CUSTOMER_PRICES_FIND, {"id": id})

    def create(self, data: CustomerPrice, *, custom: Mapping[str, Any] | None = None) -> CustomerPriceRecord:
        """Creates a record, with values of fields that the host declared.

        data: The record.
        custom: Values of fields that the host declared, by name.
        """
        return self._caller.call(_CUSTOMER_PRICES_CREATE, {"data": data, "custom": custom})

    def create_many(self, data: Sequence[CustomerPrice]) -> builtins.list[CustomerPriceRecord]:
        """Creates records, all or none.

        data: The records.
        """
        return self._caller.call(_CUSTOMER_PRICES_CREATE_MANY, {"data": data})

    def update(self, record: CustomerPriceRecord, *, custom: Mapping[str, Any] | None = None) -> CustomerPriceRecord:
        """Changes a record; refused if somebody else changed it since it was read.

        record: The record as it was read, with what is to change; fields that it leaves out stay as they are.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return self._caller.call(_CUSTOMER_PRICES_UPDATE, {"record": record, "custom": custom})

    def modify(self, id: UUID, change: Callable[[CustomerPriceRecord], CustomerPriceRecord | None]) -> CustomerPriceRecord:
        """Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed
        it meanwhile.

        id: Id of the record.
        change: Changes the record that it is given, or returns another. It is called anew for what was read anew, at most
            `MAX_RETRIES` times more.
        """
        return self._modify(_CUSTOMER_PRICES_GET, _CUSTOMER_PRICES_UPDATE, id, change)

    def patch(
        self,
        id: UUID,
        *changes: Change,
        version: int | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> CustomerPriceRecord:
        """Changes the fields that are given of a record, and no others.

        id: Id of the record.
        changes: The fields, each with its value; the others stay as they are.
        version: The version that the record must still have; any, if nothing is said.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return self._caller.call(_CUSTOMER_PRICES_PATCH, {"id": id, "changes": changes, "version": version, "custom": custom})

    def delete(self, record: CustomerPriceRecord) -> None:
        """Deletes a record that nothing refers to.

        record: The record as it was read.
        """
        self._caller.call(_CUSTOMER_PRICES_DELETE, {"record": record})

    def upsert(
        self,
        key: ExternalKey,
        *changes: Change,
        mode: UpsertMode | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> CustomerPriceUpserted:
        """Changes the fields that are given of the record that another system knows by a key, or creates it from them.

        key: The other system's name and its key.
        changes: The fields that are given, each with its value; the others stay as they are, or take their defaults in a new
            record.
        mode: What may be done; both if nothing is said.
        custom: Values of fields that the host declared, by name.
        """
        return self._caller.call(_CUSTOMER_PRICES_UPSERT, {"key": key, "changes": changes, "mode": mode, "custom": custom})

    def find_external(self, key: ExternalKey) -> CustomerPriceRecord | None:
        """The record that another system knows by a key, or nothing.

        key: The other system's name and its key.
        """
        return self._caller.call(_CUSTOMER_PRICES_FIND_EXTERNAL, {"key": key})

    def external_keys(self, id: UUID) -> builtins.list[ExternalKey]:
        """What other systems call a record.

        id: Id of the record.
        """
        return self._caller.call(_CUSTOMER_PRICES_EXTERNAL_KEYS, {"id": id})

    def bind_external(self, id: UUID, key: ExternalKey) -> None:
        """Lets another system know a record by a key.

        id: Id of the record.
        key: The other system's name and its key.
        """
        self._caller.call(_CUSTOMER_PRICES_BIND_EXTERNAL, {"id": id, "key": key})

    def unbind_external(self, id: UUID, key: ExternalKey) -> None:
        """Takes a key of another system away from a record.

        id: Id of the record.
        key: The other system's name and its key.
        """
        self._caller.call(_CUSTOMER_PRICES_UNBIND_EXTERNAL, {"id": id, "key": key})

    def custom_of(self, id: UUID) -> builtins.dict[str, Any]:
        """What a record holds in the fields that the host declared.

        id: Id of the record.
        """
        return self._caller.call(_CUSTOMER_PRICES_CUSTOM_OF, {"id": id})

    def set_custom(self, id: UUID, custom: Mapping[str, Any]) -> None:
        """Sets what a record holds in fields that the host declared.

        id: Id of the record.
        custom: Values of fields that the host declared, by name; null empties one.
        """
        self._caller.call(_CUSTOMER_PRICES_SET_CUSTOM, {"id": id, "custom": custom})


class AsyncCustomerPricesService(AsyncService):
    """Prices agreed with customers."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> AsyncPages[CustomerPriceRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_CUSTOMER_PRICES_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    async def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._caller.call(_CUSTOMER_PRICES_COUNT, {"filter": filter})

    async def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._report(_CUSTOMER_PRICES_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, CustomerPriceFields)

    async def get(self, id: UUID) -> CustomerPriceRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return await self._caller.call(_CUSTOMER_PRICES_GET, {"id": id})

    async def find(self, id: UUID) -> CustomerPriceRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return await self._caller.call(_CUSTOMER_PRICES_FIND, {"id": id})

    async def create(self, data: CustomerPrice, *, custom: Mapping[str, Any] | None = None) -> CustomerPriceRecord:
        """Creates a record, with values of fields that the host declared.

        data: The record.
        custom: Values of fields that the host declared, by name.
        """
        return await self._caller.call(_CUSTOMER_PRICES_CREATE, {"data": data, "custom": custom})

    async def create_many(self, data: Sequence[CustomerPrice]) -> builtins.list[CustomerPriceRecord]:
        """Creates records, all or none.

        data: The records.
        """
        return await self._caller.call(_CUSTOMER_PRICES_CREATE_MANY, {"data": data})

    async def update(self, record: CustomerPriceRecord, *, custom: Mapping[str, Any] | None = None) -> CustomerPriceRecord:
        """Changes a record; refused if somebody else changed it since it was read.

        record: The record as it was read, with what is to change; fields that it leaves out stay as they are.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return await self._caller.call(_CUSTOMER_PRICES_UPDATE, {"record": record, "custom": custom})

    async def modify(self, id: UUID, change: Callable[[CustomerPriceRecord], CustomerPriceRecord | None]) -> CustomerPriceRecord:
        """Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed
        it meanwhile.

        id: Id of the record.
        change: Changes the record that it is given, or returns another. It is called anew for what was read anew, at most
            `MAX_RETRIES` times more.
        """
        return await self._modify(_CUSTOMER_PRICES_GET, _CUSTOMER_PRICES_UPDATE, id, change)

    async def patch(
        self,
        id: UUID,
        *changes: Change,
        version: int | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> CustomerPriceRecord:
        """Changes the fields that are given of a record, and no others.

        id: Id of the record.
        changes: The fields, each with its value; the others stay as they are.
        version: The version that the record must still have; any, if nothing is said.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return await self._caller.call(_CUSTOMER_PRICES_PATCH, {"id": id, "changes": changes, "version": version, "custom": custom})

    async def delete(self, record: CustomerPriceRecord) -> None:
        """Deletes a record that nothing refers to.

        record: The record as it was read.
        """
        await self._caller.call(_CUSTOMER_PRICES_DELETE, {"record": record})

    async def upsert(
        self,
        key: ExternalKey,
        *changes: Change,
        mode: UpsertMode | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> CustomerPriceUpserted:
        """Changes the fields that are given of the record that another system knows by a key, or creates it from them.

        key: The other system's name and its key.
        changes: The fields that are given, each with its value; the others stay as they are, or take their defaults in a new
            record.
        mode: What may be done; both if nothing is said.
        custom: Values of fields that the host declared, by name.
        """
        return await self._caller.call(_CUSTOMER_PRICES_UPSERT, {"key": key, "changes": changes, "mode": mode, "custom": custom})

    async def find_external(self, key: ExternalKey) -> CustomerPriceRecord | None:
        """The record that another system knows by a key, or nothing.

        key: The other system's name and its key.
        """
        return await self._caller.call(_CUSTOMER_PRICES_FIND_EXTERNAL, {"key": key})

    async def external_keys(self, id: UUID) -> builtins.list[ExternalKey]:
        """What other systems call a record.

        id: Id of the record.
        """
        return await self._caller.call(_CUSTOMER_PRICES_EXTERNAL_KEYS, {"id": id})

    async def bind_external(self, id: UUID, key: ExternalKey) -> None:
        """Lets another system know a record by a key.

        id: Id of the record.
        key: The other system's name and its key.
        """
        await self._caller.call(_CUSTOMER_PRICES_BIND_EXTERNAL, {"id": id, "key": key})

    async def unbind_external(self, id: UUID, key: ExternalKey) -> None:
        """Takes a key of another system away from a record.

        id: Id of the record.
        key: The other system's name and its key.
        """
        await self._caller.call(_CUSTOMER_PRICES_UNBIND_EXTERNAL, {"id": id, "key": key})

    async def custom_of(self, id: UUID) -> builtins.dict[str, Any]:
        """What a record holds in the fields that the host declared.

        id: Id of the record.
        """
        return await self._caller.call(_CUSTOMER_PRICES_CUSTOM_OF, {"id": id})

    async def set_custom(self, id: UUID, custom: Mapping[str, Any]) -> None:
        """Sets what a record holds in fields that the host declared.

        id: Id of the record.
        custom: Values of fields that the host declared, by name; null empties one.
        """
        await self._caller.call(_CUSTOMER_PRICES_SET_CUSTOM, {"id": id, "custom": custom})


class WarehousesService(Service):
    """Warehouses."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> Pages[WarehouseRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_WAREHOUSES_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._caller.call(_WAREHOUSES_COUNT, {"filter": filter})

    def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._report(_WAREHOUSES_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, WarehouseFields)

    def get(self, id: UUID) -> WarehouseRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return self._caller.call(_WAREHOUSES_GET, {"id": id})

    def find(self, id: UUID) -> WarehouseRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return self._caller.call(_WAREHOUSES_FIND, {"id": id})

    def create(self, data: Warehouse, *, custom: Mapping[str, Any] | None = None) -> WarehouseRecord:
        """Creates a record, with values of fields that the host declared.

        data: The record.
        custom: Values of fields that the host declared, by name.
        """
        return self._caller.call(_WAREHOUSES_CREATE, {"data": data, "custom": custom})

    def create_many(self, data: Sequence[Warehouse]) -> builtins.list[WarehouseRecord]:
        """Creates records, all or none.

        data: The records.
        """
        return self._caller.call(_WAREHOUSES_CREATE_MANY, {"data": data})

    def update(self, record: WarehouseRecord, *, custom: Mapping[str, Any] | None = None) -> WarehouseRecord:
        """Changes a record; refused if somebody else changed it since it was read.

        record: The record as it was read, with what is to change; fields that it leaves out stay as they are.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return self._caller.call(_WAREHOUSES_UPDATE, {"record": record, "custom": custom})

    def modify(self, id: UUID, change: Callable[[WarehouseRecord], WarehouseRecord | None]) -> WarehouseRecord:
        """Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed
        it meanwhile.

        id: Id of the record.
        change: Changes the record that it is given, or returns another. It is called anew for what was read anew, at most
            `MAX_RETRIES` times more.
        """
        return self._modify(_WAREHOUSES_GET, _WAREHOUSES_UPDATE, id, change)

    def patch(self, id: UUID, *changes: Change, version: int | None = None, custom: Mapping[str, Any] | None = None) -> WarehouseRecord:
        """Changes the fields that are given of a record, and no others.

        id: Id of the record.
        changes: The fields, each with its value; the others stay as they are.
        version: The version that the record must still have; any, if nothing is said.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return self._caller.call(_WAREHOUSES_PATCH, {"id": id, "changes": changes, "version": version, "custom": custom})

    def delete(self, record: WarehouseRecord) -> None:
        """Deletes a record that nothing refers to.

        record: The record as it was read.
        """
        self._caller.call(_WAREHOUSES_DELETE, {"record": record})

    def upsert(
        self,
        key: ExternalKey,
        *changes: Change,
        mode: UpsertMode | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> WarehouseUpserted:
        """Changes the fields that are given of the record that another system knows by a key, or creates it from them.

        key: The other system's name and its key.
        changes: The fields that are given, each with its value; the others stay as they are, or take their defaults in a new
            record.
        mode: What may be done; both if nothing is said.
        custom: Values of fields that the host declared, by name.
        """
        return self._caller.call(_WAREHOUSES_UPSERT, {"key": key, "changes": changes, "mode": mode, "custom": custom})

    def find_external(self, key: ExternalKey) -> WarehouseRecord | None:
        """The record that another system knows by a key, or nothing.

        key: The other system's name and its key.
        """
        return self._caller.call(_WAREHOUSES_FIND_EXTERNAL, {"key": key})

    def external_keys(self, id: UUID) -> builtins.list[ExternalKey]:
        """What other systems call a record.

        id: Id of the record.
        """
        return self._caller.call(_WAREHOUSES_EXTERNAL_KEYS, {"id": id})

    def bind_external(self, id: UUID, key: ExternalKey) -> None:
        """Lets another system know a record by a key.

        id: Id of the record.
        key: The other system's name and its key.
        """
        self._caller.call(_WAREHOUSES_BIND_EXTERNAL, {"id": id, "key": key})

    def unbind_external(self, id: UUID, key: ExternalKey) -> None:
        """Takes a key of another system away from a record.

        id: Id of the record.
        key: The other system's name and its key.
        """
        self._caller.call(_WAREHOUSES_UNBIND_EXTERNAL, {"id": id, "key": key})

    def custom_of(self, id: UUID) -> builtins.dict[str, Any]:
        """What a record holds in the fields that the host declared.

        id: Id of the record.
        """
        return self._caller.call(_WAREHOUSES_CUSTOM_OF, {"id": id})

    def set_custom(self, id: UUID, custom: Mapping[str, Any]) -> None:
        """Sets what a record holds in fields that the host declared.

        id: Id of the record.
        custom: Values of fields that the host declared, by name; null empties one.
        """
        self._caller.call(_WAREHOUSES_SET_CUSTOM, {"id": id, "custom": custom})


class AsyncWarehousesService(AsyncService):
    """Warehouses."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> AsyncPages[WarehouseRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_WAREHOUSES_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    async def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._caller.call(_WAREHOUSES_COUNT, {"filter": filter})

    async def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._report(_WAREHOUSES_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, WarehouseFields)

    async def get(self, id: UUID) -> WarehouseRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return await self._caller.call(_WAREHOUSES_GET, {"id": id})

    async def find(self, id: UUID) -> WarehouseRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return await self._caller.call(_WAREHOUSES_FIND, {"id": id})

    async def create(self, data: Warehouse, *, custom: Mapping[str, Any] | None = None) -> WarehouseRecord:
        """Creates a record, with values of fields that the host declared.

        data: The record.
        custom: Values of fields that the host declared, by name.
        """
        return await self._caller.call(_WAREHOUSES_CREATE, {"data": data, "custom": custom})

    async def create_many(self, data: Sequence[Warehouse]) -> builtins.list[WarehouseRecord]:
        """Creates records, all or none.

        data: The records.
        """
        return await self._caller.call(_WAREHOUSES_CREATE_MANY, {"data": data})

    async def update(self, record: WarehouseRecord, *, custom: Mapping[str, Any] | None = None) -> WarehouseRecord:
        """Changes a record; refused if somebody else changed it since it was read.

        record: The record as it was read, with what is to change; fields that it leaves out stay as they are.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return await self._caller.call(_WAREHOUSES_UPDATE, {"record": record, "custom": custom})

    async def modify(self, id: UUID, change: Callable[[WarehouseRecord], WarehouseRecord | None]) -> WarehouseRecord:
        """Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed
        it meanwhile.

        id: Id of the record.
        change: Changes the record that it is given, or returns another. It is called anew for what was read anew, at most
            `MAX_RETRIES` times more.
        """
        return await self._modify(_WAREHOUSES_GET, _WAREHOUSES_UPDATE, id, change)

    async def patch(
        self,
        id: UUID,
        *changes: Change,
        version: int | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> WarehouseRecord:
        """Changes the fields that are given of a record, and no others.

        id: Id of the record.
        changes: The fields, each with its value; the others stay as they are.
        version: The version that the record must still have; any, if nothing is said.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return await self._caller.call(_WAREHOUSES_PATCH, {"id": id, "changes": changes, "version": version, "custom": custom})

    async def delete(self, record: WarehouseRecord) -> None:
        """Deletes a record that nothing refers to.

        record: The record as it was read.
        """
        await self._caller.call(_WAREHOUSES_DELETE, {"record": record})

    async def upsert(
        self,
        key: ExternalKey,
        *changes: Change,
        mode: UpsertMode | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> WarehouseUpserted:
        """Changes the fields that are given of the record that another system knows by a key, or creates it from them.

        key: The other system's name and its key.
        changes: The fields that are given, each with its value; the others stay as they are, or take their defaults in a new
            record.
        mode: What may be done; both if nothing is said.
        custom: Values of fields that the host declared, by name.
        """
        return await self._caller.call(_WAREHOUSES_UPSERT, {"key": key, "changes": changes, "mode": mode, "custom": custom})

    async def find_external(self, key: ExternalKey) -> WarehouseRecord | None:
        """The record that another system knows by a key, or nothing.

        key: The other system's name and its key.
        """
        return await self._caller.call(_WAREHOUSES_FIND_EXTERNAL, {"key": key})

    async def external_keys(self, id: UUID) -> builtins.list[ExternalKey]:
        """What other systems call a record.

        id: Id of the record.
        """
        return await self._caller.call(_WAREHOUSES_EXTERNAL_KEYS, {"id": id})

    async def bind_external(self, id: UUID, key: ExternalKey) -> None:
        """Lets another system know a record by a key.

        id: Id of the record.
        key: The other system's name and its key.
        """
        await self._caller.call(_WAREHOUSES_BIND_EXTERNAL, {"id": id, "key": key})

    async def unbind_external(self, id: UUID, key: ExternalKey) -> None:
        """Takes a key of another system away from a record.

        id: Id of the record.
        key: The other system's name and its key.
        """
        await self._caller.call(_WAREHOUSES_UNBIND_EXTERNAL, {"id": id, "key": key})

    async def custom_of(self, id: UUID) -> builtins.dict[str, Any]:
        """What a record holds in the fields that the host declared.

        id: Id of the record.
        """
        return await self._caller.call(_WAREHOUSES_CUSTOM_OF, {"id": id})

    async def set_custom(self, id: UUID, custom: Mapping[str, Any]) -> None:
        """Sets what a record holds in fields that the host declared.

        id: Id of the record.
        custom: Values of fields that the host declared, by name; null empties one.
        """
        await self._caller.call(_WAREHOUSES_SET_CUSTOM, {"id": id, "custom": custom})


class TaxRatesService(Service):
    """Tax rates."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> Pages[TaxRateRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_TAX_RATES_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._caller.call(_TAX_RATES_COUNT, {"filter": filter})

    def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._report(_TAX_RATES_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, TaxRateFields)

    def get(self, id: UUID) -> TaxRateRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return self._caller.call(_TAX_RATES_GET, {"id": id})

    def find(self, id: UUID) -> TaxRateRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return self._caller.call(_TAX_RATES_FIND, {"id": id})

    def create(self, data: TaxRate, *, custom: Mapping[str, Any] | None = None) -> TaxRateRecord:
        """Creates a record, with values of fields that the host declared.

        data: The record.
        custom: Values of fields that the host declared, by name.
        """
        return self._caller.call(_TAX_RATES_CREATE, {"data": data, "custom": custom})

    def create_many(self, data: Sequence[TaxRate]) -> builtins.list[TaxRateRecord]:
        """Creates records, all or none.

        data: The records.
        """
        return self._caller.call(_TAX_RATES_CREATE_MANY, {"data": data})

    def update(self, record: TaxRateRecord, *, custom: Mapping[str, Any] | None = None) -> TaxRateRecord:
        """Changes a record; refused if somebody else changed it since it was read.

        record: The record as it was read, with what is to change; fields that it leaves out stay as they are.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return self._caller.call(_TAX_RATES_UPDATE, {"record": record, "custom": custom})

    def modify(self, id: UUID, change: Callable[[TaxRateRecord], TaxRateRecord | None]) -> TaxRateRecord:
        """Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed
        it meanwhile.

        id: Id of the record.
        change: Changes the record that it is given, or returns another. It is called anew for what was read anew, at most
            `MAX_RETRIES` times more.
        """
        return self._modify(_TAX_RATES_GET, _TAX_RATES_UPDATE, id, change)

    def patch(self, id: UUID, *changes: Change, version: int | None = None, custom: Mapping[str, Any] | None = None) -> TaxRateRecord:
        """Changes the fields that are given of a record, and no others.

        id: Id of the record.
        changes: The fields, each with its value; the others stay as they are.
        version: The version that the record must still have; any, if nothing is said.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return self._caller.call(_TAX_RATES_PATCH, {"id": id, "changes": changes, "version": version, "custom": custom})

    def delete(self, record: TaxRateRecord) -> None:
        """Deletes a record that nothing refers to.

        record: The record as it was read.
        """
        self._caller.call(_TAX_RATES_DELETE, {"record": record})

    def upsert(
        self,
        key: ExternalKey,
        *changes: Change,
        mode: UpsertMode | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> TaxRateUpserted:
        """Changes the fields that are given of the record that another system knows by a key, or creates it from them.

        key: The other system's name and its key.
        changes: The fields that are given, each with its value; the others stay as they are, or take their defaults in a new
            record.
        mode: What may be done; both if nothing is said.
        custom: Values of fields that the host declared, by name.
        """
        return self._caller.call(_TAX_RATES_UPSERT, {"key": key, "changes": changes, "mode": mode, "custom": custom})

    def find_external(self, key: ExternalKey) -> TaxRateRecord | None:
        """The record that another system knows by a key, or nothing.

        key: The other system's name and its key.
        """
        return self._caller.call(_TAX_RATES_FIND_EXTERNAL, {"key": key})

    def external_keys(self, id: UUID) -> builtins.list[ExternalKey]:
        """What other systems call a record.

        id: Id of the record.
        """
        return self._caller.call(_TAX_RATES_EXTERNAL_KEYS, {"id": id})

    def bind_external(self, id: UUID, key: ExternalKey) -> None:
        """Lets another system know a record by a key.

        id: Id of the record.
        key: The other system's name and its key.
        """
        self._caller.call(_TAX_RATES_BIND_EXTERNAL, {"id": id, "key": key})

    def unbind_external(self, id: UUID, key: ExternalKey) -> None:
        """Takes a key of another system away from a record.

        id: Id of the record.
        key: The other system's name and its key.
        """
        self._caller.call(_TAX_RATES_UNBIND_EXTERNAL, {"id": id, "key": key})

    def custom_of(self, id: UUID) -> builtins.dict[str, Any]:
        """What a record holds in the fields that the host declared.

        id: Id of the record.
        """
        return self._caller.call(_TAX_RATES_CUSTOM_OF, {"id": id})

    def set_custom(self, id: UUID, custom: Mapping[str, Any]) -> None:
        """Sets what a record holds in fields that the host declared.

        id: Id of the record.
        custom: Values of fields that the host declared, by name; null empties one.
        """
        self._caller.call(_TAX_RATES_SET_CUSTOM, {"id": id, "custom": custom})


class AsyncTaxRatesService(AsyncService):
    """Tax rates."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> AsyncPages[TaxRateRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_TAX_RATES_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    async def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._caller.call(_TAX_RATES_COUNT, {"filter": filter})

    async def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._report(_TAX_RATES_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, TaxRateFields)

    async def get(self, id: UUID) -> TaxRateRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return await self._caller.call(_TAX_RATES_GET, {"id": id})

    async def find(self, id: UUID) -> TaxRateRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return await self._caller.call(_TAX_RATES_FIND, {"id": id})

    async def create(self, data: TaxRate, *, custom: Mapping[str, Any] | None = None) -> TaxRateRecord:
        """Creates a record, with values of fields that the host declared.

        data: The record.
        custom: Values of fields that the host declared, by name.
        """
        return await self._caller.call(_TAX_RATES_CREATE, {"data": data, "custom": custom})

    async def create_many(self, data: Sequence[TaxRate]) -> builtins.list[TaxRateRecord]:
        """Creates records, all or none.

        data: The records.
        """
        return await self._caller.call(_TAX_RATES_CREATE_MANY, {"data": data})

    async def update(self, record: TaxRateRecord, *, custom: Mapping[str, Any] | None = None) -> TaxRateRecord:
        """Changes a record; refused if somebody else changed it since it was read.

        record: The record as it was read, with what is to change; fields that it leaves out stay as they are.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return await self._caller.call(_TAX_RATES_UPDATE, {"record": record, "custom": custom})

    async def modify(self, id: UUID, change: Callable[[TaxRateRecord], TaxRateRecord | None]) -> TaxRateRecord:
        """Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed
        it meanwhile.

        id: Id of the record.
        change: Changes the record that it is given, or returns another. It is called anew for what was read anew, at most
            `MAX_RETRIES` times more.
        """
        return await self._modify(_TAX_RATES_GET, _TAX_RATES_UPDATE, id, change)

    async def patch(
        self,
        id: UUID,
        *changes: Change,
        version: int | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> TaxRateRecord:
        """Changes the fields that are given of a record, and no others.

        id: Id of the record.
        changes: The fields, each with its value; the others stay as they are.
        version: The version that the record must still have; any, if nothing is said.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return await self._caller.call(_TAX_RATES_PATCH, {"id": id, "changes": changes, "version": version, "custom": custom})

    async def delete(self, record: TaxRateRecord) -> None:
        """Deletes a record that nothing refers to.

        record: The record as it was read.
        """
        await self._caller.call(_TAX_RATES_DELETE, {"record": record})

    async def upsert(
        self,
        key: ExternalKey,
        *changes: Change,
        mode: UpsertMode | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> TaxRateUpserted:
        """Changes the fields that are given of the record that another system knows by a key, or creates it from them.

        key: The other system's name and its key.
        changes: The fields that are given, each with its value; the others stay as they are, or take their defaults in a new
            record.
        mode: What may be done; both if nothing is said.
        custom: Values of fields that the host declared, by name.
        """
        return await self._caller.call(_TAX_RATES_UPSERT, {"key": key, "changes": changes, "mode": mode, "custom": custom})

    async def find_external(self, key: ExternalKey) -> TaxRateRecord | None:
        """The record that another system knows by a key, or nothing.

        key: The other system's name and its key.
        """
        return await self._caller.call(_TAX_RATES_FIND_EXTERNAL, {"key": key})

    async def external_keys(self, id: UUID) -> builtins.list[ExternalKey]:
        """What other systems call a record.

        id: Id of the record.
        """
        return await self._caller.call(_TAX_RATES_EXTERNAL_KEYS, {"id": id})

    async def bind_external(self, id: UUID, key: ExternalKey) -> None:
        """Lets another system know a record by a key.

        id: Id of the record.
        key: The other system's name and its key.
        """
        await self._caller.call(_TAX_RATES_BIND_EXTERNAL, {"id": id, "key": key})

    async def unbind_external(self, id: UUID, key: ExternalKey) -> None:
        """Takes a key of another system away from a record.

        id: Id of the record.
        key: The other system's name and its key.
        """
        await self._caller.call(_TAX_RATES_UNBIND_EXTERNAL, {"id": id, "key": key})

    async def custom_of(self, id: UUID) -> builtins.dict[str, Any]:
        """What a record holds in the fields that the host declared.

        id: Id of the record.
        """
        return await self._caller.call(_TAX_RATES_CUSTOM_OF, {"id": id})

    async def set_custom(self, id: UUID, custom: Mapping[str, Any]) -> None:
        """Sets what a record holds in fields that the host declared.

        id: Id of the record.
        custom: Values of fields that the host declared, by name; null empties one.
        """
        await self._caller.call(_TAX_RATES_SET_CUSTOM, {"id": id, "custom": custom})


class ProductCostsService(Service):
    """Specified unit costs."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> Pages[ProductCostRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_PRODUCT_COSTS_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._caller.call(_PRODUCT_COSTS_COUNT, {"filter": filter})

    def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._report(_PRODUCT_COSTS_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, ProductCostFields)

    def get(self, id: UUID) -> ProductCostRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return self._caller.call(_PRODUCT_COSTS_GET, {"id": id})

    def find(self, id: UUID) -> ProductCostRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return self._caller.call(_PRODUCT_COSTS_FIND, {"id": id})

    def create(self, data: ProductCost, *, custom: Mapping[str, Any] | None = None) -> ProductCostRecord:
        """Creates a record, with values of fields that the host declared.

        data: The record.
        custom: Values of fields that the host declared, by name.
        """
        return self._caller.call(_PRODUCT_COSTS_CREATE, {"data": data, "custom": custom})

    def create_many(self, data: Sequence[ProductCost]) -> builtins.list[ProductCostRecord]:
        """Creates records, all or none.

        data: The records.
        """
        return self._caller.call(_PRODUCT_COSTS_CREATE_MANY, {"data": data})

    def update(self, record: ProductCostRecord, *, custom: Mapping[str, Any] | None = None) -> ProductCostRecord:
        """Changes a record; refused if somebody else changed it since it was read.

        record: The record as it was read, with what is to change; fields that it leaves out stay as they are.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return self._caller.call(_PRODUCT_COSTS_UPDATE, {"record": record, "custom": custom})

    def modify(self, id: UUID, change: Callable[[ProductCostRecord], ProductCostRecord | None]) -> ProductCostRecord:
        """Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed
        it meanwhile.

        id: Id of the record.
        change: Changes the record that it is given, or returns another. It is called anew for what was read anew, at most
            `MAX_RETRIES` times more.
        """
        return self._modify(_PRODUCT_COSTS_GET, _PRODUCT_COSTS_UPDATE, id, change)

    def patch(self, id: UUID, *changes: Change, version: int | None = None, custom: Mapping[str, Any] | None = None) -> ProductCostRecord:
        """Changes the fields that are given of a record, and no others.

        id: Id of the record.
        changes: The fields, each with its value; the others stay as they are.
        version: The version that the record must still have; any, if nothing is said.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return self._caller.call(_PRODUCT_COSTS_PATCH, {"id": id, "changes": changes, "version": version, "custom": custom})

    def delete(self, record: ProductCostRecord) -> None:
        """Deletes a record that nothing refers to.

        record: The record as it was read.
        """
        self._caller.call(_PRODUCT_COSTS_DELETE, {"record": record})

    def upsert(
        self,
        key: ExternalKey,
        *changes: Change,
        mode: UpsertMode | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> ProductCostUpserted:
        """Changes the fields that are given of the record that another system knows by a key, or creates it from them.

        key: The other system's name and its key.
        changes: The fields that are given, each with its value; the others stay as they are, or take their defaults in a new
            record.
        mode: What may be done; both if nothing is said.
        custom: Values of fields that the host declared, by name.
        """
        return self._caller.call(_PRODUCT_COSTS_UPSERT, {"key": key, "changes": changes, "mode": mode, "custom": custom})

    def find_external(self, key: ExternalKey) -> ProductCostRecord | None:
        """The record that another system knows by a key, or nothing.

        key: The other system's name and its key.
        """
        return self._caller.call(_PRODUCT_COSTS_FIND_EXTERNAL, {"key": key})

    def external_keys(self, id: UUID) -> builtins.list[ExternalKey]:
        """What other systems call a record.

        id: Id of the record.
        """
        return self._caller.call(_PRODUCT_COSTS_EXTERNAL_KEYS, {"id": id})

    def bind_external(self, id: UUID, key: ExternalKey) -> None:
        """Lets another system know a record by a key.

        id: Id of the record.
        key: The other system's name and its key.
        """
        self._caller.call(_PRODUCT_COSTS_BIND_EXTERNAL, {"id": id, "key": key})

    def unbind_external(self, id: UUID, key: ExternalKey) -> None:
        """Takes a key of another system away from a record.

        id: Id of the record.
        key: The other system's name and its key.
        """
        self._caller.call(_PRODUCT_COSTS_UNBIND_EXTERNAL, {"id": id, "key": key})

    def custom_of(self, id: UUID) -> builtins.dict[str, Any]:
        """What a record holds in the fields that the host declared.

        id: Id of the record.
        """
        return self._caller.call(_PRODUCT_COSTS_CUSTOM_OF, {"id": id})

    def set_custom(self, id: UUID, custom: Mapping[str, Any]) -> None:
        """Sets what a record holds in fields that the host declared.

        id: Id of the record.
        custom: Values of fields that the host declared, by name; null empties one.
        """
        self._caller.call(_PRODUCT_COSTS_SET_CUSTOM, {"id": id, "custom": custom})


class AsyncProductCostsService(AsyncService):
    """Specified unit costs."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> AsyncPages[ProductCostRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_PRODUCT_COSTS_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    async def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._caller.call(_PRODUCT_COSTS_COUNT, {"filter": filter})

    async def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._report(_PRODUCT_COSTS_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, ProductCostFields)

    async def get(self, id: UUID) -> ProductCostRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return await self._caller.call(_PRODUCT_COSTS_GET, {"id": id})

    async def find(self, id: UUID) -> ProductCostRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return await self._caller.call(_PRODUCT_COSTS_FIND, {"id": id})

    async def create(self, data: ProductCost, *, custom: Mapping[str, Any] | None = None) -> ProductCostRecord:
        """Creates a record, with values of fields that the host declared.

        data: The record.
        custom: Values of fields that the host declared, by name.
        """
        return await self._caller.call(_PRODUCT_COSTS_CREATE, {"data": data, "custom": custom})

    async def create_many(self, data: Sequence[ProductCost]) -> builtins.list[ProductCostRecord]:
        """Creates records, all or none.

        data: The records.
        """
        return await self._caller.call(_PRODUCT_COSTS_CREATE_MANY, {"data": data})

    async def update(self, record: ProductCostRecord, *, custom: Mapping[str, Any] | None = None) -> ProductCostRecord:
        """Changes a record; refused if somebody else changed it since it was read.

        record: The record as it was read, with what is to change; fields that it leaves out stay as they are.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return await self._caller.call(_PRODUCT_COSTS_UPDATE, {"record": record, "custom": custom})

    async def modify(self, id: UUID, change: Callable[[ProductCostRecord], ProductCostRecord | None]) -> ProductCostRecord:
        """Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed
        it meanwhile.

        id: Id of the record.
        change: Changes the record that it is given, or returns another. It is called anew for what was read anew, at most
            `MAX_RETRIES` times more.
        """
        return await self._modify(_PRODUCT_COSTS_GET, _PRODUCT_COSTS_UPDATE, id, change)

    async def patch(
        self,
        id: UUID,
        *changes: Change,
        version: int | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> ProductCostRecord:
        """Changes the fields that are given of a record, and no others.

        id: Id of the record.
        changes: The fields, each with its value; the others stay as they are.
        version: The version that the record must still have; any, if nothing is said.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return await self._caller.call(_PRODUCT_COSTS_PATCH, {"id": id, "changes": changes, "version": version, "custom": custom})

    async def delete(self, record: ProductCostRecord) -> None:
        """Deletes a record that nothing refers to.

        record: The record as it was read.
        """
        await self._caller.call(_PRODUCT_COSTS_DELETE, {"record": record})

    async def upsert(
        self,
        key: ExternalKey,
        *changes: Change,
        mode: UpsertMode | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> ProductCostUpserted:
        """Changes the fields that are given of the record that another system knows by a key, or creates it from them.

        key: The other system's name and its key.
        changes: The fields that are given, each with its value; the others stay as they are, or take their defaults in a new
            record.
        mode: What may be done; both if nothing is said.
        custom: Values of fields that the host declared, by name.
        """
        return await self._caller.call(_PRODUCT_COSTS_UPSERT, {"key": key, "changes": changes, "mode": mode, "custom": custom})

    async def find_external(self, key: ExternalKey) -> ProductCostRecord | None:
        """The record that another system knows by a key, or nothing.

        key: The other system's name and its key.
        """
        return await self._caller.call(_PRODUCT_COSTS_FIND_EXTERNAL, {"key": key})

    async def external_keys(self, id: UUID) -> builtins.list[ExternalKey]:
        """What other systems call a record.

        id: Id of the record.
        """
        return await self._caller.call(_PRODUCT_COSTS_EXTERNAL_KEYS, {"id": id})

    async def bind_external(self, id: UUID, key: ExternalKey) -> None:
        """Lets another system know a record by a key.

        id: Id of the record.
        key: The other system's name and its key.
        """
        await self._caller.call(_PRODUCT_COSTS_BIND_EXTERNAL, {"id": id, "key": key})

    async def unbind_external(self, id: UUID, key: ExternalKey) -> None:
        """Takes a key of another system away from a record.

        id: Id of the record.
        key: The other system's name and its key.
        """
        await self._caller.call(_PRODUCT_COSTS_UNBIND_EXTERNAL, {"id": id, "key": key})

    async def custom_of(self, id: UUID) -> builtins.dict[str, Any]:
        """What a record holds in the fields that the host declared.

        id: Id of the record.
        """
        return await self._caller.call(_PRODUCT_COSTS_CUSTOM_OF, {"id": id})

    async def set_custom(self, id: UUID, custom: Mapping[str, Any]) -> None:
        """Sets what a record holds in fields that the host declared.

        id: Id of the record.
        custom: Values of fields that the host declared, by name; null empties one.
        """
        await self._caller.call(_PRODUCT_COSTS_SET_CUSTOM, {"id": id, "custom": custom})


class RolesService(Service):
    """Roles."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> Pages[RoleRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_ROLES_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._caller.call(_ROLES_COUNT, {"filter": filter})

    def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._report(_ROLES_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, RoleFields)

    def get(self, id: UUID) -> RoleRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return self._caller.call(_ROLES_GET, {"id": id})

    def find(self, id: UUID) -> RoleRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return self._caller.call(_ROLES_FIND, {"id": id})

    def create(self, data: Role, *, custom: Mapping[str, Any] | None = None) -> RoleRecord:
        """Creates a record, with values of fields that the host declared.

        data: The record.
        custom: Values of fields that the host declared, by name.
        """
        return self._caller.call(_ROLES_CREATE, {"data": data, "custom": custom})

    def create_many(self, data: Sequence[Role]) -> builtins.list[RoleRecord]:
        """Creates records, all or none.

        data: The records.
        """
        return self._caller.call(_ROLES_CREATE_MANY, {"data": data})

    def update(self, record: RoleRecord, *, custom: Mapping[str, Any] | None = None) -> RoleRecord:
        """Changes a record; refused if somebody else changed it since it was read.

        record: The record as it was read, with what is to change; fields that it leaves out stay as they are.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return self._caller.call(_ROLES_UPDATE, {"record": record, "custom": custom})

    def modify(self, id: UUID, change: Callable[[RoleRecord], RoleRecord | None]) -> RoleRecord:
        """Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed
        it meanwhile.

        id: Id of the record.
        change: Changes the record that it is given, or returns another. It is called anew for what was read anew, at most
            `MAX_RETRIES` times more.
        """
        return self._modify(_ROLES_GET, _ROLES_UPDATE, id, change)

    def patch(self, id: UUID, *changes: Change, version: int | None = None, custom: Mapping[str, Any] | None = None) -> RoleRecord:
        """Changes the fields that are given of a record, and no others.

        id: Id of the record.
        changes: The fields, each with its value; the others stay as they are.
        version: The version that the record must still have; any, if nothing is said.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return self._caller.call(_ROLES_PATCH, {"id": id, "changes": changes, "version": version, "custom": custom})

    def delete(self, record: RoleRecord) -> None:
        """Deletes a record that nothing refers to.

        record: The record as it was read.
        """
        self._caller.call(_ROLES_DELETE, {"record": record})

    def upsert(
        self,
        key: ExternalKey,
        *changes: Change,
        mode: UpsertMode | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> RoleUpserted:
        """Changes the fields that are given of the record that another system knows by a key, or creates it from them.

        key: The other system's name and its key.
        changes: The fields that are given, each with its value; the others stay as they are, or take their defaults in a new
            record.
        mode: What may be done; both if nothing is said.
        custom: Values of fields that the host declared, by name.
        """
        return self._caller.call(_ROLES_UPSERT, {"key": key, "changes": changes, "mode": mode, "custom": custom})

    def find_external(self, key: ExternalKey) -> RoleRecord | None:
        """The record that another system knows by a key, or nothing.

        key: The other system's name and its key.
        """
        return self._caller.call(_ROLES_FIND_EXTERNAL, {"key": key})

    def external_keys(self, id: UUID) -> builtins.list[ExternalKey]:
        """What other systems call a record.

        id: Id of the record.
        """
        return self._caller.call(_ROLES_EXTERNAL_KEYS, {"id": id})

    def bind_external(self, id: UUID, key: ExternalKey) -> None:
        """Lets another system know a record by a key.

        id: Id of the record.
        key: The other system's name and its key.
        """
        self._caller.call(_ROLES_BIND_EXTERNAL, {"id": id, "key": key})

    def unbind_external(self, id: UUID, key: ExternalKey) -> None:
        """Takes a key of another system away from a record.

        id: Id of the record.
        key: The other system's name and its key.
        """
        self._caller.call(_ROLES_UNBIND_EXTERNAL, {"id": id, "key": key})

    def custom_of(self, id: UUID) -> builtins.dict[str, Any]:
        """What a record holds in the fields that the host declared.

        id: Id of the record.
        """
        return self._caller.call(_ROLES_CUSTOM_OF, {"id": id})

    def set_custom(self, id: UUID, custom: Mapping[str, Any]) -> None:
        """Sets what a record holds in fields that the host declared.

        id: Id of the record.
        custom: Values of fields that the host declared, by name; null empties one.
        """
        self._caller.call(_ROLES_SET_CUSTOM, {"id": id, "custom": custom})


class AsyncRolesService(AsyncService):
    """Roles."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> AsyncPages[RoleRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_ROLES_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    async def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._caller.call(_ROLES_COUNT, {"filter": filter})

    async def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._report(_ROLES_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, RoleFields)

    async def get(self, id: UUID) -> RoleRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return await self._caller.call(_ROLES_GET, {"id": id})

    async def find(self, id: UUID) -> RoleRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return await self._caller.call(_ROLES_FIND, {"id": id})

    async def create(self, data: Role, *, custom: Mapping[str, Any] | None = None) -> RoleRecord:
        """Creates a record, with values of fields that the host declared.

        data: The record.
        custom: Values of fields that the host declared, by name.
        """
        return await self._caller.call(_ROLES_CREATE, {"data": data, "custom": custom})

    async def create_many(self, data: Sequence[Role]) -> builtins.list[RoleRecord]:
        """Creates records, all or none.

        data: The records.
        """
        return await self._caller.call(_ROLES_CREATE_MANY, {"data": data})

    async def update(self, record: RoleRecord, *, custom: Mapping[str, Any] | None = None) -> RoleRecord:
        """Changes a record; refused if somebody else changed it since it was read.

        record: The record as it was read, with what is to change; fields that it leaves out stay as they are.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return await self._caller.call(_ROLES_UPDATE, {"record": record, "custom": custom})

    async def modify(self, id: UUID, change: Callable[[RoleRecord], RoleRecord | None]) -> RoleRecord:
        """Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed
        it meanwhile.

        id: Id of the record.
        change: Changes the record that it is given, or returns another. It is called anew for what was read anew, at most
            `MAX_RETRIES` times more.
        """
        return await self._modify(_ROLES_GET, _ROLES_UPDATE, id, change)

    async def patch(self, id: UUID, *changes: Change, version: int | None = None, custom: Mapping[str, Any] | None = None) -> RoleRecord:
        """Changes the fields that are given of a record, and no others.

        id: Id of the record.
        changes: The fields, each with its value; the others stay as they are.
        version: The version that the record must still have; any, if nothing is said.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return await self._caller.call(_ROLES_PATCH, {"id": id, "changes": changes, "version": version, "custom": custom})

    async def delete(self, record: RoleRecord) -> None:
        """Deletes a record that nothing refers to.

        record: The record as it was read.
        """
        await self._caller.call(_ROLES_DELETE, {"record": record})

    async def upsert(
        self,
        key: ExternalKey,
        *changes: Change,
        mode: UpsertMode | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> RoleUpserted:
        """Changes the fields that are given of the record that another system knows by a key, or creates it from them.

        key: The other system's name and its key.
        changes: The fields that are given, each with its value; the others stay as they are, or take their defaults in a new
            record.
        mode: What may be done; both if nothing is said.
        custom: Values of fields that the host declared, by name.
        """
        return await self._caller.call(_ROLES_UPSERT, {"key": key, "changes": changes, "mode": mode, "custom": custom})

    async def find_external(self, key: ExternalKey) -> RoleRecord | None:
        """The record that another system knows by a key, or nothing.

        key: The other system's name and its key.
        """
        return await self._caller.call(_ROLES_FIND_EXTERNAL, {"key": key})

    async def external_keys(self, id: UUID) -> builtins.list[ExternalKey]:
        """What other systems call a record.

        id: Id of the record.
        """
        return await self._caller.call(_ROLES_EXTERNAL_KEYS, {"id": id})

    async def bind_external(self, id: UUID, key: ExternalKey) -> None:
        """Lets another system know a record by a key.

        id: Id of the record.
        key: The other system's name and its key.
        """
        await self._caller.call(_ROLES_BIND_EXTERNAL, {"id": id, "key": key})

    async def unbind_external(self, id: UUID, key: ExternalKey) -> None:
        """Takes a key of another system away from a record.

        id: Id of the record.
        key: The other system's name and its key.
        """
        await self._caller.call(_ROLES_UNBIND_EXTERNAL, {"id": id, "key": key})

    async def custom_of(self, id: UUID) -> builtins.dict[str, Any]:
        """What a record holds in the fields that the host declared.

        id: Id of the record.
        """
        return await self._caller.call(_ROLES_CUSTOM_OF, {"id": id})

    async def set_custom(self, id: UUID, custom: Mapping[str, Any]) -> None:
        """Sets what a record holds in fields that the host declared.

        id: Id of the record.
        custom: Values of fields that the host declared, by name; null empties one.
        """
        await self._caller.call(_ROLES_SET_CUSTOM, {"id": id, "custom": custom})


class OperatorsService(Service):
    """Operators."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> Pages[OperatorRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_OPERATORS_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._caller.call(_OPERATORS_COUNT, {"filter": filter})

    def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._report(_OPERATORS_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, OperatorFields)

    def get(self, id: UUID) -> OperatorRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return self._caller.call(_OPERATORS_GET, {"id": id})

    def find(self, id: UUID) -> OperatorRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return self._caller.call(_OPERATORS_FIND, {"id": id})

    def create(self, data: Operator, *, custom: Mapping[str, Any] | None = None) -> OperatorRecord:
        """Creates a record, with values of fields that the host declared.

        data: The record.
        custom: Values of fields that the host declared, by name.
        """
        return self._caller.call(_OPERATORS_CREATE, {"data": data, "custom": custom})

    def create_many(self, data: Sequence[Operator]) -> builtins.list[OperatorRecord]:
        """Creates records, all or none.

        data: The records.
        """
        return self._caller.call(_OPERATORS_CREATE_MANY, {"data": data})

    def update(self, record: OperatorRecord, *, custom: Mapping[str, Any] | None = None) -> OperatorRecord:
        """Changes a record; refused if somebody else changed it since it was read.

        record: The record as it was read, with what is to change; fields that it leaves out stay as they are.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return self._caller.call(_OPERATORS_UPDATE, {"record": record, "custom": custom})

    def modify(self, id: UUID, change: Callable[[OperatorRecord], OperatorRecord | None]) -> OperatorRecord:
        """Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed
        it meanwhile.

        id: Id of the record.
        change: Changes the record that it is given, or returns another. It is called anew for what was read anew, at most
            `MAX_RETRIES` times more.
        """
        return self._modify(_OPERATORS_GET, _OPERATORS_UPDATE, id, change)

    def patch(self, id: UUID, *changes: Change, version: int | None = None, custom: Mapping[str, Any] | None = None) -> OperatorRecord:
        """Changes the fields that are given of a record, and no others.

        id: Id of the record.
        changes: The fields, each with its value; the others stay as they are.
        version: The version that the record must still have; any, if nothing is said.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return self._caller.call(_OPERATORS_PATCH, {"id": id, "changes": changes, "version": version, "custom": custom})

    def delete(self, record: OperatorRecord) -> None:
        """Deletes a record that nothing refers to.

        record: The record as it was read.
        """
        self._caller.call(_OPERATORS_DELETE, {"record": record})

    def upsert(
        self,
        key: ExternalKey,
        *changes: Change,
        mode: UpsertMode | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> OperatorUpserted:
        """Changes the fields that are given of the record that another system knows by a key, or creates it from them.

        key: The other system's name and its key.
        changes: The fields that are given, each with its value; the others stay as they are, or take their defaults in a new
            record.
        mode: What may be done; both if nothing is said.
        custom: Values of fields that the host declared, by name.
        """
        return self._caller.call(_OPERATORS_UPSERT, {"key": key, "changes": changes, "mode": mode, "custom": custom})

    def find_external(self, key: ExternalKey) -> OperatorRecord | None:
        """The record that another system knows by a key, or nothing.

        key: The other system's name and its key.
        """
        return self._caller.call(_OPERATORS_FIND_EXTERNAL, {"key": key})

    def external_keys(self, id: UUID) -> builtins.list[ExternalKey]:
        """What other systems call a record.

        id: Id of the record.
        """
        return self._caller.call(_OPERATORS_EXTERNAL_KEYS, {"id": id})

    def bind_external(self, id: UUID, key: ExternalKey) -> None:
        """Lets another system know a record by a key.

        id: Id of the record.
        key: The other system's name and its key.
        """
        self._caller.call(_OPERATORS_BIND_EXTERNAL, {"id": id, "key": key})

    def unbind_external(self, id: UUID, key: ExternalKey) -> None:
        """Takes a key of another system away from a record.

        id: Id of the record.
        key: The other system's name and its key.
        """
        self._caller.call(_OPERATORS_UNBIND_EXTERNAL, {"id": id, "key": key})

    def custom_of(self, id: UUID) -> builtins.dict[str, Any]:
        """What a record holds in the fields that the host declared.

        id: Id of the record.
        """
        return self._caller.call(_OPERATORS_CUSTOM_OF, {"id": id})

    def set_custom(self, id: UUID, custom: Mapping[str, Any]) -> None:
        """Sets what a record holds in fields that the host declared.

        id: Id of the record.
        custom: Values of fields that the host declared, by name; null empties one.
        """
        self._caller.call(_OPERATORS_SET_CUSTOM, {"id": id, "custom": custom})


class AsyncOperatorsService(AsyncService):
    """Operators."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> AsyncPages[OperatorRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_OPERATORS_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    async def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._caller.call(_OPERATORS_COUNT, {"filter": filter})

    async def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._report(_OPERATORS_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, OperatorFields)

    async def get(self, id: UUID) -> OperatorRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return await self._caller.call(_OPERATORS_GET, {"id": id})

    async def find(self, id: UUID) -> OperatorRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return await self._caller.call(_OPERATORS_FIND, {"id": id})

    async def create(self, data: Operator, *, custom: Mapping[str, Any] | None = None) -> OperatorRecord:
        """Creates a record, with values of fields that the host declared.

        data: The record.
        custom: Values of fields that the host declared, by name.
        """
        return await self._caller.call(_OPERATORS_CREATE, {"data": data, "custom": custom})

    async def create_many(self, data: Sequence[Operator]) -> builtins.list[OperatorRecord]:
        """Creates records, all or none.

        data: The records.
        """
        return await self._caller.call(_OPERATORS_CREATE_MANY, {"data": data})

    async def update(self, record: OperatorRecord, *, custom: Mapping[str, Any] | None = None) -> OperatorRecord:
        """Changes a record; refused if somebody else changed it since it was read.

        record: The record as it was read, with what is to change; fields that it leaves out stay as they are.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return await self._caller.call(_OPERATORS_UPDATE, {"record": record, "custom": custom})

    async def modify(self, id: UUID, change: Callable[[OperatorRecord], OperatorRecord | None]) -> OperatorRecord:
        """Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed
        it meanwhile.

        id: Id of the record.
        change: Changes the record that it is given, or returns another. It is called anew for what was read anew, at most
            `MAX_RETRIES` times more.
        """
        return await self._modify(_OPERATORS_GET, _OPERATORS_UPDATE, id, change)

    async def patch(
        self,
        id: UUID,
        *changes: Change,
        version: int | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> OperatorRecord:
        """Changes the fields that are given of a record, and no others.

        id: Id of the record.
        changes: The fields, each with its value; the others stay as they are.
        version: The version that the record must still have; any, if nothing is said.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return await self._caller.call(_OPERATORS_PATCH, {"id": id, "changes": changes, "version": version, "custom": custom})

    async def delete(self, record: OperatorRecord) -> None:
        """Deletes a record that nothing refers to.

        record: The record as it was read.
        """
        await self._caller.call(_OPERATORS_DELETE, {"record": record})

    async def upsert(
        self,
        key: ExternalKey,
        *changes: Change,
        mode: UpsertMode | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> OperatorUpserted:
        """Changes the fields that are given of the record that another system knows by a key, or creates it from them.

        key: The other system's name and its key.
        changes: The fields that are given, each with its value; the others stay as they are, or take their defaults in a new
            record.
        mode: What may be done; both if nothing is said.
        custom: Values of fields that the host declared, by name.
        """
        return await self._caller.call(_OPERATORS_UPSERT, {"key": key, "changes": changes, "mode": mode, "custom": custom})

    async def find_external(self, key: ExternalKey) -> OperatorRecord | None:
        """The record that another system knows by a key, or nothing.

        key: The other system's name and its key.
        """
        return await self._caller.call(_OPERATORS_FIND_EXTERNAL, {"key": key})

    async def external_keys(self, id: UUID) -> builtins.list[ExternalKey]:
        """What other systems call a record.

        id: Id of the record.
        """
        return await self._caller.call(_OPERATORS_EXTERNAL_KEYS, {"id": id})

    async def bind_external(self, id: UUID, key: ExternalKey) -> None:
        """Lets another system know a record by a key.

        id: Id of the record.
        key: The other system's name and its key.
        """
        await self._caller.call(_OPERATORS_BIND_EXTERNAL, {"id": id, "key": key})

    async def unbind_external(self, id: UUID, key: ExternalKey) -> None:
        """Takes a key of another system away from a record.

        id: Id of the record.
        key: The other system's name and its key.
        """
        await self._caller.call(_OPERATORS_UNBIND_EXTERNAL, {"id": id, "key": key})

    async def custom_of(self, id: UUID) -> builtins.dict[str, Any]:
        """What a record holds in the fields that the host declared.

        id: Id of the record.
        """
        return await self._caller.call(_OPERATORS_CUSTOM_OF, {"id": id})

    async def set_custom(self, id: UUID, custom: Mapping[str, Any]) -> None:
        """Sets what a record holds in fields that the host declared.

        id: Id of the record.
        custom: Values of fields that the host declared, by name; null empties one.
        """
        await self._caller.call(_OPERATORS_SET_CUSTOM, {"id": id, "custom": custom})


class QuoteRecordsService(Service):
    """Quotes, each through all its revisions."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> Pages[QuoteRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_QUOTE_RECORDS_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._caller.call(_QUOTE_RECORDS_COUNT, {"filter": filter})

    def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._report(_QUOTE_RECORDS_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, QuoteFields)

    def get(self, id: UUID) -> QuoteRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return self._caller.call(_QUOTE_RECORDS_GET, {"id": id})

    def find(self, id: UUID) -> QuoteRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return self._caller.call(_QUOTE_RECORDS_FIND, {"id": id})


class AsyncQuoteRecordsService(AsyncService):
    """Quotes, each through all its revisions."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> AsyncPages[QuoteRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_QUOTE_RECORDS_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    async def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._caller.call(_QUOTE_RECORDS_COUNT, {"filter": filter})

    async def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._report(_QUOTE_RECORDS_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, QuoteFields)

    async def get(self, id: UUID) -> QuoteRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return await self._caller.call(_QUOTE_RECORDS_GET, {"id": id})

    async def find(self, id: UUID) -> QuoteRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return await self._caller.call(_QUOTE_RECORDS_FIND, {"id": id})


class QuoteRevisionsService(Service):
    """Revisions of quotes."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> Pages[QuoteRevisionRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_QUOTE_REVISIONS_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._caller.call(_QUOTE_REVISIONS_COUNT, {"filter": filter})

    def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._report(_QUOTE_REVISIONS_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, QuoteRevisionFields)

    def get(self, id: UUID) -> QuoteRevisionRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return self._caller.call(_QUOTE_REVISIONS_GET, {"id": id})

    def find(self, id: UUID) -> QuoteRevisionRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return self._caller.call(_QUOTE_REVISIONS_FIND, {"id": id})


class AsyncQuoteRevisionsService(AsyncService):
    """Revisions of quotes."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> AsyncPages[QuoteRevisionRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_QUOTE_REVISIONS_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    async def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._caller.call(_QUOTE_REVISIONS_COUNT, {"filter": filter})

    async def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._report(_QUOTE_REVISIONS_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, QuoteRevisionFields)

    async def get(self, id: UUID) -> QuoteRevisionRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return await self._caller.call(_QUOTE_REVISIONS_GET, {"id": id})

    async def find(self, id: UUID) -> QuoteRevisionRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return await self._caller.call(_QUOTE_REVISIONS_FIND, {"id": id})


class QuoteLinesService(Service):
    """Lines of revisions of quotes."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> Pages[QuoteLineRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_QUOTE_LINES_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._caller.call(_QUOTE_LINES_COUNT, {"filter": filter})

    def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._report(_QUOTE_LINES_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, QuoteLineFields)

    def get(self, id: UUID) -> QuoteLineRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return self._caller.call(_QUOTE_LINES_GET, {"id": id})

    def find(self, id: UUID) -> QuoteLineRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return self._caller.call(_QUOTE_LINES_FIND, {"id": id})


class AsyncQuoteLinesService(AsyncService):
    """Lines of revisions of quotes."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> AsyncPages[QuoteLineRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_QUOTE_LINES_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    async def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._caller.call(_QUOTE_LINES_COUNT, {"filter": filter})

    async def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._report(_QUOTE_LINES_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, QuoteLineFields)

    async def get(self, id: UUID) -> QuoteLineRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return await self._caller.call(_QUOTE_LINES_GET, {"id": id})

    async def find(self, id: UUID) -> QuoteLineRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return await self._caller.call(_QUOTE_LINES_FIND, {"id": id})


class OrderRecordsService(Service):
    """Sales orders."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> Pages[SalesOrderRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_ORDER_RECORDS_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._caller.call(_ORDER_RECORDS_COUNT, {"filter": filter})

    def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._report(_ORDER_RECORDS_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, SalesOrderFields)

    def get(self, id: UUID) -> SalesOrderRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return self._caller.call(_ORDER_RECORDS_GET, {"id": id})

    def find(self, id: UUID) -> SalesOrderRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return self._caller.call(_ORDER_RECORDS_FIND, {"id": id})


class AsyncOrderRecordsService(AsyncService):
    """Sales orders."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> AsyncPages[SalesOrderRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_ORDER_RECORDS_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    async def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._caller.call(_ORDER_RECORDS_COUNT, {"filter": filter})

    async def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._report(_ORDER_RECORDS_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, SalesOrderFields)

    async def get(self, id: UUID) -> SalesOrderRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return await self._caller.call(_ORDER_RECORDS_GET, {"id": id})

    async def find(self, id: UUID) -> SalesOrderRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return await self._caller.call(_ORDER_RECORDS_FIND, {"id": id})


class OrderLinesService(Service):
    """Lines of sales orders."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> Pages[SalesOrderLineRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_ORDER_LINES_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._caller.call(_ORDER_LINES_COUNT, {"filter": filter})

    def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._report(_ORDER_LINES_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, SalesOrderLineFields)

    def get(self, id: UUID) -> SalesOrderLineRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return self._caller.call(_ORDER_LINES_GET, {"id": id})

    def find(self, id: UUID) -> SalesOrderLineRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return self._caller.call(_ORDER_LINES_FIND, {"id": id})


class AsyncOrderLinesService(AsyncService):
    """Lines of sales orders."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> AsyncPages[SalesOrderLineRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_ORDER_LINES_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    async def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._caller.call(_ORDER_LINES_COUNT, {"filter": filter})

    async def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._report(_ORDER_LINES_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, SalesOrderLineFields)

    async def get(self, id: UUID) -> SalesOrderLineRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return await self._caller.call(_ORDER_LINES_GET, {"id": id})

    async def find(self, id: UUID) -> SalesOrderLineRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return await self._caller.call(_ORDER_LINES_FIND, {"id": id})


class ReservationsService(Service):
    """Goods kept for orders."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> Pages[ReservationRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_RESERVATIONS_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._caller.call(_RESERVATIONS_COUNT, {"filter": filter})

    def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._report(_RESERVATIONS_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, ReservationFields)


class AsyncReservationsService(AsyncService):
    """Goods kept for orders."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> AsyncPages[ReservationRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_RESERVATIONS_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    async def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._caller.call(_RESERVATIONS_COUNT, {"filter": filter})

    async def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._report(_RESERVATIONS_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, ReservationFields)


class SalesDocumentsService(Service):
    """Deliveries, returns and credit notes."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> Pages[SalesDocumentRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_SALES_DOCUMENTS_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._caller.call(_SALES_DOCUMENTS_COUNT, {"filter": filter})

    def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._report(_SALES_DOCUMENTS_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, SalesDocumentFields)

    def get(self, id: UUID) -> SalesDocumentRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return self._caller.call(_SALES_DOCUMENTS_GET, {"id": id})

    def find(self, id: UUID) -> SalesDocumentRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return self._caller.call(_SALES_DOCUMENTS_FIND, {"id": id})


class AsyncSalesDocumentsService(AsyncService):
    """Deliveries, returns and credit notes."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> AsyncPages[SalesDocumentRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_SALES_DOCUMENTS_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    async def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._caller.call(_SALES_DOCUMENTS_COUNT, {"filter": filter})

    async def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._report(_SALES_DOCUMENTS_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, SalesDocumentFields)

    async def get(self, id: UUID) -> SalesDocumentRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return await self._caller.call(_SALES_DOCUMENTS_GET, {"id": id})

    async def find(self, id: UUID) -> SalesDocumentRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return await self._caller.call(_SALES_DOCUMENTS_FIND, {"id": id})


class SalesLinesService(Service):
    """Lines of deliveries and returns."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> Pages[SalesLineRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_SALES_LINES_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._caller.call(_SALES_LINES_COUNT, {"filter": filter})

    def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._report(_SALES_LINES_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, SalesLineFields)

    def get(self, id: UUID) -> SalesLineRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return self._caller.call(_SALES_LINES_GET, {"id": id})

    def find(self, id: UUID) -> SalesLineRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return self._caller.call(_SALES_LINES_FIND, {"id": id})


class AsyncSalesLinesService(AsyncService):
    """Lines of deliveries and returns."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> AsyncPages[SalesLineRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_SALES_LINES_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    async def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._caller.call(_SALES_LINES_COUNT, {"filter": filter})

    async def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._report(_SALES_LINES_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, SalesLineFields)

    async def get(self, id: UUID) -> SalesLineRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return await self._caller.call(_SALES_LINES_GET, {"id": id})

    async def find(self, id: UUID) -> SalesLineRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return await self._caller.call(_SALES_LINES_FIND, {"id": id})


class StockDocumentsService(Service):
    """Receipts, counts and openings of stock."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> Pages[StockDocumentRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_STOCK_DOCUMENTS_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._caller.call(_STOCK_DOCUMENTS_COUNT, {"filter": filter})

    def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._report(_STOCK_DOCUMENTS_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, StockDocumentFields)

    def get(self, id: UUID) -> StockDocumentRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return self._caller.call(_STOCK_DOCUMENTS_GET, {"id": id})

    def find(self, id: UUID) -> StockDocumentRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return self._caller.call(_STOCK_DOCUMENTS_FIND, {"id": id})


class AsyncStockDocumentsService(AsyncService):
    """Receipts, counts and openings of stock."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> AsyncPages[StockDocumentRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_STOCK_DOCUMENTS_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    async def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._caller.call(_STOCK_DOCUMENTS_COUNT, {"filter": filter})

    async def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._report(_STOCK_DOCUMENTS_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, StockDocumentFields)

    async def get(self, id: UUID) -> StockDocumentRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return await self._caller.call(_STOCK_DOCUMENTS_GET, {"id": id})

    async def find(self, id: UUID) -> StockDocumentRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return await self._caller.call(_STOCK_DOCUMENTS_FIND, {"id": id})


class StockMovementsService(Service):
    """Movements of stock."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> Pages[StockMovementRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_STOCK_MOVEMENTS_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._caller.call(_STOCK_MOVEMENTS_COUNT, {"filter": filter})

    def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._report(_STOCK_MOVEMENTS_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, StockMovementFields)

    def get(self, id: UUID) -> StockMovementRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return self._caller.call(_STOCK_MOVEMENTS_GET, {"id": id})

    def find(self, id: UUID) -> StockMovementRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return self._caller.call(_STOCK_MOVEMENTS_FIND, {"id": id})


class AsyncStockMovementsService(AsyncService):
    """Movements of stock."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> AsyncPages[StockMovementRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_STOCK_MOVEMENTS_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    async def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._caller.call(_STOCK_MOVEMENTS_COUNT, {"filter": filter})

    async def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._report(_STOCK_MOVEMENTS_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, StockMovementFields)

    async def get(self, id: UUID) -> StockMovementRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return await self._caller.call(_STOCK_MOVEMENTS_GET, {"id": id})

    async def find(self, id: UUID) -> StockMovementRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return await self._caller.call(_STOCK_MOVEMENTS_FIND, {"id": id})


class StockPoolsService(Service):
    """Quantity and value of each product."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> Pages[StockPoolRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_STOCK_POOLS_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._caller.call(_STOCK_POOLS_COUNT, {"filter": filter})

    def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._report(_STOCK_POOLS_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, StockPoolFields)


class AsyncStockPoolsService(AsyncService):
    """Quantity and value of each product."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> AsyncPages[StockPoolRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_STOCK_POOLS_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    async def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._caller.call(_STOCK_POOLS_COUNT, {"filter": filter})

    async def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._report(_STOCK_POOLS_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, StockPoolFields)


class StockBalancesService(Service):
    """Quantity of each product in each warehouse."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> Pages[StockBalanceRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_STOCK_BALANCES_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._caller.call(_STOCK_BALANCES_COUNT, {"filter": filter})

    def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._report(_STOCK_BALANCES_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, StockBalanceFields)


class AsyncStockBalancesService(AsyncService):
    """Quantity of each product in each warehouse."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> AsyncPages[StockBalanceRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_STOCK_BALANCES_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    async def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._caller.call(_STOCK_BALANCES_COUNT, {"filter": filter})

    async def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._report(_STOCK_BALANCES_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, StockBalanceFields)


class StockLotsService(Service):
    """Lots and serials."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> Pages[StockLotRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_STOCK_LOTS_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._caller.call(_STOCK_LOTS_COUNT, {"filter": filter})

    def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._report(_STOCK_LOTS_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, StockLotFields)


class AsyncStockLotsService(AsyncService):
    """Lots and serials."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> AsyncPages[StockLotRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_STOCK_LOTS_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    async def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._caller.call(_STOCK_LOTS_COUNT, {"filter": filter})

    async def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._report(_STOCK_LOTS_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, StockLotFields)


class LotBalancesService(Service):
    """Quantity of each lot in each warehouse."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> Pages[LotBalanceRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_LOT_BALANCES_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._caller.call(_LOT_BALANCES_COUNT, {"filter": filter})

    def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._report(_LOT_BALANCES_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, LotBalanceFields)


class AsyncLotBalancesService(AsyncService):
    """Quantity of each lot in each warehouse."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> AsyncPages[LotBalanceRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_LOT_BALANCES_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    async def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._caller.call(_LOT_BALANCES_COUNT, {"filter": filter})

    async def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._report(_LOT_BALANCES_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, LotBalanceFields)


class CostVariancesService(Service):
    """Differences between what was paid and what stock became worth."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> Pages[CostVarianceRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_COST_VARIANCES_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._caller.call(_COST_VARIANCES_COUNT, {"filter": filter})

    def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._report(_COST_VARIANCES_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, CostVarianceFields)

    def get(self, id: UUID) -> CostVarianceRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return self._caller.call(_COST_VARIANCES_GET, {"id": id})

    def find(self, id: UUID) -> CostVarianceRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return self._caller.call(_COST_VARIANCES_FIND, {"id": id})


class AsyncCostVariancesService(AsyncService):
    """Differences between what was paid and what stock became worth."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> AsyncPages[CostVarianceRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_COST_VARIANCES_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    async def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._caller.call(_COST_VARIANCES_COUNT, {"filter": filter})

    async def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._report(_COST_VARIANCES_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, CostVarianceFields)

    async def get(self, id: UUID) -> CostVarianceRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return await self._caller.call(_COST_VARIANCES_GET, {"id": id})

    async def find(self, id: UUID) -> CostVarianceRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return await self._caller.call(_COST_VARIANCES_FIND, {"id": id})


class CostCorrectionsService(Service):
    """Later corrections of what sales lines cost."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> Pages[CostCorrectionRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_COST_CORRECTIONS_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._caller.call(_COST_CORRECTIONS_COUNT, {"filter": filter})

    def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._report(_COST_CORRECTIONS_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, CostCorrectionFields)

    def get(self, id: UUID) -> CostCorrectionRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return self._caller.call(_COST_CORRECTIONS_GET, {"id": id})

    def find(self, id: UUID) -> CostCorrectionRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return self._caller.call(_COST_CORRECTIONS_FIND, {"id": id})


class AsyncCostCorrectionsService(AsyncService):
    """Later corrections of what sales lines cost."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> AsyncPages[CostCorrectionRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_COST_CORRECTIONS_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    async def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._caller.call(_COST_CORRECTIONS_COUNT, {"filter": filter})

    async def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._report(_COST_CORRECTIONS_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, CostCorrectionFields)

    async def get(self, id: UUID) -> CostCorrectionRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return await self._caller.call(_COST_CORRECTIONS_GET, {"id": id})

    async def find(self, id: UUID) -> CostCorrectionRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return await self._caller.call(_COST_CORRECTIONS_FIND, {"id": id})


class OpenItemsService(Service):
    """Receivables and credits."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> Pages[OpenItemRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_OPEN_ITEMS_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._caller.call(_OPEN_ITEMS_COUNT, {"filter": filter})

    def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._report(_OPEN_ITEMS_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, OpenItemFields)

    def get(self, id: UUID) -> OpenItemRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return self._caller.call(_OPEN_ITEMS_GET, {"id": id})

    def find(self, id: UUID) -> OpenItemRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return self._caller.call(_OPEN_ITEMS_FIND, {"id": id})


class AsyncOpenItemsService(AsyncService):
    """Receivables and credits."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> AsyncPages[OpenItemRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_OPEN_ITEMS_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    async def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._caller.call(_OPEN_ITEMS_COUNT, {"filter": filter})

    async def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._report(_OPEN_ITEMS_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, OpenItemFields)

    async def get(self, id: UUID) -> OpenItemRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return await self._caller.call(_OPEN_ITEMS_GET, {"id": id})

    async def find(self, id: UUID) -> OpenItemRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return await self._caller.call(_OPEN_ITEMS_FIND, {"id": id})


class PaymentsService(Service):
    """Payments."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> Pages[PaymentRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_PAYMENTS_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._caller.call(_PAYMENTS_COUNT, {"filter": filter})

    def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._report(_PAYMENTS_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, PaymentFields)

    def get(self, id: UUID) -> PaymentRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return self._caller.call(_PAYMENTS_GET, {"id": id})

    def find(self, id: UUID) -> PaymentRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return self._caller.call(_PAYMENTS_FIND, {"id": id})


class AsyncPaymentsService(AsyncService):
    """Payments."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> AsyncPages[PaymentRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_PAYMENTS_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    async def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._caller.call(_PAYMENTS_COUNT, {"filter": filter})

    async def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._report(_PAYMENTS_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, PaymentFields)

    async def get(self, id: UUID) -> PaymentRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return await self._caller.call(_PAYMENTS_GET, {"id": id})

    async def find(self, id: UUID) -> PaymentRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return await self._caller.call(_PAYMENTS_FIND, {"id": id})


class AdjustmentsService(Service):
    """Refunds, write-offs, cancellations and reschedulings."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> Pages[AdjustmentRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_ADJUSTMENTS_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._caller.call(_ADJUSTMENTS_COUNT, {"filter": filter})

    def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._report(_ADJUSTMENTS_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, AdjustmentFields)

    def get(self, id: UUID) -> AdjustmentRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return self._caller.call(_ADJUSTMENTS_GET, {"id": id})

    def find(self, id: UUID) -> AdjustmentRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return self._caller.call(_ADJUSTMENTS_FIND, {"id": id})


class AsyncAdjustmentsService(AsyncService):
    """Refunds, write-offs, cancellations and reschedulings."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> AsyncPages[AdjustmentRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_ADJUSTMENTS_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    async def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._caller.call(_ADJUSTMENTS_COUNT, {"filter": filter})

    async def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._report(_ADJUSTMENTS_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, AdjustmentFields)

    async def get(self, id: UUID) -> AdjustmentRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return await self._caller.call(_ADJUSTMENTS_GET, {"id": id})

    async def find(self, id: UUID) -> AdjustmentRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return await self._caller.call(_ADJUSTMENTS_FIND, {"id": id})


class AllocationsService(Service):
    """Allocations of credits to receivables."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> Pages[AllocationRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_ALLOCATIONS_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._caller.call(_ALLOCATIONS_COUNT, {"filter": filter})

    def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._report(_ALLOCATIONS_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, AllocationFields)

    def get(self, id: UUID) -> AllocationRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return self._caller.call(_ALLOCATIONS_GET, {"id": id})

    def find(self, id: UUID) -> AllocationRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return self._caller.call(_ALLOCATIONS_FIND, {"id": id})


class AsyncAllocationsService(AsyncService):
    """Allocations of credits to receivables."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> AsyncPages[AllocationRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_ALLOCATIONS_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    async def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._caller.call(_ALLOCATIONS_COUNT, {"filter": filter})

    async def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._report(_ALLOCATIONS_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, AllocationFields)

    async def get(self, id: UUID) -> AllocationRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return await self._caller.call(_ALLOCATIONS_GET, {"id": id})

    async def find(self, id: UUID) -> AllocationRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return await self._caller.call(_ALLOCATIONS_FIND, {"id": id})


class AuditService(Service):
    """The audit trail."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> Pages[AuditEntryRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_AUDIT_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._caller.call(_AUDIT_COUNT, {"filter": filter})

    def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._report(_AUDIT_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, AuditEntryFields)

    def get(self, id: UUID) -> AuditEntryRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return self._caller.call(_AUDIT_GET, {"id": id})

    def find(self, id: UUID) -> AuditEntryRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return self._caller.call(_AUDIT_FIND, {"id": id})


class AsyncAuditService(AsyncService):
    """The audit trail."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> AsyncPages[AuditEntryRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_AUDIT_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    async def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._caller.call(_AUDIT_COUNT, {"filter": filter})

    async def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._report(_AUDIT_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, AuditEntryFields)

    async def get(self, id: UUID) -> AuditEntryRecord:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """
        return await self._caller.call(_AUDIT_GET, {"id": id})

    async def find(self, id: UUID) -> AuditEntryRecord | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """
        return await self._caller.call(_AUDIT_FIND, {"id": id})


class FeedService(Service):
    """The change feed, in the order of commits."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> Pages[FeedEntryRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_FEED_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._caller.call(_FEED_COUNT, {"filter": filter})

    def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return self._report(_FEED_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, FeedEntryFields)


class AsyncFeedService(AsyncService):
    """The change feed, in the order of commits."""

    __slots__ = ()

    def list(
        self,
        filter: Filter | Mapping[str, Any] | None = None,
        *,
        sort: Sequence[str | Field[Any]] | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> AsyncPages[FeedEntryRecord]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """
        return self._pages(_FEED_LIST, {"filter": filter, "sort": sort, "limit": limit}, after, page_size)

    async def count(self, filter: Filter | Mapping[str, Any] | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._caller.call(_FEED_COUNT, {"filter": filter})

    async def report(
        self,
        by: Sequence[str | Field[Any]] | None = None,
        *,
        by_month: str | Field[Any] | None = None,
        sum: Sequence[str | Field[Any]] | None = None,
        filter: Filter | Mapping[str, Any] | None = None,
    ) -> builtins.list[builtins.dict[str, Any]]:
        """Groups, their counts and sums: a row holds the groups, the count, the sums.

        by: Fields to group by, after the month if there is one.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """
        return await self._report(_FEED_REPORT, {"by": by, "by_month": by_month, "sum": sum, "filter": filter}, FeedEntryFields)


class CompanyService(Service):
    """The own company on a day."""

    __slots__ = ()

    def profile_on(self, day: datetime.date) -> CompanyProfileRecord | None:
        """The profile in force on a day."""
        return self._caller.call(_COMPANY_PROFILE_ON, {"day": day})

    def policy_on(self, day: datetime.date) -> TaxPolicy:
        """How money and tax are calculated on a day."""
        return self._caller.call(_COMPANY_POLICY_ON, {"day": day})

    def update(self, record: CompanyRecord, *, custom: Mapping[str, Any] | None = None) -> CompanyRecord:
        """Changes a record; refused if somebody else changed it since it was read.

        record: The record as it was read, with what is to change; fields that it leaves out stay as they are.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return self._caller.call(_COMPANY_UPDATE, {"record": record, "custom": custom})

    def patch(self, id: UUID, *changes: Change, version: int | None = None, custom: Mapping[str, Any] | None = None) -> CompanyRecord:
        """Changes the fields that are given of a record, and no others.

        id: Id of the record.
        changes: The fields, each with its value; the others stay as they are.
        version: The version that the record must still have; any, if nothing is said.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return self._caller.call(_COMPANY_PATCH, {"id": id, "changes": changes, "version": version, "custom": custom})


class AsyncCompanyService(AsyncService):
    """The own company on a day."""

    __slots__ = ()

    async def profile_on(self, day: datetime.date) -> CompanyProfileRecord | None:
        """The profile in force on a day."""
        return await self._caller.call(_COMPANY_PROFILE_ON, {"day": day})

    async def policy_on(self, day: datetime.date) -> TaxPolicy:
        """How money and tax are calculated on a day."""
        return await self._caller.call(_COMPANY_POLICY_ON, {"day": day})

    async def update(self, record: CompanyRecord, *, custom: Mapping[str, Any] | None = None) -> CompanyRecord:
        """Changes a record; refused if somebody else changed it since it was read.

        record: The record as it was read, with what is to change; fields that it leaves out stay as they are.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return await self._caller.call(_COMPANY_UPDATE, {"record": record, "custom": custom})

    async def patch(
        self,
        id: UUID,
        *changes: Change,
        version: int | None = None,
        custom: Mapping[str, Any] | None = None,
    ) -> CompanyRecord:
        """Changes the fields that are given of a record, and no others.

        id: Id of the record.
        changes: The fields, each with its value; the others stay as they are.
        version: The version that the record must still have; any, if nothing is said.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """
        return await self._caller.call(_COMPANY_PATCH, {"id": id, "changes": changes, "version": version, "custom": custom})


class DictionaryService(Service):
    """The data dictionary."""

    __slots__ = ()

    def merge(self, from_: UUID, into: UUID) -> Merged:
        """Puts one entry in the place of another, wherever that is used, and deletes that."""
        return self._caller.call(_DICTIONARY_MERGE, {"from": from_, "into": into})


class AsyncDictionaryService(AsyncService):
    """The data dictionary."""

    __slots__ = ()

    async def merge(self, from_: UUID, into: UUID) -> Merged:
        """Puts one entry in the place of another, wherever that is used, and deletes that."""
        return await self._caller.call(_DICTIONARY_MERGE, {"from": from_, "into": into})


class PricingService(Service):
    """Prices, what was paid before, and the policy of prices."""

    __slots__ = ()

    def price(self, day: datetime.date, line: PriceLine, *, customer_id: UUID | None = None, currency: str | None = None) -> Priced | None:
        """The price of a product for a customer on a day, and why; nothing if no list and no agreement has one."""
        return self._caller.call(_PRICING_PRICE, {"customer_id": customer_id, "day": day, "currency": currency, "line": line})

    def price_all(
        self,
        day: datetime.date,
        lines: Sequence[PriceLine],
        *,
        customer_id: UUID | None = None,
        currency: str | None = None,
    ) -> list[Priced | None]:
        """The prices of several products, as of one document."""
        return self._caller.call(_PRICING_PRICE_ALL, {"customer_id": customer_id, "day": day, "currency": currency, "lines": lines})

    def settings(self) -> PriceSettings:
        """The policy of prices."""
        return self._caller.call(_PRICING_SETTINGS, {})

    def set_settings(self, settings: PriceSettings) -> None:
        """Sets the policy of prices."""
        self._caller.call(_PRICING_SET_SETTINGS, {"settings": settings})

    def price_history(self, customer_id: UUID, product_id: UUID, lines: int) -> list[PastPrice]:
        """The last lines of a product that were delivered to a customer, the latest first."""
        return self._caller.call(_PRICING_PRICE_HISTORY, {"customer_id": customer_id, "product_id": product_id, "lines": lines})

    def usual_basket(self, customer_id: UUID, since: datetime.date, as_of: datetime.date) -> list[BasketItem]:
        """What a customer usually takes, by deliveries from one day to another."""
        return self._caller.call(_PRICING_USUAL_BASKET, {"customer_id": customer_id, "since": since, "as_of": as_of})

    def copy_last_delivery(self, customer_id: UUID) -> LastDelivery | None:
        """The last delivery of a customer, as lines for a new one."""
        return self._caller.call(_PRICING_COPY_LAST_DELIVERY, {"customer_id": customer_id})


class AsyncPricingService(AsyncService):
    """Prices, what was paid before, and the policy of prices."""

    __slots__ = ()

    async def price(
        self,
        day: datetime.date,
        line: PriceLine,
        *,
        customer_id: UUID | None = None,
        currency: str | None = None,
    ) -> Priced | None:
        """The price of a product for a customer on a day, and why; nothing if no list and no agreement has one."""
        return await self._caller.call(_PRICING_PRICE, {"customer_id": customer_id, "day": day, "currency": currency, "line": line})

    async def price_all(
        self,
        day: datetime.date,
        lines: Sequence[PriceLine],
        *,
        customer_id: UUID | None = None,
        currency: str | None = None,
    ) -> list[Priced | None]:
        """The prices of several products, as of one document."""
        return await self._caller.call(_PRICING_PRICE_ALL, {"customer_id": customer_id, "day": day, "currency": currency, "lines": lines})

    async def settings(self) -> PriceSettings:
        """The policy of prices."""
        return await self._caller.call(_PRICING_SETTINGS, {})

    async def set_settings(self, settings: PriceSettings) -> None:
        """Sets the policy of prices."""
        await self._caller.call(_PRICING_SET_SETTINGS, {"settings": settings})

    async def price_history(self, customer_id: UUID, product_id: UUID, lines: int) -> list[PastPrice]:
        """The last lines of a product that were delivered to a customer, the latest first."""
        return await self._caller.call(_PRICING_PRICE_HISTORY, {"customer_id": customer_id, "product_id": product_id, "lines": lines})

    async def usual_basket(self, customer_id: UUID, since: datetime.date, as_of: datetime.date) -> list[BasketItem]:
        """What a customer usually takes, by deliveries from one day to another."""
        return await self._caller.call(_PRICING_USUAL_BASKET, {"customer_id": customer_id, "since": since, "as_of": as_of})

    async def copy_last_delivery(self, customer_id: UUID) -> LastDelivery | None:
        """The last delivery of a customer, as lines for a new one."""
        return await self._caller.call(_PRICING_COPY_LAST_DELIVERY, {"customer_id": customer_id})


class StockService(Service):
    """Receipts, counts, transfers, and what they cost."""

    __slots__ = ()

    def receive(self, receipt: NewReceipt) -> StockPosted:
        """Posts goods that came in."""
        return self._caller.call(_STOCK_RECEIVE, {"receipt": receipt})

    def count(self, count: NewCount) -> StockPosted:
        """Posts what a count found."""
        return self._caller.call(_STOCK_COUNT, {"count": count})

    def transfer(self, transfer: NewTransfer) -> StockPosted:
        """Moves goods from one warehouse to another."""
        return self._caller.call(_STOCK_TRANSFER, {"transfer": transfer})

    def return_to_supplier(self, supplier_return: NewSupplierReturn) -> StockPosted:
        """Sends goods back to a supplier."""
        return self._caller.call(_STOCK_RETURN_TO_SUPPLIER, {"supplier_return": supplier_return})

    def reverse(self, reversal: Reverse) -> StockPosted:
        """Undoes a document of stock."""
        return self._caller.call(_STOCK_REVERSE, {"reversal": reversal})

    def receivers_of_lot(self, product_id: UUID, lot: str) -> list[LotReceiver]:
        """Who received goods of a lot."""
        return self._caller.call(_STOCK_RECEIVERS_OF_LOT, {"product_id": product_id, "lot": lot})

    def propose_lots(self, product_id: UUID, warehouse_id: UUID, quantity: Decimal, day: datetime.date) -> list[LotProposal]:
        """Which lots to take of a product in a warehouse on a day: what expires first goes first."""
        return self._caller.call(_STOCK_PROPOSE_LOTS, {"product_id": product_id, "warehouse_id": warehouse_id, "quantity": quantity, "day": day})

    def available(self, product_id: UUID, at: datetime.datetime) -> list[Availability]:
        """What of a product is on hand, kept for orders, and available, in each warehouse."""
        return self._caller.call(_STOCK_AVAILABLE, {"product_id": product_id, "at": at})

    def revalue(self, revaluation: Revalue) -> StockPosted:
        """Gives what is on hand another value."""
        return self._caller.call(_STOCK_REVALUE, {"revaluation": revaluation})

    def set_unit_cost(self, cost: SetUnitCost) -> StockPosted:
        """Sets the unit cost of what is on hand."""
        return self._caller.call(_STOCK_SET_UNIT_COST, {"cost": cost})

    def add_cost(self, cost: AddCost) -> StockPosted:
        """Adds a cost that became known after a receipt."""
        return self._caller.call(_STOCK_ADD_COST, {"cost": cost})

    def correct_receipt_price(self, correction: CorrectPrice) -> StockPosted:
        """Corrects the price of a line of a receipt."""
        return self._caller.call(_STOCK_CORRECT_RECEIPT_PRICE, {"correction": correction})

    def correct_receipt_quantity(self, correction: CorrectQuantity) -> StockPosted:
        """Corrects the quantity of a line of a receipt."""
        return self._caller.call(_STOCK_CORRECT_RECEIPT_QUANTITY, {"correction": correction})

    def change_method(self, change: ChangeMethod) -> StockPosted:
        """Gives a product another costing method, and carries its value."""
        return self._caller.call(_STOCK_CHANGE_METHOD, {"change": change})

    def recost_preview(self, product_id: UUID, from_: datetime.date) -> RecostPreview:
        """What costing a product again would change; nothing is written."""
        return self._caller.call(_STOCK_RECOST_PREVIEW, {"product_id": product_id, "from": from_})

    def recost(self, recost: NewRecost) -> StockPosted:
        """Costs a product again in the order of days."""
        return self._caller.call(_STOCK_RECOST, {"recost": recost})


class AsyncStockService(AsyncService):
    """Receipts, counts, transfers, and what they cost."""

    __slots__ = ()

    async def receive(self, receipt: NewReceipt) -> StockPosted:
        """Posts goods that came in."""
        return await self._caller.call(_STOCK_RECEIVE, {"receipt": receipt})

    async def count(self, count: NewCount) -> StockPosted:
        """Posts what a count found."""
        return await self._caller.call(_STOCK_COUNT, {"count": count})

    async def transfer(self, transfer: NewTransfer) -> StockPosted:
        """Moves goods from one warehouse to another."""
        return await self._caller.call(_STOCK_TRANSFER, {"transfer": transfer})

    async def return_to_supplier(self, supplier_return: NewSupplierReturn) -> StockPosted:
        """Sends goods back to a supplier."""
        return await self._caller.call(_STOCK_RETURN_TO_SUPPLIER, {"supplier_return": supplier_return})

    async def reverse(self, reversal: Reverse) -> StockPosted:
        """Undoes a document of stock."""
        return await self._caller.call(_STOCK_REVERSE, {"reversal": reversal})

    async def receivers_of_lot(self, product_id: UUID, lot: str) -> list[LotReceiver]:
        """Who received goods of a lot."""
        return await self._caller.call(_STOCK_RECEIVERS_OF_LOT, {"product_id": product_id, "lot": lot})

    async def propose_lots(self, product_id: UUID, warehouse_id: UUID, quantity: Decimal, day: datetime.date) -> list[LotProposal]:
        """Which lots to take of a product in a warehouse on a day: what expires first goes first."""
        return await self._caller.call(_STOCK_PROPOSE_LOTS, {"product_id": product_id, "warehouse_id": warehouse_id, "quantity": quantity, "day": day})

    async def available(self, product_id: UUID, at: datetime.datetime) -> list[Availability]:
        """What of a product is on hand, kept for orders, and available, in each warehouse."""
        return await self._caller.call(_STOCK_AVAILABLE, {"product_id": product_id, "at": at})

    async def revalue(self, revaluation: Revalue) -> StockPosted:
        """Gives what is on hand another value."""
        return await self._caller.call(_STOCK_REVALUE, {"revaluation": revaluation})

    async def set_unit_cost(self, cost: SetUnitCost) -> StockPosted:
        """Sets the unit cost of what is on hand."""
        return await self._caller.call(_STOCK_SET_UNIT_COST, {"cost": cost})

    async def add_cost(self, cost: AddCost) -> StockPosted:
        """Adds a cost that became known after a receipt."""
        return await self._caller.call(_STOCK_ADD_COST, {"cost": cost})

    async def correct_receipt_price(self, correction: CorrectPrice) -> StockPosted:
        """Corrects the price of a line of a receipt."""
        return await self._caller.call(_STOCK_CORRECT_RECEIPT_PRICE, {"correction": correction})

    async def correct_receipt_quantity(self, correction: CorrectQuantity) -> StockPosted:
        """Corrects the quantity of a line of a receipt."""
        return await self._caller.call(_STOCK_CORRECT_RECEIPT_QUANTITY, {"correction": correction})

    async def change_method(self, change: ChangeMethod) -> StockPosted:
        """Gives a product another costing method, and carries its value."""
        return await self._caller.call(_STOCK_CHANGE_METHOD, {"change": change})

    async def recost_preview(self, product_id: UUID, from_: datetime.date) -> RecostPreview:
        """What costing a product again would change; nothing is written."""
        return await self._caller.call(_STOCK_RECOST_PREVIEW, {"product_id": product_id, "from": from_})

    async def recost(self, recost: NewRecost) -> StockPosted:
        """Costs a product again in the order of days."""
        return await self._caller.call(_STOCK_RECOST, {"recost": recost})


class QuotesService(Service):
    """Quotes in revisions, and their acceptance."""

    __slots__ = ()

    def create(self, quote: NewQuote) -> QuotePosted:
        """Makes a quote."""
        return self._caller.call(_QUOTES_CREATE, {"quote": quote})

    def revise(self, change: QuoteChange) -> QuotePosted:
        """Makes another revision of a quote."""
        return self._caller.call(_QUOTES_REVISE, {"change": change})

    def close(self, close: CloseQuote) -> None:
        """Notes that a quote was lost or withdrawn."""
        self._caller.call(_QUOTES_CLOSE, {"close": close})

    def accept(self, acceptance: Acceptance) -> OrderPosted:
        """Turns a quote into an order, whole or in part; asked twice, one order."""
        return self._caller.call(_QUOTES_ACCEPT, {"acceptance": acceptance})

    def price_changes(self, quote_id: UUID, today: datetime.date) -> list[PriceChange]:
        """Prices of a quote that are others by now."""
        return self._caller.call(_QUOTES_PRICE_CHANGES, {"quote_id": quote_id, "today": today})

    def status(self, quote_id: UUID, today: datetime.date) -> QuoteStatus:
        """A quote, its lines, what is left of each, and its orders."""
        return self._caller.call(_QUOTES_STATUS, {"quote_id": quote_id, "today": today})

    def render(self, revision_id: UUID) -> Any:
        """A revision as a document, out of its own rows."""
        return self._caller.call(_QUOTES_RENDER, {"revision_id": revision_id})


class AsyncQuotesService(AsyncService):
    """Quotes in revisions, and their acceptance."""

    __slots__ = ()

    async def create(self, quote: NewQuote) -> QuotePosted:
        """Makes a quote."""
        return await self._caller.call(_QUOTES_CREATE, {"quote": quote})

    async def revise(self, change: QuoteChange) -> QuotePosted:
        """Makes another revision of a quote."""
        return await self._caller.call(_QUOTES_REVISE, {"change": change})

    async def close(self, close: CloseQuote) -> None:
        """Notes that a quote was lost or withdrawn."""
        await self._caller.call(_QUOTES_CLOSE, {"close": close})

    async def accept(self, acceptance: Acceptance) -> OrderPosted:
        """Turns a quote into an order, whole or in part; asked twice, one order."""
        return await self._caller.call(_QUOTES_ACCEPT, {"acceptance": acceptance})

    async def price_changes(self, quote_id: UUID, today: datetime.date) -> list[PriceChange]:
        """Prices of a quote that are others by now."""
        return await self._caller.call(_QUOTES_PRICE_CHANGES, {"quote_id": quote_id, "today": today})

    async def status(self, quote_id: UUID, today: datetime.date) -> QuoteStatus:
        """A quote, its lines, what is left of each, and its orders."""
        return await self._caller.call(_QUOTES_STATUS, {"quote_id": quote_id, "today": today})

    async def render(self, revision_id: UUID) -> Any:
        """A revision as a document, out of its own rows."""
        return await self._caller.call(_QUOTES_RENDER, {"revision_id": revision_id})


class OrdersService(Service):
    """Orders, their delivery, and goods kept for them."""

    __slots__ = ()

    def create(self, order: NewOrder) -> OrderPosted:
        """Takes an order."""
        return self._caller.call(_ORDERS_CREATE, {"order": order})

    def deliver(self, delivery: OrderDelivery) -> SalesPosted:
        """Delivers an order, whole or in part."""
        return self._caller.call(_ORDERS_DELIVER, {"delivery": delivery})

    def close(self, close: CloseOrder) -> OrderClosed:
        """Completes an order short, or cancels it."""
        return self._caller.call(_ORDERS_CLOSE, {"close": close})

    def status(self, order_id: UUID) -> OrderStatus:
        """An order, its lines, and what is open."""
        return self._caller.call(_ORDERS_STATUS, {"order_id": order_id})

    def reserve(self, reservation: Reserve) -> None:
        """Keeps goods for what an order has open."""
        self._caller.call(_ORDERS_RESERVE, {"reservation": reservation})

    def release(self, release: Release) -> None:
        """Gives up what is kept for an order."""
        self._caller.call(_ORDERS_RELEASE, {"release": release})

    def render(self, order_id: UUID) -> Any:
        """An order as a document, out of its own rows."""
        return self._caller.call(_ORDERS_RENDER, {"order_id": order_id})


class AsyncOrdersService(AsyncService):
    """Orders, their delivery, and goods kept for them."""

    __slots__ = ()

    async def create(self, order: NewOrder) -> OrderPosted:
        """Takes an order."""
        return await self._caller.call(_ORDERS_CREATE, {"order": order})

    async def deliver(self, delivery: OrderDelivery) -> SalesPosted:
        """Delivers an order, whole or in part."""
        return await self._caller.call(_ORDERS_DELIVER, {"delivery": delivery})

    async def close(self, close: CloseOrder) -> OrderClosed:
        """Completes an order short, or cancels it."""
        return await self._caller.call(_ORDERS_CLOSE, {"close": close})

    async def status(self, order_id: UUID) -> OrderStatus:
        """An order, its lines, and what is open."""
        return await self._caller.call(_ORDERS_STATUS, {"order_id": order_id})

    async def reserve(self, reservation: Reserve) -> None:
        """Keeps goods for what an order has open."""
        await self._caller.call(_ORDERS_RESERVE, {"reservation": reservation})

    async def release(self, release: Release) -> None:
        """Gives up what is kept for an order."""
        await self._caller.call(_ORDERS_RELEASE, {"release": release})

    async def render(self, order_id: UUID) -> Any:
        """An order as a document, out of its own rows."""
        return await self._caller.call(_ORDERS_RENDER, {"order_id": order_id})


class SalesService(Service):
    """Deliveries, returns, credit notes, and profit."""

    __slots__ = ()

    def deliver(self, delivery: NewDelivery) -> SalesPosted:
        """Posts a delivery: stock goes out, a receivable comes."""
        return self._caller.call(_SALES_DELIVER, {"delivery": delivery})

    def take_back(self, goods: NewReturn) -> SalesPosted:
        """Takes goods back."""
        return self._caller.call(_SALES_TAKE_BACK, {"goods": goods})

    def credit(self, note: NewCreditNote) -> SalesPosted:
        """Credits without goods."""
        return self._caller.call(_SALES_CREDIT, {"note": note})

    def reverse(self, reversal: Reversal) -> SalesPosted:
        """Undoes a delivery, a return or a credit note by a document of its own."""
        return self._caller.call(_SALES_REVERSE, {"reversal": reversal})

    def copy(self, document_id: UUID, day: datetime.date) -> NewDelivery:
        """A delivery as a draft of a new one."""
        return self._caller.call(_SALES_COPY, {"document_id": document_id, "day": day})

    def render(self, document_id: UUID) -> Any:
        """A document out of its own rows."""
        return self._caller.call(_SALES_RENDER, {"document_id": document_id})

    def profit(self, by: ProfitBy, *, filter: Filter | Mapping[str, Any] | None = None) -> list[ProfitRow]:
        """Sales, cost and profit by month, customer, salesperson, product and so on; the filter is one of sales lines."""
        return self._caller.call(_SALES_PROFIT, {"by": by, "filter": filter})


class AsyncSalesService(AsyncService):
    """Deliveries, returns, credit notes, and profit."""

    __slots__ = ()

    async def deliver(self, delivery: NewDelivery) -> SalesPosted:
        """Posts a delivery: stock goes out, a receivable comes."""
        return await self._caller.call(_SALES_DELIVER, {"delivery": delivery})

    async def take_back(self, goods: NewReturn) -> SalesPosted:
        """Takes goods back."""
        return await self._caller.call(_SALES_TAKE_BACK, {"goods": goods})

    async def credit(self, note: NewCreditNote) -> SalesPosted:
        """Credits without goods."""
        return await self._caller.call(_SALES_CREDIT, {"note": note})

    async def reverse(self, reversal: Reversal) -> SalesPosted:
        """Undoes a delivery, a return or a credit note by a document of its own."""
        return await self._caller.call(_SALES_REVERSE, {"reversal": reversal})

    async def copy(self, document_id: UUID, day: datetime.date) -> NewDelivery:
        """A delivery as a draft of a new one."""
        return await self._caller.call(_SALES_COPY, {"document_id": document_id, "day": day})

    async def render(self, document_id: UUID) -> Any:
        """A document out of its own rows."""
        return await self._caller.call(_SALES_RENDER, {"document_id": document_id})

    async def profit(self, by: ProfitBy, *, filter: Filter | Mapping[str, Any] | None = None) -> list[ProfitRow]:
        """Sales, cost and profit by month, customer, salesperson, product and so on; the filter is one of sales lines."""
        return await self._caller.call(_SALES_PROFIT, {"by": by, "filter": filter})


class ReceivablesService(Service):
    """Payments, what is owed, and statements of account."""

    __slots__ = ()

    def record_payment(self, payment: NewPayment) -> PaymentPosted:
        """Posts a payment, and sets it against receivables as asked."""
        return self._caller.call(_RECEIVABLES_RECORD_PAYMENT, {"payment": payment})

    def allocate(self, allocation: NewAllocation) -> None:
        """Sets a credit against a receivable."""
        self._caller.call(_RECEIVABLES_ALLOCATE, {"allocation": allocation})

    def allocate_credit(self, allocation: NewCreditAllocation) -> Money | None:
        """Sets a credit against receivables as asked, and tells how much."""
        return self._caller.call(_RECEIVABLES_ALLOCATE_CREDIT, {"allocation": allocation})

    def deallocate(self, deallocation: Deallocation) -> None:
        """Takes an allocation back."""
        self._caller.call(_RECEIVABLES_DEALLOCATE, {"deallocation": deallocation})

    def refund(self, refund: NewRefund) -> AdjustmentPosted:
        """Pays a credit back."""
        return self._caller.call(_RECEIVABLES_REFUND, {"refund": refund})

    def write_off(self, write_off: NewWriteOff) -> AdjustmentPosted:
        """Writes off what is left of a receivable or credit."""
        return self._caller.call(_RECEIVABLES_WRITE_OFF, {"write_off": write_off})

    def cancel_payment(self, cancellation: PaymentCancellation) -> AdjustmentPosted:
        """Cancels a payment that bounced."""
        return self._caller.call(_RECEIVABLES_CANCEL_PAYMENT, {"cancellation": cancellation})

    def cancel_adjustment(self, cancellation: AdjustmentCancellation) -> AdjustmentPosted:
        """Cancels a refund, a write-off or another adjustment."""
        return self._caller.call(_RECEIVABLES_CANCEL_ADJUSTMENT, {"cancellation": cancellation})

    def cancel_opening(self, cancellation: OpeningCancellation) -> AdjustmentPosted:
        """Cancels what was brought in as open from the books kept before, so that it may be brought in again."""
        return self._caller.call(_RECEIVABLES_CANCEL_OPENING, {"cancellation": cancellation})

    def reschedule(self, rescheduling: Rescheduling) -> AdjustmentPosted:
        """Gives what is open of a document other due days."""
        return self._caller.call(_RECEIVABLES_RESCHEDULE, {"rescheduling": rescheduling})

    def free_prepayments(self, freed: FreedPrepayments) -> Money | None:
        """Frees what was paid ahead for an order, and tells how much."""
        return self._caller.call(_RECEIVABLES_FREE_PREPAYMENTS, {"freed": freed})

    def ageing(self, query: AgeingQuery) -> Ageing:
        """What was owed on a day, in buckets of days past due."""
        return self._caller.call(_RECEIVABLES_AGEING, {"query": query})

    def ageing_by(self, by: AgeingBy, query: AgeingQuery) -> list[AgeingRow]:
        """The same, a row for each customer, payer or salesperson."""
        return self._caller.call(_RECEIVABLES_AGEING_BY, {"by": by, "query": query})

    def aged_items(self, query: AgeingQuery) -> list[AgedItem]:
        """The items behind an ageing."""
        return self._caller.call(_RECEIVABLES_AGED_ITEMS, {"query": query})

    def balance(self, customer_id: UUID, as_of: datetime.date, currency: str) -> Money:
        """What a customer owed on a day, credits deducted."""
        return self._caller.call(_RECEIVABLES_BALANCE, {"customer_id": customer_id, "as_of": as_of, "currency": currency})

    def statement(self, of: AccountOf, from_: datetime.date, to: datetime.date, currency: str) -> Statement:
        """The statement of account from one day to another."""
        return self._caller.call(_RECEIVABLES_STATEMENT, {"of": of, "from": from_, "to": to, "currency": currency})

    def credit_state(self, customer_id: UUID, day: datetime.date) -> CreditState:
        """A customer's limit, and what counts against it."""
        return self._caller.call(_RECEIVABLES_CREDIT_STATE, {"customer_id": customer_id, "day": day})

    def figures(self, of: AccountOf, as_of: datetime.date, currency: str) -> AccountFigures:
        """What is owed, overdue and in credit."""
        return self._caller.call(_RECEIVABLES_FIGURES, {"of": of, "as_of": as_of, "currency": currency})

    def document_status(self, document_id: UUID, as_of: datetime.date) -> Settled | None:
        """How far a document is paid."""
        return self._caller.call(_RECEIVABLES_DOCUMENT_STATUS, {"document_id": document_id, "as_of": as_of})

    def order_status(self, customer_id: UUID, order_id: UUID, total: Money, as_of: datetime.date) -> Settled:
        """How far an order is paid, by its prepayments and its deliveries."""
        return self._caller.call(_RECEIVABLES_ORDER_STATUS, {"customer_id": customer_id, "order_id": order_id, "total": total, "as_of": as_of})

    def reminders(self, query: AgeingQuery, levels: Sequence[int]) -> list[Reminder]:
        """Receivables that a reminder is due for, with the level."""
        return self._caller.call(_RECEIVABLES_REMINDERS, {"query": query, "levels": levels})


class AsyncReceivablesService(AsyncService):
    """Payments, what is owed, and statements of account."""

    __slots__ = ()

    async def record_payment(self, payment: NewPayment) -> PaymentPosted:
        """Posts a payment, and sets it against receivables as asked."""
        return await self._caller.call(_RECEIVABLES_RECORD_PAYMENT, {"payment": payment})

    async def allocate(self, allocation: NewAllocation) -> None:
        """Sets a credit against a receivable."""
        await self._caller.call(_RECEIVABLES_ALLOCATE, {"allocation": allocation})

    async def allocate_credit(self, allocation: NewCreditAllocation) -> Money | None:
        """Sets a credit against receivables as asked, and tells how much."""
        return await self._caller.call(_RECEIVABLES_ALLOCATE_CREDIT, {"allocation": allocation})

    async def deallocate(self, deallocation: Deallocation) -> None:
        """Takes an allocation back."""
        await self._caller.call(_RECEIVABLES_DEALLOCATE, {"deallocation": deallocation})

    async def refund(self, refund: NewRefund) -> AdjustmentPosted:
        """Pays a credit back."""
        return await self._caller.call(_RECEIVABLES_REFUND, {"refund": refund})

    async def write_off(self, write_off: NewWriteOff) -> AdjustmentPosted:
        """Writes off what is left of a receivable or credit."""
        return await self._caller.call(_RECEIVABLES_WRITE_OFF, {"write_off": write_off})

    async def cancel_payment(self, cancellation: PaymentCancellation) -> AdjustmentPosted:
        """Cancels a payment that bounced."""
        return await self._caller.call(_RECEIVABLES_CANCEL_PAYMENT, {"cancellation": cancellation})

    async def cancel_adjustment(self, cancellation: AdjustmentCancellation) -> AdjustmentPosted:
        """Cancels a refund, a write-off or another adjustment."""
        return await self._caller.call(_RECEIVABLES_CANCEL_ADJUSTMENT, {"cancellation": cancellation})

    async def cancel_opening(self, cancellation: OpeningCancellation) -> AdjustmentPosted:
        """Cancels what was brought in as open from the books kept before, so that it may be brought in again."""
        return await self._caller.call(_RECEIVABLES_CANCEL_OPENING, {"cancellation": cancellation})

    async def reschedule(self, rescheduling: Rescheduling) -> AdjustmentPosted:
        """Gives what is open of a document other due days."""
        return await self._caller.call(_RECEIVABLES_RESCHEDULE, {"rescheduling": rescheduling})

    async def free_prepayments(self, freed: FreedPrepayments) -> Money | None:
        """Frees what was paid ahead for an order, and tells how much."""
        return await self._caller.call(_RECEIVABLES_FREE_PREPAYMENTS, {"freed": freed})

    async def ageing(self, query: AgeingQuery) -> Ageing:
        """What was owed on a day, in buckets of days past due."""
        return await self._caller.call(_RECEIVABLES_AGEING, {"query": query})

    async def ageing_by(self, by: AgeingBy, query: AgeingQuery) -> list[AgeingRow]:
        """The same, a row for each customer, payer or salesperson."""
        return await self._caller.call(_RECEIVABLES_AGEING_BY, {"by": by, "query": query})

    async def aged_items(self, query: AgeingQuery) -> list[AgedItem]:
        """The items behind an ageing."""
        return await self._caller.call(_RECEIVABLES_AGED_ITEMS, {"query": query})

    async def balance(self, customer_id: UUID, as_of: datetime.date, currency: str) -> Money:
        """What a customer owed on a day, credits deducted."""
        return await self._caller.call(_RECEIVABLES_BALANCE, {"customer_id": customer_id, "as_of": as_of, "currency": currency})

    async def statement(self, of: AccountOf, from_: datetime.date, to: datetime.date, currency: str) -> Statement:
        """The statement of account from one day to another."""
        return await self._caller.call(_RECEIVABLES_STATEMENT, {"of": of, "from": from_, "to": to, "currency": currency})

    async def credit_state(self, customer_id: UUID, day: datetime.date) -> CreditState:
        """A customer's limit, and what counts against it."""
        return await self._caller.call(_RECEIVABLES_CREDIT_STATE, {"customer_id": customer_id, "day": day})

    async def figures(self, of: AccountOf, as_of: datetime.date, currency: str) -> AccountFigures:
        """What is owed, overdue and in credit."""
        return await self._caller.call(_RECEIVABLES_FIGURES, {"of": of, "as_of": as_of, "currency": currency})

    async def document_status(self, document_id: UUID, as_of: datetime.date) -> Settled | None:
        """How far a document is paid."""
        return await self._caller.call(_RECEIVABLES_DOCUMENT_STATUS, {"document_id": document_id, "as_of": as_of})

    async def order_status(self, customer_id: UUID, order_id: UUID, total: Money, as_of: datetime.date) -> Settled:
        """How far an order is paid, by its prepayments and its deliveries."""
        return await self._caller.call(_RECEIVABLES_ORDER_STATUS, {"customer_id": customer_id, "order_id": order_id, "total": total, "as_of": as_of})

    async def reminders(self, query: AgeingQuery, levels: Sequence[int]) -> list[Reminder]:
        """Receivables that a reminder is due for, with the level."""
        return await self._caller.call(_RECEIVABLES_REMINDERS, {"query": query, "levels": levels})


class OpeningService(Service):
    """Opening balances out of workbooks."""

    __slots__ = ()

    def apply_workbook(
        self,
        workbook: FileSource,
        options: OpeningOptions,
        *,
        reading: ReadingOptions | None = None,
        language: str | None = None,
    ) -> OpeningReport:
        """Checks an opening workbook, or applies it, all in one act. Problems of rows are no error: they stand in the report, with
        their reasons in a language (`en`, `es` or `zh`; English if none is said), and so does what each sheet and column was taken
        for, and what was left out.
        """
        return self._caller.call(_OPENING_APPLY_WORKBOOK, {"workbook": workbook, "options": options, "reading": reading, "language": language})

    def examine_workbook(
        self,
        workbook: FileSource,
        *,
        reading: ReadingOptions | None = None,
        language: str | None = None,
    ) -> WorkbookPlan:
        """Looks through an opening workbook, and says what would be read of it and what would not, and why, in a language (English if
        none is said). Its options can be corrected, kept, and given to the next file of the same kind.
        """
        return self._caller.call(_OPENING_EXAMINE_WORKBOOK, {"workbook": workbook, "reading": reading, "language": language})

    def annotate_workbook(
        self,
        workbook: FileSource,
        options: OpeningOptions,
        language: str,
        to: FilePath,
        *,
        overwrite: bool | None = None,
        reading: ReadingOptions | None = None,
    ) -> OpeningReport:
        """Checks an opening workbook, applies nothing, and writes a copy of it with every problem at its row: the caller's own .xlsx
        with marks, a text file with a column of problems (an .xlsx if `to` says so), of other formats an .xlsx. A file that is
        there already is overwritten only if that is said; a link never is.
        """
        return self._caller.call(_OPENING_ANNOTATE_WORKBOOK, {"workbook": workbook, "options": options, "language": language, "to": to, "overwrite": overwrite, "reading": reading})

    def annotated_workbook(
        self,
        workbook: FileSource,
        options: OpeningOptions,
        language: str,
        *,
        reading: ReadingOptions | None = None,
        as_xlsx: bool | None = None,
    ) -> AnnotatedWorkbook:
        """Checks an opening workbook, applies nothing, and hands back a copy of it with every problem at its row, as
        `annotate_workbook` writes it.
        """
        return self._caller.call(_OPENING_ANNOTATED_WORKBOOK, {"workbook": workbook, "options": options, "language": language, "reading": reading, "as_xlsx": as_xlsx})

    def write_template(
        self,
        to: FilePath,
        language: str,
        *,
        tax_codes: Sequence[str] | None = None,
        customer_groups: Sequence[str] | None = None,
        product_groups: Sequence[str] | None = None,
        warehouses: Sequence[str] | None = None,
        overwrite: bool | None = None,
    ) -> None:
        """Writes an opening workbook to be filled in, as .xlsx. It needs the right to import. A file that is there already is
        overwritten only if that is said; a link never is.
        """
        self._caller.call(_OPENING_WRITE_TEMPLATE, {"to": to, "language": language, "tax_codes": tax_codes, "customer_groups": customer_groups, "product_groups": product_groups, "warehouses": warehouses, "overwrite": overwrite})

    def template(
        self,
        language: str,
        *,
        tax_codes: Sequence[str] | None = None,
        customer_groups: Sequence[str] | None = None,
        product_groups: Sequence[str] | None = None,
        warehouses: Sequence[str] | None = None,
    ) -> bytes:
        """Hands back an opening workbook to be filled in, as .xlsx. It needs the right to import."""
        return self._caller.call(_OPENING_TEMPLATE, {"language": language, "tax_codes": tax_codes, "customer_groups": customer_groups, "product_groups": product_groups, "warehouses": warehouses})


class AsyncOpeningService(AsyncService):
    """Opening balances out of workbooks."""

    __slots__ = ()

    async def apply_workbook(
        self,
        workbook: FileSource,
        options: OpeningOptions,
        *,
        reading: ReadingOptions | None = None,
        language: str | None = None,
    ) -> OpeningReport:
        """Checks an opening workbook, or applies it, all in one act. Problems of rows are no error: they stand in the report, with
        their reasons in a language (`en`, `es` or `zh`; English if none is said), and so does what each sheet and column was taken
        for, and what was left out.
        """
        return await self._caller.call(_OPENING_APPLY_WORKBOOK, {"workbook": workbook, "options": options, "reading": reading, "language": language})

    async def examine_workbook(
        self,
        workbook: FileSource,
        *,
        reading: ReadingOptions | None = None,
        language: str | None = None,
    ) -> WorkbookPlan:
        """Looks through an opening workbook, and says what would be read of it and what would not, and why, in a language (English if
        none is said). Its options can be corrected, kept, and given to the next file of the same kind.
        """
        return await self._caller.call(_OPENING_EXAMINE_WORKBOOK, {"workbook": workbook, "reading": reading, "language": language})

    async def annotate_workbook(
        self,
        workbook: FileSource,
        options: OpeningOptions,
        language: str,
        to: FilePath,
        *,
        overwrite: bool | None = None,
        reading: ReadingOptions | None = None,
    ) -> OpeningReport:
        """Checks an opening workbook, applies nothing, and writes a copy of it with every problem at its row: the caller's own .xlsx
        with marks, a text file with a column of problems (an .xlsx if `to` says so), of other formats an .xlsx. A file that is
        there already is overwritten only if that is said; a link never is.
        """
        return await self._caller.call(_OPENING_ANNOTATE_WORKBOOK, {"workbook": workbook, "options": options, "language": language, "to": to, "overwrite": overwrite, "reading": reading})

    async def annotated_workbook(
        self,
        workbook: FileSource,
        options: OpeningOptions,
        language: str,
        *,
        reading: ReadingOptions | None = None,
        as_xlsx: bool | None = None,
    ) -> AnnotatedWorkbook:
        """Checks an opening workbook, applies nothing, and hands back a copy of it with every problem at its row, as
        `annotate_workbook` writes it.
        """
        return await self._caller.call(_OPENING_ANNOTATED_WORKBOOK, {"workbook": workbook, "options": options, "language": language, "reading": reading, "as_xlsx": as_xlsx})

    async def write_template(
        self,
        to: FilePath,
        language: str,
        *,
        tax_codes: Sequence[str] | None = None,
        customer_groups: Sequence[str] | None = None,
        product_groups: Sequence[str] | None = None,
        warehouses: Sequence[str] | None = None,
        overwrite: bool | None = None,
    ) -> None:
        """Writes an opening workbook to be filled in, as .xlsx. It needs the right to import. A file that is there already is
        overwritten only if that is said; a link never is.
        """
        await self._caller.call(_OPENING_WRITE_TEMPLATE, {"to": to, "language": language, "tax_codes": tax_codes, "customer_groups": customer_groups, "product_groups": product_groups, "warehouses": warehouses, "overwrite": overwrite})

    async def template(
        self,
        language: str,
        *,
        tax_codes: Sequence[str] | None = None,
        customer_groups: Sequence[str] | None = None,
        product_groups: Sequence[str] | None = None,
        warehouses: Sequence[str] | None = None,
    ) -> bytes:
        """Hands back an opening workbook to be filled in, as .xlsx. It needs the right to import."""
        return await self._caller.call(_OPENING_TEMPLATE, {"language": language, "tax_codes": tax_codes, "customer_groups": customer_groups, "product_groups": product_groups, "warehouses": warehouses})


class Session(SessionBase):
    """An operator who acts in a company. What can be done stands in its services."""

    __slots__ = ()

    def verify(self) -> Verified:
        """Recomputes the books from the ledgers; an error if anything differs."""
        return self._caller.call(_SESSION_VERIFY, {})

    @property
    def companies(self) -> CompaniesService:
        """The own company as it is stored."""
        return CompaniesService(self._caller)

    @property
    def customers(self) -> CustomersService:
        """Customers."""
        return CustomersService(self._caller)

    @property
    def customer_groups(self) -> CustomerGroupsService:
        """The trees of customer groups."""
        return CustomerGroupsService(self._caller)

    @property
    def customer_group_members(self) -> CustomerGroupMembersService:
        """Memberships of customers in groups, their main group apart."""
        return CustomerGroupMembersService(self._caller)

    @property
    def contacts(self) -> ContactsService:
        """People at customers."""
        return ContactsService(self._caller)

    @property
    def contact_points(self) -> ContactPointsService:
        """Ways to reach customers and contacts."""
        return ContactPointsService(self._caller)

    @property
    def customer_addresses(self) -> CustomerAddressesService:
        """Places of customers."""
        return CustomerAddressesService(self._caller)

    @property
    def dictionary_entries(self) -> DictionaryEntriesService:
        """Entries of the data dictionary."""
        return DictionaryEntriesService(self._caller)

    @property
    def custom_fields(self) -> CustomFieldsService:
        """Fields that the host declares."""
        return CustomFieldsService(self._caller)

    @property
    def company_profiles(self) -> CompanyProfilesService:
        """What the own company is called, and calculates by, from a day on."""
        return CompanyProfilesService(self._caller)

    @property
    def products(self) -> ProductsService:
        """Products and services."""
        return ProductsService(self._caller)

    @property
    def product_groups(self) -> ProductGroupsService:
        """The tree of product groups."""
        return ProductGroupsService(self._caller)

    @property
    def product_units(self) -> ProductUnitsService:
        """Units that products are also counted in."""
        return ProductUnitsService(self._caller)

    @property
    def product_codes(self) -> ProductCodesService:
        """Codes that products are also known by."""
        return ProductCodesService(self._caller)

    @property
    def kit_components(self) -> KitComponentsService:
        """Parts of kits."""
        return KitComponentsService(self._caller)

    @property
    def price_lists(self) -> PriceListsService:
        """Price lists."""
        return PriceListsService(self._caller)

    @property
    def price_list_items(self) -> PriceListItemsService:
        """Prices on lists."""
        return PriceListItemsService(self._caller)

    @property
    def customer_prices(self) -> CustomerPricesService:
        """Prices agreed with customers."""
        return CustomerPricesService(self._caller)

    @property
    def warehouses(self) -> WarehousesService:
        """Warehouses."""
        return WarehousesService(self._caller)

    @property
    def tax_rates(self) -> TaxRatesService:
        """Tax rates."""
        return TaxRatesService(self._caller)

    @property
    def product_costs(self) -> ProductCostsService:
        """Specified unit costs."""
        return ProductCostsService(self._caller)

    @property
    def roles(self) -> RolesService:
        """Roles."""
        return RolesService(self._caller)

    @property
    def operators(self) -> OperatorsService:
        """Operators."""
        return OperatorsService(self._caller)

    @property
    def quote_records(self) -> QuoteRecordsService:
        """Quotes, each through all its revisions."""
        return QuoteRecordsService(self._caller)

    @property
    def quote_revisions(self) -> QuoteRevisionsService:
        """Revisions of quotes."""
        return QuoteRevisionsService(self._caller)

    @property
    def quote_lines(self) -> QuoteLinesService:
        """Lines of revisions of quotes."""
        return QuoteLinesService(self._caller)

    @property
    def order_records(self) -> OrderRecordsService:
        """Sales orders."""
        return OrderRecordsService(self._caller)

    @property
    def order_lines(self) -> OrderLinesService:
        """Lines of sales orders."""
        return OrderLinesService(self._caller)

    @property
    def reservations(self) -> ReservationsService:
        """Goods kept for orders."""
        return ReservationsService(self._caller)

    @property
    def sales_documents(self) -> SalesDocumentsService:
        """Deliveries, returns and credit notes."""
        return SalesDocumentsService(self._caller)

    @property
    def sales_lines(self) -> SalesLinesService:
        """Lines of deliveries and returns."""
        return SalesLinesService(self._caller)

    @property
    def stock_documents(self) -> StockDocumentsService:
        """Receipts, counts and openings of stock."""
        return StockDocumentsService(self._caller)

    @property
    def stock_movements(self) -> StockMovementsService:
        """Movements of stock."""
        return StockMovementsService(self._caller)

    @property
    def stock_pools(self) -> StockPoolsService:
        """Quantity and value of each product."""
        return StockPoolsService(self._caller)

    @property
    def stock_balances(self) -> StockBalancesService:
        """Quantity of each product in each warehouse."""
        return StockBalancesService(self._caller)

    @property
    def stock_lots(self) -> StockLotsService:
        """Lots and serials."""
        return StockLotsService(self._caller)

    @property
    def lot_balances(self) -> LotBalancesService:
        """Quantity of each lot in each warehouse."""
        return LotBalancesService(self._caller)

    @property
    def cost_variances(self) -> CostVariancesService:
        """Differences between what was paid and what stock became worth."""
        return CostVariancesService(self._caller)

    @property
    def cost_corrections(self) -> CostCorrectionsService:
        """Later corrections of what sales lines cost."""
        return CostCorrectionsService(self._caller)

    @property
    def open_items(self) -> OpenItemsService:
        """Receivables and credits."""
        return OpenItemsService(self._caller)

    @property
    def payments(self) -> PaymentsService:
        """Payments."""
        return PaymentsService(self._caller)

    @property
    def adjustments(self) -> AdjustmentsService:
        """Refunds, write-offs, cancellations and reschedulings."""
        return AdjustmentsService(self._caller)

    @property
    def allocations(self) -> AllocationsService:
        """Allocations of credits to receivables."""
        return AllocationsService(self._caller)

    @property
    def audit(self) -> AuditService:
        """The audit trail."""
        return AuditService(self._caller)

    @property
    def feed(self) -> FeedService:
        """The change feed, in the order of commits."""
        return FeedService(self._caller)

    @property
    def company(self) -> CompanyService:
        """The own company on a day."""
        return CompanyService(self._caller)

    @property
    def dictionary(self) -> DictionaryService:
        """The data dictionary."""
        return DictionaryService(self._caller)

    @property
    def pricing(self) -> PricingService:
        """Prices, what was paid before, and the policy of prices."""
        return PricingService(self._caller)

    @property
    def stock(self) -> StockService:
        """Receipts, counts, transfers, and what they cost."""
        return StockService(self._caller)

    @property
    def quotes(self) -> QuotesService:
        """Quotes in revisions, and their acceptance."""
        return QuotesService(self._caller)

    @property
    def orders(self) -> OrdersService:
        """Orders, their delivery, and goods kept for them."""
        return OrdersService(self._caller)

    @property
    def sales(self) -> SalesService:
        """Deliveries, returns, credit notes, and profit."""
        return SalesService(self._caller)

    @property
    def receivables(self) -> ReceivablesService:
        """Payments, what is owed, and statements of account."""
        return ReceivablesService(self._caller)

    @property
    def opening(self) -> OpeningService:
        """Opening balances out of workbooks."""
        return OpeningService(self._caller)


class AsyncSession(AsyncSessionBase):
    """An operator who acts in a company. What can be done stands in its services."""

    __slots__ = ()

    async def verify(self) -> Verified:
        """Recomputes the books from the ledgers; an error if anything differs."""
        return await self._caller.call(_SESSION_VERIFY, {})

    @property
    def companies(self) -> AsyncCompaniesService:
        """The own company as it is stored."""
        return AsyncCompaniesService(self._caller)

    @property
    def customers(self) -> AsyncCustomersService:
        """Customers."""
        return AsyncCustomersService(self._caller)

    @property
    def customer_groups(self) -> AsyncCustomerGroupsService:
        """The trees of customer groups."""
        return AsyncCustomerGroupsService(self._caller)

    @property
    def customer_group_members(self) -> AsyncCustomerGroupMembersService:
        """Memberships of customers in groups, their main group apart."""
        return AsyncCustomerGroupMembersService(self._caller)

    @property
    def contacts(self) -> AsyncContactsService:
        """People at customers."""
        return AsyncContactsService(self._caller)

    @property
    def contact_points(self) -> AsyncContactPointsService:
        """Ways to reach customers and contacts."""
        return AsyncContactPointsService(self._caller)

    @property
    def customer_addresses(self) -> AsyncCustomerAddressesService:
        """Places of customers."""
        return AsyncCustomerAddressesService(self._caller)

    @property
    def dictionary_entries(self) -> AsyncDictionaryEntriesService:
        """Entries of the data dictionary."""
        return AsyncDictionaryEntriesService(self._caller)

    @property
    def custom_fields(self) -> AsyncCustomFieldsService:
        """Fields that the host declares."""
        return AsyncCustomFieldsService(self._caller)

    @property
    def company_profiles(self) -> AsyncCompanyProfilesService:
        """What the own company is called, and calculates by, from a day on."""
        return AsyncCompanyProfilesService(self._caller)

    @property
    def products(self) -> AsyncProductsService:
        """Products and services."""
        return AsyncProductsService(self._caller)

    @property
    def product_groups(self) -> AsyncProductGroupsService:
        """The tree of product groups."""
        return AsyncProductGroupsService(self._caller)

    @property
    def product_units(self) -> AsyncProductUnitsService:
        """Units that products are also counted in."""
        return AsyncProductUnitsService(self._caller)

    @property
    def product_codes(self) -> AsyncProductCodesService:
        """Codes that products are also known by."""
        return AsyncProductCodesService(self._caller)

    @property
    def kit_components(self) -> AsyncKitComponentsService:
        """Parts of kits."""
        return AsyncKitComponentsService(self._caller)

    @property
    def price_lists(self) -> AsyncPriceListsService:
        """Price lists."""
        return AsyncPriceListsService(self._caller)

    @property
    def price_list_items(self) -> AsyncPriceListItemsService:
        """Prices on lists."""
        return AsyncPriceListItemsService(self._caller)

    @property
    def customer_prices(self) -> AsyncCustomerPricesService:
        """Prices agreed with customers."""
        return AsyncCustomerPricesService(self._caller)

    @property
    def warehouses(self) -> AsyncWarehousesService:
        """Warehouses."""
        return AsyncWarehousesService(self._caller)

    @property
    def tax_rates(self) -> AsyncTaxRatesService:
        """Tax rates."""
        return AsyncTaxRatesService(self._caller)

    @property
    def product_costs(self) -> AsyncProductCostsService:
        """Specified unit costs."""
        return AsyncProductCostsService(self._caller)

    @property
    def roles(self) -> AsyncRolesService:
        """Roles."""
        return AsyncRolesService(self._caller)

    @property
    def operators(self) -> AsyncOperatorsService:
        """Operators."""
        return AsyncOperatorsService(self._caller)

    @property
    def quote_records(self) -> AsyncQuoteRecordsService:
        """Quotes, each through all its revisions."""
        return AsyncQuoteRecordsService(self._caller)

    @property
    def quote_revisions(self) -> AsyncQuoteRevisionsService:
        """Revisions of quotes."""
        return AsyncQuoteRevisionsService(self._caller)

    @property
    def quote_lines(self) -> AsyncQuoteLinesService:
        """Lines of revisions of quotes."""
        return AsyncQuoteLinesService(self._caller)

    @property
    def order_records(self) -> AsyncOrderRecordsService:
        """Sales orders."""
        return AsyncOrderRecordsService(self._caller)

    @property
    def order_lines(self) -> AsyncOrderLinesService:
        """Lines of sales orders."""
        return AsyncOrderLinesService(self._caller)

    @property
    def reservations(self) -> AsyncReservationsService:
        """Goods kept for orders."""
        return AsyncReservationsService(self._caller)

    @property
    def sales_documents(self) -> AsyncSalesDocumentsService:
        """Deliveries, returns and credit notes."""
        return AsyncSalesDocumentsService(self._caller)

    @property
    def sales_lines(self) -> AsyncSalesLinesService:
        """Lines of deliveries and returns."""
        return AsyncSalesLinesService(self._caller)

    @property
    def stock_documents(self) -> AsyncStockDocumentsService:
        """Receipts, counts and openings of stock."""
        return AsyncStockDocumentsService(self._caller)

    @property
    def stock_movements(self) -> AsyncStockMovementsService:
        """Movements of stock."""
        return AsyncStockMovementsService(self._caller)

    @property
    def stock_pools(self) -> AsyncStockPoolsService:
        """Quantity and value of each product."""
        return AsyncStockPoolsService(self._caller)

    @property
    def stock_balances(self) -> AsyncStockBalancesService:
        """Quantity of each product in each warehouse."""
        return AsyncStockBalancesService(self._caller)

    @property
    def stock_lots(self) -> AsyncStockLotsService:
        """Lots and serials."""
        return AsyncStockLotsService(self._caller)

    @property
    def lot_balances(self) -> AsyncLotBalancesService:
        """Quantity of each lot in each warehouse."""
        return AsyncLotBalancesService(self._caller)

    @property
    def cost_variances(self) -> AsyncCostVariancesService:
        """Differences between what was paid and what stock became worth."""
        return AsyncCostVariancesService(self._caller)

    @property
    def cost_corrections(self) -> AsyncCostCorrectionsService:
        """Later corrections of what sales lines cost."""
        return AsyncCostCorrectionsService(self._caller)

    @property
    def open_items(self) -> AsyncOpenItemsService:
        """Receivables and credits."""
        return AsyncOpenItemsService(self._caller)

    @property
    def payments(self) -> AsyncPaymentsService:
        """Payments."""
        return AsyncPaymentsService(self._caller)

    @property
    def adjustments(self) -> AsyncAdjustmentsService:
        """Refunds, write-offs, cancellations and reschedulings."""
        return AsyncAdjustmentsService(self._caller)

    @property
    def allocations(self) -> AsyncAllocationsService:
        """Allocations of credits to receivables."""
        return AsyncAllocationsService(self._caller)

    @property
    def audit(self) -> AsyncAuditService:
        """The audit trail."""
        return AsyncAuditService(self._caller)

    @property
    def feed(self) -> AsyncFeedService:
        """The change feed, in the order of commits."""
        return AsyncFeedService(self._caller)

    @property
    def company(self) -> AsyncCompanyService:
        """The own company on a day."""
        return AsyncCompanyService(self._caller)

    @property
    def dictionary(self) -> AsyncDictionaryService:
        """The data dictionary."""
        return AsyncDictionaryService(self._caller)

    @property
    def pricing(self) -> AsyncPricingService:
        """Prices, what was paid before, and the policy of prices."""
        return AsyncPricingService(self._caller)

    @property
    def stock(self) -> AsyncStockService:
        """Receipts, counts, transfers, and what they cost."""
        return AsyncStockService(self._caller)

    @property
    def quotes(self) -> AsyncQuotesService:
        """Quotes in revisions, and their acceptance."""
        return AsyncQuotesService(self._caller)

    @property
    def orders(self) -> AsyncOrdersService:
        """Orders, their delivery, and goods kept for them."""
        return AsyncOrdersService(self._caller)

    @property
    def sales(self) -> AsyncSalesService:
        """Deliveries, returns, credit notes, and profit."""
        return AsyncSalesService(self._caller)

    @property
    def receivables(self) -> AsyncReceivablesService:
        """Payments, what is owed, and statements of account."""
        return AsyncReceivablesService(self._caller)

    @property
    def opening(self) -> AsyncOpeningService:
        """Opening balances out of workbooks."""
        return AsyncOpeningService(self._caller)


class Crm(CrmBase):
    """An open library; `with` closes it in the end."""

    __slots__ = ()

    def migrate(self) -> list[str]:
        """Brings the schema up to date, and names the steps that were missing."""
        return self._caller.call(_CRM_MIGRATE, {})

    def missing_steps(self) -> list[str]:
        """The steps of the schema that are missing; nothing is changed."""
        return self._caller.call(_CRM_MISSING_STEPS, {})

    def create_company(self, name: str, currency: str, operator: Operator, *, money_step: Decimal | None = None) -> CompanyCreated:
        """Creates a company with the preset roles and its first operator; its amounts are rounded to a step of money, that of the
        currency if none is given.
        """
        return self._caller.call(_CRM_CREATE_COMPANY, {"name": name, "currency": currency, "operator": operator, "money_step": money_step})

    def act_as(
        self,
        company_id: UUID,
        operator_id: UUID,
        *,
        roles: Sequence[str] | None = None,
        groups: Sequence[UUID] | None = None,
        on_behalf_of: str | None = None,
        request_id: str | None = None,
    ) -> Session:
        """Opens a session on behalf of an operator: with the roles and groups that the host gives him, or else those stored for him."""
        return Session(self._caller.opened(_CRM_ACT_AS, {"company_id": company_id, "operator_id": operator_id, "roles": roles, "groups": groups, "on_behalf_of": on_behalf_of, "request_id": request_id}))


class AsyncCrm(AsyncCrmBase):
    """An open library, for asyncio; `async with` closes it in the end.

    A coroutine that is cancelled stops waiting; its call may still take place. Give a call that must not happen twice a key.
    """

    __slots__ = ()

    async def migrate(self) -> list[str]:
        """Brings the schema up to date, and names the steps that were missing."""
        return await self._caller.call(_CRM_MIGRATE, {})

    async def missing_steps(self) -> list[str]:
        """The steps of the schema that are missing; nothing is changed."""
        return await self._caller.call(_CRM_MISSING_STEPS, {})

    async def create_company(self, name: str, currency: str, operator: Operator, *, money_step: Decimal | None = None) -> CompanyCreated:
        """Creates a company with the preset roles and its first operator; its amounts are rounded to a step of money, that of the
        currency if none is given.
        """
        return await self._caller.call(_CRM_CREATE_COMPANY, {"name": name, "currency": currency, "operator": operator, "money_step": money_step})

    async def act_as(
        self,
        company_id: UUID,
        operator_id: UUID,
        *,
        roles: Sequence[str] | None = None,
        groups: Sequence[UUID] | None = None,
        on_behalf_of: str | None = None,
        request_id: str | None = None,
    ) -> AsyncSession:
        """Opens a session on behalf of an operator: with the roles and groups that the host gives him, or else those stored for him."""
        return AsyncSession(await self._caller.opened(_CRM_ACT_AS, {"company_id": company_id, "operator_id": operator_id, "roles": roles, "groups": groups, "on_behalf_of": on_behalf_of, "request_id": request_id}))
