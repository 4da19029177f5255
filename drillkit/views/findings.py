"""What `drill doctor` saw, a line each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.table import Table
from rich.text import Text

from drillkit.doctor import Finding


def findings(found: Sequence[Finding]) -> Iterator[Table | Text]:
    """A table of findings, and what to do about those that are not ok."""
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for finding in found:
        sign = Text("✓ ok", style="green") if finding.ok else Text("! look", style="yellow")
        text = Text(finding.text)
        if finding.advice and not finding.ok:
            text.append(f"\n→ {finding.advice}", style="bold")
        table.add_row(sign, Text(finding.name), text)
    yield table
    wanting = sum(not finding.ok for finding in found)
    yield Text("everything a check needs is there" if not wanting else f"{wanting} of {len(found)} want a look", style="dim")
