package crm

import kotlinx.serialization.SerializationException
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import java.math.BigDecimal
import java.time.Instant
import java.time.LocalDate
import java.util.UUID

/** Free JSON, where an argument takes it: values of fields of the host's own, filters in their JSON form, operations by name. */
public object JsonValues {
    /**
     * Values by name: `JsonValues.of(mapOf("rank" to 5, "since" to LocalDate.of(2026, 1, 10)))`. A value is a text, a whole number, a `BigDecimal`,
     * a Boolean, a day, an instant, an id, an enum of this module, JSON, a list or a map of these, or nothing.
     *
     * @throws CrmException.Invalid `bindings.request`, if there is another, such as a `Double`, which is not exact.
     */
    @JvmStatic
    public fun of(values: Map<String, Any?>): JsonObject = JsonObject(values.mapValues { (name, value) -> element(name, value) })

    /**
     * What the text of a JSON object says.
     *
     * @throws CrmException.Invalid `bindings.request`, if it is none.
     */
    @JvmStatic
    public fun parse(text: String): JsonObject = try {
        wire.parseToJsonElement(text) as? JsonObject ?: throw SerializationException("it is no object")
    } catch (e: SerializationException) {
        throw invalid("`$text` is no JSON object", e)
    }

    private fun element(name: String, value: Any?): JsonElement = when (value) {
        null -> JsonNull
        is JsonElement -> value
        is String -> JsonPrimitive(value)
        is Boolean -> JsonPrimitive(value)
        is Byte, is Short, is Int, is Long -> JsonPrimitive((value as Number).toLong())
        is BigDecimal -> wire.encodeToJsonElement(DecimalText, value)
        is LocalDate -> wire.encodeToJsonElement(DayText, value)
        is Instant -> wire.encodeToJsonElement(InstantText, value)
        is UUID, is Enum<*> -> JsonPrimitive(value.toString())
        is Collection<*> -> JsonArray(value.map { element(name, it) })
        is Map<*, *> -> JsonObject(value.entries.associate { (key, inner) -> key.toString() to element(name, inner) })
        else -> {
            val type = value::class.simpleName
            val reason = if (value is Double || value is Float) "a $type is not exact; a BigDecimal is" else "a $type has no form in JSON"
            throw CrmException.Invalid(ErrorCodes.BINDINGS_REQUEST, "`$name`: $reason", mapOf("path" to name, "reason" to reason), false)
        }
    }
}
