"""What a player says, checked for its shape before anything of it is used: the learner's code can write to the channel as well."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from drillkit.wire import WireError

_MOST = 1 << 62


@dataclass(frozen=True, slots=True, kw_only=True)
class Remarks:
    """What a player notes beside a value: steps and bytes counted, arguments and random state changed, warnings given."""

    events: int
    bytes: int
    changed: tuple[str, ...]
    random: str
    warnings: tuple[str, ...]
    now: tuple[tuple[int | str, Any], ...]
    generators: tuple[tuple[int | str, Any], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """The answer to one request: `kind` is ok, err or bad."""

    kind: str
    value: Any
    remarks: Remarks


def read(message: Any) -> Reply | tuple[int, str, list[Any], dict[str, Any]]:
    """A reply, or the number, verb and arguments of a request to call back; `WireError` for anything else."""
    if type(message) is not list or not message:
        raise _unknown()
    kind, *rest = message
    if kind == "back" and len(rest) == 4:
        return _request(*rest)
    if kind not in ("ok", "err", "bad") or len(rest) != 2 or (kind == "bad" and type(rest[0]) is not str):
        raise _unknown()
    value, remarks = rest
    return Reply(kind=kind, value=error(value) if kind == "err" else value, remarks=_remarks(remarks))


def _request(number: Any, verb: Any, args: Any, kwargs: Any) -> tuple[int, str, list[Any], dict[str, Any]]:
    if not _is_count(number) or type(verb) is not str or type(args) is not list or not _is_named(kwargs):
        raise _unknown()
    return number, verb, args, kwargs


def _remarks(given: Any) -> Remarks:
    if not _is_named(given):
        raise _unknown()
    events, size, changed = given.get("events", 0), given.get("bytes", 0), given.get("changed", [])
    random, warnings = given.get("random", ""), given.get("warnings", [])
    if not (_is_count(events) and _is_count(size) and _is_texts(changed) and type(random) is str and _is_texts(warnings)):
        raise _unknown()
    return Remarks(
        events=events,
        bytes=size,
        changed=tuple(changed),
        random=random,
        warnings=tuple(warnings),
        now=_places(given.get("now", [])),
        generators=_places(given.get("generators", [])),
    )


def _places(given: Any) -> tuple[tuple[int | str, Any], ...]:
    """Place or keyword of arguments, with what they are now."""
    if type(given) is not list or not all(type(item) is list and len(item) == 2 and type(item[0]) in (int, str) for item in given):
        raise _unknown()
    return tuple((place, value) for place, value in given)


def error(given: Any) -> dict[str, Any]:
    """An exception as `drillkit.player.describe` puts it."""
    if not _is_named(given):
        raise _unknown()
    texts = all(type(given.get(key, "")) is str for key in ("name", "module", "message"))
    number, frames = given.get("judge"), given.get("frames", [])
    ancestors = given.get("mro", [])
    if type(ancestors) is not list or not all(_is_texts(item) and len(item) == 2 for item in ancestors):
        raise _unknown()
    if not (texts and (number is None or _is_count(number)) and type(frames) is list):
        raise _unknown()
    if not all(type(frame) is list and len(frame) == 2 and _is_count(frame[0]) and type(frame[1]) is str for frame in frames):
        raise _unknown()
    for key in ("cause", "context"):
        if given.get(key) is not None:
            error(given[key])
    described: dict[str, Any] = given
    return described


def _is_count(value: Any) -> bool:
    return type(value) is int and 0 <= value < _MOST


def _is_texts(value: Any) -> bool:
    return type(value) is list and all(type(item) is str for item in value)


def _is_named(value: Any) -> bool:
    return type(value) is dict and all(type(key) is str for key in value)


def _unknown() -> WireError:
    return WireError("an unknown kind of reply")
