/*
 * A tiny ERP on the JVM with the library inside it: it opens the books, receives goods, sells to two customers, records a payment and prints who owes what.
 *
 *     mvn -f bindings/kotlin/pom.xml test-compile exec:java -Dexec.mainClass=erp.TinyErpKt -Dexec.classpathScope=test
 *
 * with the URL of a database as `-Dexec.args=..` (`sqlite:/path/books.db`, `postgres://..`); without one it uses a temporary file.
 */
package erp

import crm.AgeingBy
import crm.AgeingQuery
import crm.Allocate
import crm.Crm
import crm.CrmException
import crm.Customer
import crm.CustomerRecord
import crm.Customers
import crm.ErrorCodes
import crm.LineItem
import crm.Money
import crm.NewDelivery
import crm.NewPayment
import crm.NewReceipt
import crm.Operator
import crm.Product
import crm.ProductRecord
import crm.ReceiptLine
import crm.Session
import crm.UnitPrice
import crm.Warehouse
import crm.WarehouseRecord
import kotlinx.coroutines.runBlocking
import java.math.BigDecimal
import java.nio.file.Files
import java.time.LocalDate

private const val EUR = "EUR"

/** The ERP's own sale: its number, a customer's code, a quantity. */
private data class Sale(val number: String, val customer: String, val quantity: Int, val day: LocalDate)

fun main(arguments: Array<String>): Unit = runBlocking {
    val url = arguments.firstOrNull() ?: "sqlite:${Files.createTempDirectory("tiny-erp").resolve("books.db")}"
    Crm.open(url).use { crm -> run(crm, ::println) }
}

/** A winter's trading, printed line by line. */
suspend fun run(crm: Crm, print: (String) -> Unit) {
    crm.migrate()
    val company = crm.createCompany("Lanterns Ltd", EUR, Operator(code = "ana", name = "Ana", roles = listOf("administrator")))
    crm.actAs(company.companyId, company.operatorId).use { session -> Shop.stocked(session, print).winter() }
}

private class Shop(private val session: Session, private val lantern: ProductRecord, private val shelf: WarehouseRecord, private val print: (String) -> Unit) {
    suspend fun winter() {
        val january = LocalDate.of(2026, 1, 10)
        session.customers.create(Customer(code = "C1", name = "Bodega Peña", paymentDays = 30))
        session.customers.create(Customer(code = "C2", name = "Casa Ruiz", paymentDays = 60))
        listOf(Sale("A-1", "C1", 40, january), Sale("A-2", "C2", 25, january.plusDays(20)), Sale("A-3", "C2", 100, january.plusDays(21))).forEach { sell(it) }
        pay("C1", "150.00", january.plusDays(35))
        ageing(LocalDate.of(2026, 3, 31))
        session.verify()
    }

    /** The sale's number is the idempotency key: an ERP that crashed half-way retries the sale, and nothing is delivered twice. */
    private suspend fun sell(sale: Sale) {
        val line = LineItem(productId = lantern.id, quantity = sale.quantity.toBigDecimal(), unitPrice = UnitPrice("7.25".toBigDecimal(), EUR))
        val delivery = NewDelivery(customerId = customer(sale.customer).id, warehouseId = shelf.id, day = sale.day, lines = listOf(line), reference = sale.number)
        try {
            val posted = session.idempotent(sale.number).sales.deliver(delivery)
            print("${posted.number} for ${sale.customer}: cost ${posted.cost?.amount} $EUR")
        } catch (e: CrmException.Conflict) {
            if (e.code != ErrorCodes.STOCK_INSUFFICIENT) throw e
            print("${sale.number} for ${sale.customer} waits: ${e.message}")
        }
    }

    private suspend fun pay(code: String, amount: String, day: LocalDate) {
        val payment = NewPayment(customerId = customer(code).id, day = day, amount = Money(BigDecimal(amount), EUR), allocate = Allocate.OldestDue)
        val posted = session.receivables.recordPayment(payment)
        print("${posted.number} from $code: ${posted.allocated.amount} $EUR set against what fell due first")
    }

    private suspend fun ageing(day: LocalDate) {
        val rows = session.receivables.ageingBy(AgeingBy.CUSTOMER, AgeingQuery(asOf = day, currency = EUR))
        print("owed on $day, days overdue: ${rows.first().ageing.names.joinToString()}")
        val named = rows.map { row -> session.customers.get(row.id!!).name to row.ageing }
        for ((name, ageing) in named.sortedBy { it.first }) {
            print("$name: ${ageing.buckets.joinToString { it.amount.toPlainString() }}; in all ${ageing.total.amount} $EUR")
        }
    }

    private suspend fun customer(code: String): CustomerRecord = session.customers.list(Customers.code eq code).items.single()

    companion object {
        /** A shop with 80 lanterns in stock. */
        suspend fun stocked(session: Session, print: (String) -> Unit): Shop {
            val lantern = session.products.create(Product(code = "P1", name = "Lantern", currency = EUR))
            val shelf = session.warehouses.create(Warehouse(code = "SHELF", name = "Shelf"))
            val line = ReceiptLine(productId = lantern.id, quantity = BigDecimal(80), unitCost = UnitPrice("3.10".toBigDecimal(), EUR))
            session.stock.receive(NewReceipt(warehouseId = shelf.id, day = LocalDate.of(2026, 1, 2), lines = listOf(line)))
            return Shop(session, lantern, shelf, print)
        }
    }
}
