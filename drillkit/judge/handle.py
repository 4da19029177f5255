"""The base of everything that stands for an object of the learner's code on the judge's side."""

from __future__ import annotations

from typing import Any


class Remote:
    """A handle on an object that lives in the player.  Never equal to plain data."""

    __slots__ = ()


def is_remote(value: Any) -> bool:
    """Whether `value` stands for an object of the learner's code (looked up on its real type, so nothing can pose as one)."""
    return issubclass(type(value), Remote) or (isinstance(value, type) and issubclass(type(value), RemoteType))


class RemoteType(type):
    """Metaclass of the classes that stand for the learner's classes."""
