"""Whole-process timings of `drill check` against plain pytest on the same hidden tests, in one run.

    python tests/bench/check.py [--runs 15] [DRILL ...]

The commands alternate, so a machine that speeds up or slows down does so for all; quoted are medians and the ratio of medians.
Every process is what a learner starts: `drill check SLUG` with the reference as the solution, at the sandbox level of this machine, and
`python -m pytest -q test_hidden.py` in a folder where the same file is importable as `solution`.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


def main() -> None:
    """Time the drills named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("drills", nargs="*", default=["top-k"])
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--solution", type=Path, help="this file in place of the reference")
    wanted = parser.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    for slug in wanted.drills:
        with tempfile.TemporaryDirectory() as folder:
            _compare(slug, Path(folder), wanted.runs, wanted.solution)


def _compare(slug: str, home: Path, runs: int, solution: Path | None) -> None:
    drill = next(ROOT.glob(f"drills/*/{slug}"))
    source = solution or drill / "reference.py"
    shutil.copy(source, home / "solution.py")
    shutil.copy(drill / "test_hidden.py", home)
    environment = {**os.environ, "DRILL_HOME": str(home / "state"), "PYTHONPATH": str(ROOT)}
    script = Path(sys.executable).with_name("drill")
    subprocess.run([script, "start", slug], cwd=home, env=environment, check=True, capture_output=True)
    shutil.copy(source, home / "solutions" / f"{slug.replace('-', '_')}.py")
    commands = {
        "drill check": [script, "check", slug],
        "pytest": [sys.executable, "-m", "pytest", "-q", "test_hidden.py"],
        "drill list": [script, "list"],
        "python": [sys.executable, "-c", "pass"],
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(runs + 1):
        for name, command in commands.items():
            began = time.perf_counter()
            subprocess.run(command, cwd=home, env=environment, check=False, capture_output=True)
            if turn:
                times[name].append(time.perf_counter() - began)
    medians = {name: statistics.median(found) for name, found in times.items()}
    print(f"{slug}: " + ", ".join(f"{name} {1e3 * median:.0f} ms" for name, median in medians.items()))  # noqa: T201
    print(f"{slug}: drill check / pytest = {medians['drill check'] / medians['pytest']:.2f} over {runs} runs")  # noqa: T201


if __name__ == "__main__":
    main()
