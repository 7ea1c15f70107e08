package crm

import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.cancel
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withContext
import kotlinx.serialization.json.JsonObject
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Assumptions
import org.junit.jupiter.api.Test
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.EnumSource
import java.io.File
import java.time.LocalDate
import java.time.ZoneId
import java.util.concurrent.atomic.AtomicInteger

/** Handles, many at once, and the end. */
class LifeTest {
    @ParameterizedTest
    @EnumSource
    fun `200 coroutines that post at once leave the books right`(engine: Engine) = Books.on(engine) { books ->
        val numbers = withContext(Dispatchers.Default) { List(200) { async { books.session.sales.deliver(books.delivery(2)).number } }.awaitAll() }
        assertEquals(200, numbers.toSet().size)
        assertEquals(0, books.onHand().compareTo("600".toBigDecimal()))
        books.session.verify()
    }

    @Test
    fun `8 threads that post at once leave the books right`() = Books.on(Engine.SQLITE) { books ->
        val session = books.session.blocking()
        val threads = List(8) { Thread { repeat(25) { session.sales.deliver(books.delivery(2)) } } }
        threads.forEach(Thread::start)
        threads.forEach(Thread::join)
        assertEquals(0, books.onHand().compareTo("600".toBigDecimal()))
        session.verify()
    }

    @Test
    fun `today is that of whoever is asked`() = Books.on(Engine.SQLITE) { books ->
        suspend fun opened(zone: String) = books.crm.actAs(books.company.companyId, books.company.operatorId, zone = zone, locale = "es-MX")
        for (zone in listOf("UTC", "Pacific/Kiritimati", "Etc/GMT+12", "+05:30")) {
            val (session, place) = opened(zone) to ZoneId.of(zone)
            val before = LocalDate.now(place)
            assertTrue(session.today() in before..LocalDate.now(place), zone)
        }
        assertTrue(opened("Pacific/Kiritimati").today() > opened("Etc/GMT+12").blocking().today())
        assertEquals("zone", refused<CrmException.Invalid> { opened("Mars/Olympus") }.details["field"])
    }

    @ParameterizedTest
    @EnumSource
    fun `a change by a function loses nothing`(engine: Engine) = Books.on(engine) { books ->
        val before = books.session.customers.get(books.customer.id)
        withContext(Dispatchers.Default) {
            List(4) { async { repeat(10) { books.session.customers.modify(before.id) { it.copy(paymentDays = it.paymentDays + 1) } } } }.awaitAll()
        }
        val blocking = books.session.blocking().customers
        val threads = List(4) { Thread { repeat(10) { blocking.modify(before.id) { it.copy(paymentDays = it.paymentDays + 1) } } } }
        threads.forEach(Thread::start)
        threads.forEach(Thread::join)
        val after = books.session.customers.get(before.id)
        assertEquals(before.paymentDays + 80, after.paymentDays)
        assertEquals(before.version + 80, after.version)
    }

    @ParameterizedTest
    @EnumSource
    fun `a cancelled call is done whole or not at all`(engine: Engine) = Books.on(engine) { books ->
        val answered = AtomicInteger()
        suspend fun post(round: Int) {
            books.session.idempotent("cancelled-$round").sales.deliver(books.delivery(2))
            answered.incrementAndGet()
        }
        coroutineScope {
            repeat(60) { round ->
                if (round % 4 == 0) {
                    // At once: the call has begun, and nothing has gone on since.
                    launch(start = CoroutineStart.UNDISPATCHED) { post(round) }.cancel()
                } else {
                    // Some time later, wherever it is by then.
                    val posting = launch(Dispatchers.Default) { post(round) }
                    launch { delay(round / 4L); posting.cancelAndJoin() }
                }
            }
        }
        // What was cancelled may still be on its way; the same key again waits for it, and each is there once.
        repeat(60) { round -> books.session.idempotent("cancelled-$round").sales.deliver(books.delivery(2)) }
        assertTrue(answered.get() < 60, "what was cancelled at once went on")
        assertEquals(60, books.session.salesDocuments.count())
        assertEquals(0, books.onHand().compareTo("880".toBigDecimal()))
        books.session.verify()
    }

    @Test
    fun `a panic is an exception, and the process lives`() = Books.on(Engine.SQLITE) { books ->
        val nothing = JsonObject(emptyMap())
        assertEquals(ErrorCodes.BINDINGS_PANIC, refused<CrmException.Internal> { books.crm.call("crm.panic", nothing) }.code)
        assertEquals(ErrorCodes.BINDINGS_PANIC, refused<CrmException.Internal> { books.crm.blocking().call("crm.panic", nothing) }.code)
        assertEquals(1, books.session.customers.count())
        books.session.verify()
    }

    @Test
    fun `a call in a cancelled coroutine does nothing`() = Books.on(Engine.SQLITE) { books ->
        val begun = AtomicInteger()
        val posting = coroutineScope {
            launch(start = CoroutineStart.UNDISPATCHED) {
                currentCoroutineContext().cancel()
                repeat(5) {
                    begun.incrementAndGet()
                    runCatching { books.session.sales.deliver(books.delivery()) }
                }
            }
        }
        assertTrue(posting.isCancelled)
        assertEquals(5, begun.get())
        assertEquals(0, books.session.salesDocuments.count())
    }

    @Test
    fun `a caller without a dispatcher goes on with threads of its own`() = Books.on(Engine.SQLITE) { books ->
        val names = withContext(Dispatchers.Unconfined) {
            List(4) { async { books.session.customers.count(); Thread.currentThread().name.also { runBlocking { books.session.customers.count() } } } }.awaitAll()
        }
        assertTrue(names.none { it.startsWith("crm") || it.startsWith("Thread-") }, "$names")
    }

    @Test
    fun `closing ends the threads of the library`() {
        // A thread is there before it has its name, and may be gone before its name is read. Those of tests before this one may still be ending.
        fun isOurs(thread: File) = runCatching { File(thread, "comm").readText().trim() == "crm" }.getOrDefault(false)
        fun threads() = File("/proc/self/task").listFiles().orEmpty().filter(::isOurs).map(File::getName).toSet()
        Assumptions.assumeTrue(File("/proc/self/task").exists())
        val before = threads()
        val crms = List(10) { BlockingCrm.open("memory:") }
        var opened = emptySet<String>()
        assertTrue(eventually { opened = threads() - before; opened.size >= 20 }, "a library has two threads: $opened")
        crms.forEach(BlockingCrm::close)
        assertTrue(eventually { threads().intersect(opened).isEmpty() }, "threads are left: ${threads().intersect(opened)}")
    }

    @Test
    fun `an idempotent view is closed without an end to the session`() = Books.on(Engine.SQLITE) { books ->
        books.session.idempotent("order-4711").use { it.sales.deliver(books.delivery()) }
        books.session.blocking().idempotent("order-4712").use { it.sales.deliver(books.delivery()) }
        assertEquals(2, books.session.salesDocuments.count())
    }

    @Test
    fun `after closing every call says so`() = Books.on(Engine.SQLITE) { books ->
        books.session.close()
        books.session.close()
        assertEquals(ErrorCodes.BINDINGS_CLOSED, refused<CrmException.Invalid> { books.session.customers.count() }.code)
        books.crm.close()
        books.crm.close()
        assertEquals(ErrorCodes.BINDINGS_CLOSED, refused<CrmException.Invalid> { books.crm.migrate() }.code)
        assertEquals(ErrorCodes.BINDINGS_CLOSED, refused<CrmException.Invalid> { books.crm.blocking().migrate() }.code)
    }

    @ParameterizedTest
    @EnumSource
    fun `closing waits for calls that run, and refuses the later ones`(engine: Engine): Unit = Database.on(engine).use { database ->
        lateinit var company: CompanyCreated
        val posted = runBlocking {
            val books = Books.opened(Crm.open(database.url))
            company = books.company
            withContext(Dispatchers.Default) {
                val outcomes = List(100) { async { runCatching { books.session.sales.deliver(books.delivery()) } } }
                while (outcomes.none { it.isCompleted }) delay(1)
                books.crm.close()
                val (done, refused) = outcomes.awaitAll().partition { it.isSuccess }
                assertTrue(refused.all { (it.exceptionOrNull() as CrmException).code == ErrorCodes.BINDINGS_CLOSED })
                done.size
            }
        }
        runBlocking {
            Crm.open(database.url).use { crm ->
                val session = crm.actAs(company.companyId, company.operatorId)
                assertTrue(posted in 1..100)
                assertEquals(posted.toLong(), session.salesDocuments.count())
                session.verify()
            }
        }
        Unit
    }
}
