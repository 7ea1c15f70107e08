package crm

import kotlinx.coroutines.delay
import kotlin.random.Random

/** Times that a change by a function begins again, because somebody else has changed the record meanwhile. */
public const val MAX_RETRIES: Int = 10

private const val SHORTEST_ATTEMPT_NANOSECONDS = 2_000_000L
private const val LONGEST_PAUSE_NANOSECONDS = 2_000_000_000L

/**
 * Attempts that are made again after a conflict. The pause before the next is longer each time, and measured by how long an attempt takes: on a busy
 * machine, where all take long, those who began again together have to come further apart to get past each other.
 */
private class Attempts {
    private var conflicts = 0
    private var started = System.nanoTime()

    fun begin() {
        started = System.nanoTime()
    }

    /** The pause before the next attempt, in milliseconds; throws what was refused if there is to be none. */
    fun pauseAfter(refused: CrmException): Long {
        if (conflicts == MAX_RETRIES || refused.code != ErrorCodes.VERSION_CONFLICT) throw refused
        val took = (System.nanoTime() - started).coerceIn(SHORTEST_ATTEMPT_NANOSECONDS, LONGEST_PAUSE_NANOSECONDS)
        val longest = (took shl conflicts).coerceAtMost(LONGEST_PAUSE_NANOSECONDS)
        conflicts += 1
        return Random.nextLong(longest) / 1_000_000
    }
}

/** Reads, changes and saves, again where the record was changed meanwhile. */
internal suspend fun <T> modifying(calls: Calls, read: suspend () -> T, change: (T) -> T, save: suspend (T) -> T): T {
    calls.refuseKey()
    val attempts = Attempts()
    while (true) {
        attempts.begin()
        val changed = change(read())
        val pause =
            try {
                return save(changed)
            } catch (refused: CrmException) {
                attempts.pauseAfter(refused)
            }
        delay(pause)
    }
}

/** The same on the caller's thread. */
internal fun <T> modifyingBlocking(calls: Calls, read: () -> T, change: (T) -> T, save: (T) -> T): T {
    calls.refuseKey()
    val attempts = Attempts()
    while (true) {
        attempts.begin()
        val changed = change(read())
        val pause =
            try {
                return save(changed)
            } catch (refused: CrmException) {
                attempts.pauseAfter(refused)
            }
        Thread.sleep(pause)
    }
}
