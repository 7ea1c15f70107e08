// What comes in is looked at before JSON is made of it: what is beyond a limit, and what JSON cannot say, is refused with the place where it stands.
@file:OptIn(ExperimentalSerializationApi::class)

package crm

import kotlinx.serialization.ExperimentalSerializationApi
import kotlinx.serialization.SerializationStrategy
import kotlinx.serialization.descriptors.PolymorphicKind
import kotlinx.serialization.descriptors.SerialDescriptor
import kotlinx.serialization.descriptors.StructureKind
import kotlinx.serialization.encoding.AbstractEncoder
import kotlinx.serialization.encoding.CompositeEncoder
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.modules.EmptySerializersModule
import kotlinx.serialization.modules.SerializersModule

/** A value that does not fit, whose place is not known yet. */
internal class Unfit(val reason: String, val limit: Pair<String, Int>? = null) : RuntimeException(reason) {
    /** The exception that a caller sees. */
    fun at(place: String): CrmException {
        val (path, why) = shortened(place) to shortened(reason)
        val named = limit?.let { (name, value) -> mapOf("name" to name, "limit" to "$value") }.orEmpty()
        return CrmException.Invalid(ErrorCodes.BINDINGS_REQUEST, "`$path`: $why", mapOf("path" to path, "reason" to why) + named, false)
    }
}

/** What is beyond a limit: `1000001 characters exceed the limit ..`. */
internal fun beyond(what: String, name: String, limit: Int): Unfit = Unfit("$what the limit `$name` of $limit", name to limit)

/** Names the place of what does not fit. */
internal inline fun <T> at(place: String, value: () -> T): T = try {
    value()
} catch (e: Unfit) {
    throw e.at(place)
}

/** As much of a text as an error repeats: how it begins and how it ends. */
internal fun shortened(text: String): String {
    if (text.length <= MAX_QUOTED) return text
    val ending = (MAX_QUOTED - 1) / 3
    val (begins, ends) = text.take(MAX_QUOTED - 1 - ending) to text.takeLast(ending)
    // Not within a pair.
    return "${if (begins.last().isHighSurrogate()) begins.dropLast(1) else begins}…${if (ends.first().isLowSurrogate()) ends.drop(1) else ends}"
}

/** Goes through a value as its serializer does, and keeps in mind where it is. */
internal class ArgumentPlace(private val root: String) : AbstractEncoder() {
    override val serializersModule: SerializersModule = EmptySerializersModule()
    private val steps = ArrayList<Step>()

    /** Where in a structure: the name is made when it is asked for. */
    private class Step(var descriptor: SerialDescriptor?, var index: Int = 0, var key: String = "")

    /**
     * Looks at an argument.
     *
     * @throws CrmException.Invalid `bindings.request`, with its place.
     */
    fun <T> check(serializer: SerializationStrategy<T>, value: T) = placed { encodeSerializableValue(serializer, value) }

    /** Looks at a text. */
    fun text(value: String) = placed { encodeString(value) }

    private inline fun placed(look: () -> Unit) = try {
        look()
    } catch (e: Unfit) {
        throw e.at(toString())
    }

    /** As the library says it: `delivery.lines[1].quantity`. */
    override fun toString(): String {
        val path = StringBuilder(root)
        for (step in steps) {
            val descriptor = step.descriptor
            when {
                descriptor == null -> path.append(step.key)
                descriptor.kind == StructureKind.LIST -> path.append('[').append(step.index).append(']')
                descriptor.kind == StructureKind.MAP -> path.append('.').append(step.key)
                descriptor.kind is PolymorphicKind -> continue
                else -> path.append('.').append(descriptor.getElementName(step.index))
            }
        }
        return path.removePrefix(".").toString()
    }

    override fun beginStructure(descriptor: SerialDescriptor): CompositeEncoder {
        push(Step(descriptor))
        return this
    }

    override fun endStructure(descriptor: SerialDescriptor) = pop()

    override fun encodeElement(descriptor: SerialDescriptor, index: Int): Boolean {
        steps.last().index = index
        return true
    }

    override fun <T> encodeSerializableValue(serializer: SerializationStrategy<T>, value: T) = when (value) {
        is JsonElement -> json(value)
        is Source -> source(value)
        else -> super.encodeSerializableValue(serializer, value)
    }

    override fun encodeString(value: String) {
        if (value.length > MAX_CALL_TEXT) throw beyond("${value.length} characters exceed", "MAX_CALL_TEXT", MAX_CALL_TEXT)
        val step = steps.lastOrNull()
        if (step?.descriptor?.kind == StructureKind.MAP && step.index % 2 == 0) step.key = value
        var position = 0
        while (position < value.length) {
            val unit = value[position++]
            if (!unit.isSurrogate()) continue
            val isPair = unit.isHighSurrogate() && position < value.length && value[position].isLowSurrogate()
            if (!isPair) throw Unfit("there is an unpaired surrogate at ${position - 1}: the text is not valid Unicode")
            position++
        }
    }

    override fun encodeValue(value: Any) = Unit

    override fun encodeNull() = Unit

    override fun encodeEnum(enumDescriptor: SerialDescriptor, index: Int) = Unit

    private fun source(source: Source) {
        source.checkSize()
        within { step ->
            for ((name, text) in source.texts()) {
                step.key = ".$name"
                encodeString(text)
            }
        }
    }

    private fun json(element: JsonElement) {
        when (element) {
            is JsonNull -> Unit
            is JsonPrimitive -> if (element.isString) encodeString(element.content) else literal(element.content)
            is JsonArray -> within { step -> element.forEachIndexed { index, item -> step.key = "[$index]"; json(item) } }
            is JsonObject -> within { step ->
                for ((key, item) in element) {
                    step.key = ".${shortened(key)}"
                    encodeString(key)
                    json(item)
                }
            }
        }
    }

    private fun literal(content: String) {
        if (content.length > MAX_NUMBER) throw beyond("${content.length} characters of a number exceed", "MAX_NUMBER", MAX_NUMBER)
        if (content != "true" && content != "false" && !NUMBER.matches(content)) throw Unfit("`${shortened(content)}` is not a number")
    }

    private inline fun within(look: (Step) -> Unit) {
        val step = Step(null)
        push(step)
        look(step)
        pop()
    }

    private fun push(step: Step) {
        // The object of arguments is the first level.
        if (steps.size + 1 >= MAX_JSON_DEPTH) throw Unfit("is nested deeper than the limit `MAX_JSON_DEPTH` of $MAX_JSON_DEPTH", "MAX_JSON_DEPTH" to MAX_JSON_DEPTH)
        steps.add(step)
    }

    private fun pop() {
        steps.removeAt(steps.lastIndex)
    }

    private companion object {
        val NUMBER = Regex("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?")
    }
}
