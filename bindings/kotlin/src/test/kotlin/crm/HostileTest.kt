package crm

import kotlinx.coroutines.runBlocking
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.EnumSource
import java.io.File
import java.lang.reflect.InvocationTargetException
import java.math.BigDecimal
import java.math.BigInteger
import java.nio.file.Path
import java.time.Instant
import java.time.LocalDate
import java.util.UUID
import kotlin.reflect.KClass
import kotlin.reflect.KFunction
import kotlin.reflect.KParameter
import kotlin.reflect.KType
import kotlin.reflect.KVisibility
import kotlin.reflect.full.isSubclassOf
import kotlin.reflect.full.memberFunctions
import kotlin.reflect.full.memberProperties
import kotlin.reflect.full.primaryConstructor

/** Whatever comes in, the library answers with an error of its own that says where, repeats no more of the value than the limit, and lives on. */
class HostileTest {
    /** By Java's own function: Kotlin's would need four times the room. */
    @Suppress("PLATFORM_CLASS_MAPPED_TO_KOTLIN")
    private val huge = ("x" as java.lang.String).repeat(100_000_000)

    /** What a value of a type cannot be: it is refused before anything is sent. */
    private val refused: Map<KClass<*>, List<Any>> = mapOf(
        BigDecimal::class to listOf(
            BigDecimal("1E+999999999"), BigDecimal("-1E+99999999"), BigDecimal("1E-999999999"), BigDecimal(BigInteger.ONE, Int.MAX_VALUE),
            BigDecimal(BigInteger.ONE, Int.MIN_VALUE), BigDecimal(BigInteger.TEN.pow(100_000)), BigDecimal(BigInteger.ONE.shiftLeft(40_000_000)),
        ),
        String::class to listOf(HALF, "\uDFFF", huge),
        JsonElement::class to listOf(nested(150), nested(100_000), JsonPrimitive(HALF), JsonPrimitive(huge), JsonObject(mapOf(HALF to JsonNull)), JsonPrimitive(Double.NaN), JsonPrimitive(BigInteger.TEN.pow(100_000))),
        Filter::class to listOf(Filter.of<Customers>(JsonObject(mapOf("not" to nested(100_000)))), Filter.of<Customers>(JsonObject(mapOf(HALF to JsonNull)))),
        Path::class to listOf(Path.of("x".repeat(1_000_001))),
        Source::class to listOf(Source.of(ByteArray(3), HALF), Source.of(Path.of("x".repeat(1_000_001)))),
    )

    /** What a value could be, and what no record has: the library itself answers. */
    private val sent: Map<KClass<*>, List<Any>> = mapOf(
        BigDecimal::class to listOf(BigDecimal("1E+50"), BigDecimal("-79228162514264337593543950335"), BigDecimal("1E-28"), BigDecimal("1E-90")),
        String::class to listOf("x".repeat(1_000_000), "a\u202Eb", "a\u0000b", "\uDBFF\uDFFF"),
        Long::class to listOf(Long.MAX_VALUE, Long.MIN_VALUE),
        LocalDate::class to listOf(LocalDate.MIN, LocalDate.MAX, LocalDate.of(0, 1, 1), LocalDate.of(10_000, 1, 1), LocalDate.of(1, 1, 1)),
        Instant::class to listOf(Instant.MIN, Instant.MAX, Instant.EPOCH),
        JsonElement::class to listOf(nested(126), JsonPrimitive("x".repeat(1_000_000)), JsonObject(mapOf("x".repeat(10_000) to JsonNull)), JsonPrimitive(0.5), JsonPrimitive(1e300)),
        Filter::class to listOf(Filter.of<Customers>(JsonObject(mapOf("x".repeat(10_000) to JsonNull))), (0..20).fold(Customers.name eq "x") { filter, _ -> !filter }),
    )

    @Test
    fun `what no call can say is refused with its place`() = Books.on(Engine.SQLITE) { books ->
        var seen = 0
        for ((operation, place, call) in calls(books, refused)) {
            val error = assertThrows<Throwable>("$operation: $place") { call() }
            assertTrue(error is CrmException.Invalid && error.code == ErrorCodes.BINDINGS_REQUEST, "$operation: $place: ${error.javaClass} ${error.message?.take(300)}")
            val path = (error as CrmException).details["path"].orEmpty()
            assertTrue(plain(path).startsWith(plain(place)) || error.details["path"]!!.contains('…'), "$operation: $place: $error")
            checkBounded(error)
            seen++
        }
        assertTrue(seen > 4_500, "$seen calls")
    }

    @ParameterizedTest
    @EnumSource
    fun `what no record has is an answer of the library`(engine: Engine) = Books.on(engine) { books ->
        var answered = 0
        for ((operation, place, call) in calls(books, sent)) {
            try {
                call()
            } catch (error: CrmException) {
                answered++
                assertTrue(error.kind !in setOf("internal", "corrupt", "unavailable"), "$operation: $place: $error")
                checkBounded(error)
            }
        }
        assertTrue(answered > 1_000, "$answered refusals")
        books.session.verify()
    }

    @Test
    fun `operations by name are bounded as well`() = Books.on(Engine.SQLITE) { books ->
        val api = JsonValues.parse(File("../api.json").readText())
        val hostile = listOf(nested(150), nested(100_000), JsonPrimitive(HALF), JsonPrimitive(huge), JsonPrimitive("9".repeat(900_000)), JsonPrimitive(BigDecimal("1E+999999999")))
        var seen = 0
        for (service in api["services"]!!.jsonArray.map { it.jsonObject }) for (operation in service["operations"]!!.jsonArray.map { it.jsonObject }) {
            val name = "${service["name"]!!.jsonPrimitive.content}.${operation["name"]!!.jsonPrimitive.content}"
            for (argument in operation["arguments"]!!.jsonArray.map { it.jsonObject["name"]!!.jsonPrimitive.content }) for (value in hostile) {
                val error = assertThrows<CrmException>("$name: $argument") { books.session.call(name, JsonObject(mapOf(argument to value))) }
                assertTrue(error.kind == "invalid", "$name: $argument: $error")
                checkBounded(error)
                seen++
            }
        }
        assertTrue(seen > 3_000, "$seen calls")
    }

    @Test
    fun `what names things is bounded as well`() = Books.on(Engine.SQLITE) { books ->
        val cyclicMap = HashMap<String, Any?>().also { it["within"] = it }
        val cyclicList = ArrayList<Any?>().also { it.add(it) }
        val immense = BigDecimal("1E+999999999")
        val tries = listOf<suspend () -> Any?>(
            { books.session.idempotent(HALF) },
            { books.session.idempotent(huge) },
            { books.session.idempotent("x".repeat(1_000)).customers.create(Customer(code = "C7", name = "x")) },
            { Crm.open("sqlite:$HALF") },
            { Crm.open(huge) },
            { Customers.customDecimal("share") eq immense },
            { Customers.customDecimal("share") isIn listOf(immense) },
            { books.session.customers.list(Customers.name contains HALF) },
            { books.session.customers.list(Customers.name eq huge) },
            { books.session.customers.patch(books.customer.id, Customers.name set HALF) },
            { books.session.products.patch(books.product.id, Products.listPrice set UnitPrice(immense, "EUR")) },
            { books.session.customers.upsert(ExternalKey("shop", HALF), Customers.name set "x") },
            { books.session.customers.create(Customer(code = "C7", name = "x"), mapOf(HALF to JsonNull)) },
            { JsonValues.of(cyclicMap) },
            { JsonValues.of(mapOf("list" to cyclicList)) },
            { JsonValues.of(mapOf("map" to mapOf(1 to 2))) },
            { JsonValues.of(mapOf("share" to immense)) },
            { JsonValues.of(mapOf("share" to Double.NaN)) },
            { JsonValues.parse("9".repeat(1_000_000)) },
            { JsonValues.parse("[".repeat(100_000)) },
            { JsonValues.parse("{\"a\":".repeat(1_000) + "1" + "}".repeat(1_000)) },
            { books.session.call("x".repeat(1_000_000), JsonObject(emptyMap())) },
        )
        for ((number, call) in tries.withIndex()) checkBounded(assertThrows<CrmException>("$number") { runBlocking { call() } })
        val place = assertThrows<CrmException.Invalid> { runBlocking { books.session.sales.deliver(books.delivery().let { it.copy(lines = it.lines + it.lines[0].copy(quantity = immense)) }) } }
        assertEquals(listOf("delivery.lines[1].quantity", "MAX_NUMBER", "100"), listOf("path", "name", "limit").map { place.details[it] })
    }

    private fun checkBounded(error: CrmException) {
        assertTrue(error.message!!.length <= 2_100, "${error.message!!.length} characters")
        for ((name, value) in error.details) assertTrue(value.length <= 510, "$name: ${value.length} characters")
    }

    private fun plain(place: String) = place.replace("_", "").lowercase()

    /** Every function of every service with each place of its arguments taken by each of the values: its name, the place, the call. */
    private fun calls(books: Books, values: Map<KClass<*>, List<Any>>): Sequence<Triple<String, String, () -> Unit>> = sequence {
        val session = books.session.blocking()
        for (property in BlockingSessionServices::class.memberProperties.filter { it.visibility == KVisibility.PUBLIC }) {
            val service = property.get(session) ?: continue
            for (function in service::class.memberFunctions.filter { it.name !in UNTRIED && it.visibility == KVisibility.PUBLIC && it.returnType.classifier != Iterable::class }) {
                val whole = function.parameters.drop(1).filter { !it.isOptional && !it.isVararg }.associateWith { fitting(it.type) }
                for (parameter in function.parameters.drop(1).filter { !it.isVararg }) for ((place, value) in places(parameter.type, values, 0)) {
                    yield(Triple("${property.name}.${function.name}", "${parameter.name}$place") { call(function, mapOf(function.parameters[0] to service) + whole + (parameter to value)) })
                }
            }
        }
    }

    private fun call(function: KFunction<*>, arguments: Map<KParameter, Any?>) = try {
        function.callBy(arguments + function.parameters.filter { it.isVararg }.associateWith { emptyArray<Change<*>>() })
        Unit
    } catch (e: InvocationTargetException) {
        throw e.targetException
    }

    /** A value that fits. */
    private fun fitting(type: KType): Any? = when (val of = type.classifier as KClass<*>) {
        BigDecimal::class -> BigDecimal.ONE
        String::class -> "x"
        Long::class -> 1L
        Boolean::class -> true
        UUID::class -> UUID(1, 1)
        LocalDate::class -> Books.DAY
        Instant::class -> Instant.EPOCH
        Path::class -> Path.of("/nowhere/at/all.xlsx")
        Source::class -> Source.of(ByteArray(3))
        Filter::class -> Customers.all()
        JsonElement::class, JsonObject::class -> JsonObject(emptyMap())
        Map::class -> emptyMap<String, Any>()
        Pair::class -> Pair(fitting(type.arguments[0].type!!), fitting(type.arguments[1].type!!))
        List::class, Collection::class -> emptyList<Any>()
        else -> when {
            of.java.isEnum -> of.java.enumConstants.first()
            of.isSealed -> of.sealedSubclasses.first().let { it.objectInstance ?: made(it, emptyMap()) }
            else -> made(of, emptyMap())
        }
    }

    private fun made(of: KClass<*>, given: Map<KParameter, Any?>): Any {
        val constructor = of.primaryConstructor!!
        return constructor.callBy(constructor.parameters.filter { !it.isOptional }.associateWith { if (it in given) null else fitting(it.type) } + given)!!
    }

    /** Values of a type with one place that holds one of `values`, and that place. */
    private fun places(type: KType, values: Map<KClass<*>, List<Any>>, depth: Int): Sequence<Pair<String, Any?>> = sequence {
        val of = type.classifier as? KClass<*> ?: return@sequence
        for (value in values[of].orEmpty()) yield("" to value)
        if (depth > DEPTH || of in values || of == Sort::class) return@sequence
        when {
            of == List::class || of == Collection::class -> for ((place, value) in places(type.arguments[0].type!!, values, depth + 1)) {
                yield("[1]$place" to listOf(fitting(type.arguments[0].type!!), value))
            }
            of == Map::class -> for ((place, value) in places(type.arguments[1].type!!, values, depth + 1)) yield(".some$place" to mapOf("some" to value))
            of.isSealed && of.isSubclassOf(JsonElement::class).not() -> for (variant in of.sealedSubclasses.filter { it.objectInstance == null }) yieldAll(parts(variant, values, depth))
            of.isData -> yieldAll(parts(of, values, depth))
        }
    }

    private fun parts(of: KClass<*>, values: Map<KClass<*>, List<Any>>, depth: Int): Sequence<Pair<String, Any?>> = sequence {
        if (of == Pair::class) return@sequence
        for (parameter in of.primaryConstructor!!.parameters) for ((place, value) in places(parameter.type, values, depth + 1)) {
            yield(".${parameter.name}$place" to made(of, mapOf(parameter to value)))
        }
    }

    private companion object {
        /** Levels of types that values are put into; types hold themselves. */
        const val DEPTH = 5
        const val HALF = "half a pair \uD800"
        /** What is not an operation, or takes a function and no value. */
        val UNTRIED = setOf("equals", "hashCode", "toString", "modify")

        fun nested(depth: Int): JsonElement = (1 until depth).fold(JsonArray(emptyList())) { inner, _ -> JsonArray(listOf(inner)) }
    }
}
