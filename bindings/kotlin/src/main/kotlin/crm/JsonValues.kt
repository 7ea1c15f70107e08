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
    public fun of(values: Map<String, Any?>): JsonObject = JsonObject(values.mapValues { (name, value) -> element(name, value, 1) })

    /**
     * What the text of a JSON object says.
     *
     * @throws CrmException.Invalid `bindings.request`, if it is none.
     */
    @JvmStatic
    public fun parse(text: String): JsonObject = try {
        if (text.length > MAX_CALL_BYTES) throw SerializationException("it is longer than the limit `MAX_CALL_BYTES` of $MAX_CALL_BYTES")
        if (isTooDeep(text)) throw SerializationException("it is nested deeper than the limit `MAX_JSON_DEPTH` of $MAX_JSON_DEPTH")
        wire.parseToJsonElement(text) as? JsonObject ?: throw SerializationException("it is not an object")
    } catch (e: SerializationException) {
        val reason = shortened(e.message.orEmpty().lineSequence().first())
        val message = "`${shortened(text)}` is not a JSON object: $reason"
        throw CrmException.Invalid(ErrorCodes.BINDINGS_REQUEST, message, mapOf("reason" to reason), false)
    }

    /** Looked at before it is read: a reader goes as deep as the text does, and the stack does not. */
    private fun isTooDeep(text: String): Boolean {
        var depth = 0
        var isText = false
        var position = 0
        while (position < text.length) {
            when (text[position]) {
                '"' -> isText = !isText
                '\\' -> position++
                '[', '{' -> if (!isText && ++depth > MAX_JSON_DEPTH) return true
                ']', '}' -> if (!isText) depth--
            }
            position++
        }
        return false
    }

    private fun element(place: String, value: Any?, depth: Int): JsonElement = when (value) {
        null -> JsonNull
        is JsonElement -> value
        is String -> JsonPrimitive(value)
        is Boolean -> JsonPrimitive(value)
        is Byte, is Short, is Int, is Long -> JsonPrimitive((value as Number).toLong())
        is BigDecimal -> at(place) { wire.encodeToJsonElement(DecimalText, value) }
        is LocalDate -> wire.encodeToJsonElement(DayText, value)
        is Instant -> wire.encodeToJsonElement(InstantText, value)
        is UUID, is Enum<*> -> JsonPrimitive(value.toString())
        is Collection<*> -> JsonArray(value.mapIndexed { index, item -> element("$place[$index]", item, deeper(place, depth)) })
        is Map<*, *> -> JsonObject(value.entries.associate { (key, inner) -> member(place, key, inner, depth) })
        else -> {
            val type = value::class.java.simpleName
            throw Unfit(if (value is Double || value is Float) "a $type is not exact; a BigDecimal is" else "JSON cannot represent a $type").at(place)
        }
    }

    private fun member(place: String, key: Any?, value: Any?, depth: Int): Pair<String, JsonElement> {
        if (key !is String) throw Unfit("a key of a map must be a String, not ${if (key == null) "null" else key::class.java.simpleName}").at(place)
        return key to element("$place.${shortened(key)}", value, deeper(place, depth))
    }

    /** What holds itself has no end either. */
    private fun deeper(place: String, depth: Int): Int {
        if (depth >= MAX_JSON_DEPTH) throw Unfit("is nested deeper than the limit `MAX_JSON_DEPTH` of $MAX_JSON_DEPTH", "MAX_JSON_DEPTH" to MAX_JSON_DEPTH).at(place)
        return depth + 1
    }
}
