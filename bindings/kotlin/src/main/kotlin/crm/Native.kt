package crm

import crm.uniffi.Opened
import java.lang.ref.Cleaner

/** What a call says: one operation, in whose session (0 is none), under which idempotency key. */
internal typealias Request = crm.uniffi.Request

/** A library that is open, as uniffi has it. What nobody refers to any more is freed. */
internal class NativeCrm private constructor(private val library: crm.uniffi.NativeCrm) {
    fun call(request: Request): String = library.call(request)

    /** Dropping the coroutine does not stop what has begun. */
    suspend fun start(request: Request): String = library.start(request)

    fun release(session: Long): Unit = library.release(session)

    fun close(): String = library.shut()

    companion object {
        /** The library, or the reply that says why there is none. */
        fun open(url: ByteArray): Pair<NativeCrm?, String> = when (val opened = crm.uniffi.open(url)) {
            is Opened.Library -> NativeCrm(opened.library) to ""
            is Opened.Refused -> null to opened.reply
        }
    }
}

/** What the native library is made for, as JNA names it; the folder of the jar that has it. */
internal val PLATFORM: String get() = com.sun.jna.Platform.RESOURCE_PREFIX

/** Sessions that are not used any more are told to the native side. */
internal val CLEANER: Cleaner = Cleaner.create()
