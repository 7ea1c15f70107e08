package crm

import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Assumptions.assumeTrue
import org.junit.jupiter.api.Test
import java.io.File

/** What a call takes it gives back: on the heap, and outside of it. */
class MemoryTest {
    @Test
    fun `100,000 calls leave memory as it was`() = Books.on(Engine.SQLITE) { books ->
        assumeTrue(File(STATUS).exists(), "the size of the process is read from $STATUS")
        repeat(WARM_UP) { round(books) }
        val before = sizes()
        repeat(CALLS / CALLS_A_ROUND) { round(books) }
        // Sessions that were forgotten and not given back would be 16 MB. When they are given back is the collector's business.
        var grown = emptyList<Long>()
        val isFlat = eventually { grown = sizes().zip(before) { now, then -> now - then }; grown[0] < 4 * 1024 && grown[1] < 10 * 1024 }
        println("memory after $CALLS calls: heap ${grown[0]} kB, process ${grown[1]} kB more than before")
        assertTrue(isFlat, "the heap grew by ${grown[0]} kB, the process by ${grown[1]} kB")
    }

    /** Calls of every kind: blocking and suspending, with a reply of some size, refused, opening a session and forgetting it. */
    private suspend fun round(books: Books) {
        val (blocking, forgotten) = books.session.blocking() to books.crm.actAs(books.company.companyId, books.company.operatorId)
        blocking.customers.get(books.customer.id)
        books.session.products.list()
        runCatching { blocking.customers.get(books.product.id) }
        forgotten.warehouses.count()
    }

    private fun sizes(): List<Long> {
        repeat(3) {
            System.gc()
            Thread.sleep(100)
        }
        val heap = Runtime.getRuntime().run { totalMemory() - freeMemory() } / 1024
        val process = File(STATUS).readLines().single { it.startsWith("VmRSS") }.filter(Char::isDigit).toLong()
        return listOf(heap, process)
    }

    private companion object {
        const val STATUS = "/proc/self/status"
        const val CALLS = 100_000
        const val CALLS_A_ROUND = 5
        const val WARM_UP = 2_000
    }
}
