"""The symptom that a debugging drill shows in its prompt, printed again by `symptom.py` from the stub."""

from __future__ import annotations

import contextlib
import io
import re
import sys
import types

from drillkit.drill import Drill

NAME, TRACK = "symptom.py", "debugging"
_FENCE = re.compile(r"^```text\n(.*?)^```", re.MULTILINE | re.DOTALL)


def problems_of(drill: Drill) -> list[str]:
    """What the prompt shows of the stub that is not so; stub and script are the drill's own and run in this process."""
    script = drill.folder / NAME
    if not script.is_file():
        return [f"{NAME} is missing: it prints the prompt's first text block from the stub"] if drill.track == TRACK else []
    blocks = _FENCE.findall((drill.folder / "prompt.md").read_text("utf-8"))
    if not blocks:
        return ["prompt.md shows no symptom (a block that opens with ```text)"]
    try:
        printed = _printed((drill.folder / "stub.py").read_bytes(), script.read_bytes())
    except Exception as error:
        return [f"{NAME} does not run on the stub: {type(error).__name__}: {error}"]
    for number, (shown, real) in enumerate(zip(_lines(blocks[0]), _lines(printed), strict=False), start=1):
        if shown != real:
            return [f"{NAME} prints line {number} as {real!r}, the prompt shows {shown!r}"]
    if len(_lines(blocks[0])) != len(_lines(printed)):
        return [f"{NAME} prints {len(_lines(printed))} lines, the prompt shows {len(_lines(blocks[0]))}"]
    return []


def _printed(stub: bytes, script: bytes) -> str:
    module = types.ModuleType("solution")
    sys.modules["solution"] = module
    said = io.StringIO()
    try:
        exec(compile(stub, "stub.py", "exec"), module.__dict__)  # noqa: S102  the drill's own program
        with contextlib.redirect_stdout(said):
            exec(compile(script, NAME, "exec"), {"__name__": "__main__"})  # noqa: S102  the drill's own script
    finally:
        del sys.modules["solution"]
    return said.getvalue()


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.rstrip().splitlines()]
