"""The rating of a due drill after a pass: proposed, changed by one key, saved."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from drillkit.rules import Rating

if TYPE_CHECKING:
    from drillkit.cli.terminal import Terminal
    from drillkit.drill import Drill
    from drillkit.practice import Practice
    from drillkit.study_results import Study

KEYS = {str(int(rating)): rating for rating in Rating}


def rate(terminal: Terminal, p: Practice, drill: Drill, *, quiet: bool) -> None:
    """Save the proposed rating of a drill that was due; on a terminal show it and let one key change it."""
    if len(p.history.past(drill.slug).attempts) < 2:
        return  # a first attempt cannot have been due
    from drillkit import reviewing
    from drillkit.decks import Library
    from drillkit.history import data_folder
    from drillkit.study_results import Study

    s = Study(practice=p, library=Library(decks=()), data=data_folder(os.environ))
    found = reviewing.rating_of_last(s, drill.slug)
    if found is None or not found.was_due:
        return
    saved = reviewing.rate(s, drill.slug)
    if quiet:
        return
    from drillkit.views import planned

    terminal.show(planned.proposal(saved, s.today))
    if terminal.is_interactive:
        _let_change(terminal, s, drill)


def _let_change(terminal: Terminal, s: Study, drill: Drill) -> None:
    from drillkit import reviewing
    from drillkit.cli.asking import choose
    from drillkit.cli.keypress import ENTER
    from drillkit.views import planned

    try:
        key = choose(terminal, "Enter keeps it · 1 again 2 hard 3 good 4 easy", {**KEYS, ENTER: 0, " ": 0, "q": 0})
    except KeyboardInterrupt:
        return
    if key in KEYS:
        terminal.show(planned.proposal(reviewing.rate(s, drill.slug, KEYS[key]), s.today))
