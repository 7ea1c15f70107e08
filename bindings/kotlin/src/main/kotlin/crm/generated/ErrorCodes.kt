// Written by bindings/generate from api.json; a change here is lost.

package crm

/** The codes of errors, as in [CrmException.code]. */
public object ErrorCodes {
    /** [CrmException.Invalid]. */
    public const val NUMBER_OUT_OF_RANGE: String = "number.out_of_range"

    /** [CrmException.Invalid]. */
    public const val NUMBER_TOO_PRECISE: String = "number.too_precise"

    /** [CrmException.Invalid]. */
    public const val NUMBER_UNREADABLE: String = "number.unreadable"

    /** [CrmException.Invalid]. */
    public const val CURRENCY_MISMATCH: String = "currency.mismatch"

    /** [CrmException.Invalid]. */
    public const val CURRENCY_UNKNOWN: String = "currency.unknown"

    /** [CrmException.Invalid]. */
    public const val FIELD_INVALID: String = "field.invalid"

    /** [CrmException.Limit]. */
    public const val FIELD_TOO_LONG: String = "field.too_long"

    /** [CrmException.Conflict]. */
    public const val UNIQUE_TAKEN: String = "unique.taken"

    /** [CrmException.Conflict]. */
    public const val VERSION_CONFLICT: String = "version.conflict"

    /** [CrmException.NotFound]. */
    public const val RECORD_NOT_FOUND: String = "record.not_found"

    /** [CrmException.NotFound]. */
    public const val REFERENCE_MISSING: String = "reference.missing"

    /** [CrmException.Conflict]. */
    public const val RECORD_IN_USE: String = "record.in_use"

    /** [CrmException.Conflict]. */
    public const val TREE_CYCLE: String = "tree.cycle"

    /** [CrmException.Limit]. */
    public const val TREE_TOO_DEEP: String = "tree.too_deep"

    /** [CrmException.Denied]. */
    public const val ACCESS_DENIED: String = "access.denied"

    /** [CrmException.Denied]. */
    public const val ACCESS_FIELD_HIDDEN: String = "access.field_hidden"

    /** [CrmException.Conflict]. Can succeed later. */
    public const val ACCESS_CHANGED: String = "access.changed"

    /** [CrmException.Invalid]. */
    public const val QUERY_INVALID: String = "query.invalid"

    /** [CrmException.Invalid]. */
    public const val QUERY_CURSOR_INVALID: String = "query.cursor_invalid"

    /** [CrmException.Limit]. */
    public const val LIMIT_EXCEEDED: String = "limit.exceeded"

    /** [CrmException.Conflict]. */
    public const val IDEMPOTENCY_MISMATCH: String = "idempotency.mismatch"

    /** [CrmException.Conflict]. */
    public const val STOCK_INSUFFICIENT: String = "stock.insufficient"

    /** [CrmException.Conflict]. */
    public const val STOCK_BACKDATED: String = "stock.backdated"

    /** [CrmException.Invalid]. */
    public const val STOCK_COST_UNKNOWN: String = "stock.cost_unknown"

    /** [CrmException.Invalid]. */
    public const val STOCK_LOT_NEEDED: String = "stock.lot_needed"

    /** [CrmException.NotFound]. */
    public const val STOCK_LOT_UNKNOWN: String = "stock.lot_unknown"

    /** [CrmException.Invalid]. */
    public const val STOCK_SERIAL_NOT_ONE: String = "stock.serial_not_one"

    /** [CrmException.Conflict]. */
    public const val STOCK_NOTHING_TO_REVALUE: String = "stock.nothing_to_revalue"

    /** [CrmException.Conflict]. */
    public const val STOCK_NOT_CORRECTABLE: String = "stock.not_correctable"

    /** [CrmException.Corrupt]. */
    public const val COSTING_UNLAWFUL: String = "costing.unlawful"

    /** [CrmException.Invalid]. */
    public const val COSTING_UNKNOWN: String = "costing.unknown"

    /** [CrmException.Conflict]. */
    public const val RETURN_EXCEEDS_DELIVERY: String = "return.exceeds_delivery"

    /** [CrmException.Invalid]. */
    public const val PRICE_MISSING: String = "price.missing"

    /** [CrmException.Conflict]. */
    public const val LINE_EXCEEDED: String = "line.exceeded"

    /** [CrmException.Conflict]. */
    public const val QUOTE_EXPIRED: String = "quote.expired"

    /** [CrmException.Conflict]. */
    public const val DOCUMENT_CLOSED: String = "document.closed"

    /** [CrmException.Conflict]. */
    public const val QUOTE_REVISION_TAKEN: String = "quote.revision_taken"

    /** [CrmException.Conflict]. */
    public const val DOCUMENT_REVERSED: String = "document.reversed"

    /** [CrmException.Conflict]. */
    public const val ALLOCATION_EXCEEDED: String = "allocation.exceeded"

    /** [CrmException.Conflict]. */
    public const val CREDIT_RESERVED: String = "credit.reserved"

    /** [CrmException.Denied]. */
    public const val WRITE_OFF_EXCEEDED: String = "write_off.exceeded"

    /** [CrmException.Conflict]. */
    public const val DOCUMENT_CANCELLED: String = "document.cancelled"

    /** [CrmException.Conflict]. */
    public const val CREDIT_EXCEEDED: String = "credit.exceeded"

    /** [CrmException.Invalid]. */
    public const val TAX_RATE_MISSING: String = "tax.rate_missing"

    /** [CrmException.Invalid]. */
    public const val OPENING_REJECTED: String = "opening.rejected"

    /** [CrmException.Invalid]. */
    public const val UNIT_UNKNOWN: String = "unit.unknown"

    /** [CrmException.Invalid]. */
    public const val UNIT_INEXACT: String = "unit.inexact"

    /** [CrmException.Conflict]. */
    public const val KIT_NESTED: String = "kit.nested"

    /** [CrmException.Denied]. */
    public const val PRICE_REFUSED: String = "price.refused"

    /** [CrmException.Invalid]. */
    public const val WORKBOOK_UNREADABLE: String = "workbook.unreadable"

    /** [CrmException.Invalid]. */
    public const val WORKBOOK_COLUMN_MISSING: String = "workbook.column_missing"

    /** [CrmException.Unavailable]. Can succeed later. */
    public const val STORAGE_BUSY: String = "storage.busy"

    /** [CrmException.Conflict]. Can succeed later. */
    public const val STORAGE_CONFLICT: String = "storage.conflict"

    /** [CrmException.Unavailable]. Can succeed later. */
    public const val STORAGE_UNAVAILABLE: String = "storage.unavailable"

    /** [CrmException.Unavailable]. */
    public const val STORAGE_FULL: String = "storage.full"

    /** [CrmException.Unavailable]. */
    public const val STORAGE_COMMIT_UNKNOWN: String = "storage.commit_unknown"

    /** [CrmException.Unavailable]. */
    public const val STORAGE_FAILED: String = "storage.failed"

    /** [CrmException.Conflict]. */
    public const val SCHEMA_MISMATCH: String = "schema.mismatch"

    /** [CrmException.Corrupt]. */
    public const val STORAGE_CORRUPT: String = "storage.corrupt"

    /** [CrmException.Invalid]. */
    public const val BINDINGS_REQUEST: String = "bindings.request"

    /** [CrmException.Invalid]. */
    public const val BINDINGS_CLOSED: String = "bindings.closed"

    /** [CrmException.Invalid]. */
    public const val BINDINGS_FORKED: String = "bindings.forked"

    /** [CrmException.Internal]. */
    public const val BINDINGS_PANIC: String = "bindings.panic"
}
