# Written by bindings/generate from api.json; not to be changed by hand.
"""Services of records, awaited: what `records` says, for asyncio."""
# mypy: disable-error-code="empty-body"

from __future__ import annotations

import builtins
from collections.abc import Callable, Mapping, Sequence
from typing import Annotated, Any, Generic
from uuid import UUID

from ._client import AsyncService
from ._codec import ChangesOf, RowsOf
from ._operations import operation, pages
from .filters import Change
from .models import ExternalKey, UpsertMode
from .pages import AsyncPages
from .records import D, FieldName, FieldNames, R, UpsertedRecord, Where

__all__ = [
    "AsyncIdentifiedService", "AsyncMasterService", "AsyncRecordsService",
]


class AsyncRecordsService(AsyncService, Generic[R]):
    """Records that are found by their fields."""

    __slots__ = ()

    @pages
    def list(
        self,
        filter: Where | None = None,
        *,
        sort: FieldNames | None = None,
        limit: int | None = None,
        after: str | None = None,
        page_size: int | None = None,
    ) -> AsyncPages[R]:
        """The records that meet a filter, a page at a time.

        filter: Which records: conditions on fields, joined by and, or and not.
        sort: Fields to sort by, the first one first; `-` before a field sorts downwards. Otherwise by id.
        limit: At most so many records in all.
        after: `next` of the page before.
        page_size: Records of a page, at most 10000; as many if nothing is said.
        """

    @operation
    async def count(self, filter: Where | None = None) -> int:
        """How many records meet a filter.

        filter: Which records: conditions on fields, joined by and, or and not.
        """

    @operation
    async def report(
        self, by: FieldNames | None = None, *, by_month: FieldName | None = None, sum: FieldNames | None = None, filter: Where | None = None
    ) -> Annotated[builtins.list[dict[str, Any]], RowsOf(R)]:
        """Groups, their counts and sums: a row has the fields of its group as they are in records, `month` (`2026-01`), `count`, and the sums as decimals.

        by: Fields to group by, after the month if there is one; of related records too: `customer.group_id`.
        by_month: A day whose month to group by.
        sum: Fields to sum up.
        filter: Which records: conditions on fields, joined by and, or and not.
        """


class AsyncIdentifiedService(AsyncRecordsService[R]):
    """Records that have an id."""

    __slots__ = ()

    @operation
    async def get(self, id: UUID) -> R:
        """The record with an id; an error if there is none.

        id: Id of the record.
        """

    @operation
    async def find(self, id: UUID) -> R | None:
        """The record with an id, or nothing.

        id: Id of the record.
        """


class AsyncMasterService(AsyncIdentifiedService[R], Generic[R, D]):
    """Records that are created, changed and deleted. The version of a record counts its changes, from 1."""

    __slots__ = ()

    @operation
    async def create(self, data: D, *, custom: Mapping[str, Any] | None = None) -> R:
        """Creates a record, with values of fields that the host declared.

        data: The record.
        custom: Values of fields that the host declared, by name.
        """

    @operation
    async def create_many(self, data: Sequence[D]) -> builtins.list[R]:
        """Creates records, all or none.

        data: The records.
        """

    @operation
    async def update(self, record: R, *, custom: Mapping[str, Any] | None = None) -> R:
        """Changes a record; refused if somebody else changed it since it was read.

        record: The record as it was read, with what is to change.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """

    async def modify(self, id: UUID, change: Callable[[R], R | None]) -> R:
        """Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed it meanwhile.

        id: Id of the record.
        change: Changes the record that it is given, or returns another. It is called anew for what was read anew, at most `MAX_RETRIES` times more.
        """
        return await self._modify(self.get, self.update, id, change)

    @operation
    async def patch(self, id: UUID, *changes: Annotated[Change, ChangesOf(D)], version: int | None = None, custom: Mapping[str, Any] | None = None) -> R:
        """Changes the fields that are given of a record, and no others.

        id: Id of the record.
        changes: The fields, each with its value; the others stay as they are.
        version: The version that the record must still have; any, if nothing is said.
        custom: Values of fields that the host declared, by name; those that are not named stay.
        """

    @operation
    async def delete(self, record: R) -> None:
        """Deletes a record that nothing refers to, with its parts: a customer's contacts and addresses, custom fields, keys of other systems.

        record: The record as it was read.
        """

    @operation
    async def upsert(
        self, key: ExternalKey, *changes: Annotated[Change, ChangesOf(D)], mode: UpsertMode | None = None, custom: Mapping[str, Any] | None = None
    ) -> UpsertedRecord[R]:
        """Changes the fields that are given of the record that another system knows by a key, or creates it from them.

        key: The other system's name and its key.
        changes: The fields that are given, each with its value; the others stay as they are, or take their defaults in a new record.
        mode: What may be done; both if nothing is said.
        custom: Values of fields that the host declared, by name.
        """

    @operation
    async def find_external(self, key: ExternalKey) -> R | None:
        """The record that another system knows by a key, or nothing.

        key: The other system's name and its key.
        """

    @operation
    async def external_keys(self, id: UUID) -> builtins.list[ExternalKey]:
        """What other systems call a record.

        id: Id of the record.
        """

    @operation
    async def bind_external(self, id: UUID, key: ExternalKey) -> None:
        """Lets another system know a record by a key.

        id: Id of the record.
        key: The other system's name and its key.
        """

    @operation
    async def unbind_external(self, id: UUID, key: ExternalKey) -> None:
        """Takes a key of another system away from a record.

        id: Id of the record.
        key: The other system's name and its key.
        """

    @operation
    async def custom_of(self, id: UUID) -> dict[str, Any]:
        """What a record holds in the fields that the host declared.

        id: Id of the record.
        """

    @operation
    async def set_custom(self, id: UUID, custom: Mapping[str, Any]) -> None:
        """Sets what a record holds in fields that the host declared.

        id: Id of the record.
        custom: Values of fields that the host declared, by name; None empties one.
        """
