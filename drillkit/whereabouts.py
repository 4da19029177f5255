"""Which drill and which file a learner means."""

from __future__ import annotations

import os
from pathlib import Path

from drillkit.attempt import AttemptState, Past, state_of
from drillkit.drill import Drill
from drillkit.errors import DrillError
from drillkit.results import Practice


def current(p: Practice, slug: str | None) -> Drill:
    """The drill of that slug; without one the drill started or checked last."""
    if slug is not None:
        return p.catalogue.match(slug)
    known = (p.catalogue.get(recent) for recent in p.history.recent_drills())
    drill = next((drill for drill in known if drill is not None), None)
    if drill is None:
        raise DrillError("no drill is started", hint="name one, as in drill start top-k; drill list shows them all")
    return drill


def latest_state(past: Past, now: float) -> AttemptState | None:
    """The drill's latest attempt as it stands at `now`, None when there is none."""
    return None if past.latest is None else state_of(past.latest, past, now)


def file_of(p: Practice, drill: Drill, past: Past) -> Path:
    """The learner's file: a running attempt's own, from wherever it is asked for; else this workspace's, else the last attempt's.

    A file that is gone gives way to one that is there.
    """
    here = p.workspace.path_for(drill).absolute()
    last = next(reversed(past.attempts), None)
    if last is None:
        return here
    places = [last.path, here] if past.running is not None else [here, last.path]
    there = next((path for path in places if os.path.lexists(path)), None)
    if there is not None:
        return there
    return last.path if past.running is not None and last.path.parent.is_dir() else here


def shown_path(p: Practice, path: Path) -> str:
    """A path as the learner writes it: `solutions/top_k.py` inside the workspace."""
    return str(path.relative_to(p.workspace.folder)) if path.is_relative_to(p.workspace.folder) else str(path)
