"""The native module: calls and replies as JSON text."""

from typing import final

__all__ = ["Completions", "Native"]

@final
class Native:
    """An open library."""

    @staticmethod
    def open(url: str) -> Native | bytes:
        """Opens a database by its URL."""
    def call(self, session: int | None, operation: str, key: str | None, arguments: bytes) -> bytes:
        """Runs a call on this thread and gives its reply."""
    def start(
        self, completions: Completions, ticket: int, session: int | None, operation: str, key: str | None, arguments: bytes
    ) -> None:
        """Starts a call, whose reply will be among those of `completions`, under the ticket."""
    def release(self, session: int) -> None:
        """Says that a session is not used any more."""
    def close(self) -> bytes:
        """Waits for calls that run, then closes. Gives a reply."""

@final
class Completions:
    """Replies of calls that one event loop started."""

    @staticmethod
    def open() -> tuple[Completions, int]:
        """A queue, and the file descriptor of a socket that becomes readable when replies are there. The caller owns the socket."""
    def finished(self) -> list[tuple[int, bytes]]:
        """Takes the replies that are there, each with its ticket. To be called after the socket was read empty."""
