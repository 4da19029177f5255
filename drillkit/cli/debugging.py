"""`drill debug`."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from drillkit.cli.options import AnySlug

if TYPE_CHECKING:
    from drillkit.debugging import Debugged

EXAMPLES = """\b
Examples:
  drill debug                 step through the first failing test of the current drill
  drill debug top-k --print   only show the script
"""


def debug(
    slug: AnySlug = None,
    print_only: Annotated[bool, typer.Option("--print", help="Only show the script; write and start nothing.")] = False,
) -> int:
    """Write the first failing test's calls as a script beside your file, and step through it under pdb."""
    from drillkit import debugging
    from drillkit.cli import edge, warm
    from drillkit.cli.checking import STATUS
    from drillkit.cli.terminal import Terminal
    from drillkit.verdict import Verdict
    from drillkit.views.scorecard import Card, scorecard
    from drillkit.views.texts import one_line

    terminal = Terminal()
    with edge.practice() as p, warm.take() as judge, terminal.waiting("looking for the first failing test …"):
        found = debugging.debug(p, slug, judge.debug)
        if isinstance(found, Verdict):
            drill = p.catalogue.get(found.drill)
    if isinstance(found, Verdict):
        assert drill is not None
        terminal.show(scorecard(Card(drill=drill, verdict=found, path="", recorded=False), width=terminal.width, details=3))
        return STATUS[found.kind]
    if print_only:
        terminal.write(found.script)
        return 0
    debugging.write(found)
    terminal.write(f"{one_line(f'{found.title}: {found.message}')}\n{edge.shown(found.path)} replays the calls of this test.\n")
    return _step(found, interactive=terminal.is_interactive)


def _step(found: Debugged, *, interactive: bool) -> int:
    """Start pdb where somebody is there to answer, with a breakpoint in the learner's function."""
    command = [sys.executable, "-m", "pdb"]
    if found.line is not None:
        command += ["-c", f"break {found.solution}:{found.line}", "-c", "continue"]
    command.append(str(found.path))
    if not interactive:
        return 0
    return subprocess.run(command, check=False, cwd=found.path.parent).returncode  # noqa: S603  our interpreter on the learner's own script
