"""How often the speed measure misjudges: many races of a drill's solutions, on a quiet machine and on a busy one.

    python tests/bench/races.py [--runs 300] [--busy 2] [DRILL TEST]

Each race is the drill's own speed test with one of its solutions in place of the learner's: the reference against itself and the accepted
solutions must pass, those given with --slow must not.  Printed are the number misjudged and the spread of ratios.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from drillkit.catalogue import default_pack, load
from drillkit.drill import Drill
from drillkit.judge.client import Judge
from drillkit.verdict import Outcome


def main() -> None:
    """Race, count, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("drill", nargs="?", default="top-k")
    parser.add_argument("test", nargs="?", default="test_faster_than_sorting_everything")
    parser.add_argument("--runs", type=int, default=300)
    parser.add_argument("--busy", type=int, default=0, help="processes that do nothing but work beside it")
    parser.add_argument("--right", nargs="*", default=["reference.py"])
    parser.add_argument("--slow", nargs="*", default=["accepted/full_argsort.py"])
    wanted = parser.parse_args()
    drill = load(default_pack(), cache=None).match(wanted.drill)
    busy = [subprocess.Popen([sys.executable, "-c", "while True: sum(range(100_000))"]) for _ in range(wanted.busy)]
    try:
        with Judge() as judge:
            for name in wanted.right:
                _race(judge, drill, wanted.test, name, wanted.runs, passes=True)
            for name in wanted.slow:
                _race(judge, drill, wanted.test, name, wanted.runs, passes=False)
    finally:
        for process in busy:
            process.kill()
            process.wait()


def _race(judge: Judge, drill: Drill, test: str, name: str, runs: int, *, passes: bool) -> None:
    source = (drill.folder / name).read_bytes()
    wrong, ratios = 0, []
    for _ in range(runs):
        verdict = judge.check(drill, source, filename=Path(name).name, only=test)
        case = next(case for case in verdict.cases if case.id == test)
        ratios += [measure.value for measure in case.measures if measure.kind == "speed"]
        wrong += (case.outcome is Outcome.PASSED) is not passes
    ratios.sort()
    spread = f"ratio {ratios[0]:.2f} to {ratios[-1]:.2f}, median {ratios[len(ratios) // 2]:.2f}" if ratios else "no ratio"
    print(f"{name}: {wrong} of {runs} misjudged ({'must pass' if passes else 'must not pass'}); {spread}")  # noqa: T201


if __name__ == "__main__":
    main()
