package crm

import kotlinx.serialization.DeserializationStrategy
import kotlinx.serialization.KSerializer
import kotlinx.serialization.Serializable
import kotlinx.serialization.SerializationException
import kotlinx.serialization.builtins.ListSerializer
import kotlinx.serialization.descriptors.SerialDescriptor
import kotlinx.serialization.encoding.Decoder
import kotlinx.serialization.encoding.Encoder
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.long
import java.math.BigDecimal
import java.time.YearMonth

/**
 * A row of a report: how many records there are of one group, and the sums of their fields. `row[SalesLines.productId]` is what they have in common in a
 * field that the report is grouped by, and `row.sums["net"]` a sum.
 */
@Serializable(with = ReportRowAsList::class)
public data class ReportRow(
    /** Their month, in a report by months; nothing for records without that day. */
    public val month: YearMonth?,
    /** What they have in common, by the names that the report is grouped by, as on the wire. */
    public val groups: Map<String, JsonElement>,
    /** How many there are. */
    public val count: Long,
    /** Sums, by the names of the fields; nothing where no record has a value. */
    public val sums: Map<String, BigDecimal?>,
    private val isByMonth: Boolean = month != null,
) {
    /**
     * What the records have in common in a field; nothing where it is empty in all of them.
     *
     * @throws IllegalArgumentException if the report is not grouped by it.
     */
    public operator fun <T : Any> get(field: Field<*, T>): T? = group(field.name, field)

    /** The same for a field of a related record: `row.group("customer.code", Customers.code)`. */
    public fun <T : Any> group(name: String, field: Field<*, T>): T? {
        val found = requireNotNull(groups[name]) { "the report is not grouped by `$name`" }
        return if (found is JsonNull) null else field.read(found)
    }

    internal fun toJson() = JsonArray(
        listOfNotNull(if (isByMonth) JsonPrimitive(month?.toString()) else null) + groups.values + JsonPrimitive(count) +
            sums.values.map { JsonPrimitive(it?.toPlainString()) },
    )
}

/** Rows of a report as the library has them: the month if there is one, the groups, the count, the sums. */
internal class ReportRows(private val isByMonth: Boolean, private val by: List<String>, private val sums: List<String>) :
    DeserializationStrategy<List<ReportRow>> {
    override val descriptor: SerialDescriptor get() = rows.descriptor

    override fun deserialize(decoder: Decoder): List<ReportRow> = rows.deserialize(decoder).map(::row)

    private fun row(held: List<JsonElement>): ReportRow {
        val before = if (isByMonth) 1 else 0
        if (held.size != before + by.size + 1 + sums.size) throw SerializationException("a row has ${held.size} values")
        val texts = { position: Int -> (held[position] as JsonPrimitive).takeUnless { it is JsonNull } }
        val count = before + by.size
        return ReportRow(
            month = if (isByMonth) texts(0)?.let { YearMonth.parse(it.content) } else null,
            groups = by.withIndex().associate { (position, name) -> name to held[before + position] },
            count = (held[count] as JsonPrimitive).long,
            sums = sums.withIndex().associate { (position, name) -> name to texts(count + 1 + position)?.let { BigDecimal(it.content) } },
            isByMonth = isByMonth,
        )
    }

    private companion object {
        val rows = ListSerializer(ListSerializer(JsonElement.serializer()))
    }
}

/** As it is on the wire. */
internal object ReportRowAsList : KSerializer<ReportRow> {
    override val descriptor: SerialDescriptor get() = JsonArray.serializer().descriptor

    override fun serialize(encoder: Encoder, value: ReportRow): Unit = encoder.encodeSerializableValue(JsonArray.serializer(), value.toJson())

    override fun deserialize(decoder: Decoder): ReportRow = throw UnsupportedOperationException("only the caller knows the columns of a row")
}
