// What every kind of record offers, written once for all of them: all are found by their fields, most have an id, and master data is written. The generated
// services say for each kind what it is, and add what it alone offers. [R] is the class of records, [D] that of their data, without id and version, and [E]
// the object with their fields.
package crm

import kotlinx.coroutines.flow.Flow
import kotlinx.serialization.DeserializationStrategy
import kotlinx.serialization.KSerializer
import kotlinx.serialization.Serializable
import kotlinx.serialization.builtins.ListSerializer
import kotlinx.serialization.builtins.MapSerializer
import kotlinx.serialization.builtins.nullable
import kotlinx.serialization.builtins.serializer
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import java.util.UUID

/** What an upsert did. */
@Serializable
public data class UpsertedRecord<out R>(
    /** The record. */
    public val record: R,
    /** What was done. */
    public val outcome: Upserted,
)

/** Records that are found by their fields. */
public open class RecordsService<R : Any, E> internal constructor(internal val calls: Calls, space: String, record: KSerializer<R>) {
    private val asks = Finding<R, E>(space, record)

    /**
     * The records that meet a filter, a page at a time.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     * @param sort Fields to sort by, the first one first. Otherwise by id.
     * @param limit Records of a page, at most 10000; as many if nothing is said.
     * @param after `next` of the page before.
     */
    public suspend fun list(filter: Filter<E>? = null, sort: List<Sort<E>> = emptyList(), limit: Long? = null, after: String? = null): Page<R> =
        calls.call(asks.list(filter, sort, limit, after))

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. */
    public fun listAll(filter: Filter<E>? = null, sort: List<Sort<E>> = emptyList(), pageSize: Long? = null): Flow<R> =
        flowOfPages { after -> list(filter, sort, pageSize, after) }

    /**
     * How many records meet a filter.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    public suspend fun count(filter: Filter<E>? = null): Long = calls.call(asks.count(filter))

    /**
     * Groups, their counts and sums.
     *
     * @param by Fields to group by, after the month if there is one; of related records too: `customer.group_id`.
     * @param byMonth A day whose month to group by.
     * @param sum Fields to sum up.
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    public suspend fun report(
        by: List<String>? = null,
        byMonth: String? = null,
        sum: List<String>? = null,
        filter: Filter<E>? = null,
    ): List<ReportRow> = calls.call(asks.report(by, byMonth, sum, filter))
}

/** Records that have an id. */
public open class IdentifiedService<R : Any, E> internal constructor(calls: Calls, space: String, record: KSerializer<R>) :
    RecordsService<R, E>(calls, space, record) {
    private val asks = Identifying(space, record)

    /**
     * The record with an id; an error if there is none.
     *
     * @param id Id of the record.
     */
    public suspend fun get(id: UUID): R = calls.call(asks.get(id))

    /**
     * The record with an id, or nothing.
     *
     * @param id Id of the record.
     */
    public suspend fun find(id: UUID): R? = calls.call(asks.find(id))
}

/** Records that are created, changed and deleted. The version of a record counts its changes, from 1. */
public open class MasterService<R : Any, D : Any, E> internal constructor(calls: Calls, space: String, record: KSerializer<R>, data: KSerializer<D>) :
    IdentifiedService<R, E>(calls, space, record) {
    private val asks = Writing<R, D, E>(space, record, data)

    /**
     * Creates a record, with values of fields that the host declared.
     *
     * @param data The record.
     * @param custom Values of fields that the host declared, by name.
     */
    public suspend fun create(data: D, custom: Map<String, JsonElement>? = null): R = calls.call(asks.create(data, custom))

    /**
     * Creates records, all or none.
     *
     * @param data The records.
     */
    public suspend fun createMany(data: List<D>): List<R> = calls.call(asks.createMany(data))

    /**
     * Changes a record; refused if somebody else changed it since it was read.
     *
     * @param record The record as it was read, with what is to change.
     * @param custom Values of fields that the host declared, by name; those that are not named stay.
     */
    public suspend fun update(record: R, custom: Map<String, JsonElement>? = null): R = calls.call(asks.update(record, custom))

    /**
     * Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed it meanwhile.
     *
     * @param id Id of the record.
     * @param change Gives the record as it is to be: `{ it.copy(notes = null) }`. It is called anew for what was read anew, at most [MAX_RETRIES] times more.
     */
    public suspend fun modify(id: UUID, change: (R) -> R): R = modifying(calls, { get(id) }, change, { update(it) })

    /**
     * Changes the fields that are given of a record, and no others.
     *
     * @param id Id of the record.
     * @param changes The fields, each with its value; the others stay as they are.
     * @param version The version that the record must still have; any, if nothing is said.
     * @param custom Values of fields that the host declared, by name; those that are not named stay.
     */
    public suspend fun patch(id: UUID, vararg changes: Change<E>, version: Long? = null, custom: Map<String, JsonElement>? = null): R =
        calls.call(asks.patch(id, changes, version, custom))

    /**
     * Deletes a record that nothing refers to, with its parts: a customer's contacts and addresses, custom fields, keys of other systems.
     *
     * @param record The record as it was read.
     */
    public suspend fun delete(record: R): Unit = calls.call(asks.delete(record))

    /**
     * Changes the fields that are given of the record that another system knows by a key, or creates it from them.
     *
     * @param key The other system's name and its key.
     * @param changes The fields that are given, each with its value; the others stay as they are, or take their defaults in a new record.
     * @param mode What may be done; both if nothing is said.
     * @param custom Values of fields that the host declared, by name.
     */
    public suspend fun upsert(
        key: ExternalKey,
        vararg changes: Change<E>,
        mode: UpsertMode? = null,
        custom: Map<String, JsonElement>? = null,
    ): UpsertedRecord<R> = calls.call(asks.upsert(key, changes, mode, custom))

    /**
     * The record that another system knows by a key, or nothing.
     *
     * @param key The other system's name and its key.
     */
    public suspend fun findExternal(key: ExternalKey): R? = calls.call(asks.findExternal(key))

    /**
     * What other systems call a record.
     *
     * @param id Id of the record.
     */
    public suspend fun externalKeys(id: UUID): List<ExternalKey> = calls.call(asks.externalKeys(id))

    /**
     * Lets another system know a record by a key.
     *
     * @param id Id of the record.
     * @param key The other system's name and its key.
     */
    public suspend fun bindExternal(id: UUID, key: ExternalKey): Unit = calls.call(asks.bindExternal(id, key))

    /**
     * Takes a key of another system away from a record.
     *
     * @param id Id of the record.
     * @param key The other system's name and its key.
     */
    public suspend fun unbindExternal(id: UUID, key: ExternalKey): Unit = calls.call(asks.unbindExternal(id, key))

    /**
     * What a record holds in the fields that the host declared.
     *
     * @param id Id of the record.
     */
    public suspend fun customOf(id: UUID): Map<String, JsonElement> = calls.call(asks.customOf(id))

    /**
     * Sets what a record holds in fields that the host declared.
     *
     * @param id Id of the record.
     * @param custom Values of fields that the host declared, by name; null empties one.
     */
    public suspend fun setCustom(id: UUID, custom: Map<String, JsonElement>): Unit = calls.call(asks.setCustom(id, custom))
}

// What is asked, whichever way it is called.

/** A call that is to be made. */
internal class Ask<T>(val operation: String, val result: DeserializationStrategy<T>, val arguments: Arguments)

internal suspend fun <T> Calls.call(ask: Ask<T>): T = call(ask.operation, ask.result, ask.arguments)

internal fun <T> Calls.callBlocking(ask: Ask<T>): T = callBlocking(ask.operation, ask.result, ask.arguments)

private val names = ListSerializer(String.serializer())
private val values = MapSerializer(String.serializer(), JsonElement.serializer())

private fun Arguments.filter(filter: Filter<*>?) = maybe("filter", JsonElement.serializer(), filter?.toJson())

private fun Arguments.id(id: UUID) = put("id", UuidText, id)

private fun Arguments.key(key: ExternalKey) = put("key", ExternalKey.serializer(), key)

private fun Arguments.changes(changes: Array<out Change<*>>) = put("changes", JsonObject.serializer(), objectOf(changes))

private fun Arguments.custom(custom: Map<String, JsonElement>?) = maybe("custom", values, custom)

internal class Finding<R : Any, E>(private val space: String, private val record: KSerializer<R>) {
    fun list(filter: Filter<E>?, sort: List<Sort<E>>, limit: Long?, after: String?) = Ask(
        "$space.list",
        Page.serializer(record),
        Arguments().filter(filter).put("sort", names, sort.map { it.text }).maybe("limit", Long.serializer(), limit).maybe("after", String.serializer(), after),
    )

    fun count(filter: Filter<E>?) = Ask("$space.count", Long.serializer(), Arguments().filter(filter))

    fun report(by: List<String>?, byMonth: String?, sum: List<String>?, filter: Filter<E>?) = Ask(
        "$space.report",
        ReportRows(byMonth != null, by.orEmpty(), sum.orEmpty()),
        Arguments().maybe("by", names, by).maybe("by_month", String.serializer(), byMonth).maybe("sum", names, sum).filter(filter),
    )
}

internal class Identifying<R : Any>(private val space: String, private val record: KSerializer<R>) {
    fun get(id: UUID) = Ask("$space.get", record, Arguments().id(id))

    fun find(id: UUID) = Ask("$space.find", record.nullable, Arguments().id(id))
}

internal class Writing<R : Any, D : Any, E>(private val space: String, private val record: KSerializer<R>, private val data: KSerializer<D>) {
    fun create(data: D, custom: Map<String, JsonElement>?) = Ask("$space.create", record, Arguments().put("data", this.data, data).custom(custom))

    fun createMany(data: List<D>) = Ask("$space.create_many", ListSerializer(record), Arguments().put("data", ListSerializer(this.data), data))

    /** Of a record that is there already, what is not sent would stay as it is. */
    fun update(record: R, custom: Map<String, JsonElement>?) =
        Ask("$space.update", this.record, Arguments().whole("record", this.record, record).custom(custom))

    fun patch(id: UUID, changes: Array<out Change<E>>, version: Long?, custom: Map<String, JsonElement>?) =
        Ask("$space.patch", record, Arguments().id(id).changes(changes).maybe("version", Long.serializer(), version).custom(custom))

    fun delete(record: R) = Ask("$space.delete", NothingBack, Arguments().whole("record", this.record, record))

    fun upsert(key: ExternalKey, changes: Array<out Change<E>>, mode: UpsertMode?, custom: Map<String, JsonElement>?) = Ask(
        "$space.upsert",
        UpsertedRecord.serializer(record),
        Arguments().key(key).changes(changes).maybe("mode", UpsertMode.serializer(), mode).custom(custom),
    )

    fun findExternal(key: ExternalKey) = Ask("$space.find_external", record.nullable, Arguments().key(key))

    fun externalKeys(id: UUID) = Ask("$space.external_keys", ListSerializer(ExternalKey.serializer()), Arguments().id(id))

    fun bindExternal(id: UUID, key: ExternalKey) = Ask("$space.bind_external", NothingBack, Arguments().id(id).key(key))

    fun unbindExternal(id: UUID, key: ExternalKey) = Ask("$space.unbind_external", NothingBack, Arguments().id(id).key(key))

    fun customOf(id: UUID) = Ask("$space.custom_of", values, Arguments().id(id))

    fun setCustom(id: UUID, custom: Map<String, JsonElement>) = Ask("$space.set_custom", NothingBack, Arguments().id(id).put("custom", values, custom))
}
