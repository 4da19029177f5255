"""`drill doctor`: what a working installation needs, looked at one by one."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from drillkit.catalogue import Catalogue
from drillkit.errors import DrillError
from drillkit.player.names import WALLS


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing looked at: `ok`, what was seen, and what to do where it is not."""

    name: str
    ok: bool
    text: str
    advice: str = ""


def examine(
    *, about: Mapping[str, Any], catalogue: Catalogue, data: Path, solutions: Path, env: Mapping[str, str], encoding: str, columns: int
) -> tuple[Finding, ...]:
    """Every finding, in the order a learner reads them; `about` is what the judge says of itself."""
    return (
        Finding(
            name="python",
            ok=sys.version_info >= (3, 11),
            text=f"{sys.version.split()[0]} at {sys.executable}",
            advice="use Python 3.11 or later",
        ),
        *_judge(about),
        *_drills(catalogue),
        _folder("state", data, "set DRILL_HOME to a folder that you may write to"),
        _history(data),
        _folder("workspace", solutions, "set DRILL_WORKSPACE to a folder that you may write to"),
        _terminal(encoding, columns, env),
        _editor(env),
    )


def _judge(about: Mapping[str, Any]) -> Iterator[Finding]:
    if "level" not in about:
        yield Finding(
            name="judge",
            ok=False,
            text=str(about.get("error", "does not answer")),
            advice="python -m pip install --force-reinstall drillkit",
        )
        return
    yield Finding(name="numpy", ok=True, text=f"{about.get('numpy')}, BLAS {about.get('blas') or 'unknown'}")
    missing = about.get("missing", {})
    if about["level"] == "full":
        yield Finding(name="sandbox", ok=True, text="full")
    else:
        yield Finding(
            name="sandbox", ok=True, text="process: your code runs in its own process with resource limits, without the walls below"
        )
    for wall in WALLS:
        advice = "needs Linux 5.13 or later with Landlock and seccomp; everything else works without" if wall in missing else ""
        yield Finding(name=wall, ok=wall not in missing, text=str(missing.get(wall, "ok")), advice=advice)


def _drills(catalogue: Catalogue) -> Iterator[Finding]:
    problems = tuple(f"{broken.slug}: {broken.problems[0]}" for broken in catalogue.problems)
    text = f"{len(catalogue.drills)} drill{'' if len(catalogue.drills) == 1 else 's'}" + (f"; {problems[0]}" if problems else "")
    yield Finding(name="drills", ok=not problems and bool(catalogue.drills), text=text, advice="drill verify says more")


def _folder(name: str, path: Path, advice: str) -> Finding:
    """A folder that exists and may be written to, or may be made."""
    existing = path
    while not existing.exists() and existing != existing.parent:
        existing = existing.parent
    writable = existing.is_dir() and os.access(existing, os.W_OK | os.X_OK)
    text = str(path) + ("" if path.exists() else " (made when it is needed)")
    return Finding(name=name, ok=writable, text=text if writable else f"{path} cannot be written to", advice="" if writable else advice)


def _history(data: Path) -> Finding:
    from drillkit.history import FILE_NAME, History

    path = data / FILE_NAME
    if not path.exists():
        return Finding(name="history", ok=True, text="none yet")
    try:
        with History.open(path) as history:
            attempts = sum(len(past.attempts) for past in history.pasts().values())
    except DrillError as error:
        return Finding(name="history", ok=False, text=error.message, advice=error.hint)
    return Finding(name="history", ok=True, text=f"{attempts} attempt{'' if attempts == 1 else 's'} in {path}")


def _terminal(encoding: str, columns: int, env: Mapping[str, str]) -> Finding:
    colour = "no colour (NO_COLOR is set)" if env.get("NO_COLOR") else "colour"
    narrow = columns < 60
    advice = (
        "widen the window to 80 columns" if narrow else "" if "utf" in encoding.lower() else "set LC_ALL to a UTF-8 locale for better signs"
    )
    return Finding(name="terminal", ok=not advice, text=f"{columns} columns, {encoding}, {colour}", advice=advice)


def _editor(env: Mapping[str, str]) -> Finding:
    setting = env.get("VISUAL", "").strip() or env.get("EDITOR", "").strip()
    advice = "set EDITOR to one that is installed; only drill start --edit needs it"
    if not setting:
        return Finding(name="editor", ok=True, text="neither VISUAL nor EDITOR is set; only drill start --edit needs one")
    found = shutil.which(setting.split()[0])
    return Finding(
        name="editor", ok=found is not None, text=setting if found else f"{setting} is not found", advice="" if found else advice
    )
