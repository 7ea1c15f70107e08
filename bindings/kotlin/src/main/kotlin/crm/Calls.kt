package crm

import crm.uniffi.InternalException
import crm.uniffi.NativeCrm
import crm.uniffi.Opened
import crm.uniffi.Request
import kotlinx.serialization.DeserializationStrategy
import kotlinx.serialization.SerializationException
import java.lang.ref.Cleaner
import java.lang.ref.Reference
import java.nio.charset.CharacterCodingException

/** How the services call: on which library, in whose session, under which idempotency key. */
internal class Calls(private val native: NativeCrm, private val session: SessionHandle? = null, private val key: String? = null) {
    fun keyed(key: String): Calls = Calls(native, session, key)

    fun inSession(handle: Long): Calls = Calls(native, SessionHandle(native, handle))

    suspend fun <T> call(operation: String, result: DeserializationStrategy<T>, arguments: Arguments): T {
        val reply = guarded { held { native.call(request(operation, arguments)) } }
        return resultOf(operation, reply, result)
    }

    fun <T> callBlocking(operation: String, result: DeserializationStrategy<T>, arguments: Arguments): T {
        val reply = guarded { held { native.callBlocking(request(operation, arguments)) } }
        return resultOf(operation, reply, result)
    }

    private fun request(operation: String, arguments: Arguments) = Request(session?.id, operation, key, arguments.toString())

    /** A session that nobody refers to but a running call is not given back yet. */
    private inline fun <T> held(call: () -> T): T = try {
        call()
    } finally {
        Reference.reachabilityFence(session)
    }

    fun release() {
        session?.release()
    }

    fun close(): Unit = resultOf("close", guarded { native.shut() }, NothingBack)

    companion object {
        fun open(url: String): Calls = when (val opened = guarded { crm.uniffi.open(url) }) {
            is Opened.Library -> Calls(opened.library)
            is Opened.Refused -> {
                resultOf("open", opened.reply, NothingBack)
                error("the library was not opened, and gave no reason")
            }
        }
    }
}

private fun <T> resultOf(operation: String, reply: String, result: DeserializationStrategy<T>): T {
    val read = try {
        wire.decodeFromString(ReplyOf(result), reply)
    } catch (e: IllegalArgumentException) { // a SerializationException is one; so is what values refuse
        throw CrmException.Internal("bindings.reply", "the reply to `$operation` is not what this version of the module expects", emptyMap(), false, e)
    }
    return when (read) {
        is Reply.Done -> read.result
        is Reply.Refused -> throw read.refusal.toException()
    }
}

/** What goes wrong at the boundary itself, as the exception that a caller expects. */
private inline fun <T> guarded(block: () -> T): T = try {
    block()
} catch (e: CharacterCodingException) {
    throw CrmException.Invalid("bindings.request", "a text is not valid Unicode", emptyMap(), false).apply { initCause(e) }
} catch (e: InternalException) {
    throw CrmException.Internal("bindings.panic", e.message ?: "the library failed", emptyMap(), false, e)
}

/** The library's handle of a session. Released by [release], or when nobody can reach it any more. */
internal class SessionHandle(native: NativeCrm, handle: Long) {
    val id: ULong = handle.toULong()
    private val release: Cleaner.Cleanable = CLEANER.register(this, Release(native, id))

    /** At most once; calls after it are answered by the library with an error. */
    fun release(): Unit = release.clean()

    private class Release(private val native: NativeCrm, private val id: ULong) : Runnable {
        override fun run(): Unit = native.release(id)
    }

    private companion object {
        val CLEANER: Cleaner = Cleaner.create()
    }
}
