"""Whether a learner's file can be judged at all: what can be said before and while it is loaded."""

from __future__ import annotations

import io
import sys
import tokenize
from typing import Any

from drillkit.drill import Drill
from drillkit.judge.errors import is_learners, said, traceback_of
from drillkit.judge.fault import PlayerFault
from drillkit.judge.session import Session
from drillkit.judge.submission import Submission
from drillkit.verdict import Verdict, VerdictKind


def refuse(drill: Drill, submission: Submission) -> Verdict | None:
    """What can be said without running the file: encoding, syntax, an untouched stub."""
    source, name = submission.source, submission.filename
    if not source.strip():
        return not_loaded(drill, f"{name} is empty", f"drill reset {drill.slug} makes a fresh one")
    if b"\0" in source:
        return not_loaded(drill, f"{name} holds a null byte: it is not a Python text file", f"drill reset {drill.slug} makes a fresh one")
    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(source).readline)
        text = source.decode(encoding)
    except (SyntaxError, UnicodeDecodeError, LookupError) as error:
        return not_loaded(drill, f"{name} cannot be read as text: {error}", "save it as UTF-8")
    if not drill.is_debugging and _same_text(text, (drill.folder / "stub.py").read_text("utf-8")):
        return not_loaded(drill, f"{name} is still the untouched stub", "write your solution there, then drill check")
    return _refuse_syntax(drill, submission)


def _refuse_syntax(drill: Drill, submission: Submission) -> Verdict | None:
    try:
        submission.program  # noqa: B018  compiled here, and kept for the players
    except SyntaxError as error:
        line = (error.text or "").rstrip()
        caret = " " * max(0, (error.offset or 1) - 1) + "^"
        where = f"{submission.filename}:{error.lineno}"
        return not_loaded(
            drill,
            f"syntax error at {where}: {error.msg}",
            "mend the line, then drill check",
            traceback=(where, line, caret) if line else (where,),
        )
    except (ValueError, RecursionError, MemoryError, OverflowError) as error:
        return not_loaded(
            drill, f"{submission.filename} cannot be compiled: {error or type(error).__name__}", "make it simpler, then drill check"
        )
    return None


def probe(drill: Drill, submission: Submission, session: Session) -> Verdict | None:
    """Why the file does not load, or does not define what it must."""
    name = submission.filename
    try:
        session.open()
    except PlayerFault as fault:
        return not_loaded(drill, f"{name} does not load: {fault.message}", traceback=fault.traceback)
    except Exception as error:
        if not is_learners(error):
            raise
        return not_loaded(drill, f"{name} does not load: {said(error)}", "mend the file, then drill check", traceback=traceback_of(error))
    described: Any = session.module
    missing = [entry for entry in drill.entry if not isinstance(described, dict) or not _defined(described, entry)]
    if missing:
        return not_loaded(drill, f"{name} {_lacks(missing, described)}", f"did you rename it? drill reset {drill.slug} makes a fresh stub")
    return None


def records(drill: Drill) -> dict[str, type]:
    """The dataclasses that the drill's stub defines, as plain data: one with methods of its own is the learner's class."""
    text = (drill.folder / "stub.py").read_bytes()
    if b"dataclass" not in text:
        return {}
    import dataclasses
    import types

    module = types.ModuleType("drill_stub")
    sys.modules["drill_stub"] = module
    try:
        exec(compile(text, "stub.py", "exec"), module.__dict__)  # noqa: S102  the drill's own stub
    finally:
        del sys.modules["drill_stub"]
    own = [v for v in vars(module).values() if isinstance(v, type) and dataclasses.is_dataclass(v) and v.__module__ == "drill_stub"]
    return {kind.__name__: kind for kind in own if not any(_is_written(value) for value in vars(kind).values())}


def _is_written(value: Any) -> bool:
    """Whether a member of a dataclass is code of the stub, in whose place the learner's must run."""
    function = getattr(value, "fget", None) or getattr(value, "__func__", value)
    code = getattr(function, "__code__", None)
    return code is not None and code.co_filename == "stub.py"


def not_loaded(drill: Drill, reason: str, hint: str = "", *, traceback: tuple[str, ...] = ()) -> Verdict:
    """A verdict that says why nothing was judged."""
    return Verdict(
        drill=drill.slug,
        kind=VerdictKind.NOT_LOADED,
        passed=0,
        required=len(drill.required),
        seconds=0.0,
        reason=reason,
        hint=hint,
        traceback=traceback,
    )


def _same_text(a: str, b: str) -> bool:
    return [line.rstrip() for line in a.lstrip("\ufeff").strip().splitlines()] == [line.rstrip() for line in b.strip().splitlines()]


def _defined(described: dict[str, Any], name: str) -> bool:
    entry = described.get(name)
    return isinstance(entry, list) and bool(entry) and entry[0] in ("function", "class")


def _lacks(missing: list[str], described: Any) -> str:
    name = missing[0]
    if isinstance(described, dict) and name in described:
        return f"defines {name}, but as a value, not as a function or class"
    return f"has no {'class' if name[:1].isupper() else 'function'} {name}"
