package crm

import kotlinx.coroutines.DelicateCoroutinesApi
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withContext

/** What an application in a container does, in a class loader of its own: uses the library in every way, closes it, and is unloaded. */
object Application {
    @JvmStatic
    fun blocking(url: String) {
        val crm = BlockingCrm.open(url)
        crm.migrate()
        val company = crm.createCompany("Acme", "EUR", Operator(code = "ana", name = "Ana", roles = listOf("administrator")))
        val forgotten = crm.actAs(company.companyId, company.operatorId)
        val threads = List(4) { number -> Thread { forgotten.customers.create(Customer(code = "C$number", name = "Bodega Peña")) }.apply { start() } }
        threads.forEach(Thread::join)
        check(forgotten.customers.list(Customers.name contains "pena").items.size == 4)
        check(runCatching { forgotten.customers.get(company.companyId) }.exceptionOrNull() is CrmException.NotFound)
        crm.close()
        check(runCatching { crm.migrate() }.exceptionOrNull() is CrmException.Invalid)
    }

    /** The threads of the coroutines' own dispatchers refer to what started them, and are the application's to end. */
    @OptIn(DelicateCoroutinesApi::class)
    @JvmStatic
    fun suspending(url: String) {
        runBlocking {
            Crm.open(url).use { crm ->
                val books = Books.opened(crm)
                withContext(Dispatchers.Default) { List(20) { async { books.session.sales.deliver(books.delivery()) } }.awaitAll() }
                withContext(Dispatchers.Unconfined) { books.session.verify() }
            }
        }
        Dispatchers.shutdown()
    }
}
