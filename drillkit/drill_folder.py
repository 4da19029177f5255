"""A drill's folder: parses its drill.toml strictly and reads its texts."""

from __future__ import annotations

import keyword
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from drillkit.drill import Drill, Level, Limits, Part
from drillkit.errors import InternalError
from drillkit.keys import Rule, is_list, is_number, is_text, is_whole, read_toml, table_problems

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
_SOLUTION = re.compile(r"\*|reference\.py|accepted/[^/]+\.py")
_FENCE = re.compile(r" {0,3}(```|~~~)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """One of a drill's hints, Markdown; `number` counts from 1."""

    number: int
    title: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Equivalent:
    """A mutant that no test can kill, and why: `file` is reference.py, accepted/x.py, or * for all of them, `mutant` its key."""

    file: str
    mutant: str
    reason: str


def _is_name(value: Any) -> bool:
    return type(value) is str and value.isidentifier() and not keyword.iskeyword(value)


def _is_test(value: Any) -> bool:
    return _is_name(value) and value.startswith("test_")


def _is_slug(value: Any) -> bool:
    return type(value) is str and _SLUG.fullmatch(value) is not None


def _is_card(value: Any) -> bool:
    return type(value) is str and _CARD.fullmatch(value) is not None


def _is_solution(value: Any) -> bool:
    return type(value) is str and _SOLUTION.fullmatch(value) is not None


_TABLES = ("limits", "part", "equivalent")
_RULES = {
    "format": Rule(words="1, the only format this version knows", fits=is_whole(FORMAT, FORMAT)),
    "title": Rule(words="one line of text", fits=is_text),
    "level": Rule(words='"E", "M" or "H"', fits=lambda value: type(value) is str and value in list(Level)),
    "minutes": Rule(words="a whole number from 1 to 180", fits=is_whole(1, 180)),
    "topics": Rule(words="a list of one or more different texts", fits=is_list(is_text)),
    "roles": Rule(words=f"a list of one or more of {', '.join(ROLES)}", fits=is_list(lambda value: value in ROLES)),
    "source": Rule(words="one line of text", fits=is_text),
    "entry": Rule(words="a list of one or more different Python names", fits=is_list(_is_name)),
    "required": Rule(words="a list of one or more different names of test functions", fits=is_list(_is_test)),
    "stretch": Rule(words="a list of different names of test functions", fits=is_list(_is_test, least=0), optional=True),
    "follow_ups": Rule(words="a list of different texts", fits=is_list(is_text, least=0), optional=True),
    "related": Rule(words="a list of different slugs", fits=is_list(_is_slug, least=0), optional=True),
    "cards": Rule(words="a list of different ids of cards", fits=is_list(_is_card, least=0), optional=True),
    "may_change_arguments": Rule(words="true or false", fits=lambda value: type(value) is bool, optional=True),
}
_LIMIT_RULES = {
    "seconds": Rule(words="a number from 0.1 to 60", fits=is_number(0.1, 60), optional=True),
    "memory_mb": Rule(words="a whole number from 16 to 65536", fits=is_whole(16, 65536), optional=True),
}
_PART_RULES = {"title": Rule(words="one line of text", fits=is_text)}
_EQUIVALENT_RULES = {
    "file": Rule(words='"reference.py", "accepted/NAME.py", or "*" for all of them', fits=_is_solution),
    "mutant": Rule(words="the key of a mutant, on one line", fits=is_text),
    "reason": Rule(words="one line of text", fits=is_text),
}


def parse(folder: Path) -> tuple[Drill | None, tuple[str, ...]]:
    """The drill of a folder, or None and everything that is wrong in its drill.toml, a sentence each."""
    folder = folder.absolute()
    data, problem = read_toml(folder / "drill.toml")
    if problem:
        return None, (problem,)
    problems = tuple(f"{folder / 'drill.toml'}: {text}" for text in [*_place_problems(folder), *_problems(data)])
    if problems:
        return None, problems
    return _drill(folder, data), ()


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
    limits = data.get("limits", {})
    problems = table_problems(data, _RULES, known_tables=_TABLES)
    if type(limits) is dict:
        problems += table_problems(limits, _LIMIT_RULES, prefix="limits.")
    else:
        problems.append("`limits` must be a table; write [limits]")
    for name, rules in (("part", _PART_RULES), ("equivalent", _EQUIVALENT_RULES)):
        problems += _list_problems(name, data.get(name, []), rules)
    if not problems:
        both = [name for name in data["required"] if name in data.get("stretch", [])]
        problems += [f"`{name}` is in `required` and in `stretch`; take it out of one" for name in both]
    return problems


def _list_problems(name: str, tables: Any, rules: dict[str, Rule]) -> list[str]:
    if type(tables) is not list or not all(type(table) is dict for table in tables):
        return [f"`{name}` must be a list of tables; write [[{name}]]"]
    problems = []
    for number, table in enumerate(tables, start=1):
        problems += table_problems(table, rules, prefix=f"{name} {number}: ")
    return problems


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


def read_equivalents(drill: Drill) -> tuple[Equivalent, ...]:
    """The mutants that drill.toml lists as equivalent; InternalError when the file is not as it must be."""
    path = drill.folder / "drill.toml"
    data, problem = read_toml(path)
    tables = data.get("equivalent", [])
    problems = [problem] if problem else [f"{path}: {text}" for text in _list_problems("equivalent", tables, _EQUIVALENT_RULES)]
    if problems:
        raise InternalError(problems[0], hint=f"mend the drill, then run drill verify {drill.slug}")
    return tuple(Equivalent(**table) for table in tables)


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
