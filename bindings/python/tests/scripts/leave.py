"""Ends right after the last await, or while calls still run. Nothing is closed."""

import asyncio
import sys
from uuid import UUID

from crm import AsyncCrm


async def main(url: str, company: str, operator: str, way: str) -> None:
    crm = await AsyncCrm.open(url)
    session = await crm.act_as(UUID(company), UUID(operator))
    if way == "while calls run":
        calls = [asyncio.ensure_future(session.customers.list().page()) for _ in range(20)]
        await asyncio.wait(calls, return_when=asyncio.FIRST_COMPLETED)
    (customer,) = await session.customers.list()
    print(customer.name)


asyncio.run(main(*sys.argv[1:]))
