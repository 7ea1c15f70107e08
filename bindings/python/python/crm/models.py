# Written by bindings/generate from api.json; not to be changed by hand.
"""What the library takes and gives: records, documents and their parts."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any, ClassVar, TypeAlias, Union
from uuid import UUID

import msgspec

from ._choice import Choice
from .fields import (
    AdjustmentFields, AllocationFields, AuditEntryFields, CompanyFields, CompanyProfileFields, ContactFields, ContactPointFields,
    CostCorrectionFields, CostVarianceFields, CustomFieldFields, CustomerAddressFields, CustomerFields, CustomerGroupFields,
    CustomerGroupMemberFields, CustomerPriceFields, DictionaryEntryFields, FeedEntryFields, KitComponentFields, LotBalanceFields, OpenItemFields,
    OperationFields, OperatorFields, OwnershipFields, PaymentFields, PriceListFields, PriceListItemFields, ProductCodeFields, ProductCostFields,
    ProductFields, ProductGroupFields, ProductUnitFields, QuoteFields, QuoteLineFields, QuoteRevisionFields, ReservationFields, RoleFields,
    SalesDocumentFields, SalesLineFields, SalesOrderFields, SalesOrderLineFields, StockBalanceFields, StockDocumentFields, StockLotFields,
    StockMovementFields, StockPoolFields, TaxRateFields, WarehouseFields,
)

__all__ = [
    "Acceptance", "AccountFigures", "AccountOf", "AccountOfCustomer", "AccountOfEveryone", "AccountOfPayerGroup", "Action", "AddCost", "AddressKind",
    "AdjustmentCancellation", "AdjustmentKind", "AdjustmentPosted", "AdjustmentRecord", "AgedItem", "Ageing", "AgeingBasis", "AgeingBy",
    "AgeingQuery", "AgeingRow", "Allocate", "AllocateDocuments", "AllocateItems", "AllocateNothing", "AllocateOldestDue", "AllocationRecord",
    "AllowanceCharge", "AllowanceChargeSize", "AllowanceChargeSizeAmount", "AllowanceChargeSizePercent", "AnnotatedWorkbook",
    "AppliedAllowanceCharge", "ApplyMode", "AuditEntryRecord", "Availability", "BasketItem", "BreakBasis", "Buyer", "CellCounts", "ChangeMethod",
    "CloseOrder", "CloseQuote", "CodeKind", "CodeMatch", "ColumnHeading", "ColumnReading", "ColumnReason", "Company", "CompanyCreated",
    "CompanyProfile", "CompanyProfileRecord", "CompanyRecord", "ComponentLot", "Contact", "ContactPoint", "ContactPointKind", "ContactPointRecord",
    "ContactRecord", "CopyNote", "CopyNoteKind", "CorrectPrice", "CorrectQuantity", "CostBasis", "CostCorrectionRecord", "CostSource",
    "CostVarianceRecord", "CountLine", "CreditLine", "CreditLineFree", "CreditLineLinked", "CreditPolicy", "CreditState", "CreditWarning",
    "CustomField", "CustomFieldRecord", "CustomType", "Customer", "CustomerAddress", "CustomerAddressRecord", "CustomerCard", "CustomerFigures",
    "CustomerGroup", "CustomerGroupMember", "CustomerGroupMemberRecord", "CustomerGroupRecord", "CustomerKind", "CustomerPrice",
    "CustomerPriceRecord", "CustomerRecord", "DateOrder", "Deallocation", "DictionaryEntry", "DictionaryEntryRecord", "ExternalKey",
    "FeedEntryRecord", "FreedPrepayments", "Instalment", "Issuer", "KeptRecord", "KitComponent", "KitComponentRecord", "KitPart", "LastDelivery",
    "LineCost", "LineCostByMethod", "LineCostDirect", "LineCostOverride", "LineItem", "LinkedReturn", "LotBalanceRecord", "LotProposal",
    "LotReceiver", "LotWarning", "MatchedBy", "MatchedByCode", "MatchedByMnemonic", "MatchedByOwnCode", "MergePreview", "Merged", "Money",
    "MovementKind", "NewAllocation", "NewCount", "NewCreditAllocation", "NewCreditNote", "NewDelivery", "NewOrder", "NewPayment", "NewQuote",
    "NewReceipt", "NewRecost", "NewRefund", "NewReturn", "NewSupplierReturn", "NewTransfer", "NewWriteOff", "Notation", "Offer", "OfferedPart",
    "OpenItemKind", "OpenItemRecord", "OpeningCancellation", "OpeningOptions", "OpeningReport", "OperationKind", "OperationRecord", "Operator",
    "OperatorRecord", "OrderClosed", "OrderDelivery", "OrderPosted", "OrderState", "OrderStatus", "OrderedPart", "OwnedCustomers", "OwnershipRecord",
    "PastPrice", "PayableRounding", "PayableRoundingBy", "PayableRoundingNone", "PayableRoundingTo", "PayerCredit", "PaymentCancellation",
    "PaymentPosted", "PaymentRecord", "PaymentStatus", "PaymentTerms", "Place", "PolicyLevel", "PriceChange", "PriceLine", "PriceList",
    "PriceListItem", "PriceListItemRecord", "PriceListRecord", "PriceSettings", "PriceSource", "PriceSourceCompanyList", "PriceSourceCustomer",
    "PriceSourceCustomerList", "PriceSourceGiven", "PriceSourceGroupList", "PriceSourceLastPrice", "PriceSourceProduct", "PriceTerms", "PriceWarning",
    "Priced", "Problem", "Product", "ProductCode", "ProductCodeRecord", "ProductCost", "ProductCostRecord", "ProductGroup", "ProductGroupRecord",
    "ProductRecord", "ProductUnit", "ProductUnitRecord", "ProfitBy", "ProfitRow", "QuoteChange", "QuoteLineRecord", "QuoteOutcome", "QuotePosted",
    "QuoteRecord", "QuoteRevisionRecord", "QuoteState", "QuoteStatus", "ReadingOptions", "ReadingReason", "Reassigned", "ReassignmentPreview",
    "RebuiltKeys", "ReceiptLine", "RecostLine", "RecostPreview", "Release", "Reminder", "Rescheduling", "ReservationRecord", "Reserve", "Resolved",
    "ResolvedAmbiguous", "ResolvedOne", "ResolvedUnknown", "ReturnLine", "ReturnLineLinked", "ReturnLineUnlinked", "Revalue", "Reversal", "Reverse",
    "Right", "Role", "RoleRecord", "RoundingMode", "SalesDocumentRecord", "SalesKind", "SalesLineRecord", "SalesOrderLineRecord", "SalesOrderRecord",
    "SalesPosted", "ScopeLevel", "SessionOpened", "SetUnitCost", "Settled", "Severity", "SheetCandidate", "SheetField", "SheetKind", "SheetPlan",
    "SheetReading", "SheetReason", "SheetTotals", "SheetVisibility", "StatedTotals", "Statement", "StatementLine", "StockBalanceRecord",
    "StockDocumentRecord", "StockLotRecord", "StockMovementRecord", "StockPoolRecord", "StockPosted", "SupplierReturnLine", "TaxCategory", "TaxClass",
    "TaxGroup", "TaxMethod", "TaxPolicy", "TaxRate", "TaxRateRecord", "TaxReplacement", "TermPart", "TermShare", "TermStep", "TermStepDays",
    "TermStepEndOfMonth", "TermStepMonths", "TextReading", "Tracking", "TransferLine", "Undone", "UnitPrice", "UnitRatio", "UnlinkedReturn",
    "UpsertMode", "Upserted", "VarianceKind", "Verified", "Warehouse", "WarehouseRecord", "WorkbookPlan",
]


class Action(Choice):
    """What happened to a record."""

    CREATE = "create", "It came into being."
    UPDATE = "update", "It changed."
    DELETE = "delete", "It was deleted; `before` is what it was."
    REFUSE = "refuse", (
        "The company's policy on prices or credit refused something for the customer: nothing was changed, and no feed tells it. `after` is the "
        "error's code and details."
    )


class AddressKind(Choice):
    """The kind of an address."""

    BILLING = "billing", "Billing address."
    DELIVERY = "delivery", "Delivery address."
    SITE = "site", "A branch, shop or other site of the customer."
    OTHER = "other", "Other."


class AdjustmentKind(Choice):
    """The kind of an adjustment."""

    REFUND = "refund", "Refunds a credit."
    WRITE_OFF = "write_off", "Writes off a receivable or credit."
    CANCELLATION = "cancellation", "Cancels a payment, a refund, a write-off, or an opening item."
    RESCHEDULE = "reschedule", "Replaces open instalments by others."


class AgeingBasis(Choice):
    """The date that items are aged by."""

    DUE_DATE = "due_date", "Due date."
    DOCUMENT_DATE = "document_date", "Document date."


class AgeingBy(Choice):
    """What the rows of an ageing represent."""

    CUSTOMER = "customer", "Customers."
    PAYER_GROUP = "payer_group", "Payers, each with the customers it currently pays for."
    SALESPERSON = "salesperson", "The salesperson responsible for the customer when the item was created."


class ApplyMode(Choice):
    """What happens if rows have errors."""

    DRY_RUN = "dry_run", "Nothing is applied, only reported."
    ALL_OR_NOTHING = "all_or_nothing", "A single error prevents everything from being applied."
    GOOD_ROWS = "good_rows", "Good rows are applied, the others reported as problems."


class BreakBasis(Choice):
    """The quantity that a quantity break is compared with."""

    LINE = "line", "The quantity of the line."
    DOCUMENT = "document", "The quantity of the product on the whole document."


class CodeKind(Choice):
    """The kind of a product code."""

    OWN = "own", "Another code of the company's own, such as an old one."
    BARCODE = "barcode", "A barcode on the goods."
    SUPPLIER = "supplier", "A supplier's part number."
    CUSTOMER = "customer", "A customer's part number."
    MNEMONIC = "mnemonic", "A short form for typing."
    OTHER = "other", "Any other code."


class ColumnReason(Choice):
    """Why a column was read as its field, or skipped."""

    GIVEN = "given", "Read: specified by the caller."
    HEADING = "heading", "Read: recognised by its heading."
    NOT_ASKED = "not_asked", "Skipped: excluded by the caller."
    NO_HEADING = "no_heading", "Skipped: has cells but no heading."
    UNKNOWN_HEADING = "unknown_heading", "Skipped: unknown heading."
    OTHER_KIND = "other_kind", "Skipped: the heading belongs to another kind of sheet."
    REPEATED = "repeated", "Skipped: another column was taken for the field."
    INCOMPLETE = "incomplete", "Skipped: of no use without a missing column, such as a quantity on hand without its cost."
    OWN = "own", "Skipped: problems written by this library earlier."


class ContactPointKind(Choice):
    """The kind of a contact point."""

    PHONE = "phone", "Telephone."
    MOBILE = "mobile", "Mobile telephone."
    EMAIL = "email", "E-mail."
    MESSENGER = "messenger", "A messenger account; the label names the service."
    WEBSITE = "website", "Website."


class CopyNoteKind(Choice):
    """What a note is about."""

    VALUES_ONLY = "values_only", "The original's format cannot be written: the copy is an .xlsx with its values."
    CELLS_CUT = "cells_cut", "Cells of the original that hold more than an .xlsx cell can, and were truncated."
    NOT_LISTED = "not_listed", "Problems that are not listed on the problem sheet: more than `MAX_LISTED_PROBLEMS`. They are at their rows."
    NOT_PLACED = "not_placed", (
        "Problems that name a sheet or row that the workbook does not have, or that cannot be marked: they are on the problem sheet only."
    )
    NO_FREE_COLUMN = "no_free_column", "A sheet without a free column: its reasons are on the problem sheet only."
    NOT_IN_ORDER = "not_in_order", "A sheet whose rows or cells are not in order: it is unchanged, and its problems are on the problem sheet only."
    REASONS_CUT = "reasons_cut", "Rows whose reasons are longer than `MAX_PROBLEM_TEXT` and were truncated."
    NO_MORE_STYLES = "no_more_styles", "The workbook has `MAX_CELL_STYLES` styles, so wrong cells have no colour."
    SIGNATURE_BROKEN = "signature_broken", "The original was signed: the signature is not valid for a changed copy."
    NOT_IN_ENCODING = "not_in_encoding", "Characters of reasons that the text file's encoding lacks: they are question marks."


class CostBasis(Choice):
    """Where the value of a movement comes from; the starting point of recalculation."""

    GIVEN = "given", "In, at the amount given on the document."
    FOUND = "found", "In, at the current cost of the product."
    BACK = "back", "In, at the cost of the delivery it returns."
    ISSUED = "issued", "Out, at the cost by the costing method."
    OVERRIDDEN = "overridden", "Out, at a cost set by an operator."
    SENT_BACK = "sent_back", "Out, at the cost by the costing method, against an amount given on the document."
    WITHDRAWN = "withdrawn", "Out, at the value at which it came in."
    RESTORED = "restored", "In, at the value at which it went out."
    CHARGED = "charged", "An amount charged on an earlier receipt; no goods moved."
    REVALUED = "revalued", "Another value of what was on hand; no goods moved."
    UNIT_COST = "unit_cost", "Another unit cost of what was on hand; no goods moved."
    MOVED = "moved", "Transfer between warehouses; no value moved."
    METHOD = "method", "Change of the costing method; no goods moved."
    DERIVED = "derived", "Derived from the other movements, by recalculation or because a specified cost came into force."


class CostSource(Choice):
    """Where the cost of a line comes from."""

    METHOD = "method", "From the product's costing method; zero for a service."
    OVERRIDE = "override", "Set by an operator, with a reason."
    DIRECT = "direct", "Drop shipment: delivered from a supplier directly to the customer, without passing through stock."


class CreditPolicy(Choice):
    """What happens when a customer would exceed its credit."""

    OFF = "off", "Nothing is checked."
    WARN = "warn", "It is allowed, with a warning in the answer."
    BLOCK = "block", "It is refused, unless a caller with the right overrides it."


class CustomType(Choice):
    """The type of a custom field."""

    TEXT = "text", "A line of text."
    INTEGER = "integer", "A 64-bit integer."
    DECIMAL = "decimal", "A number with up to 6 decimals."
    DAY = "day", "A calendar day."
    BOOLEAN = "boolean", "True or false."
    CHOICE = "choice", "A dictionary entry of the field's category."


class CustomerKind(Choice):
    """The legal kind of a customer."""

    ORGANISATION = "organisation", "A company or other organisation."
    PERSON = "person", "A person."


class DateOrder(Choice):
    """How dates written as text with slashes, dashes or dots are read. ISO dates (`2010-12-01`) are always read."""

    ISO = "iso", "Only ISO dates."
    DAY_FIRST = "day_first", "Day first: `01/12/2010` is 1 December."
    MONTH_FIRST = "month_first", "Month first: `12/01/2010` is 1 December."


class MovementKind(Choice):
    """The kind of a stock movement."""

    OPENING = "opening", "Opening balance."
    RECEIPT = "receipt", "Receipt."
    COUNT = "count", "Difference found in a count."
    DELIVERY = "delivery", "Delivery to a customer."
    RETURN = "return", "Return by a customer."
    TRANSFER = "transfer", "Transfer from one warehouse to another."
    SUPPLIER_RETURN = "supplier_return", "Return to a supplier."
    REVALUATION = "revaluation", "Revaluation, by an amount or unit cost, or because a specified cost came into force."
    LATE_COST = "late_cost", "Late cost, such as freight, of goods received before."
    PRICE_CORRECTION = "price_correction", "Price correction of a receipt."
    QUANTITY_CORRECTION = "quantity_correction", "Quantity correction of a receipt."
    REVERSAL = "reversal", "Reversal of an earlier document."
    METHOD_CHANGE = "method_change", "Change of the costing method, carrying over the value."
    RECOST = "recost", "Recalculation in the order of days."


class Notation(Choice):
    """How numbers written as text are read. White space and apostrophes group thousands in every notation. In an opening, `Guess` means as the whole
    sheet writes them: one figure with a single reading decides for all, and if nothing decides an ambiguous figure is a problem.
    """

    GUESS = "guess", (
        "By the text itself. Of `.` and `,` in one number the last is the decimal mark (`1.234,56`, `1,234.56`); a mark that occurs several times "
        "groups (`1,234,567`); a single `.` is the decimal mark (`1.234` is less than two, as programs write it); a single `,` is the decimal mark "
        "(`12,5`) unless it could group: `1,234` is refused."
    )
    POINT = "point", "`.` is the decimal mark, `,` groups: `1,234` is more than a thousand."
    COMMA = "comma", "`,` is the decimal mark, `.` groups: `1.234` is more than a thousand."


class OpenItemKind(Choice):
    """The origin of an open item."""

    DELIVERY = "delivery", "A delivery, which creates a receivable."
    RETURN = "return", "A return, which creates a credit."
    PAYMENT = "payment", "A payment, which is a credit until allocated."
    REFUND = "refund", "A refund, which uses up the credit it pays back."
    WRITE_OFF = "write_off", "A write-off: an item of opposite sign against the receivable or credit written off."
    CANCELLATION = "cancellation", "A cancellation: an item of opposite sign, allocated to what is cancelled."
    RESCHEDULE = "reschedule", "A rescheduling: a credit against the old instalments, and the new instalments."
    TRANSFER = "transfer", "A transfer of a credit between customers: an offsetting receivable with the one, and the credit with the other."
    OPENING = "opening", "An opening receivable or credit note, as open in previous books."
    OPENING_CREDIT = "opening_credit", "An opening payment or prepayment, unused in previous books."


class OperationKind(Choice):
    """What an operation did."""

    ENTRY_MERGE = "entry_merge", "Dictionary entries were merged."
    REASSIGNMENT = "reassignment", "Customers were given another owner."


class OrderState(Choice):
    """The state of an order."""

    OPEN = "open", "Not yet delivered, or only in part."
    COMPLETED = "completed", "Delivered, or closed short."
    CANCELLED = "cancelled", "Cancelled before anything was delivered."


class PaymentStatus(Choice):
    """The payment status of a document or an order."""

    UNPAID = "unpaid", "Nothing settled."
    PARTLY_PAID = "partly_paid", "Settled in part."
    PAID = "paid", "Fully settled, whether by payments, credits or write-offs."
    OVER = "over", "Overpaid: an order with prepayments beyond its total."
    CREDITED = "credited", "A credit itself."


class PolicyLevel(Choice):
    """What happens when a policy is violated."""

    OFF = "off", "Nothing."
    WARN = "warn", "A warning is given."
    BLOCK = "block", "It is refused, unless the caller has the right to override."


class ProfitBy(Choice):
    """Grouping of profit. Filters apply to documents, or to lines when grouping by products."""

    MONTH = "month", "The month of the document date, such as `2010-12`."
    CUSTOMER = "customer", "The customer's id."
    CUSTOMER_GROUP = "customer_group", "The id of the customer's group."
    SALESPERSON = "salesperson", "The id of the salesperson at issue."
    DOCUMENT = "document", "The document's id."
    PRODUCT = "product", "The product's id."
    PRODUCT_GROUP = "product_group", "The id of the product's group."
    TOTAL = "total", "A single row, in each currency."


class QuoteOutcome(Choice):
    """The recorded outcome of a quote. Whether it has expired or was accepted in part follows from its revision and orders."""

    OPEN = "open", "Not yet decided."
    ACCEPTED = "accepted", "Everything offered has been ordered."
    LOST = "lost", "The customer declined."
    WITHDRAWN = "withdrawn", "The company withdrew it."


class QuoteState(Choice):
    """The state of a quote on a day."""

    OPEN = "open", "Can be accepted."
    EXPIRED = "expired", "Past its validity; can still be accepted with the right `quotes.accept_expired`."
    PARTLY_ACCEPTED = "partly_accepted", "Ordered in part."
    ACCEPTED = "accepted", "Ordered entirely."
    LOST = "lost", "Lost."
    WITHDRAWN = "withdrawn", "Withdrawn."


class ReadingReason(Choice):
    """Why numbers or dates written as text are read in a certain way."""

    GIVEN = "given", "Specified by the caller."
    DECIDED = "decided", "Decided by a cell that can only be read one way, with none that contradicts it."
    MIXED = "mixed", "Contradictory: each cell is read by itself, and ambiguous ones are problems."
    OPEN = "open", "Undecided: every cell is ambiguous, which is a problem for the caller to resolve."


class Right(Choice):
    """Something that a role may allow."""

    CUSTOMERS_READ = "customers.read", "See customers and their groups."
    CUSTOMERS_WRITE = "customers.write", (
        "Change customer details: name, contacts, addresses, notes. Does not cover who may see the customer or its terms."
    )
    CUSTOMERS_ASSIGN = "customers.assign", "Change a customer's owner, groups and payer."
    CUSTOMERS_TERMS = "customers.terms", "Change customers' payment terms and tax codes."
    CREDIT_MANAGE = "credit.manage", "Change customers' credit limits."
    GROUPS_MANAGE = "groups.manage", (
        "Change the tree of customer groups; unless the role covers all customers, only within the operator's own groups."
    )
    PRODUCTS_READ = "products.read", "See products, their groups, codes and units, price lists, warehouses and tax rates."
    PRODUCTS_WRITE = "products.write", "Change products, their groups, codes and units, warehouses and tax rates."
    PRICES_WRITE = "prices.write", "Change price lists, customer price agreements, and the price list of a customer or group."
    PRICE_OVERRIDE = "price.override", "Give a discount above the role's maximum."
    PRICE_BELOW_COST = "price.below_cost", "Sell below cost or below the minimum margin where the company forbids it."
    STOCK_READ = "stock.read", "See stock and its movements."
    STOCK_POST = "stock.post", "Post and reverse receipts, counts, transfers and supplier returns."
    SALES_READ = "sales.read", "See deliveries and returns."
    ORDERS_WRITE = "orders.write", "Create, change and close quotes and sales orders."
    QUOTES_ACCEPT_EXPIRED = "quotes.accept_expired", "Accept a quote after it has expired."
    SALES_POST = "sales.post", "Post deliveries and returns."
    CREDITS_POST = "credits.post", (
        "Post credit notes and anything else in a customer's favour (negative totals, returns without a delivery, returns above the amount paid), "
        "and reverse documents."
    )
    RECEIVABLES_READ = "receivables.read", "See receivables, credits, payments and ageing."
    PAYMENTS_POST = "payments.post", "Record, refund and cancel payments, allocate credits, and reschedule receivables."
    RECEIVABLES_WRITE_OFF = "receivables.write_off", "Write off receivables and credits up to the company's tolerance."
    RECEIVABLES_WRITE_OFF_BEYOND = "receivables.write_off_beyond", "Write off more than the tolerance."
    CREDIT_OVERRIDE = "credit.override", "Deliver to a customer beyond its credit limit."
    COST_READ = "cost.read", "See costs and profits."
    COST_WRITE = "cost.write", "Change costs: specified costs, stock values, costs added after receipt, receipt prices, costing methods."
    COST_OVERRIDE = "cost.override", "Override the cost of a sales line."
    OPENING_IMPORT = "opening.import", "Import opening balances."
    COMPANY_MANAGE = "company.manage", "Change the company's own profile."
    ACCESS_MANAGE = "access.manage", "Change roles and operators, and grant rights that one holds oneself."
    AUDIT_READ = "audit.read", "Read the audit trail."
    FEED_READ = "feed.read", "Read the change feed."
    LEDGER_VERIFY = "ledger.verify", "Verify every invariant of the books."


class RoundingMode(Choice):
    """How halves are rounded."""

    HALF_UP = "half_up", "Away from zero, also for negative numbers: the rule of EN 16931 and of this library's own documents."
    HALF_EVEN = "half_even", "To the even neighbour."


class SalesKind(Choice):
    """The kind of a sales document."""

    DELIVERY = "delivery", "Goods and services to a customer, with a receivable."
    RETURN = "return", "Goods returned by a customer, with a credit."
    CREDIT_NOTE = "credit_note", "A credit without goods: an overcharge, damage, a bonus."


class ScopeLevel(Choice):
    """The scope of a role among customers, narrowest first."""

    OWN = "own", "Customers owned by the operator."
    GROUPS = "groups", "The operator's own customers, and those in its groups and their subgroups."
    ALL = "all", "Every customer."


class Severity(Choice):
    """Whether a problem excludes its row."""

    ERROR = "error", "The row cannot be applied."
    WARNING = "warning", "The row is applied, but should be reviewed."


class SheetField(Choice):
    """What a column can hold."""

    CUSTOMER_CODE = "customer_code", "Customer number."
    CUSTOMER_NAME = "customer_name", "Customer's name."
    COUNTRY = "country", "Customer's country."
    CUSTOMER_GROUP = "customer_group", "Customer group."
    PAYMENT_DAYS = "payment_days", "Days until a receivable falls due."
    TAX_CODE = "tax_code", "Tax code."
    PRODUCT_CODE = "product_code", "Product's own code."
    PRODUCT_NAME = "product_name", "Product's name."
    PRODUCT_GROUP = "product_group", "Product group."
    UNIT = "unit", "Unit of measure."
    STOCKED = "stocked", "Whether stock is kept."
    LIST_PRICE = "list_price", "List price."
    QUANTITY = "quantity", "Quantity."
    UNIT_COST = "unit_cost", "Cost per unit."
    UNIT_PRICE = "unit_price", "Price per unit of a movement."
    DOCUMENT = "document", "Number of an invoice, receipt or other document."
    DATE = "date", "Date of a document."
    TAX_ID = "tax_id", "Tax number."
    CREDIT_LIMIT = "credit_limit", "What a customer may owe at most."
    NOTES = "notes", "Notes."
    CONTACT_NAME = "contact_name", "Name of a person at a customer."
    POSITION = "position", "Position of a person."
    PHONE = "phone", "Telephone."
    MOBILE = "mobile", "Mobile telephone."
    EMAIL = "email", "E-mail address."
    ADDRESS_KIND = "address_kind", "The purpose of an address."
    PLACE_NAME = "place_name", "Name of an address."
    STREET = "street", "Street and number."
    POSTAL_CODE = "postal_code", "Postal code."
    CITY = "city", "City."
    MODEL = "model", "Model."
    SPECIFICATION = "specification", "Specification."
    BRAND = "brand", "Brand."
    TRACKING = "tracking", "Whether a product's goods are tracked by lot or serial."
    NUMERATOR = "numerator", "Base units in the number of units given by the denominator."
    DENOMINATOR = "denominator", "Units in the number of base units given by the numerator."
    CODE_KIND = "code_kind", "The kind of a code."
    CODE_VALUE = "code_value", "A further code."
    SUPPLIER = "supplier", "The supplier to whom a code belongs."
    PRICE_LIST = "price_list", "Code of a price list."
    LIST_NAME = "list_name", "Name of a price list."
    CURRENCY = "currency", "Currency: of a price list, or of the row's money."
    VALID_FROM = "valid_from", "First day."
    VALID_TO = "valid_to", "Last day."
    INCLUDES_TAX = "includes_tax", "Whether prices include tax."
    MIN_QUANTITY = "min_quantity", "Quantity from which a price applies."
    DISCOUNT = "discount", "Discount in percent."
    WAREHOUSE = "warehouse", "Code of a warehouse."
    LOT = "lot", "Lot or serial."
    EXPIRES_ON = "expires_on", "Day from which a lot is expired."
    VALUE = "value", "Value of stock, with which quantities and costs are compared."
    DUE_DAY = "due_day", "When a receivable falls due."
    AMOUNT = "amount", "Amount."
    REFERENCE = "reference", "Reference of a credit."
    ORDER = "order", "Order that a prepayment is for."
    LEGAL_NAME = "legal_name", "Customer's registered name."
    WEBSITE = "website", "Customer's website."
    OWNER = "owner", "The operator responsible for a customer."


class SheetKind(Choice):
    """What a sheet of an opening workbook contains."""

    CUSTOMERS = "customers", "Customers."
    CONTACTS = "contacts", "Contacts, phones and e-mail addresses of customers."
    ADDRESSES = "addresses", "Addresses and sites of customers."
    PRODUCTS = "products", "Products."
    UNITS = "units", "Further units of products."
    PRODUCT_CODES = "product_codes", "Further codes of products."
    PRICE_LISTS = "price_lists", "Price lists."
    PRICES = "prices", "Prices on lists."
    CUSTOMER_PRICES = "customer_prices", "Prices and discounts of customers."
    OPENING_STOCK = "opening_stock", "Stock on hand, with its cost."
    RECEIVABLES = "receivables", "Open receivables by document."
    CREDITS = "credits", "Credits and prepayments."


class SheetReason(Choice):
    """Why a sheet was read as its kind, or skipped."""

    GIVEN = "given", "Read: specified by the caller."
    NAME = "name", "Read: recognised by name, and its headings agree."
    HEADINGS = "headings", "Read: recognised by its headings."
    NOT_ASKED = "not_asked", "Skipped: excluded by the caller, explicitly or by naming others."
    OWN = "own", "Skipped: written by this library beside the sheets to read."
    EMPTY = "empty", "Skipped: empty."
    HIDDEN = "hidden", "Skipped: hidden and not requested."
    NO_HEADINGS = "no_headings", "Skipped: no row near the top looks like headings."
    UNCERTAIN = "uncertain", "Skipped: has headings, but they are not conclusive."
    DRAW = "draw", "Skipped: its headings match two kinds equally well."
    COLUMNS_MISSING = "columns_missing", "Skipped: recognised, but lacks columns that its kind requires."
    SEVERAL_TABLES = "several_tables", "Skipped: contains several tables side by side."


class SheetVisibility(Choice):
    """The visibility of a sheet."""

    VISIBLE = "visible", "Visible."
    HIDDEN = "hidden", "Hidden, and can be unhidden from the menu."
    VERY_HIDDEN = "very_hidden", "Hidden, and can only be unhidden by a program."


class TaxCategory(Choice):
    """Tax categories: the codes of EN 16931 (UNTDID 5305)."""

    S = "S", "Standard or reduced rate."
    Z = "Z", "Zero rated."
    E = "E", "Exempt."
    AE = "AE", "Reverse charge: the buyer accounts for the tax."
    K = "K", "Intra-community supply within the European Union."
    G = "G", "Export."
    O = "O", "Outside the scope of tax."
    L = "L", "General indirect tax of the Canary Islands."
    M = "M", "Tax of Ceuta and Melilla."
    D = "D", "Margin scheme, travel agents."
    F = "F", "Margin scheme, second-hand goods."
    I = "I", "Margin scheme, works of art."
    J = "J", "Margin scheme, collectors' items and antiques."


class TaxMethod(Choice):
    """The level at which tax is rounded."""

    PER_RATE = "per_rate", "Once per rate, on the sum of its line nets: EN 16931."
    PER_LINE = "per_line", "Per line."
    DOCUMENT = "document", "Once per document: the exact taxes of all rates are summed, and the sum is rounded."


class Tracking(Choice):
    """How a product's goods are tracked."""

    NONE = "none", "Not tracked."
    LOT = "lot", "By lot, each with its own quantity."
    SERIAL = "serial", "By serial number, each a single piece."


class UpsertMode(Choice):
    """Whether an upsert may create, update or both."""

    UPSERT = "upsert", "Either."
    UPDATE_ONLY = "update_only", "Only update; an unknown key is an error."
    CREATE_ONLY = "create_only", "Only create; a known key is an error."


class Upserted(Choice):
    """The outcome of an upsert."""

    CREATED = "created", "A record was created."
    UPDATED = "updated", "The record with the key was updated."
    UNCHANGED = "unchanged", "Nothing changed: the record was already like this."


class VarianceKind(Choice):
    """Why stock is worth something other than what was paid or charged."""

    PURCHASE = "purchase", "Purchase at a price other than the specified cost, or covering goods that no delivery took."
    SUPPLIER_RETURN = "supplier_return", "A supplier's credit that differs from the cost of the goods."
    LATE_COST = "late_cost", "The part of a late cost or corrected price for goods that have left."
    REVALUATION = "revaluation", "Revaluation of stock."
    REVERSAL = "reversal", "Reversal of a document whose value has left."
    OVERRIDE = "override", "A line with a cost set by an operator."
    RETURN = "return", "Customer return that entered stock at another value."
    RECOST = "recost", "Result of recalculation that belongs to no delivery."


class Acceptance(msgspec.Struct, kw_only=True):
    """Accepts a quote in whole or in part.

    quote_id: The quote.
    revision: Revision; none: the one already ordered from, otherwise the latest.
    day: Document date of the order.
    lines: The lines to order; none: everything not yet ordered.
    reference: The customer's order number, or a note.
    warehouse_id: The warehouse to deliver from.
    requested_day: Day requested by the customer.
    reprice: Order at current prices where the quoted ones came from lists and agreements; see `price_changes`.
    credit_override: Create the order even if the customer exceeds its credit limit; requires the right `credit.override`.
    """

    quote_id: UUID
    revision: int | None = None
    day: datetime.date
    lines: list[OfferedPart] | None = None
    reference: str | None = None
    warehouse_id: UUID | None = None
    requested_day: datetime.date | None = None
    reprice: bool = False
    credit_override: bool = False


class AccountFigures(msgspec.Struct, kw_only=True):
    """Key figures of an account on a day.

    owed: Amount owed.
    overdue: Amount past due.
    credits: Unallocated credits, positive.
    open_items: Number of open receivables, counting each instalment.
    overdue_items: Number of receivables past due.
    """

    owed: Money
    overdue: Money
    credits: Money
    open_items: int
    overdue_items: int


class AccountOfEveryone(msgspec.Struct, tag_field="kind", tag="everyone", kw_only=True):
    """All customers."""


class AccountOfCustomer(msgspec.Struct, tag_field="kind", tag="customer"):
    """One customer."""

    value: UUID


class AccountOfPayerGroup(msgspec.Struct, tag_field="kind", tag="payer_group"):
    """A payer and the customers it currently pays for."""

    value: UUID


AccountOf: TypeAlias = Union[AccountOfEveryone, AccountOfCustomer, AccountOfPayerGroup]
"""The accounts covered by a query; customers outside the caller's scope are never included."""


class AddCost(msgspec.Struct, kw_only=True):
    """Adds a cost to a receipt that became known later, such as freight. The share for goods still on hand goes to stock, the rest is a variance.

    receipt_id: The receipt.
    lines: The lines that it applies to; empty: all of them. It is split by value, in whole steps.
    day: Document date.
    amount: The cost; negative for a credit.
    reference: The carrier's document number, or a note.
    """

    receipt_id: UUID
    lines: list[int] = msgspec.field(default_factory=list)
    day: datetime.date
    amount: Money
    reference: str | None = None


class AdjustmentCancellation(msgspec.Struct, kw_only=True):
    """Cancels a refund or write-off.

    adjustment_id: The refund or write-off.
    day: Day of the cancellation; not before the adjustment.
    reason: Reason.
    """

    adjustment_id: UUID
    day: datetime.date
    reason: str | None = None


class AdjustmentPosted(msgspec.Struct, kw_only=True):
    """A posted refund, write-off, cancellation or rescheduling.

    adjustment_id: The adjustment.
    number: Its number.
    open_item_ids: The items created, in due order for a rescheduling.
    """

    adjustment_id: UUID
    number: str
    open_item_ids: list[UUID]


class AdjustmentRecord(msgspec.Struct, kw_only=True):
    """A record as stored: its id, version and fields.

    kind: Kind of adjustment.
    number: Number, such as `RF-2010-000001`.
    series: Number series.
    sequence: Sequence number in the series, from 1, without gaps.
    day: Day of the adjustment.
    posted_at: Time of posting.
    operator_id: The operator who posted it.
    customer_id: The customer.
    cancelled_payment_id: The cancelled payment.
    cancelled_adjustment_id: The cancelled refund or write-off.
    method: Payment method of a refund, in the host's notation.
    reason: Reason.
    currency: Currency.
    amount: Change of the customer's balance: positive if it then owes more; zero for a rescheduling.
    """

    c: ClassVar[AdjustmentFields] = AdjustmentFields()

    id: UUID
    version: int
    kind: AdjustmentKind
    number: str
    series: str
    sequence: int
    day: datetime.date
    posted_at: datetime.datetime
    operator_id: UUID
    customer_id: UUID
    cancelled_payment_id: UUID | None = None
    cancelled_adjustment_id: UUID | None = None
    method: str | None = None
    reason: str | None = None
    currency: str
    amount: Money


class AgedItem(msgspec.Struct, kw_only=True):
    """An open item as of a day.

    item: The item as stored now.
    open: Amount open on the day, with the sign of the item.
    age: Age in days; zero or negative if not past due.
    bucket: Index of the bucket, 0 for current; none for credits.
    """

    item: OpenItemRecord
    open: Money
    age: int
    bucket: int | None = None


class Ageing(msgspec.Struct, kw_only=True):
    """Receivables open on a day.

    as_of: As of this day.
    buckets: Amounts not past due, then by bucket in order.
    names: Bucket names, `current` first.
    total: Sum of the buckets.
    credits: Unallocated credits, positive.
    """

    as_of: datetime.date
    buckets: list[Money]
    names: list[str]
    total: Money
    credits: Money


class AgeingQuery(msgspec.Struct, kw_only=True):
    """An ageing query.

    as_of: As of this day.
    currency: Currency.
    of: Accounts.
    basis: Date to age by.
    buckets: Buckets.
    known_at: Only what was recorded up to this moment, reproducing the figures of that time; none: everything known now.
    """

    as_of: datetime.date
    currency: str
    of: AccountOf = msgspec.field(default_factory=lambda: AccountOfEveryone())
    basis: AgeingBasis = AgeingBasis.DUE_DATE
    buckets: list[int] = msgspec.field(default_factory=lambda: [30, 60, 90])
    known_at: datetime.datetime | None = None


class AgeingRow(msgspec.Struct, kw_only=True):
    """Ageing of one customer, payer or salesperson.

    id: Id of the customer, payer or salesperson; none for items without a salesperson.
    ageing: The ageing.
    """

    id: UUID | None = None
    ageing: Ageing


class AllocateNothing(msgspec.Struct, tag_field="kind", tag="nothing", kw_only=True):
    """Not at all."""


class AllocateOldestDue(msgspec.Struct, tag_field="kind", tag="oldest_due", kw_only=True):
    """To receivables in due order, as far as the amount goes."""


class AllocateItems(msgspec.Struct, tag_field="kind", tag="items"):
    """To these receivables, with these amounts."""

    value: list[tuple[UUID, Money]]


class AllocateDocuments(msgspec.Struct, tag_field="kind", tag="documents"):
    """To these documents, with these amounts, to instalments in due order."""

    value: list[tuple[UUID, Money]]


Allocate: TypeAlias = Union[AllocateNothing, AllocateOldestDue, AllocateItems, AllocateDocuments]
"""How to allocate a payment or credit. What is not allocated remains as credit."""


class AllocationRecord(msgspec.Struct, kw_only=True):
    """A record as stored: its id, version and fields.

    customer_id: The customer.
    receivable_id: The receivable.
    credit_id: The credit.
    reverses_id: The allocation that it reverses.
    day: Effective day.
    posted_at: Time of posting.
    receivable_due_day: Due date of the receivable, so that ageing needs no lookup.
    receivable_document_day: Document date of the receivable, for ageing by it.
    currency: Currency.
    amount: Amount: positive, or negative for a reversal.
    """

    c: ClassVar[AllocationFields] = AllocationFields()

    id: UUID
    version: int
    customer_id: UUID
    receivable_id: UUID
    credit_id: UUID
    reverses_id: UUID | None = None
    day: datetime.date
    posted_at: datetime.datetime
    receivable_due_day: datetime.date
    receivable_document_day: datetime.date
    currency: str
    amount: Money


class AllowanceCharge(msgspec.Struct, kw_only=True):
    """A document-level allowance or charge (BG-20, BG-21). It enters the base of its tax code, and is spread over lines for their profit.

    reason: Reason, as printed.
    size: Amount or percentage: negative for an allowance, positive for a charge.
    tax_code: Tax code; none: that of the lines. A percentage applies to the lines with this tax code.
    is_split: Whether to split it if the lines have different tax codes and none is given: an amount in proportion, a percentage equally for each.
    """

    reason: str
    size: AllowanceChargeSize
    tax_code: str | None = None
    is_split: bool = False


class AllowanceChargeSizeAmount(msgspec.Struct, tag_field="kind", tag="amount"):
    """An amount."""

    value: Money


class AllowanceChargeSizePercent(msgspec.Struct, tag_field="kind", tag="percent"):
    """Percent of the lines with the same category and rate."""

    value: Decimal


AllowanceChargeSize: TypeAlias = Union[AllowanceChargeSizeAmount, AllowanceChargeSizePercent]
"""The size of an allowance or charge."""


class AnnotatedWorkbook(msgspec.Struct, kw_only=True):
    """A copy of an opening workbook with problems marked on their rows, and the report.

    report: The report.
    workbook: The annotated copy.
    extension: The file extension that the copy needs, without the dot.
    notes: What the copy could not preserve or show.
    """

    report: OpeningReport
    workbook: bytes
    extension: str
    notes: list[CopyNote]


class AppliedAllowanceCharge(msgspec.Struct, kw_only=True):
    """An allowance or charge as stored with a document.

    reason: Reason.
    size: Size as requested; if an amount was split, the part for this tax.
    amount: Resulting amount, negative for an allowance; including tax if the company's prices do.
    net: Resulting amount excluding tax.
    tax: Tax class.
    """

    reason: str
    size: AllowanceChargeSize
    amount: Money
    net: Money
    tax: TaxClass


class AuditEntryRecord(msgspec.Struct, kw_only=True):
    """A record as stored: its id, version and fields.

    at: When.
    operator_id: Who.
    on_behalf_of: For whom they acted, if not for themselves.
    request_id: The host's request.
    operation: The operation, such as `sales.deliver`.
    entity: The entity.
    record_id: The record.
    customer_id: The customer it belongs to.
    action: What happened.
    before: The fields before; of a change only those that changed; JSON null for a new record.
    after: The fields after; of a change only those that changed; JSON null for a deleted record. Numbers taken in the same act stand in the record
        itself.
    """

    c: ClassVar[AuditEntryFields] = AuditEntryFields()

    id: UUID
    version: int
    at: datetime.datetime
    operator_id: UUID
    on_behalf_of: str | None = None
    request_id: str | None = None
    operation: str
    entity: str
    record_id: UUID
    customer_id: UUID | None = None
    action: Action
    before: Any
    after: Any


class Availability(msgspec.Struct, kw_only=True):
    """The availability of a product in a warehouse.

    warehouse_id: The warehouse.
    on_hand: Quantity on hand.
    reserved: Quantity reserved for orders and not expired.
    available: On hand less reserved.
    """

    warehouse_id: UUID
    on_hand: Decimal
    reserved: Decimal
    available: Decimal


class BasketItem(msgspec.Struct, kw_only=True):
    """A product that a customer buys repeatedly.

    product_id: The product.
    product_code: Its code, as last delivered.
    product_name: Its name, as last delivered.
    usual_quantity: Usual quantity: the median of its deliveries (of two middle ones, the smaller).
    times: Number of deliveries with the product.
    last_day: Day of the last delivery.
    days_since: Days since the last delivery.
    last_price: Net price per base unit at the last delivery.
    """

    product_id: UUID
    product_code: str
    product_name: str
    usual_quantity: Decimal
    times: int
    last_day: datetime.date
    days_since: int
    last_price: UnitPrice


class Buyer(msgspec.Struct, kw_only=True):
    """A customer, as shown on a document.

    code: Customer code.
    name: Customer name.
    city: City.
    country: Country, as ISO 3166 code.
    language: Language of its documents.
    legal_name: Legal name, if different.
    postal_code: Postal code.
    street: Street and number.
    tax_id: Tax number.
    """

    code: str
    name: str
    city: str | None = None
    country: str | None = None
    language: str | None = None
    legal_name: str | None = None
    postal_code: str | None = None
    street: str | None = None
    tax_id: str | None = None


class CellCounts(msgspec.Struct, kw_only=True):
    """The filled cells of a sheet, each counted once.

    headings: Cells in heading rows.
    titles: Cells above the headings.
    totals: Cells in total rows.
    read: Cells read: in a field's column of a row that was read.
    left_out: Cells in skipped columns or on a skipped sheet.
    refused: Cells in rows refused because of a reported problem.
    """

    headings: int
    titles: int
    totals: int
    read: int
    left_out: int
    refused: int


class ChangeMethod(msgspec.Struct, kw_only=True):
    """Changes the costing method of a product from now on. Quantity and value are carried over.

    product_id: The product.
    method: Name of the new method.
    day: Document date.
    reference: A note.
    """

    product_id: UUID
    method: str
    day: datetime.date
    reference: str | None = None


class CloseOrder(msgspec.Struct, kw_only=True):
    """Closes an order; what is left of it will not be delivered.

    order_id: The order.
    reason: Reason.
    """

    order_id: UUID
    reason: str


class CloseQuote(msgspec.Struct, kw_only=True):
    """Closes or reopens a quote.

    quote_id: The quote.
    outcome: Lost or withdrawn; open reopens the quote.
    reason: Reason; not stored when reopening.
    """

    quote_id: UUID
    outcome: QuoteOutcome
    reason: str


class CodeMatch(msgspec.Struct, kw_only=True):
    """A product that a text matched, with unit and quantity.

    product: The product.
    unit: The unit; none: the base unit, which the product leaves unnamed.
    quantity: Quantity of the unit.
    by: What the text matched.
    """

    product: ProductRecord
    unit: str | None = None
    quantity: Decimal
    by: MatchedBy


class ColumnHeading(msgspec.Struct, kw_only=True):
    """A field and the heading of its column.

    field: The field.
    heading: The heading, as written; empty: the field is left out; `#C`: the third column, whatever its heading.
    """

    field: SheetField
    heading: str


class ColumnReading(msgspec.Struct, kw_only=True):
    """How a column was interpreted.

    column: Column letters, such as `C`.
    heading: Heading as written; several heading rows are joined by line breaks.
    field: The field, such as `customer_code`; none if skipped.
    reason: Reason.
    filled: Number of filled cells below the heading.
    sample: First filled cell, as written.
    first_row: Row of the first filled cell.
    is_hidden: Whether the column is hidden.
    """

    column: str
    heading: str
    field: str | None = None
    reason: ColumnReason
    filled: int
    sample: str | None = None
    first_row: int | None = None
    is_hidden: bool = False


class Company(msgspec.Struct, kw_only=True):
    """The company. Its id is the tenant id of every row.

    name: Name.
    currency: Currency of the books.
    money_step: Rounding step of amounts.
    tax_method: Level at which tax is rounded.
    rounding: How halves are rounded.
    prices_include_tax: Whether document prices include tax.
    default_tax_code: Tax code of customers and products that specify none.
    backdating_days: Days by which a document may be dated before the last posting of one of its products.
    write_off_tolerance: Amount of a single receivable or credit that may be written off without the higher right.
    credit_policy: What happens when a delivery would exceed a customer's credit limit.
    credit_overdue_days: Days past due after which a receivable blocks further credit; none: never.
    expiry_policy: What happens when goods of an expired lot would be delivered.
    expiry_days: Days before its expiry from which a lot counts as expired.
    access_version: Counts changes of roles and operators, so that a session notices them at its next act.
    search_key_version: The number of the algorithm that the search keys of its records were made with; maintained by the library.
    """

    c: ClassVar[CompanyFields] = CompanyFields()

    name: str
    currency: str
    money_step: Decimal
    tax_method: TaxMethod
    rounding: RoundingMode
    prices_include_tax: bool
    default_tax_code: str | None = None
    backdating_days: int
    write_off_tolerance: Money
    credit_policy: CreditPolicy
    credit_overdue_days: int | None = None
    expiry_policy: PolicyLevel = PolicyLevel.WARN
    expiry_days: int = 0
    access_version: int
    search_key_version: int


class CompanyCreated(msgspec.Struct, kw_only=True):
    """A new company and its first operator.

    company_id: The company.
    operator_id: The operator.
    """

    company_id: UUID
    operator_id: UUID


class CompanyProfile(msgspec.Struct, kw_only=True):
    """The company's identity and calculation policies from a day until the next profile.

    valid_from: First day in force.
    legal_name: Legal name.
    street: Street and number.
    city: City.
    postal_code: Postal code.
    province: Province.
    country: Country: ISO 3166 alpha-2.
    tax_id: Tax number.
    iban: Bank account for customer payments: an IBAN, stored in upper case without spaces.
    email: E-mail.
    phone: Telephone.
    website: Website.
    logo: Location of the logo, in the host's notation.
    currency: Currency of the books.
    time_zone: Time zone of whoever states none: a name in the library's time zone data, such as `Europe/Madrid`, `UTC`, or an offset such as
        `+05:30`.
    language: Language of documents, such as `es`.
    tax_method: Level at which tax is rounded.
    rounding: How halves are rounded.
    prices_include_tax: Whether document prices include tax.
    default_tax_code: Tax code of customers and products that specify none.
    """

    c: ClassVar[CompanyProfileFields] = CompanyProfileFields()

    valid_from: datetime.date
    legal_name: str
    street: str | None = None
    city: str | None = None
    postal_code: str | None = None
    province: str | None = None
    country: str | None = None
    tax_id: str | None = None
    iban: str | None = None
    email: str | None = None
    phone: str | None = None
    website: str | None = None
    logo: str | None = None
    currency: str
    time_zone: str | None = None
    language: str | None = None
    tax_method: TaxMethod
    rounding: RoundingMode
    prices_include_tax: bool
    default_tax_code: str | None = None


class ComponentLot(msgspec.Struct, kw_only=True):
    """A lot of a component, on the delivery of a kit.

    product_id: The component.
    lot: Lot or serial number.
    quantity: Quantity; none: what the other lots leave of the component's quantity, and one piece for a serial number.
    """

    product_id: UUID
    lot: str
    quantity: Decimal | None = None


class Contact(msgspec.Struct, kw_only=True):
    """A contact person at a customer.

    customer_id: The customer; immutable.
    name: Name.
    position: Position, such as `purchasing`.
    is_primary: Whether this is the primary contact.
    birthday: Birthday.
    notes: Notes.
    is_active: Whether the person still works there.
    """

    c: ClassVar[ContactFields] = ContactFields()

    customer_id: UUID
    name: str
    position: str | None = None
    is_primary: bool = False
    birthday: datetime.date | None = None
    notes: str | None = None
    is_active: bool = True


class ContactPoint(msgspec.Struct, kw_only=True):
    """A way to reach a customer or one of its contacts.

    customer_id: The customer; immutable.
    contact_id: The contact; none: the customer itself.
    kind: Kind of contact point.
    value: Number or address, as entered.
    country: Country of a telephone number without a country code: ISO 3166 alpha-2.
    lookup_key: Lookup key, see `contact_key`; maintained by the library.
    label: Label, such as `office` or `WeChat`.
    is_primary: Whether it is the primary one of its kind.
    """

    c: ClassVar[ContactPointFields] = ContactPointFields()

    customer_id: UUID
    contact_id: UUID | None = None
    kind: ContactPointKind
    value: str
    country: str | None = None
    lookup_key: str | None = None
    label: str | None = None
    is_primary: bool = False


class CopyNote(msgspec.Struct, kw_only=True):
    """A note about a copy.

    kind: What it is about.
    sheet: The sheet, if it is about one.
    value: How many, or the format or encoding.
    """

    kind: CopyNoteKind
    sheet: str | None = None
    value: str


class CorrectPrice(msgspec.Struct, kw_only=True):
    """Corrects the price of a receipt line, including corrections of its quantity. Supplier returns at its price are credited at the corrected price
    too, so that the result is the same whether goods were sent back before or after.

    receipt_id: The receipt.
    line: The line of the receipt.
    unit_cost: The correct cost per unit, not negative.
    day: Document date.
    reference: A note.
    """

    receipt_id: UUID
    line: int
    unit_cost: UnitPrice
    day: datetime.date
    reference: str | None = None


class CorrectQuantity(msgspec.Struct, kw_only=True):
    """Corrects the quantity of a receipt line: the difference comes in or goes out now, at the receipt's price.

    receipt_id: The receipt.
    line: The line of the receipt.
    quantity: The correct quantity, not negative.
    day: Document date.
    reference: A note.
    """

    receipt_id: UUID
    line: int
    quantity: Decimal
    day: datetime.date
    reference: str | None = None


class CostCorrectionRecord(msgspec.Struct, kw_only=True):
    """A record as stored: its id, version and fields.

    product_id: The product.
    sales_document_id: The corrected delivery or return.
    sales_line_id: The corrected line.
    delivered_line_id: The delivered line that it belongs to: the line itself, or the one that it returns.
    customer_id: The customer of the document.
    salesperson_id: The salesperson of the document.
    day: The day on which it counts: that of the document that caused it.
    stock_document_id: The stock document that caused it.
    cause_document_id: The customer return that caused it.
    quantity: Quantity of the line covered by that document; zero if caused by recalculation.
    currency: Currency of the amounts.
    provisional: Cost of that quantity until then.
    amount: Additional cost of the line, negative if less.
    """

    c: ClassVar[CostCorrectionFields] = CostCorrectionFields()

    id: UUID
    version: int
    product_id: UUID
    sales_document_id: UUID
    sales_line_id: UUID
    delivered_line_id: UUID
    customer_id: UUID
    salesperson_id: UUID | None = None
    day: datetime.date
    stock_document_id: UUID | None = None
    cause_document_id: UUID | None = None
    quantity: Decimal
    currency: str
    provisional: Money | None = None
    amount: Money | None = None


class CostVarianceRecord(msgspec.Struct, kw_only=True):
    """A record as stored: its id, version and fields.

    kind: Cause of the variance.
    product_id: The product.
    day: Document date.
    stock_document_id: The stock document, if caused by one.
    sales_document_id: The delivery or return, if caused by one.
    customer_id: The customer of that delivery or return.
    line: Line of the document, from 1.
    currency: Currency of the amount.
    amount: The difference.
    """

    c: ClassVar[CostVarianceFields] = CostVarianceFields()

    id: UUID
    version: int
    kind: VarianceKind
    product_id: UUID
    day: datetime.date
    stock_document_id: UUID | None = None
    sales_document_id: UUID | None = None
    customer_id: UUID | None = None
    line: int
    currency: str
    amount: Money | None = None


class CountLine(msgspec.Struct, kw_only=True):
    """A difference of one product.

    product_id: The product.
    difference: Surplus if positive, shortage if negative.
    unit_cost: Cost per unit of a surplus; none: the current cost of the product.
    lot: Lot or serial number, if the product is tracked.
    """

    product_id: UUID
    difference: Decimal
    unit_cost: UnitPrice | None = None
    lot: str | None = None


class CreditLineLinked(msgspec.Struct, tag_field="kind", tag="linked", kw_only=True):
    """Part of the revenue of a delivered line, taxed as that line.

    line_id: The delivered line.
    net: Amount, positive; excluding tax unless `includes_tax` is set.
    includes_tax: Whether the amount includes tax.
    """

    line_id: UUID
    net: Money
    includes_tax: bool = False


class CreditLineFree(msgspec.Struct, tag_field="kind", tag="free", kw_only=True):
    """A credit without a delivered line, taxed as of the document date: quantity and price as on a delivery, positive.

    product_id: The product or service.
    quantity: Quantity: positive for goods; a service may have a negative quantity or price, as a deduction.
    unit: Unit of quantity and price; none: the product's base unit.
    unit_price: Price; zero if free of charge; none: from agreements and price lists.
    price_quantity: Number of units that a given price is for: one, unless the price is per hundred, for example (BT-149).
    includes_tax: Whether price, discount, charge and given amounts include tax; none: as the price list, or the company's prices.
    discount_percent: Discount in percent of quantity x price, instead of that of the list; the resulting amount is rounded.
    discount: Further discount, as an amount (BT-136).
    charge: Charge on the line, such as packing (BT-141).
    given_net: Net as printed on a document from another system, for imported lines; accepted as it is.
    text: Text printed on the document; none: the product's name.
    tax_code: Tax code; none: the customer's if it is exempt; otherwise the first of the product's, the customer's and the company's, as replaced by
        the customer's tax profile.
    lot: Lot or serial number, if the product is tracked and goods move.
    component_lots: Lots or serial numbers of the components, if the product is a kit and goods move.
    cost: Cost, if goods move.
    """

    product_id: UUID
    quantity: Decimal
    unit: str | None = None
    unit_price: UnitPrice | None = None
    price_quantity: Decimal = Decimal("1")
    includes_tax: bool | None = None
    discount_percent: Decimal | None = None
    discount: Money | None = None
    charge: Money | None = None
    given_net: Money | None = None
    text: str | None = None
    tax_code: str | None = None
    lot: str | None = None
    component_lots: list[ComponentLot] = msgspec.field(default_factory=list)
    cost: LineCost = msgspec.field(default_factory=lambda: LineCostByMethod())


CreditLine: TypeAlias = Union[CreditLineLinked, CreditLineFree]
"""A credited line."""


class CreditState(msgspec.Struct, kw_only=True):
    """A customer's credit exposure on a day, including the accounts that it pays for.

    limit: Credit limit; none: unlimited.
    receivables: Owed on the day: receivables less prepayments and other credits, dated up to it.
    later: The most by which later-dated items raise the amount owed on any later day; zero if they only lower it.
    undelivered: Ordered and not yet delivered.
    overdue: Number of the customer's own receivables overdue beyond the company's limit and not settled on the day.
    payer: Exposure of its payer; none: no other payer, or the payer has no limit.
    """

    limit: Money | None = None
    receivables: Money
    later: Money
    undelivered: Money
    overdue: int
    payer: PayerCredit | None = None


class CreditWarning(msgspec.Struct, kw_only=True):
    """Why a customer exceeds its credit.

    limit: Credit limit; none: unlimited.
    exposure: The resulting exposure; hidden, like the other figures, from callers who may not see receivables.
    overdue: Number of receivables overdue beyond the company's limit.
    is_of_payer: Whether the limit and exposure are those of the customer's payer and all accounts it pays for.
    """

    limit: Money | None = None
    exposure: Money | None = None
    overdue: int | None = None
    is_of_payer: bool = False


class CustomField(msgspec.Struct, kw_only=True):
    """A custom field of an entity, declared by the host.

    entity: The entity, such as `customer`; immutable.
    name: Name in filters and JSON: lower-case letters, digits and `_`.
    value_type: Type; immutable.
    category: The dictionary category of a choice field; immutable.
    is_required: Whether new records need a value, which cannot be removed later.
    is_unique: Whether values must be unique; immutable.
    labels: Display labels by language.
    position: Sort position in forms and lists.
    is_active: Whether values may still be written.
    """

    c: ClassVar[CustomFieldFields] = CustomFieldFields()

    entity: str
    name: str
    value_type: CustomType
    category: str | None = None
    is_required: bool = False
    is_unique: bool = False
    labels: dict[str, str] = msgspec.field(default_factory=dict)
    position: int = 0
    is_active: bool = True


class Customer(msgspec.Struct, kw_only=True):
    """A customer.

    code: Customer number.
    name: Name.
    kind: Whether it is an organisation or a person.
    legal_name: Legal name, if different.
    group_id: Main group; further groups are `CustomerGroupMember`s.
    owner_id: The operator responsible for the customer.
    industry_id: Industry.
    source_id: Lead source.
    level_id: Rating, such as A, B or C.
    region_id: Sales region.
    province_id: Province.
    country: Country, in the host's notation; tax numbers are normalised if it is ISO 3166 alpha-2.
    tax_id: Tax number, as entered.
    tax_id_key: Lookup key of the tax number, see `tax_id_key`; maintained by the library.
    language: Language of the customer's documents, such as `es`.
    website: Website.
    notes: Notes.
    tax_code: Tax code of sales to this customer; none: the company's. A code in an exempt category (E, AE, K, G, O) takes precedence over the
        product's.
    tax_profile: Tax profile (fiscal position): which codes replace those of products for this customer, as set in the tax rates.
    price_list_id: The customer's own price list; none: that of the nearest group with one, then the company's.
    payment_days: Days from a delivery until its receivable is due.
    payment_terms: Payment terms in instalments or by months; none: `payment_days` from the document date.
    payer_id: The customer that pays, if another; the receivable stays with this customer.
    currency: Currency of the credit limit.
    credit_limit: Credit limit, which undelivered orders count against; none: unlimited.
    is_active: Whether new documents may be created for the customer.
    """

    c: ClassVar[CustomerFields] = CustomerFields()

    code: str = ""
    name: str
    kind: CustomerKind = CustomerKind.ORGANISATION
    legal_name: str | None = None
    group_id: UUID | None = None
    owner_id: UUID | None = None
    industry_id: UUID | None = None
    source_id: UUID | None = None
    level_id: UUID | None = None
    region_id: UUID | None = None
    province_id: UUID | None = None
    country: str | None = None
    tax_id: str | None = None
    tax_id_key: str | None = None
    language: str | None = None
    website: str | None = None
    notes: str | None = None
    tax_code: str | None = None
    tax_profile: str | None = None
    price_list_id: UUID | None = None
    payment_days: int = 0
    payment_terms: PaymentTerms | None = None
    payer_id: UUID | None = None
    currency: str | None = None
    credit_limit: Money | None = None
    is_active: bool = True


class CustomerAddress(msgspec.Struct, kw_only=True):
    """An address of a customer.

    customer_id: The customer; immutable.
    kind: Kind of address.
    name: Name of the site or of the recipient.
    owner_id: The operator responsible for the address. Grants no access to the customer, which follows from its owner and groups.
    street: Street and number.
    city: City.
    postal_code: Postal code.
    province_id: Province.
    region_id: Sales region.
    country: Country, in the host's notation.
    is_primary: Whether it is the primary one of its kind.
    """

    c: ClassVar[CustomerAddressFields] = CustomerAddressFields()

    customer_id: UUID
    kind: AddressKind
    name: str | None = None
    owner_id: UUID | None = None
    street: str | None = None
    city: str | None = None
    postal_code: str | None = None
    province_id: UUID | None = None
    region_id: UUID | None = None
    country: str | None = None
    is_primary: bool = False


class CustomerCard(msgspec.Struct, kw_only=True):
    """A customer with everything that belongs to it, except documents and open items, which have lists of their own.

    customer: The customer.
    contacts: Its contacts.
    points: Contact points of the customer and its contacts.
    addresses: Its addresses.
    memberships: Its memberships in groups other than the main group.
    groups: The main group and the groups of the memberships.
    custom: Custom field values of the customer, its contacts and its addresses, by record and by name.
    """

    customer: CustomerRecord
    contacts: list[ContactRecord]
    points: list[ContactPointRecord]
    addresses: list[CustomerAddressRecord]
    memberships: list[CustomerGroupMemberRecord]
    groups: list[CustomerGroupRecord]
    custom: dict[str, dict[str, Any]]


class CustomerFigures(msgspec.Struct, kw_only=True):
    """Derived figures of a customer, as of the caller's current day. None: the caller may not see it, or there was no such day.

    customer_id: The customer.
    owed: The balance in the currency of the books: receivables less payments and other credits dated up to the day.
    overdue: Receivables past due in the currency of the books. Unallocated credits are not deducted; what is allocated counts, even with a later day.
    last_delivery_day: Day of the last delivery up to the day that was not reversed.
    revenue_12_months: Net revenue of the last twelve months in the currency of the books, returns and credit notes deducted.
    """

    customer_id: UUID
    owed: Money | None = None
    overdue: Money | None = None
    last_delivery_day: datetime.date | None = None
    revenue_12_months: Money | None = None


class CustomerGroup(msgspec.Struct, kw_only=True):
    """A node in the trees of customer groups, nested up to the depth limit. Trees for regions, operators and so on stand side by side, each with its own
    root.

    code: Code.
    name: Name.
    parent_id: Parent group; none for a root.
    code_prefix: Prefix of its new customers' codes; none: inherited from the parent group.
    code_digits: Minimum digits of the number after the prefix.
    price_list_id: Price list of its customers; none: inherited from the parent group.
    """

    c: ClassVar[CustomerGroupFields] = CustomerGroupFields()

    code: str
    name: str
    parent_id: UUID | None = None
    code_prefix: str | None = None
    code_digits: int = 4
    price_list_id: UUID | None = None


class CustomerGroupMember(msgspec.Struct, kw_only=True):
    """A customer's membership in a group besides its main group.

    customer_id: The customer.
    group_id: The group.
    """

    c: ClassVar[CustomerGroupMemberFields] = CustomerGroupMemberFields()

    customer_id: UUID
    group_id: UUID


class CustomerPrice(msgspec.Struct, kw_only=True):
    """A price or discount agreed with a customer for a product.

    customer_id: The customer.
    product_id: The product.
    unit: Unit that the price is for; none: the base unit.
    min_quantity: Minimum quantity of a line, in its unit.
    currency: Currency of the price; for a discount without a price, the currency of the sale.
    unit_price: Price per unit; none: the price that otherwise applies.
    discount: Discount on the price, in percent.
    valid_from: First day of validity; none: unlimited.
    valid_to: Last day of validity; none: unlimited.
    """

    c: ClassVar[CustomerPriceFields] = CustomerPriceFields()

    customer_id: UUID
    product_id: UUID
    unit: str | None = None
    min_quantity: Decimal = Decimal("0")
    currency: str
    unit_price: UnitPrice | None = None
    discount: Decimal | None = None
    valid_from: datetime.date | None = None
    valid_to: datetime.date | None = None


class Deallocation(msgspec.Struct, kw_only=True):
    """Reverses an allocation in whole or in part.

    allocation_id: The allocation.
    amount: Amount, positive; none: the whole remaining allocation.
    day: Effective day; not before the allocation.
    """

    allocation_id: UUID
    amount: Money | None = None
    day: datetime.date


class DictionaryEntry(msgspec.Struct, kw_only=True):
    """An entry of the data dictionary. The entries of a category form a tree.

    category: Category: `industry`, `source`, `level`, `region`, `province`, `payment_method`, or one of the host's own; immutable.
    code: Code, unique within the category.
    labels: Display labels by language: `{"es": "Madrid", "zh": "马德里"}`.
    position: Sort position; entries with the same position are sorted by code.
    is_active: Whether new records may choose it.
    parent_id: Parent entry, in the same category; none for a root.
    """

    c: ClassVar[DictionaryEntryFields] = DictionaryEntryFields()

    category: str
    code: str
    labels: dict[str, str]
    position: int = 0
    is_active: bool = True
    parent_id: UUID | None = None


class ExternalKey(msgspec.Struct, kw_only=True):
    """A key in another system: which system, and the key there. The type is that of the record it is used for.

    system: The other system, such as `erp`.
    id: The key there.
    """

    system: str
    id: str


class FeedEntryRecord(msgspec.Struct, kw_only=True):
    """A record as stored: its id, version and fields.

    position: Position in the feed, from 1.
    at: Time of the change.
    entity: The entity.
    record_id: The record.
    customer_id: The customer it belongs to.
    action: Kind of change.
    audit_id: The audit entry with the fields before and after.
    """

    c: ClassVar[FeedEntryFields] = FeedEntryFields()

    version: int
    position: int
    at: datetime.datetime
    entity: str
    record_id: UUID
    customer_id: UUID | None = None
    action: Action
    audit_id: UUID


class FreedPrepayments(msgspec.Struct, kw_only=True):
    """Releases the prepayments reserved for an order.

    customer_id: The customer.
    order_id: The order.
    """

    customer_id: UUID
    order_id: UUID


class Instalment(msgspec.Struct, kw_only=True):
    """A part of a receivable with its own due date.

    due_day: Due date.
    amount: Amount.
    """

    due_day: datetime.date
    amount: Money


class Issuer(msgspec.Struct, kw_only=True):
    """The company, as shown on a document.

    name: Legal name.
    city: City.
    country: Country, as ISO 3166 code.
    email: E-mail.
    iban: IBAN.
    language: Language of its documents.
    logo: Location of the logo.
    phone: Telephone.
    postal_code: Postal code.
    province: Province.
    street: Street and number.
    tax_id: Tax number.
    website: Website.
    """

    name: str
    city: str | None = None
    country: str | None = None
    email: str | None = None
    iban: str | None = None
    language: str | None = None
    logo: str | None = None
    phone: str | None = None
    postal_code: str | None = None
    province: str | None = None
    street: str | None = None
    tax_id: str | None = None
    website: str | None = None


class KeptRecord(msgspec.Struct, kw_only=True):
    """A record that undoing an operation leaves as it is, at least in part.

    entity: The entity.
    record_id: The record.
    fields: The fields that are kept: they changed since, or what they referred to was deleted. Empty: the record itself was deleted since.
    """

    entity: str
    record_id: UUID
    fields: list[str]


class KitComponent(msgspec.Struct, kw_only=True):
    """A component of a kit: a quantity of a product, in its base unit, per kit.

    kit_id: The kit.
    component_id: The component product.
    quantity: Quantity per kit, positive.
    """

    c: ClassVar[KitComponentFields] = KitComponentFields()

    kit_id: UUID
    component_id: UUID
    quantity: Decimal


class KitPart(msgspec.Struct, kw_only=True):
    """A component of a delivered kit, as stored with its line.

    product_id: The component.
    quantity: Quantity delivered.
    cost: Cost.
    lot: Lot or serial number, if tracked.
    """

    product_id: UUID
    quantity: Decimal
    cost: Money
    lot: str | None = None


class LastDelivery(msgspec.Struct, kw_only=True):
    """The last delivery to a customer, as a template for the next.

    document_id: The delivery.
    number: Its number.
    day: Its day.
    lines: Its lines, at the prices of that delivery.
    allowance_charges: Its allowances and charges.
    inactive: Products on it that are no longer sold.
    """

    document_id: UUID
    number: str
    day: datetime.date
    lines: list[LineItem]
    allowance_charges: list[AllowanceCharge]
    inactive: list[UUID]


class LineCostByMethod(msgspec.Struct, tag_field="kind", tag="by_method", kw_only=True):
    """From the product's costing method."""


class LineCostOverride(msgspec.Struct, tag_field="kind", tag="override", kw_only=True):
    """A cost set by the caller and stored with the line; requires the right `cost.override` and a reason. The difference to the value of the goods is a
    variance.

    unit_cost: Cost per unit, not negative.
    reason: Reason.
    """

    unit_cost: UnitPrice
    reason: str


class LineCostDirect(msgspec.Struct, tag_field="kind", tag="direct", kw_only=True):
    """Drop shipment: the goods go directly from a supplier to the customer at this cost, without passing through stock; requires the right `stock.post`,
    as a receipt does.

    unit_cost: Cost per unit, not negative.
    """

    unit_cost: UnitPrice


LineCost: TypeAlias = Union[LineCostByMethod, LineCostOverride, LineCostDirect]
"""The cost of a delivered line."""


class LineItem(msgspec.Struct, kw_only=True):
    """A product or service to quote, order, deliver or credit.

    product_id: The product or service.
    quantity: Quantity: positive for goods; a service may have a negative quantity or price, as a deduction.
    unit: Unit of quantity and price; none: the product's base unit.
    unit_price: Price; zero if free of charge; none: from agreements and price lists.
    price_quantity: Number of units that a given price is for: one, unless the price is per hundred, for example (BT-149).
    includes_tax: Whether price, discount, charge and given amounts include tax; none: as the price list, or the company's prices.
    discount_percent: Discount in percent of quantity x price, instead of that of the list; the resulting amount is rounded.
    discount: Further discount, as an amount (BT-136).
    charge: Charge on the line, such as packing (BT-141).
    given_net: Net as printed on a document from another system, for imported lines; accepted as it is.
    text: Text printed on the document; none: the product's name.
    tax_code: Tax code; none: the customer's if it is exempt; otherwise the first of the product's, the customer's and the company's, as replaced by
        the customer's tax profile.
    lot: Lot or serial number, if the product is tracked and goods move.
    component_lots: Lots or serial numbers of the components, if the product is a kit and goods move.
    cost: Cost, if goods move.
    """

    product_id: UUID
    quantity: Decimal
    unit: str | None = None
    unit_price: UnitPrice | None = None
    price_quantity: Decimal = Decimal("1")
    includes_tax: bool | None = None
    discount_percent: Decimal | None = None
    discount: Money | None = None
    charge: Money | None = None
    given_net: Money | None = None
    text: str | None = None
    tax_code: str | None = None
    lot: str | None = None
    component_lots: list[ComponentLot] = msgspec.field(default_factory=list)
    cost: LineCost = msgspec.field(default_factory=lambda: LineCostByMethod())


class LinkedReturn(msgspec.Struct, kw_only=True):
    """Part or all of a delivered line, at its price, tax and cost; the last unit takes what is left of them.

    line_id: The delivered line.
    quantity: Quantity: positive, or negative if the line is; for a component, its own quantity.
    component_id: The component of a kit that is returned separately; none: the line as sold.
    lot: Lot or serial number of the component, if it was delivered in several.
    net: Net amount to credit, at most what is left of the line; none: its share, for a component in proportion to cost.
    unit_price: The amount to credit as a price per unit, including tax if the line's price does.
    """

    line_id: UUID
    quantity: Decimal
    component_id: UUID | None = None
    lot: str | None = None
    net: Money | None = None
    unit_price: UnitPrice | None = None


class LotBalanceRecord(msgspec.Struct, kw_only=True):
    """A record as stored: its id, version and fields.

    product_id: The product.
    lot: Lot or serial number.
    warehouse_id: The warehouse.
    quantity: Quantity on hand.
    """

    c: ClassVar[LotBalanceFields] = LotBalanceFields()

    version: int
    product_id: UUID
    lot: str
    warehouse_id: UUID
    quantity: Decimal


class LotProposal(msgspec.Struct, kw_only=True):
    """A quantity to take from a lot.

    lot: Lot or serial number.
    expires_on: Day from which the lot is expired.
    quantity: Quantity to take.
    """

    lot: str
    expires_on: datetime.date | None = None
    quantity: Decimal


class LotReceiver(msgspec.Struct, kw_only=True):
    """A delivery or return of goods of a lot.

    customer_id: The customer.
    document_id: The delivery or return.
    day: Document date.
    quantity: Quantity: delivered if positive, returned if negative.
    """

    customer_id: UUID
    document_id: UUID
    day: datetime.date
    quantity: Decimal


class LotWarning(msgspec.Struct, kw_only=True):
    """Warns that a lot was delivered that has expired or will expire soon.

    line: The delivery line.
    product_id: The product, or the component of a kit.
    lot: Lot or serial number.
    expires_on: Day from which the lot is expired.
    """

    line: int
    product_id: UUID
    lot: str
    expires_on: datetime.date


class MatchedByOwnCode(msgspec.Struct, tag_field="kind", tag="own_code", kw_only=True):
    """The product's own code."""


class MatchedByMnemonic(msgspec.Struct, tag_field="kind", tag="mnemonic", kw_only=True):
    """The product's mnemonic."""


class MatchedByCode(msgspec.Struct, tag_field="kind", tag="code"):
    """One of its additional codes."""

    value: tuple[UUID, CodeKind]


MatchedBy: TypeAlias = Union[MatchedByOwnCode, MatchedByMnemonic, MatchedByCode]
"""What a text matched."""


class MergePreview(msgspec.Struct, kw_only=True):
    """What a merge would change.

    records: Number of records that would change, by entity.
    """

    records: dict[str, int]


class Merged(msgspec.Struct, kw_only=True):
    """The result of a merge.

    operation_id: The operation, with which the merge is undone.
    records: Number of changed records, by entity.
    """

    operation_id: UUID
    records: dict[str, int]


class Money(msgspec.Struct):
    """An amount of money: at most 4 decimals, in one currency. An input or stored amount is within ±922 trillion; a total may have 24 digits before the
    decimal point.

    amount: The number.
    currency: The currency, such as `EUR`.
    """

    amount: Decimal
    currency: str


class NewAllocation(msgspec.Struct, kw_only=True):
    """Allocates a credit to one receivable.

    customer_id: The customer with the credit.
    credit_id: The credit, from a payment or a return.
    receivable_id: The receivable of the same customer.
    amount: Amount, positive.
    day: Effective day; not before either document.
    """

    customer_id: UUID
    credit_id: UUID
    receivable_id: UUID
    amount: Money
    day: datetime.date


class NewCount(msgspec.Struct, kw_only=True):
    """Posts the differences found in a count.

    warehouse_id: The counted warehouse.
    day: Document date.
    reference: A note.
    lines: The differences.
    """

    warehouse_id: UUID
    day: datetime.date
    reference: str | None = None
    lines: list[CountLine]


class NewCreditAllocation(msgspec.Struct, kw_only=True):
    """Allocates a credit to several receivables.

    customer_id: The customer with the credit.
    credit_id: The credit, from a payment or a return.
    allocate: How to allocate it.
    debtors: Other customers whose receivables it may be allocated to; the customer must be their payer.
    day: Effective day; not before either document.
    """

    customer_id: UUID
    credit_id: UUID
    allocate: Allocate
    debtors: list[UUID] = msgspec.field(default_factory=list)
    day: datetime.date


class NewCreditNote(msgspec.Struct, kw_only=True):
    """Posts a credit to a customer without a return of goods.

    customer_id: The customer.
    day: Document date.
    delivery_id: The delivery that linked lines credit.
    reference: The customer's reference, or a note.
    allocate: What to allocate the credit to; none: what is open on the linked delivery, as far as the credit reaches.
    reason: Reason, printed on the document.
    lines: The credited lines.
    allowance_charges: Document-level allowances and charges, in the customer's favour if positive.
    """

    customer_id: UUID
    day: datetime.date
    delivery_id: UUID | None = None
    reference: str | None = None
    allocate: Allocate | None = None
    reason: str
    lines: list[CreditLine]
    allowance_charges: list[AllowanceCharge] = msgspec.field(default_factory=list)


class NewDelivery(msgspec.Struct, kw_only=True):
    """Posts a delivery of goods and services to a customer.

    customer_id: The customer.
    warehouse_id: The warehouse to deliver from.
    day: Document date, which is the tax point.
    due_day: Due day of the receivable; none: by the customer's payment terms. A later day than these requires the right `customers.terms`.
    instalments: Instalments of the payable amount, in due order; empty: a single one on the due day, or by the customer's payment terms.
    credit_override: Deliver even if the customer exceeds its credit limit; requires the right `credit.override`.
    reference: The customer's reference, or a note.
    lines: The delivered lines.
    allowance_charges: Document-level allowances and charges.
    payable_rounding: Rounding of the payable amount.
    """

    customer_id: UUID
    warehouse_id: UUID
    day: datetime.date
    due_day: datetime.date | None = None
    instalments: list[Instalment] = msgspec.field(default_factory=list)
    credit_override: bool = False
    reference: str | None = None
    lines: list[LineItem]
    allowance_charges: list[AllowanceCharge] = msgspec.field(default_factory=list)
    payable_rounding: PayableRounding = msgspec.field(default_factory=lambda: PayableRoundingNone())


class NewOrder(msgspec.Struct, kw_only=True):
    """Creates an order without a quote.

    customer_id: The customer.
    day: Document date.
    reference: The customer's order number, or a note.
    warehouse_id: The warehouse to deliver from.
    requested_day: Day requested by the customer.
    lines: The ordered lines.
    allowance_charges: Document-level allowances and charges; each delivery takes its share.
    credit_override: Create the order even if the customer exceeds its credit limit; requires the right `credit.override`.
    """

    customer_id: UUID
    day: datetime.date
    reference: str | None = None
    warehouse_id: UUID | None = None
    requested_day: datetime.date | None = None
    lines: list[LineItem]
    allowance_charges: list[AllowanceCharge] = msgspec.field(default_factory=list)
    credit_override: bool = False


class NewPayment(msgspec.Struct, kw_only=True):
    """A payment to record.

    customer_id: The customer that paid.
    day: Day of the payment.
    amount: Amount, positive.
    allocate: How to allocate it.
    debtors: Other customers whose receivables it may be allocated to; the payer must be their payer.
    order_id: The sales order it is a prepayment for; it stays reserved for the order's deliveries.
    method: Payment method, in the host's notation.
    reference: The customer's reference, or a note.
    """

    customer_id: UUID
    day: datetime.date
    amount: Money
    allocate: Allocate = msgspec.field(default_factory=lambda: AllocateNothing())
    debtors: list[UUID] = msgspec.field(default_factory=list)
    order_id: UUID | None = None
    method: str | None = None
    reference: str | None = None


class NewQuote(msgspec.Struct, kw_only=True):
    """Creates a quote.

    customer_id: The customer.
    offer: The offer.
    """

    customer_id: UUID
    offer: Offer


class NewReceipt(msgspec.Struct, kw_only=True):
    """Posts goods received from a supplier.

    warehouse_id: The warehouse that receives the goods.
    day: Document date.
    reference: The supplier's document number, or a note.
    landed: Landed costs of the whole receipt, such as freight and duty: split over the lines by value, in whole steps, and included in unit costs.
    lines: The lines received.
    """

    warehouse_id: UUID
    day: datetime.date
    reference: str | None = None
    landed: Money | None = None
    lines: list[ReceiptLine]


class NewRecost(msgspec.Struct, kw_only=True):
    """Recalculates the costs of a product in the order of days.

    product_id: The product.
    from_: Sales lines from this day on are corrected; changes of earlier ones are a variance.
    day: Document date, which is also that of the corrections.
    reference: A note.
    """

    product_id: UUID
    from_: datetime.date = msgspec.field(name="from")
    day: datetime.date
    reference: str | None = None


class NewRefund(msgspec.Struct, kw_only=True):
    """Refunds a credit.

    customer_id: The customer with the credit.
    credit_id: The credit.
    amount: Amount, positive.
    day: Day of the refund.
    method: Payment method, in the host's notation.
    reason: Reason.
    """

    customer_id: UUID
    credit_id: UUID
    amount: Money
    day: datetime.date
    method: str | None = None
    reason: str | None = None


class NewReturn(msgspec.Struct, kw_only=True):
    """Posts a return of goods and services by a customer.

    customer_id: The customer.
    warehouse_id: The warehouse that receives the goods.
    day: Document date.
    delivery_id: The delivery of the linked lines.
    reference: The customer's reference, or a note.
    allocate: What to allocate the credit to; none: what is open on the linked delivery, as far as the credit reaches.
    is_credited: Whether the customer gets a credit; not if it gets a replacement: stock moves, but the debt is unchanged.
    gives_charges: Whether document-level charges of the delivery, such as freight, are credited: in proportion, or not at all; none: with the last of
        its goods.
    redelivers: Whether the goods are to be delivered again: the returned quantities are open again on their order.
    lines: The returned lines.
    """

    customer_id: UUID
    warehouse_id: UUID
    day: datetime.date
    delivery_id: UUID | None = None
    reference: str | None = None
    allocate: Allocate | None = None
    is_credited: bool = True
    gives_charges: bool | None = None
    redelivers: bool = False
    lines: list[ReturnLine]


class NewSupplierReturn(msgspec.Struct, kw_only=True):
    """Posts a return of goods to a supplier. They leave at their current cost; the difference to the supplier's credit is a variance.

    warehouse_id: The warehouse that the goods leave.
    day: Document date.
    receipt_id: The receipt of the goods, if known.
    reference: The supplier's document number, or a note.
    lines: The lines sent back.
    """

    warehouse_id: UUID
    day: datetime.date
    receipt_id: UUID | None = None
    reference: str | None = None
    lines: list[SupplierReturnLine]


class NewTransfer(msgspec.Struct, kw_only=True):
    """Moves goods from one warehouse to another. Their value is kept for the whole company, so no value moves.

    from_warehouse_id: The warehouse that the goods leave.
    to_warehouse_id: The warehouse that receives the goods.
    day: Document date.
    reference: A note.
    lines: The lines moved.
    """

    from_warehouse_id: UUID
    to_warehouse_id: UUID
    day: datetime.date
    reference: str | None = None
    lines: list[TransferLine]


class NewWriteOff(msgspec.Struct, kw_only=True):
    """Writes off a receivable or credit, in whole or in part.

    customer_id: The customer.
    item_id: The receivable or credit.
    amount: Amount, positive.
    day: Day of the write-off.
    reason: Reason.
    """

    customer_id: UUID
    item_id: UUID
    amount: Money
    day: datetime.date
    reason: str | None = None


class Offer(msgspec.Struct, kw_only=True):
    """The contents of a quote's first or a later revision.

    day: Document date.
    valid_until: Last day of validity; none: unlimited.
    reference: The customer's reference, or a note.
    lines: The offered lines.
    allowance_charges: Document-level allowances and charges.
    """

    day: datetime.date
    valid_until: datetime.date | None = None
    reference: str | None = None
    lines: list[LineItem]
    allowance_charges: list[AllowanceCharge] = msgspec.field(default_factory=list)


class OfferedPart(msgspec.Struct, kw_only=True):
    """A part of a quote line.

    line_id: The line of the revision.
    quantity: Quantity: positive, or negative if the line is.
    """

    line_id: UUID
    quantity: Decimal


class OpenItemRecord(msgspec.Struct, kw_only=True):
    """A record as stored: its id, version and fields.

    kind: Origin.
    customer_id: The customer.
    salesperson_id: The salesperson responsible for the customer at the time.
    sales_document_id: The delivery or return.
    payment_id: The payment; on a transfer, the payment whose credit is transferred.
    adjustment_id: The refund, write-off, cancellation or rescheduling.
    source_item_id: The item it offsets: the one cancelled, refunded, written off or transferred, or reversed along with a delivery.
    order_id: The sales order: for a prepayment, as long as it is reserved for the order; for a delivery, for the payment status of the order.
    reference: Document reference in the previous books, for opening items.
    order_reference: Order reference in the previous books, for a prepayment among the opening items.
    instalment: Instalment number in its document, from 1.
    day: Effective day.
    document_day: Document date: `day`, except for rescheduled receivables and opening items.
    due_day: Due date.
    posted_at: Time of posting.
    currency: Currency.
    amount: Original amount: positive for a receivable, negative for a credit.
    open: Amount not yet allocated, counting all allocations of any day; same sign.
    settled_day: The day of the last allocation or reversal that touched it.
    reopened_day: Day of the last reversal: later allocations are not dated before it, so that no day is ever overallocated.
    """

    c: ClassVar[OpenItemFields] = OpenItemFields()

    id: UUID
    version: int
    kind: OpenItemKind
    customer_id: UUID
    salesperson_id: UUID | None = None
    sales_document_id: UUID | None = None
    payment_id: UUID | None = None
    adjustment_id: UUID | None = None
    source_item_id: UUID | None = None
    order_id: UUID | None = None
    reference: str | None = None
    order_reference: str | None = None
    instalment: int
    day: datetime.date
    document_day: datetime.date
    due_day: datetime.date
    posted_at: datetime.datetime
    currency: str
    amount: Money
    open: Money
    settled_day: datetime.date | None = None
    reopened_day: datetime.date | None = None


class OpeningCancellation(msgspec.Struct, kw_only=True):
    """Cancels an opening document or credit from previous books that was imported wrongly.

    customer_id: The customer.
    item_id: The receivable or credit; any instalment of the document.
    day: Day of the cancellation; not before the opening.
    reason: Reason.
    """

    customer_id: UUID
    item_id: UUID
    day: datetime.date
    reason: str | None = None


class OpeningOptions(msgspec.Struct, kw_only=True):
    """Options of applying opening data.

    warehouse_id: Warehouse of stock rows that name none; needed only if there are such rows.
    day: Opening day: stock is posted and open items count from it, and no row may be dated after it; needed only for these.
    mode: What happens if rows have errors.
    """

    warehouse_id: UUID | None = None
    day: datetime.date | None = None
    mode: ApplyMode


class OpeningReport(msgspec.Struct, kw_only=True):
    """The result of applying opening data, or what it would be.

    customers_created: Customers created.
    contacts_created: Contacts created.
    contact_points_created: Contact points created.
    addresses_created: Addresses created.
    products_created: Products created.
    units_created: Units created.
    codes_created: Product codes created.
    price_lists_created: Price lists created.
    prices_created: Prices created, on lists and for customers.
    stock_posted: Opening stock rows posted.
    receivables_created: Receivable rows posted as open items.
    credits_created: Credits and prepayments posted as open items.
    unchanged: Rows that were already stored.
    stock_value: Value of the posted stock; none for callers who may not see costs.
    receivables_amount: Sum of the new receivables, net of credit notes.
    credits_amount: Sum of the new credits and prepayments, positive.
    problems: Problems found in reading and applying.
    totals: Control totals of the sheets.
    sheets: How each sheet of the workbook was interpreted.
    """

    customers_created: int
    contacts_created: int
    contact_points_created: int
    addresses_created: int
    products_created: int
    units_created: int
    codes_created: int
    price_lists_created: int
    prices_created: int
    stock_posted: int
    receivables_created: int
    credits_created: int
    unchanged: int
    stock_value: Money | None = None
    receivables_amount: Money | None = None
    credits_amount: Money | None = None
    problems: list[Problem] = msgspec.field(default_factory=list)
    totals: list[SheetTotals] = msgspec.field(default_factory=list)
    sheets: list[SheetReading] = msgspec.field(default_factory=list)


class OperationRecord(msgspec.Struct, kw_only=True):
    """A record as stored: its id, version and fields.

    kind: What was done.
    operator_id: Who did it.
    at: When.
    reason: Why, as given by the operator.
    records: Number of records changed or deleted.
    undone_at: When it was undone; null if it was not.
    undone_by_id: Who undid it.
    kept: Number of records that undoing it left as they were, at least in part, because they had changed since.
    """

    c: ClassVar[OperationFields] = OperationFields()

    id: UUID
    version: int
    kind: OperationKind
    operator_id: UUID
    at: datetime.datetime
    reason: str | None = None
    records: int
    undone_at: datetime.datetime | None = None
    undone_by_id: UUID | None = None
    kept: int | None = None


class Operator(msgspec.Struct, kw_only=True):
    """A person who works with the system; for hosts with users of their own, a projection of such a user.

    code: Login or staff number.
    name: Name.
    roles: Codes of the roles; principals from the host may bring their own.
    is_active: Whether the operator is active.
    groups: The customer groups assigned to the operator.
    """

    c: ClassVar[OperatorFields] = OperatorFields()

    code: str
    name: str
    roles: list[str] = msgspec.field(default_factory=list)
    is_active: bool = True
    groups: list[UUID] = msgspec.field(default_factory=list)


class OrderClosed(msgspec.Struct, kw_only=True):
    """The result of closing an order.

    state: New state: completed, or cancelled if nothing was delivered.
    """

    state: OrderState


class OrderDelivery(msgspec.Struct, kw_only=True):
    """Delivers an order in whole or in part.

    order_id: The order.
    warehouse_id: The warehouse to deliver from.
    day: Document date, which is the tax point.
    due_day: Due day of the receivable; none: by the customer's payment terms. A later day than these requires the right `customers.terms`.
    reference: The customer's reference, or a note; none: that of the order.
    lines: The lines to deliver; none: everything open.
    allows_excess: Whether more than the open quantities may be delivered, even on a completed order.
    payable_rounding: Rounding of the payable amount.
    instalments: Instalments of the payable amount, in due order; empty: a single one on the due day, or by the customer's payment terms.
    credit_override: Deliver even if the customer exceeds its credit limit; requires the right `credit.override`.
    """

    order_id: UUID
    warehouse_id: UUID
    day: datetime.date
    due_day: datetime.date | None = None
    reference: str | None = None
    lines: list[OrderedPart] | None = None
    allows_excess: bool = False
    payable_rounding: PayableRounding = msgspec.field(default_factory=lambda: PayableRoundingNone())
    instalments: list[Instalment] = msgspec.field(default_factory=list)
    credit_override: bool = False


class OrderPosted(msgspec.Struct, kw_only=True):
    """A created order.

    order_id: The order.
    number: Its number.
    net: Net amount.
    tax: Tax.
    gross: Gross: net and tax.
    expected_profit: Net less the expected cost of the goods; none for callers who may not see costs.
    credit_warning: Set if the customer exceeds its credit limit and the order was created nevertheless.
    price_warnings: Objections of the price policy that did not prevent the order; for an accepted quote, also what changed since.
    """

    order_id: UUID
    number: str
    net: Money
    tax: Money
    gross: Money
    expected_profit: Money | None = None
    credit_warning: CreditWarning | None = None
    price_warnings: list[PriceWarning] = msgspec.field(default_factory=list)


class OrderStatus(msgspec.Struct, kw_only=True):
    """An order with its lines and progress.

    order: The order.
    lines: Its lines, in order.
    is_started: Whether anything was delivered.
    open_net: Net amount still to be delivered.
    """

    order: SalesOrderRecord
    lines: list[SalesOrderLineRecord]
    is_started: bool
    open_net: Money


class OrderedPart(msgspec.Struct, kw_only=True):
    """A part of an order line.

    line_id: The order line.
    quantity: Quantity: positive, or negative if the line is.
    lot: Lot or serial number, if the product is tracked. A line may be given several times, each with another lot.
    component_lots: Lots or serial numbers of the components, if the line is a kit.
    cost: Cost.
    """

    line_id: UUID
    quantity: Decimal
    lot: str | None = None
    component_lots: list[ComponentLot] = msgspec.field(default_factory=list)
    cost: LineCost = msgspec.field(default_factory=lambda: LineCostByMethod())


class OwnedCustomers(msgspec.Struct, kw_only=True):
    """Customers of one owner.

    owner_id: The owner; null for customers without one.
    customers: Number of customers.
    """

    owner_id: UUID | None = None
    customers: int


class OwnershipRecord(msgspec.Struct, kw_only=True):
    """A record as stored: its id, version and fields.

    customer_id: The customer.
    operator_id: The owner; null if the customer had none from then on.
    since: Since when.
    """

    c: ClassVar[OwnershipFields] = OwnershipFields()

    id: UUID
    version: int
    customer_id: UUID
    operator_id: UUID | None = None
    since: datetime.datetime


class PastPrice(msgspec.Struct, kw_only=True):
    """A previously delivered line.

    day: Day of the delivery.
    document_id: The delivery.
    number: Number of the delivery.
    line_id: The line.
    quantity: Quantity, in the product's base unit.
    unit: The base unit.
    net: Net amount.
    net_price: Net price per base unit, after every discount; rounded to 6 decimals if not exact.
    margin: Profit as a fraction of the net; none if costs are hidden from the caller or the net is not positive.
    """

    day: datetime.date
    document_id: UUID
    number: str
    line_id: UUID
    quantity: Decimal
    unit: str | None = None
    net: Money
    net_price: UnitPrice
    margin: Decimal | None = None


class PayableRoundingNone(msgspec.Struct, tag_field="kind", tag="none", kw_only=True):
    """No rounding."""


class PayableRoundingTo(msgspec.Struct, tag_field="kind", tag="to"):
    """To a multiple of a step, such as 0.05."""

    value: Decimal


class PayableRoundingBy(msgspec.Struct, tag_field="kind", tag="by"):
    """By a given amount, as on a document from another system; less than one unit of the currency."""

    value: Money


PayableRounding: TypeAlias = Union[PayableRoundingNone, PayableRoundingTo, PayableRoundingBy]
"""Rounding of the payable amount, for cash payment."""


class PayerCredit(msgspec.Struct, kw_only=True):
    """A payer's credit exposure, including all accounts that it pays for.

    customer_id: The payer.
    limit: Credit limit for the payer and the customers it pays for, together.
    receivables: Owed on the day, as in `CreditState`.
    later: The most by which later-dated items raise the amount owed.
    undelivered: Ordered and not yet delivered.
    """

    customer_id: UUID
    limit: Money
    receivables: Money
    later: Money
    undelivered: Money


class PaymentCancellation(msgspec.Struct, kw_only=True):
    """Cancels a bounced or void payment.

    payment_id: The payment.
    day: Day of the cancellation; not before the payment.
    reason: Reason.
    """

    payment_id: UUID
    day: datetime.date
    reason: str | None = None


class PaymentPosted(msgspec.Struct, kw_only=True):
    """A recorded payment.

    payment_id: The payment.
    number: Its number.
    open_item_id: The resulting credit.
    allocated: Amount allocated at once.
    unallocated: Amount that remains as credit.
    """

    payment_id: UUID
    number: str
    open_item_id: UUID
    allocated: Money
    unallocated: Money


class PaymentRecord(msgspec.Struct, kw_only=True):
    """A record as stored: its id, version and fields.

    number: Number, such as `PM-2010-000001`.
    series: Number series.
    sequence: Sequence number in the series, from 1, without gaps.
    day: Day of the payment.
    posted_at: Time of posting.
    operator_id: The operator who posted it.
    customer_id: The customer that paid.
    order_id: The sales order it is a prepayment for.
    method: Payment method, in the host's notation.
    reference: The customer's reference, or a note.
    currency: Currency.
    amount: Amount.
    """

    c: ClassVar[PaymentFields] = PaymentFields()

    id: UUID
    version: int
    number: str
    series: str
    sequence: int
    day: datetime.date
    posted_at: datetime.datetime
    operator_id: UUID
    customer_id: UUID
    order_id: UUID | None = None
    method: str | None = None
    reference: str | None = None
    currency: str
    amount: Money


class PaymentTerms(msgspec.Struct, kw_only=True):
    """Payment terms.

    parts: The parts, whose shares add up to the whole amount.
    """

    parts: list[TermPart]


class Place(msgspec.Struct, kw_only=True):
    """A position in the source, for people: sheet, row (from 1, as in the spreadsheet) and column heading.

    sheet: The sheet's name.
    row: Row number, from 1.
    column: Heading of the column, if the problem is in one cell.
    """

    sheet: str
    row: int
    column: str | None = None


class PriceChange(msgspec.Struct, kw_only=True):
    """A quote line whose price from lists and agreements has changed.

    line_id: The line of the revision.
    line: Line number in the revision, from 1.
    quoted: Price as quoted.
    today: Current price; none if lists and agreements have none any more.
    """

    line_id: UUID
    line: int
    quoted: PriceTerms
    today: PriceTerms | None = None


class PriceLine(msgspec.Struct, kw_only=True):
    """A line to price.

    product_id: The product.
    quantity: Quantity, positive.
    unit: Unit of the quantity; none: the base unit.
    """

    product_id: UUID
    quantity: Decimal
    unit: str | None = None


class PriceList(msgspec.Struct, kw_only=True):
    """A price list.

    code: Code.
    name: Name.
    currency: Currency of its prices.
    valid_from: First day of validity; none: unlimited.
    valid_to: Last day of validity; none: unlimited.
    prices_include_tax: Whether its prices include tax.
    breaks: Quantity that its breaks are compared with.
    is_active: Whether it is in use.
    """

    c: ClassVar[PriceListFields] = PriceListFields()

    code: str
    name: str
    currency: str
    valid_from: datetime.date | None = None
    valid_to: datetime.date | None = None
    prices_include_tax: bool = False
    breaks: BreakBasis = BreakBasis.LINE
    is_active: bool = True


class PriceListItem(msgspec.Struct, kw_only=True):
    """A price on a list.

    list_id: The list.
    product_id: The product.
    unit: Unit that the price is for; none: the base unit.
    min_quantity: Minimum quantity, in its unit.
    currency: Currency of the list.
    unit_price: Price per unit.
    discount: Discount on the price, in percent.
    valid_from: First day of validity; none: unlimited.
    valid_to: Last day of validity; none: unlimited.
    """

    c: ClassVar[PriceListItemFields] = PriceListItemFields()

    list_id: UUID
    product_id: UUID
    unit: str | None = None
    min_quantity: Decimal = Decimal("0")
    currency: str
    unit_price: UnitPrice
    discount: Decimal | None = None
    valid_from: datetime.date | None = None
    valid_to: datetime.date | None = None


class PriceSettings(msgspec.Struct, kw_only=True):
    """The company's pricing settings: a single record, under the company's own id.

    price_list_id: Price list of customers without another.
    uses_last_price: Whether the last price that a customer paid takes precedence over the product's list price.
    below_cost: What happens to a line or document below cost.
    minimum_margin: The minimum margin, in percent of the net amount.
    below_margin: What happens to a line or document below the minimum margin.
    beyond_discount: What happens to a discount, in any form, above the maximum of the caller's roles.
    """

    price_list_id: UUID | None = None
    uses_last_price: bool = False
    below_cost: PolicyLevel
    minimum_margin: Decimal | None = None
    below_margin: PolicyLevel
    beyond_discount: PolicyLevel


class PriceSourceCustomer(msgspec.Struct, tag_field="kind", tag="customer", kw_only=True):
    """An agreement with the customer.

    customer_price_id: The agreement.
    on: The source of the price, if the agreement only gives a discount.
    """

    customer_price_id: UUID
    on: PriceSource | None = None


class PriceSourceCustomerList(msgspec.Struct, tag_field="kind", tag="customer_list", kw_only=True):
    """The customer's own price list.

    list_id: The list.
    item_id: The list item.
    """

    list_id: UUID
    item_id: UUID


class PriceSourceGroupList(msgspec.Struct, tag_field="kind", tag="group_list", kw_only=True):
    """The price list of a customer group.

    group_id: The group.
    list_id: The list.
    item_id: The list item.
    """

    group_id: UUID
    list_id: UUID
    item_id: UUID


class PriceSourceCompanyList(msgspec.Struct, tag_field="kind", tag="company_list", kw_only=True):
    """The company's price list.

    list_id: The list.
    item_id: The list item.
    """

    list_id: UUID
    item_id: UUID


class PriceSourceLastPrice(msgspec.Struct, tag_field="kind", tag="last_price", kw_only=True):
    """The last price that the customer paid.

    line_id: The delivered line.
    """

    line_id: UUID


class PriceSourceProduct(msgspec.Struct, tag_field="kind", tag="product", kw_only=True):
    """The product's list price."""


class PriceSourceGiven(msgspec.Struct, tag_field="kind", tag="given", kw_only=True):
    """Given by the caller."""


PriceSource: TypeAlias = Union[
    PriceSourceCustomer,
    PriceSourceCustomerList,
    PriceSourceGroupList,
    PriceSourceCompanyList,
    PriceSourceLastPrice,
    PriceSourceProduct,
    PriceSourceGiven,
]
"""The source of a price, stored with the line."""


class PriceTerms(msgspec.Struct, kw_only=True):
    """A price as stored with lines.

    unit_price: The price.
    price_quantity: Number of base units that the price is for.
    discount_percent: Discount in percent.
    """

    unit_price: UnitPrice
    price_quantity: Decimal
    discount_percent: Decimal | None = None


class PriceWarning(msgspec.Struct, kw_only=True):
    """An objection of the price policy to a line's price that does not prevent the document.

    line: The line; none: the document as a whole.
    reason: Reason: `below_cost`, `below_margin`, `beyond_discount`, `price_changed` or `cost_changed`; for a caller who may not see costs, `policy`
        replaces the first two, once per document.
    """

    line: int | None = None
    reason: str


class Priced(msgspec.Struct, kw_only=True):
    """A price, what it is for, and its source.

    unit_price: The price as written in its source.
    unit: The unit it is for; none: the base unit, which the product leaves unnamed.
    per: How many of the line's units it is for.
    discount: Discount on it, in percent.
    includes_tax: Whether it includes tax.
    source: Where the price comes from.
    """

    unit_price: UnitPrice
    unit: str | None = None
    per: UnitRatio
    discount: Decimal | None = None
    includes_tax: bool
    source: PriceSource


class Problem(msgspec.Struct, kw_only=True):
    """A problem with a row.

    place: Position.
    severity: Severity.
    code: A stable code: one of `CODES`.
    reason: The reason in English, for people. `reason` gives it in other languages.
    details: Values in the reason, by name: figures, names, other positions.
    text: The cell's text, unchanged, up to 500 characters.
    """

    place: Place
    severity: Severity
    code: str
    reason: str
    details: dict[str, str]
    text: str


class Product(msgspec.Struct, kw_only=True):
    """A stocked product, a service, or a kit.

    code: Product code.
    name: Name.
    model: Model.
    specification: Specification: size, colour, grade and the like.
    mnemonic: Short form of the name for typing, such as its initials.
    brand: Brand.
    notes: Notes.
    group_id: Group.
    unit: Base unit of measure, for quantities, stock, costs and the list price.
    stock_decimals: Decimals of its stock quantities, at most 6: a quantity converted from another unit is rounded to these.
    is_stocked: Whether stock is kept; a service has neither stock nor cost.
    is_kit: Whether it is a kit, sold as one item and delivered as its components; a kit has no stock of its own.
    tracking: How its goods are tracked; immutable.
    costing: Costing method, by strategy name; changed by `stock().change_method`, which carries the value over.
    tax_code: Tax code; none: the customer's, then the company's.
    currency: Currency of the list price.
    list_price: List price per base unit.
    is_active: Whether new documents may sell it.
    """

    c: ClassVar[ProductFields] = ProductFields()

    code: str = ""
    name: str
    model: str | None = None
    specification: str | None = None
    mnemonic: str | None = None
    brand: str | None = None
    notes: str | None = None
    group_id: UUID | None = None
    unit: str | None = None
    stock_decimals: int = 6
    is_stocked: bool = True
    is_kit: bool = False
    tracking: Tracking = Tracking.NONE
    costing: str = "moving_average"
    tax_code: str | None = None
    currency: str
    list_price: UnitPrice | None = None
    is_active: bool = True


class ProductCode(msgspec.Struct, kw_only=True):
    """An additional code of a product, optionally for a unit or a packed quantity.

    product_id: The product.
    kind: Kind of code.
    value: The code as written.
    is_gtin: Whether it is a GTIN of 8, 12, 13 or 14 digits with a valid check digit; false for other barcodes.
    unit: Unit that the code identifies; none: the base unit.
    quantity: Quantity of the unit that the code identifies; none: one.
    customer_id: The customer, for a customer's part number.
    supplier: The supplier, for a supplier's part number.
    valid_from: First day of validity; none: unlimited.
    valid_to: Last day of validity; none: unlimited.
    is_active: Whether the code is in use.
    party: The customer or supplier as a non-null text; derived from the other fields.
    claim: The key while the code is active; derived from the other fields.
    """

    c: ClassVar[ProductCodeFields] = ProductCodeFields()

    product_id: UUID
    kind: CodeKind
    value: str
    is_gtin: bool = False
    unit: str | None = None
    quantity: Decimal | None = None
    customer_id: UUID | None = None
    supplier: str | None = None
    valid_from: datetime.date | None = None
    valid_to: datetime.date | None = None
    is_active: bool = True
    party: str = ""
    claim: str | None = None


class ProductCost(msgspec.Struct, kw_only=True):
    """The specified unit cost of a product from a day on, until replaced by a later one.

    product_id: The product.
    valid_from: First day in force.
    currency: Currency of the cost.
    unit_cost: Cost per unit.
    """

    c: ClassVar[ProductCostFields] = ProductCostFields()

    product_id: UUID
    valid_from: datetime.date
    currency: str
    unit_cost: UnitPrice | None = None


class ProductGroup(msgspec.Struct, kw_only=True):
    """A node in the tree of product groups, nested up to the depth limit.

    code: Code.
    name: Name.
    parent_id: Parent group; none for a root.
    code_prefix: Prefix of its new products' codes; none: inherited from the parent group.
    code_digits: Minimum digits of the number after the prefix.
    """

    c: ClassVar[ProductGroupFields] = ProductGroupFields()

    code: str
    name: str
    parent_id: UUID | None = None
    code_prefix: str | None = None
    code_digits: int = 4


class ProductUnit(msgspec.Struct, kw_only=True):
    """An additional unit of a product, worth `numerator / denominator` base units.

    product_id: The product.
    unit: Unit name, such as `box`.
    numerator: Number of base units equal to `denominator` of this unit.
    denominator: Number of this unit equal to `numerator` base units.
    """

    c: ClassVar[ProductUnitFields] = ProductUnitFields()

    product_id: UUID
    unit: str
    numerator: int
    denominator: int


class ProfitRow(msgspec.Struct, kw_only=True):
    """One group.

    group: The group; null for records without one.
    currency: Currency.
    count: Number of documents, or of lines when grouping by products.
    net: Net revenue, less returns.
    cost: Cost, including corrections.
    corrections: The part of the cost that corrects earlier deliveries and returns.
    profit: Profit.
    margin: Profit as a fraction of net revenue; none unless that is positive.
    """

    group: Any
    currency: str
    count: int
    net: Money
    cost: Money
    corrections: Money
    profit: Money
    margin: Decimal | None = None


class QuoteChange(msgspec.Struct, kw_only=True):
    """Adds a revision to a quote. It replaces the earlier ones, which stay unchanged.

    quote_id: The quote.
    offer: The offer.
    """

    quote_id: UUID
    offer: Offer


class QuoteLineRecord(msgspec.Struct, kw_only=True):
    """A record as stored: its id, version and fields.

    revision_id: The revision.
    line: Line number, from 1.
    customer_id: The customer of the document.
    day: Document date.
    product_id: The product or service.
    product_code: Product code at issue.
    product_name: Product name at issue, or the line's own text.
    unit: Base unit of the product, which the quantity is in.
    quantity: Quantity; negative on a return or credit note.
    entered_unit: Unit entered, if other than the base unit.
    entered_quantity: Quantity in the unit entered.
    currency: Currency of the amounts.
    unit_price: Price.
    price_quantity: Number of base units that the price is for.
    price_source: Where the price comes from.
    includes_tax: Whether price, discount, charge and amount include tax.
    discount_percent: Discount in percent.
    discount: Total discount of the line.
    charge: Total charge of the line.
    amount: Quantity x price less discounts plus charges, including tax if the price does.
    net: Net, as printed.
    revenue: Revenue: net with the line's share of document-level allowances and charges.
    tax_code: Tax code.
    tax_category: Tax category.
    tax_rate: Rate in percent.
    tax: Share of the document's tax.
    expected_cost: Expected cost at the time.
    expected_profit: Revenue less expected cost.
    """

    c: ClassVar[QuoteLineFields] = QuoteLineFields()

    id: UUID
    version: int
    revision_id: UUID
    line: int
    customer_id: UUID
    day: datetime.date
    product_id: UUID
    product_code: str
    product_name: str
    unit: str | None = None
    quantity: Decimal
    entered_unit: str | None = None
    entered_quantity: Decimal | None = None
    currency: str
    unit_price: UnitPrice
    price_quantity: Decimal
    price_source: PriceSource
    includes_tax: bool
    discount_percent: Decimal | None = None
    discount: Money
    charge: Money
    amount: Money
    net: Money
    revenue: Money
    tax_code: str
    tax_category: TaxCategory
    tax_rate: Decimal
    tax: Money
    expected_cost: Money | None = None
    expected_profit: Money | None = None


class QuotePosted(msgspec.Struct, kw_only=True):
    """A written revision of a quote.

    quote_id: The quote.
    revision_id: The revision.
    number: Number of the quote.
    revision: Revision number, from 1.
    net: Net amount.
    tax: Tax.
    gross: Gross: net and tax.
    expected_profit: Net less the expected cost of the goods; none for callers who may not see costs.
    unknown_costs: Lines with goods of unknown cost, which count as zero in the expected profit.
    price_warnings: Objections of the price policy that did not prevent the quote.
    """

    quote_id: UUID
    revision_id: UUID
    number: str
    revision: int
    net: Money
    tax: Money
    gross: Money
    expected_profit: Money | None = None
    unknown_costs: list[int]
    price_warnings: list[PriceWarning] = msgspec.field(default_factory=list)


class QuoteRecord(msgspec.Struct, kw_only=True):
    """A record as stored: its id, version and fields.

    number: Number, such as `QT-2010-000001`.
    series: Number series.
    sequence: Sequence number in the series, from 1, without gaps.
    customer_id: The customer.
    salesperson_id: The operator responsible for the customer when the quote was created.
    day: Day of the first revision.
    revision: Number of the latest revision, from 1.
    valid_until: Last day of validity of the latest revision; none: unlimited.
    currency: Currency of the amounts.
    net: Net of the latest revision.
    outcome: Outcome.
    decided_at: When it was decided.
    reason: Reason for losing or withdrawing it.
    """

    c: ClassVar[QuoteFields] = QuoteFields()

    id: UUID
    version: int
    number: str
    series: str
    sequence: int
    customer_id: UUID
    salesperson_id: UUID | None = None
    day: datetime.date
    revision: int
    valid_until: datetime.date | None = None
    currency: str
    net: Money
    outcome: QuoteOutcome
    decided_at: datetime.datetime | None = None
    reason: str | None = None


class QuoteRevisionRecord(msgspec.Struct, kw_only=True):
    """A record as stored: its id, version and fields.

    day: Document date.
    posted_at: Time of posting.
    operator_id: The operator who posted it.
    customer_id: The customer.
    customer_code: The customer's code at issue.
    customer_name: The customer's name at issue.
    salesperson_id: The operator responsible for the customer at issue; the sale stays attributed to that operator.
    reference: The customer's reference, or a note.
    issuer: The company as printed on the document.
    buyer: The customer as printed on the document.
    tax_method: Level at which tax was rounded.
    rounding: How halves were rounded.
    prices_include_tax: Whether prices included tax.
    taxes: Base and tax by category and rate.
    allowance_charges: Document-level allowances and charges.
    currency: Currency of the amounts.
    lines_net: Sum of the line nets.
    net: Net, including allowances and charges.
    tax: Tax.
    gross: Gross: net and tax.
    quote_id: The quote.
    revision: Revision number, from 1.
    valid_until: Last day of validity; none: unlimited.
    expected_cost: Expected cost of its goods at the time; goods of unknown cost count as zero.
    expected_profit: Net less expected cost.
    """

    c: ClassVar[QuoteRevisionFields] = QuoteRevisionFields()

    id: UUID
    version: int
    day: datetime.date
    posted_at: datetime.datetime
    operator_id: UUID
    customer_id: UUID
    customer_code: str
    customer_name: str
    salesperson_id: UUID | None = None
    reference: str | None = None
    issuer: Issuer
    buyer: Buyer
    tax_method: TaxMethod
    rounding: RoundingMode
    prices_include_tax: bool
    taxes: list[TaxGroup]
    allowance_charges: list[AppliedAllowanceCharge]
    currency: str
    lines_net: Money
    net: Money
    tax: Money
    gross: Money
    quote_id: UUID
    revision: int
    valid_until: datetime.date | None = None
    expected_cost: Money | None = None
    expected_profit: Money | None = None


class QuoteStatus(msgspec.Struct, kw_only=True):
    """A quote, the revision in effect, and what was ordered of it.

    quote: The quote.
    state: Its state.
    revision: The revision in effect: the one ordered from, otherwise the latest.
    lines: Its lines, in order, each with the quantity ordered.
    orders: Its orders.
    """

    quote: QuoteRecord
    state: QuoteState
    revision: QuoteRevisionRecord
    lines: list[tuple[QuoteLineRecord, Decimal]]
    orders: list[SalesOrderRecord]


class ReadingOptions(msgspec.Struct, kw_only=True):
    """How to read an opening workbook. It can be saved as JSON and used for the next file of the same kind.

    sheets: The sheets to read; if empty, every visible sheet whose kind is certain enough.
    kinds: The kinds that a sheet may be recognised as; if empty, all. A sheet that is not certain to be one of them is skipped all the same: to have
        it read, name it in `sheets` with its kind.
    notation: How numbers written as text are read; `Guess`: as the whole sheet writes them.
    dates: How dates written as text are read; none: as the whole sheet writes them.
    certainty: How certain a kind must be for its sheet to be read, in percent.
    hidden_sheets: Whether hidden sheets are read like the others.
    encoding: The encoding of a text file, such as `utf-8`, `windows-1252` or `gb18030`; none: detected.
    delimiter: What separates the columns of a text file, one character; none: detected.
    """

    sheets: list[SheetPlan] = msgspec.field(default_factory=list)
    kinds: list[SheetKind] = msgspec.field(default_factory=list)
    notation: Notation = Notation.GUESS
    dates: DateOrder | None = None
    certainty: int = 60
    hidden_sheets: bool = False
    encoding: str | None = None
    delimiter: str | None = None


class Reassigned(msgspec.Struct, kw_only=True):
    """The result of a reassignment.

    operation_id: The operation, with which it is undone.
    customers: Number of customers with another owner than before.
    """

    operation_id: UUID
    customers: int


class ReassignmentPreview(msgspec.Struct, kw_only=True):
    """What a reassignment would change, and what is open with the customers. None: the caller may not know.

    customers: Number of customers that would get another owner.
    owners: Their owners, with the number of customers of each.
    open_quotes: Number of their open quotes.
    open_orders: Number of their open orders.
    open_receivables: What is open of their receivables, by currency.
    """

    customers: int
    owners: list[OwnedCustomers]
    open_quotes: int | None = None
    open_orders: int | None = None
    open_receivables: list[Money] | None = None


class RebuiltKeys(msgspec.Struct, kw_only=True):
    """The result of making search keys anew.

    records: Number of records whose keys were not those of their texts, by entity.
    """

    records: dict[str, int]


class ReceiptLine(msgspec.Struct, kw_only=True):
    """A received product.

    product_id: The product.
    quantity: Quantity, positive.
    unit_cost: Cost, not negative; none if the amount of the line is given, or the goods are free of charge.
    unit: Unit of quantity and cost; none: the product's base unit.
    price_quantity: Number of units that the cost is for: one, unless the cost is per hundred, for example.
    amount: Invoiced amount for the whole line, instead of a cost per unit.
    is_free: Whether the goods are free of charge, such as samples or a bonus. They count, and lower the average; otherwise a cost of zero is refused.
    landed: Landed costs of this line, such as freight and duty.
    lot: Lot or serial number, if the product is tracked; created if new.
    expires_on: Day from which the lot is expired.
    """

    product_id: UUID
    quantity: Decimal
    unit_cost: UnitPrice | None = None
    unit: str | None = None
    price_quantity: Decimal = Decimal("1")
    amount: Money | None = None
    is_free: bool = False
    landed: Money | None = None
    lot: str | None = None
    expires_on: datetime.date | None = None


class RecostLine(msgspec.Struct, kw_only=True):
    """A line whose cost would change.

    line_id: The line.
    document_id: Its document.
    day: Its day.
    before: Current cost of the product on the line; negative for a return.
    after: Cost after the recalculation.
    """

    line_id: UUID
    document_id: UUID
    day: datetime.date
    before: Money
    after: Money


class RecostPreview(msgspec.Struct, kw_only=True):
    """The changes that a recalculation would make.

    lines: Lines whose cost would change, in the order of days.
    value_before: Current value of the stock on hand.
    value_after: Its value after the recalculation.
    variance: The remaining difference.
    """

    lines: list[RecostLine]
    value_before: Money
    value_after: Money
    variance: Money


class Release(msgspec.Struct, kw_only=True):
    """Releases the reservations of an order.

    order_id: The order.
    """

    order_id: UUID


class Reminder(msgspec.Struct, kw_only=True):
    """A receivable and the dunning level it has reached.

    item: The receivable.
    level: The dunning level, from 1.
    """

    item: AgedItem
    level: int


class Rescheduling(msgspec.Struct, kw_only=True):
    """New instalments for what is open on a document.

    customer_id: The customer.
    document_id: The document.
    instalments: The new instalments, which add up to what is open.
    day: Effective day.
    reason: Reason.
    """

    customer_id: UUID
    document_id: UUID
    instalments: list[Instalment]
    day: datetime.date
    reason: str | None = None


class ReservationRecord(msgspec.Struct, kw_only=True):
    """A record as stored: its id, version and fields.

    order_line_id: The order line.
    product_id: The reserved product.
    order_id: The order.
    customer_id: The customer of the order.
    warehouse_id: The warehouse.
    quantity: Quantity.
    expires_at: Expiry; none: until delivered or released.
    """

    c: ClassVar[ReservationFields] = ReservationFields()

    version: int
    order_line_id: UUID
    product_id: UUID
    order_id: UUID
    customer_id: UUID
    warehouse_id: UUID
    quantity: Decimal
    expires_at: datetime.datetime | None = None


class Reserve(msgspec.Struct, kw_only=True):
    """Reserves the open quantities of an order.

    order_id: The order.
    warehouse_id: Warehouse; none: that of the order.
    expires_at: Expiry; none: until delivered or released.
    """

    order_id: UUID
    warehouse_id: UUID | None = None
    expires_at: datetime.datetime | None = None


class ResolvedUnknown(msgspec.Struct, tag_field="kind", tag="unknown", kw_only=True):
    """No match."""


class ResolvedOne(msgspec.Struct, tag_field="kind", tag="one"):
    """One product."""

    value: CodeMatch


class ResolvedAmbiguous(msgspec.Struct, tag_field="kind", tag="ambiguous"):
    """Several matches, in the order of their codes; at most `MAX_CODE_MATCHES`."""

    value: list[CodeMatch]


Resolved: TypeAlias = Union[ResolvedUnknown, ResolvedOne, ResolvedAmbiguous]
"""The result of resolving a text."""


class ReturnLineLinked(msgspec.Struct, tag_field="kind", tag="linked", kw_only=True):
    """Part or all of a delivered line.

    line_id: The delivered line.
    quantity: Quantity: positive, or negative if the line is; for a component, its own quantity.
    component_id: The component of a kit that is returned separately; none: the line as sold.
    lot: Lot or serial number of the component, if it was delivered in several.
    net: Net amount to credit, at most what is left of the line; none: its share, for a component in proportion to cost.
    unit_price: The amount to credit as a price per unit, including tax if the line's price does.
    """

    line_id: UUID
    quantity: Decimal
    component_id: UUID | None = None
    lot: str | None = None
    net: Money | None = None
    unit_price: UnitPrice | None = None


class ReturnLineUnlinked(msgspec.Struct, tag_field="kind", tag="unlinked", kw_only=True):
    """Goods without a known delivery, or something charged to the customer, such as a restocking fee.

    product_id: The product or service.
    quantity: Quantity: positive for returned goods; a service may have a negative quantity, to charge the customer.
    unit_price: Price per unit.
    lot: Lot or serial number, if the product is tracked.
    unit: Unit of quantity and price; none: the product's base unit.
    tax_code: Tax code; none: as on a delivery.
    includes_tax: Whether the price includes tax; none: as the company's prices.
    sold_on: Day of the sale, whose tax rate applies; none: the day of the return.
    cost: Cost at the time of delivery, if known.
    """

    product_id: UUID
    quantity: Decimal
    unit_price: UnitPrice
    lot: str | None = None
    unit: str | None = None
    tax_code: str | None = None
    includes_tax: bool | None = None
    sold_on: datetime.date | None = None
    cost: LineCost = msgspec.field(default_factory=lambda: LineCostByMethod())


ReturnLine: TypeAlias = Union[ReturnLineLinked, ReturnLineUnlinked]
"""A returned line."""


class Revalue(msgspec.Struct, kw_only=True):
    """Changes the value of a product's stock by an amount.

    product_id: The product.
    lot: The lot, if the product is costed by lot.
    day: Document date.
    amount: Amount added to the value, or taken from it if negative.
    reference: A note.
    """

    product_id: UUID
    lot: str | None = None
    day: datetime.date
    amount: Money
    reference: str | None = None


class Reversal(msgspec.Struct, kw_only=True):
    """Reverses a whole document.

    document_id: The document.
    day: Document date of the reversal.
    reason: Reason, printed on the reversal.
    """

    document_id: UUID
    day: datetime.date
    reason: str


class Reverse(msgspec.Struct, kw_only=True):
    """Reverses a stock document at exactly its value.

    document_id: The document.
    day: Document date.
    reference: A note.
    """

    document_id: UUID
    day: datetime.date
    reference: str | None = None


class Role(msgspec.Struct, kw_only=True):
    """A named set of rights with a scope.

    code: Code that principals refer to it by, such as `salesperson`.
    name: Display name.
    rights: The rights.
    scope: Its scope among customers.
    max_discount: The largest discount it allows, in percent of the list or agreed price; none: no discount.
    systems: External systems reserved for the role (and others that name them): nobody else may bind or use their keys.
    """

    c: ClassVar[RoleFields] = RoleFields()

    code: str
    name: str
    rights: list[Right]
    scope: ScopeLevel
    max_discount: Decimal | None = None
    systems: list[str] = msgspec.field(default_factory=list)


class SalesDocumentRecord(msgspec.Struct, kw_only=True):
    """A record as stored: its id, version and fields.

    day: Document date.
    posted_at: Time of posting.
    operator_id: The operator who posted it.
    customer_id: The customer.
    customer_code: The customer's code at issue.
    customer_name: The customer's name at issue.
    salesperson_id: The operator responsible for the customer at issue; the sale stays attributed to that operator.
    reference: The customer's reference, or a note.
    issuer: The company as printed on the document.
    buyer: The customer as printed on the document.
    tax_method: Level at which tax was rounded.
    rounding: How halves were rounded.
    prices_include_tax: Whether prices included tax.
    taxes: Base and tax by category and rate.
    allowance_charges: Document-level allowances and charges.
    currency: Currency of the amounts.
    lines_net: Sum of the line nets.
    net: Net, including allowances and charges.
    tax: Tax.
    gross: Gross: net and tax.
    kind: Kind of document.
    number: Number, such as `DN-2010-000001`.
    series: Number series.
    sequence: Sequence number in the series, from 1, without gaps.
    warehouse_id: The warehouse.
    order_id: The delivered order.
    reverses_id: The document that this one reverses entirely.
    reason: Reason for a credit note or reversal.
    payable_rounding: Rounding of the payable amount; untaxed (BT-114).
    payable: Payable amount: gross and rounding (BT-115, before prepayments).
    cost: Cost of the goods.
    profit: Net less cost.
    """

    c: ClassVar[SalesDocumentFields] = SalesDocumentFields()

    id: UUID
    version: int
    day: datetime.date
    posted_at: datetime.datetime
    operator_id: UUID
    customer_id: UUID
    customer_code: str
    customer_name: str
    salesperson_id: UUID | None = None
    reference: str | None = None
    issuer: Issuer
    buyer: Buyer
    tax_method: TaxMethod
    rounding: RoundingMode
    prices_include_tax: bool
    taxes: list[TaxGroup]
    allowance_charges: list[AppliedAllowanceCharge]
    currency: str
    lines_net: Money
    net: Money
    tax: Money
    gross: Money
    kind: SalesKind
    number: str
    series: str
    sequence: int
    warehouse_id: UUID | None = None
    order_id: UUID | None = None
    reverses_id: UUID | None = None
    reason: str | None = None
    payable_rounding: Money
    payable: Money
    cost: Money | None = None
    profit: Money | None = None


class SalesLineRecord(msgspec.Struct, kw_only=True):
    """A record as stored: its id, version and fields.

    document_id: The document.
    line: Line number, from 1.
    customer_id: The customer of the document.
    day: Document date.
    product_id: The product or service.
    product_code: Product code at issue.
    product_name: Product name at issue, or the line's own text.
    unit: Base unit of the product, which the quantity is in.
    quantity: Quantity; negative on a return or credit note.
    entered_unit: Unit entered, if other than the base unit.
    entered_quantity: Quantity in the unit entered.
    currency: Currency of the amounts.
    unit_price: Price.
    price_quantity: Number of base units that the price is for.
    price_source: Where the price comes from.
    includes_tax: Whether price, discount, charge and amount include tax.
    discount_percent: Discount in percent.
    discount: Total discount of the line.
    charge: Total charge of the line.
    amount: Quantity x price less discounts plus charges, including tax if the price does.
    net: Net, as printed.
    revenue: Revenue: net with the line's share of document-level allowances and charges.
    tax_code: Tax code.
    tax_category: Tax category.
    tax_rate: Rate in percent.
    tax: Share of the document's tax.
    lot: Lot or serial number of a tracked product.
    cost_source: Where the cost comes from.
    cost_reason: Reason for a cost override.
    components: Delivered components of a kit, each with quantity and cost.
    cost: Cost of the goods at posting; zero for a service; corrections are separate rows.
    profit: Revenue less cost.
    returned_line_id: The delivered line that this line returns.
    credited_line_id: The delivered line that this line credits in part without returning goods.
    order_line_id: The order line that this line delivers.
    withheld: On a return, the part of the delivered line's amount that is not credited: a lower price, or charges of the delivery. Includes tax if
        the price does.
    """

    c: ClassVar[SalesLineFields] = SalesLineFields()

    id: UUID
    version: int
    document_id: UUID
    line: int
    customer_id: UUID
    day: datetime.date
    product_id: UUID
    product_code: str
    product_name: str
    unit: str | None = None
    quantity: Decimal
    entered_unit: str | None = None
    entered_quantity: Decimal | None = None
    currency: str
    unit_price: UnitPrice
    price_quantity: Decimal
    price_source: PriceSource
    includes_tax: bool
    discount_percent: Decimal | None = None
    discount: Money
    charge: Money
    amount: Money
    net: Money
    revenue: Money
    tax_code: str
    tax_category: TaxCategory
    tax_rate: Decimal
    tax: Money
    lot: str | None = None
    cost_source: CostSource
    cost_reason: str | None = None
    components: list[KitPart] | None = None
    cost: Money | None = None
    profit: Money | None = None
    returned_line_id: UUID | None = None
    credited_line_id: UUID | None = None
    order_line_id: UUID | None = None
    withheld: Money


class SalesOrderLineRecord(msgspec.Struct, kw_only=True):
    """A record as stored: its id, version and fields.

    order_id: The order.
    line: Line number, from 1.
    customer_id: The customer of the document.
    day: Document date.
    product_id: The product or service.
    product_code: Product code at issue.
    product_name: Product name at issue, or the line's own text.
    unit: Base unit of the product, which the quantity is in.
    quantity: Quantity; negative on a return or credit note.
    entered_unit: Unit entered, if other than the base unit.
    entered_quantity: Quantity in the unit entered.
    currency: Currency of the amounts.
    unit_price: Price.
    price_quantity: Number of base units that the price is for.
    price_source: Where the price comes from.
    includes_tax: Whether price, discount, charge and amount include tax.
    discount_percent: Discount in percent.
    discount: Total discount of the line.
    charge: Total charge of the line.
    amount: Quantity x price less discounts plus charges, including tax if the price does.
    net: Net, as printed.
    revenue: Revenue: net with the line's share of document-level allowances and charges.
    tax_code: Tax code.
    tax_category: Tax category.
    tax_rate: Rate in percent.
    tax: Share of the document's tax.
    quote_line_id: The accepted quote line.
    delivered: Quantity delivered, net of reversed deliveries; customer returns do not reduce it.
    closed: Quantity no longer to be delivered: closed short or cancelled.
    expected_cost: Expected cost when the order was created.
    """

    c: ClassVar[SalesOrderLineFields] = SalesOrderLineFields()

    id: UUID
    version: int
    order_id: UUID
    line: int
    customer_id: UUID
    day: datetime.date
    product_id: UUID
    product_code: str
    product_name: str
    unit: str | None = None
    quantity: Decimal
    entered_unit: str | None = None
    entered_quantity: Decimal | None = None
    currency: str
    unit_price: UnitPrice
    price_quantity: Decimal
    price_source: PriceSource
    includes_tax: bool
    discount_percent: Decimal | None = None
    discount: Money
    charge: Money
    amount: Money
    net: Money
    revenue: Money
    tax_code: str
    tax_category: TaxCategory
    tax_rate: Decimal
    tax: Money
    quote_line_id: UUID | None = None
    delivered: Decimal
    closed: Decimal
    expected_cost: Money | None = None


class SalesOrderRecord(msgspec.Struct, kw_only=True):
    """A record as stored: its id, version and fields.

    day: Document date.
    posted_at: Time of posting.
    operator_id: The operator who posted it.
    customer_id: The customer.
    customer_code: The customer's code at issue.
    customer_name: The customer's name at issue.
    salesperson_id: The operator responsible for the customer at issue; the sale stays attributed to that operator.
    reference: The customer's reference, or a note.
    issuer: The company as printed on the document.
    buyer: The customer as printed on the document.
    tax_method: Level at which tax was rounded.
    rounding: How halves were rounded.
    prices_include_tax: Whether prices included tax.
    taxes: Base and tax by category and rate.
    allowance_charges: Document-level allowances and charges.
    currency: Currency of the amounts.
    lines_net: Sum of the line nets.
    net: Net, including allowances and charges.
    tax: Tax.
    gross: Gross: net and tax.
    number: Number, such as `SO-2010-000001`.
    series: Number series.
    sequence: Sequence number in the series, from 1, without gaps.
    quote_id: The accepted quote.
    quote_revision_id: The accepted revision.
    warehouse_id: Warehouse to deliver from.
    requested_day: Day requested by the customer.
    state: State of the order.
    closed_at: When it was completed or cancelled.
    close_reason: Reason, if closed by a user.
    expected_cost: Expected cost of its goods when the order was created; goods of unknown cost count as zero.
    expected_profit: Net less expected cost.
    """

    c: ClassVar[SalesOrderFields] = SalesOrderFields()

    id: UUID
    version: int
    day: datetime.date
    posted_at: datetime.datetime
    operator_id: UUID
    customer_id: UUID
    customer_code: str
    customer_name: str
    salesperson_id: UUID | None = None
    reference: str | None = None
    issuer: Issuer
    buyer: Buyer
    tax_method: TaxMethod
    rounding: RoundingMode
    prices_include_tax: bool
    taxes: list[TaxGroup]
    allowance_charges: list[AppliedAllowanceCharge]
    currency: str
    lines_net: Money
    net: Money
    tax: Money
    gross: Money
    number: str
    series: str
    sequence: int
    quote_id: UUID | None = None
    quote_revision_id: UUID | None = None
    warehouse_id: UUID | None = None
    requested_day: datetime.date | None = None
    state: OrderState
    closed_at: datetime.datetime | None = None
    close_reason: str | None = None
    expected_cost: Money | None = None
    expected_profit: Money | None = None


class SalesPosted(msgspec.Struct, kw_only=True):
    """A posted delivery, return or credit note. Amounts of a return or credit are negative, as on the document.

    document_id: The document.
    number: Its number.
    open_item_id: The receivable, the first of several instalments, or the credit; none if the payable amount is zero.
    net: Net amount.
    tax: Tax.
    gross: Gross: net and tax.
    payable: Payable amount: gross, rounded as requested.
    cost: Cost of the goods; none for callers who may not see costs.
    credit_warning: Set if the customer exceeds its credit limit and the delivery was posted nevertheless.
    price_warnings: Objections of the price policy that did not prevent the posting.
    lot_warnings: Lots delivered although they have expired, or will expire soon.
    """

    document_id: UUID
    number: str
    open_item_id: UUID | None = None
    net: Money
    tax: Money
    gross: Money
    payable: Money
    cost: Money | None = None
    credit_warning: CreditWarning | None = None
    price_warnings: list[PriceWarning] = msgspec.field(default_factory=list)
    lot_warnings: list[LotWarning] = msgspec.field(default_factory=list)


class SessionOpened(msgspec.Struct, kw_only=True):
    """A session opened on behalf of an operator.

    session: The session's number.
    """

    session: int


class SetUnitCost(msgspec.Struct, kw_only=True):
    """Sets the unit cost of a product: stock on hand is valued at it from now on; without stock, it is the cost at which goods without a cost come in.
    For a product at specified cost, it is that cost from the day on.

    product_id: The product.
    lot: The lot, if the product is costed by lot.
    day: Document date.
    unit_cost: Cost per unit, not negative.
    reference: A note.
    """

    product_id: UUID
    lot: str | None = None
    day: datetime.date
    unit_cost: UnitPrice
    reference: str | None = None


class Settled(msgspec.Struct, kw_only=True):
    """The total and the settled amount of a document or an order.

    total: Total.
    settled: Settled amount; for an order including prepayments not yet applied to a delivery.
    status: Payment status.
    """

    total: Money
    settled: Money
    status: PaymentStatus


class SheetCandidate(msgspec.Struct, kw_only=True):
    """A possible kind of a sheet.

    kind: The kind, such as `customers`.
    certainty: Certainty in percent.
    missing: Required fields for which no column was found.
    """

    kind: str
    certainty: int
    missing: list[str]


class SheetPlan(msgspec.Struct, kw_only=True):
    """How one sheet is to be read.

    sheet: The sheet's name. A name that differs only in numbers matches too, such as that of the next month, and so does a text file of any name.
    kind: What it contains.
    columns: Headings of its columns; missing ones are guessed.
    heading_row: The first row of headings, counted from 1; if the headings are not there, or it is `None`, they are searched for.
    notation: How numbers written as text are read here.
    dates: How dates written as text are read here.
    """

    sheet: str
    kind: SheetKind
    columns: list[ColumnHeading] = msgspec.field(default_factory=list)
    heading_row: int | None = None
    notation: Notation | None = None
    dates: DateOrder | None = None


class SheetReading(msgspec.Struct, kw_only=True):
    """How a sheet was interpreted.

    sheet: The sheet's name.
    visibility: Visibility.
    kind: The kind it was read as, such as `customers`; none if skipped.
    reason: Reason.
    certainty: Certainty of the kind, in percent.
    candidates: Possible kinds, most likely first.
    title_rows: Non-empty rows above the headings; a report has at most the first 10,000 rows in this and the other row lists.
    heading_rows: Heading rows: one, or two that are read together.
    total_rows: Total rows.
    blank_rows: Number of empty rows between the headings and the last filled row.
    hidden_rows: Hidden rows, which are read like others.
    columns: Columns, from left to right.
    figures: How numbers written as text are read.
    dates: How dates written as text are read.
    container: Actual file type, if the file name suggests another.
    encoding: Encoding of a text file, detected or specified.
    delimiter: Column delimiter of a text file, detected or specified.
    cells: Counts of its filled cells.
    """

    sheet: str
    visibility: SheetVisibility
    kind: str | None = None
    reason: SheetReason
    certainty: int
    candidates: list[SheetCandidate]
    title_rows: list[int]
    heading_rows: list[int]
    total_rows: list[int]
    blank_rows: int
    hidden_rows: list[int]
    columns: list[ColumnReading]
    figures: TextReading | None = None
    dates: TextReading | None = None
    container: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    cells: CellCounts


class SheetTotals(msgspec.Struct, kw_only=True):
    """Totals computed from a sheet, for comparison with those it states.

    sheet: The sheet.
    rows: Non-empty rows, without the heading.
    readable: Rows that could be read.
    quantity: Sum of quantities in readable rows.
    value: Sum of quantity x unit cost in readable rows, unrounded.
    amount: Sum of amounts in readable rows.
    stated: The sheet's own totals row, if any; a difference is reported as a problem of that row.
    """

    sheet: str
    rows: int
    readable: int
    quantity: Decimal
    value: Decimal
    amount: Decimal
    stated: StatedTotals | None = None


class StatedTotals(msgspec.Struct, kw_only=True):
    """The totals row at the end of a sheet.

    row: Row number, from 1.
    quantity: Total quantity, if stated.
    value: Total value, if stated.
    amount: Total amount, if stated.
    """

    row: int
    quantity: Decimal | None = None
    value: Decimal | None = None
    amount: Decimal | None = None


class Statement(msgspec.Struct, kw_only=True):
    """A statement of account.

    from_: First day.
    to: Last day.
    opening: Balance before the first day.
    lines: Lines by day.
    closing: Balance at the end of the last day.
    """

    from_: datetime.date = msgspec.field(name="from")
    to: datetime.date
    opening: Money
    lines: list[StatementLine]
    closing: Money


class StatementLine(msgspec.Struct, kw_only=True):
    """A line of a statement: one document, with its instalments combined.

    day: Day.
    kind: Kind of item.
    customer_id: The customer, which may be any in a payer's group.
    number: Document number; none for a transfer from a payer outside the caller's scope.
    reference: The customer's reference, a note, or the reason.
    due_day: Latest due date.
    amount: Amount: positive if it raises the balance.
    balance: Balance after the line.
    """

    day: datetime.date
    kind: OpenItemKind
    customer_id: UUID
    number: str | None = None
    reference: str | None = None
    due_day: datetime.date
    amount: Money
    balance: Money


class StockBalanceRecord(msgspec.Struct, kw_only=True):
    """A record as stored: its id, version and fields.

    product_id: The product.
    warehouse_id: The warehouse.
    quantity: Quantity on hand.
    """

    c: ClassVar[StockBalanceFields] = StockBalanceFields()

    version: int
    product_id: UUID
    warehouse_id: UUID
    quantity: Decimal


class StockDocumentRecord(msgspec.Struct, kw_only=True):
    """A record as stored: its id, version and fields.

    kind: Kind of document.
    number: Number, such as `GR-2010-000001`.
    series: Number series.
    sequence: Sequence number in the series, from 1, without gaps.
    day: Document date.
    posted_at: Time of posting.
    operator_id: The operator who posted it.
    warehouse_id: The warehouse; none if only values change.
    to_warehouse_id: The destination warehouse of a transfer.
    corrects_id: The document that this one corrects or reverses.
    reference: External document number, or a note.
    currency: Currency of the value.
    amount: Amount paid or charged, less amounts credited.
    value: Value that came in, less value that went out.
    """

    c: ClassVar[StockDocumentFields] = StockDocumentFields()

    id: UUID
    version: int
    kind: MovementKind
    number: str
    series: str
    sequence: int
    day: datetime.date
    posted_at: datetime.datetime
    operator_id: UUID
    warehouse_id: UUID | None = None
    to_warehouse_id: UUID | None = None
    corrects_id: UUID | None = None
    reference: str | None = None
    currency: str
    amount: Money | None = None
    value: Money | None = None


class StockLotRecord(msgspec.Struct, kw_only=True):
    """A record as stored: its id, version and fields.

    product_id: The product.
    lot: Lot or serial number.
    expires_on: Day from which the lot is expired.
    quantity: Quantity on hand in all warehouses.
    currency: Currency of the value.
    value: Value of the quantity on hand, if the product is costed by lot.
    reference_cost: The last cost per unit, if the product is costed by lot.
    """

    c: ClassVar[StockLotFields] = StockLotFields()

    version: int
    product_id: UUID
    lot: str
    expires_on: datetime.date | None = None
    quantity: Decimal
    currency: str
    value: Money | None = None
    reference_cost: UnitPrice | None = None


class StockMovementRecord(msgspec.Struct, kw_only=True):
    """A record as stored: its id, version and fields.

    product_id: The product.
    sequence: Sequence number among the product's movements, from 1, without gaps: the order of costing.
    warehouse_id: The warehouse; none if only a value changes.
    lot: Lot or serial number, if the product is tracked.
    kind: Kind of movement.
    basis: Where its value comes from.
    day: Document date.
    stock_document_id: The stock document, if caused by one.
    sales_document_id: The delivery or return, if caused by one.
    customer_id: The customer of that delivery or return.
    line: Line of the document, from 1.
    for_sequence: Sequence of the movement that it changes or reverses.
    corrects_id: The document of that movement, if this one corrects it; for the reversal of a correction, the corrected document.
    quantity: Quantity: in if positive, out if negative.
    covered: The part of the quantity that covered goods that had left before.
    currency: Currency of the value.
    unit_cost: Cost per unit given on the document, if any.
    price_quantity: Number of units that this cost is for, if other than one.
    amount: Amount charged or credited by the document: the value, the variance and the corrections.
    value: Value in or out, at cost.
    """

    c: ClassVar[StockMovementFields] = StockMovementFields()

    id: UUID
    version: int
    product_id: UUID
    sequence: int
    warehouse_id: UUID | None = None
    lot: str | None = None
    kind: MovementKind
    basis: CostBasis
    day: datetime.date
    stock_document_id: UUID | None = None
    sales_document_id: UUID | None = None
    customer_id: UUID | None = None
    line: int
    for_sequence: int | None = None
    corrects_id: UUID | None = None
    quantity: Decimal
    covered: Decimal
    currency: str
    unit_cost: UnitPrice | None = None
    price_quantity: Decimal | None = None
    amount: Money | None = None
    value: Money | None = None


class StockPoolRecord(msgspec.Struct, kw_only=True):
    """A record as stored: its id, version and fields.

    product_id: The product.
    currency: Currency of the value.
    quantity: Quantity on hand in all warehouses.
    value: Value of the quantity on hand.
    reference_cost: The last cost per unit, kept when stock is empty.
    last_day: Day of the latest movement.
    movements: Number of movements so far.
    """

    c: ClassVar[StockPoolFields] = StockPoolFields()

    version: int
    product_id: UUID
    currency: str
    quantity: Decimal
    value: Money | None = None
    reference_cost: UnitPrice | None = None
    last_day: datetime.date | None = None
    movements: int


class StockPosted(msgspec.Struct, kw_only=True):
    """A posted stock document.

    document_id: The document.
    number: Its number.
    value: Value that came in, less value that went out; none for callers who may not see costs.
    amount: Amount paid or charged, less amounts credited; none for callers who may not see costs.
    """

    document_id: UUID
    number: str
    value: Money | None = None
    amount: Money | None = None


class SupplierReturnLine(msgspec.Struct, kw_only=True):
    """A product sent back.

    product_id: The product.
    quantity: Quantity, positive.
    lot: Lot or serial number, if the product is tracked.
    credit: Amount that the supplier credits per unit; none: the price of the receipt, or the cost of the goods if no receipt is given.
    receipt_line: The line of the receipt, if the product is on several.
    """

    product_id: UUID
    quantity: Decimal
    lot: str | None = None
    credit: UnitPrice | None = None
    receipt_line: int | None = None


class TaxClass(msgspec.Struct, kw_only=True):
    """The tax class of a line or an allowance or charge: a snapshot of the rate in force.

    code: Tax code; empty if untaxed.
    name: Its name on documents.
    category: Category.
    rate: Rate in percent.
    exemption_reason: Exemption reason on documents (BT-120).
    """

    code: str
    name: str
    category: TaxCategory
    rate: Decimal
    exemption_reason: str | None = None


class TaxGroup(msgspec.Struct, kw_only=True):
    """All items of a category and rate.

    code: Tax code of the first item.
    name: Its name.
    category: Category.
    rate: Rate in percent.
    base: Sum of the net amounts: the tax base.
    tax: Tax on it.
    exemption_reason: Exemption reason on documents (BT-120).
    """

    code: str
    name: str
    category: TaxCategory
    rate: Decimal
    base: Money
    tax: Money
    exemption_reason: str | None = None


class TaxPolicy(msgspec.Struct, kw_only=True):
    """How a document is calculated. Stored with it, so that a later change of policy never affects it.

    method: Level at which tax is rounded.
    rounding: How halves are rounded.
    prices_include_tax: Whether amounts include tax unless stated otherwise.
    currency: Currency of the document.
    step: Rounding step of its amounts.
    """

    method: TaxMethod
    rounding: RoundingMode
    prices_include_tax: bool
    currency: str
    step: Decimal


class TaxRate(msgspec.Struct, kw_only=True):
    """The rate of a tax code from a day on.

    code: Tax code, such as `S`.
    name: Name on documents.
    category: Category, shown on documents; totals are grouped by it.
    rate: Rate in percent.
    valid_from: First day in force.
    replaces: Product tax codes that it replaces, by the customer's tax profile.
    exemption_reason: Exemption reason on documents (BT-120), such as the article of the law.
    """

    c: ClassVar[TaxRateFields] = TaxRateFields()

    code: str
    name: str
    category: TaxCategory
    rate: Decimal
    valid_from: datetime.date
    replaces: list[TaxReplacement] = msgspec.field(default_factory=list)
    exemption_reason: str | None = None


class TaxReplacement(msgspec.Struct, kw_only=True):
    """Replaces the tax code of goods sold to customers with a tax profile (a fiscal position).

    profile: Tax profile of the customer, such as `EU`.
    code: The tax code that is replaced.
    """

    profile: str
    code: str


class TermPart(msgspec.Struct):
    """A part of the amount and its due date.

    percent: Share in percent; zero if given as a fraction.
    due: Steps from the document date, in order.
    share: Share as a fraction, where no percentage is exact.
    """

    percent: Decimal
    due: list[TermStep]
    share: TermShare | None = None


class TermShare(msgspec.Struct, kw_only=True):
    """A share of the amount as a fraction, such as 1 of 3.

    part: The numerator.
    of: The denominator.
    """

    part: int
    of: int


class TermStepDays(msgspec.Struct, tag_field="kind", tag="days"):
    """A number of days later."""

    value: int


class TermStepMonths(msgspec.Struct, tag_field="kind", tag="months"):
    """A number of calendar months later; a day missing in that month becomes its last day: 31 January plus one month is 28 or 29 February."""

    value: int


class TermStepEndOfMonth(msgspec.Struct, tag_field="kind", tag="end_of_month", kw_only=True):
    """To the last day of the month."""


TermStep: TypeAlias = Union[TermStepDays, TermStepMonths, TermStepEndOfMonth]
"""A step from the document date towards the due date."""


class TextReading(msgspec.Struct, kw_only=True):
    """How numbers or dates written as text are read.

    read_as: Interpretation: `point` or `comma` (decimal mark) for numbers, `day_first` or `month_first` for dates; none if undecided.
    reason: Reason.
    sample: A deciding cell, or an ambiguous one.
    row: Row of that cell.
    ambiguous: Number of ambiguous cells.
    """

    read_as: str | None = None
    reason: ReadingReason
    sample: str | None = None
    row: int | None = None
    ambiguous: int


class TransferLine(msgspec.Struct, kw_only=True):
    """A product moved.

    product_id: The product.
    quantity: Quantity, positive.
    lot: Lot or serial number, if the product is tracked.
    """

    product_id: UUID
    quantity: Decimal
    lot: str | None = None


class Undone(msgspec.Struct, kw_only=True):
    """What undoing an operation did, or would do.

    operation_id: The operation.
    restored: Number of records that became what they were, by entity; those that had been deleted are back with their ids.
    kept: Number of records left as they were, at least in part, because they had changed since.
    kept_records: The first of them, at most `MAX_KEPT_RECORDS`.
    """

    operation_id: UUID
    restored: dict[str, int]
    kept: int
    kept_records: list[KeptRecord]


class UnitPrice(msgspec.Struct):
    """A price or cost per unit: at most 6 decimals, in one currency.

    amount: The number.
    currency: The currency, such as `EUR`.
    """

    amount: Decimal
    currency: str


class UnitRatio(msgspec.Struct, kw_only=True):
    """How many base units make one unit: a positive fraction in lowest terms."""

    numerator: int
    denominator: int


class UnlinkedReturn(msgspec.Struct, kw_only=True):
    """Goods without a known delivery, at a given price and, unless given, the current cost.

    product_id: The product or service.
    quantity: Quantity: positive for returned goods; a service may have a negative quantity, to charge the customer.
    unit_price: Price per unit.
    lot: Lot or serial number, if the product is tracked.
    unit: Unit of quantity and price; none: the product's base unit.
    tax_code: Tax code; none: as on a delivery.
    includes_tax: Whether the price includes tax; none: as the company's prices.
    sold_on: Day of the sale, whose tax rate applies; none: the day of the return.
    cost: Cost at the time of delivery, if known.
    """

    product_id: UUID
    quantity: Decimal
    unit_price: UnitPrice
    lot: str | None = None
    unit: str | None = None
    tax_code: str | None = None
    includes_tax: bool | None = None
    sold_on: datetime.date | None = None
    cost: LineCost = msgspec.field(default_factory=lambda: LineCostByMethod())


class Verified(msgspec.Struct, kw_only=True):
    """The result of a successful verification.

    checks: The invariants, in the order of checking.
    records: How many records were compared.
    """

    checks: list[str]
    records: int


class Warehouse(msgspec.Struct, kw_only=True):
    """A warehouse.

    code: Code.
    name: Name.
    is_active: Whether new documents may use it.
    allows_negative: Whether its stock may become negative; stock of tracked products never may.
    """

    c: ClassVar[WarehouseFields] = WarehouseFields()

    code: str
    name: str
    is_active: bool = True
    allows_negative: bool = False


class WorkbookPlan(msgspec.Struct, kw_only=True):
    """How a workbook would be read.

    options: The options that reproduce it: to be shown, corrected, saved, and used for the next file.
    sheets: How each sheet was recognised, and why. Cells of rows that turn out to be totals, or are refused, still count as read.
    problems: What is left out, and what somebody should look at.
    """

    options: ReadingOptions
    sheets: list[SheetReading]
    problems: list[Problem]


class CompanyProfileRecord(CompanyProfile, kw_only=True):
    """A record as stored: its id, version and fields."""

    id: UUID
    version: int


class CompanyRecord(Company, kw_only=True):
    """A record as stored: its id, version and fields."""

    id: UUID
    version: int


class ContactPointRecord(ContactPoint, kw_only=True):
    """A record as stored: its id, version and fields."""

    id: UUID
    version: int


class ContactRecord(Contact, kw_only=True):
    """A record as stored: its id, version and fields."""

    id: UUID
    version: int


class CustomFieldRecord(CustomField, kw_only=True):
    """A record as stored: its id, version and fields."""

    id: UUID
    version: int


class CustomerAddressRecord(CustomerAddress, kw_only=True):
    """A record as stored: its id, version and fields."""

    id: UUID
    version: int


class CustomerGroupMemberRecord(CustomerGroupMember, kw_only=True):
    """A record as stored: its id, version and fields."""

    id: UUID
    version: int


class CustomerGroupRecord(CustomerGroup, kw_only=True):
    """A record as stored: its id, version and fields."""

    id: UUID
    version: int


class CustomerPriceRecord(CustomerPrice, kw_only=True):
    """A record as stored: its id, version and fields."""

    id: UUID
    version: int


class CustomerRecord(Customer, kw_only=True):
    """A record as stored: its id, version and fields."""

    id: UUID
    version: int


class DictionaryEntryRecord(DictionaryEntry, kw_only=True):
    """A record as stored: its id, version and fields."""

    id: UUID
    version: int


class KitComponentRecord(KitComponent, kw_only=True):
    """A record as stored: its id, version and fields."""

    id: UUID
    version: int


class OperatorRecord(Operator, kw_only=True):
    """A record as stored: its id, version and fields."""

    id: UUID
    version: int


class PriceListItemRecord(PriceListItem, kw_only=True):
    """A record as stored: its id, version and fields."""

    id: UUID
    version: int


class PriceListRecord(PriceList, kw_only=True):
    """A record as stored: its id, version and fields."""

    id: UUID
    version: int


class ProductCodeRecord(ProductCode, kw_only=True):
    """A record as stored: its id, version and fields."""

    id: UUID
    version: int


class ProductCostRecord(ProductCost, kw_only=True):
    """A record as stored: its id, version and fields."""

    id: UUID
    version: int


class ProductGroupRecord(ProductGroup, kw_only=True):
    """A record as stored: its id, version and fields."""

    id: UUID
    version: int


class ProductRecord(Product, kw_only=True):
    """A record as stored: its id, version and fields."""

    id: UUID
    version: int


class ProductUnitRecord(ProductUnit, kw_only=True):
    """A record as stored: its id, version and fields."""

    id: UUID
    version: int


class RoleRecord(Role, kw_only=True):
    """A record as stored: its id, version and fields."""

    id: UUID
    version: int


class TaxRateRecord(TaxRate, kw_only=True):
    """A record as stored: its id, version and fields."""

    id: UUID
    version: int


class WarehouseRecord(Warehouse, kw_only=True):
    """A record as stored: its id, version and fields."""

    id: UUID
    version: int
