"""Where the environment, the home folder, the present folder and the wall clock come in."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from drillkit.errors import DrillError

if TYPE_CHECKING:
    from drillkit.catalogue import Catalogue
    from drillkit.decks import Library
    from drillkit.practice import Practice
    from drillkit.study_results import Study


@contextmanager
def practice() -> Iterator[Practice]:
    """The learner's own practice: shipped drills, stored history, workspace around the present folder."""
    from drillkit import workspace
    from drillkit.history import FILE_NAME, History, data_folder
    from drillkit.results import Practice

    here = present_folder()
    with History.open(data_folder(os.environ) / FILE_NAME) as history:
        found = workspace.find(here, os.environ, home_folder() or here)
        yield Practice(catalogue=catalogue(), history=history, workspace=found, clock=time.time)


def catalogue(pack: Path | None = None) -> Catalogue:
    """The drills of `pack`; without one the shipped drills, through their index."""
    from drillkit.catalogue import default_pack, load
    from drillkit.history import data_folder

    return load(default_pack(), cache=data_folder(os.environ) / "cache") if pack is None else load(pack, cache=None)


@contextmanager
def study() -> Iterator[Study]:
    """The learner's own study: their practice, the shipped decks and their own."""
    from drillkit.history import data_folder
    from drillkit.study import open_study

    with practice() as p:
        yield open_study(p, data_folder(os.environ))


def due_drills(p: Practice) -> frozenset[str]:
    """Slugs of the drills that are due for review."""
    from drillkit.history import data_folder
    from drillkit.memories import due_drills as due

    return due(p, data_folder(os.environ))


def library() -> Library:
    """The shipped decks and the learner's own, through their index."""
    from drillkit import decks
    from drillkit.catalogue import default_pack
    from drillkit.history import data_folder

    data = data_folder(os.environ)
    return decks.load(default_pack(), own=data / "decks", cache=data / "cache")


def present_folder() -> Path:
    """The current folder, which may have been removed under the learner's feet."""
    try:
        return Path.cwd()
    except FileNotFoundError as error:
        raise DrillError("the current folder does not exist any more", hint="change to another folder") from error


def home_folder() -> Path | None:
    """The learner's home, None where there is none."""
    try:
        return Path.home()
    except RuntimeError:
        return None


def shown(path: Path) -> str:
    """A path as it can be typed here: relative inside the present folder, with `~` inside the home folder."""
    here, home = present_folder(), home_folder()
    if path.is_relative_to(here):
        return str(path.relative_to(here))
    return f"~{os.sep}{path.relative_to(home)}" if home is not None and path.is_relative_to(home) else str(path)
