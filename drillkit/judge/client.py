"""The judge as the rest of the program sees it: a warm process that turns a drill and a source into a verdict."""

from __future__ import annotations

import base64
import contextlib
import json
import os
import signal
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path
from typing import Any

from drillkit.drill import Drill, Level, Limits, Part
from drillkit.judge.spawn import spawn
from drillkit.player.waiting import exit_status
from drillkit.verdict import Verdict, VerdictKind

_GRACE = 2.0


class Judge:
    """A judge process of one's own, started at once; `check` may be called any number of times."""

    def __init__(self, started: tuple[int, int, int] | None = None) -> None:
        """`started` is what `spawn` gave, when that was done before."""
        self.pid, ask, hear = started or spawn()
        self._jobs, self._answers = os.fdopen(ask, "wb"), os.fdopen(hear, "rb")
        self._status: int | None = None

    def check(self, drill: Drill, source: bytes, *, filename: str, **manner: str | int | None) -> Verdict:
        """The verdict on `source`; a judge that dies gives an internal one.  `manner` are fields of `suite.Manner`."""
        return self.begin(drill, source, filename=filename, **manner)()

    def begin(self, drill: Drill, source: bytes, *, filename: str, **manner: str | int | None) -> Callable[[], Verdict]:
        """Hand the work over; what is given back waits for the verdict, and is called before anything else is asked."""
        hear = self._send({"do": "check", **_given(drill, source, filename), "manner": manner})
        return lambda: _verdict(drill, hear())

    def example(self, drill: Drill) -> list[str]:
        """What is wrong with the worked example, and the symptom, in the drill's prompt."""
        answer = self._ask({"do": "example", "drill": drill_as_dict(drill)})
        return list(answer["problems"]) if "problems" in answer else [str(answer.get("error"))]

    def debug(self, drill: Drill, source: bytes, *, filename: str, module: str, stem: str) -> tuple[Verdict, dict[str, Any] | None]:
        """The verdict up to the first failing test, and that test's calls as a script: its text, arrays as base64, function, title.

        `module` is what the script imports the solution as, `stem` how the arrays' file names begin.
        """
        answer = self._ask({"do": "debug", **_given(drill, source, filename), "module": module, "stem": stem})
        return _verdict(drill, answer), answer.get("debug")

    def about(self) -> dict[str, Any]:
        """Versions of Python, NumPy and BLAS, and the sandbox's level and missing walls; `error` where the judge does not run."""
        answer = self._ask({"do": "about"})
        about: dict[str, Any] = answer.get("about", answer)
        return about

    def dismiss(self) -> None:
        """Let the process end by itself: there is no more work for it."""
        with contextlib.suppress(OSError):
            self._jobs.close()

    def close(self) -> None:
        """End the process."""
        self.dismiss()
        self._end()
        self._answers.close()

    def _end(self) -> int:
        """The exit status, negative for a signal, of a process that has nothing more to do or is killed."""
        if self._status is None:
            self._status = exit_status(self.pid, _GRACE)
        if self._status is None:
            os.kill(self.pid, signal.SIGKILL)
            self._status = os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])
        return self._status

    def __enter__(self) -> Judge:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _ask(self, job: dict[str, Any]) -> dict[str, Any]:
        return self._send(job)()

    def _send(self, job: dict[str, Any]) -> Callable[[], dict[str, Any]]:
        try:
            self._jobs.write(json.dumps(job).encode("ascii") + b"\n")
            self._jobs.flush()
        except OSError as error:
            gone = {"error": f"the judge cannot be reached: {error}"}
            return lambda: gone
        return self._hear

    def _hear(self) -> dict[str, Any]:
        try:
            line = self._answers.readline()
        except OSError as error:
            return {"error": f"the judge cannot be reached: {error}"}
        if not line:
            return {"error": f"the judge ended unexpectedly (exit status {self._end()})"}
        answer: dict[str, Any] = json.loads(line)
        return answer


def _given(drill: Drill, source: bytes, filename: str) -> dict[str, Any]:
    source_text = base64.b64encode(source).decode("ascii")
    return {"drill": drill_as_dict(drill), "source": source_text, "filename": filename, "pycache": _pycache(drill)}


def _pycache(drill: Drill) -> str:
    """Where compiled hidden tests are kept when the drill's own folder cannot be written, as in an installation for everybody."""
    if os.access(drill.folder, os.W_OK):
        return ""
    from drillkit.history import data_folder

    return str(data_folder(os.environ) / "cache" / "pycache")


def _verdict(drill: Drill, answer: dict[str, Any]) -> Verdict:
    if "verdict" in answer:
        return Verdict.from_dict(answer["verdict"])
    return _internal(drill, str(answer.get("error", "the judge gave no answer")))


def _internal(drill: Drill, reason: str) -> Verdict:
    return Verdict(
        drill=drill.slug,
        kind=VerdictKind.INTERNAL,
        passed=0,
        required=len(drill.required),
        seconds=0.0,
        reason=reason,
        hint="this is not your fault; please report it with the drill's name",
    )


def drill_as_dict(drill: Drill) -> dict[str, Any]:
    """A drill as JSON data."""
    data: dict[str, Any] = {field.name: getattr(drill, field.name) for field in fields(drill)}
    data["folder"] = str(drill.folder.resolve())
    data["limits"] = {"seconds": drill.limits.seconds, "memory_mb": drill.limits.memory_mb}
    data["parts"] = [[part.number, part.title] for part in drill.parts]
    return data


def drill_from_dict(data: dict[str, Any]) -> Drill:
    """The inverse of `drill_as_dict`."""
    fixed: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in data.items()}
    fixed["level"] = Level(data["level"])
    fixed["folder"] = Path(data["folder"])
    fixed["limits"] = Limits(**data["limits"])
    fixed["parts"] = tuple(Part(number=number, title=title) for number, title in data["parts"])
    return Drill(**fixed)
