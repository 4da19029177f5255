"""The judge's process: starts the zygote first, loads pytest while that boots, then answers one JSON job a line."""

from __future__ import annotations

import base64
import contextlib
import json
import os
import sys
from typing import Any

from drillkit.judge.players import Zygote


def main() -> None:
    """Serve until standard input ends."""
    sys.argv = ["judge"]
    sys.path[:] = [entry for entry in sys.path if entry]
    answers = os.fdopen(os.dup(1), "wb")
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 1)
    for name in [name for name in os.environ if name.startswith(("PYTEST_", "PYTHON"))]:
        del os.environ[name]
    zygote = Zygote()
    from drillkit.judge import suite  # noqa: F401  loads pytest and NumPy while the zygote boots

    with contextlib.suppress(KeyboardInterrupt, BrokenPipeError):
        try:
            for line in sys.stdin.buffer:
                answers.write(json.dumps(_answer(json.loads(line), zygote)).encode("ascii") + b"\n")
                answers.flush()
        finally:
            zygote.close()


def _answer(job: dict[str, Any], zygote: Zygote) -> dict[str, Any]:
    from drillkit.judge.client import drill_from_dict
    from drillkit.judge.suite import judge

    try:
        drill = drill_from_dict(job["drill"])
        if job.get("example"):
            from drillkit.judge.example import problems_of

            return {"problems": problems_of(drill)}
        verdict = judge(drill, base64.b64decode(job["source"]), job["filename"], zygote, order=job["order"], fail_fast=job["fail_fast"])
        return {"verdict": verdict.as_dict()}
    except Exception as error:
        import traceback

        return {"error": f"the judge failed: {type(error).__name__}: {error}", "traceback": traceback.format_exc()}
