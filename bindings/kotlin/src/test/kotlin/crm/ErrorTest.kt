package crm

import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.buildJsonObject
import kotlinx.serialization.json.put
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import org.junit.jupiter.api.io.TempDir
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.EnumSource
import java.io.File
import java.math.BigDecimal
import java.time.LocalDate
import java.util.UUID

inline fun <reified E : CrmException> refused(call: () -> Unit): E = assertThrows<E> { call() }

/** Whatever is wrong comes as an exception of this module, with its code. */
class ErrorTest {
    @ParameterizedTest
    @EnumSource
    fun `what the books refuse says why, and changes nothing`(engine: Engine) = Books.on(engine) { books ->
        val error = refused<CrmException.Conflict> { books.session.sales.deliver(books.delivery(quantity = 1001)) }
        assertEquals(listOf(ErrorCodes.STOCK_INSUFFICIENT, "conflict", false), listOf(error.code, error.kind, error.retryable))
        assertTrue(error.details.isNotEmpty())
        assertTrue(error.message!!.isNotBlank() && error.toString().startsWith("stock.insufficient: "))
        assertEquals(0, books.onHand().compareTo("1000".toBigDecimal()))
        assertEquals(ErrorCodes.RECORD_NOT_FOUND, refused<CrmException.NotFound> { books.session.customers.get(UUID(1, 1)) }.code)
    }

    @Test
    fun `a value that cannot be is a typed error`() = Books.on(Engine.SQLITE) { books ->
        fun delivered(quantity: BigDecimal) = books.delivery().run { copy(lines = lines.map { it.copy(quantity = quantity) }) }
        for (quantity in listOf("1E+40", "1E+1000000000", "-1E-1000000000", "1E-40", "0.12345678901234567890123456789012345")) {
            val error = refused<CrmException.Invalid> { books.session.sales.deliver(delivered(BigDecimal(quantity))) }
            assertTrue(error.message!!.isNotBlank(), quantity)
        }
        val far = refused<CrmException.Invalid> { books.session.sales.deliver(books.delivery(day = LocalDate.MAX)) }
        assertEquals(ErrorCodes.BINDINGS_REQUEST to "delivery.day", far.code to far.details["path"])
        val torn = refused<CrmException.Invalid> { books.session.customers.create(Customer(code = "C2", name = "half a pair \uD83D")) }
        assertEquals(ErrorCodes.BINDINGS_REQUEST, torn.code)
        assertEquals(ErrorCodes.QUERY_INVALID, refused<CrmException.Invalid> { books.session.customers.list(Filter.of(JsonObject(emptyMap()))) }.code)
        assertEquals(ErrorCodes.BINDINGS_REQUEST, refused<CrmException.Invalid> { books.session.idempotent("half \uD83D").sales.deliver(books.delivery()) }.code)
        val none = mapOf("rank" to JsonPrimitive(Double.NaN))
        assertEquals(ErrorCodes.BINDINGS_REQUEST, refused<CrmException.Invalid> { books.session.customers.create(Customer(name = "C"), none) }.code)
        for (text in listOf("abc", "[1]", "{", "\"x\"")) assertEquals(ErrorCodes.BINDINGS_REQUEST, refused<CrmException.Invalid> { JsonValues.parse(text) }.code)
        assertEquals("rank", refused<CrmException.Invalid> { JsonValues.of(mapOf("rank" to 1.5)) }.details["path"])
    }

    @Test
    fun `fields of the host take exact values and are filtered by`() = Books.on(Engine.SQLITE) { books ->
        for ((name, type) in listOf("rank" to CustomType.INTEGER, "share" to CustomType.DECIMAL, "since" to CustomType.DAY, "vip" to CustomType.BOOLEAN)) {
            books.session.customFields.create(CustomField(entity = "customer", name = name, valueType = type))
        }
        val values = JsonValues.of(mapOf("rank" to 5, "share" to "2.50".toBigDecimal(), "since" to Books.DAY, "vip" to true))
        val made = books.session.customers.create(Customer(code = "C9", name = "With fields"), values)
        val found = (Customers.customInt("rank") eq 5) and (Customers.customDecimal("share") ge "2.5".toBigDecimal()) and (Customers.customDay("since") eq Books.DAY)
        assertEquals(listOf(made.id), books.session.customers.list(found).items.map { it.id })
        assertEquals(ErrorCodes.QUERY_INVALID, refused<CrmException.Invalid> { Customers.customInt("rank").descending() }.code)
    }

    @Test
    fun `a file that is there stays unless it is said otherwise`(@TempDir folder: File) = Books.on(Engine.SQLITE) { books ->
        val file = File(folder, "opening.xlsx").apply { writeText("precious") }
        val error = refused<CrmException.Conflict> { books.session.opening.writeTemplate(file.toPath(), "en") }
        assertEquals(ErrorCodes.FILE_EXISTS to file.path, error.code to error.details["path"])
        assertEquals("precious", file.readText())
        books.session.opening.writeTemplate(file.toPath(), "en", overwrite = true)
        assertEquals("PK", file.readBytes().decodeToString(0, 2))
        assertEquals(listOf("opening.xlsx"), folder.list()!!.toList())
    }

    @Test
    fun `operations by name take what fits and refuse the rest`() = Books.on(Engine.SQLITE) { books ->
        val arguments = buildJsonObject { put("id", books.customer.id.toString()) }
        assertEquals("\"C1\"", (books.session.call("customers.get", arguments) as JsonObject)["code"].toString())
        val wrong = refused<CrmException.Invalid> { books.session.call("customers.get", buildJsonObject { put("id", "nobody") }) }
        assertEquals(ErrorCodes.BINDINGS_REQUEST to "id", wrong.code to wrong.details["path"])
        assertEquals(ErrorCodes.BINDINGS_REQUEST, refused<CrmException.Invalid> { books.crm.call("crm.forget", JsonObject(emptyMap())) }.code)
    }

    @Test
    fun `what cannot be opened says so`() {
        assertEquals(ErrorCodes.BINDINGS_REQUEST, refused<CrmException.Invalid> { BlockingCrm.open("oracle://server/books") }.code)
        val nowhere = assertThrows<CrmException> { BlockingCrm.open("sqlite:/nowhere/at/all/books.db") }
        assertFalse(nowhere is CrmException.Internal, nowhere.toString())
    }

    @Test
    fun `what a newer library adds is skipped, and what this one cannot read is an error of its own`() {
        val newer = """{"ok":{"amount":"1.50","currency":"EUR","tone":["new"]}}"""
        val read = wire.decodeFromString(ReplyOf(Money.serializer()), newer)
        assertEquals(euros("1.50"), (read as Reply.Done).result)
        val kind = """{"error":{"code":"moon.full","kind":"tidal","message":"not tonight","cure":"wait"}}"""
        val refusal = (wire.decodeFromString(ReplyOf(Money.serializer()), kind) as Reply.Refused).refusal.toException()
        assertTrue(refusal is CrmException.Internal && refusal.code == "moon.full")
    }
}
