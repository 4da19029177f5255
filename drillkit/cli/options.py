"""Arguments and options that several commands share."""

from __future__ import annotations

from typing import Annotated

import typer


def slugs(incomplete: str) -> list[str]:
    """Slugs for shell completion, from the catalogue's index: those that begin so, else those that contain it."""
    from drillkit.cli import edge

    try:
        known = [drill.slug for drill in edge.catalogue().drills]
    except Exception:  # completion must never disturb the shell
        return []
    return [slug for slug in known if slug.startswith(incomplete)] or [slug for slug in known if incomplete in slug]


Slug = Annotated[str, typer.Argument(metavar="SLUG", help="The drill; a part of its name will do.", autocompletion=slugs)]
AnySlug = Annotated[
    str | None,
    typer.Argument(metavar="[SLUG]", help="The drill; without one, the drill started or checked last.", autocompletion=slugs),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON for scripts.")]
