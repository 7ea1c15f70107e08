// How values cross the boundary: as JSON, where decimals are texts, so that no amount is ever a float. Unknown fields of a reply are skipped, so that
// this module works with a newer library; fields that hold their default are not sent, so that it works with an older one, but of a record that is there
// already: of that, a field that is not sent would stay as it is.
package crm

import kotlinx.serialization.DeserializationStrategy
import kotlinx.serialization.InternalSerializationApi
import kotlinx.serialization.KSerializer
import kotlinx.serialization.SerializationException
import kotlinx.serialization.SerializationStrategy
import kotlinx.serialization.descriptors.PrimitiveKind
import kotlinx.serialization.descriptors.PrimitiveSerialDescriptor
import kotlinx.serialization.descriptors.SerialDescriptor
import kotlinx.serialization.descriptors.StructureKind
import kotlinx.serialization.descriptors.buildClassSerialDescriptor
import kotlinx.serialization.descriptors.buildSerialDescriptor
import kotlinx.serialization.encoding.CompositeDecoder
import kotlinx.serialization.encoding.Decoder
import kotlinx.serialization.encoding.Encoder
import kotlinx.serialization.encoding.decodeStructure
import kotlinx.serialization.encoding.encodeStructure
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonDecoder
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import java.math.BigDecimal
import java.nio.file.Path
import java.time.Instant
import java.time.LocalDate
import java.time.temporal.ChronoUnit
import java.util.Base64
import java.util.UUID

internal val wire = Json {
    ignoreUnknownKeys = true
    classDiscriminator = "kind"
    useAlternativeNames = false
}

internal val whole = Json(wire) { encodeDefaults = true }

/** The arguments of a call, as the text of a JSON object. Names are the library's own, which need no escaping. */
internal class Arguments private constructor(private val text: StringBuilder) {
    constructor() : this(StringBuilder("{"))

    fun <T> put(name: String, serializer: SerializationStrategy<T>, value: T): Arguments = put(name, serializer, value, wire)

    /** A record with every field, those that hold their default too. */
    fun <T> whole(name: String, serializer: SerializationStrategy<T>, value: T): Arguments = put(name, serializer, value, whole)

    private fun <T> put(name: String, serializer: SerializationStrategy<T>, value: T, form: Json): Arguments {
        ArgumentPlace(name).check(serializer, value)
        val json = form.encodeToString(serializer, value)
        if (text.length > 1) text.append(',')
        text.append('"').append(name).append("\":").append(json)
        return this
    }

    /** Leaves out what was not given. */
    fun <T : Any> maybe(name: String, serializer: SerializationStrategy<T>, value: T?): Arguments =
        if (value == null) this else put(name, serializer, value)

    override fun toString(): String = "$text}"

    companion object {
        fun of(json: JsonObject): Arguments {
            ArgumentPlace("").check(JsonObject.serializer(), json)
            return Arguments(StringBuilder(json.toString().dropLast(1)))
        }
    }
}

/** The reply to a call: a result, or why there is none. */
internal sealed interface Reply<out T> {
    class Done<T>(val result: T) : Reply<T>
    class Refused(val refusal: Refusal) : Reply<Nothing>
}

/** Reads a reply whose result is read by [result]. */
internal class ReplyOf<T>(private val result: DeserializationStrategy<T>) : DeserializationStrategy<Reply<T>> {
    override val descriptor: SerialDescriptor get() = reply

    override fun deserialize(decoder: Decoder): Reply<T> = decoder.decodeStructure(reply) {
        val read = when (decodeElementIndex(reply)) {
            OK -> Reply.Done(decodeSerializableElement(reply, OK, result))
            ERROR -> Reply.Refused(decodeSerializableElement(reply, ERROR, Refusal.serializer()))
            else -> throw SerializationException("a reply must have `ok` or `error`")
        }
        while (decodeElementIndex(reply) != CompositeDecoder.DECODE_DONE) continue
        read
    }

    private companion object {
        const val OK = 0
        const val ERROR = 1
        val reply: SerialDescriptor = buildClassSerialDescriptor("crm.Reply") {
            element("ok", JsonElement.serializer().descriptor, isOptional = true)
            element("error", Refusal.serializer().descriptor, isOptional = true)
        }
    }
}

/** The result of an operation that answers nothing. */
internal object NothingBack : KSerializer<Unit> {
    override val descriptor: SerialDescriptor get() = JsonElement.serializer().descriptor

    override fun deserialize(decoder: Decoder) {
        (decoder as JsonDecoder).decodeJsonElement()
    }

    override fun serialize(encoder: Encoder, value: Unit): Unit = encoder.encodeSerializableValue(JsonElement.serializer(), JsonNull)
}

/** A value that is a text on the wire. */
internal abstract class AsText<T>(name: String) : KSerializer<T> {
    override val descriptor: SerialDescriptor = PrimitiveSerialDescriptor(name, PrimitiveKind.STRING)

    protected abstract fun write(value: T): String
    protected abstract fun read(text: String): T

    override fun serialize(encoder: Encoder, value: T): Unit = encoder.encodeString(write(value))
    override fun deserialize(decoder: Decoder): T = read(decoder.decodeString())
}

/** Without an exponent. What would be a text of absurd length is not written at all, and its digits are not even counted, which could take hours. */
internal object DecimalText : AsText<BigDecimal>("crm.Decimal") {
    private const val BITS = 4 * MAX_NUMBER

    override fun write(value: BigDecimal): String {
        val isShort = value.unscaledValue().bitLength() <= BITS && value.scale() in -MAX_NUMBER..MAX_NUMBER
        val text = if (isShort) value.toPlainString() else ""
        if (!isShort || text.length > MAX_NUMBER) throw beyond("the number is longer than", "MAX_NUMBER", MAX_NUMBER)
        return text
    }

    override fun read(text: String): BigDecimal = BigDecimal(text)
}

internal object DayText : AsText<LocalDate>("crm.Day") {
    override fun write(value: LocalDate): String = value.toString()
    override fun read(text: String): LocalDate = LocalDate.parse(text)
}

/** In UTC, to the microsecond, which is what the library keeps. */
internal object InstantText : AsText<Instant>("crm.Instant") {
    override fun write(value: Instant): String = value.truncatedTo(ChronoUnit.MICROS).toString()
    override fun read(text: String): Instant = Instant.parse(text)
}

internal object UuidText : AsText<UUID>("crm.Uuid") {
    override fun write(value: UUID): String = value.toString()
    override fun read(text: String): UUID = UUID.fromString(text)
}

internal object PathText : AsText<Path>("crm.Path") {
    override fun write(value: Path): String = value.toString()
    override fun read(text: String): Path = Path.of(text)
}

/** In base64. */
internal object BytesText : AsText<ByteArray>("crm.Bytes") {
    override fun write(value: ByteArray): String = Base64.getEncoder().encodeToString(value)
    override fun read(text: String): ByteArray = Base64.getDecoder().decode(text)
}

@OptIn(InternalSerializationApi::class)
private fun listDescriptor(name: String, vararg items: SerialDescriptor): SerialDescriptor =
    buildSerialDescriptor(name, StructureKind.LIST) { items.forEachIndexed { position, item -> element("$position", item) } }

/** A pair as a list of two. */
internal class PairList<A, B>(private val first: KSerializer<A>, private val second: KSerializer<B>) : KSerializer<Pair<A, B>> {
    override val descriptor: SerialDescriptor = listDescriptor("crm.Pair", first.descriptor, second.descriptor)

    override fun serialize(encoder: Encoder, value: Pair<A, B>): Unit = encoder.encodeStructure(descriptor) {
        encodeSerializableElement(descriptor, 0, first, value.first)
        encodeSerializableElement(descriptor, 1, second, value.second)
    }

    override fun deserialize(decoder: Decoder): Pair<A, B> = decoder.decodeStructure(descriptor) {
        decodeElementIndex(descriptor)
        val a = decodeSerializableElement(descriptor, 0, first)
        decodeElementIndex(descriptor)
        val b = decodeSerializableElement(descriptor, 1, second)
        decodeElementIndex(descriptor)
        Pair(a, b)
    }
}

/** A triple as a list of three. */
internal class TripleList<A, B, C>(private val first: KSerializer<A>, private val second: KSerializer<B>, private val third: KSerializer<C>) :
    KSerializer<Triple<A, B, C>> {
    override val descriptor: SerialDescriptor = listDescriptor("crm.Triple", first.descriptor, second.descriptor, third.descriptor)

    override fun serialize(encoder: Encoder, value: Triple<A, B, C>): Unit = encoder.encodeStructure(descriptor) {
        encodeSerializableElement(descriptor, 0, first, value.first)
        encodeSerializableElement(descriptor, 1, second, value.second)
        encodeSerializableElement(descriptor, 2, third, value.third)
    }

    override fun deserialize(decoder: Decoder): Triple<A, B, C> = decoder.decodeStructure(descriptor) {
        decodeElementIndex(descriptor)
        val a = decodeSerializableElement(descriptor, 0, first)
        decodeElementIndex(descriptor)
        val b = decodeSerializableElement(descriptor, 1, second)
        decodeElementIndex(descriptor)
        val c = decodeSerializableElement(descriptor, 2, third)
        decodeElementIndex(descriptor)
        Triple(a, b, c)
    }
}
