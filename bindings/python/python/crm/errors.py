"""What the library answers when it does not do what was asked: one exception for each kind, all under `CrmError`.

An argument that cannot be (a float for an amount, a naive datetime, a number of a billion digits) never reaches the library: it is an `InvalidError` that
names the place, and a `TypeError` or a `ValueError` as well.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

__all__ = [
    "ArgumentTypeError",
    "ArgumentValueError",
    "ConflictError",
    "CorruptError",
    "CrmError",
    "DeniedError",
    "InternalError",
    "InvalidError",
    "LimitError",
    "NotFoundError",
    "UnavailableError",
]


class CrmError(Exception):
    """The library refused or could not do what was asked.

    code: what it is, stable between releases, such as `stock.insufficient`; `crm.Code` has them all.
    kind: what sort of thing it is, as the class says too.
    message: what happened, for people.
    details: what it is about, as texts by name, such as the product and what is available.
    retryable: the same call can succeed if it is made again.
    """

    kind: str = "internal"

    def __init__(self, code: str, message: str, details: Mapping[str, str] | None = None, retryable: bool = False, kind: str = "") -> None:
        super().__init__(code, message, dict(details or {}), retryable, kind)
        self.code = code
        self.message = message
        self.details: dict[str, str] = dict(details or {})
        self.retryable = retryable
        self.kind = kind or type(self).kind

    def __str__(self) -> str:
        return f"{self.message} ({self.code})"


class InvalidError(CrmError):
    """What was given is not right: a field, a filter, a workbook."""

    kind = "invalid"


class ArgumentTypeError(InvalidError, TypeError):
    """An argument is of a type that is not taken. `details["path"]` says where: `delivery.lines[1].quantity`. The code is `bindings.request`."""

    def __str__(self) -> str:
        return self.message


class ArgumentValueError(InvalidError, ValueError):
    """An argument has a value that no call can have. `details["path"]` says where. The code is `bindings.request`."""

    def __str__(self) -> str:
        return self.message


class NotFoundError(CrmError):
    """There is no such record, or the operator does not reach it."""

    kind = "not_found"


class DeniedError(CrmError):
    """The operator has no right to it."""

    kind = "denied"


class ConflictError(CrmError):
    """The state of the books does not allow it: too little stock, a document that is closed, a record that somebody else has changed."""

    kind = "conflict"


class LimitError(CrmError):
    """More than the library takes at once."""

    kind = "limit"


class UnavailableError(CrmError):
    """The database cannot be reached, or is busy."""

    kind = "unavailable"


class CorruptError(CrmError):
    """The database holds what the library cannot have written."""

    kind = "corrupt"


class InternalError(CrmError):
    """A fault of the library itself."""

    kind = "internal"


_BY_KIND: dict[str, type[CrmError]] = {error.kind: error for error in CrmError.__subclasses__()}


def of_kind(kind: str, code: str, message: str, details: Mapping[str, Any], retryable: bool) -> CrmError:
    """The exception of a kind. A kind that this version does not know is a plain `CrmError`."""
    return _BY_KIND.get(kind, CrmError)(code, message, details, retryable, kind)
