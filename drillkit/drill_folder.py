"""A drill's folder: parses its drill.toml strictly and reads its texts."""

from __future__ import annotations

import keyword
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from drillkit.drill import Drill, Level, Limits, Part
from drillkit.errors import InternalError

FORMAT = 1
TRACKS = (
    "retrieval",
    "preprocessing",
    "metrics",
    "evaluation",
    "optimization",
    "models",
    "neural-nets",
    "text",
    "probability",
    "pipelines",
    "debugging",
    "algorithms",
    "python",
)
ROLES = ("ml-engineer", "ai-engineer", "data-scientist", "research-engineer", "data-engineer")
_SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_CARD = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_FENCE = re.compile(r" {0,3}(```|~~~)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """One of a drill's hints, Markdown; `number` counts from 1."""

    number: int
    title: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rule:
    """What a key's value must be, in words that complete "must be"."""

    words: str
    fits: Callable[[Any], bool]
    optional: bool = False


def _is_text(value: Any) -> bool:
    return type(value) is str and bool(value.strip()) and value.isprintable()


def _is_number(low: float, high: float) -> Callable[[Any], bool]:
    return lambda value: type(value) in (int, float) and low <= value <= high


def _is_whole(low: int, high: int) -> Callable[[Any], bool]:
    return lambda value: type(value) is int and low <= value <= high


def _is_list(fits: Callable[[Any], bool], *, least: int = 1) -> Callable[[Any], bool]:
    return lambda value: type(value) is list and len(value) >= least and all(map(fits, value)) and len(set(value)) == len(value)


def _is_name(value: Any) -> bool:
    return type(value) is str and value.isidentifier() and not keyword.iskeyword(value)


def _is_test(value: Any) -> bool:
    return _is_name(value) and value.startswith("test_")


def _is_slug(value: Any) -> bool:
    return type(value) is str and _SLUG.fullmatch(value) is not None


def _is_card(value: Any) -> bool:
    return type(value) is str and _CARD.fullmatch(value) is not None


_TABLES = ("limits", "part")
_RULES = {
    "format": _Rule(words="1, the only format this version knows", fits=_is_whole(FORMAT, FORMAT)),
    "title": _Rule(words="one line of text", fits=_is_text),
    "level": _Rule(words='"E", "M" or "H"', fits=lambda value: type(value) is str and value in list(Level)),
    "minutes": _Rule(words="a whole number from 1 to 180", fits=_is_whole(1, 180)),
    "topics": _Rule(words="a list of one or more different texts", fits=_is_list(_is_text)),
    "roles": _Rule(words=f"a list of one or more of {', '.join(ROLES)}", fits=_is_list(lambda value: value in ROLES)),
    "source": _Rule(words="one line of text", fits=_is_text),
    "entry": _Rule(words="a list of one or more different Python names", fits=_is_list(_is_name)),
    "required": _Rule(words="a list of one or more different names of test functions", fits=_is_list(_is_test)),
    "stretch": _Rule(words="a list of different names of test functions", fits=_is_list(_is_test, least=0), optional=True),
    "follow_ups": _Rule(words="a list of different texts", fits=_is_list(_is_text, least=0), optional=True),
    "related": _Rule(words="a list of different slugs", fits=_is_list(_is_slug, least=0), optional=True),
    "cards": _Rule(words="a list of different ids of cards", fits=_is_list(_is_card, least=0), optional=True),
    "may_change_arguments": _Rule(words="true or false", fits=lambda value: type(value) is bool, optional=True),
}
_LIMIT_RULES = {
    "seconds": _Rule(words="a number from 0.1 to 60", fits=_is_number(0.1, 60), optional=True),
    "memory_mb": _Rule(words="a whole number from 16 to 65536", fits=_is_whole(16, 65536), optional=True),
}
_PART_RULES = {"title": _Rule(words="one line of text", fits=_is_text)}


def parse(folder: Path) -> tuple[Drill | None, tuple[str, ...]]:
    """The drill of a folder, or None and everything that is wrong in its drill.toml, a sentence each."""
    folder = folder.absolute()
    data, problem = _read_toml(folder / "drill.toml")
    if problem:
        return None, (problem,)
    problems = tuple(f"{folder / 'drill.toml'}: {text}" for text in [*_place_problems(folder), *_problems(data)])
    if problems:
        return None, problems
    return _drill(folder, data), ()


def _read_toml(path: Path) -> tuple[dict[str, Any], str]:
    import tomllib  # costs 5 ms that a warm index saves

    try:
        return tomllib.loads(path.read_bytes().decode()), ""
    except OSError as error:
        return {}, f"{path} cannot be read: {(error.strerror or str(error)).lower()}"
    except ValueError as error:
        return {}, f"{path} is not TOML in UTF-8: {error}"


def _place_problems(folder: Path) -> list[str]:
    problems, slug, track = [], folder.name, folder.parent.name
    if not _is_slug(slug):
        problems.append(f'the folder\'s name "{slug}" is not a slug; write lower-case words joined by hyphens, as in top-k')
    elif keyword.iskeyword(slug.replace("-", "_")) or slug.replace("-", "_") in sys.stdlib_module_names:
        problems.append(f'the slug "{slug}" names a Python module or keyword; call the drill something else')
    if track not in TRACKS:
        problems.append(f'the folder\'s parent "{track}" is not a track; the tracks are {", ".join(TRACKS)}')
    return problems


def _problems(data: dict[str, Any]) -> list[str]:
    limits, parts = data.get("limits", {}), data.get("part", [])
    problems = _table_problems(data, _RULES, known_tables=_TABLES)
    if type(limits) is dict:
        problems += _table_problems(limits, _LIMIT_RULES, prefix="limits.")
    else:
        problems.append("`limits` must be a table; write [limits]")
    if type(parts) is list and all(type(part) is dict for part in parts):
        for number, part in enumerate(parts, start=1):
            problems += _table_problems(part, _PART_RULES, prefix=f"part {number}: ")
    else:
        problems.append("`part` must be a list of tables; write [[part]]")
    if not problems:
        both = [name for name in data["required"] if name in data.get("stretch", [])]
        problems += [f"`{name}` is in `required` and in `stretch`; take it out of one" for name in both]
    return problems


def _table_problems(data: dict[str, Any], rules: dict[str, _Rule], *, prefix: str = "", known_tables: tuple[str, ...] = ()) -> list[str]:
    problems = [
        f"unknown key `{prefix}{key}`; remove it, or write one of {', '.join([*rules, *known_tables])}"
        for key in data
        if key not in rules and key not in known_tables
    ]
    for key, rule in rules.items():
        if key not in data and not rule.optional:
            problems.append(f"`{prefix}{key}` is missing; it must be {rule.words}")
        if key in data and not rule.fits(data[key]):
            problems.append(f"`{prefix}{key}` must be {rule.words}, not {_shown(data[key])}")
    return problems


def _shown(value: Any) -> str:
    text = ("true" if value else "false") if type(value) is bool else repr(value)
    return text if len(text) <= 60 else text[:59] + "…"


def _drill(folder: Path, data: dict[str, Any]) -> Drill:
    fields: dict[str, Any] = {
        key: tuple(value) if type(value) is list else value for key, value in data.items() if key not in ("format", *_TABLES)
    }
    fields["level"] = Level(data["level"])
    fields["limits"] = Limits(**{key: type(getattr(Limits(), key))(value) for key, value in data.get("limits", {}).items()})
    fields["parts"] = tuple(Part(number=number, title=part["title"]) for number, part in enumerate(data.get("part", []), start=1))
    return Drill(slug=folder.name, track=folder.parent.name, folder=folder, **fields)


def read_bytes(drill: Drill, name: str) -> bytes:
    """The bytes of one file of a drill; InternalError when it cannot be read."""
    path = drill.folder / name
    try:
        return path.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise InternalError(f"{path} cannot be read: {reason}", hint=f"the drill is not complete: see drill verify {drill.slug}") from error


def read_text(drill: Drill, name: str) -> str:
    """The text of one file of a drill, with plain line ends; InternalError when it cannot be read or is not UTF-8."""
    try:
        text = read_bytes(drill, name).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InternalError(f"{drill.folder / name} is not UTF-8: {error.reason}", hint="save it as UTF-8") from error
    return text.replace("\r\n", "\n")


def read_hints(drill: Drill) -> tuple[Hint, ...]:
    """The hints of a drill, each opened by a `## ` heading in hints.md; InternalError when there are none.

    A line inside a fence opens nothing, and what stands before the first heading belongs to no hint.
    """
    sections: list[tuple[str, list[str]]] = []
    fenced = False
    for line in read_text(drill, "hints.md").splitlines():
        fenced ^= _FENCE.match(line) is not None
        if line.startswith("## ") and not fenced:
            sections.append((line[3:].strip(), []))
        elif sections:
            sections[-1][1].append(line)
    if not sections:
        raise InternalError(f"{drill.folder / 'hints.md'} holds no hint", hint="open each hint by a line `## Title`")
    return tuple(Hint(number=number, title=title, body="\n".join(body).strip()) for number, (title, body) in enumerate(sections, start=1))
