"""Enums whose members have documentation."""

from __future__ import annotations

import enum
from typing import Any


class _Documented(enum.EnumMeta):
    """Says in an enum's documentation what its members are."""

    def __new__(metacls, name: str, bases: tuple[type[Any], ...], members: Any, **options: Any) -> _Documented:
        made = super().__new__(metacls, name, bases, members, **options)
        about = "\n".join(f"{name}: {member.__doc__}" for name, member in made._member_map_.items() if vars(member).get("__doc__"))
        made.__doc__ = "\n\n".join(filter(None, (made.__doc__, about)))
        return made


class Choice(enum.Enum, metaclass=_Documented):
    """One of several texts, each with what it means: `HALF_EVEN = "half_even", "To the even neighbour."`"""

    _value_: str

    def __new__(cls, value: str, doc: str = "") -> Choice:
        choice = object.__new__(cls)
        choice._value_ = value
        choice.__doc__ = doc or None
        return choice

    @property
    def value(self) -> str:
        """The text."""
        return self._value_
