"""`drill doctor`."""

from __future__ import annotations

import os
import sys

from drillkit.cli.options import Json


def doctor(json: Json = False) -> int:
    """Look at everything a check needs; exit 1 when something must be done."""
    from dataclasses import asdict

    from drillkit import workspace
    from drillkit.cli import edge, warm
    from drillkit.cli.terminal import Terminal
    from drillkit.doctor import examine
    from drillkit.history import data_folder
    from drillkit.views.findings import findings

    terminal = Terminal()
    here = edge.present_folder()
    with warm.take() as judge, terminal.waiting("looking …"):
        about = judge.about()
    found = examine(
        about=about,
        catalogue=edge.catalogue(),
        data=data_folder(os.environ),
        solutions=workspace.find(here, os.environ, edge.home_folder() or here).solutions,
        env=os.environ,
        encoding=sys.stdout.encoding or "ascii",
        columns=terminal.width,
    )
    if json:
        terminal.data([asdict(finding) for finding in found])
    else:
        terminal.show(findings(found))
    return 0 if all(finding.ok for finding in found) else 1
