// Written by bindings/generate from api.json; a change here is lost.

package crm

/** The codes of errors, as in [CrmException.code]. */
public object ErrorCodes {
    /** A number is outside the range that storage keeps. [CrmException.Invalid]. */
    public const val NUMBER_OUT_OF_RANGE: String = "number.out_of_range"

    /** A number has more decimals than its scale. [CrmException.Invalid]. */
    public const val NUMBER_TOO_PRECISE: String = "number.too_precise"

    /** A text is no number. [CrmException.Invalid]. */
    public const val NUMBER_UNREADABLE: String = "number.unreadable"

    /** Amounts of two currencies meet in one calculation. [CrmException.Invalid]. */
    public const val CURRENCY_MISMATCH: String = "currency.mismatch"

    /** No ISO 4217 currency has this code. [CrmException.Invalid]. */
    public const val CURRENCY_UNKNOWN: String = "currency.unknown"

    /** A field's value is not acceptable; `field` and `reason` say which and why. [CrmException.Invalid]. */
    public const val FIELD_INVALID: String = "field.invalid"

    /** A text is longer than its limit. [CrmException.Limit]. */
    public const val FIELD_TOO_LONG: String = "field.too_long"

    /** Another record has this value already. [CrmException.Conflict]. */
    public const val UNIQUE_TAKEN: String = "unique.taken"

    /** The record was changed since it was read. [CrmException.Conflict]. */
    public const val VERSION_CONFLICT: String = "version.conflict"

    /** No such record for this caller. [CrmException.NotFound]. */
    public const val RECORD_NOT_FOUND: String = "record.not_found"

    /** A reference points to nothing this caller can see. [CrmException.NotFound]. */
    public const val REFERENCE_MISSING: String = "reference.missing"

    /** Other records refer to the record, which therefore stays; the details count them by entity. [CrmException.Conflict]. */
    public const val RECORD_IN_USE: String = "record.in_use"

    /** A group would become its own ancestor. [CrmException.Conflict]. */
    public const val TREE_CYCLE: String = "tree.cycle"

    /** A tree would be deeper than its limit. [CrmException.Limit]. */
    public const val TREE_TOO_DEEP: String = "tree.too_deep"

    /** The caller lacks the right. [CrmException.Denied]. */
    public const val ACCESS_DENIED: String = "access.denied"

    /** The field is hidden from this caller, in filters, sorts and groups too. [CrmException.Denied]. */
    public const val ACCESS_FIELD_HIDDEN: String = "access.field_hidden"

    /** Rights changed since the session began; the library reloads them and tries again. [CrmException.Conflict]. Can succeed later. */
    public const val ACCESS_CHANGED: String = "access.changed"

    /** A filter, sort or report does not fit the declaration of the entity. [CrmException.Invalid]. */
    public const val QUERY_INVALID: String = "query.invalid"

    /** A page cursor does not belong to this query. [CrmException.Invalid]. */
    public const val QUERY_CURSOR_INVALID: String = "query.cursor_invalid"

    /** The read took longer than the host allows; `limit` says how many milliseconds that is. [CrmException.Limit]. */
    public const val QUERY_TIMEOUT: String = "query.timeout"

    /** A result, batch or command is larger than its named limit. [CrmException.Limit]. */
    public const val LIMIT_EXCEEDED: String = "limit.exceeded"

    /** The idempotency key was used for a different request. [CrmException.Conflict]. */
    public const val IDEMPOTENCY_MISMATCH: String = "idempotency.mismatch"

    /** The stock does not cover the quantity; `available` says what it would cover. [CrmException.Conflict]. */
    public const val STOCK_INSUFFICIENT: String = "stock.insufficient"

    /** The document is dated further back than the company allows. [CrmException.Conflict]. */
    public const val STOCK_BACKDATED: String = "stock.backdated"

    /** A quantity found or returned has no cost: nothing was ever received. [CrmException.Invalid]. */
    public const val STOCK_COST_UNKNOWN: String = "stock.cost_unknown"

    /** The product is tracked by lot or serial, and the line names none. [CrmException.Invalid]. */
    public const val STOCK_LOT_NEEDED: String = "stock.lot_needed"

    /** The product has no such lot. [CrmException.NotFound]. */
    public const val STOCK_LOT_UNKNOWN: String = "stock.lot_unknown"

    /** A serial is one piece: the quantity is not one, or the piece is there already. [CrmException.Invalid]. */
    public const val STOCK_SERIAL_NOT_ONE: String = "stock.serial_not_one"

    /** The piece is not with the customer who is said to bring it back. [CrmException.Conflict]. */
    public const val STOCK_SERIAL_ELSEWHERE: String = "stock.serial_elsewhere"

    /** The lot is no longer good, or will not be soon, and the company delivers no such goods. [CrmException.Conflict]. */
    public const val STOCK_EXPIRED: String = "stock.expired"

    /** There is nothing on hand that could get another value. [CrmException.Conflict]. */
    public const val STOCK_NOTHING_TO_REVALUE: String = "stock.nothing_to_revalue"

    /** The document was undone already, or is not of a kind that can be undone or corrected. [CrmException.Conflict]. */
    public const val STOCK_NOT_CORRECTABLE: String = "stock.not_correctable"

    /** A registered costing strategy broke a law of costing; `law` says which. [CrmException.Corrupt]. */
    public const val COSTING_UNLAWFUL: String = "costing.unlawful"

    /** The stored costing method has no registered strategy. [CrmException.Invalid]. */
    public const val COSTING_UNKNOWN: String = "costing.unknown"

    /** More comes back than was delivered. [CrmException.Conflict]. */
    public const val RETURN_EXCEEDS_DELIVERY: String = "return.exceeds_delivery"

    /** No list and no agreement has a price of the product, and the line names none. [CrmException.Invalid]. */
    public const val PRICE_MISSING: String = "price.missing"

    /** More is ordered than the quote still offers, delivered than the order still has open, or credited than is left to credit. [CrmException.Conflict]. */
    public const val LINE_EXCEEDED: String = "line.exceeded"

    /** The quote's validity is over. [CrmException.Conflict]. */
    public const val QUOTE_EXPIRED: String = "quote.expired"

    /** The quote or order was lost, withdrawn, cancelled or completed. [CrmException.Conflict]. */
    public const val DOCUMENT_CLOSED: String = "document.closed"

    /** Another revision of the quote was ordered from. [CrmException.Conflict]. */
    public const val QUOTE_REVISION_TAKEN: String = "quote.revision_taken"

    /** The document was reversed already, or something was taken back from it. [CrmException.Conflict]. */
    public const val DOCUMENT_REVERSED: String = "document.reversed"

    /** An allocation exceeds what is open on either side. [CrmException.Conflict]. */
    public const val ALLOCATION_EXCEEDED: String = "allocation.exceeded"

    /** A credit is set against receivables that it is not reserved for; free the prepayments of its order first. [CrmException.Conflict]. */
    public const val CREDIT_RESERVED: String = "credit.reserved"

    /** More would be written off than the company tolerates without the stronger right; `tolerance` says how much it does. [CrmException.Denied]. */
    public const val WRITE_OFF_EXCEEDED: String = "write_off.exceeded"

    /** The payment or adjustment was cancelled before. [CrmException.Conflict]. */
    public const val DOCUMENT_CANCELLED: String = "document.cancelled"

    /** The delivery would take the customer beyond its credit limit, or it has receivables overdue; `limit`, `exposure` and `overdue` say how far. [CrmException.Conflict]. */
    public const val CREDIT_EXCEEDED: String = "credit.exceeded"

    /** No tax rate is in force for the code on the day. [CrmException.Invalid]. */
    public const val TAX_RATE_MISSING: String = "tax.rate_missing"

    /** The opening data has rows that cannot be applied. [CrmException.Invalid]. */
    public const val OPENING_REJECTED: String = "opening.rejected"

    /** The product is not counted in this unit. [CrmException.Invalid]. */
    public const val UNIT_UNKNOWN: String = "unit.unknown"

    /** A price in another unit would have more decimals than are kept, or a quantity comes to nothing in those of the stock. [CrmException.Invalid]. */
    public const val UNIT_INEXACT: String = "unit.inexact"

    /** A kit would become a part of a kit. [CrmException.Conflict]. */
    public const val KIT_NESTED: String = "kit.nested"

    /** The document's prices are below what the company's policy or the caller's role allows: `reason` says what, or `policy` to callers who may not see costs; `line` and `limit`, if it is about one. [CrmException.Denied]. */
    public const val PRICE_REFUSED: String = "price.refused"

    /** A file is no readable workbook of its kind. [CrmException.Invalid]. */
    public const val WORKBOOK_UNREADABLE: String = "workbook.unreadable"

    /** A file has nothing in it. [CrmException.Invalid]. */
    public const val WORKBOOK_EMPTY: String = "workbook.empty"

    /** A workbook is protected by a password, or encrypted by a company's protection of documents: only who may open it can save it without. [CrmException.Invalid]. */
    public const val WORKBOOK_ENCRYPTED: String = "workbook.encrypted"

    /** A workbook is cut off or damaged; `reason` says where. [CrmException.Invalid]. */
    public const val WORKBOOK_DAMAGED: String = "workbook.damaged"

    /** A file is something else than a workbook; `found` says what. [CrmException.Invalid]. */
    public const val WORKBOOK_UNSUPPORTED: String = "workbook.unsupported"

    /** A sheet or column that was asked for is not there. [CrmException.Invalid]. */
    public const val WORKBOOK_COLUMN_MISSING: String = "workbook.column_missing"

    /** Something is at the path that a file was to be written to, and nobody said that it may be overwritten; `path` says which. [CrmException.Conflict]. */
    public const val FILE_EXISTS: String = "file.exists"

    /** A file cannot be written to the path; `reason` says why. What is there is left as it was. [CrmException.Invalid]. */
    public const val FILE_UNWRITABLE: String = "file.unwritable"

    /** Another writer holds what this act needs. [CrmException.Unavailable]. Can succeed later. */
    public const val STORAGE_BUSY: String = "storage.busy"

    /** Another transaction got in between; nothing of this one was kept. [CrmException.Conflict]. Can succeed later. */
    public const val STORAGE_CONFLICT: String = "storage.conflict"

    /** The database could not be opened, or the connection is gone. [CrmException.Unavailable]. Can succeed later. */
    public const val STORAGE_UNAVAILABLE: String = "storage.unavailable"

    /** The disk is full; nothing of the act was kept. [CrmException.Unavailable]. */
    public const val STORAGE_FULL: String = "storage.full"

    /** The outcome of a commit is unknown; the idempotency key settles it. [CrmException.Unavailable]. */
    public const val STORAGE_COMMIT_UNKNOWN: String = "storage.commit_unknown"

    /** The engine refused a statement for a reason the library does not know. [CrmException.Unavailable]. */
    public const val STORAGE_FAILED: String = "storage.failed"

    /** The schema is older or newer than this library. [CrmException.Conflict]. */
    public const val SCHEMA_MISMATCH: String = "schema.mismatch"

    /** A stored value cannot be decoded, or an invariant does not hold. [CrmException.Corrupt]. */
    public const val STORAGE_CORRUPT: String = "storage.corrupt"

    /** The operation is unknown, or its arguments do not fit; `path` says where. [CrmException.Invalid]. */
    public const val BINDINGS_REQUEST: String = "bindings.request"

    /** The library was closed, or the session. [CrmException.Invalid]. */
    public const val BINDINGS_CLOSED: String = "bindings.closed"

    /** The library, or the SQLite file, was open when the process was forked; it belongs to the parent. [CrmException.Invalid]. */
    public const val BINDINGS_FORKED: String = "bindings.forked"

    /** A defect of the library; the call was given up, and the process lives. [CrmException.Internal]. */
    public const val BINDINGS_PANIC: String = "bindings.panic"

    /** The reply is not what the module of the language expects: it is of another version. [CrmException.Internal]. */
    public const val BINDINGS_REPLY: String = "bindings.reply"

    /** The native library cannot be loaded on this machine. [CrmException.Unavailable]. */
    public const val BINDINGS_LIBRARY: String = "bindings.library"
}
