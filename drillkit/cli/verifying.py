"""`drill verify`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from drillkit.cli.options import Json, slugs
from drillkit.errors import DrillError

if TYPE_CHECKING:
    from drillkit.catalogue import Catalogue
    from drillkit.cli.terminal import Terminal
    from drillkit.drill import Drill
    from drillkit.proof import Proof

EXAMPLES = """\b
Examples:
  drill verify                    all drills
  drill verify top-k softmax
  drill verify --path drills/retrieval/top-k
  drill verify top-k --matrix     which tests catch which rejected solution
  drill verify top-k --mutate     mutants of the right solutions of top-k
  drill verify --cards            all decks of concept cards

Exit status: 0 all proven, 1 one is not.
"""


def verify(
    wanted: Annotated[
        list[str] | None, typer.Argument(metavar="[SLUG]...", help="The drills; without any, all.", autocompletion=slugs)
    ] = None,
    path: Annotated[Path | None, typer.Option(metavar="FOLDER", help="A drill's own folder, or a pack of drills.")] = None,
    jobs: Annotated[int | None, typer.Option(min=1, metavar="N", help="Judges at work at once; without it one for each core.")] = None,
    matrix: Annotated[
        bool, typer.Option("--matrix", help="Have every rejected solution meet every test, and show which catch it and which catch none.")
    ] = False,
    mutate: Annotated[
        bool, typer.Option("--mutate", help="Judge mutants of the right solutions instead: each must fail, or be listed as equivalent.")
    ] = False,
    cards: Annotated[bool, typer.Option("--cards", help="Prove the decks of concept cards instead.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="With --cards: a related drill that is not there yet is a failure.")] = False,
    json: Json = False,
) -> int:
    """Prove drills: what must pass passes, what must fail fails by the test it names."""
    from drillkit.cli import edge
    from drillkit.cli.terminal import Terminal
    from drillkit.views import data
    from drillkit.views.proving import summary

    terminal = Terminal()
    if path is not None and not path.is_dir():
        raise DrillError(f"{path} is not a folder", hint="give a drill's own folder, or a pack of drills")
    if cards:
        from drillkit.cli.card_verifying import verify_cards

        if wanted or mutate or matrix:
            raise DrillError("--cards proves whole decks, not drills", hint="leave the names, --matrix and --mutate out")
        return verify_cards(path, strict=strict, json=json)
    if strict:
        raise DrillError("--strict goes with --cards", hint="drill verify --cards --strict")
    drills, broken = _chosen(edge.catalogue(path), wanted or [])
    if mutate and matrix:
        raise DrillError("--matrix and --mutate are two different proofs", hint="ask for one, then for the other")
    if mutate:
        from drillkit.cli.mutant_verifying import verify_mutants

        return verify_mutants(terminal, drills, broken, jobs or os.cpu_count() or 1, json=json)
    proofs = [*broken, *_proofs(terminal, drills, jobs or os.cpu_count() or 1, matrix=matrix, json=json)]
    if json:
        terminal.data(data.proofs(proofs))
    else:
        _show(terminal, broken)
        terminal.show([summary(proofs)])
    return 0 if all(proof.ok for proof in proofs) else 1


def _chosen(catalogue: Catalogue, wanted: list[str]) -> tuple[list[Drill], list[Proof]]:
    """The drills to prove, and those whose drill.toml already disproves them."""
    from drillkit.proof import Proof

    broken = {found.slug: Proof(drill=found.slug, ok=False, problems=found.problems) for found in catalogue.problems}
    if not wanted:
        if not catalogue.drills and not broken:
            raise DrillError("there is no drill", hint="a drill is a folder track/slug with a drill.toml")
        return list(catalogue.drills), list(broken.values())
    names = dict.fromkeys(wanted)
    drills = {drill.slug: drill for drill in (catalogue.match(name) for name in names if name not in broken)}
    return list(drills.values()), [broken[name] for name in names if name in broken]


def _proofs(terminal: Terminal, drills: list[Drill], jobs: int, *, matrix: bool, json: bool) -> list[Proof]:
    from drillkit.judge.verify import verify as prove

    done = 0

    def progress(drill: Drill, proof: Proof) -> None:
        nonlocal done
        done += 1
        terminal.progress("")
        if not json:
            _show(terminal, [proof])
        if done < len(drills):
            terminal.progress(f"{done} of {len(drills)} verified, {drill.slug} last")

    if not drills:
        return []
    terminal.progress(f"verifying {len(drills)} drills" if len(drills) > 1 else f"verifying {drills[0].slug}")
    try:
        return prove(drills, jobs=jobs, progress=progress, matrix=matrix)
    finally:
        terminal.progress("")


def _show(terminal: Terminal, proofs: list[Proof]) -> None:
    from drillkit.views.proving import proving

    for proof in proofs:
        terminal.show([*proving(proof, width=terminal.width), ""])
