package crm

import kotlinx.serialization.KSerializer
import kotlinx.serialization.descriptors.SerialDescriptor
import kotlinx.serialization.encoding.Decoder
import kotlinx.serialization.encoding.Encoder
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonEncoder
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.buildJsonObject
import java.io.InputStream
import java.nio.file.Path
import java.util.Base64

/** A file that is read: one on this machine, or what one holds. */
public class Source private constructor(private val path: String?, private val bytes: ByteArray?, private val name: String?) {
    override fun toString(): String = path ?: "${bytes?.size} bytes of ${name ?: "a file"}"

    internal fun texts(): Map<String, String> = buildMap {
        path?.let { put("path", it) }
        name?.let { put("name", it) }
    }

    internal fun checkSize() {
        if (bytes != null && bytes.size > MAX_FILE_BYTES) throw beyond("${bytes.size} bytes exceed", "MAX_FILE_BYTES", MAX_FILE_BYTES)
    }

    internal fun toJson(): JsonElement = buildJsonObject {
        path?.let { put("path", JsonPrimitive(it)) }
        bytes?.let { put("bytes", JsonPrimitive(Base64.getEncoder().encodeToString(it))) }
        name?.let { put("name", JsonPrimitive(it)) }
    }

    public companion object {
        /** A file on this machine, which the library opens. */
        @JvmStatic
        public fun of(path: Path): Source = Source(path.toString(), null, null)

        /** What a file holds. Its [name], such as `opening.csv`, says of what format it is; without one the bytes do. */
        @JvmStatic
        @JvmOverloads
        public fun of(bytes: ByteArray, name: String? = null): Source = Source(null, bytes, name)

        /**
         * What a stream gives until it ends; it stays open. [name] as for bytes.
         *
         * @throws CrmException.Invalid `bindings.request`, if it gives more than a file may hold.
         */
        @JvmStatic
        @JvmOverloads
        public fun of(stream: InputStream, name: String? = null): Source {
            val bytes = stream.readNBytes(MAX_FILE_BYTES + 1)
            return of(bytes, name).also { at(name ?: "stream") { it.checkSize() } }
        }
    }
}

/** As `{"path": ..}`, or `{"bytes": .., "name": ..}`. */
internal object SourceJson : KSerializer<Source> {
    override val descriptor: SerialDescriptor get() = JsonElement.serializer().descriptor

    override fun serialize(encoder: Encoder, value: Source): Unit = (encoder as JsonEncoder).encodeJsonElement(value.toJson())

    override fun deserialize(decoder: Decoder): Source = throw UnsupportedOperationException("a source can only be sent")
}
