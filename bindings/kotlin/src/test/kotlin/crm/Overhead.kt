package crm

import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withContext
import java.nio.file.Files

/**
 * What a call costs from Kotlin. Prints a line for each figure: its name, and nanoseconds for one, the best of several rounds. An argument says what
 * the names of the figures to measure begin with.
 *
 *     mvn -f bindings/kotlin/pom.xml test-compile exec:java -Dexec.mainClass=crm.OverheadKt -Dexec.classpathScope=test
 */
fun main(arguments: Array<String>): Unit = runBlocking {
    arguments.firstOrNull()?.let { wanted = it }
    Crm.open("memory:").use { crm ->
        // Nothing is missing in memory: the call does nothing but cross over and back.
        val blocking = crm.blocking()
        figure("call_blocking", 20_000) { repeat(it) { blocking.missingSteps() } }
        figure("call_suspending", 20_000) { repeat(it) { crm.missingSteps() } }
        figure("call_suspending_100_at_once", 20_000) { calls ->
            withContext(Dispatchers.Default) { List(100) { async { repeat(calls / 100) { crm.missingSteps() } } }.awaitAll() }
        }
    }
    val file = Files.createTempDirectory("overhead")
    Crm.open("sqlite:${file.resolve("books.db")}").use { crm ->
        val books = Books.opened(crm)
        books.session.customers.createMany((1..1000).map { Customer(code = "M%04d".format(it), name = "Customer $it", paymentDays = it % 90L) })
        val blocking = books.session.blocking()
        figure("get_blocking", 5_000) { repeat(it) { blocking.customers.get(books.customer.id) } }
        figure("get_suspending", 5_000) { repeat(it) { books.session.customers.get(books.customer.id) } }
        figure("page_of_1000_blocking", 50) { pages -> repeat(pages) { check(blocking.customers.list(limit = 1000).items.size == 1000) } }
        figure("page_of_1000_suspending", 50) { pages -> repeat(pages) { check(books.session.customers.list(limit = 1000).items.size == 1000) } }
        figure("page_of_1000_as_json", 50) { pages -> repeat(pages) { blocking.call("customers.list", ALL) } }
    }
    file.toFile().deleteRecursively()
}

/** What the names of the figures to measure begin with. */
private var wanted = ""
private val ALL = JsonValues.parse("""{"limit":1000}""")

private suspend fun figure(name: String, times: Int, work: suspend (Int) -> Unit) {
    if (!name.startsWith(wanted)) return
    val rounds = List(8) {
        val started = System.nanoTime()
        work(times)
        (System.nanoTime() - started) / times
    }
    println("$name ${rounds.min()}")
}
