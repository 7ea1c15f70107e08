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
    OperatorFields, PaymentFields, PriceListFields, PriceListItemFields, ProductCodeFields, ProductCostFields, ProductFields, ProductGroupFields,
    ProductUnitFields, QuoteFields, QuoteLineFields, QuoteRevisionFields, ReservationFields, RoleFields, SalesDocumentFields, SalesLineFields,
    SalesOrderFields, SalesOrderLineFields, StockBalanceFields, StockDocumentFields, StockLotFields, StockMovementFields, StockPoolFields,
    TaxRateFields, WarehouseFields,
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
    "CustomField", "CustomFieldRecord", "CustomType", "Customer", "CustomerAddress", "CustomerAddressRecord", "CustomerCard", "CustomerGroup",
    "CustomerGroupMember", "CustomerGroupMemberRecord", "CustomerGroupRecord", "CustomerKind", "CustomerPrice", "CustomerPriceRecord",
    "CustomerRecord", "DateOrder", "Deallocation", "DictionaryEntry", "DictionaryEntryRecord", "ExternalKey", "FeedEntryRecord", "FreedPrepayments",
    "Instalment", "Issuer", "KitComponent", "KitComponentRecord", "KitPart", "LastDelivery", "LineCost", "LineCostByMethod", "LineCostDirect",
    "LineCostOverride", "LineItem", "LinkedReturn", "LotBalanceRecord", "LotProposal", "LotReceiver", "LotWarning", "MatchedBy", "MatchedByCode",
    "MatchedByMnemonic", "MatchedByOwnCode", "Merged", "Money", "MovementKind", "NewAllocation", "NewCount", "NewCreditAllocation", "NewCreditNote",
    "NewDelivery", "NewOrder", "NewPayment", "NewQuote", "NewReceipt", "NewRecost", "NewRefund", "NewReturn", "NewSupplierReturn", "NewTransfer",
    "NewWriteOff", "Notation", "Offer", "OfferedPart", "OpenItemKind", "OpenItemRecord", "OpeningCancellation", "OpeningOptions", "OpeningReport",
    "Operator", "OperatorRecord", "OrderClosed", "OrderDelivery", "OrderPosted", "OrderState", "OrderStatus", "OrderedPart", "PastPrice",
    "PayableRounding", "PayableRoundingBy", "PayableRoundingNone", "PayableRoundingTo", "PayerCredit", "PaymentCancellation", "PaymentPosted",
    "PaymentRecord", "PaymentStatus", "PaymentTerms", "Place", "PolicyLevel", "PriceChange", "PriceLine", "PriceList", "PriceListItem",
    "PriceListItemRecord", "PriceListRecord", "PriceSettings", "PriceSource", "PriceSourceCompanyList", "PriceSourceCustomer",
    "PriceSourceCustomerList", "PriceSourceGiven", "PriceSourceGroupList", "PriceSourceLastPrice", "PriceSourceProduct", "PriceTerms", "PriceWarning",
    "Priced", "Problem", "Product", "ProductCode", "ProductCodeRecord", "ProductCost", "ProductCostRecord", "ProductGroup", "ProductGroupRecord",
    "ProductRecord", "ProductUnit", "ProductUnitRecord", "ProfitBy", "ProfitRow", "QuoteChange", "QuoteLineRecord", "QuoteOutcome", "QuotePosted",
    "QuoteRecord", "QuoteRevisionRecord", "QuoteState", "QuoteStatus", "ReadingOptions", "ReadingReason", "ReceiptLine", "RecostLine",
    "RecostPreview", "Release", "Reminder", "Rescheduling", "ReservationRecord", "Reserve", "Resolved", "ResolvedAmbiguous", "ResolvedOne",
    "ResolvedUnknown", "ReturnLine", "ReturnLineLinked", "ReturnLineUnlinked", "Revalue", "Reversal", "Reverse", "Right", "Role", "RoleRecord",
    "RoundingMode", "SalesDocumentRecord", "SalesKind", "SalesLineRecord", "SalesOrderLineRecord", "SalesOrderRecord", "SalesPosted", "ScopeLevel",
    "SessionOpened", "SetUnitCost", "Settled", "Severity", "SheetCandidate", "SheetField", "SheetKind", "SheetPlan", "SheetReading", "SheetReason",
    "SheetTotals", "SheetVisibility", "StatedTotals", "Statement", "StatementLine", "StockBalanceRecord", "StockDocumentRecord", "StockLotRecord",
    "StockMovementRecord", "StockPoolRecord", "StockPosted", "SupplierReturnLine", "TaxCategory", "TaxClass", "TaxGroup", "TaxMethod", "TaxPolicy",
    "TaxRate", "TaxRateRecord", "TaxReplacement", "TermPart", "TermShare", "TermStep", "TermStepDays", "TermStepEndOfMonth", "TermStepMonths",
    "TextReading", "Tracking", "TransferLine", "UnitPrice", "UnitRatio", "UnlinkedReturn", "UpsertMode", "Upserted", "VarianceKind", "Verified",
    "Warehouse", "WarehouseRecord", "WorkbookPlan",
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
    """What a place is for."""

    BILLING = "billing", "Where invoices go."
    DELIVERY = "delivery", "Where goods go."
    SITE = "site", "A branch, shop or other place of the customer."
    OTHER = "other", "Another."


class AdjustmentKind(Choice):
    """What an adjustment does."""

    REFUND = "refund", "Gives a credit back in money."
    WRITE_OFF = "write_off", "Gives up a receivable or a credit."
    CANCELLATION = "cancellation", "Cancels a payment, a refund, a write-off, or what was open when the books began."
    RESCHEDULE = "reschedule", "Replaces open instalments by others."


class AgeingBasis(Choice):
    """The day that an item is aged by."""

    DUE_DATE = "due_date", "When it falls due."
    DOCUMENT_DATE = "document_date", "The date of its document."


class AgeingBy(Choice):
    """What rows of ageing stand for."""

    CUSTOMER = "customer", "A customer."
    PAYER_GROUP = "payer_group", "A payer with the customers that it pays for now."
    SALESPERSON = "salesperson", "Who answered for the customer when the item was made."


class ApplyMode(Choice):
    """What becomes of rows with errors."""

    DRY_RUN = "dry_run", "Nothing is applied, only reported."
    ALL_OR_NOTHING = "all_or_nothing", "One row with an error keeps everything out."
    GOOD_ROWS = "good_rows", "The good rows are applied, the others handed back as problems."


class BreakBasis(Choice):
    """Which quantity a quantity break is compared with."""

    LINE = "line", "That of the line."
    DOCUMENT = "document", "That of the product on the whole document."


class CodeKind(Choice):
    """Whose code it is, and what it is read by."""

    OWN = "own", "Another code of our own, such as an old one."
    BARCODE = "barcode", "Printed on the goods."
    SUPPLIER = "supplier", "A supplier's number."
    CUSTOMER = "customer", "A customer's own part number."
    MNEMONIC = "mnemonic", "A short form to type."
    OTHER = "other", "Any other."


class ColumnReason(Choice):
    """Why a column was taken for its field, or left out."""

    GIVEN = "given", "Read: the caller said which field it is."
    HEADING = "heading", "Read: its heading says which field it is."
    NOT_ASKED = "not_asked", "Left out: the caller said so."
    NO_HEADING = "no_heading", "Left out: it has cells and no heading."
    UNKNOWN_HEADING = "unknown_heading", "Left out: nobody knows its heading."
    OTHER_KIND = "other_kind", "Left out: its heading means a field that another kind of sheet has, and this kind has not."
    REPEATED = "repeated", "Left out: another column was taken for its field."
    INCOMPLETE = "incomplete", (
        "Left out: it says nothing without another column, which is missing, as a quantity on hand says nothing without its cost."
    )
    OWN = "own", "Left out: this library wrote the problems of an earlier time in it."


class ContactPointKind(Choice):
    """How somebody is reached."""

    PHONE = "phone", "Telephone."
    MOBILE = "mobile", "Mobile telephone."
    EMAIL = "email", "E-mail."
    MESSENGER = "messenger", "An account of a messenger; the label says which."
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
    """How the value of a movement came about: what costing it again starts from."""

    GIVEN = "given", "Came in at the amount that the document says."
    FOUND = "found", "Came in at the cost that the product had."
    BACK = "back", "Came back at the cost of the delivery."
    ISSUED = "issued", "Went out at the cost that the method said."
    OVERRIDDEN = "overridden", "Went out at a cost that somebody set."
    SENT_BACK = "sent_back", "Went out at the cost that the method said, against an amount that the document says."
    WITHDRAWN = "withdrawn", "Went out at the value with which it had come in."
    RESTORED = "restored", "Came in again at the value with which it had gone out."
    CHARGED = "charged", "An amount on an earlier receipt; no goods moved."
    REVALUED = "revalued", "Another value for what was there; no goods moved."
    UNIT_COST = "unit_cost", "Another unit cost for what was there; no goods moved."
    MOVED = "moved", "Moved between warehouses; no value moved."
    METHOD = "method", "Another method from here on; no goods moved."
    DERIVED = "derived", "Follows from the other movements, when they were costed again or a specified cost came into force."


class CostSource(Choice):
    """Where the cost of a line comes from."""

    METHOD = "method", "From the product's costing method; nothing for a service."
    OVERRIDE = "override", "Somebody set it, with a reason."
    DIRECT = "direct", "The goods went from a supplier to the customer, and never touched stock."


class CreditPolicy(Choice):
    """What happens when a customer would go beyond their credit."""

    OFF = "off", "Nothing is checked."
    WARN = "warn", "It is done, and the answer says so."
    BLOCK = "block", "It is refused, unless a caller with the right overrides it."


class CustomType(Choice):
    """The type of a field that the host declares."""

    TEXT = "text", "A line of text."
    INTEGER = "integer", "A 64-bit integer."
    DECIMAL = "decimal", "A number of up to 6 decimals."
    DAY = "day", "A calendar day."
    BOOLEAN = "boolean", "True or false."
    CHOICE = "choice", "An entry of a category of the dictionary."


class CustomerKind(Choice):
    """What a customer is."""

    ORGANISATION = "organisation", "A company or another body."
    PERSON = "person", "A person."


class DateOrder(Choice):
    """How dates written as text with slashes, dashes or dots are read. ISO dates (`2010-12-01`) are always read."""

    ISO = "iso", "Only ISO dates."
    DAY_FIRST = "day_first", "Day first: `01/12/2010` is 1 December."
    MONTH_FIRST = "month_first", "Month first: `12/01/2010` is 1 December."


class MovementKind(Choice):
    """Why stock moved."""

    OPENING = "opening", "Brought in when the books were opened."
    RECEIPT = "receipt", "Received."
    COUNT = "count", "Found or missed in a count."
    DELIVERY = "delivery", "Delivered to a customer."
    RETURN = "return", "Brought back by a customer."
    TRANSFER = "transfer", "Moved from one warehouse to another."
    SUPPLIER_RETURN = "supplier_return", "Sent back to a supplier."
    REVALUATION = "revaluation", "Valued anew, by an amount or a unit cost, or because a specified cost came into force."
    LATE_COST = "late_cost", "Charged late: freight or another cost of goods received before."
    PRICE_CORRECTION = "price_correction", "The price of a receipt corrected."
    QUANTITY_CORRECTION = "quantity_correction", "The quantity of a receipt corrected."
    REVERSAL = "reversal", "An earlier document undone."
    METHOD_CHANGE = "method_change", "Costed by another method from here on, at the value that it had."
    RECOST = "recost", "Costed again in the order of days."


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
    """Where an open item comes from."""

    DELIVERY = "delivery", "A delivery: the customer owes."
    RETURN = "return", "A return: the customer has a credit."
    PAYMENT = "payment", "A payment: the customer has a credit until it is allocated."
    REFUND = "refund", "Money given back: the credit that it came from is used up by it."
    WRITE_OFF = "write_off", "A receivable (or credit) that is given up: a credit (or receivable) against it."
    CANCELLATION = "cancellation", "Something cancelled: the other sign of what is cancelled, allocated to it."
    RESCHEDULE = "reschedule", "A receivable in other instalments: a credit against the old ones, and the new ones."
    TRANSFER = "transfer", "A credit that goes from one customer to another: a receivable against it here, and the credit there."
    OPENING = "opening", "A receivable (or credit note) of the books kept before, as it was open when these began."
    OPENING_CREDIT = "opening_credit", "A payment or prepayment of the books kept before that was not used up when these began."


class OrderState(Choice):
    """Whether an order is still to be delivered."""

    OPEN = "open", "To be delivered, or what is left of it."
    COMPLETED = "completed", "Delivered, or completed with less than was ordered."
    CANCELLED = "cancelled", "Cancelled before anything was delivered."


class PaymentStatus(Choice):
    """How far a document or an order is settled."""

    UNPAID = "unpaid", "Nothing yet."
    PARTLY_PAID = "partly_paid", "A part."
    PAID = "paid", "All of it, by whatever: payments, credits, write-offs."
    OVER = "over", "More than it comes to: an order with prepayments beyond its amount."
    CREDITED = "credited", "It is a credit itself."


class PolicyLevel(Choice):
    """What happens to a price that a policy objects to."""

    OFF = "off", "Nothing."
    WARN = "warn", "It is said."
    BLOCK = "block", "It is refused, unless the caller has the right to it."


class ProfitBy(Choice):
    """What profit is grouped by. Filters are on documents, or on lines where products are concerned."""

    MONTH = "month", "The month of the document date, as `2010-12`."
    CUSTOMER = "customer", "The customer's id."
    CUSTOMER_GROUP = "customer_group", "The id of the customer's group."
    SALESPERSON = "salesperson", "The id of the salesperson then."
    DOCUMENT = "document", "The document's id."
    PRODUCT = "product", "The product's id."
    PRODUCT_GROUP = "product_group", "The id of the product's group."
    TOTAL = "total", "Everything in one row."


class QuoteOutcome(Choice):
    """What people decided about a quote. That it is expired, or accepted in part, follows from its revision and its orders."""

    OPEN = "open", "Nothing yet."
    ACCEPTED = "accepted", "Everything that was offered is ordered."
    LOST = "lost", "The customer decided otherwise."
    WITHDRAWN = "withdrawn", "The company took it back."


class QuoteState(Choice):
    """How a quote stands on a day."""

    OPEN = "open", "Can be accepted."
    EXPIRED = "expired", "Was not accepted in time; who has the right can still accept it."
    PARTLY_ACCEPTED = "partly_accepted", "A part of it is ordered."
    ACCEPTED = "accepted", "All of it is ordered."
    LOST = "lost", "Lost."
    WITHDRAWN = "withdrawn", "Withdrawn."


class ReadingReason(Choice):
    """Why figures or dates that are written as text are read as they are."""

    GIVEN = "given", "The caller said so."
    DECIDED = "decided", "A cell can be read in this way only, and none only in another."
    MIXED = "mixed", "Cells contradict each other: each is read by itself, and those that could be both are problems."
    OPEN = "open", "Every cell could be both: those are problems, and the caller is asked."


class Right(Choice):
    """A thing that a role may allow."""

    CUSTOMERS_READ = "customers.read", "See customers and their groups."
    CUSTOMERS_WRITE = "customers.write", "Change what a customer is: name, contacts, addresses, notes. Not who reaches it, and not what it costs."
    CUSTOMERS_ASSIGN = "customers.assign", "Change whom a customer belongs to: owner, groups and payer."
    CUSTOMERS_TERMS = "customers.terms", "Change terms of payment and tax codes of customers."
    CREDIT_MANAGE = "credit.manage", "Change credit limits of customers."
    GROUPS_MANAGE = "groups.manage", "Change the trees of customer groups, within the own groups unless the role reaches everybody."
    PRODUCTS_READ = "products.read", "See products, their groups, codes and units, price lists, warehouses and tax rates."
    PRODUCTS_WRITE = "products.write", "Change products, their groups, codes and units, warehouses and tax rates."
    PRICES_WRITE = "prices.write", "Change price lists, prices agreed with customers, and which list a customer or group has."
    PRICE_OVERRIDE = "price.override", "Give more discount than the largest of the role."
    PRICE_BELOW_COST = "price.below_cost", "Sell below cost or below the least margin, where the company forbids it."
    STOCK_READ = "stock.read", "See stock and its movements."
    STOCK_POST = "stock.post", "Post receipts, counts, transfers and supplier returns, and undo them."
    SALES_READ = "sales.read", "See deliveries and returns."
    ORDERS_WRITE = "orders.write", "Write quotes and sales orders, and close them."
    QUOTES_ACCEPT_EXPIRED = "quotes.accept_expired", "Accept a quote after its validity."
    SALES_POST = "sales.post", "Post deliveries and returns."
    CREDITS_POST = "credits.post", (
        "Post credit notes, and whatever else is in a customer's favour: totals below nothing, returns of which no delivery is named, returns above"
        " what was paid; and reverse documents."
    )
    RECEIVABLES_READ = "receivables.read", "See receivables, credits, payments and ageing."
    PAYMENTS_POST = "payments.post", "Record, refund and cancel payments, allocate credits, reschedule receivables."
    RECEIVABLES_WRITE_OFF = "receivables.write_off", "Write receivables and credits off, up to the company's tolerance."
    RECEIVABLES_WRITE_OFF_BEYOND = "receivables.write_off_beyond", "Write off beyond the tolerance."
    CREDIT_OVERRIDE = "credit.override", "Deliver to a customer beyond the credit limit."
    COST_READ = "cost.read", "See costs and profits."
    COST_WRITE = "cost.write", "Change costs: specified costs, values of stock, late costs, prices of receipts, costing methods."
    COST_OVERRIDE = "cost.override", "Give a sales line a cost of its own."
    OPENING_IMPORT = "opening.import", "Bring opening balances in."
    COMPANY_MANAGE = "company.manage", "Change the company's own profile."
    ACCESS_MANAGE = "access.manage", "Change roles and operators, and give what one has."
    AUDIT_READ = "audit.read", "Read the audit trail."
    FEED_READ = "feed.read", "Follow the change feed."
    LEDGER_VERIFY = "ledger.verify", "Check every invariant of the books."


class RoundingMode(Choice):
    """What happens to a half."""

    HALF_UP = "half_up", "Away from zero, for negatives too: the rule of EN 16931 and of this library's own documents."
    HALF_EVEN = "half_even", "To the even neighbour."


class SalesKind(Choice):
    """What a sales document is."""

    DELIVERY = "delivery", "Goods and services to a customer, and a receivable."
    RETURN = "return", "Goods back from a customer, and a credit."
    CREDIT_NOTE = "credit_note", "A credit without goods: a price that was too high, damage, a bonus."


class ScopeLevel(Choice):
    """How far a role reaches among customers, the narrowest first."""

    OWN = "own", "Customers that the operator owns."
    GROUPS = "groups", "Customers in the groups given to the operator and below them, and the operator's own."
    ALL = "all", "Every customer."


class Severity(Choice):
    """Whether a problem keeps its row out."""

    ERROR = "error", "The row cannot be applied."
    WARNING = "warning", "The row is applied; somebody should look at it."


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
    """Why a sheet was taken for what it was taken for, or left out."""

    GIVEN = "given", "Read: the caller said what it is."
    NAME = "name", "Read: its name says what it is, and its headings agree."
    HEADINGS = "headings", "Read: its headings say what it is."
    NOT_ASKED = "not_asked", "Left out: the caller said so, or named others."
    OWN = "own", "Left out: this library wrote it beside the sheets to be read."
    EMPTY = "empty", "Left out: nothing is in it."
    HIDDEN = "hidden", "Left out: it is hidden, and nobody asked for it."
    NO_HEADINGS = "no_headings", "Left out: no row of its beginning looks like headings."
    UNCERTAIN = "uncertain", "Left out: headings are there, but what they say is too little."
    DRAW = "draw", "Left out: its headings fit two kinds as well as each other."
    COLUMNS_MISSING = "columns_missing", "Left out: it is of a kind, and columns are missing that such a sheet must have."
    SEVERAL_TABLES = "several_tables", "Left out: several tables stand beside each other on it."


class SheetVisibility(Choice):
    """Whether people see a sheet."""

    VISIBLE = "visible", "They do."
    HIDDEN = "hidden", "It is hidden, and can be shown again from the menu."
    VERY_HIDDEN = "very_hidden", "It is hidden, and only a program can show it again."


class TaxCategory(Choice):
    """Why a rate applies: the category codes of EN 16931 (UNTDID 5305)."""

    S = "S", "Standard or reduced rate."
    Z = "Z", "Zero rated."
    E = "E", "Exempt."
    AE = "AE", "The buyer accounts for the tax."
    K = "K", "Supply within the European Union."
    G = "G", "Export."
    O = "O", "Outside the scope of tax."
    L = "L", "General indirect tax of the Canary Islands."
    M = "M", "Tax of Ceuta and Melilla."
    D = "D", "Margin scheme, travel agents."
    F = "F", "Margin scheme, second-hand goods."
    I = "I", "Margin scheme, works of art."
    J = "J", "Margin scheme, collectors' items and antiques."


class TaxMethod(Choice):
    """Where tax is rounded."""

    PER_RATE = "per_rate", "Once for each rate, on the sum of its line nets: EN 16931."
    PER_LINE = "per_line", "On each line."
    DOCUMENT = "document", "Once for the whole document: the exact taxes of all rates are added up, and the sum is rounded."


class Tracking(Choice):
    """What is told apart of a product's goods."""

    NONE = "none", "Nothing."
    LOT = "lot", "Lots: each with a quantity of its own."
    SERIAL = "serial", "Serials: each one piece."


class UpsertMode(Choice):
    """Which of create and update an upsert may do."""

    UPSERT = "upsert", "Either."
    UPDATE_ONLY = "update_only", "Update; an unknown key is an error."
    CREATE_ONLY = "create_only", "Create; a known key is an error."


class Upserted(Choice):
    """What an upsert did."""

    CREATED = "created", "A new record."
    UPDATED = "updated", "The record that had the key."
    UNCHANGED = "unchanged", "Nothing: the record was like this already."


class VarianceKind(Choice):
    """What made stock worth something else than what was paid or charged."""

    PURCHASE = "purchase", "A purchase at another price than the specified cost, or one that covered goods which no delivery took."
    SUPPLIER_RETURN = "supplier_return", "A supplier credits something else than the cost that the goods had."
    LATE_COST = "late_cost", "The part of a late cost or corrected price whose goods have left."
    REVALUATION = "revaluation", "Stock valued anew."
    REVERSAL = "reversal", "Undoing a document whose value has left."
    OVERRIDE = "override", "A line that was given a cost of its own."
    RETURN = "return", "A customer return that entered stock at another value."
    RECOST = "recost", "What recalculation in the order of days found beside deliveries."


class Acceptance(msgspec.Struct, kw_only=True):
    """A quote is accepted, whole or in part.

    quote_id: The quote.
    revision: Which revision; none: the latest. An earlier one is accepted only if it is named.
    day: Date of the order.
    lines: What of it; none: everything that is not ordered yet.
    reference: The customer's order number, or a note.
    warehouse_id: Where it is to be delivered from.
    requested_day: When the customer wants it.
    reprice: At today's prices, where lists and agreements said the quote's; see `Records::<Quote>::price_changes`.
    credit_override: Order beyond the customer's credit: for callers with the right `credit.override`.
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
    """The figures of an account on a day, such as stand beside a customer.

    owed: What is owed.
    overdue: What of that is past due.
    credits: Credits not yet allocated, positive.
    open_items: How many receivables are open; each instalment is one.
    overdue_items: How many of them are past due.
    """

    owed: Money
    overdue: Money
    credits: Money
    open_items: int
    overdue_items: int


class AccountOfEveryone(msgspec.Struct, tag_field="kind", tag="everyone", kw_only=True):
    """Everyone's."""


class AccountOfCustomer(msgspec.Struct, tag_field="kind", tag="customer"):
    """One customer's."""

    value: UUID


class AccountOfPayerGroup(msgspec.Struct, tag_field="kind", tag="payer_group"):
    """A payer's, and those of the customers that it pays for now."""

    value: UUID


AccountOf: TypeAlias = Union[AccountOfEveryone, AccountOfCustomer, AccountOfPayerGroup]
"""Whose accounts a question is about; what is out of the caller's reach is never part of it."""


class AddCost(msgspec.Struct, kw_only=True):
    """A cost of a receipt that became known later, such as freight. The share whose goods are still there goes to stock, the rest is a variance.

    receipt_id: The receipt.
    lines: The lines that it is for; all of them if there are none here. Shared out by value, in whole steps.
    day: Document date.
    amount: The cost; negative for a credit.
    reference: The carrier's number, or a note.
    """

    receipt_id: UUID
    lines: list[int] = msgspec.field(default_factory=list)
    day: datetime.date
    amount: Money
    reference: str | None = None


class AdjustmentCancellation(msgspec.Struct, kw_only=True):
    """A refund or write-off that did not hold.

    adjustment_id: The refund or write-off.
    day: When; not before it.
    reason: Why.
    """

    adjustment_id: UUID
    day: datetime.date
    reason: str | None = None


class AdjustmentPosted(msgspec.Struct, kw_only=True):
    """A posted refund, write-off, cancellation or rescheduling.

    adjustment_id: The adjustment.
    number: Its number.
    open_item_ids: The items it made, in due order for a rescheduling.
    """

    adjustment_id: UUID
    number: str
    open_item_ids: list[UUID]


class AdjustmentRecord(msgspec.Struct, kw_only=True):
    """A record as it is stored: its id, its version, and its fields.

    kind: What it does.
    number: Number, such as `RF-2010-000001`.
    series: Series of the number.
    sequence: Place in the series, from 1, without gaps.
    day: Its day.
    posted_at: When it was recorded.
    operator_id: Who recorded it.
    customer_id: The customer.
    cancelled_payment_id: The payment that is cancelled.
    cancelled_adjustment_id: The refund or write-off that is cancelled.
    method: How a refund was paid, as the host says.
    reason: Why.
    currency: Currency.
    amount: What it changes of the customer's balance: positive if it owes more after that; nothing for a rescheduling.
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
    """An item as it was on a day.

    item: The item, as it is stored now.
    open: What of it was open on the day; same sign as its amount.
    age: Days from the day that it is aged by; none or fewer: not yet.
    bucket: The bucket: 0 is the current one. Credits are in none.
    """

    item: OpenItemRecord
    open: Money
    age: int
    bucket: int | None = None


class Ageing(msgspec.Struct, kw_only=True):
    """What was open on a day.

    as_of: The day.
    buckets: Not past due, then the buckets in order.
    names: Names of the buckets, `current` first.
    total: Sum of the buckets.
    credits: Credits not yet allocated, positive.
    """

    as_of: datetime.date
    buckets: list[Money]
    names: list[str]
    total: Money
    credits: Money


class AgeingQuery(msgspec.Struct, kw_only=True):
    """A question about ageing.

    as_of: The day.
    currency: Which currency.
    of: Whose.
    basis: By which day.
    buckets: Into which buckets.
    known_at: Only what was recorded up to this moment: the answer that was given then. None: all that is known now.
    """

    as_of: datetime.date
    currency: str
    of: AccountOf = msgspec.field(default_factory=lambda: AccountOfEveryone())
    basis: AgeingBasis = AgeingBasis.DUE_DATE
    buckets: list[int] = msgspec.field(default_factory=lambda: [30, 60, 90])
    known_at: datetime.datetime | None = None


class AgeingRow(msgspec.Struct, kw_only=True):
    """Ageing of one customer, payer or salesperson.

    id: Who; none for items that nobody answered for.
    ageing: What was open.
    """

    id: UUID | None = None
    ageing: Ageing


class AllocateNothing(msgspec.Struct, tag_field="kind", tag="nothing", kw_only=True):
    """Nothing yet."""


class AllocateOldestDue(msgspec.Struct, tag_field="kind", tag="oldest_due", kw_only=True):
    """The receivables that fall due first, as far as it reaches."""


class AllocateItems(msgspec.Struct, tag_field="kind", tag="items"):
    """These receivables, with these amounts."""

    value: list[tuple[UUID, Money]]


class AllocateDocuments(msgspec.Struct, tag_field="kind", tag="documents"):
    """These documents, with these amounts: their instalments in due order."""

    value: list[tuple[UUID, Money]]


Allocate: TypeAlias = Union[AllocateNothing, AllocateOldestDue, AllocateItems, AllocateDocuments]
"""What a payment or credit is for. What is not allocated stays as credit."""


class AllocationRecord(msgspec.Struct, kw_only=True):
    """A record as it is stored: its id, its version, and its fields.

    customer_id: The customer.
    receivable_id: The receivable.
    credit_id: The credit.
    reverses_id: The allocation that is taken back.
    day: The day from which it counts.
    posted_at: When it was recorded.
    receivable_due_day: When the receivable falls due, so that ageing needs no look-up.
    receivable_document_day: Date of the receivable's document, for ageing by it.
    currency: Currency.
    amount: How much: positive, or negative for a reversal.
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
    """An allowance or a charge of a whole document (BG-20, BG-21). It enters the base of its tax code, and is spread over lines for their profit.

    reason: Why, as the document prints it.
    size: What is taken off (negative) or added (positive).
    tax_code: Tax code; none: what the lines are taxed as. A percentage is of lines that are taxed like this.
    is_split: Whether it is split where lines are taxed differently and no tax code says which of them it is of: an amount in proportion, a percentage
        as the same of each.
    """

    reason: str
    size: AllowanceChargeSize
    tax_code: str | None = None
    is_split: bool = False


class AllowanceChargeSizeAmount(msgspec.Struct, tag_field="kind", tag="amount"):
    """An amount."""

    value: Money


class AllowanceChargeSizePercent(msgspec.Struct, tag_field="kind", tag="percent"):
    """Percent of the lines of the same category and rate."""

    value: Decimal


AllowanceChargeSize: TypeAlias = Union[AllowanceChargeSizeAmount, AllowanceChargeSizePercent]
"""How large an adjustment is."""


class AnnotatedWorkbook(msgspec.Struct, kw_only=True):
    """An opening workbook with its problems at their rows, and what was found.

    report: What was found.
    workbook: The copy.
    extension: The extension that the copy has to have, without its dot.
    notes: What the copy could not keep or say.
    """

    report: OpeningReport
    workbook: bytes
    extension: str
    notes: list[CopyNote]


class AppliedAllowanceCharge(msgspec.Struct, kw_only=True):
    """An adjustment as a document keeps it.

    reason: Why.
    size: How it was asked for; of an amount that was split, the part of this tax.
    amount: What it came to: negative for an allowance; with tax where the company's prices include it.
    net: What it came to without tax.
    tax: What it was taxed as.
    """

    reason: str
    size: AllowanceChargeSize
    amount: Money
    net: Money
    tax: TaxClass


class AuditEntryRecord(msgspec.Struct, kw_only=True):
    """A record as it is stored: its id, its version, and its fields.

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
    """What there is of a product in a warehouse.

    warehouse_id: The warehouse.
    on_hand: On hand.
    reserved: Reserved for orders, and not expired.
    available: On hand less reserved.
    """

    warehouse_id: UUID
    on_hand: Decimal
    reserved: Decimal
    available: Decimal


class BasketItem(msgspec.Struct, kw_only=True):
    """A product that a customer takes again and again.

    product_id: The product.
    product_code: Its code, as last delivered.
    product_name: Its name, as last delivered.
    usual_quantity: What it usually takes: the middle of the quantities of its deliveries (of two middle ones, the smaller).
    times: Deliveries that it was on.
    last_day: The last day.
    days_since: Days since then.
    last_price: Net price of one base unit then.
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
    """A customer, as a document shows it.

    code: Its number.
    name: Its name.
    city: City.
    country: Country, as ISO 3166 code.
    language: Its language.
    legal_name: Legal name, if another.
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

    headings: In rows of headings.
    titles: In rows above the headings.
    totals: In rows of totals.
    read: Read: in a column of a field, of a row that was read.
    left_out: In columns that are left out, or on a sheet that is.
    refused: In rows that were not read, because of a problem that is named.
    """

    headings: int
    titles: int
    totals: int
    read: int
    left_out: int
    refused: int


class ChangeMethod(msgspec.Struct, kw_only=True):
    """Costs a product by another method from now on. Quantity and value are carried over as they are.

    product_id: The product.
    method: The name of the method.
    day: Document date.
    reference: A note.
    """

    product_id: UUID
    method: str
    day: datetime.date
    reference: str | None = None


class CloseOrder(msgspec.Struct, kw_only=True):
    """What is left of an order will not be delivered.

    order_id: The order.
    reason: Why.
    """

    order_id: UUID
    reason: str


class CloseQuote(msgspec.Struct, kw_only=True):
    """A quote will not be accepted.

    quote_id: The quote.
    outcome: Lost or withdrawn; open brings it back.
    reason: Why.
    """

    quote_id: UUID
    outcome: QuoteOutcome
    reason: str


class CodeMatch(msgspec.Struct, kw_only=True):
    """A product that a text stands for, with the unit and the quantity.

    product: The product.
    unit: The unit; none: the base unit, which the product does not name.
    quantity: How many of the unit.
    by: What it was found by.
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
    """What a column was taken for.

    column: The column by its letters, such as `C`.
    heading: Its heading, as written; rows of headings are joined by a line break.
    field: The field, such as `customer_code`; none: it is left out.
    reason: Why.
    filled: Filled cells below the heading.
    sample: The first of them, as written.
    first_row: The row of the first of them.
    is_hidden: Whether people do not see it.
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
    """The own company. Its id is the tenant of every row.

    name: Name.
    currency: Currency of its books.
    money_step: Step that its amounts are rounded to.
    tax_method: Where tax is rounded.
    rounding: What happens to a half.
    prices_include_tax: Whether prices on its documents include tax.
    default_tax_code: Tax code of customers and products that say nothing.
    backdating_days: Days that a document may be dated before the last posting of one of its products.
    write_off_tolerance: What may be written off of one receivable or credit without the stronger right.
    credit_policy: What happens when a delivery would take a customer beyond its credit.
    credit_overdue_days: Days past due from which a receivable stops further credit; none: never.
    expiry_policy: What happens when goods of a lot that is no longer good would be delivered.
    expiry_days: How many days before a lot is no longer good that counts already.
    access_version: Counts the changes of roles and operators, so that a session notices them at its next act.
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


class CompanyCreated(msgspec.Struct, kw_only=True):
    """A new company and its first operator.

    company_id: The company.
    operator_id: The operator.
    """

    company_id: UUID
    operator_id: UUID


class CompanyProfile(msgspec.Struct, kw_only=True):
    """What the own company is called, and calculates by, from a day until the next profile.

    valid_from: First day.
    legal_name: The name in law.
    street: Street and number.
    city: City.
    postal_code: Postal code.
    province: Province.
    country: Country: two letters of ISO 3166.
    tax_id: Tax number.
    iban: Bank account that customers pay to: an IBAN, kept in capitals without spaces.
    email: E-mail.
    phone: Telephone.
    website: Website.
    logo: Where the host finds the logo.
    currency: Currency: that of the books.
    time_zone: Time zone by its IANA name, such as `Europe/Madrid`.
    language: Language of documents, such as `es`.
    tax_method: Where tax is rounded.
    rounding: What happens to a half.
    prices_include_tax: Whether prices on documents include tax.
    default_tax_code: Tax code of customers and products that say nothing.
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
    """A lot of a component, where a kit is delivered.

    product_id: The component.
    lot: The lot or serial.
    quantity: How much of it; none: what others leave of what the line takes, and of a serial the one piece.
    """

    product_id: UUID
    lot: str
    quantity: Decimal | None = None


class Contact(msgspec.Struct, kw_only=True):
    """A person at a customer.

    customer_id: The customer. Stays the same.
    name: Name.
    position: Position, such as `purchasing`.
    is_primary: Whether it is the first to turn to.
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
    """A way to reach a customer, or one of its contacts.

    customer_id: The customer. Stays the same.
    contact_id: The contact; none: the customer itself.
    kind: How.
    value: Number or address, as it was written.
    country: Country of a telephone number that does not name its own: two letters of ISO 3166.
    lookup_key: The key that it is found by: `contact_key`. Kept by the library.
    label: What it is, such as `office` or `WeChat`.
    is_primary: Whether it is the first of its kind to try.
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
    """The price of a receipt's line was another one: for what came by it, corrections of its quantity included. What was sent back at its price is
    credited at the right one too, so that it is the same whether goods went back before or after.

    receipt_id: The receipt.
    line: Its line.
    unit_cost: The right cost per unit, not negative.
    day: Document date.
    reference: A note.
    """

    receipt_id: UUID
    line: int
    unit_cost: UnitPrice
    day: datetime.date
    reference: str | None = None


class CorrectQuantity(msgspec.Struct, kw_only=True):
    """The quantity of a receipt's line was another one: the difference comes in, or goes out, now and at the receipt's price.

    receipt_id: The receipt.
    line: Its line.
    quantity: The right quantity, not negative.
    day: Document date.
    reference: A note.
    """

    receipt_id: UUID
    line: int
    quantity: Decimal
    day: datetime.date
    reference: str | None = None


class CostCorrectionRecord(msgspec.Struct, kw_only=True):
    """A record as it is stored: its id, its version, and its fields.

    product_id: The product.
    sales_document_id: The delivery or return that is corrected.
    sales_line_id: Its line.
    delivered_line_id: The delivered line that it belongs to: the line itself, or the one that it brings back.
    customer_id: Whose it is.
    salesperson_id: Who answered for the customer then.
    day: The day that it counts for: that of the document that caused it.
    stock_document_id: The stock document that caused it.
    cause_document_id: The customer return that caused it.
    quantity: What of the line was covered by that document; nothing where it was costed again.
    currency: Currency of the amounts.
    provisional: What that had cost until then.
    amount: By how much the line costs more, or less if negative.
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
    """A record as it is stored: its id, its version, and its fields.

    kind: What made it.
    product_id: The product.
    day: Document date.
    stock_document_id: The stock document, if it came by one.
    sales_document_id: The delivery or return, if it came by one.
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
    """The difference of one product.

    product_id: The product.
    difference: Found if positive, missing if negative.
    unit_cost: Cost per unit of what was found; none: the cost that the product has.
    lot: The lot or serial, where the product is tracked by it.
    """

    product_id: UUID
    difference: Decimal
    unit_cost: UnitPrice | None = None
    lot: str | None = None


class CreditLineLinked(msgspec.Struct, tag_field="kind", tag="linked", kw_only=True):
    """A part of what a delivered line brought, at its tax.

    line_id: The line of the delivery.
    net: Amount, positive: without tax, unless it includes it.
    includes_tax: Whether the amount includes tax.
    """

    line_id: UUID
    net: Money
    includes_tax: bool = False


class CreditLineFree(msgspec.Struct, tag_field="kind", tag="free", kw_only=True):
    """An amount of its own, at today's tax: quantities and prices as on a delivery, positive.

    product_id: The product or service.
    quantity: How much: positive for goods; a service may carry a negative quantity or price, to take something off.
    unit: Unit of quantity and price; none: the product's base unit.
    unit_price: Price; zero for a free line; none: what agreements and lists say.
    price_quantity: For how many units a given price is; one, unless it is a price for a hundred or so (BT-149).
    includes_tax: Whether price, discount, charge and given amounts include tax; none: as the list or the company's prices do.
    discount_percent: Discount in percent of quantity x price, instead of the list's; the discount amount is what is rounded.
    discount: A further discount, as an amount (BT-136).
    charge: A charge on the line, such as packing (BT-141).
    given_net: The net that the other side's document prints, where lines are brought in from elsewhere; it is accepted as it is.
    text: Text on the document; none: the product's name.
    tax_code: Tax code; none: that of a customer who is exempt; else the product's, the customer's, the company's, in this order, as the customer's
        tax profile replaces it.
    lot: The lot or serial, where the product is tracked by it and goods move.
    component_lots: The lots or serials of the components, where the product is a kit and goods move.
    cost: What it costs, where goods move.
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
"""A line that is credited."""


class CreditState(msgspec.Struct, kw_only=True):
    """Where a customer stands on a day. Of a customer who pays for others, their accounts count too.

    limit: What they may owe; none: no limit.
    receivables: What they owe on the day: receivables dated up to it, less prepayments and other credits dated up to it.
    later: How much more than that they will owe at most on a later day, by what is dated later; nothing if it only becomes less.
    undelivered: What they ordered and have not got yet.
    overdue: How many of their own receivables are overdue by more than the company allows, and not settled by the day.
    payer: Where the one who pays for them stands; none: nobody else pays, or there is no limit to it.
    """

    limit: Money | None = None
    receivables: Money
    later: Money
    undelivered: Money
    overdue: int
    payer: PayerCredit | None = None


class CreditWarning(msgspec.Struct, kw_only=True):
    """Why a customer is beyond their credit.

    limit: What they may owe; none: no limit.
    exposure: What they would owe; hidden, like the other figures, from callers who may not see receivables.
    overdue: How many receivables are overdue by more than the company allows.
    is_of_payer: Whether it is the limit of who pays for the customer, and what all for whom they pay would owe.
    """

    limit: Money | None = None
    exposure: Money | None = None
    overdue: int | None = None
    is_of_payer: bool = False


class CustomField(msgspec.Struct, kw_only=True):
    """A field that the host declares for the records of an entity.

    entity: The entity, such as `customer`. Stays the same.
    name: Name in filters and JSON: small letters, digits and `_`.
    value_type: Type. Stays the same.
    category: The category of the dictionary that a choice is made from. Stays the same.
    is_required: Whether new records need a value, and none may be taken away.
    is_unique: Whether no two records may hold the same value. Stays the same.
    labels: What people read, by language.
    position: Place in forms and lists.
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
    legal_name: The name in law, if it is another.
    group_id: Main group; further ones are `CustomerGroupMember`s.
    owner_id: The operator who answers for the customer.
    industry_id: Industry.
    source_id: Where the customer came from.
    level_id: Level, such as A, B or C.
    region_id: Sales region.
    province_id: Province.
    country: Country, as the host writes it; two letters of ISO 3166 let tax numbers be normalised.
    tax_id: Tax number, as it was written.
    tax_id_key: The key of the tax number: `tax_id_key`. Kept by the library.
    language: Language of documents for the customer, such as `es`.
    website: Website.
    notes: Notes.
    tax_code: Tax code of sales to this customer; none: the company's. One of a category that is exempt (E, AE, K, G, O) wins over the product's.
    tax_profile: What the codes of products become for this customer, as the rates say that replace them (a fiscal position).
    price_list_id: The customer's own price list; none: that of the nearest group with one, then the company's.
    payment_days: Days from a delivery until its receivable falls due.
    payment_terms: Terms of payment in several parts, or by months; none: `payment_days` from the document.
    payer_id: Who pays, if not the customer. The receivable stays with the customer.
    currency: Currency of the credit limit.
    credit_limit: What the customer may owe at most, undelivered orders included; none: no limit.
    is_active: Whether new documents may be made for it.
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
    """A place of a customer.

    customer_id: The customer. Stays the same.
    kind: What it is for.
    name: Name of the place, or of who receives there.
    owner_id: The operator who answers for the place. It gives them no reach: that goes by the customer's owner and groups.
    street: Street and number.
    city: City.
    postal_code: Postal code.
    province_id: Province.
    region_id: Sales region.
    country: Country, as the host writes it.
    is_primary: Whether it is the first of its kind.
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
    """A customer with everything that belongs to it. Documents and open items have lists of their own.

    customer: The customer.
    contacts: Its contacts.
    points: Ways to reach it and them.
    addresses: Its places.
    memberships: Its memberships in groups, the main group apart.
    groups: The groups: the main group and those of the memberships.
    custom: What it, its contacts and its places hold in fields of the host, by record and by name.
    """

    customer: CustomerRecord
    contacts: list[ContactRecord]
    points: list[ContactPointRecord]
    addresses: list[CustomerAddressRecord]
    memberships: list[CustomerGroupMemberRecord]
    groups: list[CustomerGroupRecord]
    custom: dict[str, dict[str, Any]]


class CustomerGroup(msgspec.Struct, kw_only=True):
    """A node in the trees of customer groups, of any depth up to the limit. A tree for regions, one for operators and others stand side by side: each
    has a top of its own.

    code: Code.
    name: Name.
    parent_id: The group above; none at the top.
    code_prefix: What the numbers of its new customers begin with; none: the group above says.
    code_digits: Digits of the number behind the prefix, at least.
    price_list_id: Price list of its customers; none: that of the group above.
    """

    c: ClassVar[CustomerGroupFields] = CustomerGroupFields()

    code: str
    name: str
    parent_id: UUID | None = None
    code_prefix: str | None = None
    code_digits: int = 4
    price_list_id: UUID | None = None


class CustomerGroupMember(msgspec.Struct, kw_only=True):
    """A group that a customer belongs to beside its main group.

    customer_id: The customer.
    group_id: The group.
    """

    c: ClassVar[CustomerGroupMemberFields] = CustomerGroupMemberFields()

    customer_id: UUID
    group_id: UUID


class CustomerPrice(msgspec.Struct, kw_only=True):
    """A price or a discount that was agreed with a customer for a product.

    customer_id: The customer.
    product_id: The product.
    unit: Unit that the price is for; none: the base unit.
    min_quantity: It holds from this quantity of its unit on, in one line.
    currency: Currency of the price; of a discount alone, the currency of the sale.
    unit_price: Price of one unit; none: whatever else the price is.
    discount: Discount on the price, in percent.
    valid_from: First day; none: it always was.
    valid_to: Last day; none: it stays.
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
    """An allocation taken back, in part or in whole.

    allocation_id: The allocation.
    amount: How much, positive; none: all that stands of it.
    day: From which day; not before the allocation.
    """

    allocation_id: UUID
    amount: Money | None = None
    day: datetime.date


class DictionaryEntry(msgspec.Struct, kw_only=True):
    """An entry of the data dictionary. The entries of a category are a tree.

    category: What it is a choice of: `industry`, `source`, `level`, `region`, `province`, `payment_method`, or the host's own. Stays the same.
    code: Code, unique within the category.
    labels: What people read, by language: `{"es": "Madrid", "zh": "马德里"}`.
    position: Place in the list; those with the same place stand by code.
    is_active: Whether new records may choose it.
    parent_id: The entry above, of the same category; none at the top.
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
    """A record as it is stored: its id, its version, and its fields.

    position: Place in the feed, from 1.
    at: When.
    entity: The entity.
    record_id: The record.
    customer_id: The customer it belongs to.
    action: What happened.
    audit_id: The audit row with the fields before and after.
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
    """Prepayments of an order that are reserved for it no longer.

    customer_id: The customer who paid.
    order_id: The order.
    """

    customer_id: UUID
    order_id: UUID


class Instalment(msgspec.Struct, kw_only=True):
    """A part of a receivable that falls due on a day of its own.

    due_day: When it falls due.
    amount: How much.
    """

    due_day: datetime.date
    amount: Money


class Issuer(msgspec.Struct, kw_only=True):
    """The own company, as a document shows it.

    name: Legal name.
    city: City.
    country: Country, as ISO 3166 code.
    email: E-mail.
    iban: IBAN.
    language: Language of its documents.
    logo: Where its logo is.
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


class KitComponent(msgspec.Struct, kw_only=True):
    """A part of a kit: so much of a product, in its base unit, in one kit.

    kit_id: The kit.
    component_id: The product in it.
    quantity: How much of it is in one kit, positive.
    """

    c: ClassVar[KitComponentFields] = KitComponentFields()

    kit_id: UUID
    component_id: UUID
    quantity: Decimal


class KitPart(msgspec.Struct, kw_only=True):
    """A component of a delivered kit, as its line keeps it.

    product_id: The component.
    quantity: How much of it left.
    cost: What it cost.
    lot: The lot or serial, where it is tracked by it.
    """

    product_id: UUID
    quantity: Decimal
    cost: Money
    lot: str | None = None


class LastDelivery(msgspec.Struct, kw_only=True):
    """The last delivery of a customer, to begin the next one from.

    document_id: The delivery.
    number: Its number.
    day: Its day.
    lines: Its lines, at their prices then.
    allowance_charges: Its allowances and charges.
    inactive: Products that were on it and are no longer sold.
    """

    document_id: UUID
    number: str
    day: datetime.date
    lines: list[LineItem]
    allowance_charges: list[AllowanceCharge]
    inactive: list[UUID]


class LineCostByMethod(msgspec.Struct, tag_field="kind", tag="by_method", kw_only=True):
    """What the product's costing method says."""


class LineCostOverride(msgspec.Struct, tag_field="kind", tag="override", kw_only=True):
    """A cost of its own, frozen with the line: needs the right `cost.override`, and a reason. What the goods were worth besides is a variance.

    unit_cost: Cost per unit, not negative.
    reason: Why.
    """

    unit_cost: UnitPrice
    reason: str


class LineCostDirect(msgspec.Struct, tag_field="kind", tag="direct", kw_only=True):
    """The goods go from a supplier to the customer at this cost, and never touch stock: needs the right `stock.post`, as a receipt does.

    unit_cost: Cost per unit, not negative.
    """

    unit_cost: UnitPrice


LineCost: TypeAlias = Union[LineCostByMethod, LineCostOverride, LineCostDirect]
"""What a delivered line costs."""


class LineItem(msgspec.Struct, kw_only=True):
    """A product or service that is quoted, ordered, delivered or credited.

    product_id: The product or service.
    quantity: How much: positive for goods; a service may carry a negative quantity or price, to take something off.
    unit: Unit of quantity and price; none: the product's base unit.
    unit_price: Price; zero for a free line; none: what agreements and lists say.
    price_quantity: For how many units a given price is; one, unless it is a price for a hundred or so (BT-149).
    includes_tax: Whether price, discount, charge and given amounts include tax; none: as the list or the company's prices do.
    discount_percent: Discount in percent of quantity x price, instead of the list's; the discount amount is what is rounded.
    discount: A further discount, as an amount (BT-136).
    charge: A charge on the line, such as packing (BT-141).
    given_net: The net that the other side's document prints, where lines are brought in from elsewhere; it is accepted as it is.
    text: Text on the document; none: the product's name.
    tax_code: Tax code; none: that of a customer who is exempt; else the product's, the customer's, the company's, in this order, as the customer's
        tax profile replaces it.
    lot: The lot or serial, where the product is tracked by it and goods move.
    component_lots: The lots or serials of the components, where the product is a kit and goods move.
    cost: What it costs, where goods move.
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
    """Part or all of a delivered line: at its price, tax and cost; the last unit takes what is left of them.

    line_id: The line of the delivery.
    quantity: How much: positive, or negative as the line is; of a component, how much of that.
    component_id: The component of a kit that comes back by itself; none: the line as it was sold.
    lot: The lot or serial of the component, where it left in several.
    net: The net that is given back for it, at most what is left of the line; none: its share, a component's by its share in the cost.
    unit_price: The same as a price per unit, with tax where the line's price includes it.
    """

    line_id: UUID
    quantity: Decimal
    component_id: UUID | None = None
    lot: str | None = None
    net: Money | None = None
    unit_price: UnitPrice | None = None


class LotBalanceRecord(msgspec.Struct, kw_only=True):
    """A record as it is stored: its id, its version, and its fields.

    product_id: The product.
    lot: Number of the lot, or serial.
    warehouse_id: The warehouse.
    quantity: On hand.
    """

    c: ClassVar[LotBalanceFields] = LotBalanceFields()

    version: int
    product_id: UUID
    lot: str
    warehouse_id: UUID
    quantity: Decimal


class LotProposal(msgspec.Struct, kw_only=True):
    """How much of a lot to take.

    lot: The lot or serial.
    expires_on: The day from which it is no longer good.
    quantity: How much of it.
    """

    lot: str
    expires_on: datetime.date | None = None
    quantity: Decimal


class LotReceiver(msgspec.Struct, kw_only=True):
    """Who received goods of a lot.

    customer_id: The customer.
    document_id: The delivery or return.
    day: Its day.
    quantity: Delivered if positive, returned if negative.
    """

    customer_id: UUID
    document_id: UUID
    day: datetime.date
    quantity: Decimal


class LotWarning(msgspec.Struct, kw_only=True):
    """Says that goods of a lot were delivered that is no longer good, or will not be soon.

    line: The line of the delivery.
    product_id: The product, or the component of a kit.
    lot: The lot or serial.
    expires_on: The day from which it is no longer good.
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
    """One of its other codes."""

    value: tuple[UUID, CodeKind]


MatchedBy: TypeAlias = Union[MatchedByOwnCode, MatchedByMnemonic, MatchedByCode]
"""What a text was found by."""


class Merged(msgspec.Struct, kw_only=True):
    """What a merge changed.

    records: Records that now refer to the entry that stays, by entity.
    """

    records: dict[str, int]


class Money(msgspec.Struct):
    """An amount of money: at most 4 decimals, in one currency. One that comes in or is kept lies within ±922 trillion; a total of many may have 24
    digits before the point.

    amount: The number.
    currency: The currency, such as `EUR`.
    """

    amount: Decimal
    currency: str


class NewAllocation(msgspec.Struct, kw_only=True):
    """A credit to be set against one receivable.

    customer_id: The customer who has the credit.
    credit_id: The credit: of a payment or a return.
    receivable_id: The receivable, of the same customer.
    amount: How much, positive.
    day: From which day it counts; not before either document.
    """

    customer_id: UUID
    credit_id: UUID
    receivable_id: UUID
    amount: Money
    day: datetime.date


class NewCount(msgspec.Struct, kw_only=True):
    """Differences found in a count.

    warehouse_id: Where was counted.
    day: Document date.
    reference: A note.
    lines: The differences.
    """

    warehouse_id: UUID
    day: datetime.date
    reference: str | None = None
    lines: list[CountLine]


class NewCreditAllocation(msgspec.Struct, kw_only=True):
    """A credit to be set against several receivables.

    customer_id: The customer who has the credit.
    credit_id: The credit: of a payment or a return.
    allocate: What it is for.
    debtors: Customers whose receivables it may be for, beside its own; it must be their payer.
    day: From which day it counts; not before either document.
    """

    customer_id: UUID
    credit_id: UUID
    allocate: Allocate
    debtors: list[UUID] = msgspec.field(default_factory=list)
    day: datetime.date


class NewCreditNote(msgspec.Struct, kw_only=True):
    """A credit to a customer without goods.

    customer_id: The customer.
    day: Document date.
    delivery_id: The delivery that the lines credit.
    reference: The other side's number, or a note.
    allocate: What the credit is set against; none: what is open of the delivery that it is linked to, as far as it reaches.
    reason: Why; the document shows it.
    lines: What is credited.
    allowance_charges: Allowances and charges of the whole document, in the customer's favour if positive.
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
    """Goods and services for a customer.

    customer_id: The customer.
    warehouse_id: Where the goods are taken from.
    day: Document date, which is the tax point.
    due_day: When the receivable falls due; none: by the customer's terms. Later than these needs the right `customers.terms`.
    instalments: Instalments of the amount to pay, in due order; empty: one on the due day, or by the customer's terms.
    credit_override: Deliver beyond the customer's credit: for callers with the right `credit.override`.
    reference: The other side's number, or a note.
    lines: What is delivered.
    allowance_charges: Allowances and charges of the whole document.
    payable_rounding: How the amount to pay is rounded.
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
    """An order that no quote came before.

    customer_id: The customer.
    day: Document date.
    reference: The customer's order number, or a note.
    warehouse_id: Where it is to be delivered from.
    requested_day: When the customer wants it.
    lines: What is ordered.
    allowance_charges: Allowances and charges of the whole order; its deliveries take their share.
    credit_override: Order beyond the customer's credit: for callers with the right `credit.override`.
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
    """Money received.

    customer_id: From whom.
    day: When.
    amount: How much, positive.
    allocate: What it is for.
    debtors: Customers whose receivables it may be for, beside the payer's own; it must be their payer.
    order_id: The sales order that it is paid for in advance: it stays reserved for its deliveries.
    method: How it was paid, as the host says.
    reference: The other side's reference, or a note.
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
    """An offer to a customer.

    customer_id: The customer.
    offer: The offer.
    """

    customer_id: UUID
    offer: Offer


class NewReceipt(msgspec.Struct, kw_only=True):
    """Goods received from a supplier.

    warehouse_id: Where they are put.
    day: Document date.
    reference: The supplier's number, or a note.
    landed: Freight, duty and the like for the whole receipt: shared out over the lines by value, in whole steps, before unit costs follow.
    lines: What was received.
    """

    warehouse_id: UUID
    day: datetime.date
    reference: str | None = None
    landed: Money | None = None
    lines: list[ReceiptLine]


class NewRecost(msgspec.Struct, kw_only=True):
    """Costs a product again, in the order of days.

    product_id: The product.
    from_: Sales lines from this day on are corrected; what earlier ones would change is a variance.
    day: Document date, which the corrections count for.
    reference: A note.
    """

    product_id: UUID
    from_: datetime.date = msgspec.field(name="from")
    day: datetime.date
    reference: str | None = None


class NewRefund(msgspec.Struct, kw_only=True):
    """A credit given back in money.

    customer_id: The customer who has the credit.
    credit_id: The credit.
    amount: How much, positive.
    day: When.
    method: How it was paid, as the host says.
    reason: Why.
    """

    customer_id: UUID
    credit_id: UUID
    amount: Money
    day: datetime.date
    method: str | None = None
    reason: str | None = None


class NewReturn(msgspec.Struct, kw_only=True):
    """Goods and services that a customer brings back.

    customer_id: The customer.
    warehouse_id: Where the goods are put.
    day: Document date.
    delivery_id: The delivery that the linked lines come from.
    reference: The other side's number, or a note.
    allocate: What the credit is set against; none: what is open of the delivery that it is linked to, as far as it reaches.
    is_credited: Whether the customer gets a credit; not if it gets a replacement: then stock moves, and nothing is owed less.
    gives_charges: Whether charges of the whole delivery, such as its freight, are given back: in proportion, or not at all; none: with the last of
        its goods.
    redelivers: Whether the goods are to be delivered again: what comes back of an order is open again.
    lines: What comes back.
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
    """Goods sent back to a supplier. They leave at the cost that they have now; what the supplier credits besides is a variance.

    warehouse_id: Where they are taken from.
    day: Document date.
    receipt_id: The receipt that they came with, where it is known.
    reference: The supplier's number, or a note.
    lines: What is sent back.
    """

    warehouse_id: UUID
    day: datetime.date
    receipt_id: UUID | None = None
    reference: str | None = None
    lines: list[SupplierReturnLine]


class NewTransfer(msgspec.Struct, kw_only=True):
    """Goods moved from one warehouse to another. Their value is that of the company, so none moves.

    from_warehouse_id: Where they are taken from.
    to_warehouse_id: Where they are put.
    day: Document date.
    reference: A note.
    lines: What is moved.
    """

    from_warehouse_id: UUID
    to_warehouse_id: UUID
    day: datetime.date
    reference: str | None = None
    lines: list[TransferLine]


class NewWriteOff(msgspec.Struct, kw_only=True):
    """A receivable or credit that is given up, in part or in whole.

    customer_id: The customer.
    item_id: The receivable or credit.
    amount: How much, positive.
    day: When.
    reason: Why.
    """

    customer_id: UUID
    item_id: UUID
    amount: Money
    day: datetime.date
    reason: str | None = None


class Offer(msgspec.Struct, kw_only=True):
    """What is offered: the first revision of a quote, or a later one.

    day: Document date.
    valid_until: Last day on which it can be accepted; none: without end.
    reference: The customer's request, or a note.
    lines: What is offered.
    allowance_charges: Allowances and charges of the whole offer.
    """

    day: datetime.date
    valid_until: datetime.date | None = None
    reference: str | None = None
    lines: list[LineItem]
    allowance_charges: list[AllowanceCharge] = msgspec.field(default_factory=list)


class OfferedPart(msgspec.Struct, kw_only=True):
    """A part of a quote's line.

    line_id: The line of the revision.
    quantity: How much, positive.
    """

    line_id: UUID
    quantity: Decimal


class OpenItemRecord(msgspec.Struct, kw_only=True):
    """A record as it is stored: its id, its version, and its fields.

    kind: Where it comes from.
    customer_id: The customer.
    salesperson_id: Who answered for the customer then.
    sales_document_id: The delivery or return.
    payment_id: The payment; on a transfer, the payment whose credit is moved.
    adjustment_id: The refund, write-off, cancellation or rescheduling.
    source_item_id: The item that it was made against: what is cancelled, refunded, written off, transferred, or taken back with a delivery of an
        order.
    order_id: The sales order: of a prepayment, as long as it is reserved for it; of a delivery, for the status of the order.
    reference: What the document is called in the books kept before, for what was open when these began.
    order_reference: What the order is called there that such a credit was paid for.
    instalment: Which instalment of its document, from 1.
    day: The day from which it counts.
    document_day: Date of the document: `day`, but for a receivable that was rescheduled and for what was open when the books began.
    due_day: When it falls due.
    posted_at: When it was recorded.
    currency: Currency.
    amount: What it came to: positive for a receivable, negative for a credit.
    open: What of it is not yet allocated, all allocations counted, whatever their day; same sign.
    settled_day: The day of the last allocation or reversal that touched it.
    reopened_day: The day of the last reversal: what is allocated afterwards is not dated before it, so that no day ever had too much.
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
    """A document or credit of the books kept before that was not open as it was brought in.

    customer_id: The customer.
    item_id: The receivable or credit; of a document in instalments any of them.
    day: When; not before the day of the opening.
    reason: Why.
    """

    customer_id: UUID
    item_id: UUID
    day: datetime.date
    reason: str | None = None


class OpeningOptions(msgspec.Struct, kw_only=True):
    """How opening data is applied.

    warehouse_id: Where stock lies whose row names no warehouse; needed only if there is such a row.
    day: The day of the opening: stock is posted and open items count from it, and no row may be dated after it. Needed only if there are any.
    mode: What becomes of rows with errors.
    """

    warehouse_id: UUID | None = None
    day: datetime.date | None = None
    mode: ApplyMode


class OpeningReport(msgspec.Struct, kw_only=True):
    """What applying did, or would do.

    customers_created: New customers.
    contacts_created: New contacts.
    contact_points_created: New phones, e-mail addresses and other ways to reach somebody.
    addresses_created: New addresses.
    products_created: New products.
    units_created: New units.
    codes_created: New codes.
    price_lists_created: New price lists.
    prices_created: New prices, on lists and of customers.
    stock_posted: Rows whose opening stock is posted.
    receivables_created: Rows of receivables that became open items.
    credits_created: Credits and prepayments that became open items.
    unchanged: Rows that were stored already.
    stock_value: Value of the posted stock; none for callers who may not see costs.
    receivables_amount: Sum of the new receivables, credit notes deducted.
    credits_amount: Sum of the new credits and prepayments, positive.
    problems: Problems of reading and of applying.
    totals: Control totals of the sheets.
    sheets: What was made of each sheet of the workbook.
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


class Operator(msgspec.Struct, kw_only=True):
    """A person who works with the system; for hosts with users of their own, a projection of them.

    code: Login or staff number.
    name: Name.
    roles: Codes of the roles; principals of the host bring their own.
    is_active: Whether they still work here.
    groups: The customer groups given to the operator.
    """

    c: ClassVar[OperatorFields] = OperatorFields()

    code: str
    name: str
    roles: list[str] = msgspec.field(default_factory=list)
    is_active: bool = True
    groups: list[UUID] = msgspec.field(default_factory=list)


class OrderClosed(msgspec.Struct, kw_only=True):
    """A closed order.

    state: Completed, or cancelled if nothing was delivered.
    """

    state: OrderState


class OrderDelivery(msgspec.Struct, kw_only=True):
    """Some or all of an order is delivered.

    order_id: The order.
    warehouse_id: Where the goods are taken from.
    day: Document date, which is the tax point.
    due_day: When the receivable falls due; none: by the customer's terms. Later than these needs the right `customers.terms`.
    reference: The other side's number, or a note; none: the order's.
    lines: What is delivered; none: everything that is open.
    allows_excess: Whether more than what is open may be delivered, of a completed order too.
    payable_rounding: How the amount to pay is rounded.
    instalments: Instalments of the amount to pay, in due order; empty: one on the due day, or by the customer's terms.
    credit_override: Deliver beyond the customer's credit: for callers with the right `credit.override`.
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
    """A written order.

    order_id: The order.
    number: Its number.
    net: Net.
    tax: Tax.
    gross: Net and tax.
    expected_profit: Net less what the goods would cost today; hidden from callers who may not see costs.
    credit_warning: Says that the customer is beyond its credit, and the order was taken all the same.
    price_warnings: What the policy on prices says, and does not forbid; of a quote that is accepted, what changed since.
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
    """How much of an order is done.

    order: The order.
    lines: Its lines, in order.
    is_started: Whether something was delivered.
    open_net: Net of what is still to be delivered.
    """

    order: SalesOrderRecord
    lines: list[SalesOrderLineRecord]
    is_started: bool
    open_net: Money


class OrderedPart(msgspec.Struct, kw_only=True):
    """A part of an order's line.

    line_id: The line of the order.
    quantity: How much: positive, or negative as the line is.
    lot: The lot or serial, where the product is tracked by it. A line may be named several times, each time with another lot.
    component_lots: The lots or serials of the components, where the line is a kit.
    cost: What it costs.
    """

    line_id: UUID
    quantity: Decimal
    lot: str | None = None
    component_lots: list[ComponentLot] = msgspec.field(default_factory=list)
    cost: LineCost = msgspec.field(default_factory=lambda: LineCostByMethod())


class PastPrice(msgspec.Struct, kw_only=True):
    """A line that was delivered before.

    day: The day.
    document_id: The delivery.
    number: Its number.
    line_id: The line.
    quantity: How much, in the product's base unit.
    unit: The base unit.
    net: What it came to, net.
    net_price: Net price of one base unit, after every discount; rounded to 6 decimals where it does not come out even.
    margin: Profit as a share of the net; none if costs are hidden from the caller, or the net is not positive.
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
    """Not at all."""


class PayableRoundingTo(msgspec.Struct, tag_field="kind", tag="to"):
    """To a multiple of a step, such as 0.05."""

    value: Decimal


class PayableRoundingBy(msgspec.Struct, tag_field="kind", tag="by"):
    """By a given amount, as another system's document has it; less than one unit of the currency."""

    value: Money


PayableRounding: TypeAlias = Union[PayableRoundingNone, PayableRoundingTo, PayableRoundingBy]
"""How the amount to pay is rounded, where cash is paid."""


class PayerCredit(msgspec.Struct, kw_only=True):
    """Where a payer stands, with all that they pay for.

    customer_id: Who pays.
    limit: What they may owe, and those that they pay for, together.
    receivables: What is owed on the day, as in `CreditState`.
    later: How much more will be owed at most on a later day.
    undelivered: What is ordered and not delivered yet.
    """

    customer_id: UUID
    limit: Money
    receivables: Money
    later: Money
    undelivered: Money


class PaymentCancellation(msgspec.Struct, kw_only=True):
    """A payment that did not hold.

    payment_id: The payment.
    day: When; not before the payment.
    reason: Why.
    """

    payment_id: UUID
    day: datetime.date
    reason: str | None = None


class PaymentPosted(msgspec.Struct, kw_only=True):
    """A recorded payment.

    payment_id: The payment.
    number: Its number.
    open_item_id: The credit it made.
    allocated: What was allocated at once.
    unallocated: What stays as credit.
    """

    payment_id: UUID
    number: str
    open_item_id: UUID
    allocated: Money
    unallocated: Money


class PaymentRecord(msgspec.Struct, kw_only=True):
    """A record as it is stored: its id, its version, and its fields.

    number: Number, such as `PM-2010-000001`.
    series: Series of the number.
    sequence: Place in the series, from 1, without gaps.
    day: Day of the payment.
    posted_at: When it was recorded.
    operator_id: Who recorded it.
    customer_id: The customer who paid.
    order_id: The sales order that it was paid for in advance.
    method: How it was paid, as the host says.
    reference: The other side's reference, or a note.
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
    """Terms of payment.

    parts: The parts; their shares are the whole amount together.
    """

    parts: list[TermPart]


class Place(msgspec.Struct, kw_only=True):
    """Where a value stands in the source, for people: sheet, row (from 1, as the spreadsheet numbers them) and column heading.

    sheet: The sheet's name.
    row: The row, counted from 1.
    column: The column's heading, where the problem lies in one cell.
    """

    sheet: str
    row: int
    column: str | None = None


class PriceChange(msgspec.Struct, kw_only=True):
    """A line of a quote that lists and agreements price otherwise today.

    line_id: The line of the revision.
    line: Line of the revision, from 1.
    quoted: As quoted.
    today: Today; none if nothing says a price any more.
    """

    line_id: UUID
    line: int
    quoted: PriceTerms
    today: PriceTerms | None = None


class PriceLine(msgspec.Struct, kw_only=True):
    """What a price is wanted for.

    product_id: The product.
    quantity: How much, positive.
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
    valid_from: First day; none: it always was.
    valid_to: Last day; none: it stays.
    prices_include_tax: Whether its prices include tax.
    breaks: Which quantity its breaks are compared with.
    is_active: Whether it is used.
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
    min_quantity: The price holds from this quantity of its unit on.
    currency: Currency of the list.
    unit_price: Price of one unit.
    discount: Discount on it, in percent.
    valid_from: First day; none: it always was.
    valid_to: Last day; none: it stays.
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
    """How the company prices. There is one, under the company's own id.

    price_list_id: Price list of customers who have no other.
    uses_last_price: Whether the last price that a customer paid goes before the list price of the product.
    below_cost: What happens to a line, or a document, below its cost.
    minimum_margin: The least margin, in percent of the net amount.
    below_margin: What happens to a line, or a document, below the least margin.
    beyond_discount: What happens to a discount beyond the largest of the caller's roles, in whatever form it is given.
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
    on: Where the price comes from that it only gives a discount on.
    """

    customer_price_id: UUID
    on: PriceSource | None = None


class PriceSourceCustomerList(msgspec.Struct, tag_field="kind", tag="customer_list", kw_only=True):
    """The customer's own list.

    list_id: The list.
    item_id: The price on it.
    """

    list_id: UUID
    item_id: UUID


class PriceSourceGroupList(msgspec.Struct, tag_field="kind", tag="group_list", kw_only=True):
    """The list of a group.

    group_id: The group.
    list_id: The list.
    item_id: The price on it.
    """

    group_id: UUID
    list_id: UUID
    item_id: UUID


class PriceSourceCompanyList(msgspec.Struct, tag_field="kind", tag="company_list", kw_only=True):
    """The company's list.

    list_id: The list.
    item_id: The price on it.
    """

    list_id: UUID
    item_id: UUID


class PriceSourceLastPrice(msgspec.Struct, tag_field="kind", tag="last_price", kw_only=True):
    """What the customer paid last.

    line_id: The delivered line.
    """

    line_id: UUID


class PriceSourceProduct(msgspec.Struct, tag_field="kind", tag="product", kw_only=True):
    """The product's list price."""


class PriceSourceGiven(msgspec.Struct, tag_field="kind", tag="given", kw_only=True):
    """The caller named it."""


PriceSource: TypeAlias = Union[
    PriceSourceCustomer,
    PriceSourceCustomerList,
    PriceSourceGroupList,
    PriceSourceCompanyList,
    PriceSourceLastPrice,
    PriceSourceProduct,
    PriceSourceGiven,
]
"""Why a price is what it is: kept with the line."""


class PriceTerms(msgspec.Struct, kw_only=True):
    """A price as lines keep it.

    unit_price: The price.
    price_quantity: For how many base units it is.
    discount_percent: Discount in percent.
    """

    unit_price: UnitPrice
    price_quantity: Decimal
    discount_percent: Decimal | None = None


class PriceWarning(msgspec.Struct, kw_only=True):
    """Something that the company's policy says about a line's price, and does not forbid.

    line: The line; none: the document as a whole.
    reason: What it is: `below_cost`, `below_margin`, `beyond_discount`, `price_changed`, `cost_changed`; `policy` stands for the first two, once a
        document, where the caller may not see costs.
    """

    line: int | None = None
    reason: str


class Priced(msgspec.Struct, kw_only=True):
    """A price, with what it is for and why.

    unit_price: The price, as it was written.
    unit: The unit that it is for; none: the base unit, which the product does not name.
    per: How many of the line's units it is for.
    discount: Discount on it, in percent.
    includes_tax: Whether it includes tax.
    source: Why.
    """

    unit_price: UnitPrice
    unit: str | None = None
    per: UnitRatio
    discount: Decimal | None = None
    includes_tax: bool
    source: PriceSource


class Problem(msgspec.Struct, kw_only=True):
    """One thing wrong with one row.

    place: Where.
    severity: Whether the row is kept out.
    code: A stable code: one of `CODES`.
    reason: The reason, for people, in English. `reason` says it in other languages.
    details: What the reason tells, by name: figures, names, other places.
    text: What the cell says, untouched; its first 500 characters, if it is longer.
    """

    place: Place
    severity: Severity
    code: str
    reason: str
    details: dict[str, str]
    text: str


class Product(msgspec.Struct, kw_only=True):
    """A product that is stocked, or a service that is only sold.

    code: Own code.
    name: Name.
    model: Model.
    specification: Specification: size, colour, grade and the like.
    mnemonic: Short form of the name to type, such as its initials.
    brand: Brand.
    notes: Notes of any length up to the limit.
    group_id: Group.
    unit: Base unit of measure: quantities, stock, costs and the list price are in it.
    stock_decimals: Decimals that its stock is kept to, at most 6: a quantity in another unit that has more is rounded.
    is_stocked: Whether stock is kept; a service has no stock and no cost.
    is_kit: Whether it is sold as one and delivered as its components; it has no stock of its own.
    tracking: What is told apart of its goods. It stays as it was made.
    costing: Costing method, by the name of its strategy. Changed by `stock().change_method`, which carries the value.
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
    """A code that a product is also known by, perhaps in a unit or packed in a quantity.

    product_id: The product.
    kind: Whose code it is.
    value: The code as it is written.
    is_gtin: Whether it is a GTIN of 8, 12, 13 or 14 digits, whose check digit has to be right; other barcodes say no.
    unit: Unit that the code stands for; none: the base unit.
    quantity: How many of the unit the code stands for; none: one.
    customer_id: Whose part number it is, for a customer's code.
    supplier: Whose number it is, for a supplier's code.
    valid_from: First day; none: it always was.
    valid_to: Last day; none: it stays.
    is_active: Whether it stands for the product.
    party: The customer or supplier, as a text that is never empty of meaning; follows from the others.
    claim: The key while it is active; follows from the others.
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
    """The specified unit cost of a product from a day on, until the next one.

    product_id: The product.
    valid_from: First day on which it is in force.
    currency: Currency of the cost.
    unit_cost: Cost per unit.
    """

    c: ClassVar[ProductCostFields] = ProductCostFields()

    product_id: UUID
    valid_from: datetime.date
    currency: str
    unit_cost: UnitPrice | None = None


class ProductGroup(msgspec.Struct, kw_only=True):
    """A node in the tree of product groups, of any depth up to the limit.

    code: Code.
    name: Name.
    parent_id: The group above; none at the top.
    code_prefix: What the codes of its new products begin with; none: the group above says.
    code_digits: Digits of the number behind the prefix, at least.
    """

    c: ClassVar[ProductGroupFields] = ProductGroupFields()

    code: str
    name: str
    parent_id: UUID | None = None
    code_prefix: str | None = None
    code_digits: int = 4


class ProductUnit(msgspec.Struct, kw_only=True):
    """A unit that a product is also counted in: one of it is `numerator / denominator` base units.

    product_id: The product.
    unit: Name of the unit, such as `box`.
    numerator: Base units of `denominator` units.
    denominator: Units of `numerator` base units.
    """

    c: ClassVar[ProductUnitFields] = ProductUnitFields()

    product_id: UUID
    unit: str
    numerator: int
    denominator: int


class ProfitRow(msgspec.Struct, kw_only=True):
    """One group.

    group: The group; nothing for records without one.
    currency: Currency.
    count: Documents, or lines where products are concerned.
    net: Net revenue, returns deducted.
    cost: Cost, corrections included.
    corrections: What of the cost are corrections of earlier deliveries and returns.
    profit: Profit.
    margin: Profit as a share of net revenue; none where that is not positive.
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
    """A later revision of a quote; it takes the place of the ones before, which stay as they were.

    quote_id: The quote.
    offer: The offer.
    """

    quote_id: UUID
    offer: Offer


class QuoteLineRecord(msgspec.Struct, kw_only=True):
    """A record as it is stored: its id, its version, and its fields.

    revision_id: The revision.
    line: Line of the document, from 1.
    customer_id: The customer, as on the document.
    day: Document date.
    product_id: The product or service.
    product_code: Its code then.
    product_name: Its name then, or the line's own text.
    unit: The product's base unit, which the quantity is in.
    quantity: How much; negative on a return or credit.
    entered_unit: The unit that was entered, if another.
    entered_quantity: How much of it.
    currency: Currency of the amounts.
    unit_price: Price.
    price_quantity: For how many base units the price is.
    price_source: Why it is this price.
    includes_tax: Whether price, discount, charge and amount include tax.
    discount_percent: Discount in percent.
    discount: All discounts of the line, as an amount.
    charge: Charge of the line.
    amount: Quantity x price less discounts, with charges: the net, or with tax if it includes it.
    net: Net, as printed.
    revenue: Net with the line's share in allowances and charges of the document.
    tax_code: Tax code.
    tax_category: Tax category.
    tax_rate: Rate in percent.
    tax: Share of the document's tax.
    expected_cost: What it would have cost then.
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
    revision: Which revision, from 1.
    net: Net.
    tax: Tax.
    gross: Net and tax.
    expected_profit: Net less what the goods would cost today; hidden from callers who may not see costs.
    unknown_costs: Lines whose cost is not known, so that the expected profit leaves it out.
    price_warnings: What the policy on prices says, and does not forbid.
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
    """A record as it is stored: its id, its version, and its fields.

    number: Number, such as `QT-2010-000001`.
    series: Series of the number.
    sequence: Place in the series, from 1, without gaps.
    customer_id: The customer.
    salesperson_id: Who answered for the customer when the quote was first made.
    day: Day of the first revision.
    revision: The latest revision, from 1.
    valid_until: Last day of the latest revision; none: without end.
    currency: Currency of the amounts.
    net: Net of the latest revision.
    outcome: What was decided.
    decided_at: When.
    reason: Why it was lost or withdrawn.
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
    """A record as it is stored: its id, its version, and its fields.

    day: Document date.
    posted_at: When it was recorded.
    operator_id: Who recorded it.
    customer_id: The customer.
    customer_code: The customer's number then.
    customer_name: The customer's name then.
    salesperson_id: Who answered for the customer then: sales are counted for that operator, whatever changes later.
    reference: The other side's number, or a note.
    issuer: The own company as it was then, for the document.
    buyer: The customer as it was then, for the document.
    tax_method: Where tax was rounded.
    rounding: What happened to a half.
    prices_include_tax: Whether prices included tax.
    taxes: Base and tax of each category and rate.
    allowance_charges: Allowances and charges of the whole document.
    currency: Currency of the amounts.
    lines_net: Sum of the line nets.
    net: Net, with allowances and charges.
    tax: Tax.
    gross: Net and tax.
    quote_id: The quote.
    revision: Which revision, from 1.
    valid_until: Last day; none: without end.
    expected_cost: What its goods would have cost then; nothing for goods whose cost was not known.
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
    """A quote, its latest revision or the one that was ordered from, and what is left of it.

    quote: The quote.
    state: How it stands.
    revision: The revision that counts: the one ordered from, else the latest.
    lines: Its lines, in order, each with how much of it is ordered.
    orders: Orders made from it.
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


class ReceiptLine(msgspec.Struct, kw_only=True):
    """A product received.

    product_id: The product.
    quantity: How much, positive.
    unit_cost: Cost, not negative; none where the amount of the line is given, or the goods are free.
    unit: Unit of quantity and cost; none: the product's base unit.
    price_quantity: For how many units the cost is; one, unless it is a cost for a hundred or so.
    amount: What the bill says for the whole line, instead of a cost per unit.
    is_free: Whether the goods cost nothing on purpose: a sample, a bonus. They count, and lower the average; a cost of zero is refused without it.
    landed: Freight, duty and the like for this line.
    lot: The lot or serial, where the product is tracked by it; a new one is made.
    expires_on: The day from which the lot is no longer good.
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
    before: What it costs of the product now; negative for a return.
    after: What it costs of it afterwards.
    """

    line_id: UUID
    document_id: UUID
    day: datetime.date
    before: Money
    after: Money


class RecostPreview(msgspec.Struct, kw_only=True):
    """What recalculation would change.

    lines: Lines whose cost would change, in the order of days.
    value_before: Value of the stock on hand now.
    value_after: Value of it afterwards.
    variance: What would be neither.
    """

    lines: list[RecostLine]
    value_before: Money
    value_after: Money
    variance: Money


class Release(msgspec.Struct, kw_only=True):
    """What is kept for an order is for everybody again.

    order_id: The order.
    """

    order_id: UUID


class Reminder(msgspec.Struct, kw_only=True):
    """A receivable and the reminder level that it has come to.

    item: The receivable.
    level: The level, from 1.
    """

    item: AgedItem
    level: int


class Rescheduling(msgspec.Struct, kw_only=True):
    """Other instalments for what is open of a document.

    customer_id: The customer.
    document_id: The document.
    instalments: The new instalments; they add up to what is open.
    day: From which day they count.
    reason: Why.
    """

    customer_id: UUID
    document_id: UUID
    instalments: list[Instalment]
    day: datetime.date
    reason: str | None = None


class ReservationRecord(msgspec.Struct, kw_only=True):
    """A record as it is stored: its id, its version, and its fields.

    order_line_id: The line.
    product_id: The product that is kept.
    order_id: The order.
    customer_id: Whose order it is.
    warehouse_id: Where it is kept.
    quantity: How much.
    expires_at: From when it counts no more; none: until it is delivered or released.
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
    """What is open of an order is kept for it.

    order_id: The order.
    warehouse_id: Where; none: the order's warehouse.
    expires_at: Until when; none: until it is delivered or released.
    """

    order_id: UUID
    warehouse_id: UUID | None = None
    expires_at: datetime.datetime | None = None


class ResolvedUnknown(msgspec.Struct, tag_field="kind", tag="unknown", kw_only=True):
    """Nothing."""


class ResolvedOne(msgspec.Struct, tag_field="kind", tag="one"):
    """One product."""

    value: CodeMatch


class ResolvedAmbiguous(msgspec.Struct, tag_field="kind", tag="ambiguous"):
    """Several, in the order of their codes; at most `MAX_CODE_MATCHES`."""

    value: list[CodeMatch]


Resolved: TypeAlias = Union[ResolvedUnknown, ResolvedOne, ResolvedAmbiguous]
"""What a text stands for."""


class ReturnLineLinked(msgspec.Struct, tag_field="kind", tag="linked", kw_only=True):
    """Part or all of a delivered line.

    line_id: The line of the delivery.
    quantity: How much: positive, or negative as the line is; of a component, how much of that.
    component_id: The component of a kit that comes back by itself; none: the line as it was sold.
    lot: The lot or serial of the component, where it left in several.
    net: The net that is given back for it, at most what is left of the line; none: its share, a component's by its share in the cost.
    unit_price: The same as a price per unit, with tax where the line's price includes it.
    """

    line_id: UUID
    quantity: Decimal
    component_id: UUID | None = None
    lot: str | None = None
    net: Money | None = None
    unit_price: UnitPrice | None = None


class ReturnLineUnlinked(msgspec.Struct, tag_field="kind", tag="unlinked", kw_only=True):
    """Goods of which no delivery is known, or something that the customer bears, such as a restocking fee.

    product_id: The product or service.
    quantity: How much: positive for what comes back; a service may carry a negative quantity, for what the customer bears.
    unit_price: Price per unit.
    lot: The lot or serial, where the product is tracked by it.
    unit: Unit of quantity and price; none: the product's base unit.
    tax_code: Tax code; none: as on a delivery.
    includes_tax: Whether the price includes tax; none: as the company's prices do.
    sold_on: The day of the sale, whose tax rate applies; none: the day of the return.
    cost: What it cost when it left, if that is known.
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
"""A line that comes back."""


class Revalue(msgspec.Struct, kw_only=True):
    """Gives what is on hand of a product another value, by an amount.

    product_id: The product.
    lot: The lot, where the product is costed by lot.
    day: Document date.
    amount: What it is worth more, or less if negative.
    reference: A note.
    """

    product_id: UUID
    lot: str | None = None
    day: datetime.date
    amount: Money
    reference: str | None = None


class Reversal(msgspec.Struct, kw_only=True):
    """A document taken back as a whole, as if it had not been.

    document_id: The document.
    day: Document date of the reversal.
    reason: Why; the reversal shows it.
    """

    document_id: UUID
    day: datetime.date
    reason: str


class Reverse(msgspec.Struct, kw_only=True):
    """Undoes a stock document at exactly its value.

    document_id: The document.
    day: Document date.
    reference: A note.
    """

    document_id: UUID
    day: datetime.date
    reference: str | None = None


class Role(msgspec.Struct, kw_only=True):
    """A named set of rights with a reach.

    code: Code that principals name it by, such as `salesperson`.
    name: Name for people.
    rights: The rights.
    scope: How far it reaches.
    max_discount: The largest discount that it gives, in percent of the price that lists and agreements say; none: no discount of its own.
    systems: Other systems whose keys are for holders of the role, and of others that name them: nobody else gives a record such a key, or uses one.
    """

    c: ClassVar[RoleFields] = RoleFields()

    code: str
    name: str
    rights: list[Right]
    scope: ScopeLevel
    max_discount: Decimal | None = None
    systems: list[str] = msgspec.field(default_factory=list)


class SalesDocumentRecord(msgspec.Struct, kw_only=True):
    """A record as it is stored: its id, its version, and its fields.

    day: Document date.
    posted_at: When it was recorded.
    operator_id: Who recorded it.
    customer_id: The customer.
    customer_code: The customer's number then.
    customer_name: The customer's name then.
    salesperson_id: Who answered for the customer then: sales are counted for that operator, whatever changes later.
    reference: The other side's number, or a note.
    issuer: The own company as it was then, for the document.
    buyer: The customer as it was then, for the document.
    tax_method: Where tax was rounded.
    rounding: What happened to a half.
    prices_include_tax: Whether prices included tax.
    taxes: Base and tax of each category and rate.
    allowance_charges: Allowances and charges of the whole document.
    currency: Currency of the amounts.
    lines_net: Sum of the line nets.
    net: Net, with allowances and charges.
    tax: Tax.
    gross: Net and tax.
    kind: What it is.
    number: Number, such as `DN-2010-000001`.
    series: Series of the number.
    sequence: Place in the series, from 1, without gaps.
    warehouse_id: The warehouse.
    order_id: The order that is delivered.
    reverses_id: The document that this one takes back as a whole, as if it had not been.
    reason: Why, on a credit note or a reversal.
    payable_rounding: Rounding of the amount to pay; not taxed (BT-114).
    payable: What is to be paid: gross and rounding (BT-115, before prepayments).
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
    """A record as it is stored: its id, its version, and its fields.

    document_id: The document.
    line: Line of the document, from 1.
    customer_id: The customer, as on the document.
    day: Document date.
    product_id: The product or service.
    product_code: Its code then.
    product_name: Its name then, or the line's own text.
    unit: The product's base unit, which the quantity is in.
    quantity: How much; negative on a return or credit.
    entered_unit: The unit that was entered, if another.
    entered_quantity: How much of it.
    currency: Currency of the amounts.
    unit_price: Price.
    price_quantity: For how many base units the price is.
    price_source: Why it is this price.
    includes_tax: Whether price, discount, charge and amount include tax.
    discount_percent: Discount in percent.
    discount: All discounts of the line, as an amount.
    charge: Charge of the line.
    amount: Quantity x price less discounts, with charges: the net, or with tax if it includes it.
    net: Net, as printed.
    revenue: Net with the line's share in allowances and charges of the document.
    tax_code: Tax code.
    tax_category: Tax category.
    tax_rate: Rate in percent.
    tax: Share of the document's tax.
    lot: The lot or serial, where the product is tracked by it.
    cost_source: Where the cost comes from.
    cost_reason: Why it was set.
    components: What a kit was delivered as: its components, each with quantity and cost.
    cost: Cost of the goods when it was posted; nothing for a service. Its corrections are rows of their own.
    profit: Revenue less cost.
    returned_line_id: The delivered line that comes back with this one.
    credited_line_id: The delivered line of which this one credits a part, while its goods stay.
    order_line_id: The line of the order that is delivered with this one.
    withheld: On a return, what of the line's share in the delivery is not given back: a lower price, or charges of the delivery. As the price is
        said: with tax where it includes it.
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
    """A record as it is stored: its id, its version, and its fields.

    order_id: The order.
    line: Line of the document, from 1.
    customer_id: The customer, as on the document.
    day: Document date.
    product_id: The product or service.
    product_code: Its code then.
    product_name: Its name then, or the line's own text.
    unit: The product's base unit, which the quantity is in.
    quantity: How much; negative on a return or credit.
    entered_unit: The unit that was entered, if another.
    entered_quantity: How much of it.
    currency: Currency of the amounts.
    unit_price: Price.
    price_quantity: For how many base units the price is.
    price_source: Why it is this price.
    includes_tax: Whether price, discount, charge and amount include tax.
    discount_percent: Discount in percent.
    discount: All discounts of the line, as an amount.
    charge: Charge of the line.
    amount: Quantity x price less discounts, with charges: the net, or with tax if it includes it.
    net: Net, as printed.
    revenue: Net with the line's share in allowances and charges of the document.
    tax_code: Tax code.
    tax_category: Tax category.
    tax_rate: Rate in percent.
    tax: Share of the document's tax.
    quote_line_id: The line of the quote that was accepted.
    delivered: Delivered so far, reversed deliveries deducted; what customers bring back stays delivered.
    closed: No longer to be delivered: completed short, or cancelled.
    expected_cost: What it would have cost when the order was written.
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
    """A record as it is stored: its id, its version, and its fields.

    day: Document date.
    posted_at: When it was recorded.
    operator_id: Who recorded it.
    customer_id: The customer.
    customer_code: The customer's number then.
    customer_name: The customer's name then.
    salesperson_id: Who answered for the customer then: sales are counted for that operator, whatever changes later.
    reference: The other side's number, or a note.
    issuer: The own company as it was then, for the document.
    buyer: The customer as it was then, for the document.
    tax_method: Where tax was rounded.
    rounding: What happened to a half.
    prices_include_tax: Whether prices included tax.
    taxes: Base and tax of each category and rate.
    allowance_charges: Allowances and charges of the whole document.
    currency: Currency of the amounts.
    lines_net: Sum of the line nets.
    net: Net, with allowances and charges.
    tax: Tax.
    gross: Net and tax.
    number: Number, such as `SO-2010-000001`.
    series: Series of the number.
    sequence: Place in the series, from 1, without gaps.
    quote_id: The quote that was accepted.
    quote_revision_id: Its revision.
    warehouse_id: Where it is to be delivered from.
    requested_day: When the customer wants it.
    state: Whether it is still to be delivered.
    closed_at: When it was completed or cancelled.
    close_reason: Why, if people did that.
    expected_cost: What its goods would have cost when it was written; nothing for goods whose cost was not known.
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
    open_item_id: The receivable, of several instalments the first, or the credit; none if it came to nothing.
    net: Net.
    tax: Tax.
    gross: Net and tax.
    payable: What is to be paid: gross, rounded as asked.
    cost: Cost of the goods; hidden from callers who may not see it.
    credit_warning: Says that the customer is beyond its credit, and was delivered all the same.
    price_warnings: What the policy on prices says, and does not forbid.
    lot_warnings: Lots that were delivered though they are no longer good, or will not be soon.
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
    """A session, on somebody's behalf.

    session: Its number.
    """

    session: int


class SetUnitCost(msgspec.Struct, kw_only=True):
    """Sets the unit cost of a product: stock on hand is worth it from now on; where there is none, it is what goods without a cost come in at. Of a
    product at a specified cost it is that cost, from the day on.

    product_id: The product.
    lot: The lot, where the product is costed by lot.
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
    """What a document or an order came to, and what of that is settled.

    total: What it came to.
    settled: What is settled of it; for an order, prepayments that wait for a delivery included.
    status: What follows.
    """

    total: Money
    settled: Money
    status: PaymentStatus


class SheetCandidate(msgspec.Struct, kw_only=True):
    """One thing that a sheet could be.

    kind: The kind, such as `customers`.
    certainty: How certain it is, in percent.
    missing: Fields that such a sheet must have, and that no column was found for.
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
    """What was made of one sheet.

    sheet: The sheet's name.
    visibility: Whether people see it.
    kind: The kind that it was taken for, such as `customers`; none: it is left out.
    reason: Why.
    certainty: How certain that is, in percent.
    candidates: What it could be, the likeliest first.
    title_rows: Rows above the headings with anything in them. Of these and the other lists of rows, a report has the first 10,000.
    heading_rows: Rows of headings: one, or two that are read together.
    total_rows: Rows of totals.
    blank_rows: Rows below the headings with nothing in them, up to the last that is filled.
    hidden_rows: Rows that people do not see. They are read like the others.
    columns: Its columns, from the left.
    figures: How figures are read that are written as text.
    dates: How dates are read that are written as text.
    container: What kind of file it is, where its name says another.
    encoding: The encoding of a text file, found or given.
    delimiter: What separates the columns of a text file, found or given.
    cells: Its filled cells.
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
    """What one sheet adds up to, to be compared with its own totals.

    sheet: The sheet.
    rows: Rows with anything in them, the heading apart.
    readable: Rows that could be read.
    quantity: Sum of quantities of the readable rows.
    value: Sum of quantity x unit cost of the readable rows, unrounded.
    amount: Sum of amounts of the readable rows.
    stated: What the sheet says itself, where it has a row of totals; what differs is a problem of that row.
    """

    sheet: str
    rows: int
    readable: int
    quantity: Decimal
    value: Decimal
    amount: Decimal
    stated: StatedTotals | None = None


class StatedTotals(msgspec.Struct, kw_only=True):
    """The row of totals that a sheet ends with.

    row: The row, counted from 1.
    quantity: Total of quantities, if it says one.
    value: Total value, if it says one.
    amount: Total of amounts, if it says one.
    """

    row: int
    quantity: Decimal | None = None
    value: Decimal | None = None
    amount: Decimal | None = None


class Statement(msgspec.Struct, kw_only=True):
    """A statement of account.

    from_: Its first day.
    to: Its last day.
    opening: What was owed before the first day.
    lines: What came, by day.
    closing: What is owed at the end of the last day.
    """

    from_: datetime.date = msgspec.field(name="from")
    to: datetime.date
    opening: Money
    lines: list[StatementLine]
    closing: Money


class StatementLine(msgspec.Struct, kw_only=True):
    """A line of a statement: one document, its instalments together.

    day: The day.
    kind: What it is.
    customer_id: The customer, of a payer's group.
    number: Number of the document; none for a transfer from a payer out of the caller's reach.
    reference: The other side's reference, a note, or the reason.
    due_day: When the last of it falls due.
    amount: What it changes: positive if more is owed.
    balance: What is owed after it.
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
    """A record as it is stored: its id, its version, and its fields.

    product_id: The product.
    warehouse_id: The warehouse.
    quantity: On hand.
    """

    c: ClassVar[StockBalanceFields] = StockBalanceFields()

    version: int
    product_id: UUID
    warehouse_id: UUID
    quantity: Decimal


class StockDocumentRecord(msgspec.Struct, kw_only=True):
    """A record as it is stored: its id, its version, and its fields.

    kind: What it is.
    number: Number, such as `GR-2010-000001`.
    series: Series of the number.
    sequence: Place in the series, from 1, without gaps.
    day: Document date.
    posted_at: When it was posted.
    operator_id: Who posted it.
    warehouse_id: The warehouse; none where only values change.
    to_warehouse_id: The warehouse that a transfer goes to.
    corrects_id: The document that it corrects or undoes.
    reference: The other side's number, or a note.
    currency: Currency of the value.
    amount: What was paid or charged for it, less what was credited.
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
    """A record as it is stored: its id, its version, and its fields.

    product_id: The product.
    lot: Number of the lot, or serial.
    expires_on: Day from which it is no longer good.
    quantity: On hand in all warehouses.
    currency: Currency of the value.
    value: Value of it, where the product is costed by lot.
    reference_cost: The last cost per unit, where the product is costed by lot.
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
    """A record as it is stored: its id, its version, and its fields.

    product_id: The product.
    sequence: Place among the product's movements, from 1, without gaps: the order of costing.
    warehouse_id: The warehouse; none where only a value changes.
    lot: The lot or serial, where the product is tracked by it.
    kind: Why.
    basis: How its value came about.
    day: Document date.
    stock_document_id: The stock document, if it came by one.
    sales_document_id: The delivery or return, if it came by one.
    customer_id: The customer of that delivery or return.
    line: Line of the document, from 1.
    for_sequence: Place of the movement that it changes or undoes.
    corrects_id: The document of that movement, where this one corrects it; of what undoes a correction, the document that was corrected.
    quantity: In if positive, out if negative.
    covered: What of it covered goods that had left before.
    currency: Currency of the value.
    unit_cost: Cost per unit that the document says, where it says one.
    price_quantity: For how many units that cost is, where not for one.
    amount: What the document was charged or credited with for it: the value, the variance and the corrections.
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
    """A record as it is stored: its id, its version, and its fields.

    product_id: The product.
    currency: Currency of the value.
    quantity: On hand in all warehouses.
    value: Value of it.
    reference_cost: The last cost per unit, kept when the stock is empty.
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
    value: Value that came in, less value that went out; hidden from callers who may not see costs.
    amount: What was paid or charged for it, less what was credited; hidden like the value.
    """

    document_id: UUID
    number: str
    value: Money | None = None
    amount: Money | None = None


class SupplierReturnLine(msgspec.Struct, kw_only=True):
    """A product sent back.

    product_id: The product.
    quantity: How much, positive.
    lot: The lot or serial, where the product is tracked by it.
    credit: What the supplier credits for a unit; none: the price of the receipt, or what the goods cost where no receipt is named.
    receipt_line: The line of the receipt, where the product is on several.
    """

    product_id: UUID
    quantity: Decimal
    lot: str | None = None
    credit: UnitPrice | None = None
    receipt_line: int | None = None


class TaxClass(msgspec.Struct, kw_only=True):
    """What a line or an adjustment is taxed as, snapshot of the rate in force.

    code: Tax code; empty if nothing is taxed.
    name: Its name for documents.
    category: Category.
    rate: Rate in percent.
    exemption_reason: Why nothing is taxed, for documents (BT-120).
    """

    code: str
    name: str
    category: TaxCategory
    rate: Decimal
    exemption_reason: str | None = None


class TaxGroup(msgspec.Struct, kw_only=True):
    """All items of one category and rate.

    code: Tax code of the first of them.
    name: Its name.
    category: Category.
    rate: Rate in percent.
    base: Sum of the nets.
    tax: Tax on it.
    exemption_reason: Why nothing is taxed, for documents (BT-120).
    """

    code: str
    name: str
    category: TaxCategory
    rate: Decimal
    base: Money
    tax: Money
    exemption_reason: str | None = None


class TaxPolicy(msgspec.Struct, kw_only=True):
    """How a document is calculated. Stored with it, so that a later change of policy never touches it.

    method: Where tax is rounded.
    rounding: What happens to a half.
    prices_include_tax: Whether amounts include tax, where nothing else is said of them.
    currency: Currency of the document.
    step: Step of its amounts.
    """

    method: TaxMethod
    rounding: RoundingMode
    prices_include_tax: bool
    currency: str
    step: Decimal


class TaxRate(msgspec.Struct, kw_only=True):
    """The rate of a tax code from a day on.

    code: Tax code, such as `S`.
    name: Name for documents.
    category: Category, which documents show and totals are grouped by.
    rate: Rate in percent.
    valid_from: First day.
    replaces: Which codes of products it stands for, by the tax profile of the customer.
    exemption_reason: Why nothing is taxed, for documents (BT-120), such as the article of the law.
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
    """Goods of a tax code are taxed by another code where they go to a customer of a profile (a fiscal position).

    profile: The profile that customers name, such as `EU`.
    code: The code that goods have otherwise.
    """

    profile: str
    code: str


class TermPart(msgspec.Struct):
    """A part of the amount, and when it falls due.

    percent: Share in percent; nothing where it is said as parts of parts.
    due: Steps from the document date, in this order.
    share: The share as parts of parts, where no percentage is exact.
    """

    percent: Decimal
    due: list[TermStep]
    share: TermShare | None = None


class TermShare(msgspec.Struct, kw_only=True):
    """A share of the amount: so many parts of so many, such as 1 of 3.

    part: How many parts.
    of: Of how many.
    """

    part: int
    of: int


class TermStepDays(msgspec.Struct, tag_field="kind", tag="days"):
    """So many days on."""

    value: int


class TermStepMonths(msgspec.Struct, tag_field="kind", tag="months"):
    """So many calendar months on; a day that the month lacks becomes its last: 31 January and one month is 28 or 29 February."""

    value: int


class TermStepEndOfMonth(msgspec.Struct, tag_field="kind", tag="end_of_month", kw_only=True):
    """The last day of the month."""


TermStep: TypeAlias = Union[TermStepDays, TermStepMonths, TermStepEndOfMonth]
"""A step from the document date towards a due date."""


class TextReading(msgspec.Struct, kw_only=True):
    """How figures or dates that are written as text are read.

    read_as: How: of figures `point` or `comma` (the decimal mark), of dates `day_first` or `month_first`; none where it is not decided.
    reason: Why.
    sample: A cell that decided, or that nothing decides.
    row: Its row.
    ambiguous: Cells that can be read in two ways.
    """

    read_as: str | None = None
    reason: ReadingReason
    sample: str | None = None
    row: int | None = None
    ambiguous: int


class TransferLine(msgspec.Struct, kw_only=True):
    """A product moved.

    product_id: The product.
    quantity: How much, positive.
    lot: The lot or serial, where the product is tracked by it.
    """

    product_id: UUID
    quantity: Decimal
    lot: str | None = None


class UnitPrice(msgspec.Struct):
    """A price or cost of one unit: at most 6 decimals, in one currency.

    amount: The number.
    currency: The currency, such as `EUR`.
    """

    amount: Decimal
    currency: str


class UnitRatio(msgspec.Struct, kw_only=True):
    """How many base units one unit is: a positive fraction in lowest terms."""

    numerator: int
    denominator: int


class UnlinkedReturn(msgspec.Struct, kw_only=True):
    """Goods of which no delivery is known: at the price given and, unless it is said, today's cost.

    product_id: The product or service.
    quantity: How much: positive for what comes back; a service may carry a negative quantity, for what the customer bears.
    unit_price: Price per unit.
    lot: The lot or serial, where the product is tracked by it.
    unit: Unit of quantity and price; none: the product's base unit.
    tax_code: Tax code; none: as on a delivery.
    includes_tax: Whether the price includes tax; none: as the company's prices do.
    sold_on: The day of the sale, whose tax rate applies; none: the day of the return.
    cost: What it cost when it left, if that is known.
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
    """What was found in order.

    checks: The invariants, in the order in which they were checked.
    records: How many records were compared.
    """

    checks: list[str]
    records: int


class Warehouse(msgspec.Struct, kw_only=True):
    """A place where stock lies.

    code: Code.
    name: Name.
    is_active: Whether new documents may use it.
    allows_negative: Whether goods may leave it before they came in. Goods tracked by lot or serial never do.
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
    """A record as it is stored: its id, its version, and its fields."""

    id: UUID
    version: int


class CompanyRecord(Company, kw_only=True):
    """A record as it is stored: its id, its version, and its fields."""

    id: UUID
    version: int


class ContactPointRecord(ContactPoint, kw_only=True):
    """A record as it is stored: its id, its version, and its fields."""

    id: UUID
    version: int


class ContactRecord(Contact, kw_only=True):
    """A record as it is stored: its id, its version, and its fields."""

    id: UUID
    version: int


class CustomFieldRecord(CustomField, kw_only=True):
    """A record as it is stored: its id, its version, and its fields."""

    id: UUID
    version: int


class CustomerAddressRecord(CustomerAddress, kw_only=True):
    """A record as it is stored: its id, its version, and its fields."""

    id: UUID
    version: int


class CustomerGroupMemberRecord(CustomerGroupMember, kw_only=True):
    """A record as it is stored: its id, its version, and its fields."""

    id: UUID
    version: int


class CustomerGroupRecord(CustomerGroup, kw_only=True):
    """A record as it is stored: its id, its version, and its fields."""

    id: UUID
    version: int


class CustomerPriceRecord(CustomerPrice, kw_only=True):
    """A record as it is stored: its id, its version, and its fields."""

    id: UUID
    version: int


class CustomerRecord(Customer, kw_only=True):
    """A record as it is stored: its id, its version, and its fields."""

    id: UUID
    version: int


class DictionaryEntryRecord(DictionaryEntry, kw_only=True):
    """A record as it is stored: its id, its version, and its fields."""

    id: UUID
    version: int


class KitComponentRecord(KitComponent, kw_only=True):
    """A record as it is stored: its id, its version, and its fields."""

    id: UUID
    version: int


class OperatorRecord(Operator, kw_only=True):
    """A record as it is stored: its id, its version, and its fields."""

    id: UUID
    version: int


class PriceListItemRecord(PriceListItem, kw_only=True):
    """A record as it is stored: its id, its version, and its fields."""

    id: UUID
    version: int


class PriceListRecord(PriceList, kw_only=True):
    """A record as it is stored: its id, its version, and its fields."""

    id: UUID
    version: int


class ProductCodeRecord(ProductCode, kw_only=True):
    """A record as it is stored: its id, its version, and its fields."""

    id: UUID
    version: int


class ProductCostRecord(ProductCost, kw_only=True):
    """A record as it is stored: its id, its version, and its fields."""

    id: UUID
    version: int


class ProductGroupRecord(ProductGroup, kw_only=True):
    """A record as it is stored: its id, its version, and its fields."""

    id: UUID
    version: int


class ProductRecord(Product, kw_only=True):
    """A record as it is stored: its id, its version, and its fields."""

    id: UUID
    version: int


class ProductUnitRecord(ProductUnit, kw_only=True):
    """A record as it is stored: its id, its version, and its fields."""

    id: UUID
    version: int


class RoleRecord(Role, kw_only=True):
    """A record as it is stored: its id, its version, and its fields."""

    id: UUID
    version: int


class TaxRateRecord(TaxRate, kw_only=True):
    """A record as it is stored: its id, its version, and its fields."""

    id: UUID
    version: int


class WarehouseRecord(Warehouse, kw_only=True):
    """A record as it is stored: its id, its version, and its fields."""

    id: UUID
    version: int
