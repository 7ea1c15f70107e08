package crm

import kotlinx.serialization.SerializationException
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonPrimitive

/** Free JSON, where a field or an argument takes it: `JsonValues.texts("administrator")`. */
public object JsonValues {
    /** A list of texts. */
    @JvmStatic
    public fun texts(vararg texts: String): JsonElement = JsonArray(texts.map(::JsonPrimitive))

    /**
     * What a text says in JSON.
     *
     * @throws CrmException.Invalid `bindings.request`, if it is none.
     */
    @JvmStatic
    public fun parse(text: String): JsonElement = try {
        wire.parseToJsonElement(text)
    } catch (e: SerializationException) {
        throw CrmException.Invalid("bindings.request", "`$text` is no JSON", emptyMap(), false).apply { initCause(e) }
    }
}
