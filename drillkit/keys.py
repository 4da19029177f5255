"""Strict reading of TOML: which keys a table may have, what their values must be, and what is wrong in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Fits = Callable[[Any], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What a key's value must be, in words that complete "must be"."""

    words: str
    fits: Fits
    optional: bool = False


def read_toml(path: Path) -> tuple[dict[str, Any], str]:
    """The table of a file, or what is wrong with the file as a whole."""
    import tomllib  # costs 5 ms that a warm index saves

    try:
        return tomllib.loads(path.read_bytes().decode("utf-8-sig")), ""
    except OSError as error:
        return {}, f"{path} cannot be read: {(error.strerror or str(error)).lower()}"
    except (ValueError, RecursionError) as error:
        return {}, f"{path} is not TOML in UTF-8: {error}"


def table_problems(
    data: Mapping[str, Any], rules: Mapping[str, Rule], *, prefix: str = "", known_tables: tuple[str, ...] = ()
) -> list[str]:
    """Everything that is wrong in one table: unknown, missing and unfit keys, a sentence each."""
    problems = [
        f"unknown key `{prefix}{key}`; remove it, or write one of {', '.join([*rules, *known_tables])}"
        for key in data
        if key not in rules and key not in known_tables
    ]
    for key, rule in rules.items():
        if key not in data and not rule.optional:
            problems.append(f"`{prefix}{key}` is missing; it must be {rule.words}")
        if key in data and not rule.fits(data[key]):
            problems.append(f"`{prefix}{key}` must be {rule.words}, not {shown(data[key])}")
    return problems


def shown(value: Any) -> str:
    """A value as a message quotes it."""
    text = ("true" if value else "false") if type(value) is bool else repr(value)
    return text if len(text) <= 60 else text[:59] + "…"


def is_text(value: Any) -> bool:
    """Whether it is one line of text that is not empty."""
    return type(value) is str and bool(value.strip()) and value.isprintable()


def is_number(low: float, high: float) -> Fits:
    """Whether it is a number within the bounds."""
    return lambda value: type(value) in (int, float) and low <= value <= high


def is_whole(low: int, high: int) -> Fits:
    """Whether it is a whole number within the bounds."""
    return lambda value: type(value) is int and low <= value <= high


def is_list(fits: Fits, *, least: int = 1) -> Fits:
    """Whether it is a list of at least so many different values that fit."""
    return lambda value: type(value) is list and len(value) >= least and all(map(fits, value)) and len(set(value)) == len(value)
