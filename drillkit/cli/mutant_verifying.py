"""`drill verify --mutate`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from drillkit.cli.terminal import Terminal

if TYPE_CHECKING:
    from drillkit.drill import Drill
    from drillkit.proof import MutationProof, Proof


def verify_mutants(terminal: Terminal, drills: Sequence[Drill], broken: Sequence[Proof], jobs: int, *, json: bool) -> int:
    """Judge the mutants of each drill's right solutions; exit 1 when one survives that drill.toml does not list."""
    from drillkit.judge.survivors import survivors
    from drillkit.proof import MutationProof
    from drillkit.views import data
    from drillkit.views.mutations import summary

    def progress(drill: Drill, done: int, total: int) -> None:
        terminal.progress(f"{drill.slug}: {done} of {total} mutants judged")

    def finished(proof: MutationProof) -> None:
        terminal.progress("")
        if not json:
            _show(terminal, proof)

    proofs = [MutationProof(drill=each.drill, ok=False, problems=each.problems) for each in broken]
    for proof in proofs:
        finished(proof)
    try:
        proofs += survivors(drills, jobs=jobs, progress=progress, finished=finished)
    finally:
        terminal.progress("")
    if json:
        terminal.data(data.mutation_proofs(proofs))
    else:
        terminal.show(summary(proofs))
    return 0 if all(proof.ok for proof in proofs) else 1


def _show(terminal: Terminal, proof: MutationProof) -> None:
    from drillkit.views.mutations import entry, mutations, survivor

    terminal.show(mutations(proof))
    for each in proof.survivors:
        terminal.show(survivor(each))
        terminal.write(entry(each))
    terminal.write("\n")
