"""Forks with an open library: the child is refused, the parent goes on."""

import asyncio
import os
import sys
from uuid import UUID

from crm import AsyncCrm, Crm, CrmError

url, company, operator = sys.argv[1], UUID(sys.argv[2]), UUID(sys.argv[3])
crm = Crm.open(url)
session = crm.act_as(company, operator)
loop = asyncio.new_event_loop()
asynchronous = loop.run_until_complete(AsyncCrm.open(url).__aenter__())
awaited = loop.run_until_complete(asynchronous.act_as(company, operator))
loop.run_until_complete(awaited.customers.count())

child = os.fork()
if child == 0:
    try:
        session.customers.count()
    except CrmError as error:
        print("child:", error.code, flush=True)

    async def ask() -> None:
        try:
            await awaited.customers.count()
        except CrmError as error:
            print("child, awaited:", error.code, flush=True)
        try:
            await asynchronous.close()
        except CrmError as error:
            print("child, closing:", error.code, flush=True)

    asyncio.run(ask())
    try:
        with Crm.open(url) as again:
            print("child, opening:", again.act_as(company, operator).customers.count(), flush=True)
    except CrmError as error:
        print("child, opening:", error.code, flush=True)
    del session, awaited, asynchronous, crm
    os._exit(0)

_, status = os.waitpid(child, 0)
assert status == 0, status
(customer,) = loop.run_until_complete(awaited.customers.list().page()).items
assert customer == next(iter(session.customers.list()))
print("parent:", customer.name)
loop.run_until_complete(asynchronous.close())
loop.close()
crm.close()

# What is closed before a fork is the child's as much as anybody's.
child = os.fork()
if child == 0:
    with Crm.open(url) as again:
        print("later child:", again.act_as(company, operator).customers.count(), flush=True)
    os._exit(0)
_, status = os.waitpid(child, 0)
assert status == 0, status
