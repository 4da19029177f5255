"""`drill verify --cards`."""

from __future__ import annotations

from pathlib import Path

from drillkit.cli.terminal import Terminal


def verify_cards(path: Path | None, *, strict: bool, json: bool) -> int:
    """Prove every deck of a pack; exit 1 when one is not as it must be."""
    from drillkit.catalogue import default_pack
    from drillkit.cli import edge
    from drillkit.deck_checks import check
    from drillkit.views import study_data
    from drillkit.views.deck_proofs import deck_proofs

    terminal = Terminal()
    drills = frozenset(drill.slug for drill in edge.catalogue(path).drills)
    proofs = check(default_pack() if path is None else path, drills, strict=strict)
    if json:
        terminal.data(study_data.deck_proofs(proofs))
    else:
        terminal.show(deck_proofs(proofs))
    return 0 if proofs and all(proof.ok for proof in proofs) else 1
