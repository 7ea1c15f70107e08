package crm

import kotlinx.coroutines.flow.toList
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.assertThrows
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.EnumSource
import java.math.BigDecimal
import java.time.LocalDate
import java.time.YearMonth

/** What a host does with the library, from end to end, on each engine. */
class StoryTest {
    @ParameterizedTest
    @EnumSource
    fun `from the quote to the payment the figures are exact`(engine: Engine) = Books.on(engine) { books ->
        val session = books.session
        val line = LineItem(productId = books.product.id, quantity = "4".toBigDecimal(), unitPrice = UnitPrice("5.00".toBigDecimal(), "EUR"))
        val quote = session.quotes.create(NewQuote(customerId = books.customer.id, offer = Offer(day = Books.DAY, lines = listOf(line), validUntil = Books.DAY.plusDays(20))))
        val order = session.quotes.accept(Acceptance(quoteId = quote.quoteId, day = Books.DAY))
        val posted = session.orders.deliver(OrderDelivery(orderId = order.orderId, warehouseId = books.warehouse.id, day = Books.DAY))
        assertEquals("DN-2026-000001", posted.number)
        assertTrue(posted.cost isWorth "12")

        val overdue = LocalDate.of(2026, 2, 28)
        assertTrue(session.receivables.ageing(AgeingQuery(asOf = overdue, currency = "EUR")).buckets[1] isWorth "20")
        val payment = NewPayment(customerId = books.customer.id, day = overdue, amount = euros("20.00"), allocate = Allocate.OldestDue)
        assertTrue(session.receivables.recordPayment(payment).allocated isWorth "20")
        assertTrue(session.receivables.balance(books.customer.id, overdue, "EUR") isWorth "0")
        assertTrue(session.sales.profit(ProfitBy.MONTH).single().profit isWorth "8")
        session.verify()
    }

    @ParameterizedTest
    @EnumSource
    fun `a key gives the first answer again and does nothing twice`(engine: Engine) = Books.on(engine) { books ->
        val keyed = books.session.keyed("order-4711")
        assertEquals(keyed.sales.deliver(books.delivery(4)), keyed.sales.deliver(books.delivery(4)))
        assertEquals(0, books.onHand().compareTo("996".toBigDecimal()))
        assertEquals(ErrorCodes.IDEMPOTENCY_MISMATCH, refused<CrmException.Conflict> { keyed.sales.deliver(books.delivery(5)) }.code)
    }

    @ParameterizedTest
    @EnumSource
    fun `records are found by filters, in order, page by page`(engine: Engine) = Books.on(engine) { books ->
        val customers = books.session.customers
        customers.createMany((2..25).map { Customer(code = "C%02d".format(it), name = "Customer $it", paymentDays = it.toLong()) })
        val slow = (Customers.paymentDays ge 20) and !(Customers.name contains "PENA")
        assertEquals((20L..25L).toList(), customers.listAll(slow, listOf(Customers.paymentDays.ascending()), pageSize = 4).toList().map { it.paymentDays })
        assertEquals((25L downTo 20L).toList(), customers.list(slow, listOf(Customers.paymentDays.descending())).items.map { it.paymentDays })
        assertEquals("C1", customers.list(Customers.name startsWith "bodega").items.single().code)
        assertEquals(25, customers.count())
        assertEquals(3, customers.count((Customers.code isIn listOf("C02", "C03")) or Customers.paymentDays.between(24, 24)))

        books.session.sales.deliver(books.delivery())
        val owing = customers.list(Customers.openItem exists (OpenItems.open gt "1".toBigDecimal())).items
        assertEquals(listOf(books.customer.id), owing.map { it.id })
        assertEquals(24, customers.count(Customers.openItem none OpenItems.all()))
    }

    @ParameterizedTest
    @EnumSource
    fun `rows of a report are read by fields`(engine: Engine) = Books.on(engine) { books ->
        val session = books.session
        session.sales.deliver(books.delivery(2))
        val row = session.salesLines.report(by = listOf("product_id", "day"), byMonth = "day", sum = listOf("net", "quantity")).single()
        assertEquals(books.product.id to Books.DAY, row[SalesLines.productId] to row[SalesLines.day])
        assertEquals(YearMonth.from(Books.DAY) to 1L, row.month to row.count)
        assertTrue(row.sums.getValue("net")!!.compareTo("10".toBigDecimal()) == 0 && row.sums.getValue("quantity")!!.compareTo("2".toBigDecimal()) == 0)
        assertThrows<IllegalArgumentException> { row[SalesLines.currency] }

        val documents = session.salesDocuments.report(by = listOf("kind", "customer.code", "customer.group_id")).single()
        assertEquals(SalesKind.DELIVERY, documents[SalesDocuments.kind])
        assertEquals("C1" to null, documents.group("customer.code", Customers.code) to documents.group("customer.group_id", Customers.groupId))
        assertEquals(null to emptyMap<String, BigDecimal?>(), documents.month to documents.sums)
        assertEquals(emptyList<ReportRow>(), session.payments.report(by = listOf("day"), sum = listOf("amount")))
    }

    @ParameterizedTest
    @EnumSource
    fun `a record is changed as a copy, and refused when it is old`(engine: Engine) = Books.on(engine) { books ->
        val customers = books.session.customers
        val changed = customers.update(books.customer.copy(notes = "pays late 🙂"))
        assertEquals("pays late 🙂" to 2L, changed.notes to changed.version)
        assertNull(books.customer.notes)
        assertTrue(refused<CrmException.Conflict> { customers.update(books.customer.copy(notes = "pays")) }.code == ErrorCodes.VERSION_CONFLICT)
        assertEquals(changed.toCustomer(), changed.copy(version = 7).toCustomer())
        val twin = customers.create(changed.toCustomer().withCode("C2"))
        customers.delete(twin)
        assertNull(customers.find(twin.id))
        // What is emptied, or set to what it is in a new record, is sent as well.
        val emptied = customers.update(customers.update(changed.copy(isActive = false)).copy(notes = null, paymentDays = 0, isActive = true))
        assertEquals(Triple(null, 0L, true), Triple(emptied.notes, emptied.paymentDays, emptied.isActive))
    }

    @ParameterizedTest
    @EnumSource
    fun `fields that are given are changed, and no others`(engine: Engine) = Books.on(engine) { books ->
        val customers = books.session.customers
        val key = ExternalKey("shop", "77")
        val made = customers.upsert(key, Customers.code set "S77", Customers.name set "Shop").record
        assertEquals(true to 0L, made.isActive to made.paymentDays)
        val limit = Money("1000.50".toBigDecimal(), "EUR")
        val set = customers.patch(
            made.id, Customers.notes set "calls on Fridays", Customers.currency set "EUR", Customers.creditLimit set limit,
            Customers.ownerId set books.company.operatorId, Customers.kind set CustomerKind.PERSON, Customers.isActive set false, version = 1,
        )
        val sent = customers.upsert(key, Customers.name set "Shop 77")
        assertEquals(set.copy(version = 3, name = "Shop 77"), sent.record)
        assertEquals(Upserted.UPDATED, sent.outcome)
        assertNull(customers.patch(made.id, Customers.notes set null).notes)
        assertTrue(refused<CrmException.Conflict> { customers.patch(made.id, Customers.name set "Late", version = 1) }.code == ErrorCodes.VERSION_CONFLICT)
        assertEquals("name", refused<CrmException.Invalid> { customers.upsert(ExternalKey("shop", "78"), Customers.code set "S78") }.details["field"])
        val whole = Customer(code = "S77", name = "Whole")
        assertEquals(whole, customers.upsert(key, *Customers.setAll(whole)).record.toCustomer())
        customers.bindExternal(made.id, ExternalKey("erp", "1"))
        assertEquals(listOf(ExternalKey("erp", "1"), key), customers.externalKeys(made.id))
    }
}
