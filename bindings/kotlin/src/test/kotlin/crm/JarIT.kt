package crm

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import java.io.File
import java.net.URLClassLoader

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
        val classPath = System.getProperty("java.class.path").split(File.pathSeparator).map { File(it).toURI().toURL() } + origin
        val loaders = List(2) { URLClassLoader(classPath.toTypedArray(), ClassLoader.getPlatformClassLoader()) }
        val crms = loaders.map { it.loadClass("crm.BlockingCrm").getMethod("open", String::class.java).invoke(null, "memory:") }
        assertEquals(2, crms.map { it.javaClass }.toSet().size)
        crms.forEach { (it as AutoCloseable).close() }
    }
}
