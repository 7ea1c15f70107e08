"""A CRM in the process that uses it: customers, products, stock with costing, sales and receivables, with exact figures.

    from crm import Crm, Customer

    with Crm.open("sqlite:books.db") as crm:
        session = crm.act_as(company, principal)
        for customer in session.customers.list(Customer.c.country == "ES", sort=["name"]):
            print(customer.code, customer.name)

`Crm` runs each call on the caller's thread, without holding the interpreter; `AsyncCrm` has the same methods for asyncio. Amounts are
`decimal.Decimal`, instants have a time zone. What the library refuses is a `CrmError`.
"""

from .codes import *
from .errors import *
from .files import *
from .filters import *
from .models import *
from .pages import *
from .services import *
