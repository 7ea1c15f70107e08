"""Operations as methods: a signature says what an operation takes and gives, a docstring what it does, and the body is empty.

A class of such methods names its space (`class SalesService(Service, space="sales")`), and one that is made of a generic class says what its parameters
stand for (`class WarehousesService(MasterService[WarehouseRecord, Warehouse], space="warehouses")`). What is sent and what comes back follows from
the hints, when an operation is first called. Where a hint is for callers, what the value is lowered or read by stands beside it:
`Annotated[Filter | Mapping[str, Any], FilterOf(R)]`.
"""

from __future__ import annotations

import functools
import inspect
import types
import typing
from collections.abc import Callable, Coroutine, Iterator, Mapping
from typing import Annotated, Any, ClassVar, Concatenate, Generic, ParamSpec, TypeVar, cast, overload

from ._codec import OfModel, Operation, Page
from .pages import AsyncPages, Pages

P = ParamSpec("P")
T = TypeVar("T")
M = TypeVar("M", bound=Callable[..., Any])


class Operations:
    """A class whose methods are operations of one name space."""

    __slots__ = ()

    _space: ClassVar[str] = ""
    _stands_for: ClassVar[Mapping[Any, type[Any]]] = {}
    """What stands for the parameters of the generic class that this one is made of."""
    _made: ClassVar[dict[str, Operation[Any]]] = {}

    def __init_subclass__(cls, space: str = "", of: type[Operations] | None = None, **options: Any) -> None:
        """`of`: the class that this one is the awaited twin of, and has its name space and its documentation from."""
        super().__init_subclass__(**options)
        if of is not None:
            space, cls.__doc__ = of._space, cls.__doc__ or of.__doc__
        if space:
            cls._space, cls._made = space, {}
            generic = next((base for base in getattr(cls, "__orig_bases__", ()) if typing.get_args(base)), None)
            if generic is not None:
                parameters = cast(Any, typing.get_origin(generic)).__parameters__
                cls._stands_for = dict(zip(parameters, typing.get_args(generic), strict=True))


def operations_of(service: type[Operations]) -> Iterator[Operation[Any]]:
    """The operations of a class."""
    for _, member in inspect.getmembers(service):
        if method := getattr(member, "_operation", None):
            yield _operation(service, method)


def _declares(carry: str) -> Callable[[M], M]:
    """Makes a method of a declaration; the class carries its calls out by the method `carry`."""

    def declare(method: M) -> M:
        signature = inspect.signature(method)
        parameters = [parameter for parameter in signature.parameters.values() if parameter.name != "self"]
        wire = {parameter.name: _wire(parameter.name) for parameter in parameters}
        placed = tuple(wire[parameter.name] for parameter in parameters if parameter.kind is parameter.POSITIONAL_OR_KEYWORD)
        rest = next((wire[parameter.name] for parameter in parameters if parameter.kind is parameter.VAR_POSITIONAL), None)
        needed = frozenset(wire[parameter.name] for parameter in parameters if parameter.default is parameter.empty)
        named_only = {name: sent for name, sent in wire.items() if sent != rest}

        @functools.wraps(method)
        def call(self: Any, /, *given: Any, **named: Any) -> Any:
            arguments = dict(zip(placed, given))
            if rest is not None:
                arguments[rest] = given[len(placed) :]
            fits = rest is not None or len(given) <= len(placed)
            for name, value in named.items():
                sent = named_only.get(name)
                fits = fits and sent is not None and sent not in arguments
                arguments[sent or name] = value
            if not (fits and needed <= arguments.keys()):
                signature.bind(self, *given, **named)  # which says as Python does what does not fit
            return getattr(self, carry)(_operation(type(self), method), arguments)

        call._operation = method  # type: ignore[attr-defined]
        return cast(M, call)

    return declare


operation = _declares("_call")
"""A method that is an operation."""

pages = _declares("_pages")
"""A method that is an operation whose answers are pages; its parameter `page_size` is what the library calls `limit`."""

opens = _declares("_open")
"""A method that is an operation that opens what it gives."""


class Awaited(Generic[P, T]):
    """An operation that is awaited, for checkers; there is no object of this class."""

    @overload
    def __get__(self, service: None, owner: type[Any]) -> Callable[Concatenate[Any, P], Coroutine[Any, Any, T]]: ...
    @overload
    def __get__(self, service: object, owner: type[Any]) -> Callable[P, Coroutine[Any, Any, T]]: ...
    def __get__(self, service: object, owner: type[Any]) -> Any: ...


def awaited(method: Callable[Concatenate[Any, P], T]) -> Awaited[P, T]:
    """The operation that a method of another class declares, awaited: whoever calls carries it out, and does so in a coroutine."""
    return cast("Awaited[P, T]", method)


def _wire(name: str) -> str:
    """A parameter's name as the library has it: `from_` is `from`."""
    return name.removesuffix("_")


def _operation(service: type[Operations], method: Callable[..., Any]) -> Operation[Any]:
    made = service._made.get(method.__name__)
    if made is None:
        made = service._made[method.__name__] = _make(service, method)
    return made


def _make(service: type[Operations], method: Callable[..., Any]) -> Operation[Any]:
    hints = typing.get_type_hints(method, include_extras=True)
    required: dict[str, object] = {}
    optional: dict[str, object] = {}
    for name, parameter in inspect.signature(method).parameters.items():
        if name in ("self", "page_size"):
            continue
        if parameter.default is parameter.empty:
            required[_wire(name)] = _lowered_by(hints[name], service)
        else:
            optional[_wire(name)] = _lowered_by(_without_none(hints[name]), service)
    return Operation(f"{service._space}.{_wire(method.__name__)}", required, optional, _read_by(hints["return"], service))


def _lowered_by(hint: Any, service: type[Operations]) -> Any:
    if typing.get_origin(hint) is Annotated:
        beside = hint.__metadata__[0]
        return beside.instead(service._stands_for) if isinstance(beside, OfModel) else beside
    return _filled(hint, service)


def _read_by(hint: Any, service: type[Operations]) -> Any:
    if typing.get_origin(hint) in (Pages, AsyncPages):
        return cast(Any, Page)[typing.get_args(_filled(hint, service))[0]]
    return _lowered_by(hint, service)


def _filled(hint: Any, service: type[Operations]) -> Any:
    """A hint with what stands for the parameters in it."""
    if isinstance(hint, TypeVar):
        return service._stands_for[hint]
    parameters = getattr(hint, "__parameters__", ())
    return hint[tuple(service._stands_for[parameter] for parameter in parameters)] if parameters else hint


def _without_none(hint: Any) -> Any:
    """The hint of what is given, where it need not be."""
    if typing.get_origin(hint) not in (typing.Union, types.UnionType):
        return hint
    return typing.Union[tuple(member for member in typing.get_args(hint) if member is not type(None))]
