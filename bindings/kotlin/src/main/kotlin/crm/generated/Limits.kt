// Written by bindings/generate from api.json; a change here is lost.

package crm

/** Bytes of the arguments of one call, as JSON. */
internal const val MAX_CALL_BYTES: Int = 134217728

/** Characters of one text in a call. */
internal const val MAX_CALL_TEXT: Int = 1000000

/** Bytes of one file that is brought along, or handed back. */
internal const val MAX_FILE_BYTES: Int = 67108864

/** Nesting of the arguments of one call, the object that holds them included. */
internal const val MAX_JSON_DEPTH: Int = 127

/** Characters of a number as it is written. */
internal const val MAX_NUMBER: Int = 100

/** Records in one page of a list. */
internal const val MAX_PAGE: Int = 10000

/** Characters of a value that an error repeats. */
internal const val MAX_QUOTED: Int = 500
