package crm

import kotlinx.coroutines.runBlocking
import java.math.BigDecimal
import java.time.LocalDate

/** A company with a customer and goods in stock, on a database of its own. */
class Books private constructor(
    val crm: Crm,
    val company: CompanyCreated,
    val session: Session,
    val customer: CustomerRecord,
    val product: ProductRecord,
    val warehouse: WarehouseRecord,
) {
    /** A delivery of so many lanterns at 5 euros each. */
    fun delivery(quantity: Long = 1, day: LocalDate = DAY): NewDelivery {
        val line = LineItem(productId = product.id, quantity = quantity.toBigDecimal(), unitPrice = UnitPrice("5.00".toBigDecimal(), "EUR"))
        return NewDelivery(customerId = customer.id, warehouseId = warehouse.id, day = day, lines = listOf(line))
    }

    suspend fun onHand(): BigDecimal = session.stockBalances.list().items.sumOf { it.quantity }

    companion object {
        val DAY: LocalDate = LocalDate.of(2026, 1, 10)

        /** Opens the library on the engine, with 1000 lanterns that cost 3 euros each. */
        fun on(engine: Engine, test: suspend (Books) -> Unit) = Database.on(engine).use { database ->
            runBlocking { Crm.open(database.url).use { crm -> test(opened(crm)) } }
        }

        suspend fun opened(crm: Crm): Books {
            crm.migrate()
            val company = crm.createCompany("Acme", "EUR", Operator(code = "ana", name = "Ana", roles = listOf("administrator")))
            val session = crm.actAs(company.companyId, company.operatorId)
            val customer = session.customers.create(Customer(code = "C1", name = "Bodega Peña", paymentDays = 30))
            val product = session.products.create(Product(code = "P1", name = "Lantern", currency = "EUR"))
            val warehouse = session.warehouses.create(Warehouse(code = "W", name = "Main"))
            val line = ReceiptLine(productId = product.id, quantity = "1000".toBigDecimal(), unitCost = UnitPrice("3.00".toBigDecimal(), "EUR"))
            session.stock.receive(NewReceipt(warehouseId = warehouse.id, day = DAY, lines = listOf(line)))
            return Books(crm, company, session, customer, product, warehouse)
        }
    }
}

/** An amount of euros, as the library gives it. */
fun euros(amount: String) = Money(amount.toBigDecimal(), "EUR")

/** Equal amounts, however many zeros they are written with. */
infix fun Money?.isWorth(amount: String): Boolean = this != null && currency == "EUR" && this.amount.compareTo(amount.toBigDecimal()) == 0
