// Written by bindings/generate from api.json; a change here is lost.
@file:UseSerializers(BytesText::class, DayText::class, DecimalText::class, InstantText::class, UuidText::class, PairList::class, TripleList::class)

package crm

import java.math.BigDecimal
import java.time.Instant
import java.time.LocalDate
import java.util.UUID
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable
import kotlinx.serialization.UseSerializers
import kotlinx.serialization.json.JsonElement

/** Accepts a quote in whole or in part. */
@Serializable
public data class Acceptance @JvmOverloads constructor(
    /** The quote. */
    @SerialName("quote_id") public val quoteId: UUID,
    /** Document date of the order. */
    public val day: LocalDate,
    /** Revision; none: the one already ordered from, otherwise the latest. */
    public val revision: Long? = null,
    /** The lines to order; none: everything not yet ordered. */
    public val lines: List<OfferedPart>? = null,
    /** The customer's order number, or a note. */
    public val reference: String? = null,
    /** The warehouse to deliver from. */
    @SerialName("warehouse_id") public val warehouseId: UUID? = null,
    /** Day requested by the customer. */
    @SerialName("requested_day") public val requestedDay: LocalDate? = null,
    /** Order at current prices where the quoted ones came from lists and agreements; see `price_changes`. */
    public val reprice: Boolean = false,
    /** Create the order even if the customer exceeds its credit limit; requires the right `credit.override`. */
    @SerialName("credit_override") public val creditOverride: Boolean = false,
) {
    /** The same with another `quoteId`. */
    public fun withQuoteId(quoteId: UUID): Acceptance = copy(quoteId = quoteId)

    /** The same with another `revision`. */
    public fun withRevision(revision: Long?): Acceptance = copy(revision = revision)

    /** The same with another `day`. */
    public fun withDay(day: LocalDate): Acceptance = copy(day = day)

    /** The same with another `lines`. */
    public fun withLines(lines: List<OfferedPart>?): Acceptance = copy(lines = lines)

    /** The same with another `reference`. */
    public fun withReference(reference: String?): Acceptance = copy(reference = reference)

    /** The same with another `warehouseId`. */
    public fun withWarehouseId(warehouseId: UUID?): Acceptance = copy(warehouseId = warehouseId)

    /** The same with another `requestedDay`. */
    public fun withRequestedDay(requestedDay: LocalDate?): Acceptance = copy(requestedDay = requestedDay)

    /** The same with another `reprice`. */
    public fun withReprice(reprice: Boolean): Acceptance = copy(reprice = reprice)

    /** The same with another `creditOverride`. */
    public fun withCreditOverride(creditOverride: Boolean): Acceptance = copy(creditOverride = creditOverride)
}

/** Key figures of an account on a day. */
@Serializable
public data class AccountFigures(
    /** Amount owed. */
    public val owed: Money,
    /** Amount past due. */
    public val overdue: Money,
    /** Unallocated credits, positive. */
    public val credits: Money,
    /** Number of open receivables, counting each instalment. */
    @SerialName("open_items") public val openItems: Long,
    /** Number of receivables past due. */
    @SerialName("overdue_items") public val overdueItems: Long,
)

/** The accounts covered by a query; customers outside the caller's scope are never included. */
@Serializable
public sealed interface AccountOf {
    /** All customers. */
    @Serializable
    @SerialName("everyone")
    public data object Everyone : AccountOf

    /** One customer. */
    @SerialName("customer")
    @Serializable
    public data class Customer(
        public val value: UUID,
    ) : AccountOf

    /** A payer and the customers it currently pays for. */
    @SerialName("payer_group")
    @Serializable
    public data class PayerGroup(
        public val value: UUID,
    ) : AccountOf
}

/** What happened to a record. */
@Serializable
public enum class Action(
    /** As it is on the wire, in filters and in the database. */
    public val wire: String,
) {
    /** It came into being. */
    @SerialName("create")
    CREATE("create"),

    /** It changed. */
    @SerialName("update")
    UPDATE("update"),

    /** It was deleted; `before` is what it was. */
    @SerialName("delete")
    DELETE("delete"),

    /**
     * The company's policy on prices or credit refused something for the customer: nothing was changed, and no feed tells it. `after` is the
     * error's code and details.
     */
    @SerialName("refuse")
    REFUSE("refuse"),
    ;

    /** As it is on the wire. */
    override fun toString(): String = wire
}

/** Adds a cost to a receipt that became known later, such as freight. The share for goods still on hand goes to stock, the rest is a variance. */
@Serializable
public data class AddCost @JvmOverloads constructor(
    /** The receipt. */
    @SerialName("receipt_id") public val receiptId: UUID,
    /** Document date. */
    public val day: LocalDate,
    /** The cost; negative for a credit. */
    public val amount: Money,
    /** The lines that it applies to; empty: all of them. It is split by value, in whole steps. */
    public val lines: List<Long> = emptyList(),
    /** The carrier's document number, or a note. */
    public val reference: String? = null,
) {
    /** The same with another `receiptId`. */
    public fun withReceiptId(receiptId: UUID): AddCost = copy(receiptId = receiptId)

    /** The same with another `lines`. */
    public fun withLines(lines: List<Long>): AddCost = copy(lines = lines)

    /** The same with another `day`. */
    public fun withDay(day: LocalDate): AddCost = copy(day = day)

    /** The same with another `amount`. */
    public fun withAmount(amount: Money): AddCost = copy(amount = amount)

    /** The same with another `reference`. */
    public fun withReference(reference: String?): AddCost = copy(reference = reference)
}

/** The kind of an address. */
@Serializable
public enum class AddressKind(
    /** As it is on the wire, in filters and in the database. */
    public val wire: String,
) {
    /** Billing address. */
    @SerialName("billing")
    BILLING("billing"),

    /** Delivery address. */
    @SerialName("delivery")
    DELIVERY("delivery"),

    /** A branch, shop or other site of the customer. */
    @SerialName("site")
    SITE("site"),

    /** Other. */
    @SerialName("other")
    OTHER("other"),
    ;

    /** As it is on the wire. */
    override fun toString(): String = wire
}

/** Cancels a refund or write-off. */
@Serializable
public data class AdjustmentCancellation @JvmOverloads constructor(
    /** The refund or write-off. */
    @SerialName("adjustment_id") public val adjustmentId: UUID,
    /** Day of the cancellation; not before the adjustment. */
    public val day: LocalDate,
    /** Reason. */
    public val reason: String? = null,
) {
    /** The same with another `adjustmentId`. */
    public fun withAdjustmentId(adjustmentId: UUID): AdjustmentCancellation = copy(adjustmentId = adjustmentId)

    /** The same with another `day`. */
    public fun withDay(day: LocalDate): AdjustmentCancellation = copy(day = day)

    /** The same with another `reason`. */
    public fun withReason(reason: String?): AdjustmentCancellation = copy(reason = reason)
}

/** The kind of an adjustment. */
@Serializable
public enum class AdjustmentKind(
    /** As it is on the wire, in filters and in the database. */
    public val wire: String,
) {
    /** Refunds a credit. */
    @SerialName("refund")
    REFUND("refund"),

    /** Writes off a receivable or credit. */
    @SerialName("write_off")
    WRITE_OFF("write_off"),

    /** Cancels a payment, a refund, a write-off, or an opening item. */
    @SerialName("cancellation")
    CANCELLATION("cancellation"),

    /** Replaces open instalments by others. */
    @SerialName("reschedule")
    RESCHEDULE("reschedule"),
    ;

    /** As it is on the wire. */
    override fun toString(): String = wire
}

/** A posted refund, write-off, cancellation or rescheduling. */
@Serializable
public data class AdjustmentPosted(
    /** The adjustment. */
    @SerialName("adjustment_id") public val adjustmentId: UUID,
    /** Its number. */
    public val number: String,
    /** The items created, in due order for a rescheduling. */
    @SerialName("open_item_ids") public val openItemIds: List<UUID>,
)

/**
 * A record as stored: its id, version and fields.
 *
 * The version of a master or state row counts its changes, from 1; a change based on an older version is refused. Document and ledger rows never
 * change and always have version 1. In JSON, id and version are siblings of the fields.
 */
@Serializable
public data class AdjustmentRecord @JvmOverloads constructor(
    /** The id. */
    public val id: UUID,
    /** Its version: how often it has been written. */
    public val version: Long,
    /** Kind of adjustment. */
    public val kind: AdjustmentKind,
    /** Number, such as `RF-2010-000001`. */
    public val number: String,
    /** Number series. */
    public val series: String,
    /** Sequence number in the series, from 1, without gaps. */
    public val sequence: Long,
    /** Day of the adjustment. */
    public val day: LocalDate,
    /** Time of posting. */
    @SerialName("posted_at") public val postedAt: Instant,
    /** The operator who posted it. */
    @SerialName("operator_id") public val operatorId: UUID,
    /** The customer. */
    @SerialName("customer_id") public val customerId: UUID,
    /** Currency. */
    public val currency: String,
    /** Change of the customer's balance: positive if it then owes more; zero for a rescheduling. */
    public val amount: Money,
    /** The cancelled payment. */
    @SerialName("cancelled_payment_id") public val cancelledPaymentId: UUID? = null,
    /** The cancelled refund or write-off. */
    @SerialName("cancelled_adjustment_id") public val cancelledAdjustmentId: UUID? = null,
    /** Payment method of a refund, in the host's notation. */
    public val method: String? = null,
    /** Reason. */
    public val reason: String? = null,
)

public typealias AdjustmentRecordPage = Page<AdjustmentRecord>

/** An open item as of a day. */
@Serializable
public data class AgedItem @JvmOverloads constructor(
    /** The item as stored now. */
    public val item: OpenItemRecord,
    /** Amount open on the day, with the sign of the item. */
    public val open: Money,
    /** Age in days; zero or negative if not past due. */
    public val age: Long,
    /** Index of the bucket, 0 for current; none for credits. */
    public val bucket: Long? = null,
)

/** Receivables open on a day. */
@Serializable
public data class Ageing(
    /** As of this day. */
    @SerialName("as_of") public val asOf: LocalDate,
    /** Amounts not past due, then by bucket in order. */
    public val buckets: List<Money>,
    /** Bucket names, `current` first. */
    public val names: List<String>,
    /** Sum of the buckets. */
    public val total: Money,
    /** Unallocated credits, positive. */
    public val credits: Money,
)

/** The date that items are aged by. */
@Serializable
public enum class AgeingBasis(
    /** As it is on the wire, in filters and in the database. */
    public val wire: String,
) {
    /** Due date. */
    @SerialName("due_date")
    DUE_DATE("due_date"),

    /** Document date. */
    @SerialName("document_date")
    DOCUMENT_DATE("document_date"),
    ;

    /** As it is on the wire. */
    override fun toString(): String = wire
}

/** What the rows of an ageing represent. */
@Serializable
public enum class AgeingBy(
    /** As it is on the wire, in filters and in the database. */
    public val wire: String,
) {
    /** Customers. */
    @SerialName("customer")
    CUSTOMER("customer"),

    /** Payers, each with the customers it currently pays for. */
    @SerialName("payer_group")
    PAYER_GROUP("payer_group"),

    /** The salesperson responsible for the customer when the item was created. */
    @SerialName("salesperson")
    SALESPERSON("salesperson"),
    ;

    /** As it is on the wire. */
    override fun toString(): String = wire
}

/** An ageing query. */
@Serializable
public data class AgeingQuery @JvmOverloads constructor(
    /** As of this day. */
    @SerialName("as_of") public val asOf: LocalDate,
    /** Currency. */
    public val currency: String,
    /** Accounts. */
    public val of: AccountOf = AccountOf.Everyone,
    /** Date to age by. */
    public val basis: AgeingBasis = AgeingBasis.DUE_DATE,
    /** Buckets. */
    public val buckets: List<Long> = listOf(30, 60, 90),
    /** Only what was recorded up to this moment, reproducing the figures of that time; none: everything known now. */
    @SerialName("known_at") public val knownAt: Instant? = null,
) {
    /** The same with another `asOf`. */
    public fun withAsOf(asOf: LocalDate): AgeingQuery = copy(asOf = asOf)

    /** The same with another `currency`. */
    public fun withCurrency(currency: String): AgeingQuery = copy(currency = currency)

    /** The same with another `of`. */
    public fun withOf(of: AccountOf): AgeingQuery = copy(of = of)

    /** The same with another `basis`. */
    public fun withBasis(basis: AgeingBasis): AgeingQuery = copy(basis = basis)

    /** The same with another `buckets`. */
    public fun withBuckets(buckets: List<Long>): AgeingQuery = copy(buckets = buckets)

    /** The same with another `knownAt`. */
    public fun withKnownAt(knownAt: Instant?): AgeingQuery = copy(knownAt = knownAt)
}

/** Ageing of one customer, payer or salesperson. */
@Serializable
public data class AgeingRow @JvmOverloads constructor(
    /** The ageing. */
    public val ageing: Ageing,
    /** Id of the customer, payer or salesperson; none for items without a salesperson. */
    public val id: UUID? = null,
)

/** How to allocate a payment or credit. What is not allocated remains as credit. */
@Serializable
public sealed interface Allocate {
    /** Not at all. */
    @Serializable
    @SerialName("nothing")
    public data object Nothing : Allocate

    /** To receivables in due order, as far as the amount goes. */
    @Serializable
    @SerialName("oldest_due")
    public data object OldestDue : Allocate

    /** To these receivables, with these amounts. */
    @SerialName("items")
    @Serializable
    public data class Items(
        public val value: List<Pair<UUID, Money>>,
    ) : Allocate

    /** To these documents, with these amounts, to instalments in due order. */
    @SerialName("documents")
    @Serializable
    public data class Documents(
        public val value: List<Pair<UUID, Money>>,
    ) : Allocate
}

/**
 * A record as stored: its id, version and fields.
 *
 * The version of a master or state row counts its changes, from 1; a change based on an older version is refused. Document and ledger rows never
 * change and always have version 1. In JSON, id and version are siblings of the fields.
 */
@Serializable
public data class AllocationRecord @JvmOverloads constructor(
    /** The id. */
    public val id: UUID,
    /** Its version: how often it has been written. */
    public val version: Long,
    /** The customer. */
    @SerialName("customer_id") public val customerId: UUID,
    /** The receivable. */
    @SerialName("receivable_id") public val receivableId: UUID,
    /** The credit. */
    @SerialName("credit_id") public val creditId: UUID,
    /** Effective day. */
    public val day: LocalDate,
    /** Time of posting. */
    @SerialName("posted_at") public val postedAt: Instant,
    /** Due date of the receivable, so that ageing needs no lookup. */
    @SerialName("receivable_due_day") public val receivableDueDay: LocalDate,
    /** Document date of the receivable, for ageing by it. */
    @SerialName("receivable_document_day") public val receivableDocumentDay: LocalDate,
    /** Currency. */
    public val currency: String,
    /** Amount: positive, or negative for a reversal. */
    public val amount: Money,
    /** The allocation that it reverses. */
    @SerialName("reverses_id") public val reversesId: UUID? = null,
)

public typealias AllocationRecordPage = Page<AllocationRecord>

/** A document-level allowance or charge (BG-20, BG-21). It enters the base of its tax code, and is spread over lines for their profit. */
@Serializable
public data class AllowanceCharge @JvmOverloads constructor(
    /** Reason, as printed. */
    public val reason: String,
    /** Amount or percentage: negative for an allowance, positive for a charge. */
    public val size: AllowanceChargeSize,
    /** Tax code; none: that of the lines. A percentage applies to the lines with this tax code. */
    @SerialName("tax_code") public val taxCode: String? = null,
    /** Whether to split it if the lines have different tax codes and none is given: an amount in proportion, a percentage equally for each. */
    @SerialName("is_split") public val isSplit: Boolean = false,
) {
    /** The same with another `reason`. */
    public fun withReason(reason: String): AllowanceCharge = copy(reason = reason)

    /** The same with another `size`. */
    public fun withSize(size: AllowanceChargeSize): AllowanceCharge = copy(size = size)

    /** The same with another `taxCode`. */
    public fun withTaxCode(taxCode: String?): AllowanceCharge = copy(taxCode = taxCode)

    /** The same with another `isSplit`. */
    public fun withIsSplit(isSplit: Boolean): AllowanceCharge = copy(isSplit = isSplit)
}

/** The size of an allowance or charge. */
@Serializable
public sealed interface AllowanceChargeSize {
    /** An amount. */
    @SerialName("amount")
    @Serializable
    public data class Amount(
        public val value: Money,
    ) : AllowanceChargeSize

    /** Percent of the lines with the same category and rate. */
    @SerialName("percent")
    @Serializable
    public data class Percent(
        public val value: BigDecimal,
    ) : AllowanceChargeSize
}

/** A copy of an opening workbook with problems marked on their rows, and the report. */
@Serializable
public data class AnnotatedWorkbook(
    /** The report. */
    public val report: OpeningReport,
    /** The annotated copy. */
    public val workbook: ByteArray,
    /** The file extension that the copy needs, without the dot. */
    public val extension: String,
    /** What the copy could not preserve or show. */
    public val notes: List<CopyNote>,
)

/** An allowance or charge as stored with a document. */
@Serializable
public data class AppliedAllowanceCharge(
    /** Reason. */
    public val reason: String,
    /** Size as requested; if an amount was split, the part for this tax. */
    public val size: AllowanceChargeSize,
    /** Resulting amount, negative for an allowance; including tax if the company's prices do. */
    public val amount: Money,
    /** Resulting amount excluding tax. */
    public val net: Money,
    /** Tax class. */
    public val tax: TaxClass,
)

/** What happens if rows have errors. */
@Serializable
public enum class ApplyMode(
    /** As it is on the wire, in filters and in the database. */
    public val wire: String,
) {
    /** Nothing is applied, only reported. */
    @SerialName("dry_run")
    DRY_RUN("dry_run"),

    /** A single error prevents everything from being applied. */
    @SerialName("all_or_nothing")
    ALL_OR_NOTHING("all_or_nothing"),

    /** Good rows are applied, the others reported as problems. */
    @SerialName("good_rows")
    GOOD_ROWS("good_rows"),
    ;

    /** As it is on the wire. */
    override fun toString(): String = wire
}

/**
 * A record as stored: its id, version and fields.
 *
 * The version of a master or state row counts its changes, from 1; a change based on an older version is refused. Document and ledger rows never
 * change and always have version 1. In JSON, id and version are siblings of the fields.
 */
@Serializable
public data class AuditEntryRecord @JvmOverloads constructor(
    /** The id. */
    public val id: UUID,
    /** Its version: how often it has been written. */
    public val version: Long,
    /** When. */
    public val at: Instant,
    /** Who. */
    @SerialName("operator_id") public val operatorId: UUID,
    /** The operation, such as `sales.deliver`. */
    public val operation: String,
    /** The entity. */
    public val entity: String,
    /** The record. */
    @SerialName("record_id") public val recordId: UUID,
    /** What happened. */
    public val action: Action,
    /** The fields before; of a change only those that changed; JSON null for a new record. */
    public val before: JsonElement,
    /** The fields after; of a change only those that changed; JSON null for a deleted record. Numbers taken in the same act stand in the record itself. */
    public val after: JsonElement,
    /** For whom they acted, if not for themselves. */
    @SerialName("on_behalf_of") public val onBehalfOf: String? = null,
    /** The host's request. */
    @SerialName("request_id") public val requestId: String? = null,
    /** The customer it belongs to. */
    @SerialName("customer_id") public val customerId: UUID? = null,
)

public typealias AuditEntryRecordPage = Page<AuditEntryRecord>

/** The availability of a product in a warehouse. */
@Serializable
public data class Availability(
    /** The warehouse. */
    @SerialName("warehouse_id") public val warehouseId: UUID,
    /** Quantity on hand. */
    @SerialName("on_hand") public val onHand: BigDecimal,
    /** Quantity reserved for orders and not expired. */
    public val reserved: BigDecimal,
    /** On hand less reserved. */
    public val available: BigDecimal,
)

/** A product that a customer buys repeatedly. */
@Serializable
public data class BasketItem(
    /** The product. */
    @SerialName("product_id") public val productId: UUID,
    /** Its code, as last delivered. */
    @SerialName("product_code") public val productCode: String,
    /** Its name, as last delivered. */
    @SerialName("product_name") public val productName: String,
    /** Usual quantity: the median of its deliveries (of two middle ones, the smaller). */
    @SerialName("usual_quantity") public val usualQuantity: BigDecimal,
    /** Number of deliveries with the product. */
    public val times: Long,
    /** Day of the last delivery. */
    @SerialName("last_day") public val lastDay: LocalDate,
    /** Days since the last delivery. */
    @SerialName("days_since") public val daysSince: Long,
    /** Net price per base unit at the last delivery. */
    @SerialName("last_price") public val lastPrice: UnitPrice,
)

/** The quantity that a quantity break is compared with. */
@Serializable
public enum class BreakBasis(
    /** As it is on the wire, in filters and in the database. */
    public val wire: String,
) {
    /** The quantity of the line. */
    @SerialName("line")
    LINE("line"),

    /** The quantity of the product on the whole document. */
    @SerialName("document")
    DOCUMENT("document"),
    ;

    /** As it is on the wire. */
    override fun toString(): String = wire
}

/** A customer, as shown on a document. */
@Serializable
public data class Buyer @JvmOverloads constructor(
    /** Customer code. */
    public val code: String,
    /** Customer name. */
    public val name: String,
    /** City. */
    public val city: String? = null,
    /** Country, as ISO 3166 code. */
    public val country: String? = null,
    /** Language of its documents. */
    public val language: String? = null,
    /** Legal name, if different. */
    @SerialName("legal_name") public val legalName: String? = null,
    /** Postal code. */
    @SerialName("postal_code") public val postalCode: String? = null,
    /** Street and number. */
    public val street: String? = null,
    /** Tax number. */
    @SerialName("tax_id") public val taxId: String? = null,
)

/** The filled cells of a sheet, each counted once. */
@Serializable
public data class CellCounts(
    /** Cells in heading rows. */
    public val headings: Long,
    /** Cells above the headings. */
    public val titles: Long,
    /** Cells in total rows. */
    public val totals: Long,
    /** Cells read: in a field's column of a row that was read. */
    public val read: Long,
    /** Cells in skipped columns or on a skipped sheet. */
    @SerialName("left_out") public val leftOut: Long,
    /** Cells in rows refused because of a reported problem. */
    public val refused: Long,
)

/** Changes the costing method of a product from now on. Quantity and value are carried over. */
@Serializable
public data class ChangeMethod @JvmOverloads constructor(
    /** The product. */
    @SerialName("product_id") public val productId: UUID,
    /** Name of the new method. */
    public val method: String,
    /** Document date. */
    public val day: LocalDate,
    /** A note. */
    public val reference: String? = null,
) {
    /** The same with another `productId`. */
    public fun withProductId(productId: UUID): ChangeMethod = copy(productId = productId)

    /** The same with another `method`. */
    public fun withMethod(method: String): ChangeMethod = copy(method = method)

    /** The same with another `day`. */
    public fun withDay(day: LocalDate): ChangeMethod = copy(day = day)

    /** The same with another `reference`. */
    public fun withReference(reference: String?): ChangeMethod = copy(reference = reference)
}

/** Closes an order; what is left of it will not be delivered. */
@Serializable
public data class CloseOrder(
    /** The order. */
    @SerialName("order_id") public val orderId: UUID,
    /** Reason. */
    public val reason: String,
) {
    /** The same with another `orderId`. */
    public fun withOrderId(orderId: UUID): CloseOrder = copy(orderId = orderId)

    /** The same with another `reason`. */
    public fun withReason(reason: String): CloseOrder = copy(reason = reason)
}

/** Closes or reopens a quote. */
@Serializable
public data class CloseQuote(
    /** The quote. */
    @SerialName("quote_id") public val quoteId: UUID,
    /** Lost or withdrawn; open reopens the quote. */
    public val outcome: QuoteOutcome,
    /** Reason; not stored when reopening. */
    public val reason: String,
) {
    /** The same with another `quoteId`. */
    public fun withQuoteId(quoteId: UUID): CloseQuote = copy(quoteId = quoteId)

    /** The same with another `outcome`. */
    public fun withOutcome(outcome: QuoteOutcome): CloseQuote = copy(outcome = outcome)

    /** The same with another `reason`. */
    public fun withReason(reason: String): CloseQuote = copy(reason = reason)
}

/** The kind of a product code. */
@Serializable
public enum class CodeKind(
    /** As it is on the wire, in filters and in the database. */
    public val wire: String,
) {
    /** Another code of the company's own, such as an old one. */
    @SerialName("own")
    OWN("own"),

    /** A barcode on the goods. */
    @SerialName("barcode")
    BARCODE("barcode"),

    /** A supplier's part number. */
    @SerialName("supplier")
    SUPPLIER("supplier"),

    /** A customer's part number. */
    @SerialName("customer")
    CUSTOMER("customer"),

    /** A short form for typing. */
    @SerialName("mnemonic")
    MNEMONIC("mnemonic"),

    /** Any other code. */
    @SerialName("other")
    OTHER("other"),
    ;

    /** As it is on the wire. */
    override fun toString(): String = wire
}

/** A product that a text matched, with unit and quantity. */
@Serializable
public data class CodeMatch @JvmOverloads constructor(
    /** The product. */
    public val product: ProductRecord,
    /** Quantity of the unit. */
    public val quantity: BigDecimal,
    /** What the text matched. */
    public val by: MatchedBy,
    /** The unit; none: the base unit, which the product leaves unnamed. */
    public val unit: String? = null,
)

/** A field and the heading of its column. */
@Serializable
public data class ColumnHeading(
    /** The field. */
    public val field: SheetField,
    /** The heading, as written; empty: the field is left out; `#C`: the third column, whatever its heading. */
    public val heading: String,
) {
    /** The same with another `field`. */
    public fun withField(field: SheetField): ColumnHeading = copy(field = field)

    /** The same with another `heading`. */
    public fun withHeading(heading: String): ColumnHeading = copy(heading = heading)
}

/** How a column was interpreted. */
@Serializable
public data class ColumnReading @JvmOverloads constructor(
    /** Column letters, such as `C`. */
    public val column: String,
    /** Heading as written; several heading rows are joined by line breaks. */
    public val heading: String,
    /** Reason. */
    public val reason: ColumnReason,
    /** Number of filled cells below the heading. */
    public val filled: Long,
    /** The field, such as `customer_code`; none if skipped. */
    public val field: String? = null,
    /** First filled cell, as written. */
    public val sample: String? = null,
    /** Row of the first filled cell. */
    @SerialName("first_row") public val firstRow: Long? = null,
    /** Whether the column is hidden. */
    @SerialName("is_hidden") public val isHidden: Boolean = false,
)

/** Why a column was read as its field, or skipped. */
@Serializable
public enum class ColumnReason(
    /** As it is on the wire, in filters and in the database. */
    public val wire: String,
) {
    /** Read: specified by the caller. */
    @SerialName("given")
    GIVEN("given"),

    /** Read: recognised by its heading. */
    @SerialName("heading")
    HEADING("heading"),

    /** Skipped: excluded by the caller. */
    @SerialName("not_asked")
    NOT_ASKED("not_asked"),

    /** Skipped: has cells but no heading. */
    @SerialName("no_heading")
    NO_HEADING("no_heading"),

    /** Skipped: unknown heading. */
    @SerialName("unknown_heading")
    UNKNOWN_HEADING("unknown_heading"),

    /** Skipped: the heading belongs to another kind of sheet. */
    @SerialName("other_kind")
    OTHER_KIND("other_kind"),

    /** Skipped: another column was taken for the field. */
    @SerialName("repeated")
    REPEATED("repeated"),

    /** Skipped: of no use without a missing column, such as a quantity on hand without its cost. */
    @SerialName("incomplete")
    INCOMPLETE("incomplete"),

    /** Skipped: problems written by this library earlier. */
    @SerialName("own")
    OWN("own"),
    ;

    /** As it is on the wire. */
    override fun toString(): String = wire
}

/** The company. Its id is the tenant id of every row. */
@Serializable
public data class Company @JvmOverloads constructor(
    /** Name. */
    public val name: String,
    /** Currency of the books. */
    public val currency: String,
    /** Rounding step of amounts. */
    @SerialName("money_step") public val moneyStep: BigDecimal,
    /** Level at which tax is rounded. */
    @SerialName("tax_method") public val taxMethod: TaxMethod,
    /** How halves are rounded. */
    public val rounding: RoundingMode,
    /** Whether document prices include tax. */
    @SerialName("prices_include_tax") public val pricesIncludeTax: Boolean,
    /** Days by which a document may be dated before the last posting of one of its products. */
    @SerialName("backdating_days") public val backdatingDays: Long,
    /** Amount of a single receivable or credit that may be written off without the higher right. */
    @SerialName("write_off_tolerance") public val writeOffTolerance: Money,
    /** What happens when a delivery would exceed a customer's credit limit. */
    @SerialName("credit_policy") public val creditPolicy: CreditPolicy,
    /** Counts changes of roles and operators, so that a session notices them at its next act. */
    @SerialName("access_version") public val accessVersion: Long,
    /** The number of the algorithm that the search keys of its records were made with; maintained by the library. */
    @SerialName("search_key_version") public val searchKeyVersion: Long,
    /** Tax code of customers and products that specify none. */
    @SerialName("default_tax_code") public val defaultTaxCode: String? = null,
    /** Days past due after which a receivable blocks further credit; none: never. */
    @SerialName("credit_overdue_days") public val creditOverdueDays: Long? = null,
    /** What happens when goods of an expired lot would be delivered. */
    @SerialName("expiry_policy") public val expiryPolicy: PolicyLevel = PolicyLevel.WARN,
    /** Days before its expiry from which a lot counts as expired. */
    @SerialName("expiry_days") public val expiryDays: Long = 0,
) {
    /** The same with another `name`. */
    public fun withName(name: String): Company = copy(name = name)

    /** The same with another `currency`. */
    public fun withCurrency(currency: String): Company = copy(currency = currency)

    /** The same with another `moneyStep`. */
    public fun withMoneyStep(moneyStep: BigDecimal): Company = copy(moneyStep = moneyStep)

    /** The same with another `taxMethod`. */
    public fun withTaxMethod(taxMethod: TaxMethod): Company = copy(taxMethod = taxMethod)

    /** The same with another `rounding`. */
    public fun withRounding(rounding: RoundingMode): Company = copy(rounding = rounding)

    /** The same with another `pricesIncludeTax`. */
    public fun withPricesIncludeTax(pricesIncludeTax: Boolean): Company = copy(pricesIncludeTax = pricesIncludeTax)

    /** The same with another `defaultTaxCode`. */
    public fun withDefaultTaxCode(defaultTaxCode: String?): Company = copy(defaultTaxCode = defaultTaxCode)

    /** The same with another `backdatingDays`. */
    public fun withBackdatingDays(backdatingDays: Long): Company = copy(backdatingDays = backdatingDays)

    /** The same with another `writeOffTolerance`. */
    public fun withWriteOffTolerance(writeOffTolerance: Money): Company = copy(writeOffTolerance = writeOffTolerance)

    /** The same with another `creditPolicy`. */
    public fun withCreditPolicy(creditPolicy: CreditPolicy): Company = copy(creditPolicy = creditPolicy)

    /** The same with another `creditOverdueDays`. */
    public fun withCreditOverdueDays(creditOverdueDays: Long?): Company = copy(creditOverdueDays = creditOverdueDays)

    /** The same with another `expiryPolicy`. */
    public fun withExpiryPolicy(expiryPolicy: PolicyLevel): Company = copy(expiryPolicy = expiryPolicy)

    /** The same with another `expiryDays`. */
    public fun withExpiryDays(expiryDays: Long): Company = copy(expiryDays = expiryDays)

    /** The same with another `accessVersion`. */
    public fun withAccessVersion(accessVersion: Long): Company = copy(accessVersion = accessVersion)

    /** The same with another `searchKeyVersion`. */
    public fun withSearchKeyVersion(searchKeyVersion: Long): Company = copy(searchKeyVersion = searchKeyVersion)
}

/** A new company and its first operator. */
@Serializable
public data class CompanyCreated(
    /** The company. */
    @SerialName("company_id") public val companyId: UUID,
    /** The operator. */
    @SerialName("operator_id") public val operatorId: UUID,
)

/** The company's identity and calculation policies from a day until the next profile. */
@Serializable
public data class CompanyProfile @JvmOverloads constructor(
    /** First day in force. */
    @SerialName("valid_from") public val validFrom: LocalDate,
    /** Legal name. */
    @SerialName("legal_name") public val legalName: String,
    /** Currency of the books. */
    public val currency: String,
    /** Level at which tax is rounded. */
    @SerialName("tax_method") public val taxMethod: TaxMethod,
    /** How halves are rounded. */
    public val rounding: RoundingMode,
    /** Whether document prices include tax. */
    @SerialName("prices_include_tax") public val pricesIncludeTax: Boolean,
    /** Street and number. */
    public val street: String? = null,
    /** City. */
    public val city: String? = null,
    /** Postal code. */
    @SerialName("postal_code") public val postalCode: String? = null,
    /** Province. */
    public val province: String? = null,
    /** Country: ISO 3166 alpha-2. */
    public val country: String? = null,
    /** Tax number. */
    @SerialName("tax_id") public val taxId: String? = null,
    /** Bank account for customer payments: an IBAN, stored in upper case without spaces. */
    public val iban: String? = null,
    /** E-mail. */
    public val email: String? = null,
    /** Telephone. */
    public val phone: String? = null,
    /** Website. */
    public val website: String? = null,
    /** Location of the logo, in the host's notation. */
    public val logo: String? = null,
    /** Time zone of whoever states none: a name in the library's time zone data, such as `Europe/Madrid`, `UTC`, or an offset such as `+05:30`. */
    @SerialName("time_zone") public val timeZone: String? = null,
    /** Language of documents, such as `es`. */
    public val language: String? = null,
    /** Tax code of customers and products that specify none. */
    @SerialName("default_tax_code") public val defaultTaxCode: String? = null,
) {
    /** The same with another `validFrom`. */
    public fun withValidFrom(validFrom: LocalDate): CompanyProfile = copy(validFrom = validFrom)

    /** The same with another `legalName`. */
    public fun withLegalName(legalName: String): CompanyProfile = copy(legalName = legalName)

    /** The same with another `street`. */
    public fun withStreet(street: String?): CompanyProfile = copy(street = street)

    /** The same with another `city`. */
    public fun withCity(city: String?): CompanyProfile = copy(city = city)

    /** The same with another `postalCode`. */
    public fun withPostalCode(postalCode: String?): CompanyProfile = copy(postalCode = postalCode)

    /** The same with another `province`. */
    public fun withProvince(province: String?): CompanyProfile = copy(province = province)

    /** The same with another `country`. */
    public fun withCountry(country: String?): CompanyProfile = copy(country = country)

    /** The same with another `taxId`. */
    public fun withTaxId(taxId: String?): CompanyProfile = copy(taxId = taxId)

    /** The same with another `iban`. */
    public fun withIban(iban: String?): CompanyProfile = copy(iban = iban)

    /** The same with another `email`. */
    public fun withEmail(email: String?): CompanyProfile = copy(email = email)

    /** The same with another `phone`. */
    public fun withPhone(phone: String?): CompanyProfile = copy(phone = phone)

    /** The same with another `website`. */
    public fun withWebsite(website: String?): CompanyProfile = copy(website = website)

    /** The same with another `logo`. */
    public fun withLogo(logo: String?): CompanyProfile = copy(logo = logo)

    /** The same with another `currency`. */
    public fun withCurrency(currency: String): CompanyProfile = copy(currency = currency)

    /** The same with another `timeZone`. */
    public fun withTimeZone(timeZone: String?): CompanyProfile = copy(timeZone = timeZone)

    /** The same with another `language`. */
    public fun withLanguage(language: String?): CompanyProfile = copy(language = language)

    /** The same with another `taxMethod`. */
    public fun withTaxMethod(taxMethod: TaxMethod): CompanyProfile = copy(taxMethod = taxMethod)

    /** The same with another `rounding`. */
    public fun withRounding(rounding: RoundingMode): CompanyProfile = copy(rounding = rounding)

    /** The same with another `pricesIncludeTax`. */
    public fun withPricesIncludeTax(pricesIncludeTax: Boolean): CompanyProfile = copy(pricesIncludeTax = pricesIncludeTax)

    /** The same with another `defaultTaxCode`. */
    public fun withDefaultTaxCode(defaultTaxCode: String?): CompanyProfile = copy(defaultTaxCode = defaultTaxCode)
}

/**
 * A record as stored: its id, version and fields.
 *
 * The version of a master or state row counts its changes, from 1; a change based on an older version is refused. Document and ledger rows never
 * change and always have version 1. In JSON, id and version are siblings of the fields.
 */
@Serializable
public data class CompanyProfileRecord @JvmOverloads constructor(
    /** The id. */
    public val id: UUID,
    /** Its version: how often it has been written. */
    public val version: Long,
    /** First day in force. */
    @SerialName("valid_from") public val validFrom: LocalDate,
    /** Legal name. */
    @SerialName("legal_name") public val legalName: String,
    /** Currency of the books. */
    public val currency: String,
    /** Level at which tax is rounded. */
    @SerialName("tax_method") public val taxMethod: TaxMethod,
    /** How halves are rounded. */
    public val rounding: RoundingMode,
    /** Whether document prices include tax. */
    @SerialName("prices_include_tax") public val pricesIncludeTax: Boolean,
    /** Street and number. */
    public val street: String? = null,
    /** City. */
    public val city: String? = null,
    /** Postal code. */
    @SerialName("postal_code") public val postalCode: String? = null,
    /** Province. */
    public val province: String? = null,
    /** Country: ISO 3166 alpha-2. */
    public val country: String? = null,
    /** Tax number. */
    @SerialName("tax_id") public val taxId: String? = null,
    /** Bank account for customer payments: an IBAN, stored in upper case without spaces. */
    public val iban: String? = null,
    /** E-mail. */
    public val email: String? = null,
    /** Telephone. */
    public val phone: String? = null,
    /** Website. */
    public val website: String? = null,
    /** Location of the logo, in the host's notation. */
    public val logo: String? = null,
    /** Time zone of whoever states none: a name in the library's time zone data, such as `Europe/Madrid`, `UTC`, or an offset such as `+05:30`. */
    @SerialName("time_zone") public val timeZone: String? = null,
    /** Language of documents, such as `es`. */
    public val language: String? = null,
    /** Tax code of customers and products that specify none. */
    @SerialName("default_tax_code") public val defaultTaxCode: String? = null,
) {
    /** Its data, without id and version. */
    public fun toCompanyProfile(): CompanyProfile = CompanyProfile(validFrom = validFrom, legalName = legalName, street = street, city = city, postalCode = postalCode, province = province, country = country, taxId = taxId, iban = iban, email = email, phone = phone, website = website, logo = logo, currency = currency, timeZone = timeZone, language = language, taxMethod = taxMethod, rounding = rounding, pricesIncludeTax = pricesIncludeTax, defaultTaxCode = defaultTaxCode)

    /** The same with another `id`. */
    public fun withId(id: UUID): CompanyProfileRecord = copy(id = id)

    /** The same with another `version`. */
    public fun withVersion(version: Long): CompanyProfileRecord = copy(version = version)

    /** The same with another `validFrom`. */
    public fun withValidFrom(validFrom: LocalDate): CompanyProfileRecord = copy(validFrom = validFrom)

    /** The same with another `legalName`. */
    public fun withLegalName(legalName: String): CompanyProfileRecord = copy(legalName = legalName)

    /** The same with another `street`. */
    public fun withStreet(street: String?): CompanyProfileRecord = copy(street = street)

    /** The same with another `city`. */
    public fun withCity(city: String?): CompanyProfileRecord = copy(city = city)

    /** The same with another `postalCode`. */
    public fun withPostalCode(postalCode: String?): CompanyProfileRecord = copy(postalCode = postalCode)

    /** The same with another `province`. */
    public fun withProvince(province: String?): CompanyProfileRecord = copy(province = province)

    /** The same with another `country`. */
    public fun withCountry(country: String?): CompanyProfileRecord = copy(country = country)

    /** The same with another `taxId`. */
    public fun withTaxId(taxId: String?): CompanyProfileRecord = copy(taxId = taxId)

    /** The same with another `iban`. */
    public fun withIban(iban: String?): CompanyProfileRecord = copy(iban = iban)

    /** The same with another `email`. */
    public fun withEmail(email: String?): CompanyProfileRecord = copy(email = email)

    /** The same with another `phone`. */
    public fun withPhone(phone: String?): CompanyProfileRecord = copy(phone = phone)

    /** The same with another `website`. */
    public fun withWebsite(website: String?): CompanyProfileRecord = copy(website = website)

    /** The same with another `logo`. */
    public fun withLogo(logo: String?): CompanyProfileRecord = copy(logo = logo)

    /** The same with another `currency`. */
    public fun withCurrency(currency: String): CompanyProfileRecord = copy(currency = currency)

    /** The same with another `timeZone`. */
    public fun withTimeZone(timeZone: String?): CompanyProfileRecord = copy(timeZone = timeZone)

    /** The same with another `language`. */
    public fun withLanguage(language: String?): CompanyProfileRecord = copy(language = language)

    /** The same with another `taxMethod`. */
    public fun withTaxMethod(taxMethod: TaxMethod): CompanyProfileRecord = copy(taxMethod = taxMethod)

    /** The same with another `rounding`. */
    public fun withRounding(rounding: RoundingMode): CompanyProfileRecord = copy(rounding = rounding)

    /** The same with another `pricesIncludeTax`. */
    public fun withPricesIncludeTax(pricesIncludeTax: Boolean): CompanyProfileRecord = copy(pricesIncludeTax = pricesIncludeTax)

    /** The same with another `defaultTaxCode`. */
    public fun withDefaultTaxCode(defaultTaxCode: String?): CompanyProfileRecord = copy(defaultTaxCode = defaultTaxCode)
}

public typealias CompanyProfileRecordPage = Page<CompanyProfileRecord>

public typealias CompanyProfileUpserted = UpsertedRecord<CompanyProfileRecord>

/**
 * A record as stored: its id, version and fields.
 *
 * The version of a master or state row counts its changes, from 1; a change based on an older version is refused. Document and ledger rows never
 * change and always have version 1. In JSON, id and version are siblings of the fields.
 */
@Serializable
public data class CompanyRecord @JvmOverloads constructor(
    /** The id. */
    public val id: UUID,
    /** Its version: how often it has been written. */
    public val version: Long,
    /** Name. */
    public val name: String,
    /** Currency of the books. */
    public val currency: String,
    /** Rounding step of amounts. */
    @SerialName("money_step") public val moneyStep: BigDecimal,
    /** Level at which tax is rounded. */
    @SerialName("tax_method") public val taxMethod: TaxMethod,
    /** How halves are rounded. */
    public val rounding: RoundingMode,
    /** Whether document prices include tax. */
    @SerialName("prices_include_tax") public val pricesIncludeTax: Boolean,
    /** Days by which a document may be dated before the last posting of one of its products. */
    @SerialName("backdating_days") public val backdatingDays: Long,
    /** Amount of a single receivable or credit that may be written off without the higher right. */
    @SerialName("write_off_tolerance") public val writeOffTolerance: Money,
    /** What happens when a delivery would exceed a customer's credit limit. */
    @SerialName("credit_policy") public val creditPolicy: CreditPolicy,
    /** Counts changes of roles and operators, so that a session notices them at its next act. */
    @SerialName("access_version") public val accessVersion: Long,
    /** The number of the algorithm that the search keys of its records were made with; maintained by the library. */
    @SerialName("search_key_version") public val searchKeyVersion: Long,
    /** Tax code of customers and products that specify none. */
    @SerialName("default_tax_code") public val defaultTaxCode: String? = null,
    /** Days past due after which a receivable blocks further credit; none: never. */
    @SerialName("credit_overdue_days") public val creditOverdueDays: Long? = null,
    /** What happens when goods of an expired lot would be delivered. */
    @SerialName("expiry_policy") public val expiryPolicy: PolicyLevel = PolicyLevel.WARN,
    /** Days before its expiry from which a lot counts as expired. */
    @SerialName("expiry_days") public val expiryDays: Long = 0,
) {
    /** Its data, without id and version. */
    public fun toCompany(): Company = Company(name = name, currency = currency, moneyStep = moneyStep, taxMethod = taxMethod, rounding = rounding, pricesIncludeTax = pricesIncludeTax, defaultTaxCode = defaultTaxCode, backdatingDays = backdatingDays, writeOffTolerance = writeOffTolerance, creditPolicy = creditPolicy, creditOverdueDays = creditOverdueDays, expiryPolicy = expiryPolicy, expiryDays = expiryDays, accessVersion = accessVersion, searchKeyVersion = searchKeyVersion)

    /** The same with another `id`. */
    public fun withId(id: UUID): CompanyRecord = copy(id = id)

    /** The same with another `version`. */
    public fun withVersion(version: Long): CompanyRecord = copy(version = version)

    /** The same with another `name`. */
    public fun withName(name: String): CompanyRecord = copy(name = name)

    /** The same with another `currency`. */
    public fun withCurrency(currency: String): CompanyRecord = copy(currency = currency)

    /** The same with another `moneyStep`. */
    public fun withMoneyStep(moneyStep: BigDecimal): CompanyRecord = copy(moneyStep = moneyStep)

    /** The same with another `taxMethod`. */
    public fun withTaxMethod(taxMethod: TaxMethod): CompanyRecord = copy(taxMethod = taxMethod)

    /** The same with another `rounding`. */
    public fun withRounding(rounding: RoundingMode): CompanyRecord = copy(rounding = rounding)

    /** The same with another `pricesIncludeTax`. */
    public fun withPricesIncludeTax(pricesIncludeTax: Boolean): CompanyRecord = copy(pricesIncludeTax = pricesIncludeTax)

    /** The same with another `defaultTaxCode`. */
    public fun withDefaultTaxCode(defaultTaxCode: String?): CompanyRecord = copy(defaultTaxCode = defaultTaxCode)

    /** The same with another `backdatingDays`. */
    public fun withBackdatingDays(backdatingDays: Long): CompanyRecord = copy(backdatingDays = backdatingDays)

    /** The same with another `writeOffTolerance`. */
    public fun withWriteOffTolerance(writeOffTolerance: Money): CompanyRecord = copy(writeOffTolerance = writeOffTolerance)

    /** The same with another `creditPolicy`. */
    public fun withCreditPolicy(creditPolicy: CreditPolicy): CompanyRecord = copy(creditPolicy = creditPolicy)

    /** The same with another `creditOverdueDays`. */
    public fun withCreditOverdueDays(creditOverdueDays: Long?): CompanyRecord = copy(creditOverdueDays = creditOverdueDays)

    /** The same with another `expiryPolicy`. */
    public fun withExpiryPolicy(expiryPolicy: PolicyLevel): CompanyRecord = copy(expiryPolicy = expiryPolicy)

    /** The same with another `expiryDays`. */
    public fun withExpiryDays(expiryDays: Long): CompanyRecord = copy(expiryDays = expiryDays)

    /** The same with another `accessVersion`. */
    public fun withAccessVersion(accessVersion: Long): CompanyRecord = copy(accessVersion = accessVersion)

    /** The same with another `searchKeyVersion`. */
    public fun withSearchKeyVersion(searchKeyVersion: Long): CompanyRecord = copy(searchKeyVersion = searchKeyVersion)
}

public typealias CompanyRecordPage = Page<CompanyRecord>

/** A lot of a component, on the delivery of a kit. */
@Serializable
public data class ComponentLot @JvmOverloads constructor(
    /** The component. */
    @SerialName("product_id") public val productId: UUID,
    /** Lot or serial number. */
    public val lot: String,
    /** Quantity; none: what the other lots leave of the component's quantity, and one piece for a serial number. */
    public val quantity: BigDecimal? = null,
) {
    /** The same with another `productId`. */
    public fun withProductId(productId: UUID): ComponentLot = copy(productId = productId)

    /** The same with another `lot`. */
    public fun withLot(lot: String): ComponentLot = copy(lot = lot)

    /** The same with another `quantity`. */
    public fun withQuantity(quantity: BigDecimal?): ComponentLot = copy(quantity = quantity)
}

/** A contact person at a customer. */
@Serializable
public data class Contact @JvmOverloads constructor(
    /** The customer; immutable. */
    @SerialName("customer_id") public val customerId: UUID,
    /** Name. */
    public val name: String,
    /** Position, such as `purchasing`. */
    public val position: String? = null,
    /** Whether this is the primary contact. */
    @SerialName("is_primary") public val isPrimary: Boolean = false,
    /** Birthday. */
    public val birthday: LocalDate? = null,
    /** Notes. */
    public val notes: String? = null,
    /** Whether the person still works there. */
    @SerialName("is_active") public val isActive: Boolean = true,
) {
    /** The same with another `customerId`. */
    public fun withCustomerId(customerId: UUID): Contact = copy(customerId = customerId)

    /** The same with another `name`. */
    public fun withName(name: String): Contact = copy(name = name)

    /** The same with another `position`. */
    public fun withPosition(position: String?): Contact = copy(position = position)

    /** The same with another `isPrimary`. */
    public fun withIsPrimary(isPrimary: Boolean): Contact = copy(isPrimary = isPrimary)

    /** The same with another `birthday`. */
    public fun withBirthday(birthday: LocalDate?): Contact = copy(birthday = birthday)

    /** The same with another `notes`. */
    public fun withNotes(notes: String?): Contact = copy(notes = notes)

    /** The same with another `isActive`. */
    public fun withIsActive(isActive: Boolean): Contact = copy(isActive = isActive)
}

/** A way to reach a customer or one of its contacts. */
@Serializable
public data class ContactPoint @JvmOverloads constructor(
    /** The customer; immutable. */
    @SerialName("customer_id") public val customerId: UUID,
    /** Kind of contact point. */
    public val kind: ContactPointKind,
    /** Number or address, as entered. */
    public val value: String,
    /** The contact; none: the customer itself. */
    @SerialName("contact_id") public val contactId: UUID? = null,
    /** Country of a telephone number without a country code: ISO 3166 alpha-2. */
    public val country: String? = null,
    /** Lookup key, see `contact_key`; maintained by the library. */
    @SerialName("lookup_key") public val lookupKey: String? = null,
    /** Label, such as `office` or `WeChat`. */
    public val label: String? = null,
    /** Whether it is the primary one of its kind. */
    @SerialName("is_primary") public val isPrimary: Boolean = false,
) {
    /** The same with another `customerId`. */
    public fun withCustomerId(customerId: UUID): ContactPoint = copy(customerId = customerId)

    /** The same with another `contactId`. */
    public fun withContactId(contactId: UUID?): ContactPoint = copy(contactId = contactId)

    /** The same with another `kind`. */
    public fun withKind(kind: ContactPointKind): ContactPoint = copy(kind = kind)

    /** The same with another `value`. */
    public fun withValue(value: String): ContactPoint = copy(value = value)

    /** The same with another `country`. */
    public fun withCountry(country: String?): ContactPoint = copy(country = country)

    /** The same with another `lookupKey`. */
    public fun withLookupKey(lookupKey: String?): ContactPoint = copy(lookupKey = lookupKey)

    /** The same with another `label`. */
    public fun withLabel(label: String?): ContactPoint = copy(label = label)

    /** The same with another `isPrimary`. */
    public fun withIsPrimary(isPrimary: Boolean): ContactPoint = copy(isPrimary = isPrimary)
}

/** The kind of a contact point. */
@Serializable
public enum class ContactPointKind(
    /** As it is on the wire, in filters and in the database. */
    public val wire: String,
) {
    /** Telephone. */
    @SerialName("phone")
    PHONE("phone"),

    /** Mobile telephone. */
    @SerialName("mobile")
    MOBILE("mobile"),

    /** E-mail. */
    @SerialName("email")
    EMAIL("email"),

    /** A messenger account; the label names the service. */
    @SerialName("messenger")
    MESSENGER("messenger"),

    /** Website. */
    @SerialName("website")
    WEBSITE("website"),
    ;

    /** As it is on the wire. */
    override fun toString(): String = wire
}

/**
 * A record as stored: its id, version and fields.
 *
 * The version of a master or state row counts its changes, from 1; a change based on an older version is refused. Document and ledger rows never
 * change and always have version 1. In JSON, id and version are siblings of the fields.
 */
@Serializable
public data class ContactPointRecord @JvmOverloads constructor(
    /** The id. */
    public val id: UUID,
    /** Its version: how often it has been written. */
    public val version: Long,
    /** The customer; immutable. */
    @SerialName("customer_id") public val customerId: UUID,
    /** Kind of contact point. */
    public val kind: ContactPointKind,
    /** Number or address, as entered. */
    public val value: String,
    /** The contact; none: the customer itself. */
    @SerialName("contact_id") public val contactId: UUID? = null,
    /** Country of a telephone number without a country code: ISO 3166 alpha-2. */
    public val country: String? = null,
    /** Lookup key, see `contact_key`; maintained by the library. */
    @SerialName("lookup_key") public val lookupKey: String? = null,
    /** Label, such as `office` or `WeChat`. */
    public val label: String? = null,
    /** Whether it is the primary one of its kind. */
    @SerialName("is_primary") public val isPrimary: Boolean = false,
) {
    /** Its data, without id and version. */
    public fun toContactPoint(): ContactPoint = ContactPoint(customerId = customerId, contactId = contactId, kind = kind, value = value, country = country, lookupKey = lookupKey, label = label, isPrimary = isPrimary)

    /** The same with another `id`. */
    public fun withId(id: UUID): ContactPointRecord = copy(id = id)

    /** The same with another `version`. */
    public fun withVersion(version: Long): ContactPointRecord = copy(version = version)

    /** The same with another `customerId`. */
    public fun withCustomerId(customerId: UUID): ContactPointRecord = copy(customerId = customerId)

    /** The same with another `contactId`. */
    public fun withContactId(contactId: UUID?): ContactPointRecord = copy(contactId = contactId)

    /** The same with another `kind`. */
    public fun withKind(kind: ContactPointKind): ContactPointRecord = copy(kind = kind)

    /** The same with another `value`. */
    public fun withValue(value: String): ContactPointRecord = copy(value = value)

    /** The same with another `country`. */
    public fun withCountry(country: String?): ContactPointRecord = copy(country = country)

    /** The same with another `lookupKey`. */
    public fun withLookupKey(lookupKey: String?): ContactPointRecord = copy(lookupKey = lookupKey)

    /** The same with another `label`. */
    public fun withLabel(label: String?): ContactPointRecord = copy(label = label)

    /** The same with another `isPrimary`. */
    public fun withIsPrimary(isPrimary: Boolean): ContactPointRecord = copy(isPrimary = isPrimary)
}

public typealias ContactPointRecordPage = Page<ContactPointRecord>

public typealias ContactPointUpserted = UpsertedRecord<ContactPointRecord>

/**
 * A record as stored: its id, version and fields.
 *
 * The version of a master or state row counts its changes, from 1; a change based on an older version is refused. Document and ledger rows never
 * change and always have version 1. In JSON, id and version are siblings of the fields.
 */
@Serializable
public data class ContactRecord @JvmOverloads constructor(
    /** The id. */
    public val id: UUID,
    /** Its version: how often it has been written. */
    public val version: Long,
    /** The customer; immutable. */
    @SerialName("customer_id") public val customerId: UUID,
    /** Name. */
    public val name: String,
    /** Position, such as `purchasing`. */
    public val position: String? = null,
    /** Whether this is the primary contact. */
    @SerialName("is_primary") public val isPrimary: Boolean = false,
    /** Birthday. */
    public val birthday: LocalDate? = null,
    /** Notes. */
    public val notes: String? = null,
    /** Whether the person still works there. */
    @SerialName("is_active") public val isActive: Boolean = true,
) {
    /** Its data, without id and version. */
    public fun toContact(): Contact = Contact(customerId = customerId, name = name, position = position, isPrimary = isPrimary, birthday = birthday, notes = notes, isActive = isActive)

    /** The same with another `id`. */
    public fun withId(id: UUID): ContactRecord = copy(id = id)

    /** The same with another `version`. */
    public fun withVersion(version: Long): ContactRecord = copy(version = version)

    /** The same with another `customerId`. */
    public fun withCustomerId(customerId: UUID): ContactRecord = copy(customerId = customerId)

    /** The same with another `name`. */
    public fun withName(name: String): ContactRecord = copy(name = name)

    /** The same with another `position`. */
    public fun withPosition(position: String?): ContactRecord = copy(position = position)

    /** The same with another `isPrimary`. */
    public fun withIsPrimary(isPrimary: Boolean): ContactRecord = copy(isPrimary = isPrimary)

    /** The same with another `birthday`. */
    public fun withBirthday(birthday: LocalDate?): ContactRecord = copy(birthday = birthday)

    /** The same with another `notes`. */
    public fun withNotes(notes: String?): ContactRecord = copy(notes = notes)

    /** The same with another `isActive`. */
    public fun withIsActive(isActive: Boolean): ContactRecord = copy(isActive = isActive)
}

public typealias ContactRecordPage = Page<ContactRecord>

public typealias ContactUpserted = UpsertedRecord<ContactRecord>

/** A note about a copy. */
@Serializable
public data class CopyNote @JvmOverloads constructor(
    /** What it is about. */
    public val kind: CopyNoteKind,
    /** How many, or the format or encoding. */
    public val value: String,
    /** The sheet, if it is about one. */
    public val sheet: String? = null,
)

/** What a note is about. */
@Serializable
public enum class CopyNoteKind(
    /** As it is on the wire, in filters and in the database. */
    public val wire: String,
) {
    /** The original's format cannot be written: the copy is an .xlsx with its values. */
    @SerialName("values_only")
    VALUES_ONLY("values_only"),

    /** Cells of the original that hold more than an .xlsx cell can, and were truncated. */
    @SerialName("cells_cut")
    CELLS_CUT("cells_cut"),

    /** Problems that are not listed on the problem sheet: more than `MAX_LISTED_PROBLEMS`. They are at their rows. */
    @SerialName("not_listed")
    NOT_LISTED("not_listed"),

    /** Problems that name a sheet or row that the workbook does not have, or that cannot be marked: they are on the problem sheet only. */
    @SerialName("not_placed")
    NOT_PLACED("not_placed"),

    /** A sheet without a free column: its reasons are on the problem sheet only. */
    @SerialName("no_free_column")
    NO_FREE_COLUMN("no_free_column"),

    /** A sheet whose rows or cells are not in order: it is unchanged, and its problems are on the problem sheet only. */
    @SerialName("not_in_order")
    NOT_IN_ORDER("not_in_order"),

    /** Rows whose reasons are longer than `MAX_PROBLEM_TEXT` and were truncated. */
    @SerialName("reasons_cut")
    REASONS_CUT("reasons_cut"),

    /** The workbook has `MAX_CELL_STYLES` styles, so wrong cells have no colour. */
    @SerialName("no_more_styles")
    NO_MORE_STYLES("no_more_styles"),

    /** The original was signed: the signature is not valid for a changed copy. */
    @SerialName("signature_broken")
    SIGNATURE_BROKEN("signature_broken"),

    /** Characters of reasons that the text file's encoding lacks: they are question marks. */
    @SerialName("not_in_encoding")
    NOT_IN_ENCODING("not_in_encoding"),
    ;

    /** As it is on the wire. */
    override fun toString(): String = wire
}

/**
 * Corrects the price of a receipt line, including corrections of its quantity. Supplier returns at its price are credited at the corrected price
 * too, so that the result is the same whether goods were sent back before or after.
 */
@Serializable
public data class CorrectPrice @JvmOverloads constructor(
    /** The receipt. */
    @SerialName("receipt_id") public val receiptId: UUID,
    /** The line of the receipt. */
    public val line: Long,
    /** The correct cost per unit, not negative. */
    @SerialName("unit_cost") public val unitCost: UnitPrice,
    /** Document date. */
    public val day: LocalDate,
    /** A note. */
    public val reference: String? = null,
) {
    /** The same with another `receiptId`. */
    public fun withReceiptId(receiptId: UUID): CorrectPrice = copy(receiptId = receiptId)

    /** The same with another `line`. */
    public fun withLine(line: Long): CorrectPrice = copy(line = line)

    /** The same with another `unitCost`. */
    public fun withUnitCost(unitCost: UnitPrice): CorrectPrice = copy(unitCost = unitCost)

    /** The same with another `day`. */
    public fun withDay(day: LocalDate): CorrectPrice = copy(day = day)

    /** The same with another `reference`. */
    public fun withReference(reference: String?): CorrectPrice = copy(reference = reference)
}

/** Corrects the quantity of a receipt line: the difference comes in or goes out now, at the receipt's price. */
@Serializable
public data class CorrectQuantity @JvmOverloads constructor(
    /** The receipt. */
    @SerialName("receipt_id") public val receiptId: UUID,
    /** The line of the receipt. */
    public val line: Long,
    /** The correct quantity, not negative. */
    public val quantity: BigDecimal,
    /** Document date. */
    public val day: LocalDate,
    /** A note. */
    public val reference: String? = null,
) {
    /** The same with another `receiptId`. */
    public fun withReceiptId(receiptId: UUID): CorrectQuantity = copy(receiptId = receiptId)

    /** The same with another `line`. */
    public fun withLine(line: Long): CorrectQuantity = copy(line = line)

    /** The same with another `quantity`. */
    public fun withQuantity(quantity: BigDecimal): CorrectQuantity = copy(quantity = quantity)

    /** The same with another `day`. */
    public fun withDay(day: LocalDate): CorrectQuantity = copy(day = day)

    /** The same with another `reference`. */
    public fun withReference(reference: String?): CorrectQuantity = copy(reference = reference)
}

/** Where the value of a movement comes from; the starting point of recalculation. */
@Serializable
public enum class CostBasis(
    /** As it is on the wire, in filters and in the database. */
    public val wire: String,
) {
    /** In, at the amount given on the document. */
    @SerialName("given")
    GIVEN("given"),

    /** In, at the current cost of the product. */
    @SerialName("found")
    FOUND("found"),

    /** In, at the cost of the delivery it returns. */
    @SerialName("back")
    BACK("back"),

    /** Out, at the cost by the costing method. */
    @SerialName("issued")
    ISSUED("issued"),

    /** Out, at a cost set by an operator. */
    @SerialName("overridden")
    OVERRIDDEN("overridden"),

    /** Out, at the cost by the costing method, against an amount given on the document. */
    @SerialName("sent_back")
    SENT_BACK("sent_back"),

    /** Out, at the value at which it came in. */
    @SerialName("withdrawn")
    WITHDRAWN("withdrawn"),

    /** In, at the value at which it went out. */
    @SerialName("restored")
    RESTORED("restored"),

    /** An amount charged on an earlier receipt; no goods moved. */
    @SerialName("charged")
    CHARGED("charged"),

    /** Another value of what was on hand; no goods moved. */
    @SerialName("revalued")
    REVALUED("revalued"),

    /** Another unit cost of what was on hand; no goods moved. */
    @SerialName("unit_cost")
    UNIT_COST("unit_cost"),

    /** Transfer between warehouses; no value moved. */
    @SerialName("moved")
    MOVED("moved"),

    /** Change of the costing method; no goods moved. */
    @SerialName("method")
    METHOD("method"),

    /** Derived from the other movements, by recalculation or because a specified cost came into force. */
    @SerialName("derived")
    DERIVED("derived"),
    ;

    /** As it is on the wire. */
    override fun toString(): String = wire
}

/**
 * A record as stored: its id, version and fields.
 *
 * The version of a master or state row counts its changes, from 1; a change based on an older version is refused. Document and ledger rows never
 * change and always have version 1. In JSON, id and version are siblings of the fields.
 */
@Serializable
public data class CostCorrectionRecord @JvmOverloads constructor(
    /** The id. */
    public val id: UUID,
    /** Its version: how often it has been written. */
    public val version: Long,
    /** The product. */
    @SerialName("product_id") public val productId: UUID,
    /** The corrected delivery or return. */
    @SerialName("sales_document_id") public val salesDocumentId: UUID,
    /** The corrected line. */
    @SerialName("sales_line_id") public val salesLineId: UUID,
    /** The delivered line that it belongs to: the line itself, or the one that it returns. */
    @SerialName("delivered_line_id") public val deliveredLineId: UUID,
    /** The customer of the document. */
    @SerialName("customer_id") public val customerId: UUID,
    /** The day on which it counts: that of the document that caused it. */
    public val day: LocalDate,
    /** Quantity of the line covered by that document; zero if caused by recalculation. */
    public val quantity: BigDecimal,
    /** Currency of the amounts. */
    public val currency: String,
    /** The salesperson of the document. */
    @SerialName("salesperson_id") public val salespersonId: UUID? = null,
    /** The stock document that caused it. */
    @SerialName("stock_document_id") public val stockDocumentId: UUID? = null,
    /** The customer return that caused it. */
    @SerialName("cause_document_id") public val causeDocumentId: UUID? = null,
    /** Cost of that quantity until then. */
    public val provisional: Money? = null,
    /** Additional cost of the line, negative if less. */
    public val amount: Money? = null,
)

public typealias CostCorrectionRecordPage = Page<CostCorrectionRecord>

/** Where the cost of a line comes from. */
@Serializable
public enum class CostSource(
    /** As it is on the wire, in filters and in the database. */
    public val wire: String,
) {
    /** From the product's costing method; zero for a service. */
    @SerialName("method")
    METHOD("method"),

    /** Set by an operator, with a reason. */
    @SerialName("override")
    OVERRIDE("override"),

    /** Drop shipment: delivered from a supplier directly to the customer, without passing through stock. */
    @SerialName("direct")
    DIRECT("direct"),
    ;

    /** As it is on the wire. */
    override fun toString(): String = wire
}

/**
 * A record as stored: its id, version and fields.
 *
 * The version of a master or state row counts its changes, from 1; a change based on an older version is refused. Document and ledger rows never
 * change and always have version 1. In JSON, id and version are siblings of the fields.
 */
@Serializable
public data class CostVarianceRecord @JvmOverloads constructor(
    /** The id. */
    public val id: UUID,
    /** Its version: how often it has been written. */
    public val version: Long,
    /** Cause of the variance. */
    public val kind: VarianceKind,
    /** The product. */
    @SerialName("product_id") public val productId: UUID,
    /** Document date. */
    public val day: LocalDate,
    /** Line of the document, from 1. */
    public val line: Long,
    /** Currency of the amount. */
    public val currency: String,
    /** The stock document, if caused by one. */
    @SerialName("stock_document_id") public val stockDocumentId: UUID? = null,
    /** The delivery or return, if caused by one. */
    @SerialName("sales_document_id") public val salesDocumentId: UUID? = null,
    /** The customer of that delivery or return. */
    @SerialName("customer_id") public val customerId: UUID? = null,
    /** The difference. */
    public val amount: Money? = null,
)

public typealias CostVarianceRecordPage = Page<CostVarianceRecord>

/** A difference of one product. */
@Serializable
public data class CountLine @JvmOverloads constructor(
    /** The product. */
    @SerialName("product_id") public val productId: UUID,
    /** Surplus if positive, shortage if negative. */
    public val difference: BigDecimal,
    /** Cost per unit of a surplus; none: the current cost of the product. */
    @SerialName("unit_cost") public val unitCost: UnitPrice? = null,
    /** Lot or serial number, if the product is tracked. */
    public val lot: String? = null,
) {
    /** The same with another `productId`. */
    public fun withProductId(productId: UUID): CountLine = copy(productId = productId)

    /** The same with another `difference`. */
    public fun withDifference(difference: BigDecimal): CountLine = copy(difference = difference)

    /** The same with another `unitCost`. */
    public fun withUnitCost(unitCost: UnitPrice?): CountLine = copy(unitCost = unitCost)

    /** The same with another `lot`. */
    public fun withLot(lot: String?): CountLine = copy(lot = lot)
}

/** A credited line. */
@Serializable
public sealed interface CreditLine {
    /** Part of the revenue of a delivered line, taxed as that line. */
    @SerialName("linked")
    @Serializable
    public data class Linked @JvmOverloads constructor(
        /** The delivered line. */
        @SerialName("line_id") public val lineId: UUID,
        /** Amount, positive; excluding tax unless `includes_tax` is set. */
        public val net: Money,
        /** Whether the amount includes tax. */
        @SerialName("includes_tax") public val includesTax: Boolean = false,
    ) : CreditLine {
        /** The same with another `lineId`. */
        public fun withLineId(lineId: UUID): Linked = copy(lineId = lineId)
    
        /** The same with another `net`. */
        public fun withNet(net: Money): Linked = copy(net = net)
    
        /** The same with another `includesTax`. */
        public fun withIncludesTax(includesTax: Boolean): Linked = copy(includesTax = includesTax)
    }

    /** A credit without a delivered line, taxed as of the document date: quantity and price as on a delivery, positive. */
    @SerialName("free")
    @Serializable
    public data class Free @JvmOverloads constructor(
        /** The product or service. */
        @SerialName("product_id") public val productId: UUID,
        /** Quantity: positive for goods; a service may have a negative quantity or price, as a deduction. */
        public val quantity: BigDecimal,
        /** Unit of quantity and price; none: the product's base unit. */
        public val unit: String? = null,
        /** Price; zero if free of charge; none: from agreements and price lists. */
        @SerialName("unit_price") public val unitPrice: UnitPrice? = null,
        /** Number of units that a given price is for: one, unless the price is per hundred, for example (BT-149). */
        @SerialName("price_quantity") public val priceQuantity: BigDecimal = BigDecimal("1"),
        /** Whether price, discount, charge and given amounts include tax; none: as the price list, or the company's prices. */
        @SerialName("includes_tax") public val includesTax: Boolean? = null,
        /** Discount in percent of quantity x price, instead of that of the list; the resulting amount is rounded. */
        @SerialName("discount_percent") public val discountPercent: BigDecimal? = null,
        /** Further discount, as an amount (BT-136). */
        public val discount: Money? = null,
        /** Charge on the line, such as packing (BT-141). */
        public val charge: Money? = null,
        /** Net as printed on a document from another system, for imported lines; accepted as it is. */
        @SerialName("given_net") public val givenNet: Money? = null,
        /** Text printed on the document; none: the product's name. */
        public val text: String? = null,
        /**
         * Tax code; none: the customer's if it is exempt; otherwise the first of the product's, the customer's and the company's, as replaced by the
         * customer's tax profile.
         */
        @SerialName("tax_code") public val taxCode: String? = null,
        /** Lot or serial number, if the product is tracked and goods move. */
        public val lot: String? = null,
        /** Lots or serial numbers of the components, if the product is a kit and goods move. */
        @SerialName("component_lots") public val componentLots: List<ComponentLot> = emptyList(),
        /** Cost, if goods move. */
        public val cost: LineCost = LineCost.ByMethod,
    ) : CreditLine {
        /** The same with another `productId`. */
        public fun withProductId(productId: UUID): Free = copy(productId = productId)
    
        /** The same with another `quantity`. */
        public fun withQuantity(quantity: BigDecimal): Free = copy(quantity = quantity)
    
        /** The same with another `unit`. */
        public fun withUnit(unit: String?): Free = copy(unit = unit)
    
        /** The same with another `unitPrice`. */
        public fun withUnitPrice(unitPrice: UnitPrice?): Free = copy(unitPrice = unitPrice)
    
        /** The same with another `priceQuantity`. */
        public fun withPriceQuantity(priceQuantity: BigDecimal): Free = copy(priceQuantity = priceQuantity)
    
        /** The same with another `includesTax`. */
        public fun withIncludesTax(includesTax: Boolean?): Free = copy(includesTax = includesTax)
    
        /** The same with another `discountPercent`. */
        public fun withDiscountPercent(discountPercent: BigDecimal?): Free = copy(discountPercent = discountPercent)
    
        /** The same with another `discount`. */
        public fun withDiscount(discount: Money?): Free = copy(discount = discount)
    
        /** The same with another `charge`. */
        public fun withCharge(charge: Money?): Free = copy(charge = charge)
    
        /** The same with another `givenNet`. */
        public fun withGivenNet(givenNet: Money?): Free = copy(givenNet = givenNet)
    
        /** The same with another `text`. */
        public fun withText(text: String?): Free = copy(text = text)
    
        /** The same with another `taxCode`. */
        public fun withTaxCode(taxCode: String?): Free = copy(taxCode = taxCode)
    
        /** The same with another `lot`. */
        public fun withLot(lot: String?): Free = copy(lot = lot)
    
        /** The same with another `componentLots`. */
        public fun withComponentLots(componentLots: List<ComponentLot>): Free = copy(componentLots = componentLots)
    
        /** The same with another `cost`. */
        public fun withCost(cost: LineCost): Free = copy(cost = cost)
    }
}

/** What happens when a customer would exceed its credit. */
@Serializable
public enum class CreditPolicy(
    /** As it is on the wire, in filters and in the database. */
    public val wire: String,
) {
    /** Nothing is checked. */
    @SerialName("off")
    OFF("off"),

    /** It is allowed, with a warning in the answer. */
    @SerialName("warn")
    WARN("warn"),

    /** It is refused, unless a caller with the right overrides it. */
    @SerialName("block")
    BLOCK("block"),
    ;

    /** As it is on the wire. */
    override fun toString(): String = wire
}

/** A customer's credit exposure on a day, including the accounts that it pays for. */
@Serializable
public data class CreditState @JvmOverloads constructor(
    /** Owed on the day: receivables less prepayments and other credits, dated up to it. */
    public val receivables: Money,
    /** The most by which later-dated items raise the amount owed on any later day; zero if they only lower it. */
    public val later: Money,
    /** Ordered and not yet delivered. */
    public val undelivered: Money,
    /** Number of the customer's own receivables overdue beyond the company's limit and not settled on the day. */
    public val overdue: Long,
    /** Credit limit; none: unlimited. */
    public val limit: Money? = null,
    /** Exposure of its payer; none: no other payer, or the payer has no limit. */
    public val payer: PayerCredit? = null,
)

/** Why a customer exceeds its credit. */
@Serializable
public data class CreditWarning @JvmOverloads constructor(
    /** Credit limit; none: unlimited. */
    public val limit: Money? = null,
    /** The resulting exposure; hidden, like the other figures, from callers who may not see receivables. */
    public val exposure: Money? = null,
    /** Number of receivables overdue beyond the company's limit. */
    public val overdue: Long? = null,
    /** Whether the limit and exposure are those of the customer's payer and all accounts it pays for. */
    @SerialName("is_of_payer") public val isOfPayer: Boolean = false,
)

/** A custom field of an entity, declared by the host. */
@Serializable
public data class CustomField @JvmOverloads constructor(
    /** The entity, such as `customer`; immutable. */
    public val entity: String,
    /** Name in filters and JSON: lower-case letters, digits and `_`. */
    public val name: String,
    /** Type; immutable. */
    @SerialName("value_type") public val valueType: CustomType,
    /** The dictionary category of a choice field; immutable. */
    public val category: String? = null,
    /** Whether new records need a value, which cannot be removed later. */
    @SerialName("is_required") public val isRequired: Boolean = false,
    /** Whether values must be unique; immutable. */
    @SerialName("is_unique") public val isUnique: Boolean = false,
    /** Display labels by language. */
    public val labels: Map<String, String> = emptyMap(),
    /** Sort position in forms and lists. */
    public val position: Long = 0,
    /** Whether values may still be written. */
    @SerialName("is_active") public val isActive: Boolean = true,
) {
    /** The same with another `entity`. */
    public fun withEntity(entity: String): CustomField = copy(entity = entity)

    /** The same with another `name`. */
    public fun withName(name: String): CustomField = copy(name = name)

    /** The same with another `valueType`. */
    public fun withValueType(valueType: CustomType): CustomField = copy(valueType = valueType)

    /** The same with another `category`. */
    public fun withCategory(category: String?): CustomField = copy(category = category)

    /** The same with another `isRequired`. */
    public fun withIsRequired(isRequired: Boolean): CustomField = copy(isRequired = isRequired)

    /** The same with another `isUnique`. */
    public fun withIsUnique(isUnique: Boolean): CustomField = copy(isUnique = isUnique)

    /** The same with another `labels`. */
    public fun withLabels(labels: Map<String, String>): CustomField = copy(labels = labels)

    /** The same with another `position`. */
    public fun withPosition(position: Long): CustomField = copy(position = position)

    /** The same with another `isActive`. */
    public fun withIsActive(isActive: Boolean): CustomField = copy(isActive = isActive)
}

/**
 * A record as stored: its id, version and fields.
 *
 * The version of a master or state row counts its changes, from 1; a change based on an older version is refused. Document and ledger rows never
 * change and always have version 1. In JSON, id and version are siblings of the fields.
 */
@Serializable
public data class CustomFieldRecord @JvmOverloads constructor(
    /** The id. */
    public val id: UUID,
    /** Its version: how often it has been written. */
    public val version: Long,
    /** The entity, such as `customer`; immutable. */
    public val entity: String,
    /** Name in filters and JSON: lower-case letters, digits and `_`. */
    public val name: String,
    /** Type; immutable. */
    @SerialName("value_type") public val valueType: CustomType,
    /** The dictionary category of a choice field; immutable. */
    public val category: String? = null,
    /** Whether new records need a value, which cannot be removed later. */
    @SerialName("is_required") public val isRequired: Boolean = false,
    /** Whether values must be unique; immutable. */
    @SerialName("is_unique") public val isUnique: Boolean = false,
    /** Display labels by language. */
    public val labels: Map<String, String> = emptyMap(),
    /** Sort position in forms and lists. */
    public val position: Long = 0,
    /** Whether values may still be written. */
    @SerialName("is_active") public val isActive: Boolean = true,
) {
    /** Its data, without id and version. */
    public fun toCustomField(): CustomField = CustomField(entity = entity, name = name, valueType = valueType, category = category, isRequired = isRequired, isUnique = isUnique, labels = labels, position = position, isActive = isActive)

    /** The same with another `id`. */
    public fun withId(id: UUID): CustomFieldRecord = copy(id = id)

    /** The same with another `version`. */
    public fun withVersion(version: Long): CustomFieldRecord = copy(version = version)

    /** The same with another `entity`. */
    public fun withEntity(entity: String): CustomFieldRecord = copy(entity = entity)

    /** The same with another `name`. */
    public fun withName(name: String): CustomFieldRecord = copy(name = name)

    /** The same with another `valueType`. */
    public fun withValueType(valueType: CustomType): CustomFieldRecord = copy(valueType = valueType)

    /** The same with another `category`. */
    public fun withCategory(category: String?): CustomFieldRecord = copy(category = category)

    /** The same with another `isRequired`. */
    public fun withIsRequired(isRequired: Boolean): CustomFieldRecord = copy(isRequired = isRequired)

    /** The same with another `isUnique`. */
    public fun withIsUnique(isUnique: Boolean): CustomFieldRecord = copy(isUnique = isUnique)

    /** The same with another `labels`. */
    public fun withLabels(labels: Map<String, String>): CustomFieldRecord = copy(labels = labels)

    /** The same with another `position`. */
    public fun withPosition(position: Long): CustomFieldRecord = copy(position = position)

    /** The same with another `isActive`. */
    public fun withIsActive(isActive: Boolean): CustomFieldRecord = copy(isActive = isActive)
}

public typealias CustomFieldRecordPage = Page<CustomFieldRecord>

public typealias CustomFieldUpserted = UpsertedRecord<CustomFieldRecord>

/** The type of a custom field. */
@Serializable
public enum class CustomType(
    /** As it is on the wire, in filters and in the database. */
    public val wire: String,
) {
    /** A line of text. */
    @SerialName("text")
    TEXT("text"),

    /** A 64-bit integer. */
    @SerialName("integer")
    INTEGER("integer"),

    /** A number with up to 6 decimals. */
    @SerialName("decimal")
    DECIMAL("decimal"),

    /** A calendar day. */
    @SerialName("day")
    DAY("day"),

    /** True or false. */
    @SerialName("boolean")
    BOOLEAN("boolean"),

    /** A dictionary entry of the field's category. */
    @SerialName("choice")
    CHOICE("choice"),
    ;

    /** As it is on the wire. */
    override fun toString(): String = wire
}

/** A customer. */
@Serializable
public data class Customer @JvmOverloads constructor(
    /** Name. */
    public val name: String,
    /** Customer number. */
    public val code: String = "",
    /** Whether it is an organisation or a person. */
    public val kind: CustomerKind = CustomerKind.ORGANISATION,
    /** Legal name, if different. */
    @SerialName("legal_name") public val legalName: String? = null,
    /** Main group; further groups are `CustomerGroupMember`s. */
    @SerialName("group_id") public val groupId: UUID? = null,
    /** The operator responsible for the customer. */
    @SerialName("owner_id") public val ownerId: UUID? = null,
    /** Industry. */
    @SerialName("industry_id") public val industryId: UUID? = null,
    /** Lead source. */
    @SerialName("source_id") public val sourceId: UUID? = null,
    /** Rating, such as A, B or C. */
    @SerialName("level_id") public val levelId: UUID? = null,
    /** Sales region. */
    @SerialName("region_id") public val regionId: UUID? = null,
    /** Province. */
    @SerialName("province_id") public val provinceId: UUID? = null,
    /** Country, in the host's notation; tax numbers are normalised if it is ISO 3166 alpha-2. */
    public val country: String? = null,
    /** Tax number, as entered. */
    @SerialName("tax_id") public val taxId: String? = null,
    /** Lookup key of the tax number, see `tax_id_key`; maintained by the library. */
    @SerialName("tax_id_key") public val taxIdKey: String? = null,
    /** Language of the customer's documents, such as `es`. */
    public val language: String? = null,
    /** Website. */
    public val website: String? = null,
    /** Notes. */
    public val notes: String? = null,
    /**
     * Tax code of sales to this customer; none: the company's. A code in an exempt category (E, AE, K, G, O) takes precedence over the
     * product's.
     */
    @SerialName("tax_code") public val taxCode: String? = null,
    /** Tax profile (fiscal position): which codes replace those of products for this customer, as set in the tax rates. */
    @SerialName("tax_profile") public val taxProfile: String? = null,
    /** The customer's own price list; none: that of the nearest group with one, then the company's. */
    @SerialName("price_list_id") public val priceListId: UUID? = null,
    /** Days from a delivery until its receivable is due. */
    @SerialName("payment_days") public val paymentDays: Long = 0,
    /** Payment terms in instalments or by months; none: `payment_days` from the document date. */
    @SerialName("payment_terms") public val paymentTerms: PaymentTerms? = null,
    /** The customer that pays, if another; the receivable stays with this customer. */
    @SerialName("payer_id") public val payerId: UUID? = null,
    /** Currency of the credit limit. */
    public val currency: String? = null,
    /** Credit limit, which undelivered orders count against; none: unlimited. */
    @SerialName("credit_limit") public val creditLimit: Money? = null,
    /** Whether new documents may be created for the customer. */
    @SerialName("is_active") public val isActive: Boolean = true,
) {
    /** The same with another `code`. */
    public fun withCode(code: String): Customer = copy(code = code)

    /** The same with another `name`. */
    public fun withName(name: String): Customer = copy(name = name)

    /** The same with another `kind`. */
    public fun withKind(kind: CustomerKind): Customer = copy(kind = kind)

    /** The same with another `legalName`. */
    public fun withLegalName(legalName: String?): Customer = copy(legalName = legalName)

    /** The same with another `groupId`. */
    public fun withGroupId(groupId: UUID?): Customer = copy(groupId = groupId)

    /** The same with another `ownerId`. */
    public fun withOwnerId(ownerId: UUID?): Customer = copy(ownerId = ownerId)

    /** The same with another `industryId`. */
    public fun withIndustryId(industryId: UUID?): Customer = copy(industryId = industryId)

    /** The same with another `sourceId`. */
    public fun withSourceId(sourceId: UUID?): Customer = copy(sourceId = sourceId)

    /** The same with another `levelId`. */
    public fun withLevelId(levelId: UUID?): Customer = copy(levelId = levelId)

    /** The same with another `regionId`. */
    public fun withRegionId(regionId: UUID?): Customer = copy(regionId = regionId)

    /** The same with another `provinceId`. */
    public fun withProvinceId(provinceId: UUID?): Customer = copy(provinceId = provinceId)

    /** The same with another `country`. */
    public fun withCountry(country: String?): Customer = copy(country = country)

    /** The same with another `taxId`. */
    public fun withTaxId(taxId: String?): Customer = copy(taxId = taxId)

    /** The same with another `taxIdKey`. */
    public fun withTaxIdKey(taxIdKey: String?): Customer = copy(taxIdKey = taxIdKey)

    /** The same with another `language`. */
    public fun withLanguage(language: String?): Customer = copy(language = language)

    /** The same with another `website`. */
    public fun withWebsite(website: String?): Customer = copy(website = website)

    /** The same with another `notes`. */
    public fun withNotes(notes: String?): Customer = copy(notes = notes)

    /** The same with another `taxCode`. */
    public fun withTaxCode(taxCode: String?): Customer = copy(taxCode = taxCode)

    /** The same with another `taxProfile`. */
    public fun withTaxProfile(taxProfile: String?): Customer = copy(taxProfile = taxProfile)

    /** The same with another `priceListId`. */
    public fun withPriceListId(priceListId: UUID?): Customer = copy(priceListId = priceListId)

    /** The same with another `paymentDays`. */
    public fun withPaymentDays(paymentDays: Long): Customer = copy(paymentDays = paymentDays)

    /** The same with another `paymentTerms`. */
    public fun withPaymentTerms(paymentTerms: PaymentTerms?): Customer = copy(paymentTerms = paymentTerms)

    /** The same with another `payerId`. */
    public fun withPayerId(payerId: UUID?): Customer = copy(payerId = payerId)

    /** The same with another `currency`. */
    public fun withCurrency(currency: String?): Customer = copy(currency = currency)

    /** The same with another `creditLimit`. */
    public fun withCreditLimit(creditLimit: Money?): Customer = copy(creditLimit = creditLimit)

    /** The same with another `isActive`. */
    public fun withIsActive(isActive: Boolean): Customer = copy(isActive = isActive)
}

/** An address of a customer. */
@Serializable
public data class CustomerAddress @JvmOverloads constructor(
    /** The customer; immutable. */
    @SerialName("customer_id") public val customerId: UUID,
    /** Kind of address. */
    public val kind: AddressKind,
    /** Name of the site or of the recipient. */
    public val name: String? = null,
    /** The operator responsible for the address. Grants no access to the customer, which follows from its owner and groups. */
    @SerialName("owner_id") public val ownerId: UUID? = null,
    /** Street and number. */
    public val street: String? = null,
    /** City. */
    public val city: String? = null,
    /** Postal code. */
    @SerialName("postal_code") public val postalCode: String? = null,
    /** Province. */
    @SerialName("province_id") public val provinceId: UUID? = null,
    /** Sales region. */
    @SerialName("region_id") public val regionId: UUID? = null,
    /** Country, in the host's notation. */
    public val country: String? = null,
    /** Whether it is the primary one of its kind. */
    @SerialName("is_primary") public val isPrimary: Boolean = false,
) {
    /** The same with another `customerId`. */
    public fun withCustomerId(customerId: UUID): CustomerAddress = copy(customerId = customerId)

    /** The same with another `kind`. */
    public fun withKind(kind: AddressKind): CustomerAddress = copy(kind = kind)

    /** The same with another `name`. */
    public fun withName(name: String?): CustomerAddress = copy(name = name)

    /** The same with another `ownerId`. */
    public fun withOwnerId(ownerId: UUID?): CustomerAddress = copy(ownerId = ownerId)

    /** The same with another `street`. */
    public fun withStreet(street: String?): CustomerAddress = copy(street = street)

    /** The same with another `city`. */
    public fun withCity(city: String?): CustomerAddress = copy(city = city)

    /** The same with another `postalCode`. */
    public fun withPostalCode(postalCode: String?): CustomerAddress = copy(postalCode = postalCode)

    /** The same with another `provinceId`. */
    public fun withProvinceId(provinceId: UUID?): CustomerAddress = copy(provinceId = provinceId)

    /** The same with another `regionId`. */
    public fun withRegionId(regionId: UUID?): CustomerAddress = copy(regionId = regionId)

    /** The same with another `country`. */
    public fun withCountry(country: String?): CustomerAddress = copy(country = country)

    /** The same with another `isPrimary`. */
    public fun withIsPrimary(isPrimary: Boolean): CustomerAddress = copy(isPrimary = isPrimary)
}

/**
 * A record as stored: its id, version and fields.
 *
 * The version of a master or state row counts its changes, from 1; a change based on an older version is refused. Document and ledger rows never
 * change and always have version 1. In JSON, id and version are siblings of the fields.
 */
@Serializable
public data class CustomerAddressRecord @JvmOverloads constructor(
    /** The id. */
    public val id: UUID,
    /** Its version: how often it has been written. */
    public val version: Long,
    /** The customer; immutable. */
    @SerialName("customer_id") public val customerId: UUID,
    /** Kind of address. */
    public val kind: AddressKind,
    /** Name of the site or of the recipient. */
    public val name: String? = null,
    /** The operator responsible for the address. Grants no access to the customer, which follows from its owner and groups. */
    @SerialName("owner_id") public val ownerId: UUID? = null,
    /** Street and number. */
    public val street: String? = null,
    /** City. */
    public val city: String? = null,
    /** Postal code. */
    @SerialName("postal_code") public val postalCode: String? = null,
    /** Province. */
    @SerialName("province_id") public val provinceId: UUID? = null,
    /** Sales region. */
    @SerialName("region_id") public val regionId: UUID? = null,
    /** Country, in the host's notation. */
    public val country: String? = null,
    /** Whether it is the primary one of its kind. */
    @SerialName("is_primary") public val isPrimary: Boolean = false,
) {
    /** Its data, without id and version. */
    public fun toCustomerAddress(): CustomerAddress = CustomerAddress(customerId = customerId, kind = kind, name = name, ownerId = ownerId, street = street, city = city, postalCode = postalCode, provinceId = provinceId, regionId = regionId, country = country, isPrimary = isPrimary)

    /** The same with another `id`. */
    public fun withId(id: UUID): CustomerAddressRecord = copy(id = id)

    /** The same with another `version`. */
    public fun withVersion(version: Long): CustomerAddressRecord = copy(version = version)

    /** The same with another `customerId`. */
    public fun withCustomerId(customerId: UUID): CustomerAddressRecord = copy(customerId = customerId)

    /** The same with another `kind`. */
    public fun withKind(kind: AddressKind): CustomerAddressRecord = copy(kind = kind)

    /** The same with another `name`. */
    public fun withName(name: String?): CustomerAddressRecord = copy(name = name)

    /** The same with another `ownerId`. */
    public fun withOwnerId(ownerId: UUID?): CustomerAddressRecord = copy(ownerId = ownerId)

    /** The same with another `street`. */
    public fun withStreet(street: String?): CustomerAddressRecord = copy(street = street)

    /** The same with another `city`. */
    public fun withCity(city: String?): CustomerAddressRecord = copy(city = city)

    /** The same with another `postalCode`. */
    public fun withPostalCode(postalCode: String?): CustomerAddressRecord = copy(postalCode = postalCode)

    /** The same with another `provinceId`. */
    public fun withProvinceId(provinceId: UUID?): CustomerAddressRecord = copy(provinceId = provinceId)

    /** The same with another `regionId`. */
    public fun withRegionId(regionId: UUID?): CustomerAddressRecord = copy(regionId = regionId)

    /** The same with another `country`. */
    public fun withCountry(country: String?): CustomerAddressRecord = copy(country = country)

    /** The same with another `isPrimary`. */
    public fun withIsPrimary(isPrimary: Boolean): CustomerAddressRecord = copy(isPrimary = isPrimary)
}

public typealias CustomerAddressRecordPage = Page<CustomerAddressRecord>

public typealias CustomerAddressUpserted = UpsertedRecord<CustomerAddressRecord>

/** A customer with everything that belongs to it, except documents and open items, which have lists of their own. */
@Serializable
public data class CustomerCard(
    /** The customer. */
    public val customer: CustomerRecord,
    /** Its contacts. */
    public val contacts: List<ContactRecord>,
    /** Contact points of the customer and its contacts. */
    public val points: List<ContactPointRecord>,
    /** Its addresses. */
    public val addresses: List<CustomerAddressRecord>,
    /** Its memberships in groups other than the main group. */
    public val memberships: List<CustomerGroupMemberRecord>,
    /** The main group and the groups of the memberships. */
    public val groups: List<CustomerGroupRecord>,
    /** Custom field values of the customer, its contacts and its addresses, by record and by name. */
    public val custom: Map<String, Map<String, JsonElement>>,
)

/** Derived figures of a customer, as of the caller's current day. None: the caller may not see it, or there was no such day. */
@Serializable
public data class CustomerFigures @JvmOverloads constructor(
    /** The customer. */
    @SerialName("customer_id") public val customerId: UUID,
    /** The balance in the currency of the books: receivables less payments and other credits dated up to the day. */
    public val owed: Money? = null,
    /** Receivables past due in the currency of the books. Unallocated credits are not deducted; what is allocated counts, even with a later day. */
    public val overdue: Money? = null,
    /** Day of the last delivery up to the day that was not reversed. */
    @SerialName("last_delivery_day") public val lastDeliveryDay: LocalDate? = null,
    /** Net revenue of the last twelve months in the currency of the books, returns and credit notes deducted. */
    @SerialName("revenue_12_months") public val revenue12Months: Money? = null,
)

/**
 * A node in the trees of customer groups, nested up to the depth limit. Trees for regions, operators and so on stand side by side, each with its
 * own root.
 */
@Serializable
public data class CustomerGroup @JvmOverloads constructor(
    /** Code. */
    public val code: String,
    /** Name. */
    public val name: String,
    /** Parent group; none for a root. */
    @SerialName("parent_id") public val parentId: UUID? = null,
    /** Prefix of its new customers' codes; none: inherited from the parent group. */
    @SerialName("code_prefix") public val codePrefix: String? = null,
    /** Minimum digits of the number after the prefix. */
    @SerialName("code_digits") public val codeDigits: Long = 4,
    /** Price list of its customers; none: inherited from the parent group. */
    @SerialName("price_list_id") public val priceListId: UUID? = null,
) {
    /** The same with another `code`. */
    public fun withCode(code: String): CustomerGroup = copy(code = code)

    /** The same with another `name`. */
    public fun withName(name: String): CustomerGroup = copy(name = name)

    /** The same with another `parentId`. */
    public fun withParentId(parentId: UUID?): CustomerGroup = copy(parentId = parentId)

    /** The same with another `codePrefix`. */
    public fun withCodePrefix(codePrefix: String?): CustomerGroup = copy(codePrefix = codePrefix)

    /** The same with another `codeDigits`. */
    public fun withCodeDigits(codeDigits: Long): CustomerGroup = copy(codeDigits = codeDigits)

    /** The same with another `priceListId`. */
    public fun withPriceListId(priceListId: UUID?): CustomerGroup = copy(priceListId = priceListId)
}

/** A customer's membership in a group besides its main group. */
@Serializable
public data class CustomerGroupMember(
    /** The customer. */
    @SerialName("customer_id") public val customerId: UUID,
    /** The group. */
    @SerialName("group_id") public val groupId: UUID,
) {
    /** The same with another `customerId`. */
    public fun withCustomerId(customerId: UUID): CustomerGroupMember = copy(customerId = customerId)

    /** The same with another `groupId`. */
    public fun withGroupId(groupId: UUID): CustomerGroupMember = copy(groupId = groupId)
}

/**
 * A record as stored: its id, version and fields.
 *
 * The version of a master or state row counts its changes, from 1; a change based on an older version is refused. Document and ledger rows never
 * change and always have version 1. In JSON, id and version are siblings of the fields.
 */
@Serializable
public data class CustomerGroupMemberRecord(
    /** The id. */
    public val id: UUID,
    /** Its version: how often it has been written. */
    public val version: Long,
    /** The customer. */
    @SerialName("customer_id") public val customerId: UUID,
    /** The group. */
    @SerialName("group_id") public val groupId: UUID,
) {
    /** Its data, without id and version. */
    public fun toCustomerGroupMember(): CustomerGroupMember = CustomerGroupMember(customerId = customerId, groupId = groupId)

    /** The same with another `id`. */
    public fun withId(id: UUID): CustomerGroupMemberRecord = copy(id = id)

    /** The same with another `version`. */
    public fun withVersion(version: Long): CustomerGroupMemberRecord = copy(version = version)

    /** The same with another `customerId`. */
    public fun withCustomerId(customerId: UUID): CustomerGroupMemberRecord = copy(customerId = customerId)

    /** The same with another `groupId`. */
    public fun withGroupId(groupId: UUID): CustomerGroupMemberRecord = copy(groupId = groupId)
}

public typealias CustomerGroupMemberRecordPage = Page<CustomerGroupMemberRecord>

public typealias CustomerGroupMemberUpserted = UpsertedRecord<CustomerGroupMemberRecord>

/**
 * A record as stored: its id, version and fields.
 *
 * The version of a master or state row counts its changes, from 1; a change based on an older version is refused. Document and ledger rows never
 * change and always have version 1. In JSON, id and version are siblings of the fields.
 */
@Serializable
public data class CustomerGroupRecord @JvmOverloads constructor(
    /** The id. */
    public val id: UUID,
    /** Its version: how often it has been written. */
    public val version: Long,
    /** Code. */
    public val code: String,
    /** Name. */
    public val name: String,
    /** Parent group; none for a root. */
    @SerialName("parent_id") public val parentId: UUID? = null,
    /** Prefix of its new customers' codes; none: inherited from the parent group. */
    @SerialName("code_prefix") public val codePrefix: String? = null,
    /** Minimum digits of the number after the prefix. */
    @SerialName("code_digits") public val codeDigits: Long = 4,
    /** Price list of its customers; none: inherited from the parent group. */
    @SerialName("price_list_id") public val priceListId: UUID? = null,
) {
    /** Its data, without id and version. */
    public fun toCustomerGroup(): CustomerGroup = CustomerGroup(code = code, name = name, parentId = parentId, codePrefix = codePrefix, codeDigits = codeDigits, priceListId = priceListId)

    /** The same with another `id`. */
    public fun withId(id: UUID): CustomerGroupRecord = copy(id = id)

    /** The same with another `version`. */
    public fun withVersion(version: Long): CustomerGroupRecord = copy(version = version)

    /** The same with another `code`. */
    public fun withCode(code: String): CustomerGroupRecord = copy(code = code)

    /** The same with another `name`. */
    public fun withName(name: String): CustomerGroupRecord = copy(name = name)

    /** The same with another `parentId`. */
    public fun withParentId(parentId: UUID?): CustomerGroupRecord = copy(parentId = parentId)

    /** The same with another `codePrefix`. */
    public fun withCodePrefix(codePrefix: String?): CustomerGroupRecord = copy(codePrefix = codePrefix)

    /** The same with another `codeDigits`. */
    public fun withCodeDigits(codeDigits: Long): CustomerGroupRecord = copy(codeDigits = codeDigits)

    /** The same with another `priceListId`. */
    public fun withPriceListId(priceListId: UUID?): CustomerGroupRecord = copy(priceListId = priceListId)
}

public typealias CustomerGroupRecordPage = Page<CustomerGroupRecord>

public typealias CustomerGroupUpserted = UpsertedRecord<CustomerGroupRecord>

/** The legal kind of a customer. */
@Serializable
public enum class CustomerKind(
    /** As it is on the wire, in filters and in the database. */
    public val wire: String,
) {
    /** A company or other organisation. */
    @SerialName("organisation")
    ORGANISATION("organisation"),

    /** A person. */
    @SerialName("person")
    PERSON("person"),
    ;

    /** As it is on the wire. */
    override fun toString(): String = wire
}

/** A price or discount agreed with a customer for a product. */
@Serializable
public data class CustomerPrice @JvmOverloads constructor(
    /** The customer. */
    @SerialName("customer_id") public val customerId: UUID,
    /** The product. */
    @SerialName("product_id") public val productId: UUID,
    /** Currency of the price; for a discount without a price, the currency of the sale. */
    public val currency: String,
    /** Unit that the price is for; none: the base unit. */
    public val unit: String? = null,
    /** Minimum quantity of a line, in its unit. */
    @SerialName("min_quantity") public val minQuantity: BigDecimal = BigDecimal("0"),
    /** Price per unit; none: the price that otherwise applies. */
    @SerialName("unit_price") public val unitPrice: UnitPrice? = null,
    /** Discount on the price, in percent. */
    public val discount: BigDecimal? = null,
    /** First day of validity; none: unlimited. */
    @SerialName("valid_from") public val validFrom: LocalDate? = null,
    /** Last day of validity; none: unlimited. */
    @SerialName("valid_to") public val validTo: LocalDate? = null,
) {
    /** The same with another `customerId`. */
    public fun withCustomerId(customerId: UUID): CustomerPrice = copy(customerId = customerId)

    /** The same with another `productId`. */
    public fun withProductId(productId: UUID): CustomerPrice = copy(productId = productId)

    /** The same with another `unit`. */
    public fun withUnit(unit: String?): CustomerPrice = copy(unit = unit)

    /** The same with another `minQuantity`. */
    public fun withMinQuantity(minQuantity: BigDecimal): CustomerPrice = copy(minQuantity = minQuantity)

    /** The same with another `currency`. */
    public fun withCurrency(currency: String): CustomerPrice = copy(currency = currency)

    /** The same with another `unitPrice`. */
    public fun withUnitPrice(unitPrice: UnitPrice?): CustomerPrice = copy(unitPrice = unitPrice)

    /** The same with another `discount`. */
    public fun withDiscount(discount: BigDecimal?): CustomerPrice = copy(discount = discount)

    /** The same with another `validFrom`. */
    public fun withValidFrom(validFrom: LocalDate?): CustomerPrice = copy(validFrom = validFrom)

    /** The same with another `validTo`. */
    public fun withValidTo(validTo: LocalDate?): CustomerPrice = copy(validTo = validTo)
}

/**
 * A record as stored: its id, version and fields.
 *
 * The version of a master or state row counts its changes, from 1; a change based on an older version is refused. Document and ledger rows never
 * change and always have version 1. In JSON, id and version are siblings of the fields.
 */
@Serializable
public data class CustomerPriceRecord @JvmOverloads constructor(
    /** The id. */
    public val id: UUID,
    /** Its version: how often it has been written. */
    public val version: Long,
    /** The customer. */
    @SerialName("customer_id") public val customerId: UUID,
    /** The product. */
    @SerialName("product_id") public val productId: UUID,
    /** Currency of the price; for a discount without a price, the currency of the sale. */
    public val currency: String,
    /** Unit that the price is for; none: the base unit. */
    public val unit: String? = null,
    /** Minimum quantity of a line, in its unit. */
    @SerialName("min_quantity") public val minQuantity: BigDecimal = BigDecimal("0"),
    /** Price per unit; none: the price that otherwise applies. */
    @SerialName("unit_price") public val unitPrice: UnitPrice? = null,
    /** Discount on the price, in percent. */
    public val discount: BigDecimal? = null,
    /** First day of validity; none: unlimited. */
    @SerialName("valid_from") public val validFrom: LocalDate? = null,
    /** Last day of validity; none: unlimited. */
    @SerialName("valid_to") public val validTo: LocalDate? = null,
) {
    /** Its data, without id and version. */
    public fun toCustomerPrice(): CustomerPrice = CustomerPrice(customerId = customerId, productId = productId, unit = unit, minQuantity = minQuantity, currency = currency, unitPrice = unitPrice, discount = discount, validFrom = validFrom, validTo = validTo)

    /** The same with another `id`. */
    public fun withId(id: UUID): CustomerPriceRecord = copy(id = id)

    /** The same with another `version`. */
    public fun withVersion(version: Long): CustomerPriceRecord = copy(version = version)

    /** The same with another `customerId`. */
    public fun withCustomerId(customerId: UUID): CustomerPriceRecord = copy(customerId = customerId)

    /** The same with another `productId`. */
    public fun withProductId(productId: UUID): CustomerPriceRecord = copy(productId = productId)

    /** The same with another `unit`. */
    public fun withUnit(unit: String?): CustomerPriceRecord = copy(unit = unit)

    /** The same with another `minQuantity`. */
    public fun withMinQuantity(minQuantity: BigDecimal): CustomerPriceRecord = copy(minQuantity = minQuantity)

    /** The same with another `currency`. */
    public fun withCurrency(currency: String): CustomerPriceRecord = copy(currency = currency)

    /** The same with another `unitPrice`. */
    public fun withUnitPrice(unitPrice: UnitPrice?): CustomerPriceRecord = copy(unitPrice = unitPrice)

    /** The same with another `discount`. */
    public fun withDiscount(discount: BigDecimal?): CustomerPriceRecord = copy(discount = discount)

    /** The same with another `validFrom`. */
    public fun withValidFrom(validFrom: LocalDate?): CustomerPriceRecord = copy(validFrom = validFrom)

    /** The same with another `validTo`. */
    public fun withValidTo(validTo: LocalDate?): CustomerPriceRecord = copy(validTo = validTo)
}

public typealias CustomerPriceRecordPage = Page<CustomerPriceRecord>

public typealias CustomerPriceUpserted = UpsertedRecord<CustomerPriceRecord>

/**
 * A record as stored: its id, version and fields.
 *
 * The version of a master or state row counts its changes, from 1; a change based on an older version is refused. Document and ledger rows never
 * change and always have version 1. In JSON, id and version are siblings of the fields.
 */
@Serializable
public data class CustomerRecord @JvmOverloads constructor(
    /** The id. */
    public val id: UUID,
    /** Its version: how often it has been written. */
    public val version: Long,
    /** Name. */
    public val name: String,
    /** Customer number. */
    public val code: String = "",
    /** Whether it is an organisation or a person. */
    public val kind: CustomerKind = CustomerKind.ORGANISATION,
    /** Legal name, if different. */
    @SerialName("legal_name") public val legalName: String? = null,
    /** Main group; further groups are `CustomerGroupMember`s. */
    @SerialName("group_id") public val groupId: UUID? = null,
    /** The operator responsible for the customer. */
    @SerialName("owner_id") public val ownerId: UUID? = null,
    /** Industry. */
    @SerialName("industry_id") public val industryId: UUID? = null,
    /** Lead source. */
    @SerialName("source_id") public val sourceId: UUID? = null,
    /** Rating, such as A, B or C. */
    @SerialName("level_id") public val levelId: UUID? = null,
    /** Sales region. */
    @SerialName("region_id") public val regionId: UUID? = null,
    /** Province. */
    @SerialName("province_id") public val provinceId: UUID? = null,
    /** Country, in the host's notation; tax numbers are normalised if it is ISO 3166 alpha-2. */
    public val country: String? = null,
    /** Tax number, as entered. */
    @SerialName("tax_id") public val taxId: String? = null,
    /** Lookup key of the tax number, see `tax_id_key`; maintained by the library. */
    @SerialName("tax_id_key") public val taxIdKey: String? = null,
    /** Language of the customer's documents, such as `es`. */
    public val language: String? = null,
    /** Website. */
    public val website: String? = null,
    /** Notes. */
    public val notes: String? = null,
    /**
     * Tax code of sales to this customer; none: the company's. A code in an exempt category (E, AE, K, G, O) takes precedence over the
     * product's.
     */
    @SerialName("tax_code") public val taxCode: String? = null,
    /** Tax profile (fiscal position): which codes replace those of products for this customer, as set in the tax rates. */
    @SerialName("tax_profile") public val taxProfile: String? = null,
    /** The customer's own price list; none: that of the nearest group with one, then the company's. */
    @SerialName("price_list_id") public val priceListId: UUID? = null,
    /** Days from a delivery until its receivable is due. */
    @SerialName("payment_days") public val paymentDays: Long = 0,
    /** Payment terms in instalments or by months; none: `payment_days` from the document date. */
    @SerialName("payment_terms") public val paymentTerms: PaymentTerms? = null,
    /** The customer that pays, if another; the receivable stays with this customer. */
    @SerialName("payer_id") public val payerId: UUID? = null,
    /** Currency of the credit limit. */
    public val currency: String? = null,
    /** Credit limit, which undelivered orders count against; none: unlimited. */
    @SerialName("credit_limit") public val creditLimit: Money? = null,
    /** Whether new documents may be created for the customer. */
    @SerialName("is_active") public val isActive: Boolean = true,
) {
    /** Its data, without id and version. */
    public fun toCustomer(): Customer = Customer(code = code, name = name, kind = kind, legalName = legalName, groupId = groupId, ownerId = ownerId, industryId = industryId, sourceId = sourceId, levelId = levelId, regionId = regionId, provinceId = provinceId, country = country, taxId = taxId, taxIdKey = taxIdKey, language = language, website = website, notes = notes, taxCode = taxCode, taxProfile = taxProfile, priceListId = priceListId, paymentDays = paymentDays, paymentTerms = paymentTerms, payerId = payerId, currency = currency, creditLimit = creditLimit, isActive = isActive)

    /** The same with another `id`. */
    public fun withId(id: UUID): CustomerRecord = copy(id = id)

    /** The same with another `version`. */
    public fun withVersion(version: Long): CustomerRecord = copy(version = version)

    /** The same with another `code`. */
    public fun withCode(code: String): CustomerRecord = copy(code = code)

    /** The same with another `name`. */
    public fun withName(name: String): CustomerRecord = copy(name = name)

    /** The same with another `kind`. */
    public fun withKind(kind: CustomerKind): CustomerRecord = copy(kind = kind)

    /** The same with another `legalName`. */
    public fun withLegalName(legalName: String?): CustomerRecord = copy(legalName = legalName)

    /** The same with another `groupId`. */
    public fun withGroupId(groupId: UUID?): CustomerRecord = copy(groupId = groupId)

    /** The same with another `ownerId`. */
    public fun withOwnerId(ownerId: UUID?): CustomerRecord = copy(ownerId = ownerId)

    /** The same with another `industryId`. */
    public fun withIndustryId(industryId: UUID?): CustomerRecord = copy(industryId = industryId)

    /** The same with another `sourceId`. */
    public fun withSourceId(sourceId: UUID?): CustomerRecord = copy(sourceId = sourceId)

    /** The same with another `levelId`. */
    public fun withLevelId(levelId: UUID?): CustomerRecord = copy(levelId = levelId)

    /** The same with another `regionId`. */
    public fun withRegionId(regionId: UUID?): CustomerRecord = copy(regionId = regionId)

    /** The same with another `provinceId`. */
    public fun withProvinceId(provinceId: UUID?): CustomerRecord = copy(provinceId = provinceId)

    /** The same with another `country`. */
    public fun withCountry(country: String?): CustomerRecord = copy(country = country)

    /** The same with another `taxId`. */
    public fun withTaxId(taxId: String?): CustomerRecord = copy(taxId = taxId)

    /** The same with another `taxIdKey`. */
    public fun withTaxIdKey(taxIdKey: String?): CustomerRecord = copy(taxIdKey = taxIdKey)

    /** The same with another `language`. */
    public fun withLanguage(language: String?): CustomerRecord = copy(language = language)

    /** The same with another `website`. */
    public fun withWebsite(website: String?): CustomerRecord = copy(website = website)

    /** The same with another `notes`. */
    public fun withNotes(notes: String?): CustomerRecord = copy(notes = notes)

    /** The same with another `taxCode`. */
    public fun withTaxCode(taxCode: String?): CustomerRecord = copy(taxCode = taxCode)

    /** The same with another `taxProfile`. */
    public fun withTaxProfile(taxProfile: String?): CustomerRecord = copy(taxProfile = taxProfile)

    /** The same with another `priceListId`. */
    public fun withPriceListId(priceListId: UUID?): CustomerRecord = copy(priceListId = priceListId)

    /** The same with another `paymentDays`. */
    public fun withPaymentDays(paymentDays: Long): CustomerRecord = copy(paymentDays = paymentDays)

    /** The same with another `paymentTerms`. */
    public fun withPaymentTerms(paymentTerms: PaymentTerms?): CustomerRecord = copy(paymentTerms = paymentTerms)

    /** The same with another `payerId`. */
    public fun withPayerId(payerId: UUID?): CustomerRecord = copy(payerId = payerId)

    /** The same with another `currency`. */
    public fun withCurrency(currency: String?): CustomerRecord = copy(currency = currency)

    /** The same with another `creditLimit`. */
    public fun withCreditLimit(creditLimit: Money?): CustomerRecord = copy(creditLimit = creditLimit)

    /** The same with another `isActive`. */
    public fun withIsActive(isActive: Boolean): CustomerRecord = copy(isActive = isActive)
}

public typealias CustomerRecordPage = Page<CustomerRecord>

public typealias CustomerUpserted = UpsertedRecord<CustomerRecord>

/** How dates written as text with slashes, dashes or dots are read. ISO dates (`2010-12-01`) are always read. */
@Serializable
public enum class DateOrder(
    /** As it is on the wire, in filters and in the database. */
    public val wire: String,
) {
    /** Only ISO dates. */
    @SerialName("iso")
    ISO("iso"),

    /** Day first: `01/12/2010` is 1 December. */
    @SerialName("day_first")
    DAY_FIRST("day_first"),

    /** Month first: `12/01/2010` is 1 December. */
    @SerialName("month_first")
    MONTH_FIRST("month_first"),
    ;

    /** As it is on the wire. */
    override fun toString(): String = wire
}

/** Reverses an allocation in whole or in part. */
@Serializable
public data class Deallocation @JvmOverloads constructor(
    /** The allocation. */
    @SerialName("allocation_id") public val allocationId: UUID,
    /** Effective day; not before the allocation. */
    public val day: LocalDate,
    /** Amount, positive; none: the whole remaining allocation. */
    public val amount: Money? = null,
) {
    /** The same with another `allocationId`. */
    public fun withAllocationId(allocationId: UUID): Deallocation = copy(allocationId = allocationId)

    /** The same with another `amount`. */
    public fun withAmount(amount: Money?): Deallocation = copy(amount = amount)

    /** The same with another `day`. */
    public fun withDay(day: LocalDate): Deallocation = copy(day = day)
}

/** An entry of the data dictionary. The entries of a category form a tree. */
@Serializable
public data class DictionaryEntry @JvmOverloads constructor(
    /** Category: `industry`, `source`, `level`, `region`, `province`, `payment_method`, or one of the host's own; immutable. */
    public val category: String,
    /** Code, unique within the category. */
    public val code: String,
    /** Display labels by language: `{"es": "Madrid", "zh": "马德里"}`. */
    public val labels: Map<String, String>,
    /** Sort position; entries with the same position are sorted by code. */
    public val position: Long = 0,
    /** Whether new records may choose it. */
    @SerialName("is_active") public val isActive: Boolean = true,
    /** Parent entry, in the same category; none for a root. */
    @SerialName("parent_id") public val parentId: UUID? = null,
) {
    /** The same with another `category`. */
    public fun withCategory(category: String): DictionaryEntry = copy(category = category)

    /** The same with another `code`. */
    public fun withCode(code: String): DictionaryEntry = copy(code = code)

    /** The same with another `labels`. */
    public fun withLabels(labels: Map<String, String>): DictionaryEntry = copy(labels = labels)

    /** The same with another `position`. */
    public fun withPosition(position: Long): DictionaryEntry = copy(position = position)

    /** The same with another `isActive`. */
    public fun withIsActive(isActive: Boolean): DictionaryEntry = copy(isActive = isActive)

    /** The same with another `parentId`. */
    public fun withParentId(parentId: UUID?): DictionaryEntry = copy(parentId = parentId)
}

/**
 * A record as stored: its id, version and fields.
 *
 * The version of a master or state row counts its changes, from 1; a change based on an older version is refused. Document and ledger rows never
 * change and always have version 1. In JSON, id and version are siblings of the fields.
 */
@Serializable
public data class DictionaryEntryRecord @JvmOverloads constructor(
    /** The id. */
    public val id: UUID,
    /** Its version: how often it has been written. */
    public val version: Long,
    /** Category: `industry`, `source`, `level`, `region`, `province`, `payment_method`, or one of the host's own; immutable. */
    public val category: String,
    /** Code, unique within the category. */
    public val code: String,
    /** Display labels by language: `{"es": "Madrid", "zh": "马德里"}`. */
    public val labels: Map<String, String>,
    /** Sort position; entries with the same position are sorted by code. */
    public val position: Long = 0,
    /** Whether new records may choose it. */
    @SerialName("is_active") public val isActive: Boolean = true,
    /** Parent entry, in the same category; none for a root. */
    @SerialName("parent_id") public val parentId: UUID? = null,
) {
    /** Its data, without id and version. */
    public fun toDictionaryEntry(): DictionaryEntry = DictionaryEntry(category = category, code = code, labels = labels, position = position, isActive = isActive, parentId = parentId)

    /** The same with another `id`. */
    public fun withId(id: UUID): DictionaryEntryRecord = copy(id = id)

    /** The same with another `version`. */
    public fun withVersion(version: Long): DictionaryEntryRecord = copy(version = version)

    /** The same with another `category`. */
    public fun withCategory(category: String): DictionaryEntryRecord = copy(category = category)

    /** The same with another `code`. */
    public fun withCode(code: String): DictionaryEntryRecord = copy(code = code)

    /** The same with another `labels`. */
    public fun withLabels(labels: Map<String, String>): DictionaryEntryRecord = copy(labels = labels)

    /** The same with another `position`. */
    public fun withPosition(position: Long): DictionaryEntryRecord = copy(position = position)

    /** The same with another `isActive`. */
    public fun withIsActive(isActive: Boolean): DictionaryEntryRecord = copy(isActive = isActive)

    /** The same with another `parentId`. */
    public fun withParentId(parentId: UUID?): DictionaryEntryRecord = copy(parentId = parentId)
}

public typealias DictionaryEntryRecordPage = Page<DictionaryEntryRecord>

public typealias DictionaryEntryUpserted = UpsertedRecord<DictionaryEntryRecord>

/** A key in another system: which system, and the key there. The type is that of the record it is used for. */
@Serializable
public data class ExternalKey(
    /** The other system, such as `erp`. */
    public val system: String,
    /** The key there. */
    public val id: String,
) {
    /** The same with another `system`. */
    public fun withSystem(system: String): ExternalKey = copy(system = system)

    /** The same with another `id`. */
    public fun withId(id: String): ExternalKey = copy(id = id)
}

/**
 * A record as stored: its id, version and fields.
 *
 * The version of a master or state row counts its changes, from 1; a change based on an older version is refused. Document and ledger rows never
 * change and always have version 1. In JSON, id and version are siblings of the fields.
 */
@Serializable
public data class FeedEntryRecord @JvmOverloads constructor(
    /** Its version: how often it has been written. */
    public val version: Long,
    /** Position in the feed, from 1. */
    public val position: Long,
    /** Time of the change. */
    public val at: Instant,
    /** The entity. */
    public val entity: String,
    /** The record. */
    @SerialName("record_id") public val recordId: UUID,
    /** Kind of change. */
    public val action: Action,
    /** The audit entry with the fields before and after. */
    @SerialName("audit_id") public val auditId: UUID,
    /** The customer it belongs to. */
    @SerialName("customer_id") public val customerId: UUID? = null,
)

public typealias FeedEntryRecordPage = Page<FeedEntryRecord>

/** Releases the prepayments reserved for an order. */
@Serializable
public data class FreedPrepayments(
    /** The customer. */
    @SerialName("customer_id") public val customerId: UUID,
    /** The order. */
    @SerialName("order_id") public val orderId: UUID,
) {
    /** The same with another `customerId`. */
    public fun withCustomerId(customerId: UUID): FreedPrepayments = copy(customerId = customerId)

    /** The same with another `orderId`. */
    public fun withOrderId(orderId: UUID): FreedPrepayments = copy(orderId = orderId)
}

/** A part of a receivable with its own due date. */
@Serializable
public data class Instalment(
    /** Due date. */
    @SerialName("due_day") public val dueDay: LocalDate,
    /** Amount. */
    public val amount: Money,
) {
    /** The same with another `dueDay`. */
    public fun withDueDay(dueDay: LocalDate): Instalment = copy(dueDay = dueDay)

    /** The same with another `amount`. */
    public fun withAmount(amount: Money): Instalment = copy(amount = amount)
}

/** The company, as shown on a document. */
@Serializable
public data class Issuer @JvmOverloads constructor(
    /** Legal name. */
    public val name: String,
    /** City. */
    public val city: String? = null,
    /** Country, as ISO 3166 code. */
    public val country: String? = null,
    /** E-mail. */
    public val email: String? = null,
    /** IBAN. */
    public val iban: String? = null,
    /** Language of its documents. */
    public val language: String? = null,
    /** Location of the logo. */
    public val logo: String? = null,
    /** Telephone. */
    public val phone: String? = null,
    /** Postal code. */
    @SerialName("postal_code") public val postalCode: String? = null,
    /** Province. */
    public val province: String? = null,
    /** Street and number. */
    public val street: String? = null,
    /** Tax number. */
    @SerialName("tax_id") public val taxId: String? = null,
    /** Website. */
    public val website: String? = null,
)

/** A record that undoing an operation leaves as it is, at least in part. */
@Serializable
public data class KeptRecord(
    /** The entity. */
    public val entity: String,
    /** The record. */
    @SerialName("record_id") public val recordId: UUID,
    /** The fields that are kept: they changed since, or what they referred to was deleted. Empty: the record itself was deleted since. */
    public val fields: List<String>,
)

/** A component of a kit: a quantity of a product, in its base unit, per kit. */
@Serializable
public data class KitComponent(
    /** The kit. */
    @SerialName("kit_id") public val kitId: UUID,
    /** The component product. */
    @SerialName("component_id") public val componentId: UUID,
    /** Quantity per kit, positive. */
    public val quantity: BigDecimal,
) {
    /** The same with another `kitId`. */
    public fun withKitId(kitId: UUID): KitComponent = copy(kitId = kitId)

    /** The same with another `componentId`. */
    public fun withComponentId(componentId: UUID): KitComponent = copy(componentId = componentId)

    /** The same with another `quantity`. */
    public fun withQuantity(quantity: BigDecimal): KitComponent = copy(quantity = quantity)
}

/**
 * A record as stored: its id, version and fields.
 *
 * The version of a master or state row counts its changes, from 1; a change based on an older version is refused. Document and ledger rows never
 * change and always have version 1. In JSON, id and version are siblings of the fields.
 */
@Serializable
public data class KitComponentRecord(
    /** The id. */
    public val id: UUID,
    /** Its version: how often it has been written. */
    public val version: Long,
    /** The kit. */
    @SerialName("kit_id") public val kitId: UUID,
    /** The component product. */
    @SerialName("component_id") public val componentId: UUID,
    /** Quantity per kit, positive. */
    public val quantity: BigDecimal,
) {
    /** Its data, without id and version. */
    public fun toKitComponent(): KitComponent = KitComponent(kitId = kitId, componentId = componentId, quantity = quantity)

    /** The same with another `id`. */
    public fun withId(id: UUID): KitComponentRecord = copy(id = id)

    /** The same with another `version`. */
    public fun withVersion(version: Long): KitComponentRecord = copy(version = version)

    /** The same with another `kitId`. */
    public fun withKitId(kitId: UUID): KitComponentRecord = copy(kitId = kitId)

    /** The same with another `componentId`. */
    public fun withComponentId(componentId: UUID): KitComponentRecord = copy(componentId = componentId)

    /** The same with another `quantity`. */
    public fun withQuantity(quantity: BigDecimal): KitComponentRecord = copy(quantity = quantity)
}

public typealias KitComponentRecordPage = Page<KitComponentRecord>

public typealias KitComponentUpserted = UpsertedRecord<KitComponentRecord>

/** A component of a delivered kit, as stored with its line. */
@Serializable
public data class KitPart @JvmOverloads constructor(
    /** The component. */
    @SerialName("product_id") public val productId: UUID,
    /** Quantity delivered. */
    public val quantity: BigDecimal,
    /** Cost. */
    public val cost: Money,
    /** Lot or serial number, if tracked. */
    public val lot: String? = null,
)

/** The last delivery to a customer, as a template for the next. */
@Serializable
public data class LastDelivery(
    /** The delivery. */
    @SerialName("document_id") public val documentId: UUID,
    /** Its number. */
    public val number: String,
    /** Its day. */
    public val day: LocalDate,
    /** Its lines, at the prices of that delivery. */
    public val lines: List<LineItem>,
    /** Its allowances and charges. */
    @SerialName("allowance_charges") public val allowanceCharges: List<AllowanceCharge>,
    /** Products on it that are no longer sold. */
    public val inactive: List<UUID>,
)

/** The cost of a delivered line. */
@Serializable
public sealed interface LineCost {
    /** From the product's costing method. */
    @Serializable
    @SerialName("by_method")
    public data object ByMethod : LineCost

    /**
     * A cost set by the caller and stored with the line; requires the right `cost.override` and a reason. The difference to the value of the goods
     * is a variance.
     */
    @SerialName("override")
    @Serializable
    public data class Override(
        /** Cost per unit, not negative. */
        @SerialName("unit_cost") public val unitCost: UnitPrice,
        /** Reason. */
        public val reason: String,
    ) : LineCost {
        /** The same with another `unitCost`. */
        public fun withUnitCost(unitCost: UnitPrice): Override = copy(unitCost = unitCost)
    
        /** The same with another `reason`. */
        public fun withReason(reason: String): Override = copy(reason = reason)
    }

    /**
     * Drop shipment: the goods go directly from a supplier to the customer at this cost, without passing through stock; requires the right
     * `stock.post`, as a receipt does.
     */
    @SerialName("direct")
    @Serializable
    public data class Direct(
        /** Cost per unit, not negative. */
        @SerialName("unit_cost") public val unitCost: UnitPrice,
    ) : LineCost
}

/** A product or service to quote, order, deliver or credit. */
@Serializable
public data class LineItem @JvmOverloads constructor(
    /** The product or service. */
    @SerialName("product_id") public val productId: UUID,
    /** Quantity: positive for goods; a service may have a negative quantity or price, as a deduction. */
    public val quantity: BigDecimal,
    /** Unit of quantity and price; none: the product's base unit. */
    public val unit: String? = null,
    /** Price; zero if free of charge; none: from agreements and price lists. */
    @SerialName("unit_price") public val unitPrice: UnitPrice? = null,
    /** Number of units that a given price is for: one, unless the price is per hundred, for example (BT-149). */
    @SerialName("price_quantity") public val priceQuantity: BigDecimal = BigDecimal("1"),
    /** Whether price, discount, charge and given amounts include tax; none: as the price list, or the company's prices. */
    @SerialName("includes_tax") public val includesTax: Boolean? = null,
    /** Discount in percent of quantity x price, instead of that of the list; the resulting amount is rounded. */
    @SerialName("discount_percent") public val discountPercent: BigDecimal? = null,
    /** Further discount, as an amount (BT-136). */
    public val discount: Money? = null,
    /** Charge on the line, such as packing (BT-141). */
    public val charge: Money? = null,
    /** Net as printed on a document from another system, for imported lines; accepted as it is. */
    @SerialName("given_net") public val givenNet: Money? = null,
    /** Text printed on the document; none: the product's name. */
    public val text: String? = null,
    /**
     * Tax code; none: the customer's if it is exempt; otherwise the first of the product's, the customer's and the company's, as replaced by the
     * customer's tax profile.
     */
    @SerialName("tax_code") public val taxCode: String? = null,
    /** Lot or serial number, if the product is tracked and goods move. */
    public val lot: String? = null,
    /** Lots or serial numbers of the components, if the product is a kit and goods move. */
    @SerialName("component_lots") public val componentLots: List<ComponentLot> = emptyList(),
    /** Cost, if goods move. */
    public val cost: LineCost = LineCost.ByMethod,
) {
    /** The same with another `productId`. */
    public fun withProductId(productId: UUID): LineItem = copy(productId = productId)

    /** The same with another `quantity`. */
    public fun withQuantity(quantity: BigDecimal): LineItem = copy(quantity = quantity)

    /** The same with another `unit`. */
    public fun withUnit(unit: String?): LineItem = copy(unit = unit)

    /** The same with another `unitPrice`. */
    public fun withUnitPrice(unitPrice: UnitPrice?): LineItem = copy(unitPrice = unitPrice)

    /** The same with another `priceQuantity`. */
    public fun withPriceQuantity(priceQuantity: BigDecimal): LineItem = copy(priceQuantity = priceQuantity)

    /** The same with another `includesTax`. */
    public fun withIncludesTax(includesTax: Boolean?): LineItem = copy(includesTax = includesTax)

    /** The same with another `discountPercent`. */
    public fun withDiscountPercent(discountPercent: BigDecimal?): LineItem = copy(discountPercent = discountPercent)

    /** The same with another `discount`. */
    public fun withDiscount(discount: Money?): LineItem = copy(discount = discount)

    /** The same with another `charge`. */
    public fun withCharge(charge: Money?): LineItem = copy(charge = charge)

    /** The same with another `givenNet`. */
    public fun withGivenNet(givenNet: Money?): LineItem = copy(givenNet = givenNet)

    /** The same with another `text`. */
    public fun withText(text: String?): LineItem = copy(text = text)

    /** The same with another `taxCode`. */
    public fun withTaxCode(taxCode: String?): LineItem = copy(taxCode = taxCode)

    /** The same with another `lot`. */
    public fun withLot(lot: String?): LineItem = copy(lot = lot)

    /** The same with another `componentLots`. */
    public fun withComponentLots(componentLots: List<ComponentLot>): LineItem = copy(componentLots = componentLots)

    /** The same with another `cost`. */
    public fun withCost(cost: LineCost): LineItem = copy(cost = cost)
}

/** Part or all of a delivered line, at its price, tax and cost; the last unit takes what is left of them. */
@Serializable
public data class LinkedReturn @JvmOverloads constructor(
    /** The delivered line. */
    @SerialName("line_id") public val lineId: UUID,
    /** Quantity: positive, or negative if the line is; for a component, its own quantity. */
    public val quantity: BigDecimal,
    /** The component of a kit that is returned separately; none: the line as sold. */
    @SerialName("component_id") public val componentId: UUID? = null,
    /** Lot or serial number of the component, if it was delivered in several. */
    public val lot: String? = null,
    /** Net amount to credit, at most what is left of the line; none: its share, for a component in proportion to cost. */
    public val net: Money? = null,
    /** The amount to credit as a price per unit, including tax if the line's price does. */
    @SerialName("unit_price") public val unitPrice: UnitPrice? = null,
)

/**
 * A record as stored: its id, version and fields.
 *
 * The version of a master or state row counts its changes, from 1; a change based on an older version is refused. Document and ledger rows never
 * change and always have version 1. In JSON, id and version are siblings of the fields.
 */
@Serializable
public data class LotBalanceRecord(
    /** Its version: how often it has been written. */
    public val version: Long,
    /** The product. */
    @SerialName("product_id") public val productId: UUID,
    /** Lot or serial number. */
    public val lot: String,
    /** The warehouse. */
    @SerialName("warehouse_id") public val warehouseId: UUID,
    /** Quantity on hand. */
    public val quantity: BigDecimal,
)

public typealias LotBalanceRecordPage = Page<LotBalanceRecord>

/** A quantity to take from a lot. */
@Serializable
public data class LotProposal @JvmOverloads constructor(
    /** Lot or serial number. */
    public val lot: String,
    /** Quantity to take. */
    public val quantity: BigDecimal,
    /** Day from which the lot is expired. */
    @SerialName("expires_on") public val expiresOn: LocalDate? = null,
)

/** A delivery or return of goods of a lot. */
@Serializable
public data class LotReceiver(
    /** The customer. */
    @SerialName("customer_id") public val customerId: UUID,
    /** The delivery or return. */
    @SerialName("document_id") public val documentId: UUID,
    /** Document date. */
    public val day: LocalDate,
    /** Quantity: delivered if positive, returned if negative. */
    public val quantity: BigDecimal,
)

/** Warns that a lot was delivered that has expired or will expire soon. */
@Serializable
public data class LotWarning(
    /** The delivery line. */
    public val line: Long,
    /** The product, or the component of a kit. */
    @SerialName("product_id") public val productId: UUID,
    /** Lot or serial number. */
    public val lot: String,
    /** Day from which the lot is expired. */
    @SerialName("expires_on") public val expiresOn: LocalDate,
)

/** What a text matched. */
@Serializable
public sealed interface MatchedBy {
    /** The product's own code. */
    @Serializable
    @SerialName("own_code")
    public data object OwnCode : MatchedBy

    /** The product's mnemonic. */
    @Serializable
    @SerialName("mnemonic")
    public data object Mnemonic : MatchedBy

    /** One of its additional codes. */
    @SerialName("code")
    @Serializable
    public data class Code(
        public val value: Pair<UUID, CodeKind>,
    ) : MatchedBy
}

/** What a merge would change. */
@Serializable
public data class MergePreview(
    /** Number of records that would change, by entity. */
    public val records: Map<String, Long>,
)

/** The result of a merge. */
@Serializable
public data class Merged(
    /** The operation, with which the merge is undone. */
    @SerialName("operation_id") public val operationId: UUID,
    /** Number of changed records, by entity. */
    public val records: Map<String, Long>,
)

/**
 * An amount of money: at most 4 decimals, in one currency. An input or stored amount is within ±922 trillion; a total may have 24 digits before the
 * decimal point.
 */
@Serializable
public data class Money(
    /** The number. */
    public val amount: BigDecimal,
    /** The currency, such as `EUR`. */
    public val currency: String,
) {
    /** The same with another `amount`. */
    public fun withAmount(amount: BigDecimal): Money = copy(amount = amount)

    /** The same with another `currency`. */
    public fun withCurrency(currency: String): Money = copy(currency = currency)
}

/** The kind of a stock movement. */
@Serializable
public enum class MovementKind(
    /** As it is on the wire, in filters and in the database. */
    public val wire: String,
) {
    /** Opening balance. */
    @SerialName("opening")
    OPENING("opening"),

    /** Receipt. */
    @SerialName("receipt")
    RECEIPT("receipt"),

    /** Difference found in a count. */
    @SerialName("count")
    COUNT("count"),

    /** Delivery to a customer. */
    @SerialName("delivery")
    DELIVERY("delivery"),

    /** Return by a customer. */
    @SerialName("return")
    RETURN("return"),

    /** Transfer from one warehouse to another. */
    @SerialName("transfer")
    TRANSFER("transfer"),

    /** Return to a supplier. */
    @SerialName("supplier_return")
    SUPPLIER_RETURN("supplier_return"),

    /** Revaluation, by an amount or unit cost, or because a specified cost came into force. */
    @SerialName("revaluation")
    REVALUATION("revaluation"),

    /** Late cost, such as freight, of goods received before. */
    @SerialName("late_cost")
    LATE_COST("late_cost"),

    /** Price correction of a receipt. */
    @SerialName("price_correction")
    PRICE_CORRECTION("price_correction"),

    /** Quantity correction of a receipt. */
    @SerialName("quantity_correction")
    QUANTITY_CORRECTION("quantity_correction"),

    /** Reversal of an earlier document. */
    @SerialName("reversal")
    REVERSAL("reversal"),

    /** Change of the costing method, carrying over the value. */
    @SerialName("method_change")
    METHOD_CHANGE("method_change"),

    /** Recalculation in the order of days. */
    @SerialName("recost")
    RECOST("recost"),
    ;

    /** As it is on the wire. */
    override fun toString(): String = wire
}

/** Allocates a credit to one receivable. */
@Serializable
public data class NewAllocation(
    /** The customer with the credit. */
    @SerialName("customer_id") public val customerId: UUID,
    /** The credit, from a payment or a return. */
    @SerialName("credit_id") public val creditId: UUID,
    /** The receivable of the same customer. */
    @SerialName("receivable_id") public val receivableId: UUID,
    /** Amount, positive. */
    public val amount: Money,
    /** Effective day; not before either document. */
    public val day: LocalDate,
) {
    /** The same with another `customerId`. */
    public fun withCustomerId(customerId: UUID): NewAllocation = copy(customerId = customerId)

    /** The same with another `creditId`. */
    public fun withCreditId(creditId: UUID): NewAllocation = copy(creditId = creditId)

    /** The same with another `receivableId`. */
    public fun withReceivableId(receivableId: UUID): NewAllocation = copy(receivableId = receivableId)

    /** The same with another `amount`. */
    public fun withAmount(amount: Money): NewAllocation = copy(amount = amount)

    /** The same with another `day`. */
    public fun withDay(day: LocalDate): NewAllocation = copy(day = day)
}

/** Posts the differences found in a count. */
@Serializable
public data class NewCount @JvmOverloads constructor(
    /** The counted warehouse. */
    @SerialName("warehouse_id") public val warehouseId: UUID,
    /** Document date. */
    public val day: LocalDate,
    /** The differences. */
    public val lines: List<CountLine>,
    /** A note. */
    public val reference: String? = null,
) {
    /** The same with another `warehouseId`. */
    public fun withWarehouseId(warehouseId: UUID): NewCount = copy(warehouseId = warehouseId)

    /** The same with another `day`. */
    public fun withDay(day: LocalDate): NewCount = copy(day = day)

    /** The same with another `reference`. */
    public fun withReference(reference: String?): NewCount = copy(reference = reference)

    /** The same with another `lines`. */
    public fun withLines(lines: List<CountLine>): NewCount = copy(lines = lines)
}

/** Allocates a credit to several receivables. */
@Serializable
public data class NewCreditAllocation @JvmOverloads constructor(
    /** The customer with the credit. */
    @SerialName("customer_id") public val customerId: UUID,
    /** The credit, from a payment or a return. */
    @SerialName("credit_id") public val creditId: UUID,
    /** How to allocate it. */
    public val allocate: Allocate,
    /** Effective day; not before either document. */
    public val day: LocalDate,
    /** Other customers whose receivables it may be allocated to; the customer must be their payer. */
    public val debtors: List<UUID> = emptyList(),
) {
    /** The same with another `customerId`. */
    public fun withCustomerId(customerId: UUID): NewCreditAllocation = copy(customerId = customerId)

    /** The same with another `creditId`. */
    public fun withCreditId(creditId: UUID): NewCreditAllocation = copy(creditId = creditId)

    /** The same with another `allocate`. */
    public fun withAllocate(allocate: Allocate): NewCreditAllocation = copy(allocate = allocate)

    /** The same with another `debtors`. */
    public fun withDebtors(debtors: List<UUID>): NewCreditAllocation = copy(debtors = debtors)

    /** The same with another `day`. */
    public fun withDay(day: LocalDate): NewCreditAllocation = copy(day = day)
}

/** Posts a credit to a customer without a return of goods. */
@Serializable
public data class NewCreditNote @JvmOverloads constructor(
    /** The customer. */
    @SerialName("customer_id") public val customerId: UUID,
    /** Document date. */
    public val day: LocalDate,
    /** Reason, printed on the document. */
    public val reason: String,
    /** The credited lines. */
    public val lines: List<CreditLine>,
    /** The delivery that linked lines credit. */
    @SerialName("delivery_id") public val deliveryId: UUID? = null,
    /** The customer's reference, or a note. */
    public val reference: String? = null,
    /** What to allocate the credit to; none: what is open on the linked delivery, as far as the credit reaches. */
    public val allocate: Allocate? = null,
    /** Document-level allowances and charges, in the customer's favour if positive. */
    @SerialName("allowance_charges") public val allowanceCharges: List<AllowanceCharge> = emptyList(),
) {
    /** The same with another `customerId`. */
    public fun withCustomerId(customerId: UUID): NewCreditNote = copy(customerId = customerId)

    /** The same with another `day`. */
    public fun withDay(day: LocalDate): NewCreditNote = copy(day = day)

    /** The same with another `deliveryId`. */
    public fun withDeliveryId(deliveryId: UUID?): NewCreditNote = copy(deliveryId = deliveryId)

    /** The same with another `reference`. */
    public fun withReference(reference: String?): NewCreditNote = copy(reference = reference)

    /** The same with another `allocate`. */
    public fun withAllocate(allocate: Allocate?): NewCreditNote = copy(allocate = allocate)

    /** The same with another `reason`. */
    public fun withReason(reason: String): NewCreditNote = copy(reason = reason)

    /** The same with another `lines`. */
    public fun withLines(lines: List<CreditLine>): NewCreditNote = copy(lines = lines)

    /** The same with another `allowanceCharges`. */
    public fun withAllowanceCharges(allowanceCharges: List<AllowanceCharge>): NewCreditNote = copy(allowanceCharges = allowanceCharges)
}

/** Posts a delivery of goods and services to a customer. */
@Serializable
public data class NewDelivery @JvmOverloads constructor(
    /** The customer. */
    @SerialName("customer_id") public val customerId: UUID,
    /** The warehouse to deliver from. */
    @SerialName("warehouse_id") public val warehouseId: UUID,
    /** Document date, which is the tax point. */
    public val day: LocalDate,
    /** The delivered lines. */
    public val lines: List<LineItem>,
    /** Due day of the receivable; none: by the customer's payment terms. A later day than these requires the right `customers.terms`. */
    @SerialName("due_day") public val dueDay: LocalDate? = null,
    /** Instalments of the payable amount, in due order; empty: a single one on the due day, or by the customer's payment terms. */
    public val instalments: List<Instalment> = emptyList(),
    /** Deliver even if the customer exceeds its credit limit; requires the right `credit.override`. */
    @SerialName("credit_override") public val creditOverride: Boolean = false,
    /** The customer's reference, or a note. */
    public val reference: String? = null,
    /** Document-level allowances and charges. */
    @SerialName("allowance_charges") public val allowanceCharges: List<AllowanceCharge> = emptyList(),
    /** Rounding of the payable amount. */
    @SerialName("payable_rounding") public val payableRounding: PayableRounding = PayableRounding.None,
) {
    /** The same with another `customerId`. */
    public fun withCustomerId(customerId: UUID): NewDelivery = copy(customerId = customerId)

    /** The same with another `warehouseId`. */
    public fun withWarehouseId(warehouseId: UUID): NewDelivery = copy(warehouseId = warehouseId)

    /** The same with another `day`. */
    public fun withDay(day: LocalDate): NewDelivery = copy(day = day)

    /** The same with another `dueDay`. */
    public fun withDueDay(dueDay: LocalDate?): NewDelivery = copy(dueDay = dueDay)

    /** The same with another `instalments`. */
    public fun withInstalments(instalments: List<Instalment>): NewDelivery = copy(instalments = instalments)

    /** The same with another `creditOverride`. */
    public fun withCreditOverride(creditOverride: Boolean): NewDelivery = copy(creditOverride = creditOverride)

    /** The same with another `reference`. */
    public fun withReference(reference: String?): NewDelivery = copy(reference = reference)

    /** The same with another `lines`. */
    public fun withLines(lines: List<LineItem>): NewDelivery = copy(lines = lines)

    /** The same with another `allowanceCharges`. */
    public fun withAllowanceCharges(allowanceCharges: List<AllowanceCharge>): NewDelivery = copy(allowanceCharges = allowanceCharges)

    /** The same with another `payableRounding`. */
    public fun withPayableRounding(payableRounding: PayableRounding): NewDelivery = copy(payableRounding = payableRounding)
}

/** Creates an order without a quote. */
@Serializable
public data class NewOrder @JvmOverloads constructor(
    /** The customer. */
    @SerialName("customer_id") public val customerId: UUID,
    /** Document date. */
    public val day: LocalDate,
    /** The ordered lines. */
    public val lines: List<LineItem>,
    /** The customer's order number, or a note. */
    public val reference: String? = null,
    /** The warehouse to deliver from. */
    @SerialName("warehouse_id") public val warehouseId: UUID? = null,
    /** Day requested by the customer. */
    @SerialName("requested_day") public val requestedDay: LocalDate? = null,
    /** Document-level allowances and charges; each delivery takes its share. */
    @SerialName("allowance_charges") public val allowanceCharges: List<AllowanceCharge> = emptyList(),
    /** Create the order even if the customer exceeds its credit limit; requires the right `credit.override`. */
    @SerialName("credit_override") public val creditOverride: Boolean = false,
) {
    /** The same with another `customerId`. */
    public fun withCustomerId(customerId: UUID): NewOrder = copy(customerId = customerId)

    /** The same with another `day`. */
    public fun withDay(day: LocalDate): NewOrder = copy(day = day)

    /** The same with another `reference`. */
    public fun withReference(reference: String?): NewOrder = copy(reference = reference)

    /** The same with another `warehouseId`. */
    public fun withWarehouseId(warehouseId: UUID?): NewOrder = copy(warehouseId = warehouseId)

    /** The same with another `requestedDay`. */
    public fun withRequestedDay(requestedDay: LocalDate?): NewOrder = copy(requestedDay = requestedDay)

    /** The same with another `lines`. */
    public fun withLines(lines: List<LineItem>): NewOrder = copy(lines = lines)

    /** The same with another `allowanceCharges`. */
    public fun withAllowanceCharges(allowanceCharges: List<AllowanceCharge>): NewOrder = copy(allowanceCharges = allowanceCharges)

    /** The same with another `creditOverride`. */
    public fun withCreditOverride(creditOverride: Boolean): NewOrder = copy(creditOverride = creditOverride)
}

/** A payment to record. */
@Serializable
public data class NewPayment @JvmOverloads constructor(
    /** The customer that paid. */
    @SerialName("customer_id") public val customerId: UUID,
    /** Day of the payment. */
    public val day: LocalDate,
    /** Amount, positive. */
    public val amount: Money,
    /** How to allocate it. */
    public val allocate: Allocate = Allocate.Nothing,
    /** Other customers whose receivables it may be allocated to; the payer must be their payer. */
    public val debtors: List<UUID> = emptyList(),
    /** The sales order it is a prepayment for; it stays reserved for the order's deliveries. */
    @SerialName("order_id") public val orderId: UUID? = null,
    /** Payment method, in the host's notation. */
    public val method: String? = null,
    /** The customer's reference, or a note. */
    public val reference: String? = null,
) {
    /** The same with another `customerId`. */
    public fun withCustomerId(customerId: UUID): NewPayment = copy(customerId = customerId)

    /** The same with another `day`. */
    public fun withDay(day: LocalDate): NewPayment = copy(day = day)

    /** The same with another `amount`. */
    public fun withAmount(amount: Money): NewPayment = copy(amount = amount)

    /** The same with another `allocate`. */
    public fun withAllocate(allocate: Allocate): NewPayment = copy(allocate = allocate)

    /** The same with another `debtors`. */
    public fun withDebtors(debtors: List<UUID>): NewPayment = copy(debtors = debtors)

    /** The same with another `orderId`. */
    public fun withOrderId(orderId: UUID?): NewPayment = copy(orderId = orderId)

    /** The same with another `method`. */
    public fun withMethod(method: String?): NewPayment = copy(method = method)

    /** The same with another `reference`. */
    public fun withReference(reference: String?): NewPayment = copy(reference = reference)
}

/** Creates a quote. */
@Serializable
public data class NewQuote(
    /** The customer. */
    @SerialName("customer_id") public val customerId: UUID,
    /** The offer. */
    public val offer: Offer,
) {
    /** The same with another `customerId`. */
    public fun withCustomerId(customerId: UUID): NewQuote = copy(customerId = customerId)

    /** The same with another `offer`. */
    public fun withOffer(offer: Offer): NewQuote = copy(offer = offer)
}

/** Posts goods received from a supplier. */
@Serializable
public data class NewReceipt @JvmOverloads constructor(
    /** The warehouse that receives the goods. */
    @SerialName("warehouse_id") public val warehouseId: UUID,
    /** Document date. */
    public val day: LocalDate,
    /** The lines received. */
    public val lines: List<ReceiptLine>,
    /** The supplier's document number, or a note. */
    public val reference: String? = null,
    /** Landed costs of the whole receipt, such as freight and duty: split over the lines by value, in whole steps, and included in unit costs. */
    public val landed: Money? = null,
) {
    /** The same with another `warehouseId`. */
    public fun withWarehouseId(warehouseId: UUID): NewReceipt = copy(warehouseId = warehouseId)

    /** The same with another `day`. */
    public fun withDay(day: LocalDate): NewReceipt = copy(day = day)

    /** The same with another `reference`. */
    public fun withReference(reference: String?): NewReceipt = copy(reference = reference)

    /** The same with another `landed`. */
    public fun withLanded(landed: Money?): NewReceipt = copy(landed = landed)

    /** The same with another `lines`. */
    public fun withLines(lines: List<ReceiptLine>): NewReceipt = copy(lines = lines)
}

/** Recalculates the costs of a product in the order of days. */
@Serializable
public data class NewRecost @JvmOverloads constructor(
    /** The product. */
    @SerialName("product_id") public val productId: UUID,
    /** Sales lines from this day on are corrected; changes of earlier ones are a variance. */
    public val from: LocalDate,
    /** Document date, which is also that of the corrections. */
    public val day: LocalDate,
    /** A note. */
    public val reference: String? = null,
) {
    /** The same with another `productId`. */
    public fun withProductId(productId: UUID): NewRecost = copy(productId = productId)

    /** The same with another `from`. */
    public fun withFrom(from: LocalDate): NewRecost = copy(from = from)

    /** The same with another `day`. */
    public fun withDay(day: LocalDate): NewRecost = copy(day = day)

    /** The same with another `reference`. */
    public fun withReference(reference: String?): NewRecost = copy(reference = reference)
}

/** Refunds a credit. */
@Serializable
public data class NewRefund @JvmOverloads constructor(
    /** The customer with the credit. */
    @SerialName("customer_id") public val customerId: UUID,
    /** The credit. */
    @SerialName("credit_id") public val creditId: UUID,
    /** Amount, positive. */
    public val amount: Money,
    /** Day of the refund. */
    public val day: LocalDate,
    /** Payment method, in the host's notation. */
    public val method: String? = null,
    /** Reason. */
    public val reason: String? = null,
) {
    /** The same with another `customerId`. */
    public fun withCustomerId(customerId: UUID): NewRefund = copy(customerId = customerId)

    /** The same with another `creditId`. */
    public fun withCreditId(creditId: UUID): NewRefund = copy(creditId = creditId)

    /** The same with another `amount`. */
    public fun withAmount(amount: Money): NewRefund = copy(amount = amount)

    /** The same with another `day`. */
    public fun withDay(day: LocalDate): NewRefund = copy(day = day)

    /** The same with another `method`. */
    public fun withMethod(method: String?): NewRefund = copy(method = method)

    /** The same with another `reason`. */
    public fun withReason(reason: String?): NewRefund = copy(reason = reason)
}

/** Posts a return of goods and services by a customer. */
@Serializable
public data class NewReturn @JvmOverloads constructor(
    /** The customer. */
    @SerialName("customer_id") public val customerId: UUID,
    /** The warehouse that receives the goods. */
    @SerialName("warehouse_id") public val warehouseId: UUID,
    /** Document date. */
    public val day: LocalDate,
    /** The returned lines. */
    public val lines: List<ReturnLine>,
    /** The delivery of the linked lines. */
    @SerialName("delivery_id") public val deliveryId: UUID? = null,
    /** The customer's reference, or a note. */
    public val reference: String? = null,
    /** What to allocate the credit to; none: what is open on the linked delivery, as far as the credit reaches. */
    public val allocate: Allocate? = null,
    /** Whether the customer gets a credit; not if it gets a replacement: stock moves, but the debt is unchanged. */
    @SerialName("is_credited") public val isCredited: Boolean = true,
    /** Whether document-level charges of the delivery, such as freight, are credited: in proportion, or not at all; none: with the last of its goods. */
    @SerialName("gives_charges") public val givesCharges: Boolean? = null,
    /** Whether the goods are to be delivered again: the returned quantities are open again on their order. */
    public val redelivers: Boolean = false,
) {
    /** The same with another `customerId`. */
    public fun withCustomerId(customerId: UUID): NewReturn = copy(customerId = customerId)

    /** The same with another `warehouseId`. */
    public fun withWarehouseId(warehouseId: UUID): NewReturn = copy(warehouseId = warehouseId)

    /** The same with another `day`. */
    public fun withDay(day: LocalDate): NewReturn = copy(day = day)

    /** The same with another `deliveryId`. */
    public fun withDeliveryId(deliveryId: UUID?): NewReturn = copy(deliveryId = deliveryId)

    /** The same with another `reference`. */
    public fun withReference(reference: String?): NewReturn = copy(reference = reference)

    /** The same with another `allocate`. */
    public fun withAllocate(allocate: Allocate?): NewReturn = copy(allocate = allocate)

    /** The same with another `isCredited`. */
    public fun withIsCredited(isCredited: Boolean): NewReturn = copy(isCredited = isCredited)

    /** The same with another `givesCharges`. */
    public fun withGivesCharges(givesCharges: Boolean?): NewReturn = copy(givesCharges = givesCharges)

    /** The same with another `redelivers`. */
    public fun withRedelivers(redelivers: Boolean): NewReturn = copy(redelivers = redelivers)

    /** The same with another `lines`. */
    public fun withLines(lines: List<ReturnLine>): NewReturn = copy(lines = lines)
}

/** Posts a return of goods to a supplier. They leave at their current cost; the difference to the supplier's credit is a variance. */
@Serializable
public data class NewSupplierReturn @JvmOverloads constructor(
    /** The warehouse that the goods leave. */
    @SerialName("warehouse_id") public val warehouseId: UUID,
    /** Document date. */
    public val day: LocalDate,
    /** The lines sent back. */
    public val lines: List<SupplierReturnLine>,
    /** The receipt of the goods, if known. */
    @SerialName("receipt_id") public val receiptId: UUID? = null,
    /** The supplier's document number, or a note. */
    public val reference: String? = null,
) {
    /** The same with another `warehouseId`. */
    public fun withWarehouseId(warehouseId: UUID): NewSupplierReturn = copy(warehouseId = warehouseId)

    /** The same with another `day`. */
    public fun withDay(day: LocalDate): NewSupplierReturn = copy(day = day)

    /** The same with another `receiptId`. */
    public fun withReceiptId(receiptId: UUID?): NewSupplierReturn = copy(receiptId = receiptId)

    /** The same with another `reference`. */
    public fun withReference(reference: String?): NewSupplierReturn = copy(reference = reference)

    /** The same with another `lines`. */
    public fun withLines(lines: List<SupplierReturnLine>): NewSupplierReturn = copy(lines = lines)
}

/** Moves goods from one warehouse to another. Their value is kept for the whole company, so no value moves. */
@Serializable
public data class NewTransfer @JvmOverloads constructor(
    /** The warehouse that the goods leave. */
    @SerialName("from_warehouse_id") public val fromWarehouseId: UUID,
    /** The warehouse that receives the goods. */
    @SerialName("to_warehouse_id") public val toWarehouseId: UUID,
    /** Document date. */
    public val day: LocalDate,
    /** The lines moved. */
    public val lines: List<TransferLine>,
    /** A note. */
    public val reference: String? = null,
) {
    /** The same with another `fromWarehouseId`. */
    public fun withFromWarehouseId(fromWarehouseId: UUID): NewTransfer = copy(fromWarehouseId = fromWarehouseId)

    /** The same with another `toWarehouseId`. */
    public fun withToWarehouseId(toWarehouseId: UUID): NewTransfer = copy(toWarehouseId = toWarehouseId)

    /** The same with another `day`. */
    public fun withDay(day: LocalDate): NewTransfer = copy(day = day)

    /** The same with another `reference`. */
    public fun withReference(reference: String?): NewTransfer = copy(reference = reference)

    /** The same with another `lines`. */
    public fun withLines(lines: List<TransferLine>): NewTransfer = copy(lines = lines)
}

/** Writes off a receivable or credit, in whole or in part. */
@Serializable
public data class NewWriteOff @JvmOverloads constructor(
    /** The customer. */
    @SerialName("customer_id") public val customerId: UUID,
    /** The receivable or credit. */
    @SerialName("item_id") public val itemId: UUID,
    /** Amount, positive. */
    public val amount: Money,
    /** Day of the write-off. */
    public val day: LocalDate,
    /** Reason. */
    public val reason: String? = null,
) {
    /** The same with another `customerId`. */
    public fun withCustomerId(customerId: UUID): NewWriteOff = copy(customerId = customerId)

    /** The same with another `itemId`. */
    public fun withItemId(itemId: UUID): NewWriteOff = copy(itemId = itemId)

    /** The same with another `amount`. */
    public fun withAmount(amount: Money): NewWriteOff = copy(amount = amount)

    /** The same with another `day`. */
    public fun withDay(day: LocalDate): NewWriteOff = copy(day = day)

    /** The same with another `reason`. */
    public fun withReason(reason: String?): NewWriteOff = copy(reason = reason)
}

/**
 * How numbers written as text are read. White space and apostrophes group thousands in every notation. In an opening, `Guess` means as the whole
 * sheet writes them: one figure with a single reading decides for all, and if nothing decides an ambiguous figure is a problem.
 */
@Serializable
public enum class Notation(
    /** As it is on the wire, in filters and in the database. */
    public val wire: String,
) {
    /**
     * By the text itself. Of `.` and `,` in one number the last is the decimal mark (`1.234,56`, `1,234.56`); a mark that occurs several times
     * groups (`1,234,567`); a single `.` is the decimal mark (`1.234` is less than two, as programs write it); a single `,` is the decimal mark
     * (`12,5`) unless it could group: `1,234` is refused.
     */
    @SerialName("guess")
    GUESS("guess"),

    /** `.` is the decimal mark, `,` groups: `1,234` is more than a thousand. */
    @SerialName("point")
    POINT("point"),

    /** `,` is the decimal mark, `.` groups: `1.234` is more than a thousand. */
    @SerialName("comma")
    COMMA("comma"),
    ;

    /** As it is on the wire. */
    override fun toString(): String = wire
}

/** The contents of a quote's first or a later revision. */
@Serializable
public data class Offer @JvmOverloads constructor(
    /** Document date. */
    public val day: LocalDate,
    /** The offered lines. */
    public val lines: List<LineItem>,
    /** Last day of validity; none: unlimited. */
    @SerialName("valid_until") public val validUntil: LocalDate? = null,
    /** The customer's reference, or a note. */
    public val reference: String? = null,
    /** Document-level allowances and charges. */
    @SerialName("allowance_charges") public val allowanceCharges: List<AllowanceCharge> = emptyList(),
) {
    /** The same with another `day`. */
    public fun withDay(day: LocalDate): Offer = copy(day = day)

    /** The same with another `validUntil`. */
    public fun withValidUntil(validUntil: LocalDate?): Offer = copy(validUntil = validUntil)

    /** The same with another `reference`. */
    public fun withReference(reference: String?): Offer = copy(reference = reference)

    /** The same with another `lines`. */
    public fun withLines(lines: List<LineItem>): Offer = copy(lines = lines)

    /** The same with another `allowanceCharges`. */
    public fun withAllowanceCharges(allowanceCharges: List<AllowanceCharge>): Offer = copy(allowanceCharges = allowanceCharges)
}

/** A part of a quote line. */
@Serializable
public data class OfferedPart(
    /** The line of the revision. */
    @SerialName("line_id") public val lineId: UUID,
    /** Quantity: positive, or negative if the line is. */
    public val quantity: BigDecimal,
) {
    /** The same with another `lineId`. */
    public fun withLineId(lineId: UUID): OfferedPart = copy(lineId = lineId)

    /** The same with another `quantity`. */
    public fun withQuantity(quantity: BigDecimal): OfferedPart = copy(quantity = quantity)
}

/** The origin of an open item. */
@Serializable
public enum class OpenItemKind(
    /** As it is on the wire, in filters and in the database. */
    public val wire: String,
) {
    /** A delivery, which creates a receivable. */
    @SerialName("delivery")
    DELIVERY("delivery"),

    /** A return, which creates a credit. */
    @SerialName("return")
    RETURN("return"),

    /** A payment, which is a credit until allocated. */
    @SerialName("payment")
    PAYMENT("payment"),

    /** A refund, which uses up the credit it pays back. */
    @SerialName("refund")
    REFUND("refund"),

    /** A write-off: an item of opposite sign against the receivable or credit written off. */
    @SerialName("write_off")
    WRITE_OFF("write_off"),

    /** A cancellation: an item of opposite sign, allocated to what is cancelled. */
    @SerialName("cancellation")
    CANCELLATION("cancellation"),

    /** A rescheduling: a credit against the old instalments, and the new instalments. */
    @SerialName("reschedule")
    RESCHEDULE("reschedule"),

    /** A transfer of a credit between customers: an offsetting receivable with the one, and the credit with the other. */
    @SerialName("transfer")
    TRANSFER("transfer"),

    /** An opening receivable or credit note, as open in previous books. */
    @SerialName("opening")
    OPENING("opening"),

    /** An opening payment or prepayment, unused in previous books. */
    @SerialName("opening_credit")
    OPENING_CREDIT("opening_credit"),
    ;

    /** As it is on the wire. */
    override fun toString(): String = wire
}

/**
 * A record as stored: its id, version and fields.
 *
 * The version of a master or state row counts its changes, from 1; a change based on an older version is refused. Document and ledger rows never
 * change and always have version 1. In JSON, id and version are siblings of the fields.
 */
@Serializable
public data class OpenItemRecord @JvmOverloads constructor(
    /** The id. */
    public val id: UUID,
    /** Its version: how often it has been written. */
    public val version: Long,
    /** Origin. */
    public val kind: OpenItemKind,
    /** The customer. */
    @SerialName("customer_id") public val customerId: UUID,
    /** Instalment number in its document, from 1. */
    public val instalment: Long,
    /** Effective day. */
    public val day: LocalDate,
    /** Document date: `day`, except for rescheduled receivables and opening items. */
    @SerialName("document_day") public val documentDay: LocalDate,
    /** Due date. */
    @SerialName("due_day") public val dueDay: LocalDate,
    /** Time of posting. */
    @SerialName("posted_at") public val postedAt: Instant,
    /** Currency. */
    public val currency: String,
    /** Original amount: positive for a receivable, negative for a credit. */
    public val amount: Money,
    /** Amount not yet allocated, counting all allocations of any day; same sign. */
    public val open: Money,
    /** The salesperson responsible for the customer at the time. */
    @SerialName("salesperson_id") public val salespersonId: UUID? = null,
    /** The delivery or return. */
    @SerialName("sales_document_id") public val salesDocumentId: UUID? = null,
    /** The payment; on a transfer, the payment whose credit is transferred. */
    @SerialName("payment_id") public val paymentId: UUID? = null,
    /** The refund, write-off, cancellation or rescheduling. */
    @SerialName("adjustment_id") public val adjustmentId: UUID? = null,
    /** The item it offsets: the one cancelled, refunded, written off or transferred, or reversed along with a delivery. */
    @SerialName("source_item_id") public val sourceItemId: UUID? = null,
    /** The sales order: for a prepayment, as long as it is reserved for the order; for a delivery, for the payment status of the order. */
    @SerialName("order_id") public val orderId: UUID? = null,
    /** Document reference in the previous books, for opening items. */
    public val reference: String? = null,
    /** Order reference in the previous books, for a prepayment among the opening items. */
    @SerialName("order_reference") public val orderReference: String? = null,
    /** The day of the last allocation or reversal that touched it. */
    @SerialName("settled_day") public val settledDay: LocalDate? = null,
    /** Day of the last reversal: later allocations are not dated before it, so that no day is ever overallocated. */
    @SerialName("reopened_day") public val reopenedDay: LocalDate? = null,
)

public typealias OpenItemRecordPage = Page<OpenItemRecord>

/** Cancels an opening document or credit from previous books that was imported wrongly. */
@Serializable
public data class OpeningCancellation @JvmOverloads constructor(
    /** The customer. */
    @SerialName("customer_id") public val customerId: UUID,
    /** The receivable or credit; any instalment of the document. */
    @SerialName("item_id") public val itemId: UUID,
    /** Day of the cancellation; not before the opening. */
    public val day: LocalDate,
    /** Reason. */
    public val reason: String? = null,
) {
    /** The same with another `customerId`. */
    public fun withCustomerId(customerId: UUID): OpeningCancellation = copy(customerId = customerId)

    /** The same with another `itemId`. */
    public fun withItemId(itemId: UUID): OpeningCancellation = copy(itemId = itemId)

    /** The same with another `day`. */
    public fun withDay(day: LocalDate): OpeningCancellation = copy(day = day)

    /** The same with another `reason`. */
    public fun withReason(reason: String?): OpeningCancellation = copy(reason = reason)
}

/** Options of applying opening data. */
@Serializable
public data class OpeningOptions @JvmOverloads constructor(
    /** What happens if rows have errors. */
    public val mode: ApplyMode,
    /** Warehouse of stock rows that name none; needed only if there are such rows. */
    @SerialName("warehouse_id") public val warehouseId: UUID? = null,
    /** Opening day: stock is posted and open items count from it, and no row may be dated after it; needed only for these. */
    public val day: LocalDate? = null,
) {
    /** The same with another `warehouseId`. */
    public fun withWarehouseId(warehouseId: UUID?): OpeningOptions = copy(warehouseId = warehouseId)

    /** The same with another `day`. */
    public fun withDay(day: LocalDate?): OpeningOptions = copy(day = day)

    /** The same with another `mode`. */
    public fun withMode(mode: ApplyMode): OpeningOptions = copy(mode = mode)
}

/** The result of applying opening data, or what it would be. */
@Serializable
public data class OpeningReport @JvmOverloads constructor(
    /** Customers created. */
    @SerialName("customers_created") public val customersCreated: Long,
    /** Contacts created. */
    @SerialName("contacts_created") public val contactsCreated: Long,
    /** Contact points created. */
    @SerialName("contact_points_created") public val contactPointsCreated: Long,
    /** Addresses created. */
    @SerialName("addresses_created") public val addressesCreated: Long,
    /** Products created. */
    @SerialName("products_created") public val productsCreated: Long,
    /** Units created. */
    @SerialName("units_created") public val unitsCreated: Long,
    /** Product codes created. */
    @SerialName("codes_created") public val codesCreated: Long,
    /** Price lists created. */
    @SerialName("price_lists_created") public val priceListsCreated: Long,
    /** Prices created, on lists and for customers. */
    @SerialName("prices_created") public val pricesCreated: Long,
    /** Opening stock rows posted. */
    @SerialName("stock_posted") public val stockPosted: Long,
    /** Receivable rows posted as open items. */
    @SerialName("receivables_created") public val receivablesCreated: Long,
    /** Credits and prepayments posted as open items. */
    @SerialName("credits_created") public val creditsCreated: Long,
    /** Rows that were already stored. */
    public val unchanged: Long,
    /** Value of the posted stock; none for callers who may not see costs. */
    @SerialName("stock_value") public val stockValue: Money? = null,
    /** Sum of the new receivables, net of credit notes. */
    @SerialName("receivables_amount") public val receivablesAmount: Money? = null,
    /** Sum of the new credits and prepayments, positive. */
    @SerialName("credits_amount") public val creditsAmount: Money? = null,
    /** Problems found in reading and applying. */
    public val problems: List<Problem> = emptyList(),
    /** Control totals of the sheets. */
    public val totals: List<SheetTotals> = emptyList(),
    /** How each sheet of the workbook was interpreted. */
    public val sheets: List<SheetReading> = emptyList(),
)

/** What an operation did. */
@Serializable
public enum class OperationKind(
    /** As it is on the wire, in filters and in the database. */
    public val wire: String,
) {
    /** Dictionary entries were merged. */
    @SerialName("entry_merge")
    ENTRY_MERGE("entry_merge"),

    /** Customers were given another owner. */
    @SerialName("reassignment")
    REASSIGNMENT("reassignment"),
    ;

    /** As it is on the wire. */
    override fun toString(): String = wire
}

/**
 * A record as stored: its id, version and fields.
 *
 * The version of a master or state row counts its changes, from 1; a change based on an older version is refused. Document and ledger rows never
 * change and always have version 1. In JSON, id and version are siblings of the fields.
 */
@Serializable
public data class OperationRecord @JvmOverloads constructor(
    /** The id. */
    public val id: UUID,
    /** Its version: how often it has been written. */
    public val version: Long,
    /** What was done. */
    public val kind: OperationKind,
    /** Who did it. */
    @SerialName("operator_id") public val operatorId: UUID,
    /** When. */
    public val at: Instant,
    /** Number of records changed or deleted. */
    public val records: Long,
    /** Why, as given by the operator. */
    public val reason: String? = null,
    /** When it was undone; null if it was not. */
    @SerialName("undone_at") public val undoneAt: Instant? = null,
    /** Who undid it. */
    @SerialName("undone_by_id") public val undoneById: UUID? = null,
    /** Number of records that undoing it left as they were, at least in part, because they had changed since. */
    public val kept: Long? = null,
)

public typealias OperationRecordPage = Page<OperationRecord>

/** A person who works with the system; for hosts with users of their own, a projection of such a user. */
@Serializable
public data class Operator @JvmOverloads constructor(
    /** Login or staff number. */
    public val code: String,
    /** Name. */
    public val name: String,
    /** Codes of the roles; principals from the host may bring their own. */
    public val roles: List<String> = emptyList(),
    /** Whether the operator is active. */
    @SerialName("is_active") public val isActive: Boolean = true,
    /** The customer groups assigned to the operator. */
    public val groups: List<UUID> = emptyList(),
) {
    /** The same with another `code`. */
    public fun withCode(code: String): Operator = copy(code = code)

    /** The same with another `name`. */
    public fun withName(name: String): Operator = copy(name = name)

    /** The same with another `roles`. */
    public fun withRoles(roles: List<String>): Operator = copy(roles = roles)

    /** The same with another `isActive`. */
    public fun withIsActive(isActive: Boolean): Operator = copy(isActive = isActive)

    /** The same with another `groups`. */
    public fun withGroups(groups: List<UUID>): Operator = copy(groups = groups)
}

/**
 * A record as stored: its id, version and fields.
 *
 * The version of a master or state row counts its changes, from 1; a change based on an older version is refused. Document and ledger rows never
 * change and always have version 1. In JSON, id and version are siblings of the fields.
 */
@Serializable
public data class OperatorRecord @JvmOverloads constructor(
    /** The id. */
    public val id: UUID,
    /** Its version: how often it has been written. */
    public val version: Long,
    /** Login or staff number. */
    public val code: String,
    /** Name. */
    public val name: String,
    /** Codes of the roles; principals from the host may bring their own. */
    public val roles: List<String> = emptyList(),
    /** Whether the operator is active. */
    @SerialName("is_active") public val isActive: Boolean = true,
    /** The customer groups assigned to the operator. */
    public val groups: List<UUID> = emptyList(),
) {
    /** Its data, without id and version. */
    public fun toOperator(): Operator = Operator(code = code, name = name, roles = roles, isActive = isActive, groups = groups)

    /** The same with another `id`. */
    public fun withId(id: UUID): OperatorRecord = copy(id = id)

    /** The same with another `version`. */
    public fun withVersion(version: Long): OperatorRecord = copy(version = version)

    /** The same with another `code`. */
    public fun withCode(code: String): OperatorRecord = copy(code = code)

    /** The same with another `name`. */
    public fun withName(name: String): OperatorRecord = copy(name = name)

    /** The same with another `roles`. */
    public fun withRoles(roles: List<String>): OperatorRecord = copy(roles = roles)

    /** The same with another `isActive`. */
    public fun withIsActive(isActive: Boolean): OperatorRecord = copy(isActive = isActive)

    /** The same with another `groups`. */
    public fun withGroups(groups: List<UUID>): OperatorRecord = copy(groups = groups)
}

public typealias OperatorRecordPage = Page<OperatorRecord>

public typealias OperatorUpserted = UpsertedRecord<OperatorRecord>

/** The result of closing an order. */
@Serializable
public data class OrderClosed(
    /** New state: completed, or cancelled if nothing was delivered. */
    public val state: OrderState,
)

/** Delivers an order in whole or in part. */
@Serializable
public data class OrderDelivery @JvmOverloads constructor(
    /** The order. */
    @SerialName("order_id") public val orderId: UUID,
    /** The warehouse to deliver from. */
    @SerialName("warehouse_id") public val warehouseId: UUID,
    /** Document date, which is the tax point. */
    public val day: LocalDate,
    /** Due day of the receivable; none: by the customer's payment terms. A later day than these requires the right `customers.terms`. */
    @SerialName("due_day") public val dueDay: LocalDate? = null,
    /** The customer's reference, or a note; none: that of the order. */
    public val reference: String? = null,
    /** The lines to deliver; none: everything open. */
    public val lines: List<OrderedPart>? = null,
    /** Whether more than the open quantities may be delivered, even on a completed order. */
    @SerialName("allows_excess") public val allowsExcess: Boolean = false,
    /** Rounding of the payable amount. */
    @SerialName("payable_rounding") public val payableRounding: PayableRounding = PayableRounding.None,
    /** Instalments of the payable amount, in due order; empty: a single one on the due day, or by the customer's payment terms. */
    public val instalments: List<Instalment> = emptyList(),
    /** Deliver even if the customer exceeds its credit limit; requires the right `credit.override`. */
    @SerialName("credit_override") public val creditOverride: Boolean = false,
) {
    /** The same with another `orderId`. */
    public fun withOrderId(orderId: UUID): OrderDelivery = copy(orderId = orderId)

    /** The same with another `warehouseId`. */
    public fun withWarehouseId(warehouseId: UUID): OrderDelivery = copy(warehouseId = warehouseId)

    /** The same with another `day`. */
    public fun withDay(day: LocalDate): OrderDelivery = copy(day = day)

    /** The same with another `dueDay`. */
    public fun withDueDay(dueDay: LocalDate?): OrderDelivery = copy(dueDay = dueDay)

    /** The same with another `reference`. */
    public fun withReference(reference: String?): OrderDelivery = copy(reference = reference)

    /** The same with another `lines`. */
    public fun withLines(lines: List<OrderedPart>?): OrderDelivery = copy(lines = lines)

    /** The same with another `allowsExcess`. */
    public fun withAllowsExcess(allowsExcess: Boolean): OrderDelivery = copy(allowsExcess = allowsExcess)

    /** The same with another `payableRounding`. */
    public fun withPayableRounding(payableRounding: PayableRounding): OrderDelivery = copy(payableRounding = payableRounding)

    /** The same with another `instalments`. */
    public fun withInstalments(instalments: List<Instalment>): OrderDelivery = copy(instalments = instalments)

    /** The same with another `creditOverride`. */
    public fun withCreditOverride(creditOverride: Boolean): OrderDelivery = copy(creditOverride = creditOverride)
}

/** A created order. */
@Serializable
public data class OrderPosted @JvmOverloads constructor(
    /** The order. */
    @SerialName("order_id") public val orderId: UUID,
    /** Its number. */
    public val number: String,
    /** Net amount. */
    public val net: Money,
    /** Tax. */
    public val tax: Money,
    /** Gross: net and tax. */
    public val gross: Money,
    /** Net less the expected cost of the goods; none for callers who may not see costs. */
    @SerialName("expected_profit") public val expectedProfit: Money? = null,
    /** Set if the customer exceeds its credit limit and the order was created nevertheless. */
    @SerialName("credit_warning") public val creditWarning: CreditWarning? = null,
    /** Objections of the price policy that did not prevent the order; for an accepted quote, also what changed since. */
    @SerialName("price_warnings") public val priceWarnings: List<PriceWarning> = emptyList(),
)

/** The state of an order. */
@Serializable
public enum class OrderState(
    /** As it is on the wire, in filters and in the database. */
    public val wire: String,
) {
    /** Not yet delivered, or only in part. */
    @SerialName("open")
    OPEN("open"),

    /** Delivered, or closed short. */
    @SerialName("completed")
    COMPLETED("completed"),

    /** Cancelled before anything was delivered. */
    @SerialName("cancelled")
    CANCELLED("cancelled"),
    ;

    /** As it is on the wire. */
    override fun toString(): String = wire
}

/** An order with its lines and progress. */
@Serializable
public data class OrderStatus(
    /** The order. */
    public val order: SalesOrderRecord,
    /** Its lines, in order. */
    public val lines: List<SalesOrderLineRecord>,
    /** Whether anything was delivered. */
    @SerialName("is_started") public val isStarted: Boolean,
    /** Net amount still to be delivered. */
    @SerialName("open_net") public val openNet: Money,
)

/** A part of an order line. */
@Serializable
public data class OrderedPart @JvmOverloads constructor(
    /** The order line. */
    @SerialName("line_id") public val lineId: UUID,
    /** Quantity: positive, or negative if the line is. */
    public val quantity: BigDecimal,
    /** Lot or serial number, if the product is tracked. A line may be given several times, each with another lot. */
    public val lot: String? = null,
    /** Lots or serial numbers of the components, if the line is a kit. */
    @SerialName("component_lots") public val componentLots: List<ComponentLot> = emptyList(),
    /** Cost. */
    public val cost: LineCost = LineCost.ByMethod,
) {
    /** The same with another `lineId`. */
    public fun withLineId(lineId: UUID): OrderedPart = copy(lineId = lineId)

    /** The same with another `quantity`. */
    public fun withQuantity(quantity: BigDecimal): OrderedPart = copy(quantity = quantity)

    /** The same with another `lot`. */
    public fun withLot(lot: String?): OrderedPart = copy(lot = lot)

    /** The same with another `componentLots`. */
    public fun withComponentLots(componentLots: List<ComponentLot>): OrderedPart = copy(componentLots = componentLots)

    /** The same with another `cost`. */
    public fun withCost(cost: LineCost): OrderedPart = copy(cost = cost)
}

/** Customers of one owner. */
@Serializable
public data class OwnedCustomers @JvmOverloads constructor(
    /** Number of customers. */
    public val customers: Long,
    /** The owner; null for customers without one. */
    @SerialName("owner_id") public val ownerId: UUID? = null,
)

/**
 * A record as stored: its id, version and fields.
 *
 * The version of a master or state row counts its changes, from 1; a change based on an older version is refused. Document and ledger rows never
 * change and always have version 1. In JSON, id and version are siblings of the fields.
 */
@Serializable
public data class OwnershipRecord @JvmOverloads constructor(
    /** The id. */
    public val id: UUID,
    /** Its version: how often it has been written. */
    public val version: Long,
    /** The customer. */
    @SerialName("customer_id") public val customerId: UUID,
    /** Since when. */
    public val since: Instant,
    /** The owner; null if the customer had none from then on. */
    @SerialName("operator_id") public val operatorId: UUID? = null,
)

public typealias OwnershipRecordPage = Page<OwnershipRecord>

/** A previously delivered line. */
@Serializable
public data class PastPrice @JvmOverloads constructor(
    /** Day of the delivery. */
    public val day: LocalDate,
    /** The delivery. */
    @SerialName("document_id") public val documentId: UUID,
    /** Number of the delivery. */
    public val number: String,
    /** The line. */
    @SerialName("line_id") public val lineId: UUID,
    /** Quantity, in the product's base unit. */
    public val quantity: BigDecimal,
    /** Net amount. */
    public val net: Money,
    /** Net price per base unit, after every discount; rounded to 6 decimals if not exact. */
    @SerialName("net_price") public val netPrice: UnitPrice,
    /** The base unit. */
    public val unit: String? = null,
    /** Profit as a fraction of the net; none if costs are hidden from the caller or the net is not positive. */
    public val margin: BigDecimal? = null,
)

/** Rounding of the payable amount, for cash payment. */
@Serializable
public sealed interface PayableRounding {
    /** No rounding. */
    @Serializable
    @SerialName("none")
    public data object None : PayableRounding

    /** To a multiple of a step, such as 0.05. */
    @SerialName("to")
    @Serializable
    public data class To(
        public val value: BigDecimal,
    ) : PayableRounding

    /** By a given amount, as on a document from another system; less than one unit of the currency. */
    @SerialName("by")
    @Serializable
    public data class By(
        public val value: Money,
    ) : PayableRounding
}

/** A payer's credit exposure, including all accounts that it pays for. */
@Serializable
public data class PayerCredit(
    /** The payer. */
    @SerialName("customer_id") public val customerId: UUID,
    /** Credit limit for the payer and the customers it pays for, together. */
    public val limit: Money,
    /** Owed on the day, as in `CreditState`. */
    public val receivables: Money,
    /** The most by which later-dated items raise the amount owed. */
    public val later: Money,
    /** Ordered and not yet delivered. */
    public val undelivered: Money,
)

/** Cancels a bounced or void payment. */
@Serializable
public data class PaymentCancellation @JvmOverloads constructor(
    /** The payment. */
    @SerialName("payment_id") public val paymentId: UUID,
    /** Day of the cancellation; not before the payment. */
    public val day: LocalDate,
    /** Reason. */
    public val reason: String? = null,
) {
    /** The same with another `paymentId`. */
    public fun withPaymentId(paymentId: UUID): PaymentCancellation = copy(paymentId = paymentId)

    /** The same with another `day`. */
    public fun withDay(day: LocalDate): PaymentCancellation = copy(day = day)

    /** The same with another `reason`. */
    public fun withReason(reason: String?): PaymentCancellation = copy(reason = reason)
}

/** A recorded payment. */
@Serializable
public data class PaymentPosted(
    /** The payment. */
    @SerialName("payment_id") public val paymentId: UUID,
    /** Its number. */
    public val number: String,
    /** The resulting credit. */
    @SerialName("open_item_id") public val openItemId: UUID,
    /** Amount allocated at once. */
    public val allocated: Money,
    /** Amount that remains as credit. */
    public val unallocated: Money,
)

/**
 * A record as stored: its id, version and fields.
 *
 * The version of a master or state row counts its changes, from 1; a change based on an older version is refused. Document and ledger rows never
 * change and always have version 1. In JSON, id and version are siblings of the fields.
 */
@Serializable
public data class PaymentRecord @JvmOverloads constructor(
    /** The id. */
    public val id: UUID,
    /** Its version: how often it has been written. */
    public val version: Long,
    /** Number, such as `PM-2010-000001`. */
    public val number: String,
    /** Number series. */
    public val series: String,
    /** Sequence number in the series, from 1, without gaps. */
    public val sequence: Long,
    /** Day of the payment. */
    public val day: LocalDate,
    /** Time of posting. */
    @SerialName("posted_at") public val postedAt: Instant,
    /** The operator who posted it. */
    @SerialName("operator_id") public val operatorId: UUID,
    /** The customer that paid. */
    @SerialName("customer_id") public val customerId: UUID,
    /** Currency. */
    public val currency: String,
    /** Amount. */
    public val amount: Money,
    /** The sales order it is a prepayment for. */
    @SerialName("order_id") public val orderId: UUID? = null,
    /** Payment method, in the host's notation. */
    public val method: String? = null,
    /** The customer's reference, or a note. */
    public val reference: String? = null,
)

public typealias PaymentRecordPage = Page<PaymentRecord>

/** The payment status of a document or an order. */
@Serializable
public enum class PaymentStatus(
    /** As it is on the wire, in filters and in the database. */
    public val wire: String,
) {
    /** Nothing settled. */
    @SerialName("unpaid")
    UNPAID("unpaid"),

    /** Settled in part. */
    @SerialName("partly_paid")
    PARTLY_PAID("partly_paid"),

    /** Fully settled, whether by payments, credits or write-offs. */
    @SerialName("paid")
    PAID("paid"),

    /** Overpaid: an order with prepayments beyond its total. */
    @SerialName("over")
    OVER("over"),

    /** A credit itself. */
    @SerialName("credited")
    CREDITED("credited"),
    ;

    /** As it is on the wire. */
    override fun toString(): String = wire
}

/** Payment terms. */
@Serializable
public data class PaymentTerms(
    /** The parts, whose shares add up to the whole amount. */
    public val parts: List<TermPart>,
) {
    /** The same with another `parts`. */
    public fun withParts(parts: List<TermPart>): PaymentTerms = copy(parts = parts)
}

/** A position in the source, for people: sheet, row (from 1, as in the spreadsheet) and column heading. */
@Serializable
public data class Place @JvmOverloads constructor(
    /** The sheet's name. */
    public val sheet: String,
    /** Row number, from 1. */
    public val row: Long,
    /** Heading of the column, if the problem is in one cell. */
    public val column: String? = null,
)

/** What happens when a policy is violated. */
@Serializable
public enum class PolicyLevel(
    /** As it is on the wire, in filters and in the database. */
    public val wire: String,
) {
    /** Nothing. */
    @SerialName("off")
    OFF("off"),

    /** A warning is given. */
    @SerialName("warn")
    WARN("warn"),

    /** It is refused, unless the caller has the right to override. */
    @SerialName("block")
    BLOCK("block"),
    ;

    /** As it is on the wire. */
    override fun toString(): String = wire
}

/** A quote line whose price from lists and agreements has changed. */
@Serializable
public data class PriceChange @JvmOverloads constructor(
    /** The line of the revision. */
    @SerialName("line_id") public val lineId: UUID,
    /** Line number in the revision, from 1. */
    public val line: Long,
    /** Price as quoted. */
    public val quoted: PriceTerms,
    /** Current price; none if lists and agreements have none any more. */
    public val today: PriceTerms? = null,
)

/** A line to price. */
@Serializable
public data class PriceLine @JvmOverloads constructor(
    /** The product. */
    @SerialName("product_id") public val productId: UUID,
    /** Quantity, positive. */
    public val quantity: BigDecimal,
    /** Unit of the quantity; none: the base unit. */
    public val unit: String? = null,
) {
    /** The same with another `productId`. */
    public fun withProductId(productId: UUID): PriceLine = copy(productId = productId)

    /** The same with another `quantity`. */
    public fun withQuantity(quantity: BigDecimal): PriceLine = copy(quantity = quantity)

    /** The same with another `unit`. */
    public fun withUnit(unit: String?): PriceLine = copy(unit = unit)
}

/** A price list. */
@Serializable
public data class PriceList @JvmOverloads constructor(
    /** Code. */
    public val code: String,
    /** Name. */
    public val name: String,
    /** Currency of its prices. */
    public val currency: String,
    /** First day of validity; none: unlimited. */
    @SerialName("valid_from") public val validFrom: LocalDate? = null,
    /** Last day of validity; none: unlimited. */
    @SerialName("valid_to") public val validTo: LocalDate? = null,
    /** Whether its prices include tax. */
    @SerialName("prices_include_tax") public val pricesIncludeTax: Boolean = false,
    /** Quantity that its breaks are compared with. */
    public val breaks: BreakBasis = BreakBasis.LINE,
    /** Whether it is in use. */
    @SerialName("is_active") public val isActive: Boolean = true,
) {
    /** The same with another `code`. */
    public fun withCode(code: String): PriceList = copy(code = code)

    /** The same with another `name`. */
    public fun withName(name: String): PriceList = copy(name = name)

    /** The same with another `currency`. */
    public fun withCurrency(currency: String): PriceList = copy(currency = currency)

    /** The same with another `validFrom`. */
    public fun withValidFrom(validFrom: LocalDate?): PriceList = copy(validFrom = validFrom)

    /** The same with another `validTo`. */
    public fun withValidTo(validTo: LocalDate?): PriceList = copy(validTo = validTo)

    /** The same with another `pricesIncludeTax`. */
    public fun withPricesIncludeTax(pricesIncludeTax: Boolean): PriceList = copy(pricesIncludeTax = pricesIncludeTax)

    /** The same with another `breaks`. */
    public fun withBreaks(breaks: BreakBasis): PriceList = copy(breaks = breaks)

    /** The same with another `isActive`. */
    public fun withIsActive(isActive: Boolean): PriceList = copy(isActive = isActive)
}

/** A price on a list. */
@Serializable
public data class PriceListItem @JvmOverloads constructor(
    /** The list. */
    @SerialName("list_id") public val listId: UUID,
    /** The product. */
    @SerialName("product_id") public val productId: UUID,
    /** Currency of the list. */
    public val currency: String,
    /** Price per unit. */
    @SerialName("unit_price") public val unitPrice: UnitPrice,
    /** Unit that the price is for; none: the base unit. */
    public val unit: String? = null,
    /** Minimum quantity, in its unit. */
    @SerialName("min_quantity") public val minQuantity: BigDecimal = BigDecimal("0"),
    /** Discount on the price, in percent. */
    public val discount: BigDecimal? = null,
    /** First day of validity; none: unlimited. */
    @SerialName("valid_from") public val validFrom: LocalDate? = null,
    /** Last day of validity; none: unlimited. */
    @SerialName("valid_to") public val validTo: LocalDate? = null,
) {
    /** The same with another `listId`. */
    public fun withListId(listId: UUID): PriceListItem = copy(listId = listId)

    /** The same with another `productId`. */
    public fun withProductId(productId: UUID): PriceListItem = copy(productId = productId)

    /** The same with another `unit`. */
    public fun withUnit(unit: String?): PriceListItem = copy(unit = unit)

    /** The same with another `minQuantity`. */
    public fun withMinQuantity(minQuantity: BigDecimal): PriceListItem = copy(minQuantity = minQuantity)

    /** The same with another `currency`. */
    public fun withCurrency(currency: String): PriceListItem = copy(currency = currency)

    /** The same with another `unitPrice`. */
    public fun withUnitPrice(unitPrice: UnitPrice): PriceListItem = copy(unitPrice = unitPrice)

    /** The same with another `discount`. */
    public fun withDiscount(discount: BigDecimal?): PriceListItem = copy(discount = discount)

    /** The same with another `validFrom`. */
    public fun withValidFrom(validFrom: LocalDate?): PriceListItem = copy(validFrom = validFrom)

    /** The same with another `validTo`. */
    public fun withValidTo(validTo: LocalDate?): PriceListItem = copy(validTo = validTo)
}

/**
 * A record as stored: its id, version and fields.
 *
 * The version of a master or state row counts its changes, from 1; a change based on an older version is refused. Document and ledger rows never
 * change and always have version 1. In JSON, id and version are siblings of the fields.
 */
@Serializable
public data class PriceListItemRecord @JvmOverloads constructor(
    /** The id. */
    public val id: UUID,
    /** Its version: how often it has been written. */
    public val version: Long,
    /** The list. */
    @SerialName("list_id") public val listId: UUID,
    /** The product. */
    @SerialName("product_id") public val productId: UUID,
    /** Currency of the list. */
    public val currency: String,
    /** Price per unit. */
    @SerialName("unit_price") public val unitPrice: UnitPrice,
    /** Unit that the price is for; none: the base unit. */
    public val unit: String? = null,
    /** Minimum quantity, in its unit. */
    @SerialName("min_quantity") public val minQuantity: BigDecimal = BigDecimal("0"),
    /** Discount on the price, in percent. */
    public val discount: BigDecimal? = null,
    /** First day of validity; none: unlimited. */
    @SerialName("valid_from") public val validFrom: LocalDate? = null,
    /** Last day of validity; none: unlimited. */
    @SerialName("valid_to") public val validTo: LocalDate? = null,
) {
    /** Its data, without id and version. */
    public fun toPriceListItem(): PriceListItem = PriceListItem(listId = listId, productId = productId, unit = unit, minQuantity = minQuantity, currency = currency, unitPrice = unitPrice, discount = discount, validFrom = validFrom, validTo = validTo)

    /** The same with another `id`. */
    public fun withId(id: UUID): PriceListItemRecord = copy(id = id)

    /** The same with another `version`. */
    public fun withVersion(version: Long): PriceListItemRecord = copy(version = version)

    /** The same with another `listId`. */
    public fun withListId(listId: UUID): PriceListItemRecord = copy(listId = listId)

    /** The same with another `productId`. */
    public fun withProductId(productId: UUID): PriceListItemRecord = copy(productId = productId)

    /** The same with another `unit`. */
    public fun withUnit(unit: String?): PriceListItemRecord = copy(unit = unit)

    /** The same with another `minQuantity`. */
    public fun withMinQuantity(minQuantity: BigDecimal): PriceListItemRecord = copy(minQuantity = minQuantity)

    /** The same with another `currency`. */
    public fun withCurrency(currency: String): PriceListItemRecord = copy(currency = currency)

    /** The same with another `unitPrice`. */
    public fun withUnitPrice(unitPrice: UnitPrice): PriceListItemRecord = copy(unitPrice = unitPrice)

    /** The same with another `discount`. */
    public fun withDiscount(discount: BigDecimal?): PriceListItemRecord = copy(discount = discount)

    /** The same with another `validFrom`. */
    public fun withValidFrom(validFrom: LocalDate?): PriceListItemRecord = copy(validFrom = validFrom)

    /** The same with another `validTo`. */
    public fun withValidTo(validTo: LocalDate?): PriceListItemRecord = copy(validTo = validTo)
}

public typealias PriceListItemRecordPage = Page<PriceListItemRecord>

public typealias PriceListItemUpserted = UpsertedRecord<PriceListItemRecord>

/**
 * A record as stored: its id, version and fields.
 *
 * The version of a master or state row counts its changes, from 1; a change based on an older version is refused. Document and ledger rows never
 * change and always have version 1. In JSON, id and version are siblings of the fields.
 */
@Serializable
public data class PriceListRecord @JvmOverloads constructor(
    /** The id. */
    public val id: UUID,
    /** Its version: how often it has been written. */
    public val version: Long,
    /** Code. */
    public val code: String,
    /** Name. */
    public val name: String,
    /** Currency of its prices. */
    public val currency: String,
    /** First day of validity; none: unlimited. */
    @SerialName("valid_from") public val validFrom: LocalDate? = null,
    /** Last day of validity; none: unlimited. */
    @SerialName("valid_to") public val validTo: LocalDate? = null,
    /** Whether its prices include tax. */
    @SerialName("prices_include_tax") public val pricesIncludeTax: Boolean = false,
    /** Quantity that its breaks are compared with. */
    public val breaks: BreakBasis = BreakBasis.LINE,
    /** Whether it is in use. */
    @SerialName("is_active") public val isActive: Boolean = true,
) {
    /** Its data, without id and version. */
    public fun toPriceList(): PriceList = PriceList(code = code, name = name, currency = currency, validFrom = validFrom, validTo = validTo, pricesIncludeTax = pricesIncludeTax, breaks = breaks, isActive = isActive)

    /** The same with another `id`. */
    public fun withId(id: UUID): PriceListRecord = copy(id = id)

    /** The same with another `version`. */
    public fun withVersion(version: Long): PriceListRecord = copy(version = version)

    /** The same with another `code`. */
    public fun withCode(code: String): PriceListRecord = copy(code = code)

    /** The same with another `name`. */
    public fun withName(name: String): PriceListRecord = copy(name = name)

    /** The same with another `currency`. */
    public fun withCurrency(currency: String): PriceListRecord = copy(currency = currency)

    /** The same with another `validFrom`. */
    public fun withValidFrom(validFrom: LocalDate?): PriceListRecord = copy(validFrom = validFrom)

    /** The same with another `validTo`. */
    public fun withValidTo(validTo: LocalDate?): PriceListRecord = copy(validTo = validTo)

    /** The same with another `pricesIncludeTax`. */
    public fun withPricesIncludeTax(pricesIncludeTax: Boolean): PriceListRecord = copy(pricesIncludeTax = pricesIncludeTax)

    /** The same with another `breaks`. */
    public fun withBreaks(breaks: BreakBasis): PriceListRecord = copy(breaks = breaks)

    /** The same with another `isActive`. */
    public fun withIsActive(isActive: Boolean): PriceListRecord = copy(isActive = isActive)
}

public typealias PriceListRecordPage = Page<PriceListRecord>

public typealias PriceListUpserted = UpsertedRecord<PriceListRecord>

/** The company's pricing settings: a single record, under the company's own id. */
@Serializable
public data class PriceSettings @JvmOverloads constructor(
    /** What happens to a line or document below cost. */
    @SerialName("below_cost") public val belowCost: PolicyLevel,
    /** What happens to a line or document below the minimum margin. */
    @SerialName("below_margin") public val belowMargin: PolicyLevel,
    /** What happens to a discount, in any form, above the maximum of the caller's roles. */
    @SerialName("beyond_discount") public val beyondDiscount: PolicyLevel,
    /** Price list of customers without another. */
    @SerialName("price_list_id") public val priceListId: UUID? = null,
    /** Whether the last price that a customer paid takes precedence over the product's list price. */
    @SerialName("uses_last_price") public val usesLastPrice: Boolean = false,
    /** The minimum margin, in percent of the net amount. */
    @SerialName("minimum_margin") public val minimumMargin: BigDecimal? = null,
) {
    /** The same with another `priceListId`. */
    public fun withPriceListId(priceListId: UUID?): PriceSettings = copy(priceListId = priceListId)

    /** The same with another `usesLastPrice`. */
    public fun withUsesLastPrice(usesLastPrice: Boolean): PriceSettings = copy(usesLastPrice = usesLastPrice)

    /** The same with another `belowCost`. */
    public fun withBelowCost(belowCost: PolicyLevel): PriceSettings = copy(belowCost = belowCost)

    /** The same with another `minimumMargin`. */
    public fun withMinimumMargin(minimumMargin: BigDecimal?): PriceSettings = copy(minimumMargin = minimumMargin)

    /** The same with another `belowMargin`. */
    public fun withBelowMargin(belowMargin: PolicyLevel): PriceSettings = copy(belowMargin = belowMargin)

    /** The same with another `beyondDiscount`. */
    public fun withBeyondDiscount(beyondDiscount: PolicyLevel): PriceSettings = copy(beyondDiscount = beyondDiscount)
}

/** The source of a price, stored with the line. */
@Serializable
public sealed interface PriceSource {
    /** An agreement with the customer. */
    @SerialName("customer")
    @Serializable
    public data class Customer @JvmOverloads constructor(
        /** The agreement. */
        @SerialName("customer_price_id") public val customerPriceId: UUID,
        /** The source of the price, if the agreement only gives a discount. */
        public val on: PriceSource? = null,
    ) : PriceSource

    /** The customer's own price list. */
    @SerialName("customer_list")
    @Serializable
    public data class CustomerList(
        /** The list. */
        @SerialName("list_id") public val listId: UUID,
        /** The list item. */
        @SerialName("item_id") public val itemId: UUID,
    ) : PriceSource

    /** The price list of a customer group. */
    @SerialName("group_list")
    @Serializable
    public data class GroupList(
        /** The group. */
        @SerialName("group_id") public val groupId: UUID,
        /** The list. */
        @SerialName("list_id") public val listId: UUID,
        /** The list item. */
        @SerialName("item_id") public val itemId: UUID,
    ) : PriceSource

    /** The company's price list. */
    @SerialName("company_list")
    @Serializable
    public data class CompanyList(
        /** The list. */
        @SerialName("list_id") public val listId: UUID,
        /** The list item. */
        @SerialName("item_id") public val itemId: UUID,
    ) : PriceSource

    /** The last price that the customer paid. */
    @SerialName("last_price")
    @Serializable
    public data class LastPrice(
        /** The delivered line. */
        @SerialName("line_id") public val lineId: UUID,
    ) : PriceSource

    /** The product's list price. */
    @Serializable
    @SerialName("product")
    public data object Product : PriceSource

    /** Given by the caller. */
    @Serializable
    @SerialName("given")
    public data object Given : PriceSource
}

/** A price as stored with lines. */
@Serializable
public data class PriceTerms @JvmOverloads constructor(
    /** The price. */
    @SerialName("unit_price") public val unitPrice: UnitPrice,
    /** Number of base units that the price is for. */
    @SerialName("price_quantity") public val priceQuantity: BigDecimal,
    /** Discount in percent. */
    @SerialName("discount_percent") public val discountPercent: BigDecimal? = null,
)

/** An objection of the price policy to a line's price that does not prevent the document. */
@Serializable
public data class PriceWarning @JvmOverloads constructor(
    /**
     * Reason: `below_cost`, `below_margin`, `beyond_discount`, `price_changed` or `cost_changed`; for a caller who may not see costs, `policy`
     * replaces the first two, once per document.
     */
    public val reason: String,
    /** The line; none: the document as a whole. */
    public val line: Long? = null,
)

/** A price, what it is for, and its source. */
@Serializable
public data class Priced @JvmOverloads constructor(
    /** The price as written in its source. */
    @SerialName("unit_price") public val unitPrice: UnitPrice,
    /** How many of the line's units it is for. */
    public val per: UnitRatio,
    /** Whether it includes tax. */
    @SerialName("includes_tax") public val includesTax: Boolean,
    /** Where the price comes from. */
    public val source: PriceSource,
    /** The unit it is for; none: the base unit, which the product leaves unnamed. */
    public val unit: String? = null,
    /** Discount on it, in percent. */
    public val discount: BigDecimal? = null,
)

/** A problem with a row. */
@Serializable
public data class Problem(
    /** Position. */
    public val place: Place,
    /** Severity. */
    public val severity: Severity,
    /** A stable code: one of `CODES`. */
    public val code: String,
    /** The reason in English, for people. `reason` gives it in other languages. */
    public val reason: String,
    /** Values in the reason, by name: figures, names, other positions. */
    public val details: Map<String, String>,
    /** The cell's text, unchanged, up to 500 characters. */
    public val text: String,
)

/** A stocked product, a service, or a kit. */
@Serializable
public data class Product @JvmOverloads constructor(
    /** Name. */
    public val name: String,
    /** Currency of the list price. */
    public val currency: String,
    /** Product code. */
    public val code: String = "",
    /** Model. */
    public val model: String? = null,
    /** Specification: size, colour, grade and the like. */
    public val specification: String? = null,
    /** Short form of the name for typing, such as its initials. */
    public val mnemonic: String? = null,
    /** Brand. */
    public val brand: String? = null,
    /** Notes. */
    public val notes: String? = null,
    /** Group. */
    @SerialName("group_id") public val groupId: UUID? = null,
    /** Base unit of measure, for quantities, stock, costs and the list price. */
    public val unit: String? = null,
    /** Decimals of its stock quantities, at most 6: a quantity converted from another unit is rounded to these. */
    @SerialName("stock_decimals") public val stockDecimals: Long = 6,
    /** Whether stock is kept; a service has neither stock nor cost. */
    @SerialName("is_stocked") public val isStocked: Boolean = true,
    /** Whether it is a kit, sold as one item and delivered as its components; a kit has no stock of its own. */
    @SerialName("is_kit") public val isKit: Boolean = false,
    /** How its goods are tracked; immutable. */
    public val tracking: Tracking = Tracking.NONE,
    /** Costing method, by strategy name; changed by `stock().change_method`, which carries the value over. */
    public val costing: String = "moving_average",
    /** Tax code; none: the customer's, then the company's. */
    @SerialName("tax_code") public val taxCode: String? = null,
    /** List price per base unit. */
    @SerialName("list_price") public val listPrice: UnitPrice? = null,
    /** Whether new documents may sell it. */
    @SerialName("is_active") public val isActive: Boolean = true,
) {
    /** The same with another `code`. */
    public fun withCode(code: String): Product = copy(code = code)

    /** The same with another `name`. */
    public fun withName(name: String): Product = copy(name = name)

    /** The same with another `model`. */
    public fun withModel(model: String?): Product = copy(model = model)

    /** The same with another `specification`. */
    public fun withSpecification(specification: String?): Product = copy(specification = specification)

    /** The same with another `mnemonic`. */
    public fun withMnemonic(mnemonic: String?): Product = copy(mnemonic = mnemonic)

    /** The same with another `brand`. */
    public fun withBrand(brand: String?): Product = copy(brand = brand)

    /** The same with another `notes`. */
    public fun withNotes(notes: String?): Product = copy(notes = notes)

    /** The same with another `groupId`. */
    public fun withGroupId(groupId: UUID?): Product = copy(groupId = groupId)

    /** The same with another `unit`. */
    public fun withUnit(unit: String?): Product = copy(unit = unit)

    /** The same with another `stockDecimals`. */
    public fun withStockDecimals(stockDecimals: Long): Product = copy(stockDecimals = stockDecimals)

    /** The same with another `isStocked`. */
    public fun withIsStocked(isStocked: Boolean): Product = copy(isStocked = isStocked)

    /** The same with another `isKit`. */
    public fun withIsKit(isKit: Boolean): Product = copy(isKit = isKit)

    /** The same with another `tracking`. */
    public fun withTracking(tracking: Tracking): Product = copy(tracking = tracking)

    /** The same with another `costing`. */
    public fun withCosting(costing: String): Product = copy(costing = costing)

    /** The same with another `taxCode`. */
    public fun withTaxCode(taxCode: String?): Product = copy(taxCode = taxCode)

    /** The same with another `currency`. */
    public fun withCurrency(currency: String): Product = copy(currency = currency)

    /** The same with another `listPrice`. */
    public fun withListPrice(listPrice: UnitPrice?): Product = copy(listPrice = listPrice)

    /** The same with another `isActive`. */
    public fun withIsActive(isActive: Boolean): Product = copy(isActive = isActive)
}

/** An additional code of a product, optionally for a unit or a packed quantity. */
@Serializable
public data class ProductCode @JvmOverloads constructor(
    /** The product. */
    @SerialName("product_id") public val productId: UUID,
    /** Kind of code. */
    public val kind: CodeKind,
    /** The code as written. */
    public val value: String,
    /** Whether it is a GTIN of 8, 12, 13 or 14 digits with a valid check digit; false for other barcodes. */
    @SerialName("is_gtin") public val isGtin: Boolean = false,
    /** Unit that the code identifies; none: the base unit. */
    public val unit: String? = null,
    /** Quantity of the unit that the code identifies; none: one. */
    public val quantity: BigDecimal? = null,
    /** The customer, for a customer's part number. */
    @SerialName("customer_id") public val customerId: UUID? = null,
    /** The supplier, for a supplier's part number. */
    public val supplier: String? = null,
    /** First day of validity; none: unlimited. */
    @SerialName("valid_from") public val validFrom: LocalDate? = null,
    /** Last day of validity; none: unlimited. */
    @SerialName("valid_to") public val validTo: LocalDate? = null,
    /** Whether the code is in use. */
    @SerialName("is_active") public val isActive: Boolean = true,
    /** The customer or supplier as a non-null text; derived from the other fields. */
    public val party: String = "",
    /** The key while the code is active; derived from the other fields. */
    public val claim: String? = null,
) {
    /** The same with another `productId`. */
    public fun withProductId(productId: UUID): ProductCode = copy(productId = productId)

    /** The same with another `kind`. */
    public fun withKind(kind: CodeKind): ProductCode = copy(kind = kind)

    /** The same with another `value`. */
    public fun withValue(value: String): ProductCode = copy(value = value)

    /** The same with another `isGtin`. */
    public fun withIsGtin(isGtin: Boolean): ProductCode = copy(isGtin = isGtin)

    /** The same with another `unit`. */
    public fun withUnit(unit: String?): ProductCode = copy(unit = unit)

    /** The same with another `quantity`. */
    public fun withQuantity(quantity: BigDecimal?): ProductCode = copy(quantity = quantity)

    /** The same with another `customerId`. */
    public fun withCustomerId(customerId: UUID?): ProductCode = copy(customerId = customerId)

    /** The same with another `supplier`. */
    public fun withSupplier(supplier: String?): ProductCode = copy(supplier = supplier)

    /** The same with another `validFrom`. */
    public fun withValidFrom(validFrom: LocalDate?): ProductCode = copy(validFrom = validFrom)

    /** The same with another `validTo`. */
    public fun withValidTo(validTo: LocalDate?): ProductCode = copy(validTo = validTo)

    /** The same with another `isActive`. */
    public fun withIsActive(isActive: Boolean): ProductCode = copy(isActive = isActive)

    /** The same with another `party`. */
    public fun withParty(party: String): ProductCode = copy(party = party)

    /** The same with another `claim`. */
    public fun withClaim(claim: String?): ProductCode = copy(claim = claim)
}

/**
 * A record as stored: its id, version and fields.
 *
 * The version of a master or state row counts its changes, from 1; a change based on an older version is refused. Document and ledger rows never
 * change and always have version 1. In JSON, id and version are siblings of the fields.
 */
@Serializable
public data class ProductCodeRecord @JvmOverloads constructor(
    /** The id. */
    public val id: UUID,
    /** Its version: how often it has been written. */
    public val version: Long,
    /** The product. */
    @SerialName("product_id") public val productId: UUID,
    /** Kind of code. */
    public val kind: CodeKind,
    /** The code as written. */
    public val value: String,
    /** Whether it is a GTIN of 8, 12, 13 or 14 digits with a valid check digit; false for other barcodes. */
    @SerialName("is_gtin") public val isGtin: Boolean = false,
    /** Unit that the code identifies; none: the base unit. */
    public val unit: String? = null,
    /** Quantity of the unit that the code identifies; none: one. */
    public val quantity: BigDecimal? = null,
    /** The customer, for a customer's part number. */
    @SerialName("customer_id") public val customerId: UUID? = null,
    /** The supplier, for a supplier's part number. */
    public val supplier: String? = null,
    /** First day of validity; none: unlimited. */
    @SerialName("valid_from") public val validFrom: LocalDate? = null,
    /** Last day of validity; none: unlimited. */
    @SerialName("valid_to") public val validTo: LocalDate? = null,
    /** Whether the code is in use. */
    @SerialName("is_active") public val isActive: Boolean = true,
    /** The customer or supplier as a non-null text; derived from the other fields. */
    public val party: String = "",
    /** The key while the code is active; derived from the other fields. */
    public val claim: String? = null,
) {
    /** Its data, without id and version. */
    public fun toProductCode(): ProductCode = ProductCode(productId = productId, kind = kind, value = value, isGtin = isGtin, unit = unit, quantity = quantity, customerId = customerId, supplier = supplier, validFrom = validFrom, validTo = validTo, isActive = isActive, party = party, claim = claim)

    /** The same with another `id`. */
    public fun withId(id: UUID): ProductCodeRecord = copy(id = id)

    /** The same with another `version`. */
    public fun withVersion(version: Long): ProductCodeRecord = copy(version = version)

    /** The same with another `productId`. */
    public fun withProductId(productId: UUID): ProductCodeRecord = copy(productId = productId)

    /** The same with another `kind`. */
    public fun withKind(kind: CodeKind): ProductCodeRecord = copy(kind = kind)

    /** The same with another `value`. */
    public fun withValue(value: String): ProductCodeRecord = copy(value = value)

    /** The same with another `isGtin`. */
    public fun withIsGtin(isGtin: Boolean): ProductCodeRecord = copy(isGtin = isGtin)

    /** The same with another `unit`. */
    public fun withUnit(unit: String?): ProductCodeRecord = copy(unit = unit)

    /** The same with another `quantity`. */
    public fun withQuantity(quantity: BigDecimal?): ProductCodeRecord = copy(quantity = quantity)

    /** The same with another `customerId`. */
    public fun withCustomerId(customerId: UUID?): ProductCodeRecord = copy(customerId = customerId)

    /** The same with another `supplier`. */
    public fun withSupplier(supplier: String?): ProductCodeRecord = copy(supplier = supplier)

    /** The same with another `validFrom`. */
    public fun withValidFrom(validFrom: LocalDate?): ProductCodeRecord = copy(validFrom = validFrom)

    /** The same with another `validTo`. */
    public fun withValidTo(validTo: LocalDate?): ProductCodeRecord = copy(validTo = validTo)

    /** The same with another `isActive`. */
    public fun withIsActive(isActive: Boolean): ProductCodeRecord = copy(isActive = isActive)

    /** The same with another `party`. */
    public fun withParty(party: String): ProductCodeRecord = copy(party = party)

    /** The same with another `claim`. */
    public fun withClaim(claim: String?): ProductCodeRecord = copy(claim = claim)
}

public typealias ProductCodeRecordPage = Page<ProductCodeRecord>

public typealias ProductCodeUpserted = UpsertedRecord<ProductCodeRecord>

/** The specified unit cost of a product from a day on, until replaced by a later one. */
@Serializable
public data class ProductCost @JvmOverloads constructor(
    /** The product. */
    @SerialName("product_id") public val productId: UUID,
    /** First day in force. */
    @SerialName("valid_from") public val validFrom: LocalDate,
    /** Currency of the cost. */
    public val currency: String,
    /** Cost per unit. */
    @SerialName("unit_cost") public val unitCost: UnitPrice? = null,
) {
    /** The same with another `productId`. */
    public fun withProductId(productId: UUID): ProductCost = copy(productId = productId)

    /** The same with another `validFrom`. */
    public fun withValidFrom(validFrom: LocalDate): ProductCost = copy(validFrom = validFrom)

    /** The same with another `currency`. */
    public fun withCurrency(currency: String): ProductCost = copy(currency = currency)

    /** The same with another `unitCost`. */
    public fun withUnitCost(unitCost: UnitPrice?): ProductCost = copy(unitCost = unitCost)
}

/**
 * A record as stored: its id, version and fields.
 *
 * The version of a master or state row counts its changes, from 1; a change based on an older version is refused. Document and ledger rows never
 * change and always have version 1. In JSON, id and version are siblings of the fields.
 */
@Serializable
public data class ProductCostRecord @JvmOverloads constructor(
    /** The id. */
    public val id: UUID,
    /** Its version: how often it has been written. */
    public val version: Long,
    /** The product. */
    @SerialName("product_id") public val productId: UUID,
    /** First day in force. */
    @SerialName("valid_from") public val validFrom: LocalDate,
    /** Currency of the cost. */
    public val currency: String,
    /** Cost per unit. */
    @SerialName("unit_cost") public val unitCost: UnitPrice? = null,
) {
    /** Its data, without id and version. */
    public fun toProductCost(): ProductCost = ProductCost(productId = productId, validFrom = validFrom, currency = currency, unitCost = unitCost)

    /** The same with another `id`. */
    public fun withId(id: UUID): ProductCostRecord = copy(id = id)

    /** The same with another `version`. */
    public fun withVersion(version: Long): ProductCostRecord = copy(version = version)

    /** The same with another `productId`. */
    public fun withProductId(productId: UUID): ProductCostRecord = copy(productId = productId)

    /** The same with another `validFrom`. */
    public fun withValidFrom(validFrom: LocalDate): ProductCostRecord = copy(validFrom = validFrom)

    /** The same with another `currency`. */
    public fun withCurrency(currency: String): ProductCostRecord = copy(currency = currency)

    /** The same with another `unitCost`. */
    public fun withUnitCost(unitCost: UnitPrice?): ProductCostRecord = copy(unitCost = unitCost)
}

public typealias ProductCostRecordPage = Page<ProductCostRecord>

public typealias ProductCostUpserted = UpsertedRecord<ProductCostRecord>

/** A node in the tree of product groups, nested up to the depth limit. */
@Serializable
public data class ProductGroup @JvmOverloads constructor(
    /** Code. */
    public val code: String,
    /** Name. */
    public val name: String,
    /** Parent group; none for a root. */
    @SerialName("parent_id") public val parentId: UUID? = null,
    /** Prefix of its new products' codes; none: inherited from the parent group. */
    @SerialName("code_prefix") public val codePrefix: String? = null,
    /** Minimum digits of the number after the prefix. */
    @SerialName("code_digits") public val codeDigits: Long = 4,
) {
    /** The same with another `code`. */
    public fun withCode(code: String): ProductGroup = copy(code = code)

    /** The same with another `name`. */
    public fun withName(name: String): ProductGroup = copy(name = name)

    /** The same with another `parentId`. */
    public fun withParentId(parentId: UUID?): ProductGroup = copy(parentId = parentId)

    /** The same with another `codePrefix`. */
    public fun withCodePrefix(codePrefix: String?): ProductGroup = copy(codePrefix = codePrefix)

    /** The same with another `codeDigits`. */
    public fun withCodeDigits(codeDigits: Long): ProductGroup = copy(codeDigits = codeDigits)
}

/**
 * A record as stored: its id, version and fields.
 *
 * The version of a master or state row counts its changes, from 1; a change based on an older version is refused. Document and ledger rows never
 * change and always have version 1. In JSON, id and version are siblings of the fields.
 */
@Serializable
public data class ProductGroupRecord @JvmOverloads constructor(
    /** The id. */
    public val id: UUID,
    /** Its version: how often it has been written. */
    public val version: Long,
    /** Code. */
    public val code: String,
    /** Name. */
    public val name: String,
    /** Parent group; none for a root. */
    @SerialName("parent_id") public val parentId: UUID? = null,
    /** Prefix of its new products' codes; none: inherited from the parent group. */
    @SerialName("code_prefix") public val codePrefix: String? = null,
    /** Minimum digits of the number after the prefix. */
    @SerialName("code_digits") public val codeDigits: Long = 4,
) {
    /** Its data, without id and version. */
    public fun toProductGroup(): ProductGroup = ProductGroup(code = code, name = name, parentId = parentId, codePrefix = codePrefix, codeDigits = codeDigits)

    /** The same with another `id`. */
    public fun withId(id: UUID): ProductGroupRecord = copy(id = id)

    /** The same with another `version`. */
    public fun withVersion(version: Long): ProductGroupRecord = copy(version = version)

    /** The same with another `code`. */
    public fun withCode(code: String): ProductGroupRecord = copy(code = code)

    /** The same with another `name`. */
    public fun withName(name: String): ProductGroupRecord = copy(name = name)

    /** The same with another `parentId`. */
    public fun withParentId(parentId: UUID?): ProductGroupRecord = copy(parentId = parentId)

    /** The same with another `codePrefix`. */
    public fun withCodePrefix(codePrefix: String?): ProductGroupRecord = copy(codePrefix = codePrefix)

    /** The same with another `codeDigits`. */
    public fun withCodeDigits(codeDigits: Long): ProductGroupRecord = copy(codeDigits = codeDigits)
}

public typealias ProductGroupRecordPage = Page<ProductGroupRecord>

public typealias ProductGroupUpserted = UpsertedRecord<ProductGroupRecord>

/**
 * A record as stored: its id, version and fields.
 *
 * The version of a master or state row counts its changes, from 1; a change based on an older version is refused. Document and ledger rows never
 * change and always have version 1. In JSON, id and version are siblings of the fields.
 */
@Serializable
public data class ProductRecord @JvmOverloads constructor(
    /** The id. */
    public val id: UUID,
    /** Its version: how often it has been written. */
    public val version: Long,
    /** Name. */
    public val name: String,
    /** Currency of the list price. */
    public val currency: String,
    /** Product code. */
    public val code: String = "",
    /** Model. */
    public val model: String? = null,
    /** Specification: size, colour, grade and the like. */
    public val specification: String? = null,
    /** Short form of the name for typing, such as its initials. */
    public val mnemonic: String? = null,
    /** Brand. */
    public val brand: String? = null,
    /** Notes. */
    public val notes: String? = null,
    /** Group. */
    @SerialName("group_id") public val groupId: UUID? = null,
    /** Base unit of measure, for quantities, stock, costs and the list price. */
    public val unit: String? = null,
    /** Decimals of its stock quantities, at most 6: a quantity converted from another unit is rounded to these. */
    @SerialName("stock_decimals") public val stockDecimals: Long = 6,
    /** Whether stock is kept; a service has neither stock nor cost. */
    @SerialName("is_stocked") public val isStocked: Boolean = true,
    /** Whether it is a kit, sold as one item and delivered as its components; a kit has no stock of its own. */
    @SerialName("is_kit") public val isKit: Boolean = false,
    /** How its goods are tracked; immutable. */
    public val tracking: Tracking = Tracking.NONE,
    /** Costing method, by strategy name; changed by `stock().change_method`, which carries the value over. */
    public val costing: String = "moving_average",
    /** Tax code; none: the customer's, then the company's. */
    @SerialName("tax_code") public val taxCode: String? = null,
    /** List price per base unit. */
    @SerialName("list_price") public val listPrice: UnitPrice? = null,
    /** Whether new documents may sell it. */
    @SerialName("is_active") public val isActive: Boolean = true,
) {
    /** Its data, without id and version. */
    public fun toProduct(): Product = Product(code = code, name = name, model = model, specification = specification, mnemonic = mnemonic, brand = brand, notes = notes, groupId = groupId, unit = unit, stockDecimals = stockDecimals, isStocked = isStocked, isKit = isKit, tracking = tracking, costing = costing, taxCode = taxCode, currency = currency, listPrice = listPrice, isActive = isActive)

    /** The same with another `id`. */
    public fun withId(id: UUID): ProductRecord = copy(id = id)

    /** The same with another `version`. */
    public fun withVersion(version: Long): ProductRecord = copy(version = version)

    /** The same with another `code`. */
    public fun withCode(code: String): ProductRecord = copy(code = code)

    /** The same with another `name`. */
    public fun withName(name: String): ProductRecord = copy(name = name)

    /** The same with another `model`. */
    public fun withModel(model: String?): ProductRecord = copy(model = model)

    /** The same with another `specification`. */
    public fun withSpecification(specification: String?): ProductRecord = copy(specification = specification)

    /** The same with another `mnemonic`. */
    public fun withMnemonic(mnemonic: String?): ProductRecord = copy(mnemonic = mnemonic)

    /** The same with another `brand`. */
    public fun withBrand(brand: String?): ProductRecord = copy(brand = brand)

    /** The same with another `notes`. */
    public fun withNotes(notes: String?): ProductRecord = copy(notes = notes)

    /** The same with another `groupId`. */
    public fun withGroupId(groupId: UUID?): ProductRecord = copy(groupId = groupId)

    /** The same with another `unit`. */
    public fun withUnit(unit: String?): ProductRecord = copy(unit = unit)

    /** The same with another `stockDecimals`. */
    public fun withStockDecimals(stockDecimals: Long): ProductRecord = copy(stockDecimals = stockDecimals)

    /** The same with another `isStocked`. */
    public fun withIsStocked(isStocked: Boolean): ProductRecord = copy(isStocked = isStocked)

    /** The same with another `isKit`. */
    public fun withIsKit(isKit: Boolean): ProductRecord = copy(isKit = isKit)

    /** The same with another `tracking`. */
    public fun withTracking(tracking: Tracking): ProductRecord = copy(tracking = tracking)

    /** The same with another `costing`. */
    public fun withCosting(costing: String): ProductRecord = copy(costing = costing)

    /** The same with another `taxCode`. */
    public fun withTaxCode(taxCode: String?): ProductRecord = copy(taxCode = taxCode)

    /** The same with another `currency`. */
    public fun withCurrency(currency: String): ProductRecord = copy(currency = currency)

    /** The same with another `listPrice`. */
    public fun withListPrice(listPrice: UnitPrice?): ProductRecord = copy(listPrice = listPrice)

    /** The same with another `isActive`. */
    public fun withIsActive(isActive: Boolean): ProductRecord = copy(isActive = isActive)
}

public typealias ProductRecordPage = Page<ProductRecord>

/** An additional unit of a product, worth `numerator / denominator` base units. */
@Serializable
public data class ProductUnit(
    /** The product. */
    @SerialName("product_id") public val productId: UUID,
    /** Unit name, such as `box`. */
    public val unit: String,
    /** Number of base units equal to `denominator` of this unit. */
    public val numerator: Long,
    /** Number of this unit equal to `numerator` base units. */
    public val denominator: Long,
) {
    /** The same with another `productId`. */
    public fun withProductId(productId: UUID): ProductUnit = copy(productId = productId)

    /** The same with another `unit`. */
    public fun withUnit(unit: String): ProductUnit = copy(unit = unit)

    /** The same with another `numerator`. */
    public fun withNumerator(numerator: Long): ProductUnit = copy(numerator = numerator)

    /** The same with another `denominator`. */
    public fun withDenominator(denominator: Long): ProductUnit = copy(denominator = denominator)
}

/**
 * A record as stored: its id, version and fields.
 *
 * The version of a master or state row counts its changes, from 1; a change based on an older version is refused. Document and ledger rows never
 * change and always have version 1. In JSON, id and version are siblings of the fields.
 */
@Serializable
public data class ProductUnitRecord(
    /** The id. */
    public val id: UUID,
    /** Its version: how often it has been written. */
    public val version: Long,
    /** The product. */
    @SerialName("product_id") public val productId: UUID,
    /** Unit name, such as `box`. */
    public val unit: String,
    /** Number of base units equal to `denominator` of this unit. */
    public val numerator: Long,
    /** Number of this unit equal to `numerator` base units. */
    public val denominator: Long,
) {
    /** Its data, without id and version. */
    public fun toProductUnit(): ProductUnit = ProductUnit(productId = productId, unit = unit, numerator = numerator, denominator = denominator)

    /** The same with another `id`. */
    public fun withId(id: UUID): ProductUnitRecord = copy(id = id)

    /** The same with another `version`. */
    public fun withVersion(version: Long): ProductUnitRecord = copy(version = version)

    /** The same with another `productId`. */
    public fun withProductId(productId: UUID): ProductUnitRecord = copy(productId = productId)

    /** The same with another `unit`. */
    public fun withUnit(unit: String): ProductUnitRecord = copy(unit = unit)

    /** The same with another `numerator`. */
    public fun withNumerator(numerator: Long): ProductUnitRecord = copy(numerator = numerator)

    /** The same with another `denominator`. */
    public fun withDenominator(denominator: Long): ProductUnitRecord = copy(denominator = denominator)
}

public typealias ProductUnitRecordPage = Page<ProductUnitRecord>

public typealias ProductUnitUpserted = UpsertedRecord<ProductUnitRecord>

public typealias ProductUpserted = UpsertedRecord<ProductRecord>

/** Grouping of profit. Filters apply to documents, or to lines when grouping by products. */
@Serializable
public enum class ProfitBy(
    /** As it is on the wire, in filters and in the database. */
    public val wire: String,
) {
    /** The month of the document date, such as `2010-12`. */
    @SerialName("month")
    MONTH("month"),

    /** The customer's id. */
    @SerialName("customer")
    CUSTOMER("customer"),

    /** The id of the customer's group. */
    @SerialName("customer_group")
    CUSTOMER_GROUP("customer_group"),

    /** The id of the salesperson at issue. */
    @SerialName("salesperson")
    SALESPERSON("salesperson"),

    /** The document's id. */
    @SerialName("document")
    DOCUMENT("document"),

    /** The product's id. */
    @SerialName("product")
    PRODUCT("product"),

    /** The id of the product's group. */
    @SerialName("product_group")
    PRODUCT_GROUP("product_group"),

    /** A single row, in each currency. */
    @SerialName("total")
    TOTAL("total"),
    ;

    /** As it is on the wire. */
    override fun toString(): String = wire
}

/** One group. */
@Serializable
public data class ProfitRow @JvmOverloads constructor(
    /** The group; null for records without one. */
    public val group: JsonElement,
    /** Currency. */
    public val currency: String,
    /** Number of documents, or of lines when grouping by products. */
    public val count: Long,
    /** Net revenue, less returns. */
    public val net: Money,
    /** Cost, including corrections. */
    public val cost: Money,
    /** The part of the cost that corrects earlier deliveries and returns. */
    public val corrections: Money,
    /** Profit. */
    public val profit: Money,
    /** Profit as a fraction of net revenue; none unless that is positive. */
    public val margin: BigDecimal? = null,
)

/** Adds a revision to a quote. It replaces the earlier ones, which stay unchanged. */
@Serializable
public data class QuoteChange(
    /** The quote. */
    @SerialName("quote_id") public val quoteId: UUID,
    /** The offer. */
    public val offer: Offer,
) {
    /** The same with another `quoteId`. */
    public fun withQuoteId(quoteId: UUID): QuoteChange = copy(quoteId = quoteId)

    /** The same with another `offer`. */
    public fun withOffer(offer: Offer): QuoteChange = copy(offer = offer)
}

/**
 * A record as stored: its id, version and fields.
 *
 * The version of a master or state row counts its changes, from 1; a change based on an older version is refused. Document and ledger rows never
 * change and always have version 1. In JSON, id and version are siblings of the fields.
 */
@Serializable
public data class QuoteLineRecord @JvmOverloads constructor(
    /** The id. */
    public val id: UUID,
    /** Its version: how often it has been written. */
    public val version: Long,
    /** The revision. */
    @SerialName("revision_id") public val revisionId: UUID,
    /** Line number, from 1. */
    public val line: Long,
    /** The customer of the document. */
    @SerialName("customer_id") public val customerId: UUID,
    /** Document date. */
    public val day: LocalDate,
    /** The product or service. */
    @SerialName("product_id") public val productId: UUID,
    /** Product code at issue. */
    @SerialName("product_code") public val productCode: String,
    /** Product name at issue, or the line's own text. */
    @SerialName("product_name") public val productName: String,
    /** Quantity; negative on a return or credit note. */
    public val quantity: BigDecimal,
    /** Currency of the amounts. */
    public val currency: String,
    /** Price. */
    @SerialName("unit_price") public val unitPrice: UnitPrice,
    /** Number of base units that the price is for. */
    @SerialName("price_quantity") public val priceQuantity: BigDecimal,
    /** Where the price comes from. */
    @SerialName("price_source") public val priceSource: PriceSource,
    /** Whether price, discount, charge and amount include tax. */
    @SerialName("includes_tax") public val includesTax: Boolean,
    /** Total discount of the line. */
    public val discount: Money,
    /** Total charge of the line. */
    public val charge: Money,
    /** Quantity x price less discounts plus charges, including tax if the price does. */
    public val amount: Money,
    /** Net, as printed. */
    public val net: Money,
    /** Revenue: net with the line's share of document-level allowances and charges. */
    public val revenue: Money,
    /** Tax code. */
    @SerialName("tax_code") public val taxCode: String,
    /** Tax category. */
    @SerialName("tax_category") public val taxCategory: TaxCategory,
    /** Rate in percent. */
    @SerialName("tax_rate") public val taxRate: BigDecimal,
    /** Share of the document's tax. */
    public val tax: Money,
    /** Base unit of the product, which the quantity is in. */
    public val unit: String? = null,
    /** Unit entered, if other than the base unit. */
    @SerialName("entered_unit") public val enteredUnit: String? = null,
    /** Quantity in the unit entered. */
    @SerialName("entered_quantity") public val enteredQuantity: BigDecimal? = null,
    /** Discount in percent. */
    @SerialName("discount_percent") public val discountPercent: BigDecimal? = null,
    /** Expected cost at the time. */
    @SerialName("expected_cost") public val expectedCost: Money? = null,
    /** Revenue less expected cost. */
    @SerialName("expected_profit") public val expectedProfit: Money? = null,
)

public typealias QuoteLineRecordPage = Page<QuoteLineRecord>

/** The recorded outcome of a quote. Whether it has expired or was accepted in part follows from its revision and orders. */
@Serializable
public enum class QuoteOutcome(
    /** As it is on the wire, in filters and in the database. */
    public val wire: String,
) {
    /** Not yet decided. */
    @SerialName("open")
    OPEN("open"),

    /** Everything offered has been ordered. */
    @SerialName("accepted")
    ACCEPTED("accepted"),

    /** The customer declined. */
    @SerialName("lost")
    LOST("lost"),

    /** The company withdrew it. */
    @SerialName("withdrawn")
    WITHDRAWN("withdrawn"),
    ;

    /** As it is on the wire. */
    override fun toString(): String = wire
}

/** A written revision of a quote. */
@Serializable
public data class QuotePosted @JvmOverloads constructor(
    /** The quote. */
    @SerialName("quote_id") public val quoteId: UUID,
    /** The revision. */
    @SerialName("revision_id") public val revisionId: UUID,
    /** Number of the quote. */
    public val number: String,
    /** Revision number, from 1. */
    public val revision: Long,
    /** Net amount. */
    public val net: Money,
    /** Tax. */
    public val tax: Money,
    /** Gross: net and tax. */
    public val gross: Money,
    /** Lines with goods of unknown cost, which count as zero in the expected profit. */
    @SerialName("unknown_costs") public val unknownCosts: List<Long>,
    /** Net less the expected cost of the goods; none for callers who may not see costs. */
    @SerialName("expected_profit") public val expectedProfit: Money? = null,
    /** Objections of the price policy that did not prevent the quote. */
    @SerialName("price_warnings") public val priceWarnings: List<PriceWarning> = emptyList(),
)

/**
 * A record as stored: its id, version and fields.
 *
 * The version of a master or state row counts its changes, from 1; a change based on an older version is refused. Document and ledger rows never
 * change and always have version 1. In JSON, id and version are siblings of the fields.
 */
@Serializable
public data class QuoteRecord @JvmOverloads constructor(
    /** The id. */
    public val id: UUID,
    /** Its version: how often it has been written. */
    public val version: Long,
    /** Number, such as `QT-2010-000001`. */
    public val number: String,
    /** Number series. */
    public val series: String,
    /** Sequence number in the series, from 1, without gaps. */
    public val sequence: Long,
    /** The customer. */
    @SerialName("customer_id") public val customerId: UUID,
    /** Day of the first revision. */
    public val day: LocalDate,
    /** Number of the latest revision, from 1. */
    public val revision: Long,
    /** Currency of the amounts. */
    public val currency: String,
    /** Net of the latest revision. */
    public val net: Money,
    /** Outcome. */
    public val outcome: QuoteOutcome,
    /** The operator responsible for the customer when the quote was created. */
    @SerialName("salesperson_id") public val salespersonId: UUID? = null,
    /** Last day of validity of the latest revision; none: unlimited. */
    @SerialName("valid_until") public val validUntil: LocalDate? = null,
    /** When it was decided. */
    @SerialName("decided_at") public val decidedAt: Instant? = null,
    /** Reason for losing or withdrawing it. */
    public val reason: String? = null,
)

public typealias QuoteRecordPage = Page<QuoteRecord>

/**
 * A record as stored: its id, version and fields.
 *
 * The version of a master or state row counts its changes, from 1; a change based on an older version is refused. Document and ledger rows never
 * change and always have version 1. In JSON, id and version are siblings of the fields.
 */
@Serializable
public data class QuoteRevisionRecord @JvmOverloads constructor(
    /** The id. */
    public val id: UUID,
    /** Its version: how often it has been written. */
    public val version: Long,
    /** Document date. */
    public val day: LocalDate,
    /** Time of posting. */
    @SerialName("posted_at") public val postedAt: Instant,
    /** The operator who posted it. */
    @SerialName("operator_id") public val operatorId: UUID,
    /** The customer. */
    @SerialName("customer_id") public val customerId: UUID,
    /** The customer's code at issue. */
    @SerialName("customer_code") public val customerCode: String,
    /** The customer's name at issue. */
    @SerialName("customer_name") public val customerName: String,
    /** The company as printed on the document. */
    public val issuer: Issuer,
    /** The customer as printed on the document. */
    public val buyer: Buyer,
    /** Level at which tax was rounded. */
    @SerialName("tax_method") public val taxMethod: TaxMethod,
    /** How halves were rounded. */
    public val rounding: RoundingMode,
    /** Whether prices included tax. */
    @SerialName("prices_include_tax") public val pricesIncludeTax: Boolean,
    /** Base and tax by category and rate. */
    public val taxes: List<TaxGroup>,
    /** Document-level allowances and charges. */
    @SerialName("allowance_charges") public val allowanceCharges: List<AppliedAllowanceCharge>,
    /** Currency of the amounts. */
    public val currency: String,
    /** Sum of the line nets. */
    @SerialName("lines_net") public val linesNet: Money,
    /** Net, including allowances and charges. */
    public val net: Money,
    /** Tax. */
    public val tax: Money,
    /** Gross: net and tax. */
    public val gross: Money,
    /** The quote. */
    @SerialName("quote_id") public val quoteId: UUID,
    /** Revision number, from 1. */
    public val revision: Long,
    /** The operator responsible for the customer at issue; the sale stays attributed to that operator. */
    @SerialName("salesperson_id") public val salespersonId: UUID? = null,
    /** The customer's reference, or a note. */
    public val reference: String? = null,
    /** Last day of validity; none: unlimited. */
    @SerialName("valid_until") public val validUntil: LocalDate? = null,
    /** Expected cost of its goods at the time; goods of unknown cost count as zero. */
    @SerialName("expected_cost") public val expectedCost: Money? = null,
    /** Net less expected cost. */
    @SerialName("expected_profit") public val expectedProfit: Money? = null,
)

public typealias QuoteRevisionRecordPage = Page<QuoteRevisionRecord>

/** The state of a quote on a day. */
@Serializable
public enum class QuoteState(
    /** As it is on the wire, in filters and in the database. */
    public val wire: String,
) {
    /** Can be accepted. */
    @SerialName("open")
    OPEN("open"),

    /** Past its validity; can still be accepted with the right `quotes.accept_expired`. */
    @SerialName("expired")
    EXPIRED("expired"),

    /** Ordered in part. */
    @SerialName("partly_accepted")
    PARTLY_ACCEPTED("partly_accepted"),

    /** Ordered entirely. */
    @SerialName("accepted")
    ACCEPTED("accepted"),

    /** Lost. */
    @SerialName("lost")
    LOST("lost"),

    /** Withdrawn. */
    @SerialName("withdrawn")
    WITHDRAWN("withdrawn"),
    ;

    /** As it is on the wire. */
    override fun toString(): String = wire
}

/** A quote, the revision in effect, and what was ordered of it. */
@Serializable
public data class QuoteStatus(
    /** The quote. */
    public val quote: QuoteRecord,
    /** Its state. */
    public val state: QuoteState,
    /** The revision in effect: the one ordered from, otherwise the latest. */
    public val revision: QuoteRevisionRecord,
    /** Its lines, in order, each with the quantity ordered. */
    public val lines: List<Pair<QuoteLineRecord, BigDecimal>>,
    /** Its orders. */
    public val orders: List<SalesOrderRecord>,
)

/** How to read an opening workbook. It can be saved as JSON and used for the next file of the same kind. */
@Serializable
public data class ReadingOptions @JvmOverloads constructor(
    /** The sheets to read; if empty, every visible sheet whose kind is certain enough. */
    public val sheets: List<SheetPlan> = emptyList(),
    /**
     * The kinds that a sheet may be recognised as; if empty, all. A sheet that is not certain to be one of them is skipped all the same: to have it
     * read, name it in `sheets` with its kind.
     */
    public val kinds: List<SheetKind> = emptyList(),
    /** How numbers written as text are read; `Guess`: as the whole sheet writes them. */
    public val notation: Notation = Notation.GUESS,
    /** How dates written as text are read; none: as the whole sheet writes them. */
    public val dates: DateOrder? = null,
    /** How certain a kind must be for its sheet to be read, in percent. */
    public val certainty: Long = 60,
    /** Whether hidden sheets are read like the others. */
    @SerialName("hidden_sheets") public val hiddenSheets: Boolean = false,
    /** The encoding of a text file, such as `utf-8`, `windows-1252` or `gb18030`; none: detected. */
    public val encoding: String? = null,
    /** What separates the columns of a text file, one character; none: detected. */
    public val delimiter: String? = null,
) {
    /** The same with another `sheets`. */
    public fun withSheets(sheets: List<SheetPlan>): ReadingOptions = copy(sheets = sheets)

    /** The same with another `kinds`. */
    public fun withKinds(kinds: List<SheetKind>): ReadingOptions = copy(kinds = kinds)

    /** The same with another `notation`. */
    public fun withNotation(notation: Notation): ReadingOptions = copy(notation = notation)

    /** The same with another `dates`. */
    public fun withDates(dates: DateOrder?): ReadingOptions = copy(dates = dates)

    /** The same with another `certainty`. */
    public fun withCertainty(certainty: Long): ReadingOptions = copy(certainty = certainty)

    /** The same with another `hiddenSheets`. */
    public fun withHiddenSheets(hiddenSheets: Boolean): ReadingOptions = copy(hiddenSheets = hiddenSheets)

    /** The same with another `encoding`. */
    public fun withEncoding(encoding: String?): ReadingOptions = copy(encoding = encoding)

    /** The same with another `delimiter`. */
    public fun withDelimiter(delimiter: String?): ReadingOptions = copy(delimiter = delimiter)
}

/** Why numbers or dates written as text are read in a certain way. */
@Serializable
public enum class ReadingReason(
    /** As it is on the wire, in filters and in the database. */
    public val wire: String,
) {
    /** Specified by the caller. */
    @SerialName("given")
    GIVEN("given"),

    /** Decided by a cell that can only be read one way, with none that contradicts it. */
    @SerialName("decided")
    DECIDED("decided"),

    /** Contradictory: each cell is read by itself, and ambiguous ones are problems. */
    @SerialName("mixed")
    MIXED("mixed"),

    /** Undecided: every cell is ambiguous, which is a problem for the caller to resolve. */
    @SerialName("open")
    OPEN("open"),
    ;

    /** As it is on the wire. */
    override fun toString(): String = wire
}

/** The result of a reassignment. */
@Serializable
public data class Reassigned(
    /** The operation, with which it is undone. */
    @SerialName("operation_id") public val operationId: UUID,
    /** Number of customers with another owner than before. */
    public val customers: Long,
)

/** What a reassignment would change, and what is open with the customers. None: the caller may not know. */
@Serializable
public data class ReassignmentPreview @JvmOverloads constructor(
    /** Number of customers that would get another owner. */
    public val customers: Long,
    /** Their owners, with the number of customers of each. */
    public val owners: List<OwnedCustomers>,
    /** Number of their open quotes. */
    @SerialName("open_quotes") public val openQuotes: Long? = null,
    /** Number of their open orders. */
    @SerialName("open_orders") public val openOrders: Long? = null,
    /** What is open of their receivables, by currency. */
    @SerialName("open_receivables") public val openReceivables: List<Money>? = null,
)

/** The result of making search keys anew. */
@Serializable
public data class RebuiltKeys(
    /** Number of records whose keys were not those of their texts, by entity. */
    public val records: Map<String, Long>,
)

/** A received product. */
@Serializable
public data class ReceiptLine @JvmOverloads constructor(
    /** The product. */
    @SerialName("product_id") public val productId: UUID,
    /** Quantity, positive. */
    public val quantity: BigDecimal,
    /** Cost, not negative; none if the amount of the line is given, or the goods are free of charge. */
    @SerialName("unit_cost") public val unitCost: UnitPrice? = null,
    /** Unit of quantity and cost; none: the product's base unit. */
    public val unit: String? = null,
    /** Number of units that the cost is for: one, unless the cost is per hundred, for example. */
    @SerialName("price_quantity") public val priceQuantity: BigDecimal = BigDecimal("1"),
    /** Invoiced amount for the whole line, instead of a cost per unit. */
    public val amount: Money? = null,
    /** Whether the goods are free of charge, such as samples or a bonus. They count, and lower the average; otherwise a cost of zero is refused. */
    @SerialName("is_free") public val isFree: Boolean = false,
    /** Landed costs of this line, such as freight and duty. */
    public val landed: Money? = null,
    /** Lot or serial number, if the product is tracked; created if new. */
    public val lot: String? = null,
    /** Day from which the lot is expired. */
    @SerialName("expires_on") public val expiresOn: LocalDate? = null,
) {
    /** The same with another `productId`. */
    public fun withProductId(productId: UUID): ReceiptLine = copy(productId = productId)

    /** The same with another `quantity`. */
    public fun withQuantity(quantity: BigDecimal): ReceiptLine = copy(quantity = quantity)

    /** The same with another `unitCost`. */
    public fun withUnitCost(unitCost: UnitPrice?): ReceiptLine = copy(unitCost = unitCost)

    /** The same with another `unit`. */
    public fun withUnit(unit: String?): ReceiptLine = copy(unit = unit)

    /** The same with another `priceQuantity`. */
    public fun withPriceQuantity(priceQuantity: BigDecimal): ReceiptLine = copy(priceQuantity = priceQuantity)

    /** The same with another `amount`. */
    public fun withAmount(amount: Money?): ReceiptLine = copy(amount = amount)

    /** The same with another `isFree`. */
    public fun withIsFree(isFree: Boolean): ReceiptLine = copy(isFree = isFree)

    /** The same with another `landed`. */
    public fun withLanded(landed: Money?): ReceiptLine = copy(landed = landed)

    /** The same with another `lot`. */
    public fun withLot(lot: String?): ReceiptLine = copy(lot = lot)

    /** The same with another `expiresOn`. */
    public fun withExpiresOn(expiresOn: LocalDate?): ReceiptLine = copy(expiresOn = expiresOn)
}

/** A line whose cost would change. */
@Serializable
public data class RecostLine(
    /** The line. */
    @SerialName("line_id") public val lineId: UUID,
    /** Its document. */
    @SerialName("document_id") public val documentId: UUID,
    /** Its day. */
    public val day: LocalDate,
    /** Current cost of the product on the line; negative for a return. */
    public val before: Money,
    /** Cost after the recalculation. */
    public val after: Money,
)

/** The changes that a recalculation would make. */
@Serializable
public data class RecostPreview(
    /** Lines whose cost would change, in the order of days. */
    public val lines: List<RecostLine>,
    /** Current value of the stock on hand. */
    @SerialName("value_before") public val valueBefore: Money,
    /** Its value after the recalculation. */
    @SerialName("value_after") public val valueAfter: Money,
    /** The remaining difference. */
    public val variance: Money,
)

/** Releases the reservations of an order. */
@Serializable
public data class Release(
    /** The order. */
    @SerialName("order_id") public val orderId: UUID,
) {
    /** The same with another `orderId`. */
    public fun withOrderId(orderId: UUID): Release = copy(orderId = orderId)
}

/** A receivable and the dunning level it has reached. */
@Serializable
public data class Reminder(
    /** The receivable. */
    public val item: AgedItem,
    /** The dunning level, from 1. */
    public val level: Long,
)

/** New instalments for what is open on a document. */
@Serializable
public data class Rescheduling @JvmOverloads constructor(
    /** The customer. */
    @SerialName("customer_id") public val customerId: UUID,
    /** The document. */
    @SerialName("document_id") public val documentId: UUID,
    /** The new instalments, which add up to what is open. */
    public val instalments: List<Instalment>,
    /** Effective day. */
    public val day: LocalDate,
    /** Reason. */
    public val reason: String? = null,
) {
    /** The same with another `customerId`. */
    public fun withCustomerId(customerId: UUID): Rescheduling = copy(customerId = customerId)

    /** The same with another `documentId`. */
    public fun withDocumentId(documentId: UUID): Rescheduling = copy(documentId = documentId)

    /** The same with another `instalments`. */
    public fun withInstalments(instalments: List<Instalment>): Rescheduling = copy(instalments = instalments)

    /** The same with another `day`. */
    public fun withDay(day: LocalDate): Rescheduling = copy(day = day)

    /** The same with another `reason`. */
    public fun withReason(reason: String?): Rescheduling = copy(reason = reason)
}

/**
 * A record as stored: its id, version and fields.
 *
 * The version of a master or state row counts its changes, from 1; a change based on an older version is refused. Document and ledger rows never
 * change and always have version 1. In JSON, id and version are siblings of the fields.
 */
@Serializable
public data class ReservationRecord @JvmOverloads constructor(
    /** Its version: how often it has been written. */
    public val version: Long,
    /** The order line. */
    @SerialName("order_line_id") public val orderLineId: UUID,
    /** The reserved product. */
    @SerialName("product_id") public val productId: UUID,
    /** The order. */
    @SerialName("order_id") public val orderId: UUID,
    /** The customer of the order. */
    @SerialName("customer_id") public val customerId: UUID,
    /** The warehouse. */
    @SerialName("warehouse_id") public val warehouseId: UUID,
    /** Quantity. */
    public val quantity: BigDecimal,
    /** Expiry; none: until delivered or released. */
    @SerialName("expires_at") public val expiresAt: Instant? = null,
)

public typealias ReservationRecordPage = Page<ReservationRecord>

/** Reserves the open quantities of an order. */
@Serializable
public data class Reserve @JvmOverloads constructor(
    /** The order. */
    @SerialName("order_id") public val orderId: UUID,
    /** Warehouse; none: that of the order. */
    @SerialName("warehouse_id") public val warehouseId: UUID? = null,
    /** Expiry; none: until delivered or released. */
    @SerialName("expires_at") public val expiresAt: Instant? = null,
) {
    /** The same with another `orderId`. */
    public fun withOrderId(orderId: UUID): Reserve = copy(orderId = orderId)

    /** The same with another `warehouseId`. */
    public fun withWarehouseId(warehouseId: UUID?): Reserve = copy(warehouseId = warehouseId)

    /** The same with another `expiresAt`. */
    public fun withExpiresAt(expiresAt: Instant?): Reserve = copy(expiresAt = expiresAt)
}

/** The result of resolving a text. */
@Serializable
public sealed interface Resolved {
    /** No match. */
    @Serializable
    @SerialName("unknown")
    public data object Unknown : Resolved

    /** One product. */
    @SerialName("one")
    @Serializable
    public data class One(
        public val value: CodeMatch,
    ) : Resolved

    /** Several matches, in the order of their codes; at most `MAX_CODE_MATCHES`. */
    @SerialName("ambiguous")
    @Serializable
    public data class Ambiguous(
        public val value: List<CodeMatch>,
    ) : Resolved
}

/** A returned line. */
@Serializable
public sealed interface ReturnLine {
    /** Part or all of a delivered line. */
    @SerialName("linked")
    @Serializable
    public data class Linked @JvmOverloads constructor(
        /** The delivered line. */
        @SerialName("line_id") public val lineId: UUID,
        /** Quantity: positive, or negative if the line is; for a component, its own quantity. */
        public val quantity: BigDecimal,
        /** The component of a kit that is returned separately; none: the line as sold. */
        @SerialName("component_id") public val componentId: UUID? = null,
        /** Lot or serial number of the component, if it was delivered in several. */
        public val lot: String? = null,
        /** Net amount to credit, at most what is left of the line; none: its share, for a component in proportion to cost. */
        public val net: Money? = null,
        /** The amount to credit as a price per unit, including tax if the line's price does. */
        @SerialName("unit_price") public val unitPrice: UnitPrice? = null,
    ) : ReturnLine {
        /** The same with another `lineId`. */
        public fun withLineId(lineId: UUID): Linked = copy(lineId = lineId)
    
        /** The same with another `quantity`. */
        public fun withQuantity(quantity: BigDecimal): Linked = copy(quantity = quantity)
    
        /** The same with another `componentId`. */
        public fun withComponentId(componentId: UUID?): Linked = copy(componentId = componentId)
    
        /** The same with another `lot`. */
        public fun withLot(lot: String?): Linked = copy(lot = lot)
    
        /** The same with another `net`. */
        public fun withNet(net: Money?): Linked = copy(net = net)
    
        /** The same with another `unitPrice`. */
        public fun withUnitPrice(unitPrice: UnitPrice?): Linked = copy(unitPrice = unitPrice)
    }

    /** Goods without a known delivery, or something charged to the customer, such as a restocking fee. */
    @SerialName("unlinked")
    @Serializable
    public data class Unlinked @JvmOverloads constructor(
        /** The product or service. */
        @SerialName("product_id") public val productId: UUID,
        /** Quantity: positive for returned goods; a service may have a negative quantity, to charge the customer. */
        public val quantity: BigDecimal,
        /** Price per unit. */
        @SerialName("unit_price") public val unitPrice: UnitPrice,
        /** Lot or serial number, if the product is tracked. */
        public val lot: String? = null,
        /** Unit of quantity and price; none: the product's base unit. */
        public val unit: String? = null,
        /** Tax code; none: as on a delivery. */
        @SerialName("tax_code") public val taxCode: String? = null,
        /** Whether the price includes tax; none: as the company's prices. */
        @SerialName("includes_tax") public val includesTax: Boolean? = null,
        /** Day of the sale, whose tax rate applies; none: the day of the return. */
        @SerialName("sold_on") public val soldOn: LocalDate? = null,
        /** Cost at the time of delivery, if known. */
        public val cost: LineCost = LineCost.ByMethod,
    ) : ReturnLine {
        /** The same with another `productId`. */
        public fun withProductId(productId: UUID): Unlinked = copy(productId = productId)
    
        /** The same with another `quantity`. */
        public fun withQuantity(quantity: BigDecimal): Unlinked = copy(quantity = quantity)
    
        /** The same with another `unitPrice`. */
        public fun withUnitPrice(unitPrice: UnitPrice): Unlinked = copy(unitPrice = unitPrice)
    
        /** The same with another `lot`. */
        public fun withLot(lot: String?): Unlinked = copy(lot = lot)
    
        /** The same with another `unit`. */
        public fun withUnit(unit: String?): Unlinked = copy(unit = unit)
    
        /** The same with another `taxCode`. */
        public fun withTaxCode(taxCode: String?): Unlinked = copy(taxCode = taxCode)
    
        /** The same with another `includesTax`. */
        public fun withIncludesTax(includesTax: Boolean?): Unlinked = copy(includesTax = includesTax)
    
        /** The same with another `soldOn`. */
        public fun withSoldOn(soldOn: LocalDate?): Unlinked = copy(soldOn = soldOn)
    
        /** The same with another `cost`. */
        public fun withCost(cost: LineCost): Unlinked = copy(cost = cost)
    }
}

/** Changes the value of a product's stock by an amount. */
@Serializable
public data class Revalue @JvmOverloads constructor(
    /** The product. */
    @SerialName("product_id") public val productId: UUID,
    /** Document date. */
    public val day: LocalDate,
    /** Amount added to the value, or taken from it if negative. */
    public val amount: Money,
    /** The lot, if the product is costed by lot. */
    public val lot: String? = null,
    /** A note. */
    public val reference: String? = null,
) {
    /** The same with another `productId`. */
    public fun withProductId(productId: UUID): Revalue = copy(productId = productId)

    /** The same with another `lot`. */
    public fun withLot(lot: String?): Revalue = copy(lot = lot)

    /** The same with another `day`. */
    public fun withDay(day: LocalDate): Revalue = copy(day = day)

    /** The same with another `amount`. */
    public fun withAmount(amount: Money): Revalue = copy(amount = amount)

    /** The same with another `reference`. */
    public fun withReference(reference: String?): Revalue = copy(reference = reference)
}

/** Reverses a whole document. */
@Serializable
public data class Reversal(
    /** The document. */
    @SerialName("document_id") public val documentId: UUID,
    /** Document date of the reversal. */
    public val day: LocalDate,
    /** Reason, printed on the reversal. */
    public val reason: String,
) {
    /** The same with another `documentId`. */
    public fun withDocumentId(documentId: UUID): Reversal = copy(documentId = documentId)

    /** The same with another `day`. */
    public fun withDay(day: LocalDate): Reversal = copy(day = day)

    /** The same with another `reason`. */
    public fun withReason(reason: String): Reversal = copy(reason = reason)
}

/** Reverses a stock document at exactly its value. */
@Serializable
public data class Reverse @JvmOverloads constructor(
    /** The document. */
    @SerialName("document_id") public val documentId: UUID,
    /** Document date. */
    public val day: LocalDate,
    /** A note. */
    public val reference: String? = null,
) {
    /** The same with another `documentId`. */
    public fun withDocumentId(documentId: UUID): Reverse = copy(documentId = documentId)

    /** The same with another `day`. */
    public fun withDay(day: LocalDate): Reverse = copy(day = day)

    /** The same with another `reference`. */
    public fun withReference(reference: String?): Reverse = copy(reference = reference)
}

/** Something that a role may allow. */
@Serializable
public enum class Right(
    /** As it is on the wire, in filters and in the database. */
    public val wire: String,
) {
    /** See customers and their groups. */
    @SerialName("customers.read")
    CUSTOMERS_READ("customers.read"),

    /** Change customer details: name, contacts, addresses, notes. Does not cover who may see the customer or its terms. */
    @SerialName("customers.write")
    CUSTOMERS_WRITE("customers.write"),

    /** Change a customer's owner, groups and payer. */
    @SerialName("customers.assign")
    CUSTOMERS_ASSIGN("customers.assign"),

    /** Change customers' payment terms and tax codes. */
    @SerialName("customers.terms")
    CUSTOMERS_TERMS("customers.terms"),

    /** Change customers' credit limits. */
    @SerialName("credit.manage")
    CREDIT_MANAGE("credit.manage"),

    /** Change the tree of customer groups; unless the role covers all customers, only within the operator's own groups. */
    @SerialName("groups.manage")
    GROUPS_MANAGE("groups.manage"),

    /** See products, their groups, codes and units, price lists, warehouses and tax rates. */
    @SerialName("products.read")
    PRODUCTS_READ("products.read"),

    /** Change products, their groups, codes and units, warehouses and tax rates. */
    @SerialName("products.write")
    PRODUCTS_WRITE("products.write"),

    /** Change price lists, customer price agreements, and the price list of a customer or group. */
    @SerialName("prices.write")
    PRICES_WRITE("prices.write"),

    /** Give a discount above the role's maximum. */
    @SerialName("price.override")
    PRICE_OVERRIDE("price.override"),

    /** Sell below cost or below the minimum margin where the company forbids it. */
    @SerialName("price.below_cost")
    PRICE_BELOW_COST("price.below_cost"),

    /** See stock and its movements. */
    @SerialName("stock.read")
    STOCK_READ("stock.read"),

    /** Post and reverse receipts, counts, transfers and supplier returns. */
    @SerialName("stock.post")
    STOCK_POST("stock.post"),

    /** See deliveries and returns. */
    @SerialName("sales.read")
    SALES_READ("sales.read"),

    /** Create, change and close quotes and sales orders. */
    @SerialName("orders.write")
    ORDERS_WRITE("orders.write"),

    /** Accept a quote after it has expired. */
    @SerialName("quotes.accept_expired")
    QUOTES_ACCEPT_EXPIRED("quotes.accept_expired"),

    /** Post deliveries and returns. */
    @SerialName("sales.post")
    SALES_POST("sales.post"),

    /**
     * Post credit notes and anything else in a customer's favour (negative totals, returns without a delivery, returns above the amount paid), and
     * reverse documents.
     */
    @SerialName("credits.post")
    CREDITS_POST("credits.post"),

    /** See receivables, credits, payments and ageing. */
    @SerialName("receivables.read")
    RECEIVABLES_READ("receivables.read"),

    /** Record, refund and cancel payments, allocate credits, and reschedule receivables. */
    @SerialName("payments.post")
    PAYMENTS_POST("payments.post"),

    /** Write off receivables and credits up to the company's tolerance. */
    @SerialName("receivables.write_off")
    RECEIVABLES_WRITE_OFF("receivables.write_off"),

    /** Write off more than the tolerance. */
    @SerialName("receivables.write_off_beyond")
    RECEIVABLES_WRITE_OFF_BEYOND("receivables.write_off_beyond"),

    /** Deliver to a customer beyond its credit limit. */
    @SerialName("credit.override")
    CREDIT_OVERRIDE("credit.override"),

    /** See costs and profits. */
    @SerialName("cost.read")
    COST_READ("cost.read"),

    /** Change costs: specified costs, stock values, costs added after receipt, receipt prices, costing methods. */
    @SerialName("cost.write")
    COST_WRITE("cost.write"),

    /** Override the cost of a sales line. */
    @SerialName("cost.override")
    COST_OVERRIDE("cost.override"),

    /** Import opening balances. */
    @SerialName("opening.import")
    OPENING_IMPORT("opening.import"),

    /** Change the company's own profile. */
    @SerialName("company.manage")
    COMPANY_MANAGE("company.manage"),

    /** Change roles and operators, and grant rights that one holds oneself. */
    @SerialName("access.manage")
    ACCESS_MANAGE("access.manage"),

    /** Read the audit trail. */
    @SerialName("audit.read")
    AUDIT_READ("audit.read"),

    /** Read the change feed. */
    @SerialName("feed.read")
    FEED_READ("feed.read"),

    /** Verify every invariant of the books. */
    @SerialName("ledger.verify")
    LEDGER_VERIFY("ledger.verify"),
    ;

    /** As it is on the wire. */
    override fun toString(): String = wire
}

/** A named set of rights with a scope. */
@Serializable
public data class Role @JvmOverloads constructor(
    /** Code that principals refer to it by, such as `salesperson`. */
    public val code: String,
    /** Display name. */
    public val name: String,
    /** The rights. */
    public val rights: List<Right>,
    /** Its scope among customers. */
    public val scope: ScopeLevel,
    /** The largest discount it allows, in percent of the list or agreed price; none: no discount. */
    @SerialName("max_discount") public val maxDiscount: BigDecimal? = null,
    /** External systems reserved for the role (and others that name them): nobody else may bind or use their keys. */
    public val systems: List<String> = emptyList(),
) {
    /** The same with another `code`. */
    public fun withCode(code: String): Role = copy(code = code)

    /** The same with another `name`. */
    public fun withName(name: String): Role = copy(name = name)

    /** The same with another `rights`. */
    public fun withRights(rights: List<Right>): Role = copy(rights = rights)

    /** The same with another `scope`. */
    public fun withScope(scope: ScopeLevel): Role = copy(scope = scope)

    /** The same with another `maxDiscount`. */
    public fun withMaxDiscount(maxDiscount: BigDecimal?): Role = copy(maxDiscount = maxDiscount)

    /** The same with another `systems`. */
    public fun withSystems(systems: List<String>): Role = copy(systems = systems)
}

/**
 * A record as stored: its id, version and fields.
 *
 * The version of a master or state row counts its changes, from 1; a change based on an older version is refused. Document and ledger rows never
 * change and always have version 1. In JSON, id and version are siblings of the fields.
 */
@Serializable
public data class RoleRecord @JvmOverloads constructor(
    /** The id. */
    public val id: UUID,
    /** Its version: how often it has been written. */
    public val version: Long,
    /** Code that principals refer to it by, such as `salesperson`. */
    public val code: String,
    /** Display name. */
    public val name: String,
    /** The rights. */
    public val rights: List<Right>,
    /** Its scope among customers. */
    public val scope: ScopeLevel,
    /** The largest discount it allows, in percent of the list or agreed price; none: no discount. */
    @SerialName("max_discount") public val maxDiscount: BigDecimal? = null,
    /** External systems reserved for the role (and others that name them): nobody else may bind or use their keys. */
    public val systems: List<String> = emptyList(),
) {
    /** Its data, without id and version. */
    public fun toRole(): Role = Role(code = code, name = name, rights = rights, scope = scope, maxDiscount = maxDiscount, systems = systems)

    /** The same with another `id`. */
    public fun withId(id: UUID): RoleRecord = copy(id = id)

    /** The same with another `version`. */
    public fun withVersion(version: Long): RoleRecord = copy(version = version)

    /** The same with another `code`. */
    public fun withCode(code: String): RoleRecord = copy(code = code)

    /** The same with another `name`. */
    public fun withName(name: String): RoleRecord = copy(name = name)

    /** The same with another `rights`. */
    public fun withRights(rights: List<Right>): RoleRecord = copy(rights = rights)

    /** The same with another `scope`. */
    public fun withScope(scope: ScopeLevel): RoleRecord = copy(scope = scope)

    /** The same with another `maxDiscount`. */
    public fun withMaxDiscount(maxDiscount: BigDecimal?): RoleRecord = copy(maxDiscount = maxDiscount)

    /** The same with another `systems`. */
    public fun withSystems(systems: List<String>): RoleRecord = copy(systems = systems)
}

public typealias RoleRecordPage = Page<RoleRecord>

public typealias RoleUpserted = UpsertedRecord<RoleRecord>

/** How halves are rounded. */
@Serializable
public enum class RoundingMode(
    /** As it is on the wire, in filters and in the database. */
    public val wire: String,
) {
    /** Away from zero, also for negative numbers: the rule of EN 16931 and of this library's own documents. */
    @SerialName("half_up")
    HALF_UP("half_up"),

    /** To the even neighbour. */
    @SerialName("half_even")
    HALF_EVEN("half_even"),
    ;

    /** As it is on the wire. */
    override fun toString(): String = wire
}

/**
 * A record as stored: its id, version and fields.
 *
 * The version of a master or state row counts its changes, from 1; a change based on an older version is refused. Document and ledger rows never
 * change and always have version 1. In JSON, id and version are siblings of the fields.
 */
@Serializable
public data class SalesDocumentRecord @JvmOverloads constructor(
    /** The id. */
    public val id: UUID,
    /** Its version: how often it has been written. */
    public val version: Long,
    /** Document date. */
    public val day: LocalDate,
    /** Time of posting. */
    @SerialName("posted_at") public val postedAt: Instant,
    /** The operator who posted it. */
    @SerialName("operator_id") public val operatorId: UUID,
    /** The customer. */
    @SerialName("customer_id") public val customerId: UUID,
    /** The customer's code at issue. */
    @SerialName("customer_code") public val customerCode: String,
    /** The customer's name at issue. */
    @SerialName("customer_name") public val customerName: String,
    /** The company as printed on the document. */
    public val issuer: Issuer,
    /** The customer as printed on the document. */
    public val buyer: Buyer,
    /** Level at which tax was rounded. */
    @SerialName("tax_method") public val taxMethod: TaxMethod,
    /** How halves were rounded. */
    public val rounding: RoundingMode,
    /** Whether prices included tax. */
    @SerialName("prices_include_tax") public val pricesIncludeTax: Boolean,
    /** Base and tax by category and rate. */
    public val taxes: List<TaxGroup>,
    /** Document-level allowances and charges. */
    @SerialName("allowance_charges") public val allowanceCharges: List<AppliedAllowanceCharge>,
    /** Currency of the amounts. */
    public val currency: String,
    /** Sum of the line nets. */
    @SerialName("lines_net") public val linesNet: Money,
    /** Net, including allowances and charges. */
    public val net: Money,
    /** Tax. */
    public val tax: Money,
    /** Gross: net and tax. */
    public val gross: Money,
    /** Kind of document. */
    public val kind: SalesKind,
    /** Number, such as `DN-2010-000001`. */
    public val number: String,
    /** Number series. */
    public val series: String,
    /** Sequence number in the series, from 1, without gaps. */
    public val sequence: Long,
    /** Rounding of the payable amount; untaxed (BT-114). */
    @SerialName("payable_rounding") public val payableRounding: Money,
    /** Payable amount: gross and rounding (BT-115, before prepayments). */
    public val payable: Money,
    /** The operator responsible for the customer at issue; the sale stays attributed to that operator. */
    @SerialName("salesperson_id") public val salespersonId: UUID? = null,
    /** The customer's reference, or a note. */
    public val reference: String? = null,
    /** The warehouse. */
    @SerialName("warehouse_id") public val warehouseId: UUID? = null,
    /** The delivered order. */
    @SerialName("order_id") public val orderId: UUID? = null,
    /** The document that this one reverses entirely. */
    @SerialName("reverses_id") public val reversesId: UUID? = null,
    /** Reason for a credit note or reversal. */
    public val reason: String? = null,
    /** Cost of the goods. */
    public val cost: Money? = null,
    /** Net less cost. */
    public val profit: Money? = null,
)

public typealias SalesDocumentRecordPage = Page<SalesDocumentRecord>

/** The kind of a sales document. */
@Serializable
public enum class SalesKind(
    /** As it is on the wire, in filters and in the database. */
    public val wire: String,
) {
    /** Goods and services to a customer, with a receivable. */
    @SerialName("delivery")
    DELIVERY("delivery"),

    /** Goods returned by a customer, with a credit. */
    @SerialName("return")
    RETURN("return"),

    /** A credit without goods: an overcharge, damage, a bonus. */
    @SerialName("credit_note")
    CREDIT_NOTE("credit_note"),
    ;

    /** As it is on the wire. */
    override fun toString(): String = wire
}

/**
 * A record as stored: its id, version and fields.
 *
 * The version of a master or state row counts its changes, from 1; a change based on an older version is refused. Document and ledger rows never
 * change and always have version 1. In JSON, id and version are siblings of the fields.
 */
@Serializable
public data class SalesLineRecord @JvmOverloads constructor(
    /** The id. */
    public val id: UUID,
    /** Its version: how often it has been written. */
    public val version: Long,
    /** The document. */
    @SerialName("document_id") public val documentId: UUID,
    /** Line number, from 1. */
    public val line: Long,
    /** The customer of the document. */
    @SerialName("customer_id") public val customerId: UUID,
    /** Document date. */
    public val day: LocalDate,
    /** The product or service. */
    @SerialName("product_id") public val productId: UUID,
    /** Product code at issue. */
    @SerialName("product_code") public val productCode: String,
    /** Product name at issue, or the line's own text. */
    @SerialName("product_name") public val productName: String,
    /** Quantity; negative on a return or credit note. */
    public val quantity: BigDecimal,
    /** Currency of the amounts. */
    public val currency: String,
    /** Price. */
    @SerialName("unit_price") public val unitPrice: UnitPrice,
    /** Number of base units that the price is for. */
    @SerialName("price_quantity") public val priceQuantity: BigDecimal,
    /** Where the price comes from. */
    @SerialName("price_source") public val priceSource: PriceSource,
    /** Whether price, discount, charge and amount include tax. */
    @SerialName("includes_tax") public val includesTax: Boolean,
    /** Total discount of the line. */
    public val discount: Money,
    /** Total charge of the line. */
    public val charge: Money,
    /** Quantity x price less discounts plus charges, including tax if the price does. */
    public val amount: Money,
    /** Net, as printed. */
    public val net: Money,
    /** Revenue: net with the line's share of document-level allowances and charges. */
    public val revenue: Money,
    /** Tax code. */
    @SerialName("tax_code") public val taxCode: String,
    /** Tax category. */
    @SerialName("tax_category") public val taxCategory: TaxCategory,
    /** Rate in percent. */
    @SerialName("tax_rate") public val taxRate: BigDecimal,
    /** Share of the document's tax. */
    public val tax: Money,
    /** Where the cost comes from. */
    @SerialName("cost_source") public val costSource: CostSource,
    /**
     * On a return, the part of the delivered line's amount that is not credited: a lower price, or charges of the delivery. Includes tax if
     * the price does.
     */
    public val withheld: Money,
    /** Base unit of the product, which the quantity is in. */
    public val unit: String? = null,
    /** Unit entered, if other than the base unit. */
    @SerialName("entered_unit") public val enteredUnit: String? = null,
    /** Quantity in the unit entered. */
    @SerialName("entered_quantity") public val enteredQuantity: BigDecimal? = null,
    /** Discount in percent. */
    @SerialName("discount_percent") public val discountPercent: BigDecimal? = null,
    /** Lot or serial number of a tracked product. */
    public val lot: String? = null,
    /** Reason for a cost override. */
    @SerialName("cost_reason") public val costReason: String? = null,
    /** Delivered components of a kit, each with quantity and cost. */
    public val components: List<KitPart>? = null,
    /** Cost of the goods at posting; zero for a service; corrections are separate rows. */
    public val cost: Money? = null,
    /** Revenue less cost. */
    public val profit: Money? = null,
    /** The delivered line that this line returns. */
    @SerialName("returned_line_id") public val returnedLineId: UUID? = null,
    /** The delivered line that this line credits in part without returning goods. */
    @SerialName("credited_line_id") public val creditedLineId: UUID? = null,
    /** The order line that this line delivers. */
    @SerialName("order_line_id") public val orderLineId: UUID? = null,
)

public typealias SalesLineRecordPage = Page<SalesLineRecord>

/**
 * A record as stored: its id, version and fields.
 *
 * The version of a master or state row counts its changes, from 1; a change based on an older version is refused. Document and ledger rows never
 * change and always have version 1. In JSON, id and version are siblings of the fields.
 */
@Serializable
public data class SalesOrderLineRecord @JvmOverloads constructor(
    /** The id. */
    public val id: UUID,
    /** Its version: how often it has been written. */
    public val version: Long,
    /** The order. */
    @SerialName("order_id") public val orderId: UUID,
    /** Line number, from 1. */
    public val line: Long,
    /** The customer of the document. */
    @SerialName("customer_id") public val customerId: UUID,
    /** Document date. */
    public val day: LocalDate,
    /** The product or service. */
    @SerialName("product_id") public val productId: UUID,
    /** Product code at issue. */
    @SerialName("product_code") public val productCode: String,
    /** Product name at issue, or the line's own text. */
    @SerialName("product_name") public val productName: String,
    /** Quantity; negative on a return or credit note. */
    public val quantity: BigDecimal,
    /** Currency of the amounts. */
    public val currency: String,
    /** Price. */
    @SerialName("unit_price") public val unitPrice: UnitPrice,
    /** Number of base units that the price is for. */
    @SerialName("price_quantity") public val priceQuantity: BigDecimal,
    /** Where the price comes from. */
    @SerialName("price_source") public val priceSource: PriceSource,
    /** Whether price, discount, charge and amount include tax. */
    @SerialName("includes_tax") public val includesTax: Boolean,
    /** Total discount of the line. */
    public val discount: Money,
    /** Total charge of the line. */
    public val charge: Money,
    /** Quantity x price less discounts plus charges, including tax if the price does. */
    public val amount: Money,
    /** Net, as printed. */
    public val net: Money,
    /** Revenue: net with the line's share of document-level allowances and charges. */
    public val revenue: Money,
    /** Tax code. */
    @SerialName("tax_code") public val taxCode: String,
    /** Tax category. */
    @SerialName("tax_category") public val taxCategory: TaxCategory,
    /** Rate in percent. */
    @SerialName("tax_rate") public val taxRate: BigDecimal,
    /** Share of the document's tax. */
    public val tax: Money,
    /** Quantity delivered, net of reversed deliveries; customer returns do not reduce it. */
    public val delivered: BigDecimal,
    /** Quantity no longer to be delivered: closed short or cancelled. */
    public val closed: BigDecimal,
    /** Base unit of the product, which the quantity is in. */
    public val unit: String? = null,
    /** Unit entered, if other than the base unit. */
    @SerialName("entered_unit") public val enteredUnit: String? = null,
    /** Quantity in the unit entered. */
    @SerialName("entered_quantity") public val enteredQuantity: BigDecimal? = null,
    /** Discount in percent. */
    @SerialName("discount_percent") public val discountPercent: BigDecimal? = null,
    /** The accepted quote line. */
    @SerialName("quote_line_id") public val quoteLineId: UUID? = null,
    /** Expected cost when the order was created. */
    @SerialName("expected_cost") public val expectedCost: Money? = null,
)

public typealias SalesOrderLineRecordPage = Page<SalesOrderLineRecord>

/**
 * A record as stored: its id, version and fields.
 *
 * The version of a master or state row counts its changes, from 1; a change based on an older version is refused. Document and ledger rows never
 * change and always have version 1. In JSON, id and version are siblings of the fields.
 */
@Serializable
public data class SalesOrderRecord @JvmOverloads constructor(
    /** The id. */
    public val id: UUID,
    /** Its version: how often it has been written. */
    public val version: Long,
    /** Document date. */
    public val day: LocalDate,
    /** Time of posting. */
    @SerialName("posted_at") public val postedAt: Instant,
    /** The operator who posted it. */
    @SerialName("operator_id") public val operatorId: UUID,
    /** The customer. */
    @SerialName("customer_id") public val customerId: UUID,
    /** The customer's code at issue. */
    @SerialName("customer_code") public val customerCode: String,
    /** The customer's name at issue. */
    @SerialName("customer_name") public val customerName: String,
    /** The company as printed on the document. */
    public val issuer: Issuer,
    /** The customer as printed on the document. */
    public val buyer: Buyer,
    /** Level at which tax was rounded. */
    @SerialName("tax_method") public val taxMethod: TaxMethod,
    /** How halves were rounded. */
    public val rounding: RoundingMode,
    /** Whether prices included tax. */
    @SerialName("prices_include_tax") public val pricesIncludeTax: Boolean,
    /** Base and tax by category and rate. */
    public val taxes: List<TaxGroup>,
    /** Document-level allowances and charges. */
    @SerialName("allowance_charges") public val allowanceCharges: List<AppliedAllowanceCharge>,
    /** Currency of the amounts. */
    public val currency: String,
    /** Sum of the line nets. */
    @SerialName("lines_net") public val linesNet: Money,
    /** Net, including allowances and charges. */
    public val net: Money,
    /** Tax. */
    public val tax: Money,
    /** Gross: net and tax. */
    public val gross: Money,
    /** Number, such as `SO-2010-000001`. */
    public val number: String,
    /** Number series. */
    public val series: String,
    /** Sequence number in the series, from 1, without gaps. */
    public val sequence: Long,
    /** State of the order. */
    public val state: OrderState,
    /** The operator responsible for the customer at issue; the sale stays attributed to that operator. */
    @SerialName("salesperson_id") public val salespersonId: UUID? = null,
    /** The customer's reference, or a note. */
    public val reference: String? = null,
    /** The accepted quote. */
    @SerialName("quote_id") public val quoteId: UUID? = null,
    /** The accepted revision. */
    @SerialName("quote_revision_id") public val quoteRevisionId: UUID? = null,
    /** Warehouse to deliver from. */
    @SerialName("warehouse_id") public val warehouseId: UUID? = null,
    /** Day requested by the customer. */
    @SerialName("requested_day") public val requestedDay: LocalDate? = null,
    /** When it was completed or cancelled. */
    @SerialName("closed_at") public val closedAt: Instant? = null,
    /** Reason, if closed by a user. */
    @SerialName("close_reason") public val closeReason: String? = null,
    /** Expected cost of its goods when the order was created; goods of unknown cost count as zero. */
    @SerialName("expected_cost") public val expectedCost: Money? = null,
    /** Net less expected cost. */
    @SerialName("expected_profit") public val expectedProfit: Money? = null,
)

public typealias SalesOrderRecordPage = Page<SalesOrderRecord>

/** A posted delivery, return or credit note. Amounts of a return or credit are negative, as on the document. */
@Serializable
public data class SalesPosted @JvmOverloads constructor(
    /** The document. */
    @SerialName("document_id") public val documentId: UUID,
    /** Its number. */
    public val number: String,
    /** Net amount. */
    public val net: Money,
    /** Tax. */
    public val tax: Money,
    /** Gross: net and tax. */
    public val gross: Money,
    /** Payable amount: gross, rounded as requested. */
    public val payable: Money,
    /** The receivable, the first of several instalments, or the credit; none if the payable amount is zero. */
    @SerialName("open_item_id") public val openItemId: UUID? = null,
    /** Cost of the goods; none for callers who may not see costs. */
    public val cost: Money? = null,
    /** Set if the customer exceeds its credit limit and the delivery was posted nevertheless. */
    @SerialName("credit_warning") public val creditWarning: CreditWarning? = null,
    /** Objections of the price policy that did not prevent the posting. */
    @SerialName("price_warnings") public val priceWarnings: List<PriceWarning> = emptyList(),
    /** Lots delivered although they have expired, or will expire soon. */
    @SerialName("lot_warnings") public val lotWarnings: List<LotWarning> = emptyList(),
)

/** The scope of a role among customers, narrowest first. */
@Serializable
public enum class ScopeLevel(
    /** As it is on the wire, in filters and in the database. */
    public val wire: String,
) {
    /** Customers owned by the operator. */
    @SerialName("own")
    OWN("own"),

    /** The operator's own customers, and those in its groups and their subgroups. */
    @SerialName("groups")
    GROUPS("groups"),

    /** Every customer. */
    @SerialName("all")
    ALL("all"),
    ;

    /** As it is on the wire. */
    override fun toString(): String = wire
}

/** A session opened on behalf of an operator. */
@Serializable
public data class SessionOpened(
    /** The session's number. */
    public val session: Long,
)

/**
 * Sets the unit cost of a product: stock on hand is valued at it from now on; without stock, it is the cost at which goods without a cost come in.
 * For a product at specified cost, it is that cost from the day on.
 */
@Serializable
public data class SetUnitCost @JvmOverloads constructor(
    /** The product. */
    @SerialName("product_id") public val productId: UUID,
    /** Document date. */
    public val day: LocalDate,
    /** Cost per unit, not negative. */
    @SerialName("unit_cost") public val unitCost: UnitPrice,
    /** The lot, if the product is costed by lot. */
    public val lot: String? = null,
    /** A note. */
    public val reference: String? = null,
) {
    /** The same with another `productId`. */
    public fun withProductId(productId: UUID): SetUnitCost = copy(productId = productId)

    /** The same with another `lot`. */
    public fun withLot(lot: String?): SetUnitCost = copy(lot = lot)

    /** The same with another `day`. */
    public fun withDay(day: LocalDate): SetUnitCost = copy(day = day)

    /** The same with another `unitCost`. */
    public fun withUnitCost(unitCost: UnitPrice): SetUnitCost = copy(unitCost = unitCost)

    /** The same with another `reference`. */
    public fun withReference(reference: String?): SetUnitCost = copy(reference = reference)
}

/** The total and the settled amount of a document or an order. */
@Serializable
public data class Settled(
    /** Total. */
    public val total: Money,
    /** Settled amount; for an order including prepayments not yet applied to a delivery. */
    public val settled: Money,
    /** Payment status. */
    public val status: PaymentStatus,
)

/** Whether a problem excludes its row. */
@Serializable
public enum class Severity(
    /** As it is on the wire, in filters and in the database. */
    public val wire: String,
) {
    /** The row cannot be applied. */
    @SerialName("error")
    ERROR("error"),

    /** The row is applied, but should be reviewed. */
    @SerialName("warning")
    WARNING("warning"),
    ;

    /** As it is on the wire. */
    override fun toString(): String = wire
}

/** A possible kind of a sheet. */
@Serializable
public data class SheetCandidate(
    /** The kind, such as `customers`. */
    public val kind: String,
    /** Certainty in percent. */
    public val certainty: Long,
    /** Required fields for which no column was found. */
    public val missing: List<String>,
)

/** What a column can hold. */
@Serializable
public enum class SheetField(
    /** As it is on the wire, in filters and in the database. */
    public val wire: String,
) {
    /** Customer number. */
    @SerialName("customer_code")
    CUSTOMER_CODE("customer_code"),

    /** Customer's name. */
    @SerialName("customer_name")
    CUSTOMER_NAME("customer_name"),

    /** Customer's country. */
    @SerialName("country")
    COUNTRY("country"),

    /** Customer group. */
    @SerialName("customer_group")
    CUSTOMER_GROUP("customer_group"),

    /** Days until a receivable falls due. */
    @SerialName("payment_days")
    PAYMENT_DAYS("payment_days"),

    /** Tax code. */
    @SerialName("tax_code")
    TAX_CODE("tax_code"),

    /** Product's own code. */
    @SerialName("product_code")
    PRODUCT_CODE("product_code"),

    /** Product's name. */
    @SerialName("product_name")
    PRODUCT_NAME("product_name"),

    /** Product group. */
    @SerialName("product_group")
    PRODUCT_GROUP("product_group"),

    /** Unit of measure. */
    @SerialName("unit")
    UNIT("unit"),

    /** Whether stock is kept. */
    @SerialName("stocked")
    STOCKED("stocked"),

    /** List price. */
    @SerialName("list_price")
    LIST_PRICE("list_price"),

    /** Quantity. */
    @SerialName("quantity")
    QUANTITY("quantity"),

    /** Cost per unit. */
    @SerialName("unit_cost")
    UNIT_COST("unit_cost"),

    /** Price per unit of a movement. */
    @SerialName("unit_price")
    UNIT_PRICE("unit_price"),

    /** Number of an invoice, receipt or other document. */
    @SerialName("document")
    DOCUMENT("document"),

    /** Date of a document. */
    @SerialName("date")
    DATE("date"),

    /** Tax number. */
    @SerialName("tax_id")
    TAX_ID("tax_id"),

    /** What a customer may owe at most. */
    @SerialName("credit_limit")
    CREDIT_LIMIT("credit_limit"),

    /** Notes. */
    @SerialName("notes")
    NOTES("notes"),

    /** Name of a person at a customer. */
    @SerialName("contact_name")
    CONTACT_NAME("contact_name"),

    /** Position of a person. */
    @SerialName("position")
    POSITION("position"),

    /** Telephone. */
    @SerialName("phone")
    PHONE("phone"),

    /** Mobile telephone. */
    @SerialName("mobile")
    MOBILE("mobile"),

    /** E-mail address. */
    @SerialName("email")
    EMAIL("email"),

    /** The purpose of an address. */
    @SerialName("address_kind")
    ADDRESS_KIND("address_kind"),

    /** Name of an address. */
    @SerialName("place_name")
    PLACE_NAME("place_name"),

    /** Street and number. */
    @SerialName("street")
    STREET("street"),

    /** Postal code. */
    @SerialName("postal_code")
    POSTAL_CODE("postal_code"),

    /** City. */
    @SerialName("city")
    CITY("city"),

    /** Model. */
    @SerialName("model")
    MODEL("model"),

    /** Specification. */
    @SerialName("specification")
    SPECIFICATION("specification"),

    /** Brand. */
    @SerialName("brand")
    BRAND("brand"),

    /** Whether a product's goods are tracked by lot or serial. */
    @SerialName("tracking")
    TRACKING("tracking"),

    /** Base units in the number of units given by the denominator. */
    @SerialName("numerator")
    NUMERATOR("numerator"),

    /** Units in the number of base units given by the numerator. */
    @SerialName("denominator")
    DENOMINATOR("denominator"),

    /** The kind of a code. */
    @SerialName("code_kind")
    CODE_KIND("code_kind"),

    /** A further code. */
    @SerialName("code_value")
    CODE_VALUE("code_value"),

    /** The supplier to whom a code belongs. */
    @SerialName("supplier")
    SUPPLIER("supplier"),

    /** Code of a price list. */
    @SerialName("price_list")
    PRICE_LIST("price_list"),

    /** Name of a price list. */
    @SerialName("list_name")
    LIST_NAME("list_name"),

    /** Currency: of a price list, or of the row's money. */
    @SerialName("currency")
    CURRENCY("currency"),

    /** First day. */
    @SerialName("valid_from")
    VALID_FROM("valid_from"),

    /** Last day. */
    @SerialName("valid_to")
    VALID_TO("valid_to"),

    /** Whether prices include tax. */
    @SerialName("includes_tax")
    INCLUDES_TAX("includes_tax"),

    /** Quantity from which a price applies. */
    @SerialName("min_quantity")
    MIN_QUANTITY("min_quantity"),

    /** Discount in percent. */
    @SerialName("discount")
    DISCOUNT("discount"),

    /** Code of a warehouse. */
    @SerialName("warehouse")
    WAREHOUSE("warehouse"),

    /** Lot or serial. */
    @SerialName("lot")
    LOT("lot"),

    /** Day from which a lot is expired. */
    @SerialName("expires_on")
    EXPIRES_ON("expires_on"),

    /** Value of stock, with which quantities and costs are compared. */
    @SerialName("value")
    VALUE("value"),

    /** When a receivable falls due. */
    @SerialName("due_day")
    DUE_DAY("due_day"),

    /** Amount. */
    @SerialName("amount")
    AMOUNT("amount"),

    /** Reference of a credit. */
    @SerialName("reference")
    REFERENCE("reference"),

    /** Order that a prepayment is for. */
    @SerialName("order")
    ORDER("order"),

    /** Customer's registered name. */
    @SerialName("legal_name")
    LEGAL_NAME("legal_name"),

    /** Customer's website. */
    @SerialName("website")
    WEBSITE("website"),

    /** The operator responsible for a customer. */
    @SerialName("owner")
    OWNER("owner"),
    ;

    /** As it is on the wire. */
    override fun toString(): String = wire
}

/** What a sheet of an opening workbook contains. */
@Serializable
public enum class SheetKind(
    /** As it is on the wire, in filters and in the database. */
    public val wire: String,
) {
    /** Customers. */
    @SerialName("customers")
    CUSTOMERS("customers"),

    /** Contacts, phones and e-mail addresses of customers. */
    @SerialName("contacts")
    CONTACTS("contacts"),

    /** Addresses and sites of customers. */
    @SerialName("addresses")
    ADDRESSES("addresses"),

    /** Products. */
    @SerialName("products")
    PRODUCTS("products"),

    /** Further units of products. */
    @SerialName("units")
    UNITS("units"),

    /** Further codes of products. */
    @SerialName("product_codes")
    PRODUCT_CODES("product_codes"),

    /** Price lists. */
    @SerialName("price_lists")
    PRICE_LISTS("price_lists"),

    /** Prices on lists. */
    @SerialName("prices")
    PRICES("prices"),

    /** Prices and discounts of customers. */
    @SerialName("customer_prices")
    CUSTOMER_PRICES("customer_prices"),

    /** Stock on hand, with its cost. */
    @SerialName("opening_stock")
    OPENING_STOCK("opening_stock"),

    /** Open receivables by document. */
    @SerialName("receivables")
    RECEIVABLES("receivables"),

    /** Credits and prepayments. */
    @SerialName("credits")
    CREDITS("credits"),
    ;

    /** As it is on the wire. */
    override fun toString(): String = wire
}

/** How one sheet is to be read. */
@Serializable
public data class SheetPlan @JvmOverloads constructor(
    /** The sheet's name. A name that differs only in numbers matches too, such as that of the next month, and so does a text file of any name. */
    public val sheet: String,
    /** What it contains. */
    public val kind: SheetKind,
    /** Headings of its columns; missing ones are guessed. */
    public val columns: List<ColumnHeading> = emptyList(),
    /** The first row of headings, counted from 1; if the headings are not there, or it is `None`, they are searched for. */
    @SerialName("heading_row") public val headingRow: Long? = null,
    /** How numbers written as text are read here. */
    public val notation: Notation? = null,
    /** How dates written as text are read here. */
    public val dates: DateOrder? = null,
) {
    /** The same with another `sheet`. */
    public fun withSheet(sheet: String): SheetPlan = copy(sheet = sheet)

    /** The same with another `kind`. */
    public fun withKind(kind: SheetKind): SheetPlan = copy(kind = kind)

    /** The same with another `columns`. */
    public fun withColumns(columns: List<ColumnHeading>): SheetPlan = copy(columns = columns)

    /** The same with another `headingRow`. */
    public fun withHeadingRow(headingRow: Long?): SheetPlan = copy(headingRow = headingRow)

    /** The same with another `notation`. */
    public fun withNotation(notation: Notation?): SheetPlan = copy(notation = notation)

    /** The same with another `dates`. */
    public fun withDates(dates: DateOrder?): SheetPlan = copy(dates = dates)
}

/** How a sheet was interpreted. */
@Serializable
public data class SheetReading @JvmOverloads constructor(
    /** The sheet's name. */
    public val sheet: String,
    /** Visibility. */
    public val visibility: SheetVisibility,
    /** Reason. */
    public val reason: SheetReason,
    /** Certainty of the kind, in percent. */
    public val certainty: Long,
    /** Possible kinds, most likely first. */
    public val candidates: List<SheetCandidate>,
    /** Non-empty rows above the headings; a report has at most the first 10,000 rows in this and the other row lists. */
    @SerialName("title_rows") public val titleRows: List<Long>,
    /** Heading rows: one, or two that are read together. */
    @SerialName("heading_rows") public val headingRows: List<Long>,
    /** Total rows. */
    @SerialName("total_rows") public val totalRows: List<Long>,
    /** Number of empty rows between the headings and the last filled row. */
    @SerialName("blank_rows") public val blankRows: Long,
    /** Hidden rows, which are read like others. */
    @SerialName("hidden_rows") public val hiddenRows: List<Long>,
    /** Columns, from left to right. */
    public val columns: List<ColumnReading>,
    /** Counts of its filled cells. */
    public val cells: CellCounts,
    /** The kind it was read as, such as `customers`; none if skipped. */
    public val kind: String? = null,
    /** How numbers written as text are read. */
    public val figures: TextReading? = null,
    /** How dates written as text are read. */
    public val dates: TextReading? = null,
    /** Actual file type, if the file name suggests another. */
    public val container: String? = null,
    /** Encoding of a text file, detected or specified. */
    public val encoding: String? = null,
    /** Column delimiter of a text file, detected or specified. */
    public val delimiter: String? = null,
)

/** Why a sheet was read as its kind, or skipped. */
@Serializable
public enum class SheetReason(
    /** As it is on the wire, in filters and in the database. */
    public val wire: String,
) {
    /** Read: specified by the caller. */
    @SerialName("given")
    GIVEN("given"),

    /** Read: recognised by name, and its headings agree. */
    @SerialName("name")
    NAME("name"),

    /** Read: recognised by its headings. */
    @SerialName("headings")
    HEADINGS("headings"),

    /** Skipped: excluded by the caller, explicitly or by naming others. */
    @SerialName("not_asked")
    NOT_ASKED("not_asked"),

    /** Skipped: written by this library beside the sheets to read. */
    @SerialName("own")
    OWN("own"),

    /** Skipped: empty. */
    @SerialName("empty")
    EMPTY("empty"),

    /** Skipped: hidden and not requested. */
    @SerialName("hidden")
    HIDDEN("hidden"),

    /** Skipped: no row near the top looks like headings. */
    @SerialName("no_headings")
    NO_HEADINGS("no_headings"),

    /** Skipped: has headings, but they are not conclusive. */
    @SerialName("uncertain")
    UNCERTAIN("uncertain"),

    /** Skipped: its headings match two kinds equally well. */
    @SerialName("draw")
    DRAW("draw"),

    /** Skipped: recognised, but lacks columns that its kind requires. */
    @SerialName("columns_missing")
    COLUMNS_MISSING("columns_missing"),

    /** Skipped: contains several tables side by side. */
    @SerialName("several_tables")
    SEVERAL_TABLES("several_tables"),
    ;

    /** As it is on the wire. */
    override fun toString(): String = wire
}

/** Totals computed from a sheet, for comparison with those it states. */
@Serializable
public data class SheetTotals @JvmOverloads constructor(
    /** The sheet. */
    public val sheet: String,
    /** Non-empty rows, without the heading. */
    public val rows: Long,
    /** Rows that could be read. */
    public val readable: Long,
    /** Sum of quantities in readable rows. */
    public val quantity: BigDecimal,
    /** Sum of quantity x unit cost in readable rows, unrounded. */
    public val value: BigDecimal,
    /** Sum of amounts in readable rows. */
    public val amount: BigDecimal,
    /** The sheet's own totals row, if any; a difference is reported as a problem of that row. */
    public val stated: StatedTotals? = null,
)

/** The visibility of a sheet. */
@Serializable
public enum class SheetVisibility(
    /** As it is on the wire, in filters and in the database. */
    public val wire: String,
) {
    /** Visible. */
    @SerialName("visible")
    VISIBLE("visible"),

    /** Hidden, and can be unhidden from the menu. */
    @SerialName("hidden")
    HIDDEN("hidden"),

    /** Hidden, and can only be unhidden by a program. */
    @SerialName("very_hidden")
    VERY_HIDDEN("very_hidden"),
    ;

    /** As it is on the wire. */
    override fun toString(): String = wire
}

/** The totals row at the end of a sheet. */
@Serializable
public data class StatedTotals @JvmOverloads constructor(
    /** Row number, from 1. */
    public val row: Long,
    /** Total quantity, if stated. */
    public val quantity: BigDecimal? = null,
    /** Total value, if stated. */
    public val value: BigDecimal? = null,
    /** Total amount, if stated. */
    public val amount: BigDecimal? = null,
)

/** A statement of account. */
@Serializable
public data class Statement(
    /** First day. */
    public val from: LocalDate,
    /** Last day. */
    public val to: LocalDate,
    /** Balance before the first day. */
    public val opening: Money,
    /** Lines by day. */
    public val lines: List<StatementLine>,
    /** Balance at the end of the last day. */
    public val closing: Money,
)

/** A line of a statement: one document, with its instalments combined. */
@Serializable
public data class StatementLine @JvmOverloads constructor(
    /** Day. */
    public val day: LocalDate,
    /** Kind of item. */
    public val kind: OpenItemKind,
    /** The customer, which may be any in a payer's group. */
    @SerialName("customer_id") public val customerId: UUID,
    /** Latest due date. */
    @SerialName("due_day") public val dueDay: LocalDate,
    /** Amount: positive if it raises the balance. */
    public val amount: Money,
    /** Balance after the line. */
    public val balance: Money,
    /** Document number; none for a transfer from a payer outside the caller's scope. */
    public val number: String? = null,
    /** The customer's reference, a note, or the reason. */
    public val reference: String? = null,
)

/**
 * A record as stored: its id, version and fields.
 *
 * The version of a master or state row counts its changes, from 1; a change based on an older version is refused. Document and ledger rows never
 * change and always have version 1. In JSON, id and version are siblings of the fields.
 */
@Serializable
public data class StockBalanceRecord(
    /** Its version: how often it has been written. */
    public val version: Long,
    /** The product. */
    @SerialName("product_id") public val productId: UUID,
    /** The warehouse. */
    @SerialName("warehouse_id") public val warehouseId: UUID,
    /** Quantity on hand. */
    public val quantity: BigDecimal,
)

public typealias StockBalanceRecordPage = Page<StockBalanceRecord>

/**
 * A record as stored: its id, version and fields.
 *
 * The version of a master or state row counts its changes, from 1; a change based on an older version is refused. Document and ledger rows never
 * change and always have version 1. In JSON, id and version are siblings of the fields.
 */
@Serializable
public data class StockDocumentRecord @JvmOverloads constructor(
    /** The id. */
    public val id: UUID,
    /** Its version: how often it has been written. */
    public val version: Long,
    /** Kind of document. */
    public val kind: MovementKind,
    /** Number, such as `GR-2010-000001`. */
    public val number: String,
    /** Number series. */
    public val series: String,
    /** Sequence number in the series, from 1, without gaps. */
    public val sequence: Long,
    /** Document date. */
    public val day: LocalDate,
    /** Time of posting. */
    @SerialName("posted_at") public val postedAt: Instant,
    /** The operator who posted it. */
    @SerialName("operator_id") public val operatorId: UUID,
    /** Currency of the value. */
    public val currency: String,
    /** The warehouse; none if only values change. */
    @SerialName("warehouse_id") public val warehouseId: UUID? = null,
    /** The destination warehouse of a transfer. */
    @SerialName("to_warehouse_id") public val toWarehouseId: UUID? = null,
    /** The document that this one corrects or reverses. */
    @SerialName("corrects_id") public val correctsId: UUID? = null,
    /** External document number, or a note. */
    public val reference: String? = null,
    /** Amount paid or charged, less amounts credited. */
    public val amount: Money? = null,
    /** Value that came in, less value that went out. */
    public val value: Money? = null,
)

public typealias StockDocumentRecordPage = Page<StockDocumentRecord>

/**
 * A record as stored: its id, version and fields.
 *
 * The version of a master or state row counts its changes, from 1; a change based on an older version is refused. Document and ledger rows never
 * change and always have version 1. In JSON, id and version are siblings of the fields.
 */
@Serializable
public data class StockLotRecord @JvmOverloads constructor(
    /** Its version: how often it has been written. */
    public val version: Long,
    /** The product. */
    @SerialName("product_id") public val productId: UUID,
    /** Lot or serial number. */
    public val lot: String,
    /** Quantity on hand in all warehouses. */
    public val quantity: BigDecimal,
    /** Currency of the value. */
    public val currency: String,
    /** Day from which the lot is expired. */
    @SerialName("expires_on") public val expiresOn: LocalDate? = null,
    /** Value of the quantity on hand, if the product is costed by lot. */
    public val value: Money? = null,
    /** The last cost per unit, if the product is costed by lot. */
    @SerialName("reference_cost") public val referenceCost: UnitPrice? = null,
)

public typealias StockLotRecordPage = Page<StockLotRecord>

/**
 * A record as stored: its id, version and fields.
 *
 * The version of a master or state row counts its changes, from 1; a change based on an older version is refused. Document and ledger rows never
 * change and always have version 1. In JSON, id and version are siblings of the fields.
 */
@Serializable
public data class StockMovementRecord @JvmOverloads constructor(
    /** The id. */
    public val id: UUID,
    /** Its version: how often it has been written. */
    public val version: Long,
    /** The product. */
    @SerialName("product_id") public val productId: UUID,
    /** Sequence number among the product's movements, from 1, without gaps: the order of costing. */
    public val sequence: Long,
    /** Kind of movement. */
    public val kind: MovementKind,
    /** Where its value comes from. */
    public val basis: CostBasis,
    /** Document date. */
    public val day: LocalDate,
    /** Line of the document, from 1. */
    public val line: Long,
    /** Quantity: in if positive, out if negative. */
    public val quantity: BigDecimal,
    /** The part of the quantity that covered goods that had left before. */
    public val covered: BigDecimal,
    /** Currency of the value. */
    public val currency: String,
    /** The warehouse; none if only a value changes. */
    @SerialName("warehouse_id") public val warehouseId: UUID? = null,
    /** Lot or serial number, if the product is tracked. */
    public val lot: String? = null,
    /** The stock document, if caused by one. */
    @SerialName("stock_document_id") public val stockDocumentId: UUID? = null,
    /** The delivery or return, if caused by one. */
    @SerialName("sales_document_id") public val salesDocumentId: UUID? = null,
    /** The customer of that delivery or return. */
    @SerialName("customer_id") public val customerId: UUID? = null,
    /** Sequence of the movement that it changes or reverses. */
    @SerialName("for_sequence") public val forSequence: Long? = null,
    /** The document of that movement, if this one corrects it; for the reversal of a correction, the corrected document. */
    @SerialName("corrects_id") public val correctsId: UUID? = null,
    /** Cost per unit given on the document, if any. */
    @SerialName("unit_cost") public val unitCost: UnitPrice? = null,
    /** Number of units that this cost is for, if other than one. */
    @SerialName("price_quantity") public val priceQuantity: BigDecimal? = null,
    /** Amount charged or credited by the document: the value, the variance and the corrections. */
    public val amount: Money? = null,
    /** Value in or out, at cost. */
    public val value: Money? = null,
)

public typealias StockMovementRecordPage = Page<StockMovementRecord>

/**
 * A record as stored: its id, version and fields.
 *
 * The version of a master or state row counts its changes, from 1; a change based on an older version is refused. Document and ledger rows never
 * change and always have version 1. In JSON, id and version are siblings of the fields.
 */
@Serializable
public data class StockPoolRecord @JvmOverloads constructor(
    /** Its version: how often it has been written. */
    public val version: Long,
    /** The product. */
    @SerialName("product_id") public val productId: UUID,
    /** Currency of the value. */
    public val currency: String,
    /** Quantity on hand in all warehouses. */
    public val quantity: BigDecimal,
    /** Number of movements so far. */
    public val movements: Long,
    /** Value of the quantity on hand. */
    public val value: Money? = null,
    /** The last cost per unit, kept when stock is empty. */
    @SerialName("reference_cost") public val referenceCost: UnitPrice? = null,
    /** Day of the latest movement. */
    @SerialName("last_day") public val lastDay: LocalDate? = null,
)

public typealias StockPoolRecordPage = Page<StockPoolRecord>

/** A posted stock document. */
@Serializable
public data class StockPosted @JvmOverloads constructor(
    /** The document. */
    @SerialName("document_id") public val documentId: UUID,
    /** Its number. */
    public val number: String,
    /** Value that came in, less value that went out; none for callers who may not see costs. */
    public val value: Money? = null,
    /** Amount paid or charged, less amounts credited; none for callers who may not see costs. */
    public val amount: Money? = null,
)

/** A product sent back. */
@Serializable
public data class SupplierReturnLine @JvmOverloads constructor(
    /** The product. */
    @SerialName("product_id") public val productId: UUID,
    /** Quantity, positive. */
    public val quantity: BigDecimal,
    /** Lot or serial number, if the product is tracked. */
    public val lot: String? = null,
    /** Amount that the supplier credits per unit; none: the price of the receipt, or the cost of the goods if no receipt is given. */
    public val credit: UnitPrice? = null,
    /** The line of the receipt, if the product is on several. */
    @SerialName("receipt_line") public val receiptLine: Long? = null,
) {
    /** The same with another `productId`. */
    public fun withProductId(productId: UUID): SupplierReturnLine = copy(productId = productId)

    /** The same with another `quantity`. */
    public fun withQuantity(quantity: BigDecimal): SupplierReturnLine = copy(quantity = quantity)

    /** The same with another `lot`. */
    public fun withLot(lot: String?): SupplierReturnLine = copy(lot = lot)

    /** The same with another `credit`. */
    public fun withCredit(credit: UnitPrice?): SupplierReturnLine = copy(credit = credit)

    /** The same with another `receiptLine`. */
    public fun withReceiptLine(receiptLine: Long?): SupplierReturnLine = copy(receiptLine = receiptLine)
}

/** Tax categories: the codes of EN 16931 (UNTDID 5305). */
@Serializable
public enum class TaxCategory(
    /** As it is on the wire, in filters and in the database. */
    public val wire: String,
) {
    /** Standard or reduced rate. */
    @SerialName("S")
    S("S"),

    /** Zero rated. */
    @SerialName("Z")
    Z("Z"),

    /** Exempt. */
    @SerialName("E")
    E("E"),

    /** Reverse charge: the buyer accounts for the tax. */
    @SerialName("AE")
    AE("AE"),

    /** Intra-community supply within the European Union. */
    @SerialName("K")
    K("K"),

    /** Export. */
    @SerialName("G")
    G("G"),

    /** Outside the scope of tax. */
    @SerialName("O")
    O("O"),

    /** General indirect tax of the Canary Islands. */
    @SerialName("L")
    L("L"),

    /** Tax of Ceuta and Melilla. */
    @SerialName("M")
    M("M"),

    /** Margin scheme, travel agents. */
    @SerialName("D")
    D("D"),

    /** Margin scheme, second-hand goods. */
    @SerialName("F")
    F("F"),

    /** Margin scheme, works of art. */
    @SerialName("I")
    I("I"),

    /** Margin scheme, collectors' items and antiques. */
    @SerialName("J")
    J("J"),
    ;

    /** As it is on the wire. */
    override fun toString(): String = wire
}

/** The tax class of a line or an allowance or charge: a snapshot of the rate in force. */
@Serializable
public data class TaxClass @JvmOverloads constructor(
    /** Tax code; empty if untaxed. */
    public val code: String,
    /** Its name on documents. */
    public val name: String,
    /** Category. */
    public val category: TaxCategory,
    /** Rate in percent. */
    public val rate: BigDecimal,
    /** Exemption reason on documents (BT-120). */
    @SerialName("exemption_reason") public val exemptionReason: String? = null,
)

/** All items of a category and rate. */
@Serializable
public data class TaxGroup @JvmOverloads constructor(
    /** Tax code of the first item. */
    public val code: String,
    /** Its name. */
    public val name: String,
    /** Category. */
    public val category: TaxCategory,
    /** Rate in percent. */
    public val rate: BigDecimal,
    /** Sum of the net amounts: the tax base. */
    public val base: Money,
    /** Tax on it. */
    public val tax: Money,
    /** Exemption reason on documents (BT-120). */
    @SerialName("exemption_reason") public val exemptionReason: String? = null,
)

/** The level at which tax is rounded. */
@Serializable
public enum class TaxMethod(
    /** As it is on the wire, in filters and in the database. */
    public val wire: String,
) {
    /** Once per rate, on the sum of its line nets: EN 16931. */
    @SerialName("per_rate")
    PER_RATE("per_rate"),

    /** Per line. */
    @SerialName("per_line")
    PER_LINE("per_line"),

    /** Once per document: the exact taxes of all rates are summed, and the sum is rounded. */
    @SerialName("document")
    DOCUMENT("document"),
    ;

    /** As it is on the wire. */
    override fun toString(): String = wire
}

/** How a document is calculated. Stored with it, so that a later change of policy never affects it. */
@Serializable
public data class TaxPolicy(
    /** Level at which tax is rounded. */
    public val method: TaxMethod,
    /** How halves are rounded. */
    public val rounding: RoundingMode,
    /** Whether amounts include tax unless stated otherwise. */
    @SerialName("prices_include_tax") public val pricesIncludeTax: Boolean,
    /** Currency of the document. */
    public val currency: String,
    /** Rounding step of its amounts. */
    public val step: BigDecimal,
)

/** The rate of a tax code from a day on. */
@Serializable
public data class TaxRate @JvmOverloads constructor(
    /** Tax code, such as `S`. */
    public val code: String,
    /** Name on documents. */
    public val name: String,
    /** Category, shown on documents; totals are grouped by it. */
    public val category: TaxCategory,
    /** Rate in percent. */
    public val rate: BigDecimal,
    /** First day in force. */
    @SerialName("valid_from") public val validFrom: LocalDate,
    /** Product tax codes that it replaces, by the customer's tax profile. */
    public val replaces: List<TaxReplacement> = emptyList(),
    /** Exemption reason on documents (BT-120), such as the article of the law. */
    @SerialName("exemption_reason") public val exemptionReason: String? = null,
) {
    /** The same with another `code`. */
    public fun withCode(code: String): TaxRate = copy(code = code)

    /** The same with another `name`. */
    public fun withName(name: String): TaxRate = copy(name = name)

    /** The same with another `category`. */
    public fun withCategory(category: TaxCategory): TaxRate = copy(category = category)

    /** The same with another `rate`. */
    public fun withRate(rate: BigDecimal): TaxRate = copy(rate = rate)

    /** The same with another `validFrom`. */
    public fun withValidFrom(validFrom: LocalDate): TaxRate = copy(validFrom = validFrom)

    /** The same with another `replaces`. */
    public fun withReplaces(replaces: List<TaxReplacement>): TaxRate = copy(replaces = replaces)

    /** The same with another `exemptionReason`. */
    public fun withExemptionReason(exemptionReason: String?): TaxRate = copy(exemptionReason = exemptionReason)
}

/**
 * A record as stored: its id, version and fields.
 *
 * The version of a master or state row counts its changes, from 1; a change based on an older version is refused. Document and ledger rows never
 * change and always have version 1. In JSON, id and version are siblings of the fields.
 */
@Serializable
public data class TaxRateRecord @JvmOverloads constructor(
    /** The id. */
    public val id: UUID,
    /** Its version: how often it has been written. */
    public val version: Long,
    /** Tax code, such as `S`. */
    public val code: String,
    /** Name on documents. */
    public val name: String,
    /** Category, shown on documents; totals are grouped by it. */
    public val category: TaxCategory,
    /** Rate in percent. */
    public val rate: BigDecimal,
    /** First day in force. */
    @SerialName("valid_from") public val validFrom: LocalDate,
    /** Product tax codes that it replaces, by the customer's tax profile. */
    public val replaces: List<TaxReplacement> = emptyList(),
    /** Exemption reason on documents (BT-120), such as the article of the law. */
    @SerialName("exemption_reason") public val exemptionReason: String? = null,
) {
    /** Its data, without id and version. */
    public fun toTaxRate(): TaxRate = TaxRate(code = code, name = name, category = category, rate = rate, validFrom = validFrom, replaces = replaces, exemptionReason = exemptionReason)

    /** The same with another `id`. */
    public fun withId(id: UUID): TaxRateRecord = copy(id = id)

    /** The same with another `version`. */
    public fun withVersion(version: Long): TaxRateRecord = copy(version = version)

    /** The same with another `code`. */
    public fun withCode(code: String): TaxRateRecord = copy(code = code)

    /** The same with another `name`. */
    public fun withName(name: String): TaxRateRecord = copy(name = name)

    /** The same with another `category`. */
    public fun withCategory(category: TaxCategory): TaxRateRecord = copy(category = category)

    /** The same with another `rate`. */
    public fun withRate(rate: BigDecimal): TaxRateRecord = copy(rate = rate)

    /** The same with another `validFrom`. */
    public fun withValidFrom(validFrom: LocalDate): TaxRateRecord = copy(validFrom = validFrom)

    /** The same with another `replaces`. */
    public fun withReplaces(replaces: List<TaxReplacement>): TaxRateRecord = copy(replaces = replaces)

    /** The same with another `exemptionReason`. */
    public fun withExemptionReason(exemptionReason: String?): TaxRateRecord = copy(exemptionReason = exemptionReason)
}

public typealias TaxRateRecordPage = Page<TaxRateRecord>

public typealias TaxRateUpserted = UpsertedRecord<TaxRateRecord>

/** Replaces the tax code of goods sold to customers with a tax profile (a fiscal position). */
@Serializable
public data class TaxReplacement(
    /** Tax profile of the customer, such as `EU`. */
    public val profile: String,
    /** The tax code that is replaced. */
    public val code: String,
) {
    /** The same with another `profile`. */
    public fun withProfile(profile: String): TaxReplacement = copy(profile = profile)

    /** The same with another `code`. */
    public fun withCode(code: String): TaxReplacement = copy(code = code)
}

/** A part of the amount and its due date. */
@Serializable
public data class TermPart @JvmOverloads constructor(
    /** Share in percent; zero if given as a fraction. */
    public val percent: BigDecimal,
    /** Steps from the document date, in order. */
    public val due: List<TermStep>,
    /** Share as a fraction, where no percentage is exact. */
    public val share: TermShare? = null,
) {
    /** The same with another `percent`. */
    public fun withPercent(percent: BigDecimal): TermPart = copy(percent = percent)

    /** The same with another `due`. */
    public fun withDue(due: List<TermStep>): TermPart = copy(due = due)

    /** The same with another `share`. */
    public fun withShare(share: TermShare?): TermPart = copy(share = share)
}

/** A share of the amount as a fraction, such as 1 of 3. */
@Serializable
public data class TermShare(
    /** The numerator. */
    public val part: Long,
    /** The denominator. */
    public val of: Long,
) {
    /** The same with another `part`. */
    public fun withPart(part: Long): TermShare = copy(part = part)

    /** The same with another `of`. */
    public fun withOf(of: Long): TermShare = copy(of = of)
}

/** A step from the document date towards the due date. */
@Serializable
public sealed interface TermStep {
    /** A number of days later. */
    @SerialName("days")
    @Serializable
    public data class Days(
        public val value: Long,
    ) : TermStep

    /** A number of calendar months later; a day missing in that month becomes its last day: 31 January plus one month is 28 or 29 February. */
    @SerialName("months")
    @Serializable
    public data class Months(
        public val value: Long,
    ) : TermStep

    /** To the last day of the month. */
    @Serializable
    @SerialName("end_of_month")
    public data object EndOfMonth : TermStep
}

/** How numbers or dates written as text are read. */
@Serializable
public data class TextReading @JvmOverloads constructor(
    /** Reason. */
    public val reason: ReadingReason,
    /** Number of ambiguous cells. */
    public val ambiguous: Long,
    /** Interpretation: `point` or `comma` (decimal mark) for numbers, `day_first` or `month_first` for dates; none if undecided. */
    @SerialName("read_as") public val readAs: String? = null,
    /** A deciding cell, or an ambiguous one. */
    public val sample: String? = null,
    /** Row of that cell. */
    public val row: Long? = null,
)

/** How a product's goods are tracked. */
@Serializable
public enum class Tracking(
    /** As it is on the wire, in filters and in the database. */
    public val wire: String,
) {
    /** Not tracked. */
    @SerialName("none")
    NONE("none"),

    /** By lot, each with its own quantity. */
    @SerialName("lot")
    LOT("lot"),

    /** By serial number, each a single piece. */
    @SerialName("serial")
    SERIAL("serial"),
    ;

    /** As it is on the wire. */
    override fun toString(): String = wire
}

/** A product moved. */
@Serializable
public data class TransferLine @JvmOverloads constructor(
    /** The product. */
    @SerialName("product_id") public val productId: UUID,
    /** Quantity, positive. */
    public val quantity: BigDecimal,
    /** Lot or serial number, if the product is tracked. */
    public val lot: String? = null,
) {
    /** The same with another `productId`. */
    public fun withProductId(productId: UUID): TransferLine = copy(productId = productId)

    /** The same with another `quantity`. */
    public fun withQuantity(quantity: BigDecimal): TransferLine = copy(quantity = quantity)

    /** The same with another `lot`. */
    public fun withLot(lot: String?): TransferLine = copy(lot = lot)
}

/** What undoing an operation did, or would do. */
@Serializable
public data class Undone(
    /** The operation. */
    @SerialName("operation_id") public val operationId: UUID,
    /** Number of records that became what they were, by entity; those that had been deleted are back with their ids. */
    public val restored: Map<String, Long>,
    /** Number of records left as they were, at least in part, because they had changed since. */
    public val kept: Long,
    /** The first of them, at most `MAX_KEPT_RECORDS`. */
    @SerialName("kept_records") public val keptRecords: List<KeptRecord>,
)

/** A price or cost per unit: at most 6 decimals, in one currency. */
@Serializable
public data class UnitPrice(
    /** The number. */
    public val amount: BigDecimal,
    /** The currency, such as `EUR`. */
    public val currency: String,
) {
    /** The same with another `amount`. */
    public fun withAmount(amount: BigDecimal): UnitPrice = copy(amount = amount)

    /** The same with another `currency`. */
    public fun withCurrency(currency: String): UnitPrice = copy(currency = currency)
}

/** How many base units make one unit: a positive fraction in lowest terms. */
@Serializable
public data class UnitRatio(
    public val numerator: Long,
    public val denominator: Long,
)

/** Goods without a known delivery, at a given price and, unless given, the current cost. */
@Serializable
public data class UnlinkedReturn @JvmOverloads constructor(
    /** The product or service. */
    @SerialName("product_id") public val productId: UUID,
    /** Quantity: positive for returned goods; a service may have a negative quantity, to charge the customer. */
    public val quantity: BigDecimal,
    /** Price per unit. */
    @SerialName("unit_price") public val unitPrice: UnitPrice,
    /** Lot or serial number, if the product is tracked. */
    public val lot: String? = null,
    /** Unit of quantity and price; none: the product's base unit. */
    public val unit: String? = null,
    /** Tax code; none: as on a delivery. */
    @SerialName("tax_code") public val taxCode: String? = null,
    /** Whether the price includes tax; none: as the company's prices. */
    @SerialName("includes_tax") public val includesTax: Boolean? = null,
    /** Day of the sale, whose tax rate applies; none: the day of the return. */
    @SerialName("sold_on") public val soldOn: LocalDate? = null,
    /** Cost at the time of delivery, if known. */
    public val cost: LineCost = LineCost.ByMethod,
)

/** Whether an upsert may create, update or both. */
@Serializable
public enum class UpsertMode(
    /** As it is on the wire, in filters and in the database. */
    public val wire: String,
) {
    /** Either. */
    @SerialName("upsert")
    UPSERT("upsert"),

    /** Only update; an unknown key is an error. */
    @SerialName("update_only")
    UPDATE_ONLY("update_only"),

    /** Only create; a known key is an error. */
    @SerialName("create_only")
    CREATE_ONLY("create_only"),
    ;

    /** As it is on the wire. */
    override fun toString(): String = wire
}

/** The outcome of an upsert. */
@Serializable
public enum class Upserted(
    /** As it is on the wire, in filters and in the database. */
    public val wire: String,
) {
    /** A record was created. */
    @SerialName("created")
    CREATED("created"),

    /** The record with the key was updated. */
    @SerialName("updated")
    UPDATED("updated"),

    /** Nothing changed: the record was already like this. */
    @SerialName("unchanged")
    UNCHANGED("unchanged"),
    ;

    /** As it is on the wire. */
    override fun toString(): String = wire
}

/** Why stock is worth something other than what was paid or charged. */
@Serializable
public enum class VarianceKind(
    /** As it is on the wire, in filters and in the database. */
    public val wire: String,
) {
    /** Purchase at a price other than the specified cost, or covering goods that no delivery took. */
    @SerialName("purchase")
    PURCHASE("purchase"),

    /** A supplier's credit that differs from the cost of the goods. */
    @SerialName("supplier_return")
    SUPPLIER_RETURN("supplier_return"),

    /** The part of a late cost or corrected price for goods that have left. */
    @SerialName("late_cost")
    LATE_COST("late_cost"),

    /** Revaluation of stock. */
    @SerialName("revaluation")
    REVALUATION("revaluation"),

    /** Reversal of a document whose value has left. */
    @SerialName("reversal")
    REVERSAL("reversal"),

    /** A line with a cost set by an operator. */
    @SerialName("override")
    OVERRIDE("override"),

    /** Customer return that entered stock at another value. */
    @SerialName("return")
    RETURN("return"),

    /** Result of recalculation that belongs to no delivery. */
    @SerialName("recost")
    RECOST("recost"),
    ;

    /** As it is on the wire. */
    override fun toString(): String = wire
}

/** The result of a successful verification. */
@Serializable
public data class Verified(
    /** The invariants, in the order of checking. */
    public val checks: List<String>,
    /** How many records were compared. */
    public val records: Long,
)

/** A warehouse. */
@Serializable
public data class Warehouse @JvmOverloads constructor(
    /** Code. */
    public val code: String,
    /** Name. */
    public val name: String,
    /** Whether new documents may use it. */
    @SerialName("is_active") public val isActive: Boolean = true,
    /** Whether its stock may become negative; stock of tracked products never may. */
    @SerialName("allows_negative") public val allowsNegative: Boolean = false,
) {
    /** The same with another `code`. */
    public fun withCode(code: String): Warehouse = copy(code = code)

    /** The same with another `name`. */
    public fun withName(name: String): Warehouse = copy(name = name)

    /** The same with another `isActive`. */
    public fun withIsActive(isActive: Boolean): Warehouse = copy(isActive = isActive)

    /** The same with another `allowsNegative`. */
    public fun withAllowsNegative(allowsNegative: Boolean): Warehouse = copy(allowsNegative = allowsNegative)
}

/**
 * A record as stored: its id, version and fields.
 *
 * The version of a master or state row counts its changes, from 1; a change based on an older version is refused. Document and ledger rows never
 * change and always have version 1. In JSON, id and version are siblings of the fields.
 */
@Serializable
public data class WarehouseRecord @JvmOverloads constructor(
    /** The id. */
    public val id: UUID,
    /** Its version: how often it has been written. */
    public val version: Long,
    /** Code. */
    public val code: String,
    /** Name. */
    public val name: String,
    /** Whether new documents may use it. */
    @SerialName("is_active") public val isActive: Boolean = true,
    /** Whether its stock may become negative; stock of tracked products never may. */
    @SerialName("allows_negative") public val allowsNegative: Boolean = false,
) {
    /** Its data, without id and version. */
    public fun toWarehouse(): Warehouse = Warehouse(code = code, name = name, isActive = isActive, allowsNegative = allowsNegative)

    /** The same with another `id`. */
    public fun withId(id: UUID): WarehouseRecord = copy(id = id)

    /** The same with another `version`. */
    public fun withVersion(version: Long): WarehouseRecord = copy(version = version)

    /** The same with another `code`. */
    public fun withCode(code: String): WarehouseRecord = copy(code = code)

    /** The same with another `name`. */
    public fun withName(name: String): WarehouseRecord = copy(name = name)

    /** The same with another `isActive`. */
    public fun withIsActive(isActive: Boolean): WarehouseRecord = copy(isActive = isActive)

    /** The same with another `allowsNegative`. */
    public fun withAllowsNegative(allowsNegative: Boolean): WarehouseRecord = copy(allowsNegative = allowsNegative)
}

public typealias WarehouseRecordPage = Page<WarehouseRecord>

public typealias WarehouseUpserted = UpsertedRecord<WarehouseRecord>

/** How a workbook would be read. */
@Serializable
public data class WorkbookPlan(
    /** The options that reproduce it: to be shown, corrected, saved, and used for the next file. */
    public val options: ReadingOptions,
    /** How each sheet was recognised, and why. Cells of rows that turn out to be totals, or are refused, still count as read. */
    public val sheets: List<SheetReading>,
    /** What is left out, and what somebody should look at. */
    public val problems: List<Problem>,
)
