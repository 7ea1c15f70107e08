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
        val books = runBlocking { Books.opened(crm.suspending()) }
        val forgotten = crm.actAs(books.company.companyId, books.company.operatorId)
        check(forgotten.customers.count() == 1L)
        check(runCatching { forgotten.customers.get(books.product.id) }.exceptionOrNull() is CrmException.NotFound)
        val threads = List(4) { Thread { forgotten.sales.deliver(books.delivery()) }.apply { start() } }
        threads.forEach(Thread::join)
        crm.close()
        check(runCatching { crm.migrate() }.exceptionOrNull() is CrmException.Invalid)
    }

    /** Threads of the coroutines' own dispatchers are the application's to end, where their library is in its class loader too. */
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
