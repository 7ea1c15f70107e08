package crm

import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.ensureActive
import kotlinx.coroutines.withContext
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject

/**
 * The library on one database, with suspending calls.
 *
 * ```
 * Crm.open("sqlite:/var/lib/erp/books.db").use { crm ->
 *     crm.actAs(companyId, operatorId).use { session -> session.sales.deliver(delivery) }
 * }
 * ```
 *
 * Safe for use by many coroutines and threads at once. A call that is cancelled before it begins does nothing; one that is cancelled later goes on,
 * and is done whole or not at all, as any other: a key ([Session.idempotent]) tells which when it is asked again.
 */
public class Crm internal constructor(private val calls: Calls) : CrmOperations(calls), AutoCloseable {
    /** An operation by its name, with arguments and result as JSON: for what this version of the module has no function for. */
    public suspend fun call(operation: String, arguments: JsonObject): JsonElement =
        calls.call(operation, JsonElement.serializer(), Arguments.of(arguments))

    /** The same library with calls that block. Closing either closes both. */
    public fun blocking(): BlockingCrm = BlockingCrm(calls)

    /** Waits, on this thread, for running calls, and closes the database. Later calls throw `bindings.closed`; closing again does nothing. */
    override fun close(): Unit = calls.close()

    public companion object {
        /**
         * Opens a database: `sqlite:/path/books.db`, or `postgres://user@host/database`. Its schema is brought up to date by [migrate] only.
         */
        public suspend fun open(url: String): Crm {
            currentCoroutineContext().ensureActive()
            return Crm(withContext(Dispatchers.IO + NonCancellable) { Calls.open(url) })
        }
    }
}

/** The library on one database, with calls that block, for Java and for threads. What it does is what [Crm] does. */
public class BlockingCrm internal constructor(private val calls: Calls) : BlockingCrmOperations(calls), AutoCloseable {
    /** An operation by its name, with arguments and result as JSON: for what this version of the module has no function for. */
    public fun call(operation: String, arguments: JsonObject): JsonElement =
        calls.callBlocking(operation, JsonElement.serializer(), Arguments.of(arguments))

    /** The same library with suspending calls. Closing either closes both. */
    public fun suspending(): Crm = Crm(calls)

    /** Waits, on this thread, for running calls, and closes the database. Later calls throw `bindings.closed`; closing again does nothing. */
    override fun close(): Unit = calls.close()

    public companion object {
        /**
         * Opens a database: `sqlite:/path/books.db`, or `postgres://user@host/database`. Its schema is brought up to date by [migrate] only.
         */
        @JvmStatic
        public fun open(url: String): BlockingCrm = BlockingCrm(Calls.open(url))
    }
}

/** Somebody at work in a company: the services, each call within their rights. Safe for use by many coroutines and threads at once. */
public class Session internal constructor(private val calls: Calls) : SessionServices(calls), AutoCloseable {
    /** An operation by its name, with arguments and result as JSON: for what this version of the module has no function for. */
    public suspend fun call(operation: String, arguments: JsonObject): JsonElement =
        calls.call(operation, JsonElement.serializer(), Arguments.of(arguments))

    /**
     * The same session, whose writes carry an idempotency key: the same call under the same key again gets the first answer and does nothing
     * twice; a different one throws `idempotency.mismatch`. So a key is for one call. To close it does nothing: the session goes on.
     */
    public fun idempotent(key: String): Session = Session(calls.idempotent(key))

    /** The same session with calls that block. Closing either closes both. */
    public fun blocking(): BlockingSession = BlockingSession(calls)

    /** Gives the session back; later calls throw `bindings.closed`. What is not closed goes when nothing refers to it any more. */
    override fun close(): Unit = calls.release()
}

/** A [Session] with calls that block, for Java and for threads. */
public class BlockingSession internal constructor(private val calls: Calls) : BlockingSessionServices(calls), AutoCloseable {
    /** An operation by its name, with arguments and result as JSON: for what this version of the module has no function for. */
    public fun call(operation: String, arguments: JsonObject): JsonElement =
        calls.callBlocking(operation, JsonElement.serializer(), Arguments.of(arguments))

    /**
     * The same session, whose writes carry an idempotency key: the same call under the same key again gets the first answer and does nothing
     * twice; a different one throws `idempotency.mismatch`. So a key is for one call. To close it does nothing: the session goes on.
     */
    public fun idempotent(key: String): BlockingSession = BlockingSession(calls.idempotent(key))

    /** The same session with suspending calls. Closing either closes both. */
    public fun suspending(): Session = Session(calls)

    /** Gives the session back; later calls throw `bindings.closed`. What is not closed goes when nothing refers to it any more. */
    override fun close(): Unit = calls.release()
}
