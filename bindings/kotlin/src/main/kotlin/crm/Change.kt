package crm

import kotlinx.serialization.KSerializer
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject

/**
 * A field and the value that it is to have, in `patch` and `upsert`: `Customers.name set "Acme"`. Fields that are not given stay as they are.
 *
 * [E] is the object with the entity's fields, so that a change of a product does not pass as one of a customer.
 */
public class Change<E> internal constructor(internal val field: String, internal val value: JsonElement) {
    override fun equals(other: Any?): Boolean = other is Change<*> && other.field == field && other.value == value
    override fun hashCode(): Int = 31 * field.hashCode() + value.hashCode()
    override fun toString(): String = "$field = ${shortened(value.toString())}"
}

/** A field that can be given a value. */
public sealed interface Settable<E, V> {
    /** This value for it; `null` empties it. */
    public infix fun set(value: V): Change<E>
}

/** A field of an entity, to be tested, sorted by and given a value. */
public class SettableField<E, T, V> internal constructor(name: String, values: KSerializer<T>, private val held: KSerializer<V>) :
    Field<E, T>(name, values), Settable<E, V> {
    override infix fun set(value: V): Change<E> = Change(name, at(name) { wire.encodeToJsonElement(held, value) })
}

/** A field that holds text, and can be given one. */
public class SettableText<E, V> internal constructor(name: String, private val held: KSerializer<V>) : TextField<E>(name), Settable<E, V> {
    override infix fun set(value: V): Change<E> = Change(name, at(name) { wire.encodeToJsonElement(held, value) })
}

/** A field that holds an id, and can be given one. */
public class SettableId<E, V> internal constructor(name: String, private val held: KSerializer<V>) : IdField<E>(name), Settable<E, V> {
    override infix fun set(value: V): Change<E> = Change(name, at(name) { wire.encodeToJsonElement(held, value) })
}

/** Where a field is given twice, the last one counts. */
internal fun objectOf(changes: Array<out Change<*>>): JsonObject = JsonObject(changes.associate { it.field to it.value })

/** Every field of a record, as it is there. */
internal fun <E, D> everyField(record: KSerializer<D>, data: D): Array<Change<E>> =
    (at("record") { whole.encodeToJsonElement(record, data) } as JsonObject).map { (field, value) -> Change<E>(field, value) }.toTypedArray()
