# Written by bindings/generate from api.json; not to be changed by hand.
"""Limits that are kept before anything is sent to the library."""

from typing import Final

MAX_CALL_BYTES: Final = 134_217_728
"""Bytes of the arguments of one call, as JSON."""

MAX_CALL_TEXT: Final = 1_000_000
"""Characters of one text in a call."""

MAX_FILE_BYTES: Final = 67_108_864
"""Bytes of one file that is brought along, or handed back."""

MAX_JSON_DEPTH: Final = 127
"""Nesting of the arguments of one call, the object that holds them included."""

MAX_NUMBER: Final = 100
"""Characters of a number as it is written."""

MAX_PAGE: Final = 10_000
"""Records in one page of a list."""

MAX_QUOTED: Final = 500
"""Characters of a value that an error repeats."""
