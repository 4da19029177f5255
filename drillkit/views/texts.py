"""Texts made safe and short for one screen, and numbers in the words a learner reads."""

from __future__ import annotations

import math
import re

_SEQUENCES = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)?|\x1b[ -/]*[0-~]?")
_SHAPE = re.compile(r"(\w+=)?array of shape \([^)]*\)(, \w+)?")
_TAB = "    "


def clean(text: str) -> str:
    """`text` without terminal sequences and control characters; line ends stay, tabs become spaces."""
    plain = _SEQUENCES.sub("", text).replace("\r\n", "\n").replace("\r", "\n").replace("\t", _TAB)
    return "".join(char for char in plain if char == "\n" or char.isprintable())


def one_line(text: str) -> str:
    """`text` made safe, on one line."""
    return " ".join(clean(text).split("\n")).strip()


def shortened(text: str, limit: int) -> str:
    """At most `limit` characters of `text`: its middle gives way, since both ends of a call say something."""
    if len(text) <= limit:
        return text
    tail = min(limit // 3, 40)
    return f"{text[: limit - tail - 3].rstrip()} … {text[len(text) - tail :].lstrip()}"


def short_call(text: str, limit: int) -> str:
    """A call in at most `limit` characters where that can be: its longest arguments give way, so that the short ones stay whole."""
    name, opening, rest = text.partition("(")
    if len(text) <= limit or not rest.endswith(")"):
        return shortened(text, limit)
    arguments = _arguments(rest[:-1])
    room = limit - len(name) - 2 * len(arguments)
    while sum(map(len, arguments)) > room:
        longest = max(range(len(arguments)), key=lambda place: len(arguments[place]))
        shorter = _short_argument(arguments[longest])
        if len(shorter) >= len(arguments[longest]):
            break
        arguments[longest] = shorter
    return shortened(f"{name}{opening}{', '.join(arguments)})", limit)


def _arguments(text: str) -> list[str]:
    """Arguments parted at the commas that stand in no bracket and no string."""
    found, depth, quote, start = [], 0, "", 0
    for place, char in enumerate(text):
        if quote:
            quote = "" if char == quote and text[place - 1] != "\\" else quote
        elif char in "'\"":
            quote = char
        elif char in "([{":
            depth += 1
        elif char in ")]}":
            depth -= 1
        elif char == "," and depth == 0:
            found.append(text[start:place].strip())
            start = place + 1
    return [*found, text[start:].strip()]


def _short_argument(text: str) -> str:
    """An argument with less of its values: an array keeps its shape."""
    shape = _SHAPE.match(text)
    if shape is not None and len(text) > shape.end() + 4:
        return shape.group() + " […]"
    return text if len(text) < 20 else text[: len(text) * 2 // 3].rstrip(" ,…") + "…"


def first_lines(text: str, limit: int | None, *, more: str = "") -> str:
    """The first `limit` lines of `text`, made safe, and how many were left out; None means all."""
    lines = clean(text).rstrip("\n").split("\n")
    if limit is None or len(lines) <= limit:
        return "\n".join(lines)
    return "\n".join([*lines[:limit], f"… {counted(len(lines) - limit, 'more line')}{more}"])


def clock(seconds: float) -> str:
    """Time used, in whole seconds: `7:12`, `1:02:03`."""
    minutes, rest = divmod(max(0, math.floor(seconds)), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def remaining(seconds: float) -> str:
    """Time left: rounded up, so that used and left add up to the timer."""
    return clock(math.ceil(seconds))


def took(seconds: float) -> str:
    """How long the machine took: `0.31 s`, `12 s`."""
    return f"{seconds:.2f} s" if seconds < 10 else f"{seconds:.0f} s"


def counted(number: int, singular: str, plural: str | None = None) -> str:
    """`1 hint`, `2 hints`."""
    return f"{number} {singular if number == 1 else plural or singular + 's'}"
