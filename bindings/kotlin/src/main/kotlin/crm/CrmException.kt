package crm

import kotlinx.serialization.Serializable

/**
 * What the library refused or could not do; one subclass for each kind. Nothing else is thrown by a call.
 *
 * Unchecked, as Kotlin's exceptions are. `message` is for people, [code] for programs: the codes are in [ErrorCodes].
 */
public sealed class CrmException(
    /** Which rule it was: `stock.insufficient`. See [ErrorCodes]. */
    public val code: String,
    message: String,
    /** What it was about, by name: ids, amounts, the path to the argument that does not fit. */
    public val details: Map<String, String>,
    /** Whether the same call can succeed later without a change of what it asks. */
    public val retryable: Boolean,
) : RuntimeException(message) {
    /** The kind, as every language names it: `invalid`, `not_found`, `denied`, `conflict`, `limit`, `unavailable`, `corrupt`, `internal`. */
    public abstract val kind: String

    /** The code and the message. */
    override fun toString(): String = "$code: $message"

    /** What was asked is wrong by itself: a field, an amount, a filter. */
    public class Invalid internal constructor(code: String, message: String, details: Map<String, String>, retryable: Boolean) :
        CrmException(code, message, details, retryable) {
        override val kind: String get() = "invalid"
    }

    /** What was named is not there, or not within the operator's reach. */
    public class NotFound internal constructor(code: String, message: String, details: Map<String, String>, retryable: Boolean) :
        CrmException(code, message, details, retryable) {
        override val kind: String get() = "not_found"
    }

    /** The operator may not do it. */
    public class Denied internal constructor(code: String, message: String, details: Map<String, String>, retryable: Boolean) :
        CrmException(code, message, details, retryable) {
        override val kind: String get() = "denied"
    }

    /** The books say otherwise: stock, credit, a version that has moved on, a key that was used for something else. */
    public class Conflict internal constructor(code: String, message: String, details: Map<String, String>, retryable: Boolean) :
        CrmException(code, message, details, retryable) {
        override val kind: String get() = "conflict"
    }

    /** More than the library takes at once. */
    public class Limit internal constructor(code: String, message: String, details: Map<String, String>, retryable: Boolean) :
        CrmException(code, message, details, retryable) {
        override val kind: String get() = "limit"
    }

    /** The storage does not answer, or is busy. */
    public class Unavailable internal constructor(code: String, message: String, details: Map<String, String>, retryable: Boolean) :
        CrmException(code, message, details, retryable) {
        override val kind: String get() = "unavailable"
    }

    /** What is stored contradicts itself. */
    public class Corrupt internal constructor(code: String, message: String, details: Map<String, String>, retryable: Boolean) :
        CrmException(code, message, details, retryable) {
        override val kind: String get() = "corrupt"
    }

    /** A fault of the library itself. The process and the handles live on. */
    public class Internal internal constructor(code: String, message: String, details: Map<String, String>, retryable: Boolean, fault: Throwable? = null) :
        CrmException(code, message, details, retryable) {
        init {
            if (fault != null) initCause(fault)
        }

        override val kind: String get() = "internal"
    }
}

/** An error as it crosses the boundary. */
@Serializable
internal class Refusal(
    private val code: String,
    private val kind: String,
    private val message: String,
    private val details: Map<String, String> = emptyMap(),
    private val retryable: Boolean = false,
) {
    fun toException(): CrmException = when (kind) {
        "invalid" -> CrmException.Invalid(code, message, details, retryable)
        "not_found" -> CrmException.NotFound(code, message, details, retryable)
        "denied" -> CrmException.Denied(code, message, details, retryable)
        "conflict" -> CrmException.Conflict(code, message, details, retryable)
        "limit" -> CrmException.Limit(code, message, details, retryable)
        "unavailable" -> CrmException.Unavailable(code, message, details, retryable)
        "corrupt" -> CrmException.Corrupt(code, message, details, retryable)
        else -> CrmException.Internal(code, message, details, retryable)
    }
}
