"""Follows the change feed: prints every change of the books from a position on, and continues as new ones arrive.

    python follow.py sqlite:books.db COMPANY OPERATOR --after 0

Who keeps the last position that it has dealt with misses nothing and sees nothing twice, whenever it comes back.
"""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import AsyncIterator
from uuid import UUID

from crm import AsyncCrm, AsyncSession, FeedEntryRecord


async def changes(session: AsyncSession, after: int, pause: float, forever: bool) -> AsyncIterator[FeedEntryRecord]:
    """Changes in commit order; endless if it is to follow the feed for ever."""
    while True:
        async for entry in session.feed.list(FeedEntryRecord.c.position > after, sort=["position"]):
            yield entry
            after = entry.position
        if not forever:
            return
        await asyncio.sleep(pause)


async def main() -> None:
    parser = argparse.ArgumentParser(description="Prints the changes of the books as they come.")
    parser.add_argument("url", help="sqlite:books.db or postgres://host/erp")
    parser.add_argument("company", type=UUID)
    parser.add_argument("operator", type=UUID)
    parser.add_argument("--after", type=int, default=0, help="the last position that was dealt with")
    parser.add_argument("--pause", type=float, default=1.0, help="seconds between questions")
    parser.add_argument("--once", action="store_true", help="end where the feed ends")
    options = parser.parse_args()
    async with AsyncCrm.open(options.url) as crm:
        session = await crm.act_as(options.company, options.operator)
        async for entry in changes(session, options.after, options.pause, not options.once):
            print(f"{entry.position:>8}  {entry.at:%Y-%m-%d %H:%M:%S}  {entry.action.value:8} {entry.entity:20} {entry.record_id}", flush=True)


if __name__ == "__main__":
    try:
        asyncio.run(main())
    except KeyboardInterrupt:
        pass
