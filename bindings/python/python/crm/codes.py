# Written by bindings/generate from api.json; not to be changed by hand.
"""The codes of errors."""

from __future__ import annotations

from typing import Final

__all__ = ["Code"]


class Code:
    """What `CrmError.code` can be."""

    NUMBER_OUT_OF_RANGE: Final = "number.out_of_range"
    """A number is outside the range that storage keeps. `InvalidError`."""

    NUMBER_TOO_PRECISE: Final = "number.too_precise"
    """A number has more decimals than its scale. `InvalidError`."""

    NUMBER_UNREADABLE: Final = "number.unreadable"
    """A text is no number. `InvalidError`."""

    CURRENCY_MISMATCH: Final = "currency.mismatch"
    """Amounts of two currencies meet in one calculation. `InvalidError`."""

    CURRENCY_UNKNOWN: Final = "currency.unknown"
    """No ISO 4217 currency has this code. `InvalidError`."""

    FIELD_INVALID: Final = "field.invalid"
    """A field's value is not acceptable; `field` and `reason` say which and why. `InvalidError`."""

    FIELD_TOO_LONG: Final = "field.too_long"
    """A text is longer than its limit. `LimitError`."""

    UNIQUE_TAKEN: Final = "unique.taken"
    """Another record has this value already. `ConflictError`."""

    VERSION_CONFLICT: Final = "version.conflict"
    """The record was changed since it was read. `ConflictError`."""

    RECORD_NOT_FOUND: Final = "record.not_found"
    """No such record for this caller. `NotFoundError`."""

    REFERENCE_MISSING: Final = "reference.missing"
    """A reference points to nothing this caller can see. `NotFoundError`."""

    RECORD_IN_USE: Final = "record.in_use"
    """Other records refer to the record, which therefore stays; the details count them by entity. `ConflictError`."""

    TREE_CYCLE: Final = "tree.cycle"
    """A group would become its own ancestor. `ConflictError`."""

    TREE_TOO_DEEP: Final = "tree.too_deep"
    """A tree would be deeper than its limit. `LimitError`."""

    ACCESS_DENIED: Final = "access.denied"
    """The caller lacks the right. `DeniedError`."""

    ACCESS_FIELD_HIDDEN: Final = "access.field_hidden"
    """The field is hidden from this caller, in filters, sorts and groups too. `DeniedError`."""

    ACCESS_CHANGED: Final = "access.changed"
    """Rights changed since the session began; the library reloads them and tries again. The same call can succeed if it is made again.
    `ConflictError`.
    """

    QUERY_INVALID: Final = "query.invalid"
    """A filter, sort or report does not fit the declaration of the entity. `InvalidError`."""

    QUERY_CURSOR_INVALID: Final = "query.cursor_invalid"
    """A page cursor does not belong to this query. `InvalidError`."""

    QUERY_TIMEOUT: Final = "query.timeout"
    """The read took longer than the host allows; `limit` says how many milliseconds that is. `LimitError`."""

    LIMIT_EXCEEDED: Final = "limit.exceeded"
    """A result, batch or command is larger than its named limit. `LimitError`."""

    IDEMPOTENCY_MISMATCH: Final = "idempotency.mismatch"
    """The idempotency key was used for a different request. `ConflictError`."""

    STOCK_INSUFFICIENT: Final = "stock.insufficient"
    """The stock does not cover the quantity; `available` says what it would cover. `ConflictError`."""

    STOCK_BACKDATED: Final = "stock.backdated"
    """The document is dated further back than the company allows. `ConflictError`."""

    STOCK_COST_UNKNOWN: Final = "stock.cost_unknown"
    """A quantity found or returned has no cost: nothing was ever received. `InvalidError`."""

    STOCK_LOT_NEEDED: Final = "stock.lot_needed"
    """The product is tracked by lot or serial, and the line names none. `InvalidError`."""

    STOCK_LOT_UNKNOWN: Final = "stock.lot_unknown"
    """The product has no such lot. `NotFoundError`."""

    STOCK_SERIAL_NOT_ONE: Final = "stock.serial_not_one"
    """A serial is one piece: the quantity is not one, or the piece is there already. `InvalidError`."""

    STOCK_SERIAL_ELSEWHERE: Final = "stock.serial_elsewhere"
    """The piece is not with the customer who is said to bring it back. `ConflictError`."""

    STOCK_EXPIRED: Final = "stock.expired"
    """The lot is no longer good, or will not be soon, and the company delivers no such goods. `ConflictError`."""

    STOCK_NOTHING_TO_REVALUE: Final = "stock.nothing_to_revalue"
    """There is nothing on hand that could get another value. `ConflictError`."""

    STOCK_NOT_CORRECTABLE: Final = "stock.not_correctable"
    """The document was undone already, or is not of a kind that can be undone or corrected. `ConflictError`."""

    COSTING_UNLAWFUL: Final = "costing.unlawful"
    """A registered costing strategy broke a law of costing; `law` says which. `CorruptError`."""

    COSTING_UNKNOWN: Final = "costing.unknown"
    """The stored costing method has no registered strategy. `InvalidError`."""

    RETURN_EXCEEDS_DELIVERY: Final = "return.exceeds_delivery"
    """More comes back than was delivered. `ConflictError`."""

    PRICE_MISSING: Final = "price.missing"
    """No list and no agreement has a price of the product, and the line names none. `InvalidError`."""

    LINE_EXCEEDED: Final = "line.exceeded"
    """More is ordered than the quote still offers, delivered than the order still has open, or credited than is left to credit.
    `ConflictError`.
    """

    QUOTE_EXPIRED: Final = "quote.expired"
    """The quote's validity is over. `ConflictError`."""

    DOCUMENT_CLOSED: Final = "document.closed"
    """The quote or order was lost, withdrawn, cancelled or completed. `ConflictError`."""

    QUOTE_REVISION_TAKEN: Final = "quote.revision_taken"
    """Another revision of the quote was ordered from. `ConflictError`."""

    DOCUMENT_REVERSED: Final = "document.reversed"
    """The document was reversed already, or something was taken back from it. `ConflictError`."""

    ALLOCATION_EXCEEDED: Final = "allocation.exceeded"
    """An allocation exceeds what is open on either side. `ConflictError`."""

    CREDIT_RESERVED: Final = "credit.reserved"
    """A credit is set against receivables that it is not reserved for; free the prepayments of its order first. `ConflictError`."""

    WRITE_OFF_EXCEEDED: Final = "write_off.exceeded"
    """More would be written off than the company tolerates without the stronger right; `tolerance` says how much it does.
    `DeniedError`.
    """

    DOCUMENT_CANCELLED: Final = "document.cancelled"
    """The payment or adjustment was cancelled before. `ConflictError`."""

    CREDIT_EXCEEDED: Final = "credit.exceeded"
    """The delivery would take the customer beyond its credit limit, or it has receivables overdue; `limit`, `exposure` and `overdue`
    say how far. `ConflictError`.
    """

    TAX_RATE_MISSING: Final = "tax.rate_missing"
    """No tax rate is in force for the code on the day. `InvalidError`."""

    OPENING_REJECTED: Final = "opening.rejected"
    """The opening data has rows that cannot be applied. `InvalidError`."""

    UNIT_UNKNOWN: Final = "unit.unknown"
    """The product is not counted in this unit. `InvalidError`."""

    UNIT_INEXACT: Final = "unit.inexact"
    """A price in another unit would have more decimals than are kept, or a quantity comes to nothing in those of the stock.
    `InvalidError`.
    """

    KIT_NESTED: Final = "kit.nested"
    """A kit would become a part of a kit. `ConflictError`."""

    PRICE_REFUSED: Final = "price.refused"
    """The document's prices are below what the company's policy or the caller's role allows: `reason` says what, or `policy` to
    callers who may not see costs; `line` and `limit`, if it is about one. `DeniedError`.
    """

    WORKBOOK_UNREADABLE: Final = "workbook.unreadable"
    """A file is no readable workbook of its kind. `InvalidError`."""

    WORKBOOK_EMPTY: Final = "workbook.empty"
    """A file has nothing in it. `InvalidError`."""

    WORKBOOK_ENCRYPTED: Final = "workbook.encrypted"
    """A workbook is protected by a password, or encrypted by a company's protection of documents: only who may open it can save it
    without. `InvalidError`.
    """

    WORKBOOK_DAMAGED: Final = "workbook.damaged"
    """A workbook is cut off or damaged; `reason` says where. `InvalidError`."""

    WORKBOOK_UNSUPPORTED: Final = "workbook.unsupported"
    """A file is something else than a workbook; `found` says what. `InvalidError`."""

    WORKBOOK_COLUMN_MISSING: Final = "workbook.column_missing"
    """A sheet or column that was asked for is not there. `InvalidError`."""

    FILE_EXISTS: Final = "file.exists"
    """Something is at the path that a file was to be written to, and nobody said that it may be overwritten; `path` says which.
    `ConflictError`.
    """

    FILE_UNWRITABLE: Final = "file.unwritable"
    """A file cannot be written to the path; `reason` says why. What is there is left as it was. `InvalidError`."""

    STORAGE_BUSY: Final = "storage.busy"
    """Another writer holds what this act needs. The same call can succeed if it is made again. `UnavailableError`."""

    STORAGE_CONFLICT: Final = "storage.conflict"
    """Another transaction got in between; nothing of this one was kept. The same call can succeed if it is made again.
    `ConflictError`.
    """

    STORAGE_UNAVAILABLE: Final = "storage.unavailable"
    """The database could not be opened, or the connection is gone. The same call can succeed if it is made again. `UnavailableError`."""

    STORAGE_FULL: Final = "storage.full"
    """The disk is full; nothing of the act was kept. `UnavailableError`."""

    STORAGE_COMMIT_UNKNOWN: Final = "storage.commit_unknown"
    """The outcome of a commit is unknown; the idempotency key settles it. `UnavailableError`."""

    STORAGE_FAILED: Final = "storage.failed"
    """The engine refused a statement for a reason the library does not know. `UnavailableError`."""

    SCHEMA_MISMATCH: Final = "schema.mismatch"
    """The schema is older or newer than this library. `ConflictError`."""

    STORAGE_CORRUPT: Final = "storage.corrupt"
    """A stored value cannot be decoded, or an invariant does not hold. `CorruptError`."""

    BINDINGS_REQUEST: Final = "bindings.request"
    """The operation is unknown, or its arguments do not fit; `path` says where. `InvalidError`."""

    BINDINGS_CLOSED: Final = "bindings.closed"
    """The library was closed, or the session. `InvalidError`."""

    BINDINGS_FORKED: Final = "bindings.forked"
    """The library, or the SQLite file, was open when the process was forked; it belongs to the parent. `InvalidError`."""

    BINDINGS_PANIC: Final = "bindings.panic"
    """A defect of the library; the call was given up, and the process lives. `InternalError`."""

    BINDINGS_REPLY: Final = "bindings.reply"
    """The reply is not what the module of the language expects: it is of another version. `InternalError`."""

    BINDINGS_LIBRARY: Final = "bindings.library"
    """The native library cannot be loaded on this machine. `UnavailableError`."""
