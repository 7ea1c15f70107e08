package crm

import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.buildJsonObject
import kotlinx.serialization.json.put
import kotlinx.serialization.modules.SerializersModule
import kotlinx.serialization.serializer
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.TestFactory
import java.io.File
import java.lang.reflect.InvocationTargetException
import java.math.BigDecimal
import java.time.Instant
import java.time.LocalDate
import java.util.UUID
import kotlin.reflect.full.instanceParameter
import kotlin.reflect.full.memberFunctions
import kotlin.reflect.full.memberProperties
import kotlin.reflect.full.valueParameters

/** The scenarios that every language runs, through the typed classes. */
class ScenarioTest {
    private val files = File("../scenarios").listFiles { file -> file.extension == "json" }!!.sorted()

    @TestFactory
    fun `a scenario goes as in every language`(): List<DynamicTest> {
        assertTrue(files.size >= 3, "scenarios are missing")
        return Engine.entries.flatMap { engine ->
            files.map { file ->
                DynamicTest.dynamicTest("${file.nameWithoutExtension} on $engine") {
                    Database.on(engine).use { database ->
                        BlockingCrm.open(database.url).use { crm -> Runner(crm).run(file) }
                    }
                }
            }
        }
    }

    /** Makes calls, and keeps what they answer. */
    private class Runner(private val crm: BlockingCrm) {
        private val saved = mutableMapOf<String, JsonElement>()
        private val sessions = mutableMapOf<String, BlockingSession>()

        init {
            crm.migrate()
            val created = crm.createCompany("Acme", "EUR", Operator(code = "ana", name = "Ana", roles = listOf("administrator")))
            saved["company"] = json.encodeToJsonElement(CompanyCreated.serializer(), created)
            sessions["ana"] = crm.actAs(created.companyId, created.operatorId)
        }

        fun run(file: File) = Json.parseToJsonElement(file.readText()).field("steps").items().forEach { step(it as JsonObject) }

        private fun step(step: JsonObject) {
            val found = try {
                call(step).also { assertTrue("error" !in step) { "$step gave $it" } }
            } catch (refused: CrmException) {
                assertTrue("error" in step) { "$step was refused: $refused" }
                buildJsonObject {
                    put("code", refused.code)
                    put("kind", refused.kind)
                    put("retryable", refused.retryable)
                    put("details", JsonObject(refused.details.mapValues { JsonPrimitive(it.value) }))
                }
            }
            step["save"]?.let { saved[it.text()] = found }
            listOfNotNull(step["error"], step["expect"]).forEach { expected ->
                assertTrue(holds(found, resolved(expected))) { "$step\nfound $found" }
            }
        }

        private fun call(step: JsonObject): JsonElement {
            val name = step.getValue("call").text()
            val (service, operation) = name.split('.').map(::camel)
            val arguments = resolved(step.getValue("arguments")) as JsonObject
            var session = sessions.getValue(step["as"]?.text() ?: "ana")
            step["key"]?.let { session = session.idempotent(it.text()) }
            val target: Any = when (service) {
                "crm" -> crm
                "session" -> session
                else -> session::class.memberProperties.single { it.name == service }.getter.call(session)!!
            }
            val function = target::class.memberFunctions.single { it.name == operation }
            val parameters = function.valueParameters.associateBy { it.name }
            val given = arguments.entries.associate { (argument, value) ->
                val parameter = parameters.getValue(camel(argument))
                parameter to when (argument) {
                    "filter" -> Filter.of<Any>(value as JsonObject)
                    "changes" -> (value as JsonObject).map { (field, held) -> Change<Any>(field, held) }.toTypedArray()
                    "sort" -> value.items().map { Sort<Any>(it.text()) }
                    else -> json.decodeFromJsonElement(json.serializersModule.serializer(parameter.type), value)
                }
            }
            val answer = try {
                function.callBy(mapOf(function.instanceParameter!! to target) + given)
            } catch (e: InvocationTargetException) {
                throw e.targetException
            }
            return when (answer) {
                null, Unit -> JsonNull
                is BlockingSession -> JsonNull.also { sessions[step.getValue("save").text()] = answer }
                else -> json.encodeToJsonElement(json.serializersModule.serializer(function.returnType), answer)
            }
        }

        /** The same with what `$name.field` stands for. */
        private fun resolved(element: JsonElement): JsonElement = when (element) {
            is JsonObject -> JsonObject(element.mapValues { resolved(it.value) })
            is JsonArray -> JsonArray(element.map(::resolved))
            is JsonPrimitive -> if (element.isString && element.content.startsWith("$")) {
                val path = element.content.drop(1).split('.')
                path.drop(1).fold(saved.getValue(path.first())) { found, part ->
                    part.toIntOrNull()?.let { found.items()[it] } ?: found.field(part)
                }
            } else {
                element
            }
        }
    }

    private companion object {
        val json = Json(wire) {
            encodeDefaults = true
            serializersModule = SerializersModule {
                contextual(UUID::class, UuidText)
                contextual(BigDecimal::class, DecimalText)
                contextual(LocalDate::class, DayText)
                contextual(Instant::class, InstantText)
            }
        }

        fun camel(name: String) = name.split('_').reduce { all, part -> all + part.replaceFirstChar(Char::uppercase) }

        fun JsonElement.field(name: String): JsonElement = (this as JsonObject).getValue(name)

        fun JsonElement.items(): JsonArray = this as JsonArray

        fun JsonElement.text(): String = (this as JsonPrimitive).content

        /** Whether something holds what is expected: of objects the fields that are named, of lists every item. */
        fun holds(found: JsonElement, expected: JsonElement): Boolean = when (expected) {
            is JsonObject -> found is JsonObject && expected.all { (name, value) -> found[name]?.let { holds(it, value) } ?: false }
            is JsonArray -> found is JsonArray && found.size == expected.size && found.zip(expected).all { (f, e) -> holds(f, e) }
            else -> found == expected
        }
    }
}
