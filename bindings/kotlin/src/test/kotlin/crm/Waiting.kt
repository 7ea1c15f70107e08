package crm

/** How long anything is waited for before a test gives up. It is no measure of speed: it is too long on whatever machine, with whatever else running there. */
private const val PATIENCE_NANOS = 300_000_000_000

/** Waits until something is so, as long as it takes; false if it never is. */
fun eventually(condition: () -> Boolean): Boolean {
    val begun = System.nanoTime()
    while (!condition()) {
        if (System.nanoTime() - begun > PATIENCE_NANOS) return false
        Thread.sleep(10)
    }
    return true
}
