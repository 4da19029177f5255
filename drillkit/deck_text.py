"""Cards in other texts: question-and-answer Markdown and tables read into rows, and rows written as TOML."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from drillkit.errors import DrillError

_OPENS = re.compile(r"\s{0,3}(?:#+\s*)?\**([QA])(?:uestion|nswer)?\**\s*:\**\s*(.*)", re.IGNORECASE)
_HEADING = re.compile(r"(#{1,6})\s+(.*)")
_BULLET = re.compile(r"\s*(?:[-*+•]|\d+[.)])\s+(.*)")
_FENCE = re.compile(r"\s{0,3}(```|~~~)")
_HINT = "nothing was imported: mend the file, then import it again"
_COLUMNS = {"front": "question", "back": "answer", "points": "core", "tags": "topics", "topic": "topics", "guid": "id"}
_KNOWN = ("question", "answer", "id", "level", "core", "bonus", "topics")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One card as it was read, with the line it begins on: keys and values of a deck's TOML."""

    line: int
    fields: dict[str, Any]


def markdown(path: Path, text: str) -> tuple[str, list[Row]]:
    """Cards opened by `Q:` and answered by `A:`; bullets of an answer are its points, a first `#` heading is the title.

    Headings between cards become their topic.
    """
    title, topic, fenced = "", "", False
    rows: list[Row] = []
    into = ""
    for number, line in enumerate(text.splitlines(), start=1):
        fence, opens, heading = _FENCE.match(line), _OPENS.fullmatch(line), _HEADING.fullmatch(line)
        if fence or fenced:
            fenced ^= fence is not None
            opens = heading = None
        if opens:
            into = _open(path, number, rows, into, opens, topic)
        elif heading:
            title, topic = (heading[2].strip(), topic) if not title and not rows and len(heading[1]) == 1 else (title, heading[2].strip())
            into = "" if into != "question" else into
        elif into:
            rows[-1].fields[into] += f"\n{line}"
        elif line.strip():
            raise DrillError(f"{path}, line {number}: this belongs to no question", hint=f"open each card by a line “Q: …”; {_HINT}")
    if into == "question":
        raise DrillError(f"{path}, line {rows[-1].line}: the question has no answer", hint=f"answer it by a line “A: …”; {_HINT}")
    for row in rows:
        _finish(path, row)
    return title, rows


def _open(path: Path, number: int, rows: list[Row], into: str, opens: re.Match[str], topic: str) -> str:
    if opens[1].upper() == "Q":
        if into == "question":
            raise DrillError(f"{path}, line {rows[-1].line}: the question has no answer", hint=f"answer it by a line “A: …”; {_HINT}")
        rows.append(Row(line=number, fields={"question": opens[2], **({"topics": [topic.casefold()]} if topic else {})}))
        return "question"
    if into != "question":
        raise DrillError(f"{path}, line {number}: the answer has no question", hint=f"open each card by a line “Q: …”; {_HINT}")
    rows[-1].fields["answer"] = opens[2]
    return "answer"


def _finish(path: Path, row: Row) -> None:
    """Points from an answer's bullets; without any, the whole answer is the one point."""
    for part in ("question", "answer"):
        if not row.fields[part].strip():
            raise DrillError(f"{path}, line {row.line}: the {part} is empty", hint=_HINT)
    row.fields["question"] = " ".join(row.fields["question"].split())
    answer = "\n".join(line.rstrip().expandtabs(4) for line in row.fields["answer"].strip("\n").splitlines()).strip("\n")
    row.fields["answer"] = answer
    row.fields["core"] = row.fields.get("core") or points(answer)


def points(answer: str) -> list[str]:
    """The bullets of an answer, each with its further lines; without any, the whole answer as one point."""
    found: list[str] = []
    fenced = False
    for line in answer.splitlines():
        fenced ^= _FENCE.match(line) is not None
        bullet = None if fenced else _BULLET.fullmatch(line)
        if bullet:
            found.append(bullet[1].strip())
        elif found and line.startswith("  ") and line.strip() and not fenced:
            found[-1] += " " + line.strip()
    return list(dict.fromkeys(found)) or [" ".join(answer.split())]


def table(path: Path, text: str) -> tuple[str, list[Row]]:
    """Rows of question and answer, with a header that names the columns or without; points are joined by `|`.

    Lines that begin with `#` are left out, as Anki writes them.
    """
    separator = "\t" if path.suffix.casefold() == ".tsv" or "\t" in text.split("\n", 1)[0] else _separator(text)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    names: list[str] = []
    rows: list[Row] = []
    line = 1
    try:
        for cells in lines:
            begins, line = line, lines.line_num + 1
            if not any(cell.strip() for cell in cells) or cells[0].startswith("#"):
                continue
            if not names:
                names = _names(path, begins, cells)
                if _is_header(cells):
                    continue
            rows.append(_row(path, begins, names, cells))
    except csv.Error as error:
        raise DrillError(f"{path}, line {lines.line_num}: {error}", hint=_HINT) from error
    return "", rows


def _separator(text: str) -> str:
    first = next((line for line in text.splitlines() if line.strip() and not line.startswith("#")), "")
    return ";" if first.count(";") > first.count(",") else ","


def _column(cell: str) -> str:
    name = cell.strip().casefold()
    return _COLUMNS.get(name, name)


def _is_header(cells: Sequence[str]) -> bool:
    return {"question", "answer"} <= {_column(cell) for cell in cells}


def _names(path: Path, line: int, cells: Sequence[str]) -> list[str]:
    if not _is_header(cells):
        return ["question", "answer", "topics"]
    names = [_column(cell) for cell in cells]
    unknown = [cell for cell, name in zip(cells, names, strict=True) if name not in _KNOWN]
    if unknown or len(set(names)) < len(names):
        fault = f"the column {unknown[0]!r} is unknown" if unknown else "a column is there twice"
        raise DrillError(f"{path}, line {line}: {fault}", hint=f"the columns are {', '.join(_KNOWN)}; {_HINT}")
    return names


def _row(path: Path, line: int, names: Sequence[str], cells: Sequence[str]) -> Row:
    if len(cells) < 2 or len(cells) > len(names):
        asked = "at least 2" if len(cells) < 2 else f"at most {len(names)}"
        raise DrillError(f"{path}, line {line}: {len(cells)} column{'s' * (len(cells) != 1)}, {asked} are asked for", hint=_HINT)
    found = {name: cell.strip() for name, cell in zip(names, cells, strict=False)}
    fields: dict[str, Any] = {name: cell for name, cell in found.items() if cell or name in ("question", "answer")}
    for name in ("core", "bonus", "topics"):
        if name in fields:
            signs = "|" if name != "topics" else "|,;"
            fields[name] = [part.strip() for part in re.split(f"[{signs}]", fields[name]) if part.strip()]
    fields["topics"] = [topic.casefold() for topic in fields.get("topics", [])]
    if "level" in fields:
        fields["level"] = {"easy": "E", "medium": "M", "hard": "H"}.get(fields["level"].casefold(), fields["level"].upper())
    row = Row(line=line, fields=fields)
    _finish(path, row)
    return row


def toml(title: str, cards: Sequence[Mapping[str, Any]]) -> str:
    """A deck's file."""
    lines = ["format = 1", f"title = {_text(title)}"]
    for card in cards:
        lines += ["", "[[card]]"]
        for key, value in card.items():
            shown = f"[{', '.join(map(_text, value))}]" if isinstance(value, list) else _text(value)
            lines.append(f"{key} = {shown}")
    return "\n".join(lines) + "\n"


def _text(value: str) -> str:
    """A TOML string; JSON escapes the same signs, save DEL."""
    plain = json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if "\n" not in value:
        return plain
    body = value.replace("\\", "\\\\").replace('"""', '\\"\\"\\"').replace("\x7f", "\\u007f")
    body = body[:-1] + '\\"' if body.endswith('"') else body
    return f'"""\n{body}"""'
