"""Files that go in: by a path on this machine, or as what they hold."""

from __future__ import annotations

import os
from typing import Protocol, Union, runtime_checkable

__all__ = ["FilePath", "FileSource", "Readable", "Source"]


@runtime_checkable
class Readable(Protocol):
    """A stream of bytes, such as an open file."""

    def read(self, size: int, /) -> bytes: ...


class Source:
    """What a file holds, with the name that it had: `Source(data, "opening.csv")`. The name says of what format it is; without one the bytes do.

    contents: bytes, or a stream, which is read to its end and stays open.
    name: the name of the file; of a stream, what it calls itself if nothing is said.
    """

    __slots__ = ("contents", "name")

    def __init__(self, contents: bytes | bytearray | memoryview | Readable, name: str | None = None) -> None:
        self.contents = contents
        self.name = name


FilePath = Union[str, os.PathLike[str]]
"""The path of a file on this machine."""

FileSource = Union[str, os.PathLike[str], bytes, bytearray, memoryview, Readable, Source]
"""A file that is read: its path, its bytes, or a stream of them."""
