package crm

import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.flow
import kotlinx.serialization.Serializable

/** A part of a list, in its order. */
@Serializable
public data class Page<out T>(
    /** The items of this page. */
    public val items: List<T>,
    /** What to pass as `after` for the page behind this one; nothing on the last page. */
    public val next: String? = null,
)

/** All items, page by page: a page is asked for when the one before it has been taken. */
internal fun <T> flowOfPages(fetch: suspend (after: String?) -> Page<T>): Flow<T> = flow {
    var after: String? = null
    do {
        val page = fetch(after)
        page.items.forEach { emit(it) }
        after = page.next
    } while (after != null)
}

/** The same, for callers that block. Each iteration asks anew. */
internal fun <T> iterableOfPages(fetch: (after: String?) -> Page<T>): Iterable<T> = Iterable {
    iterator {
        var after: String? = null
        do {
            val page = fetch(after)
            yieldAll(page.items)
            after = page.next
        } while (after != null)
    }
}
