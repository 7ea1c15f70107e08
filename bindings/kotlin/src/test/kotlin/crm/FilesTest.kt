package crm

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import org.junit.jupiter.api.io.TempDir
import java.io.InputStream
import java.nio.file.Files
import java.nio.file.Path

/** Workbooks go in as paths, bytes and streams, and come back as files or bytes. */
class FilesTest {
    private val csv = "Stock Code,Description,List Price\nA,Mug,3\nB,Cup,about 3\n".encodeToByteArray()

    private fun options(books: Books) = OpeningOptions(warehouseId = books.warehouse.id, day = Books.DAY, mode = ApplyMode.DRY_RUN)

    @Test
    fun `a workbook is read from whatever holds it`(@TempDir folder: Path) = Books.on(Engine.SQLITE) { books ->
        val path = Files.write(folder.resolve("products.csv"), csv)
        val open = Files.newInputStream(path)
        val sources = listOf(Source.of(path), Source.of(csv, "products.csv"), Source.of(csv), Source.of(csv.inputStream(), "any.csv"), Source.of(open))
        for (source in sources) {
            val annotated = books.session.opening.annotatedWorkbook(source, options(books), "en")
            assertEquals(1, annotated.report.problems.size, "$source")
            assertEquals("csv", annotated.extension, "$source")
            assertTrue(annotated.workbook.decodeToString().startsWith("Stock Code,Description,List Price,Problems\n"), "$source")
            assertEquals(1, books.session.blocking().opening.applyWorkbook(source, options(books)).problems.size)
        }
        assertEquals(-1, open.read())
        open.close()
    }

    @Test
    fun `what is handed back can be read again`(@TempDir folder: Path) = Books.on(Engine.SQLITE) { books ->
        val marked = books.session.opening.annotatedWorkbook(Source.of(csv), options(books), "en", asXlsx = true)
        assertEquals("xlsx" to "PK", marked.extension to marked.workbook.decodeToString(0, 2))
        val template = books.session.opening.template("es", warehouses = listOf("W"))
        assertTrue(books.session.opening.applyWorkbook(Source.of(template), options(books)).problems.isEmpty())
        val copy = folder.resolve("copy.xlsx")
        assertEquals(1, books.session.opening.annotateWorkbook(Source.of(csv), options(books), "en", copy).problems.size)
        assertEquals("PK", Files.readAllBytes(copy).decodeToString(0, 2))
        assertEquals(ErrorCodes.FILE_EXISTS, refused<CrmException.Conflict> { books.session.opening.writeTemplate(copy, "en") }.code)
    }

    @Test
    fun `a stream that does not end is given up`() {
        val endless = object : InputStream() {
            override fun read(): Int = 1

            override fun read(to: ByteArray, at: Int, length: Int): Int = length
        }
        val error = assertThrows<CrmException.Invalid> { Source.of(endless, "endless.csv") }
        assertEquals("MAX_FILE_BYTES" to "endless.csv", error.details["name"] to error.details["path"])
    }

    @Test
    fun `broken bytes are an error or nothing to read`() = Books.on(Engine.SQLITE) { books ->
        val pieces = listOf("", "PK", "PK\u0003\u0004" + "\u0000".repeat(100), "x".repeat(1_000)).map { it.encodeToByteArray() }
        for (bytes in pieces) for (name in listOf(null, "x.xlsx", "x.xls", "x.ods", "x.csv", "x".repeat(10_000))) {
            try {
                books.session.opening.applyWorkbook(Source.of(bytes, name), options(books))
            } catch (error: CrmException) {
                assertTrue(error is CrmException.Invalid && error.message!!.length < 2_000, "$name: $error")
            }
        }
    }
}
