# Written by bindings/generate from api.json; not to be changed by hand.
"""The codes of errors."""

from __future__ import annotations

from typing import Final

__all__ = ["Code"]


class Code:
    """What `CrmError.code` can be."""

    NUMBER_OUT_OF_RANGE: Final = "number.out_of_range"
    """`InvalidError`."""

    NUMBER_TOO_PRECISE: Final = "number.too_precise"
    """`InvalidError`."""

    NUMBER_UNREADABLE: Final = "number.unreadable"
    """`InvalidError`."""

    CURRENCY_MISMATCH: Final = "currency.mismatch"
    """`InvalidError`."""

    CURRENCY_UNKNOWN: Final = "currency.unknown"
    """`InvalidError`."""

    FIELD_INVALID: Final = "field.invalid"
    """`InvalidError`."""

    FIELD_TOO_LONG: Final = "field.too_long"
    """`LimitError`."""

    UNIQUE_TAKEN: Final = "unique.taken"
    """`ConflictError`."""

    VERSION_CONFLICT: Final = "version.conflict"
    """`ConflictError`."""

    RECORD_NOT_FOUND: Final = "record.not_found"
    """`NotFoundError`."""

    REFERENCE_MISSING: Final = "reference.missing"
    """`NotFoundError`."""

    RECORD_IN_USE: Final = "record.in_use"
    """`ConflictError`."""

    TREE_CYCLE: Final = "tree.cycle"
    """`ConflictError`."""

    TREE_TOO_DEEP: Final = "tree.too_deep"
    """`LimitError`."""

    ACCESS_DENIED: Final = "access.denied"
    """`DeniedError`."""

    ACCESS_FIELD_HIDDEN: Final = "access.field_hidden"
    """`DeniedError`."""

    ACCESS_CHANGED: Final = "access.changed"
    """The same call can succeed if it is made again. `ConflictError`."""

    QUERY_INVALID: Final = "query.invalid"
    """`InvalidError`."""

    QUERY_CURSOR_INVALID: Final = "query.cursor_invalid"
    """`InvalidError`."""

    LIMIT_EXCEEDED: Final = "limit.exceeded"
    """`LimitError`."""

    IDEMPOTENCY_MISMATCH: Final = "idempotency.mismatch"
    """`ConflictError`."""

    STOCK_INSUFFICIENT: Final = "stock.insufficient"
    """`ConflictError`."""

    STOCK_BACKDATED: Final = "stock.backdated"
    """`ConflictError`."""

    STOCK_COST_UNKNOWN: Final = "stock.cost_unknown"
    """`InvalidError`."""

    STOCK_LOT_NEEDED: Final = "stock.lot_needed"
    """`InvalidError`."""

    STOCK_LOT_UNKNOWN: Final = "stock.lot_unknown"
    """`NotFoundError`."""

    STOCK_SERIAL_NOT_ONE: Final = "stock.serial_not_one"
    """`InvalidError`."""

    STOCK_NOTHING_TO_REVALUE: Final = "stock.nothing_to_revalue"
    """`ConflictError`."""

    STOCK_NOT_CORRECTABLE: Final = "stock.not_correctable"
    """`ConflictError`."""

    COSTING_UNLAWFUL: Final = "costing.unlawful"
    """`CorruptError`."""

    COSTING_UNKNOWN: Final = "costing.unknown"
    """`InvalidError`."""

    RETURN_EXCEEDS_DELIVERY: Final = "return.exceeds_delivery"
    """`ConflictError`."""

    PRICE_MISSING: Final = "price.missing"
    """`InvalidError`."""

    LINE_EXCEEDED: Final = "line.exceeded"
    """`ConflictError`."""

    QUOTE_EXPIRED: Final = "quote.expired"
    """`ConflictError`."""

    DOCUMENT_CLOSED: Final = "document.closed"
    """`ConflictError`."""

    QUOTE_REVISION_TAKEN: Final = "quote.revision_taken"
    """`ConflictError`."""

    DOCUMENT_REVERSED: Final = "document.reversed"
    """`ConflictError`."""

    ALLOCATION_EXCEEDED: Final = "allocation.exceeded"
    """`ConflictError`."""

    CREDIT_RESERVED: Final = "credit.reserved"
    """`ConflictError`."""

    WRITE_OFF_EXCEEDED: Final = "write_off.exceeded"
    """`DeniedError`."""

    DOCUMENT_CANCELLED: Final = "document.cancelled"
    """`ConflictError`."""

    CREDIT_EXCEEDED: Final = "credit.exceeded"
    """`ConflictError`."""

    TAX_RATE_MISSING: Final = "tax.rate_missing"
    """`InvalidError`."""

    OPENING_REJECTED: Final = "opening.rejected"
    """`InvalidError`."""

    UNIT_UNKNOWN: Final = "unit.unknown"
    """`InvalidError`."""

    UNIT_INEXACT: Final = "unit.inexact"
    """`InvalidError`."""

    KIT_NESTED: Final = "kit.nested"
    """`ConflictError`."""

    PRICE_REFUSED: Final = "price.refused"
    """`DeniedError`."""

    WORKBOOK_UNREADABLE: Final = "workbook.unreadable"
    """`InvalidError`."""

    WORKBOOK_COLUMN_MISSING: Final = "workbook.column_missing"
    """`InvalidError`."""

    STORAGE_BUSY: Final = "storage.busy"
    """The same call can succeed if it is made again. `UnavailableError`."""

    STORAGE_CONFLICT: Final = "storage.conflict"
    """The same call can succeed if it is made again. `ConflictError`."""

    STORAGE_UNAVAILABLE: Final = "storage.unavailable"
    """The same call can succeed if it is made again. `UnavailableError`."""

    STORAGE_FULL: Final = "storage.full"
    """`UnavailableError`."""

    STORAGE_COMMIT_UNKNOWN: Final = "storage.commit_unknown"
    """`UnavailableError`."""

    STORAGE_FAILED: Final = "storage.failed"
    """`UnavailableError`."""

    SCHEMA_MISMATCH: Final = "schema.mismatch"
    """`ConflictError`."""

    STORAGE_CORRUPT: Final = "storage.corrupt"
    """`CorruptError`."""

    BINDINGS_REQUEST: Final = "bindings.request"
    """`InvalidError`."""

    BINDINGS_CLOSED: Final = "bindings.closed"
    """`InvalidError`."""

    BINDINGS_FORKED: Final = "bindings.forked"
    """`InvalidError`."""

    BINDINGS_PANIC: Final = "bindings.panic"
    """`InternalError`."""
