"""By how many bytes the process grows over 100,000 calls, the first 10,000 apart."""

import asyncio
import os
import sys
from pathlib import Path
from uuid import uuid4

sys.path.insert(0, str(Path(__file__).parent.parent))

import world

from crm import AsyncCrm, Crm, CrmError


def resident() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


async def main(url: str) -> int:
    with Crm.open(url) as crm:
        crm.migrate()
        books = world.create(crm)
        async with AsyncCrm.open(url) as asynchronous:
            awaited = await asynchronous.act_as(books.company_id, books.operator_id)

            async def call(times: int) -> None:
                """Of ten calls, one is awaited, one is refused, and one opens a session."""
                for _ in range(times // 10):
                    for _ in range(7):
                        books.session.customers.get(books.customer.id)
                    await awaited.customers.get(books.customer.id)
                    crm.act_as(books.company_id, books.operator_id)
                    try:
                        books.session.customers.get(uuid4())
                    except CrmError:
                        pass

            await call(10_000)
            before = resident()
            await call(100_000)
            return resident() - before


print(asyncio.run(main(sys.argv[1])))
