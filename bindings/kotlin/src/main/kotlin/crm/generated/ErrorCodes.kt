// Written by bindings/generate from api.json; a change here is lost.

package crm

/** The codes of errors, as in [CrmException.code]. */
public object ErrorCodes {
    /** A number is outside the range that storage supports. [CrmException.Invalid]. */
    public const val NUMBER_OUT_OF_RANGE: String = "number.out_of_range"

    /** A number has more decimals than its scale. [CrmException.Invalid]. */
    public const val NUMBER_TOO_PRECISE: String = "number.too_precise"

    /** A text is not a number. [CrmException.Invalid]. */
    public const val NUMBER_UNREADABLE: String = "number.unreadable"

    /** A calculation mixes amounts in different currencies. [CrmException.Invalid]. */
    public const val CURRENCY_MISMATCH: String = "currency.mismatch"

    /** No ISO 4217 currency has this code. [CrmException.Invalid]. */
    public const val CURRENCY_UNKNOWN: String = "currency.unknown"

    /** A field's value is invalid; `field` and `reason` say which and why. [CrmException.Invalid]. */
    public const val FIELD_INVALID: String = "field.invalid"

    /** A text is longer than its limit. [CrmException.Limit]. */
    public const val FIELD_TOO_LONG: String = "field.too_long"

    /** Another record already has this value. [CrmException.Conflict]. */
    public const val UNIQUE_TAKEN: String = "unique.taken"

    /** The record has changed since it was read. [CrmException.Conflict]. */
    public const val VERSION_CONFLICT: String = "version.conflict"

    /** The record does not exist, or the caller cannot see it. [CrmException.NotFound]. */
    public const val RECORD_NOT_FOUND: String = "record.not_found"

    /** A referenced record does not exist, or the caller cannot see it. [CrmException.NotFound]. */
    public const val REFERENCE_MISSING: String = "reference.missing"

    /** Other records reference the record, so it cannot be deleted; the details count them by entity. [CrmException.Conflict]. */
    public const val RECORD_IN_USE: String = "record.in_use"

    /** A group would become its own ancestor. [CrmException.Conflict]. */
    public const val TREE_CYCLE: String = "tree.cycle"

    /** A tree would exceed its maximum depth. [CrmException.Limit]. */
    public const val TREE_TOO_DEEP: String = "tree.too_deep"

    /** The caller lacks the right. [CrmException.Denied]. */
    public const val ACCESS_DENIED: String = "access.denied"

    /** The field is hidden from the caller, also in filters, sorts and groups. [CrmException.Denied]. */
    public const val ACCESS_FIELD_HIDDEN: String = "access.field_hidden"

    /** Access rights changed since the session began; the library reloads them and retries. [CrmException.Conflict]. Can succeed later. */
    public const val ACCESS_CHANGED: String = "access.changed"

    /** A filter, sort or report does not match the entity's declaration. [CrmException.Invalid]. */
    public const val QUERY_INVALID: String = "query.invalid"

    /** A page cursor does not belong to this query. [CrmException.Invalid]. */
    public const val QUERY_CURSOR_INVALID: String = "query.cursor_invalid"

    /** The read took longer than the host allows; `limit` is that time in milliseconds. [CrmException.Limit]. */
    public const val QUERY_TIMEOUT: String = "query.timeout"

    /** A result, batch or command exceeds a named limit. [CrmException.Limit]. */
    public const val LIMIT_EXCEEDED: String = "limit.exceeded"

    /** The idempotency key was used for a different request. [CrmException.Conflict]. */
    public const val IDEMPOTENCY_MISMATCH: String = "idempotency.mismatch"

    /** Stock is insufficient for the quantity; `available` is the quantity available. [CrmException.Conflict]. */
    public const val STOCK_INSUFFICIENT: String = "stock.insufficient"

    /** The document is backdated further than the company allows. [CrmException.Conflict]. */
    public const val STOCK_BACKDATED: String = "stock.backdated"

    /** A quantity found or returned has no cost, because nothing was ever received. [CrmException.Invalid]. */
    public const val STOCK_COST_UNKNOWN: String = "stock.cost_unknown"

    /** The product is tracked by lot or serial number, and the line has none. [CrmException.Invalid]. */
    public const val STOCK_LOT_NEEDED: String = "stock.lot_needed"

    /** The product has no such lot. [CrmException.NotFound]. */
    public const val STOCK_LOT_UNKNOWN: String = "stock.lot_unknown"

    /** A serial number stands for one piece: the quantity is not one, or the piece is already in stock. [CrmException.Invalid]. */
    public const val STOCK_SERIAL_NOT_ONE: String = "stock.serial_not_one"

    /** The piece is not with the customer who is supposed to return it. [CrmException.Conflict]. */
    public const val STOCK_SERIAL_ELSEWHERE: String = "stock.serial_elsewhere"

    /** The lot has expired or will soon, and the company does not deliver such goods. [CrmException.Conflict]. */
    public const val STOCK_EXPIRED: String = "stock.expired"

    /** There is no stock on hand to revalue. [CrmException.Conflict]. */
    public const val STOCK_NOTHING_TO_REVALUE: String = "stock.nothing_to_revalue"

    /** The document was already reversed, or is of a kind that cannot be reversed or corrected. [CrmException.Conflict]. */
    public const val STOCK_NOT_CORRECTABLE: String = "stock.not_correctable"

    /** A registered costing strategy violated a costing law; `law` names it. [CrmException.Corrupt]. */
    public const val COSTING_UNLAWFUL: String = "costing.unlawful"

    /** No strategy is registered for the stored costing method. [CrmException.Invalid]. */
    public const val COSTING_UNKNOWN: String = "costing.unknown"

    /** The quantity returned exceeds the quantity delivered. [CrmException.Conflict]. */
    public const val RETURN_EXCEEDS_DELIVERY: String = "return.exceeds_delivery"

    /** No list or agreement has a price for the product, and the line gives none. [CrmException.Invalid]. */
    public const val PRICE_MISSING: String = "price.missing"

    /** The quantity exceeds what the quote still offers, the order has open, or remains to be credited. [CrmException.Conflict]. */
    public const val LINE_EXCEEDED: String = "line.exceeded"

    /** The quote has expired. [CrmException.Conflict]. */
    public const val QUOTE_EXPIRED: String = "quote.expired"

    /** The quote or order was lost, withdrawn, cancelled or completed. [CrmException.Conflict]. */
    public const val DOCUMENT_CLOSED: String = "document.closed"

    /** An order already exists for another revision of the quote. [CrmException.Conflict]. */
    public const val QUOTE_REVISION_TAKEN: String = "quote.revision_taken"

    /** The document was already reversed, or part of it was returned or credited. [CrmException.Conflict]. */
    public const val DOCUMENT_REVERSED: String = "document.reversed"

    /** An allocation exceeds the open amount of either side. [CrmException.Conflict]. */
    public const val ALLOCATION_EXCEEDED: String = "allocation.exceeded"

    /** The credit is reserved for other receivables; free the prepayments of its order first. [CrmException.Conflict]. */
    public const val CREDIT_RESERVED: String = "credit.reserved"

    /** The write-off exceeds the company's tolerance and the caller lacks the higher right; `tolerance` is the limit. [CrmException.Denied]. */
    public const val WRITE_OFF_EXCEEDED: String = "write_off.exceeded"

    /** The payment or adjustment was already cancelled. [CrmException.Conflict]. */
    public const val DOCUMENT_CANCELLED: String = "document.cancelled"

    /** The delivery would exceed the customer's credit limit, or the customer has overdue receivables; `limit`, `exposure` and `overdue` give the figures. [CrmException.Conflict]. */
    public const val CREDIT_EXCEEDED: String = "credit.exceeded"

    /** No tax rate is in force for the code on the day. [CrmException.Invalid]. */
    public const val TAX_RATE_MISSING: String = "tax.rate_missing"

    /** The opening data contains rows that cannot be applied. [CrmException.Invalid]. */
    public const val OPENING_REJECTED: String = "opening.rejected"

    /** The product does not have this unit. [CrmException.Invalid]. */
    public const val UNIT_UNKNOWN: String = "unit.unknown"

    /** A price in another unit would need more decimals than are supported, or a quantity rounds to zero in the product's stock decimals. [CrmException.Invalid]. */
    public const val UNIT_INEXACT: String = "unit.inexact"

    /** A kit would become a component of a kit. [CrmException.Conflict]. */
    public const val KIT_NESTED: String = "kit.nested"

    /** The document's prices violate the company's policy or the caller's limits: `reason` says how, or is `policy` for callers who may not see costs; `line` and `limit` are given if one applies. [CrmException.Denied]. */
    public const val PRICE_REFUSED: String = "price.refused"

    /** A file is not a readable workbook of its kind. [CrmException.Invalid]. */
    public const val WORKBOOK_UNREADABLE: String = "workbook.unreadable"

    /** A file is empty. [CrmException.Invalid]. */
    public const val WORKBOOK_EMPTY: String = "workbook.empty"

    /** A workbook is password-protected, or encrypted by a document protection policy: only someone who can open it can save it unprotected. [CrmException.Invalid]. */
    public const val WORKBOOK_ENCRYPTED: String = "workbook.encrypted"

    /** A workbook is truncated or damaged; `reason` says where. [CrmException.Invalid]. */
    public const val WORKBOOK_DAMAGED: String = "workbook.damaged"

    /** A file is not a workbook; `found` says what it is. [CrmException.Invalid]. */
    public const val WORKBOOK_UNSUPPORTED: String = "workbook.unsupported"

    /** A requested sheet or column does not exist. [CrmException.Invalid]. */
    public const val WORKBOOK_COLUMN_MISSING: String = "workbook.column_missing"

    /** A file already exists at the output path and overwriting was not requested; `path` names it. [CrmException.Conflict]. */
    public const val FILE_EXISTS: String = "file.exists"

    /** A file cannot be written to the path; `reason` says why. An existing file is unchanged. [CrmException.Invalid]. */
    public const val FILE_UNWRITABLE: String = "file.unwritable"

    /** Another writer holds what the act needs. [CrmException.Unavailable]. Can succeed later. */
    public const val STORAGE_BUSY: String = "storage.busy"

    /** The transaction conflicted with another one and was rolled back. [CrmException.Conflict]. Can succeed later. */
    public const val STORAGE_CONFLICT: String = "storage.conflict"

    /** The database could not be opened, or the connection was lost. [CrmException.Unavailable]. Can succeed later. */
    public const val STORAGE_UNAVAILABLE: String = "storage.unavailable"

    /** The disk is full; the act was rolled back. [CrmException.Unavailable]. */
    public const val STORAGE_FULL: String = "storage.full"

    /** The outcome of a commit is unknown; an idempotency key resolves it. [CrmException.Unavailable]. */
    public const val STORAGE_COMMIT_UNKNOWN: String = "storage.commit_unknown"

    /** The storage engine refused a statement for a reason unknown to the library. [CrmException.Unavailable]. */
    public const val STORAGE_FAILED: String = "storage.failed"

    /** The schema is older or newer than this library. [CrmException.Conflict]. */
    public const val SCHEMA_MISMATCH: String = "schema.mismatch"

    /** A stored value cannot be decoded, or an invariant is violated. [CrmException.Corrupt]. */
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
