package crm

import crm.uniffi.InternalException
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.NonCancellable
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.ensureActive
import kotlinx.coroutines.withContext
import kotlinx.serialization.DeserializationStrategy
import java.lang.ref.Cleaner
import java.lang.ref.Reference
import java.time.DateTimeException
import kotlin.coroutines.ContinuationInterceptor

/** How the services call: on which library, in whose session, under which idempotency key. */
internal class Calls(private val native: NativeCrm, private val session: SessionHandle? = null, private val key: String? = null) {
    fun idempotent(key: String): Calls {
        ArgumentPlace("key").text(key)
        return Calls(native, session, key)
    }

    /** A change by a function takes no key: the same change to another version is another call. */
    fun refuseKey() {
        if (key != null) at("key") { throw Unfit("`modify` takes no key; `patch` and `update` do") }
    }

    fun inSession(handle: Long): Calls = Calls(native, SessionHandle(native, handle))

    /** Does nothing in a coroutine that is cancelled already. Never goes on with the caller's code on one of the library's own threads. */
    suspend fun <T> call(operation: String, result: DeserializationStrategy<T>, arguments: Arguments): T {
        val context = currentCoroutineContext()
        context.ensureActive()
        val request = request(operation, arguments)
        val dispatcher = context[ContinuationInterceptor]
        val isConfined = dispatcher != null && dispatcher != Dispatchers.Unconfined
        val reply = guarded { held { if (isConfined) native.start(request) else withContext(Dispatchers.Default) { native.start(request) } } }
        return resultOf(operation, reply, result)
    }

    /** Opens a session, or does not begin to: one that is opened is never lost to a cancellation. */
    suspend fun <T> open(operation: String, result: DeserializationStrategy<T>, arguments: Arguments, handle: (T) -> Long): Calls {
        currentCoroutineContext().ensureActive()
        return withContext(NonCancellable) { inSession(handle(call(operation, result, arguments))) }
    }

    fun <T> openBlocking(operation: String, result: DeserializationStrategy<T>, arguments: Arguments, handle: (T) -> Long): Calls =
        inSession(handle(callBlocking(operation, result, arguments)))

    fun <T> callBlocking(operation: String, result: DeserializationStrategy<T>, arguments: Arguments): T {
        val reply = guarded { held { native.call(request(operation, arguments)) } }
        return resultOf(operation, reply, result)
    }

    private fun request(operation: String, arguments: Arguments): Request {
        val json = arguments.toString().encodeToByteArray()
        if (json.size > MAX_CALL_BYTES) throw beyond("${json.size} bytes exceed", "MAX_CALL_BYTES", MAX_CALL_BYTES).at("arguments")
        return Request(session?.id ?: 0, operation.encodeToByteArray(), key?.encodeToByteArray(), json)
    }

    /** A session that nobody refers to but a running call is not given back yet. */
    private inline fun <T> held(call: () -> T): T = try {
        call()
    } finally {
        Reference.reachabilityFence(session)
    }

    /** What carries a key is a view of a session, which stays. */
    fun release() {
        if (key == null) session?.release()
    }

    fun close(): Unit = resultOf("close", guarded { native.close() }, NothingBack)

    companion object {
        fun open(url: String): Calls {
            ArgumentPlace("url").text(url)
            val (native, refused) = loaded { NativeCrm.open(url.encodeToByteArray()) }
            if (native == null) resultOf("open", refused, NothingBack)
            return Calls(native ?: error("the library was not opened, and gave no reason"))
        }
    }
}

private fun <T> resultOf(operation: String, reply: String, result: DeserializationStrategy<T>): T {
    fun unexpected(e: Exception) = CrmException.Internal(
        ErrorCodes.BINDINGS_REPLY, "the reply to `$operation` is not what this version of the module expects", emptyMap(), false, e,
    )
    val read = try {
        wire.decodeFromString(ReplyOf(result), reply)
    } catch (e: IllegalArgumentException) { // a SerializationException is one; so is what values refuse
        throw unexpected(e)
    } catch (e: DateTimeException) {
        throw unexpected(e)
    }
    return when (read) {
        is Reply.Done -> read.result
        is Reply.Refused -> throw read.refusal.toException()
    }
}

/** What goes wrong at the boundary itself, as the exception that a caller expects. */
private inline fun <T> guarded(block: () -> T): T = try {
    block()
} catch (e: InternalException) {
    throw CrmException.Internal(ErrorCodes.BINDINGS_PANIC, e.message ?: "the library failed", emptyMap(), false, e)
}

/** Why the native library could not be loaded: the JVM says so once, and later only that it is so. */
@Volatile
private var unloadable: LinkageError? = null

private inline fun <T> loaded(open: () -> T): T = try {
    guarded(open)
} catch (e: LinkageError) {
    val first = unloadable ?: e.also { unloadable = it }
    val message = "the native library cannot be loaded on $PLATFORM; the jar is for the platform that it was built on"
    throw CrmException.Unavailable(ErrorCodes.BINDINGS_LIBRARY, message, mapOf("platform" to PLATFORM), false).apply { initCause(first) }
}

/** The library's handle of a session. Released by [release], or when nobody can reach it any more. */
internal class SessionHandle(native: NativeCrm, val id: Long) {
    private val release: Cleaner.Cleanable = CLEANER.register(this, Release(native, id))

    /** At most once; calls after it are answered by the library with an error. */
    fun release(): Unit = release.clean()

    private class Release(private val native: NativeCrm, private val id: Long) : Runnable {
        override fun run(): Unit = native.release(id)
    }
}
