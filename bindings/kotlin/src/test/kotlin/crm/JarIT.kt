package crm

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import org.junit.jupiter.api.io.TempDir
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.ValueSource
import java.io.File
import java.lang.ref.WeakReference
import java.lang.reflect.InvocationTargetException
import java.net.URLClassLoader
import java.util.zip.ZipFile

/** The jar as a host has it, after it was packed: the native library comes out of it, once for each class loader. */
class JarIT {
    private val origin = Crm::class.java.protectionDomain.codeSource.location

    @Test
    fun `the library comes out of the jar`() {
        assertTrue(origin.path.endsWith(".jar"), "$origin")
        BlockingCrm.open("memory:").use { assertEquals(emptyList<String>(), it.missingSteps()) }
    }

    @Test
    fun `class loaders that know nothing of each other have a library each`() {
        val crms = List(2) { openElsewhere() }
        assertEquals(2, crms.map { it.javaClass }.toSet().size)
        crms.forEach { (it as AutoCloseable).close() }
    }

    @Test
    fun `a library that cannot be loaded is an error of this module, again and again`() {
        val elsewhere = "crm.library"
        System.setProperty(elsewhere, "/nowhere/libcrm_kotlin.so")
        try {
            val loader = loader()
            repeat(2) {
                val error = assertThrows<InvocationTargetException> { openElsewhere(loader) }.targetException
                assertEquals("crm.CrmException\$Unavailable", error.javaClass.name)
                assertEquals(ErrorCodes.BINDINGS_LIBRARY, error.javaClass.getMethod("getCode").invoke(error))
                assertTrue(generateSequence(error) { it.cause }.any { it is UnsatisfiedLinkError }, "$error hides why")
            }
        } finally {
            System.clearProperty(elsewhere)
        }
    }

    @ParameterizedTest
    @ValueSource(strings = ["blocking", "suspending"])
    fun `a class loader that closed the library is collected`(way: String, @TempDir folder: File) {
        val gone = used(way, "sqlite:${File(folder, "books.db")}")
        assertTrue(eventually { System.gc(); gone.get() == null }, "something still holds the class loader")
    }

    /** In a function of its own, so that nothing of it is left on the stack. */
    private fun used(way: String, url: String): WeakReference<ClassLoader> {
        val loader = loader()
        val use = loader.loadClass("crm.Application").getMethod(way, String::class.java)
        // `runBlocking` leaves its event loop in the thread, whoever calls it; what blocks leaves nothing even in this one.
        var failure: Throwable? = null
        val run = { try { use.invoke(null, url) } catch (e: InvocationTargetException) { failure = e.targetException } }
        if (way == "suspending") Thread { run() }.apply { start() }.join() else run()
        failure?.let { throw it }
        loader.close()
        return WeakReference(loader)
    }

    @Test
    fun `the sources are packed`() {
        val sources = File(origin.toURI()).let { File(it.parentFile, it.name.replace(".jar", "-sources.jar")) }
        val names = ZipFile(sources).use { zip -> zip.entries().asSequence().map { it.name }.toList() }
        assertTrue(names.containsAll(listOf("crm/Crm.kt", "crm/Native.kt", "crm/generated/Services.kt")), "$names")
    }

    /** One that has this module and all it needs, and knows nothing of the one that runs the tests. */
    private fun loader(): URLClassLoader {
        val classPath = System.getProperty("java.class.path").split(File.pathSeparator).map { File(it).toURI().toURL() } + origin
        return URLClassLoader(classPath.toTypedArray(), ClassLoader.getPlatformClassLoader())
    }

    private fun openElsewhere(loader: ClassLoader = loader()): Any =
        loader.loadClass("crm.BlockingCrm").getMethod("open", String::class.java).invoke(null, "memory:")
}
