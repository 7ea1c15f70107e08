package crm

import kotlinx.coroutines.delay
import kotlin.random.Random

/** Times that a change by a function begins again, because somebody else has changed the record meanwhile. */
public const val MAX_RETRIES: Int = 10

private const val FIRST_PAUSE_MICROSECONDS = 2_000L

/** How long to wait before the next attempt, in microseconds: longer each time, and never as long as others who began again with it. */
private fun pauseAfter(attempt: Int): Long = Random.nextLong(FIRST_PAUSE_MICROSECONDS shl attempt)

private fun CrmException.beginsAgain(attempt: Int): Boolean = code == ErrorCodes.VERSION_CONFLICT && attempt < MAX_RETRIES

/** Reads, changes and saves, again where the record was changed meanwhile. */
internal suspend fun <T> modifying(read: suspend () -> T, change: (T) -> T, save: suspend (T) -> T): T {
    var attempt = 0
    while (true) {
        val changed = change(read())
        try {
            return save(changed)
        } catch (refused: CrmException) {
            if (!refused.beginsAgain(attempt)) throw refused
        }
        delay(pauseAfter(attempt) / 1_000)
        attempt += 1
    }
}

/** The same on the caller's thread. */
internal fun <T> modifyingBlocking(read: () -> T, change: (T) -> T, save: (T) -> T): T {
    var attempt = 0
    while (true) {
        val changed = change(read())
        try {
            return save(changed)
        } catch (refused: CrmException) {
            if (!refused.beginsAgain(attempt)) throw refused
        }
        Thread.sleep(pauseAfter(attempt) / 1_000)
        attempt += 1
    }
}
