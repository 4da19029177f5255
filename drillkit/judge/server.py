"""The judge's process once the zygote is on its way: loads pytest, then answers one JSON job a line."""

from __future__ import annotations

import base64
import contextlib
import gc
import json
import os
import sys
import warnings
from collections.abc import Callable
from typing import Any

from drillkit.judge.client import drill_from_dict
from drillkit.judge.players import Zygote
from drillkit.player.sandbox import die_with_parent


def serve(zygote: Zygote, parent: int) -> None:
    """Answer until standard input ends, or the process that asked for a judge does."""
    answers = os.fdopen(os.dup(1), "wb")
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 1)
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    die_with_parent(parent)
    from drillkit.judge import suite  # noqa: F401  loads pytest while the zygote builds its walls

    gc.freeze()
    gc.enable()
    warnings.filterwarnings("ignore", "coroutine '_coroutine' was never awaited", RuntimeWarning)  # the learner's, if anybody's
    with contextlib.suppress(KeyboardInterrupt, BrokenPipeError):
        try:
            for line in sys.stdin.buffer:
                answers.write(json.dumps(_answer(json.loads(line), zygote)).encode("ascii") + b"\n")
                answers.flush()
        finally:
            zygote.close()
    os._exit(0)  # nothing is left to tidy, and whoever asked waits for the end


def _answer(job: dict[str, Any], zygote: Zygote) -> dict[str, Any]:
    sys.pycache_prefix = job.get("pycache") or None
    try:
        return _JOBS[job["do"]](job, zygote)
    except Exception as error:  # a fault of ours is an answer, and the next job may still go well
        import traceback

        return {"error": f"the judge failed: {type(error).__name__}: {error}", "traceback": traceback.format_exc()}


def _check(job: dict[str, Any], zygote: Zygote) -> dict[str, Any]:
    from drillkit.judge.suite import Manner, judge

    source = base64.b64decode(job["source"])
    manner = Manner(**job["manner"])
    return {"verdict": judge(drill_from_dict(job["drill"]), source, job["filename"], zygote, manner).as_dict()}


def _example(job: dict[str, Any], _: Zygote) -> dict[str, Any]:
    from drillkit.judge import example, symptom

    drill = drill_from_dict(job["drill"])
    return {"problems": [*example.problems_of(drill), *symptom.problems_of(drill)]}


def _debug(job: dict[str, Any], zygote: Zygote) -> dict[str, Any]:
    """The verdict so far, and a script of the first failing test when there is one."""
    from drillkit.judge.replay import script
    from drillkit.judge.session import Session
    from drillkit.judge.suite import Manner, judge
    from drillkit.verdict import Outcome

    failures: list[Session] = []
    drill, source = drill_from_dict(job["drill"]), base64.b64decode(job["source"])
    verdict = judge(drill, source, job["filename"], zygote, Manner(fail_fast=True, failures=failures))
    answer: dict[str, Any] = {"verdict": verdict.as_dict()}
    failing = [case for case in verdict.cases if case.required and case.outcome is not Outcome.PASSED]
    if failures and failing:
        answer["debug"] = script(failures[-1], failing[0], job["module"], job["stem"])
    return answer


def _about(_: dict[str, Any], zygote: Zygote) -> dict[str, Any]:
    """Versions and walls, for `drill doctor`."""
    import numpy as np

    config: Any = np.show_config(mode="dicts")
    blas = config.get("Build Dependencies", {}).get("blas", {}) if isinstance(config, dict) else {}
    return {"about": {**zygote.about, "blas": " ".join(str(blas[key]) for key in ("name", "version") if key in blas)}}


_JOBS: dict[str, Callable[[dict[str, Any], Zygote], dict[str, Any]]] = {
    "check": _check,
    "example": _example,
    "debug": _debug,
    "about": _about,
}
