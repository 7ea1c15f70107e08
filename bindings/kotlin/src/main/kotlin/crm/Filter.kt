package crm

import kotlinx.serialization.KSerializer
import kotlinx.serialization.builtins.ListSerializer
import kotlinx.serialization.builtins.serializer
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.buildJsonArray
import kotlinx.serialization.json.buildJsonObject
import java.math.BigDecimal
import java.time.LocalDate
import java.util.UUID

/**
 * A condition on the records of an entity, combined freely:
 *
 * ```
 * (Customers.country eq "ES") and (Customers.paymentDays ge 30) and !Customers.name.contains("test")
 * ```
 *
 * An empty field meets no test but `isEmpty`; a negation turns exactly that round.
 *
 * [E] is the object with the entity's fields, so that a condition on products does not pass as one on customers.
 */
public class Filter<E> private constructor(private val json: JsonObject) {
    /** Both conditions. */
    public infix fun and(other: Filter<E>): Filter<E> = Filter(combined("and", this, other))

    /** At least one of both. */
    public infix fun or(other: Filter<E>): Filter<E> = Filter(combined("or", this, other))

    /** The opposite: true where the condition is not true. */
    public operator fun not(): Filter<E> = Filter(objectOf("not", json))

    /** The JSON form, which the other languages share. */
    public fun toJson(): JsonObject = json

    override fun equals(other: Any?): Boolean = other is Filter<*> && other.json == json
    override fun hashCode(): Int = json.hashCode()
    override fun toString(): String = shortened(json.toString())

    public companion object {
        /** A condition in its JSON form. Whether it fits the entity shows when it is used. */
        @JvmStatic
        public fun <E> of(json: JsonObject): Filter<E> = Filter(json)

        internal fun <E> test(subject: String, name: String, test: String, operand: JsonElement): Filter<E> =
            Filter(JsonObject(mapOf(subject to JsonPrimitive(name), test to operand)))

        /** Lists of the same kind stay flat: depth is limited. */
        private fun combined(word: String, one: Filter<*>, other: Filter<*>): JsonObject = JsonObject(
            mapOf(
                word to buildJsonArray {
                    for (part in listOf(one.json, other.json)) {
                        val inner = part[word]
                        if (inner is List<*>) inner.forEach { add(it as JsonElement) } else add(part)
                    }
                },
            ),
        )

        private fun objectOf(key: String, value: JsonElement) = JsonObject(mapOf(key to value))
    }
}

/** A field or its opposite direction, to sort by: `Customers.name.descending()`. */
public class Sort<E> internal constructor(internal val text: String) {
    override fun toString(): String = text
}

/** A field of an entity, to be tested and sorted by. */
public open class Field<E, T> internal constructor(
    /** Its name in filters. */
    public val name: String,
    private val values: KSerializer<T>,
    private val subject: String = "field",
) {
    internal fun test(test: String, operand: JsonElement): Filter<E> = Filter.test(subject, name, test, operand)
    private fun json(value: T): JsonElement = at(name) { wire.encodeToJsonElement(values, value) }
    internal fun read(json: JsonElement): T = wire.decodeFromJsonElement(values, json)

    /** Equal. */
    public infix fun eq(value: T): Filter<E> = test("eq", json(value))

    /** Not equal; an empty field is not equal to any value. */
    public infix fun ne(value: T): Filter<E> = test("ne", json(value))

    /** Less. */
    public infix fun lt(value: T): Filter<E> = test("lt", json(value))

    /** Less or equal. */
    public infix fun le(value: T): Filter<E> = test("le", json(value))

    /** Greater. */
    public infix fun gt(value: T): Filter<E> = test("gt", json(value))

    /** Greater or equal. */
    public infix fun ge(value: T): Filter<E> = test("ge", json(value))

    /** From one value to another, both included. */
    public fun between(low: T, high: T): Filter<E> = test("between", buildJsonArray { add(json(low)); add(json(high)) })

    /** One of these. */
    public infix fun isIn(values: Collection<T>): Filter<E> = test("in", at(name) { wire.encodeToJsonElement(ListSerializer(this.values), values.toList()) })

    /** Nothing in it. */
    public fun isEmpty(): Filter<E> = test("empty", JsonPrimitive(true))

    /** Something in it. */
    public fun isNotEmpty(): Filter<E> = test("empty", JsonPrimitive(false))

    /** Smallest first. Fields of the host's own do not sort. */
    public fun ascending(): Sort<E> = Sort(sortable())

    /** Largest first. Fields of the host's own do not sort. */
    public fun descending(): Sort<E> = Sort("-${sortable()}")

    private fun sortable(): String {
        if (subject == "field") return name
        throw CrmException.Invalid(ErrorCodes.QUERY_INVALID, "`$name` is a custom field, which cannot be a sort key", mapOf("field" to name), false)
    }
}

/** A field that holds text. */
public open class TextField<E> internal constructor(name: String, subject: String = "field") : Field<E, String>(name, String.serializer(), subject) {
    /** Contains the text, whatever its case and accents. */
    public infix fun contains(text: String): Filter<E> = test("contains", JsonPrimitive(text))

    /** Starts with the text, whatever its case and accents. */
    public infix fun startsWith(text: String): Filter<E> = test("starts_with", JsonPrimitive(text))
}

/** A field that holds an id. */
public open class IdField<E> internal constructor(name: String, subject: String = "field") : Field<E, UUID>(name, UuidText, subject) {
    /** This node of a tree, or one below it. */
    public infix fun within(root: UUID): Filter<E> = test("within", JsonPrimitive(root.toString()))
}

/** Records of another entity that belong to one of this. */
public class Relation<E, O> internal constructor(
    /** Its name in filters. */
    public val name: String,
) {
    /** At least one of them meets the condition. */
    public infix fun exists(filter: Filter<O>): Filter<E> = Filter.test("relation", name, "exists", filter.toJson())

    /** None of them meets the condition. */
    public infix fun none(filter: Filter<O>): Filter<E> = Filter.test("relation", name, "none", filter.toJson())
}

/** The fields of an entity, and those that the host declared for it. */
public abstract class Fields<E> internal constructor() {
    /** No condition. */
    public fun all(): Filter<E> = Filter.of(buildJsonObject { put("and", buildJsonArray { }) })

    /** A field of the host's own that holds text. */
    public fun customText(name: String): TextField<E> = TextField(name, CUSTOM)

    /** A field of the host's own that holds a whole number. */
    public fun customInt(name: String): Field<E, Long> = Field(name, Long.serializer(), CUSTOM)

    /** A field of the host's own that holds a decimal. */
    public fun customDecimal(name: String): Field<E, BigDecimal> = Field(name, DecimalText, CUSTOM)

    /** A field of the host's own that holds yes or no. */
    public fun customBool(name: String): Field<E, Boolean> = Field(name, Boolean.serializer(), CUSTOM)

    /** A field of the host's own that holds a day. */
    public fun customDay(name: String): Field<E, LocalDate> = Field(name, DayText, CUSTOM)

    /** A field of the host's own that holds a choice: an entry of the data dictionary. */
    public fun customChoice(name: String): IdField<E> = IdField(name, CUSTOM)

    private companion object {
        const val CUSTOM = "custom"
    }
}
