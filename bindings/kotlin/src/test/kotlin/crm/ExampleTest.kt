package crm

import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.EnumSource
import java.io.File
import java.math.BigDecimal
import java.time.LocalDate

/** What is shown to people works as it is shown. */
class ExampleTest {
    @ParameterizedTest
    @EnumSource
    fun `the tiny ERP prints who owes what`(engine: Engine) = Database.on(engine).use { database ->
        val printed = mutableListOf<String>()
        runBlocking { Crm.open(database.url).use { crm -> erp.run(crm) { printed += it } } }
        val expected = listOf(
            "DN-2026-000001 for C1: cost 124 EUR",
            "DN-2026-000002 for C2: cost 77.5 EUR",
            "A-3 for C2 waits: there is not enough stock of `P1` for 100 (available 15)",
            "PM-2026-000001 from C1: 150 EUR set against what fell due first",
            "owed on 2026-03-31, days overdue: current, 1-30, 31-60, 61-90, 90+",
            "Bodega Peña: 0, 0, 140, 0, 0; in all 140 EUR",
            "Casa Ruiz: 181.25, 0, 0, 0, 0; in all 181.25 EUR",
        )
        assertEquals(expected, printed)
    }

    @Test
    fun `the first lines of the README do what they say`() {
        val file = File.createTempFile("books", ".db").apply { delete() }
        try {
            assertEquals("DN-2026-000001", runBlocking { start("sqlite:$file") })
        } finally {
            file.parentFile.listFiles { found -> found.name.startsWith(file.name) }?.forEach(File::delete)
        }
    }

    @Test
    fun `the READMEs show the lines that are run here`() {
        val shown = listOf(File("README.md"), File("../../README.md")).mapNotNull(::kotlinIn)
        assertTrue(shown.isNotEmpty(), "no README has a block of Kotlin")
        val source = File("src/test/kotlin/crm/ExampleTest.kt").readText()
        val run = source.substringAfter("// From here\n").substringBefore("    // to here").trimIndent().trim().replace("(url)", "(\"sqlite:books.db\")")
        shown.forEach { assertEquals(run, it.substringAfter("runBlocking {\n").substringBeforeLast("\n}").trimIndent().trim()) }
        val java = File("README.md").readText().substringAfter("```java\n").substringBefore("```").trimIndent().trim()
        assertTrue(java in File("src/test/java/crm/BlockingJavaTest.java").readText().replace("\n        ", "\n"), java)
    }

    private fun kotlinIn(file: File): String? =
        file.readText().substringAfter("```kotlin\n", "").substringBefore("```").ifEmpty { null }
}

private suspend fun start(url: String): String {
    val printed = StringBuilder()
    fun println(line: Any?) = printed.append(line)
    // From here
    Crm.open(url).use { crm ->
        crm.migrate()
        val company = crm.createCompany("Acme", "EUR", Operator(code = "ana", name = "Ana", roles = listOf("administrator")))
        val session = crm.actAs(company.companyId, company.operatorId)
        val customer = session.customers.create(Customer(code = "C1", name = "Bodega Peña", paymentDays = 30))
        val lantern = session.products.create(Product(code = "P1", name = "Lantern", currency = "EUR"))
        val shelf = session.warehouses.create(Warehouse(code = "W", name = "Main"))
        val day = LocalDate.of(2026, 1, 10)
        val received = ReceiptLine(productId = lantern.id, quantity = BigDecimal("10"), unitCost = UnitPrice(BigDecimal("3.00"), "EUR"))
        session.stock.receive(NewReceipt(warehouseId = shelf.id, day = day, lines = listOf(received)))
        val sold = LineItem(productId = lantern.id, quantity = BigDecimal("4"), unitPrice = UnitPrice(BigDecimal("5.00"), "EUR"))
        val delivery = NewDelivery(customerId = customer.id, warehouseId = shelf.id, day = day, lines = listOf(sold))
        println(session.idempotent("order-4711").sales.deliver(delivery).number) // DN-2026-000001
    }
    // to here
    return printed.toString()
}
