"""The worked example of a prompt, run as a doctest against the reference."""

from __future__ import annotations

import doctest
import re
import sys
import types

from drillkit.drill import Drill

_FENCE = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)


def problems_of(drill: Drill) -> list[str]:
    """What the example shows that is not so; the drill's own reference runs in this process."""
    blocks = _FENCE.findall((drill.folder / "prompt.md").read_text("utf-8"))
    if len(blocks) != 1:
        return [f"prompt.md has {len(blocks)} python blocks, expected one worked example"]
    import numpy as np

    module = types.ModuleType("solution")
    sys.modules["solution"] = module
    try:
        exec(compile((drill.folder / "reference.py").read_bytes(), "reference.py", "exec"), module.__dict__)  # noqa: S102  the drill's own reference
        return _run(blocks[0], {**module.__dict__, "np": np})
    finally:
        del sys.modules["solution"]


def _run(text: str, names: dict[str, object]) -> list[str]:
    example = doctest.DocTestParser().get_doctest(text, names, "prompt.md", "prompt.md", 0)
    if not any(step.want for step in example.examples):
        return ["the example in prompt.md shows no result (lines that begin with >>> and what they print)"]
    said: list[str] = []
    runner = doctest.DocTestRunner(verbose=False, optionflags=doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS)
    runner.run(example, out=said.append)
    return [f"the example in prompt.md is not true: {' '.join(''.join(said).split())[:400]}"] if runner.failures else []
