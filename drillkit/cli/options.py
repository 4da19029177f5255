"""Arguments and options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from drillkit.decks import Library


def slugs(incomplete: str) -> list[str]:
    """Slugs for shell completion, from the catalogue's index: those that begin so, else those that contain it."""
    from drillkit.cli import edge

    try:
        known = [drill.slug for drill in edge.catalogue().drills]
    except Exception:  # completion must never disturb the shell
        return []
    return [slug for slug in known if slug.startswith(incomplete)] or [slug for slug in known if incomplete in slug]


def decks(incomplete: str) -> list[str]:
    """Names of decks for shell completion."""
    return _of_library(incomplete, lambda library: [deck.name for deck in library.decks])


def card_ids(incomplete: str) -> list[str]:
    """Ids of cards for shell completion."""
    return _of_library(incomplete, lambda library: [card.id for card in library.cards])


def _of_library(incomplete: str, names: Callable[[Library], list[str]]) -> list[str]:
    from drillkit.cli import edge

    try:
        known = names(edge.library())
    except Exception:  # completion must never disturb the shell
        return []
    return [name for name in known if name.startswith(incomplete)] or [name for name in known if incomplete in name]


Slug = Annotated[str, typer.Argument(metavar="SLUG", help="The drill; a part of its name will do.", autocompletion=slugs)]
AnySlug = Annotated[
    str | None,
    typer.Argument(metavar="[SLUG]", help="The drill; without one, the drill started or checked last.", autocompletion=slugs),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON for scripts.")]
