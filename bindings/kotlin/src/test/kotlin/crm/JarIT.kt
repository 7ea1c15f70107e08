package crm

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
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

    @Test
    fun `a class loader that opened and closed the library is collected`() {
        val gone = openedAndClosed()
        assertTrue(eventually { System.gc(); gone.get() == null }, "something still holds the class loader")
    }

    /** In a function of its own, so that nothing of it is left on the stack. */
    private fun openedAndClosed(): WeakReference<ClassLoader> {
        val loader = loader()
        (openElsewhere(loader) as AutoCloseable).close()
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
