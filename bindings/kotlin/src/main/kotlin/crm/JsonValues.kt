package crm

import kotlinx.serialization.SerializationException
import kotlinx.serialization.json.JsonElement

/** Free JSON, where an argument takes it, such as a filter in its JSON form. */
public object JsonValues {
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
