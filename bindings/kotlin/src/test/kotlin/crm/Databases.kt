package crm

import org.junit.jupiter.api.Assumptions.assumeTrue
import java.net.URI
import java.nio.file.Files
import java.nio.file.Path
import java.sql.DriverManager
import java.util.UUID

/** The engines that every story runs on. */
enum class Engine { SQLITE, POSTGRES }

/** An empty database of a test's own, gone after it. */
class Database private constructor(val url: String, private val remove: () -> Unit) : AutoCloseable {
    override fun close() = remove()

    companion object {
        /** On PostgreSQL it needs a server, whose URL is in `CRM_TEST_POSTGRES_URL`; without one the test is skipped. */
        fun on(engine: Engine): Database = when (engine) {
            Engine.SQLITE -> inFile()
            Engine.POSTGRES -> onServer()
        }

        private fun inFile(): Database {
            val folder: Path = Files.createTempDirectory("crm")
            return Database("sqlite:${folder.resolve("books.db")}") { folder.toFile().deleteRecursively() }
        }

        private fun onServer(): Database {
            val server = System.getenv("CRM_TEST_POSTGRES_URL")
            assumeTrue(server != null, "CRM_TEST_POSTGRES_URL names no server")
            val name = "crm_kotlin_" + UUID.randomUUID().toString().replace("-", "")
            run(server, "CREATE DATABASE $name")
            return Database(server.substringBeforeLast('/') + "/$name") { run(server, "DROP DATABASE $name WITH (FORCE)") }
        }

        private fun run(server: String, statement: String) {
            val at = URI(server)
            val (user, password) = (at.userInfo ?: "postgres").split(':', limit = 2) + null
            DriverManager.getConnection("jdbc:postgresql://${at.host}:${if (at.port < 0) 5432 else at.port}${at.path}", user, password)
                .use { connection -> connection.createStatement().use { it.execute(statement) } }
        }
    }
}
