package crm

import java.io.IOException
import java.lang.ref.Cleaner
import java.lang.ref.Reference
import java.nio.file.Files
import java.nio.file.Path
import kotlin.coroutines.resume
import kotlinx.coroutines.suspendCancellableCoroutine

/**
 * The functions of the native library, whose names it has from here.
 *
 * Texts are bytes in UTF-8, because what is no Unicode could not be said otherwise. Nothing of this class loader is kept on the other side but by a call
 * that runs, so that an application can be unloaded.
 */
internal object Native {
    init {
        load()
    }

    @JvmStatic
    external fun open(url: ByteArray, number: LongArray): ByteArray?

    @JvmStatic
    external fun call(number: Long, session: Long, operation: ByteArray, key: ByteArray?, arguments: ByteArray): ByteArray

    @JvmStatic
    external fun start(number: Long, session: Long, operation: ByteArray, key: ByteArray?, arguments: ByteArray, done: Done)

    @JvmStatic
    external fun release(number: Long, session: Long)

    @JvmStatic
    external fun close(number: Long): ByteArray

    @JvmStatic
    external fun free(number: Long)

    /** Out of the jar, through a file that is gone as soon as it is loaded, where the system allows it. */
    @Suppress("UnsafeDynamicallyLoadedCode")
    private fun load() {
        System.getProperty(LIBRARY)?.let { return System.load(it) }
        val name = System.mapLibraryName("crm_kotlin")
        val packed = Native::class.java.getResourceAsStream("/$PLATFORM/$name") ?: throw UnsatisfiedLinkError("the jar has no library for $PLATFORM")
        val file = Files.createTempFile("crm-", name)
        try {
            packed.use { Files.newOutputStream(file).use(it::copyTo) }
            System.load(file.toString())
        } finally {
            delete(file)
        }
    }

    private fun delete(file: Path) = try {
        Files.deleteIfExists(file)
    } catch (e: IOException) { // Windows keeps what is loaded
        file.toFile().deleteOnExit()
    }
}

/** The system property that names a file to load instead of the library in the jar. */
private const val LIBRARY = "crm.library"

/** The folder of the jar that has the library for this machine. */
internal val PLATFORM: String = run {
    val (system, machine) = System.getProperty("os.name").lowercase() to System.getProperty("os.arch").lowercase()
    val family = when {
        system.startsWith("mac") -> "darwin"
        system.startsWith("windows") -> "win32"
        else -> system.substringBefore(' ')
    }
    "$family-" + when (machine) {
        "amd64", "x86_64" -> "x86-64"
        "aarch64", "arm64" -> "aarch64"
        else -> machine
    }
}

/** Takes the reply to a call, on a thread of the library; there is none where the JVM has no room for it. */
internal fun interface Done {
    fun done(reply: ByteArray?)
}

/** What a call says: one operation, in whose session, under which idempotency key. */
internal class Request(val session: Long, val operation: ByteArray, val key: ByteArray?, val arguments: ByteArray)

/** A library that is open, known to the native side by a number. What nobody refers to any more is freed. */
internal class NativeCrm private constructor(private val number: Long) {
    init {
        CLEANER.register(this, Free(number))
    }

    fun call(request: Request): String = held { Native.call(number, request.session, request.operation, request.key, request.arguments).decodeToString() }

    /** Dropping the coroutine does not stop what has begun. */
    suspend fun start(request: Request): String {
        val reply = suspendCancellableCoroutine<ByteArray?> { waiting ->
            Native.start(number, request.session, request.operation, request.key, request.arguments) { waiting.resume(it) }
        }
        Reference.reachabilityFence(this)
        return (reply ?: throw OutOfMemoryError("the reply does not fit into the heap")).decodeToString()
    }

    fun release(session: Long): Unit = held { Native.release(number, session) }

    fun close(): String = held { Native.close(number).decodeToString() }

    private inline fun <T> held(call: () -> T): T = try {
        call()
    } finally {
        Reference.reachabilityFence(this)
    }

    private class Free(private val number: Long) : Runnable {
        override fun run(): Unit = Native.free(number)
    }

    companion object {
        /** The library, or the reply that says why there is none. */
        fun open(url: ByteArray): Pair<NativeCrm?, String> {
            val number = LongArray(1)
            val refused = Native.open(url, number)
            return if (refused == null) NativeCrm(number[0]) to "" else null to refused.decodeToString()
        }
    }
}

/** What is not used any more is told to the native side. Its thread ends with the class loader. */
internal val CLEANER: Cleaner = Cleaner.create()
