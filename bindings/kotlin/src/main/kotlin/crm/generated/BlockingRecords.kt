// Written by bindings/generate from api.json; a change here is lost.

package crm

import java.util.UUID
import kotlinx.serialization.KSerializer
import kotlinx.serialization.json.JsonElement

/** Records that are found by their fields. */
public open class BlockingRecordsService<R : Any, E> internal constructor(internal val calls: Calls, space: String, record: KSerializer<R>) {
    private val asks = Finding<R, E>(space, record)

    /**
     * The records that meet a filter, a page at a time.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     * @param sort Fields to sort by, the first one first. Otherwise by id.
     * @param limit Records of a page, at most 10000; as many if nothing is said.
     * @param after `next` of the page before.
     */
    @JvmOverloads public fun list(filter: Filter<E>? = null, sort: List<Sort<E>> = emptyList(), limit: Long? = null, after: String? = null): Page<R> =
        calls.callBlocking(asks.list(filter, sort, limit, after))

    /** All that [list] finds, page by page: a page is asked for when the one before it has been taken. */
    @JvmOverloads public fun listAll(filter: Filter<E>? = null, sort: List<Sort<E>> = emptyList(), pageSize: Long? = null): Iterable<R> =
        iterableOfPages { after -> list(filter, sort, pageSize, after) }

    /**
     * How many records meet a filter.
     *
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun count(filter: Filter<E>? = null): Long = calls.callBlocking(asks.count(filter))

    /**
     * Groups, their counts and sums.
     *
     * @param by Fields to group by, after the month if there is one; of related records too: `customer.group_id`.
     * @param byMonth A day whose month to group by.
     * @param sum Fields to sum up.
     * @param filter Which records: conditions on fields, joined by and, or and not.
     */
    @JvmOverloads public fun report(
        by: List<String>? = null,
        byMonth: String? = null,
        sum: List<String>? = null,
        filter: Filter<E>? = null,
    ): List<ReportRow> = calls.callBlocking(asks.report(by, byMonth, sum, filter))
}

/** Records that have an id. */
public open class BlockingIdentifiedService<R : Any, E> internal constructor(calls: Calls, space: String, record: KSerializer<R>) :
    BlockingRecordsService<R, E>(calls, space, record) {
    private val asks = Identifying(space, record)

    /**
     * The record with an id; an error if there is none.
     *
     * @param id Id of the record.
     */
    public fun get(id: UUID): R = calls.callBlocking(asks.get(id))

    /**
     * The record with an id, or nothing.
     *
     * @param id Id of the record.
     */
    public fun find(id: UUID): R? = calls.callBlocking(asks.find(id))
}

/** Records that are created, changed and deleted. The version of a record counts its changes, from 1. */
public open class BlockingMasterService<R : Any, D : Any, E> internal constructor(calls: Calls, space: String, record: KSerializer<R>, data: KSerializer<D>) :
    BlockingIdentifiedService<R, E>(calls, space, record) {
    private val asks = Writing<R, D, E>(space, record, data)

    /**
     * Creates a record, with values of fields that the host declared.
     *
     * @param data The record.
     * @param custom Values of fields that the host declared, by name.
     */
    @JvmOverloads public fun create(data: D, custom: Map<String, JsonElement>? = null): R = calls.callBlocking(asks.create(data, custom))

    /**
     * Creates records, all or none.
     *
     * @param data The records.
     */
    public fun createMany(data: List<D>): List<R> = calls.callBlocking(asks.createMany(data))

    /**
     * Changes a record; refused if somebody else changed it since it was read.
     *
     * @param record The record as it was read, with what is to change.
     * @param custom Values of fields that the host declared, by name; those that are not named stay.
     */
    @JvmOverloads public fun update(record: R, custom: Map<String, JsonElement>? = null): R = calls.callBlocking(asks.update(record, custom))

    /**
     * Changes a record by a function of what it is: reads, changes and saves it, and begins again where somebody else has changed it meanwhile.
     *
     * @param id Id of the record.
     * @param change Gives the record as it is to be: `{ it.copy(notes = null) }`. It is called anew for what was read anew, at most [MAX_RETRIES] times more.
     */
    public fun modify(id: UUID, change: (R) -> R): R = modifyingBlocking(calls, { get(id) }, change, { update(it) })

    /**
     * Changes the fields that are given of a record, and no others.
     *
     * @param id Id of the record.
     * @param changes The fields, each with its value; the others stay as they are.
     * @param version The version that the record must still have; any, if nothing is said.
     * @param custom Values of fields that the host declared, by name; those that are not named stay.
     */
    @JvmOverloads public fun patch(id: UUID, vararg changes: Change<E>, version: Long? = null, custom: Map<String, JsonElement>? = null): R =
        calls.callBlocking(asks.patch(id, changes, version, custom))

    /**
     * Deletes a record that nothing refers to, with its parts: a customer's contacts and addresses, custom fields, keys of other systems.
     *
     * @param record The record as it was read.
     */
    public fun delete(record: R): Unit = calls.callBlocking(asks.delete(record))

    /**
     * Changes the fields that are given of the record that another system knows by a key, or creates it from them.
     *
     * @param key The other system's name and its key.
     * @param changes The fields that are given, each with its value; the others stay as they are, or take their defaults in a new record.
     * @param mode What may be done; both if nothing is said.
     * @param custom Values of fields that the host declared, by name.
     */
    @JvmOverloads public fun upsert(
        key: ExternalKey,
        vararg changes: Change<E>,
        mode: UpsertMode? = null,
        custom: Map<String, JsonElement>? = null,
    ): UpsertedRecord<R> = calls.callBlocking(asks.upsert(key, changes, mode, custom))

    /**
     * The record that another system knows by a key, or nothing.
     *
     * @param key The other system's name and its key.
     */
    public fun findExternal(key: ExternalKey): R? = calls.callBlocking(asks.findExternal(key))

    /**
     * What other systems call a record.
     *
     * @param id Id of the record.
     */
    public fun externalKeys(id: UUID): List<ExternalKey> = calls.callBlocking(asks.externalKeys(id))

    /**
     * Lets another system know a record by a key.
     *
     * @param id Id of the record.
     * @param key The other system's name and its key.
     */
    public fun bindExternal(id: UUID, key: ExternalKey): Unit = calls.callBlocking(asks.bindExternal(id, key))

    /**
     * Takes a key of another system away from a record.
     *
     * @param id Id of the record.
     * @param key The other system's name and its key.
     */
    public fun unbindExternal(id: UUID, key: ExternalKey): Unit = calls.callBlocking(asks.unbindExternal(id, key))

    /**
     * What a record holds in the fields that the host declared.
     *
     * @param id Id of the record.
     */
    public fun customOf(id: UUID): Map<String, JsonElement> = calls.callBlocking(asks.customOf(id))

    /**
     * Sets what a record holds in fields that the host declared.
     *
     * @param id Id of the record.
     * @param custom Values of fields that the host declared, by name; null empties one.
     */
    public fun setCustom(id: UUID, custom: Map<String, JsonElement>): Unit = calls.callBlocking(asks.setCustom(id, custom))
}
