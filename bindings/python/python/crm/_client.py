"""How calls reach the library: on the caller's thread, or beside an event loop.

The synchronous path frees the interpreter for as long as a call runs. The asynchronous path starts the call on the library's own threads
and is woken through a socket, so that no thread of the library ever enters Python.
"""

from __future__ import annotations

import asyncio
import itertools
import os
import random
import socket
import time
import weakref
from collections.abc import Awaitable, Callable, Coroutine, Generator, Iterable, Mapping
from types import TracebackType
from typing import Any, ClassVar, Generic, NoReturn, TypeVar, Union, overload
from uuid import UUID

import msgspec

from . import errors
from ._codec import Operation, Page, Unfit, check, text
from ._limits import MAX_PAGE
from ._native import Completions, Native
from ._operations import Operations
from .codes import Code
from .pages import AsyncPages, Pages

T = TypeVar("T")
O = TypeVar("O", bound=Operations)
Location = Union[str, "os.PathLike[str]"]


def _url(location: Location) -> str:
    return _said("url", location if isinstance(location, str) else f"sqlite:{os.fsdecode(location)}")


def _said(name: str, value: str) -> str:
    """A text that the library can be told."""
    try:
        return text(value)
    except Unfit as unfit:
        raise unfit.inside(name).error("") from None


def _key(key: object) -> str:
    """An idempotency key, which is never left out by mistake."""
    if isinstance(key, UUID):
        return str(key)
    if not isinstance(key, str):
        got = "None" if key is None else type(key).__name__
        raise Unfit(errors.ArgumentTypeError, f"expected a str or a UUID, found {got}").inside("key").error("")
    if not key:
        raise Unfit(errors.ArgumentValueError, "it is empty").inside("key").error("")
    return _said("key", key)


def open_native(location: Location) -> Native:
    """Opens a database: a URL, or the path of an SQLite file."""
    opened = Native.open(_url(location))
    if isinstance(opened, bytes):
        check(opened)
        raise errors.InternalError("bindings.reply", "the library was not opened and gave no reason")
    return opened


class Handle:
    """A session of the library, released when the last Python object that uses it goes."""

    __slots__ = ("__weakref__", "id")

    def __init__(self, native: Native, session: int) -> None:
        self.id = session
        # Not at the end of the process: there the library may be closed by then, and goes as a whole. Not after a fork: the session is the parent's.
        weakref.finalize(self, _release, native, session, os.getpid()).atexit = False


def _release(native: Native, session: int, owner: int) -> None:
    if os.getpid() == owner:
        native.release(session)


class Opened(msgspec.Struct):
    """The answer to what opens a session: its number."""

    session: int


class Caller:
    """Makes calls on the caller's thread, in a session or outside of one, with an idempotency key or without."""

    __slots__ = ("_handle", "_native", "key")

    def __init__(self, native: Native, handle: Handle | None = None, key: str | None = None) -> None:
        self._native = native
        self._handle = handle
        self.key = key

    def call(self, operation: Operation[T], arguments: Mapping[str, object]) -> T:
        return self.send(operation, operation.lower(arguments))

    def send(self, operation: Operation[T], lowered: Mapping[str, object]) -> T:
        """Makes a call whose arguments are checked already."""
        session = self._handle.id if self._handle is not None else None
        return operation.read(self._native.call(session, operation.name, self.key, operation.encode(lowered)), lowered)

    def opened(self, operation: Operation[Opened], arguments: Mapping[str, object]) -> Caller:
        """Opens a session."""
        return self.within(self.call(operation, arguments).session)

    def within(self, session: int) -> Caller:
        return Caller(self._native, Handle(self._native, session))

    def idempotent(self, key: str | UUID) -> Caller:
        return Caller(self._native, self._handle, _key(key))

    def close(self) -> None:
        check(self._native.close())


class Bridge:
    """Calls of one event loop that wait for their replies."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._tickets = itertools.count()
        self._waiting: dict[int, asyncio.Future[bytes]] = {}
        self._completions, descriptor = Completions.open()
        self._socket = socket.socket(fileno=descriptor)
        self._socket.setblocking(False)
        self._reader: asyncio.Task[None] | None = None
        self._closing = False
        try:
            loop.add_reader(self._socket, self._drain)
        except NotImplementedError:  # the Proactor loop of Windows
            self._reader = loop.create_task(self._read())

    async def call(self, native: Native, session: int | None, operation: str, key: str | None, arguments: bytes) -> bytes:
        ticket = next(self._tickets)
        future: asyncio.Future[bytes] = self._loop.create_future()
        self._waiting[ticket] = future
        try:
            native.start(self._completions, ticket, session, operation, key, arguments)
        except BaseException:
            del self._waiting[ticket]
            raise
        return await future

    def _drain(self) -> None:
        try:
            self._socket.recv(4096)
        except BlockingIOError:
            pass
        self._resolve()

    async def _read(self) -> None:
        while await self._loop.sock_recv(self._socket, 4096):
            self._resolve()

    def _resolve(self) -> None:
        for ticket, reply in self._completions.finished():
            future = self._waiting.pop(ticket)
            if not future.done():  # nobody waits where the caller was cancelled
                future.set_result(reply)
        # A reply that is still on its way to somebody who no longer waits for it holds nothing up: the loop may end before it comes.
        if self._closing and all(future.done() for future in self._waiting.values()):
            self._stop()

    def close(self) -> None:
        """Takes no more calls, and stops when nobody waits for a reply."""
        self._closing = True
        if self._loop.is_closed():
            self._socket.close()
        else:
            self._resolve()

    def _stop(self) -> None:
        if self._reader is None:
            self._loop.remove_reader(self._socket)
        else:
            self._reader.cancel()
        self._socket.close()


class Bridges:
    """The bridge of each event loop that uses a library."""

    __slots__ = ("_by_loop", "_closed", "_owner")

    def __init__(self) -> None:
        self._by_loop: dict[asyncio.AbstractEventLoop, Bridge] = {}
        self._owner = os.getpid()
        self._closed = False

    def of_running_loop(self) -> Bridge | None:
        """None where the library refuses every call at once: after it was closed, and in a forked process, whose sockets are the parent's."""
        if self._closed or os.getpid() != self._owner:
            return None
        loop = asyncio.get_running_loop()
        bridge = self._by_loop.get(loop)
        if bridge is None:
            self._close(ended for ended in list(self._by_loop) if ended.is_closed())
            bridge = self._by_loop[loop] = Bridge(loop)
        return bridge

    def close(self) -> None:
        """What a forked process closes is its parent's, and stays as it is."""
        self._closed = True
        if os.getpid() == self._owner:
            self._close(list(self._by_loop))

    def _close(self, loops: Iterable[asyncio.AbstractEventLoop]) -> None:
        for loop in loops:
            bridge = self._by_loop.pop(loop, None)  # another thread may have been first
            if bridge is None:
                continue
            if loop.is_closed() or loop is asyncio.get_running_loop():
                bridge.close()
            else:
                loop.call_soon_threadsafe(bridge.close)


class AsyncCaller:
    """Makes calls beside the running event loop; otherwise as `Caller`."""

    __slots__ = ("_bridges", "_handle", "_native", "key")

    def __init__(self, native: Native, bridges: Bridges, handle: Handle | None = None, key: str | None = None) -> None:
        self._native = native
        self._bridges = bridges
        self._handle = handle
        self.key = key

    async def call(self, operation: Operation[T], arguments: Mapping[str, object]) -> T:
        return await self.send(operation, operation.lower(arguments))

    async def send(self, operation: Operation[T], lowered: Mapping[str, object]) -> T:
        """Makes a call whose arguments are checked already."""
        session = self._handle.id if self._handle is not None else None
        encoded = operation.encode(lowered)
        bridge = self._bridges.of_running_loop()
        if bridge is None:
            return operation.read(self._native.call(session, operation.name, self.key, encoded), lowered)
        return operation.read(await bridge.call(self._native, session, operation.name, self.key, encoded), lowered)

    async def opened(self, operation: Operation[Opened], arguments: Mapping[str, object]) -> AsyncCaller:
        """Opens a session. One whose caller was cancelled is given back, as nobody has it."""

        async def open_() -> AsyncCaller:
            return self.within((await self.call(operation, arguments)).session)

        return await asyncio.shield(open_())

    def within(self, session: int) -> AsyncCaller:
        return AsyncCaller(self._native, self._bridges, Handle(self._native, session))

    def idempotent(self, key: str | UUID) -> AsyncCaller:
        return AsyncCaller(self._native, self._bridges, self._handle, _key(key))

    async def close(self) -> None:
        reply = await asyncio.to_thread(self._native.close)
        self._bridges.close()
        check(reply)


def _paged(operation: Operation[Page[T]], arguments: dict[str, Any]) -> tuple[dict[str, object], str | None, int | None]:
    """What to ask for a page with, where the first page begins, and how many records are wanted in all."""
    after, page_size = arguments.get("after"), arguments.pop("page_size", None)
    lowered = operation.lower(arguments)
    limit = lowered.pop("limit", None)
    if isinstance(limit, int) and limit < 1:
        raise Unfit(errors.ArgumentValueError, f"{limit} is less than 1").inside("limit").error(operation.name)
    if page_size is not None and (not isinstance(page_size, int) or isinstance(page_size, bool)):
        problem = f"expected an int, found a {type(page_size).__name__}"
        raise Unfit(errors.ArgumentTypeError, problem).inside("page_size").error(operation.name)
    if page_size is not None and page_size < 1:
        raise Unfit(errors.ArgumentValueError, f"{page_size} is less than 1").inside("page_size").error(operation.name)
    sizes = [size for size in (page_size, limit) if isinstance(size, int)]
    if sizes:
        # A size that was asked for is the library's to judge; a limit is no size, and may be beyond the largest page.
        lowered["limit"] = min(sizes) if page_size is not None else min(sizes[0], MAX_PAGE)
    return lowered, after, limit if isinstance(limit, int) else None


MAX_RETRIES = 10
"""Times that a change by a function begins again, because somebody else has changed the record meanwhile."""

_SHORTEST_ATTEMPT = 0.002
_LONGEST_PAUSE = 2.0


def _refuse_key(key: str | None) -> None:
    """A change by a function takes no key: the same change to another version is another call."""
    if key is not None:
        raise Unfit(errors.ArgumentValueError, "`modify` takes no key; `patch` and `update` do").inside("key").error("modify")


class _Attempts:
    """Attempts that are made again after a conflict. The pause before the next is longer each time, and measured by how long an attempt takes: on a busy
    machine, where all take long, those who began again together have to come further apart to get past each other."""

    __slots__ = ("_conflicts", "_started")

    def __init__(self) -> None:
        self._conflicts = 0
        self._started = time.monotonic()

    def pause_after(self, error: errors.CrmError) -> float:
        """The pause before the next attempt; raises the error if there is to be none."""
        if self._conflicts == MAX_RETRIES or error.code != Code.VERSION_CONFLICT:
            raise error
        took = max(time.monotonic() - self._started, _SHORTEST_ATTEMPT)
        longest = min(took * 2**self._conflicts, _LONGEST_PAUSE)
        self._conflicts += 1
        return random.uniform(0, longest)

    def begin(self) -> None:
        self._started = time.monotonic()


def _changed(record: T, change: Callable[[T], T | None]) -> T:
    other = change(record)
    return record if other is None else other


class Service(Operations):
    """Operations of one name space."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def _call(self, operation: Operation[T], arguments: Mapping[str, object]) -> T:
        return self._caller.call(operation, arguments)

    def _pages(self, operation: Operation[Page[T]], arguments: dict[str, Any]) -> Pages[T]:
        lowered, after, limit = _paged(operation, arguments)
        return Pages(operation, lambda place: self._caller.send(operation, {**lowered, **place}), after, limit)

    def _modify(self, get: Callable[[UUID], T], update: Callable[[T], T], id: UUID, change: Callable[[T], T | None]) -> T:
        _refuse_key(self._caller.key)
        attempts = _Attempts()
        while True:
            attempts.begin()
            record = _changed(get(id), change)
            try:
                return update(record)
            except errors.CrmError as error:
                time.sleep(attempts.pause_after(error))


class AsyncService(Operations):
    """Operations of one name space, awaited."""

    __slots__ = ("_caller",)

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    def _call(self, operation: Operation[T], arguments: Mapping[str, object]) -> Coroutine[Any, Any, T]:
        return self._caller.call(operation, arguments)

    def _pages(self, operation: Operation[Page[T]], arguments: dict[str, Any]) -> AsyncPages[T]:
        lowered, after, limit = _paged(operation, arguments)
        return AsyncPages(operation, lambda place: self._caller.send(operation, {**lowered, **place}), after, limit)

    async def _modify(self, get: Callable[[UUID], Awaitable[T]], update: Callable[[T], Awaitable[T]], id: UUID, change: Callable[[T], T | None]) -> T:
        _refuse_key(self._caller.key)
        attempts = _Attempts()
        while True:
            attempts.begin()
            record = _changed(await get(id), change)
            try:
                return await update(record)
            except errors.CrmError as error:
                await asyncio.sleep(attempts.pause_after(error))


class SessionBase(Service):
    """An operator who acts in a company."""

    __slots__ = ()

    _sent: ClassVar[Any] = Opened

    def idempotent(self: S, key: str | UUID) -> S:
        """The same session, whose writes carry an idempotency key: the same call under the same key again gives the first answer and posts nothing more;
        another call under it is refused. So a key is for one call."""
        return type(self)(self._caller.idempotent(key))


class AsyncSessionBase(AsyncService):
    """An operator who acts in a company, awaited."""

    __slots__ = ()

    _sent: ClassVar[Any] = Opened

    def idempotent(self: AS, key: str | UUID) -> AS:
        """The same session, whose writes carry an idempotency key: the same call under the same key again gives the first answer and posts nothing more;
        another call under it is refused. So a key is for one call."""
        return type(self)(self._caller.idempotent(key))


class Offered(Generic[O]):
    """A service of a session."""

    def __init__(self, service: Callable[[Any], O]) -> None:
        self._service = service
        self.__doc__ = service.__doc__

    @overload
    def __get__(self, session: None, owner: type[Any]) -> Offered[O]: ...
    @overload
    def __get__(self, session: Service | AsyncService, owner: type[Any]) -> O: ...
    def __get__(self, session: Service | AsyncService | None, owner: type[Any]) -> Offered[O] | O:
        return self if session is None else self._service(session._caller)

    def __set__(self, session: object, value: NoReturn) -> None:
        raise AttributeError("a service of a session cannot be replaced")


class CrmBase(Service):
    """An open library; `with` closes it in the end."""

    __slots__ = ()

    def __init__(self, caller: Caller) -> None:
        if not isinstance(caller, Caller):
            raise TypeError("use `Crm.open` to open a library")
        super().__init__(caller)

    @classmethod
    def open(cls: type[C], location: Location) -> C:
        """Opens a database.

        location: a URL (`sqlite:books.db`, `postgres://host/erp`), or the path of an SQLite file as `os.PathLike`. While an SQLite file is open, no
        other SQLite of this process may open it, such as Python's own module `sqlite3`: what is committed would be lost. Other processes may.

        Raises `CrmError` where it cannot be opened.
        """
        return cls(Caller(open_native(location)))

    def _open(self, operation: Operation[Any], arguments: Mapping[str, object]) -> Any:
        return operation.result(self._caller.opened(operation, arguments))

    def close(self) -> None:
        """Waits for calls that run, then closes. A later call raises `CrmError` with the code `bindings.closed`."""
        self._caller.close()

    def __enter__(self: C) -> C:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()


class AsyncCrmBase(AsyncService):
    """An open library, for asyncio; `async with` closes it in the end.

    A coroutine that is cancelled stops waiting; its call may still take place. Give a call that must not happen twice a key.
    """

    __slots__ = ()

    def __init__(self, caller: AsyncCaller) -> None:
        if not isinstance(caller, AsyncCaller):
            raise TypeError("use `AsyncCrm.open` to open a library")
        super().__init__(caller)

    @classmethod
    def open(cls: type[AC], location: Location) -> Opening[AC]:
        """Opens a database: `async with AsyncCrm.open(..) as crm`, or `crm = await AsyncCrm.open(..)`.

        location: as for `Crm.open`.

        Raises `CrmError` where it cannot be opened.
        """
        return Opening(location, cls)

    async def _open(self, operation: Operation[Any], arguments: Mapping[str, object]) -> Any:
        return operation.result(await self._caller.opened(operation, arguments))

    async def close(self) -> None:
        """Waits for calls that run, then closes. A later call raises `CrmError` with the code `bindings.closed`."""
        await self._caller.close()

    async def __aenter__(self: AC) -> AC:
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await self.close()


S = TypeVar("S", bound=SessionBase)
AS = TypeVar("AS", bound=AsyncSessionBase)
C = TypeVar("C", bound=CrmBase)
AC = TypeVar("AC", bound=AsyncCrmBase)


class Opening(Generic[AC]):
    """A library that is being opened: `await` it, or use it with `async with`, which closes it in the end."""

    def __init__(self, location: Location, made: type[AC]) -> None:
        self._location = location
        self._made = made
        self._opened: AC | None = None

    def __await__(self) -> Generator[Any, None, AC]:
        return self._open().__await__()

    async def _open(self) -> AC:
        native = await asyncio.to_thread(open_native, self._location)
        return self._made(AsyncCaller(native, Bridges()))

    async def __aenter__(self) -> AC:
        self._opened = await self._open()
        return self._opened

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._opened is not None:
            await self._opened.close()

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(f"`{name}`: the library is not open yet; write `await AsyncCrm.open(..)`, or `async with`")
