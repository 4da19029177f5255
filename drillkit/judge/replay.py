"""The first failing test as a short script that a learner can step through.

The script makes the calls that the test made, up to the failing one, on the learner's own file.  It holds data only: no line of the
hidden test.
"""

from __future__ import annotations

import base64
import io
import keyword
import re
from typing import Any

import numpy as np

from drillkit.judge.handle import is_remote
from drillkit.judge.remote import Method, Reference, RemoteObject
from drillkit.judge.session import Session
from drillkit.verdict import CaseResult

LITERAL_LIMIT = 60
_MAX_CALLS = 40


class Replay:
    """Writes the calls of one session as source lines and collects the arrays too large for a literal."""

    def __init__(self, stem: str) -> None:
        self._stem = stem
        self.lines: list[str] = []
        self.arrays: dict[str, bytes] = {}
        self._variables: dict[int, str] = {}
        self._used: set[str] = set()
        self._last = "result"
        self.imports: set[str] = set()
        self.function = ""

    def write(self, session: Session) -> None:
        """Add the last calls of `session`; calls whose object was made by a call left out are left out too."""
        for name, target, args, kwargs, value in session.calls[-_MAX_CALLS:]:
            call = self._call(name, target, args, kwargs)
            if call is None:
                continue
            variable = self._variable("result" if not is_remote(value) else type(value).__name__.lower())
            if is_remote(value):
                self._variables[id(value)] = variable
            self.lines.append(f"{variable} = {call}")
            self.function = name
            self._last = variable

    @property
    def last(self) -> str:
        """The variable that holds the last call's result."""
        return self._last

    def _call(self, name: str, target: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> str | None:
        function = self._target(target)
        if function is None:
            return None
        given = [self._argument(value, f"{name}_{place}") for place, value in enumerate(args, 1)]
        given += [f"{key}={self._argument(value, key)}" for key, value in kwargs.items()]
        return f"{function}({', '.join(given)})"

    def _target(self, target: Any) -> str | None:
        if type(target) is Reference:
            kind, *rest = target.parts
            if kind == "name":
                self.imports.add(rest[0])
                return str(rest[0])
            if kind == "attr":
                owner = self._variables.get(id(rest[0]))
                return f"{owner}.{rest[1]}" if owner else None
        return self._variables.get(id(target))

    def _argument(self, value: Any, name: str) -> str:
        """A literal, or the name of a variable defined above."""
        if isinstance(value, RemoteObject) or type(value) is Method:
            return self._variables.get(id(value), "None")
        if isinstance(value, np.ndarray) and value.size > LITERAL_LIMIT:
            return self._loaded(value, name)
        if isinstance(value, np.random.Generator):
            return self._generator(value)
        if callable(value) and not isinstance(value, type):
            return self._stand_in()
        return literal(value)

    def _loaded(self, value: np.ndarray[Any, Any], name: str) -> str:
        variable = self._variable(name)
        if value.dtype.kind == "O":
            return f"np.array({literal(value.tolist())}, dtype=object)"
        file = f"{self._stem}_{variable}.npy"
        buffer = io.BytesIO()
        np.save(buffer, value, allow_pickle=False)
        self.arrays[file] = buffer.getvalue()
        self.lines.append(f"{variable} = np.load(HERE / {file!r})")
        return variable

    def _generator(self, value: np.random.Generator) -> str:
        variable = self._variable("rng")
        bits, seed = value.bit_generator, value.bit_generator.seed_seq
        seeds = ""
        if isinstance(seed, np.random.SeedSequence):
            family = f"spawn_key={seed.spawn_key}, n_children_spawned={seed.n_children_spawned}"
            seeds = f"np.random.SeedSequence({literal(seed.entropy)}, {family})"
        self.lines.append(f"{variable} = np.random.Generator(np.random.{type(bits).__name__}({seeds}))")
        self.lines.append(f"{variable}.bit_generator.state = {literal(bits.state)}")
        return variable

    def _stand_in(self) -> str:
        variable = self._variable("given")
        self.lines += ["", f"def {variable}(*args):  # the test passes a function of its own here: put one of yours"]
        self.lines += ["    raise NotImplementedError", ""]
        return variable

    def _variable(self, wanted: str) -> str:
        name = re.sub(r"\W", "_", wanted).strip("_") or "value"
        name = f"{name}_" if keyword.iskeyword(name) or name in self.imports else name
        found, count = name, 2
        while found in self._used:
            found, count = f"{name}_{count}", count + 1
        self._used.add(found)
        return found


def literal(value: Any) -> str:
    """`value` as Python source; `np`, `nan` and `inf` are taken to be imported."""
    if isinstance(value, np.ndarray):
        inner = literal(value.tolist())
        plain = np.asarray(value.tolist()).dtype == value.dtype if value.size and value.dtype.kind != "O" else False
        if 0 in value.shape:
            return f"np.empty({value.shape}, dtype={value.dtype.str!r})"
        return f"np.array({inner})" if plain else f"np.array({inner}, dtype={_dtype(value.dtype)})"
    if isinstance(value, np.generic):
        return f"np.{type(value).__name__}({literal(value.item())})"
    if type(value) in (list, tuple, set, frozenset):
        return _container(value)
    if type(value) is dict:
        return "{" + ", ".join(f"{literal(k)}: {literal(v)}" for k, v in value.items()) + "}"
    if isinstance(value, type):
        return f"np.{value.__name__}" if value.__module__ == "numpy" else value.__name__
    return repr(value)


def _dtype(dtype: np.dtype[Any]) -> str:
    return "object" if dtype.kind == "O" else repr(dtype.str) if dtype.kind in "USmM" else f"np.{dtype.name}"


def _container(value: Any) -> str:
    inner = ", ".join(literal(item) for item in value)
    if type(value) is tuple:
        return f"({inner},)" if len(value) == 1 else f"({inner})"
    if type(value) is set:
        return f"{{{inner}}}" if value else "set()"
    return f"frozenset([{inner}])" if type(value) is frozenset else f"[{inner}]"


def script(session: Session, case: CaseResult, module: str, stem: str) -> dict[str, Any]:
    """The script of a failing case: its text, the arrays beside it (base64 of `.npy`), and the function to stop in."""
    replay = Replay(stem)
    replay.write(session)
    note = "\n".join(_notes(case))
    lines = ['"""', note, '"""', "", "from pathlib import Path", "", "import numpy as np", "from numpy import inf, nan  # noqa: F401"]
    lines.append(f"from {module} import {', '.join(sorted(replay.imports))}" if replay.imports else f"import {module}")
    lines += ["", "HERE = Path(__file__).parent", "", *replay.lines, "", f"print({replay.last!r}, '=', {replay.last})"]
    arrays = {name: base64.b64encode(data).decode("ascii") for name, data in replay.arrays.items()}
    return {"script": "\n".join(lines) + "\n", "arrays": arrays, "function": replay.function, "title": case.title, "message": case.message}


def _notes(case: CaseResult) -> list[str]:
    notes = [case.title, "", case.message]
    if case.expected:
        notes.append(f"expected: {case.expected}")
    if case.returned:
        notes.append(f"returned: {case.returned}")
    return [note.replace("\\", "\\\\").replace('"""', "'''") for note in notes]
