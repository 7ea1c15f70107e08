"""A CRM in the process that uses it: customers, products, stock with costing, sales and receivables, with exact figures.

    import crm

    with crm.open("sqlite:books.db") as books:
        session = books.act_as(company, operator)
        for customer in session.customers.list(crm.Customer.c.country == "ES", sort=["name"]):
            print(customer.code, customer.name)

`open` runs each call on the caller's thread, without holding the interpreter; `open_async` has the same methods for asyncio. Amounts are
`decimal.Decimal`, instants have a time zone. What the library refuses is a `CrmError`.
"""

from ._client import Location, Opening
from ._async_records import *
from .codes import *
from .errors import *
from .files import *
from .filters import *
from .models import *
from .pages import *
from .records import *
from .services import *

# The list is written by bindings/generate: what the modules export. `open` is not in it, as it would take the place of Python's own.
__all__ = [
    "Acceptance", "AccountFigures", "AccountOf", "AccountOfCustomer", "AccountOfEveryone", "AccountOfPayerGroup", "Action", "AddCost", "AddressKind",
    "AdjustmentCancellation", "AdjustmentKind", "AdjustmentPosted", "AdjustmentRecord", "AdjustmentsService", "AgedItem", "Ageing", "AgeingBasis",
    "AgeingBy", "AgeingQuery", "AgeingRow", "Allocate", "AllocateDocuments", "AllocateItems", "AllocateNothing", "AllocateOldestDue",
    "AllocationRecord", "AllocationsService", "AllowanceCharge", "AllowanceChargeSize", "AllowanceChargeSizeAmount", "AllowanceChargeSizePercent",
    "AnnotatedWorkbook", "AppliedAllowanceCharge", "ApplyMode", "ArgumentTypeError", "ArgumentValueError", "AsyncAdjustmentsService",
    "AsyncAllocationsService", "AsyncAuditService", "AsyncCompanyProfilesService", "AsyncCompanyService", "AsyncContactPointsService",
    "AsyncContactsService", "AsyncCostCorrectionsService", "AsyncCostVariancesService", "AsyncCrm", "AsyncCustomFieldsService",
    "AsyncCustomerAddressesService", "AsyncCustomerGroupMembersService", "AsyncCustomerGroupsService", "AsyncCustomerPricesService",
    "AsyncCustomersService", "AsyncDictionaryEntriesService", "AsyncDictionaryService", "AsyncFeedService", "AsyncIdentifiedService",
    "AsyncKitComponentsService", "AsyncLotBalancesService", "AsyncMasterService", "AsyncOpenItemsService", "AsyncOpeningService",
    "AsyncOperationsService", "AsyncOperatorsService", "AsyncOrderLinesService", "AsyncOrdersService", "AsyncOwnershipsService", "AsyncPages",
    "AsyncPaymentsService", "AsyncPriceListItemsService", "AsyncPriceListsService", "AsyncPricingService", "AsyncProductCodesService",
    "AsyncProductCostsService", "AsyncProductGroupsService", "AsyncProductUnitsService", "AsyncProductsService", "AsyncQuoteLinesService",
    "AsyncQuoteRevisionsService", "AsyncQuotesService", "AsyncReceivablesService", "AsyncRecordsService", "AsyncReservationsService",
    "AsyncRolesService", "AsyncSalesDocumentsService", "AsyncSalesLinesService", "AsyncSalesService", "AsyncSession", "AsyncStockBalancesService",
    "AsyncStockDocumentsService", "AsyncStockLotsService", "AsyncStockMovementsService", "AsyncStockPoolsService", "AsyncStockService",
    "AsyncTaxRatesService", "AsyncWarehousesService", "AuditEntryRecord", "AuditService", "Availability", "BasketItem", "BreakBasis", "Buyer",
    "CellCounts", "Change", "ChangeMethod", "CloseOrder", "CloseQuote", "Code", "CodeKind", "CodeMatch", "ColumnHeading", "ColumnReading",
    "ColumnReason", "Company", "CompanyCreated", "CompanyProfile", "CompanyProfileRecord", "CompanyProfileUpserted", "CompanyProfilesService",
    "CompanyRecord", "CompanyService", "ComponentLot", "ConflictError", "Contact", "ContactPoint", "ContactPointKind", "ContactPointRecord",
    "ContactPointUpserted", "ContactPointsService", "ContactRecord", "ContactUpserted", "ContactsService", "CopyNote", "CopyNoteKind", "CorrectPrice",
    "CorrectQuantity", "CorruptError", "CostBasis", "CostCorrectionRecord", "CostCorrectionsService", "CostSource", "CostVarianceRecord",
    "CostVariancesService", "CountLine", "CreditLine", "CreditLineFree", "CreditLineLinked", "CreditPolicy", "CreditState", "CreditWarning", "Crm",
    "CrmError", "Custom", "CustomField", "CustomFieldRecord", "CustomFieldUpserted", "CustomFieldsService", "CustomType", "CustomValue", "Customer",
    "CustomerAddress", "CustomerAddressRecord", "CustomerAddressUpserted", "CustomerAddressesService", "CustomerCard", "CustomerFigures",
    "CustomerGroup", "CustomerGroupMember", "CustomerGroupMemberRecord", "CustomerGroupMemberUpserted", "CustomerGroupMembersService",
    "CustomerGroupRecord", "CustomerGroupUpserted", "CustomerGroupsService", "CustomerKind", "CustomerPrice", "CustomerPriceRecord",
    "CustomerPriceUpserted", "CustomerPricesService", "CustomerRecord", "CustomerUpserted", "CustomersService", "DateOrder", "Deallocation",
    "DeniedError", "DictionaryEntriesService", "DictionaryEntry", "DictionaryEntryRecord", "DictionaryEntryUpserted", "DictionaryService",
    "EntityFields", "EnumField", "ExternalKey", "FeedEntryRecord", "FeedService", "Field", "Fields", "FilePath", "FileSource", "Filter",
    "FreedPrepayments", "IdentifiedService", "Instalment", "InternalError", "InvalidError", "Issuer", "KeptRecord", "KitComponent",
    "KitComponentRecord", "KitComponentUpserted", "KitComponentsService", "KitPart", "LastDelivery", "LimitError", "LineCost", "LineCostByMethod",
    "LineCostDirect", "LineCostOverride", "LineItem", "LinkedReturn", "LotBalanceRecord", "LotBalancesService", "LotProposal", "LotReceiver",
    "LotWarning", "MasterService", "MatchedBy", "MatchedByCode", "MatchedByMnemonic", "MatchedByOwnCode", "MergePreview", "Merged", "Money",
    "MovementKind", "NewAllocation", "NewCount", "NewCreditAllocation", "NewCreditNote", "NewDelivery", "NewOrder", "NewPayment", "NewQuote",
    "NewReceipt", "NewRecost", "NewRefund", "NewReturn", "NewSupplierReturn", "NewTransfer", "NewWriteOff", "NotFoundError", "Notation", "Offer",
    "OfferedPart", "OpenItemKind", "OpenItemRecord", "OpenItemsService", "OpeningCancellation", "OpeningOptions", "OpeningReport", "OpeningService",
    "OperationKind", "OperationRecord", "OperationsService", "Operator", "OperatorRecord", "OperatorUpserted", "OperatorsService", "OrderClosed",
    "OrderDelivery", "OrderLinesService", "OrderPosted", "OrderState", "OrderStatus", "OrderedPart", "OrdersService", "OwnedCustomers",
    "OwnershipRecord", "OwnershipsService", "Page", "Pages", "PastPrice", "PayableRounding", "PayableRoundingBy", "PayableRoundingNone",
    "PayableRoundingTo", "PayerCredit", "PaymentCancellation", "PaymentPosted", "PaymentRecord", "PaymentStatus", "PaymentTerms", "PaymentsService",
    "Place", "PolicyLevel", "PriceChange", "PriceLine", "PriceList", "PriceListItem", "PriceListItemRecord", "PriceListItemUpserted",
    "PriceListItemsService", "PriceListRecord", "PriceListUpserted", "PriceListsService", "PriceSettings", "PriceSource", "PriceSourceCompanyList",
    "PriceSourceCustomer", "PriceSourceCustomerList", "PriceSourceGiven", "PriceSourceGroupList", "PriceSourceLastPrice", "PriceSourceProduct",
    "PriceTerms", "PriceWarning", "Priced", "PricingService", "Problem", "Product", "ProductCode", "ProductCodeRecord", "ProductCodeUpserted",
    "ProductCodesService", "ProductCost", "ProductCostRecord", "ProductCostUpserted", "ProductCostsService", "ProductGroup", "ProductGroupRecord",
    "ProductGroupUpserted", "ProductGroupsService", "ProductRecord", "ProductUnit", "ProductUnitRecord", "ProductUnitUpserted", "ProductUnitsService",
    "ProductUpserted", "ProductsService", "ProfitBy", "ProfitRow", "QuoteChange", "QuoteLineRecord", "QuoteLinesService", "QuoteOutcome",
    "QuotePosted", "QuoteRecord", "QuoteRevisionRecord", "QuoteRevisionsService", "QuoteState", "QuoteStatus", "QuotesService", "Readable",
    "ReadingOptions", "ReadingReason", "Reassigned", "ReassignmentPreview", "RebuiltKeys", "ReceiptLine", "ReceivablesService", "RecordsService",
    "RecostLine", "RecostPreview", "Relation", "Release", "Reminder", "Rescheduling", "ReservationRecord", "ReservationsService", "Reserve",
    "Resolved", "ResolvedAmbiguous", "ResolvedOne", "ResolvedUnknown", "ReturnLine", "ReturnLineLinked", "ReturnLineUnlinked", "Revalue", "Reversal",
    "Reverse", "Right", "Role", "RoleRecord", "RoleUpserted", "RolesService", "RoundingMode", "SalesDocumentRecord", "SalesDocumentsService",
    "SalesKind", "SalesLineRecord", "SalesLinesService", "SalesOrderLineRecord", "SalesOrderRecord", "SalesPosted", "SalesService", "ScopeLevel",
    "Session", "SessionOpened", "SetUnitCost", "Settable", "SettableEnum", "SettableField", "SettableText", "SettableUuid", "Settled", "Severity",
    "SheetCandidate", "SheetField", "SheetKind", "SheetPlan", "SheetReading", "SheetReason", "SheetTotals", "SheetVisibility", "Source",
    "StatedTotals", "Statement", "StatementLine", "StockBalanceRecord", "StockBalancesService", "StockDocumentRecord", "StockDocumentsService",
    "StockLotRecord", "StockLotsService", "StockMovementRecord", "StockMovementsService", "StockPoolRecord", "StockPoolsService", "StockPosted",
    "StockService", "SupplierReturnLine", "TaxCategory", "TaxClass", "TaxGroup", "TaxMethod", "TaxPolicy", "TaxRate", "TaxRateRecord",
    "TaxRateUpserted", "TaxRatesService", "TaxReplacement", "TermPart", "TermShare", "TermStep", "TermStepDays", "TermStepEndOfMonth",
    "TermStepMonths", "TextField", "TextReading", "Tracking", "TransferLine", "UnavailableError", "Undone", "UnitPrice", "UnitRatio",
    "UnlinkedReturn", "UpsertMode", "Upserted", "UpsertedRecord", "UuidField", "VarianceKind", "Verified", "Warehouse", "WarehouseRecord",
    "WarehouseUpserted", "WarehousesService", "WorkbookPlan", "custom", "to_dict", "to_pandas", "to_polars",
]


def open(location: Location) -> Crm:
    """Opens a database, for calls on the caller's thread: `Crm.open`."""
    return Crm.open(location)


def open_async(location: Location) -> Opening[AsyncCrm]:
    """Opens a database, for asyncio: `async with crm.open_async(..) as books`, as `AsyncCrm.open`."""
    return AsyncCrm.open(location)
