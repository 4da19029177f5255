"""What `drill verify` found out about one drill."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """`rejected` maps a file to the ids of the tests that failed it, `accepted` a file to whether it passed.

    `tests` are all test ids in order, `titles` their titles, `named` the test that each rejected file says must catch it, `idle` the
    required tests that catch no rejected file, `seconds` the time of all judging in sum.
    """

    drill: str
    ok: bool
    problems: tuple[str, ...] = ()
    rejected: dict[str, tuple[str, ...]] = field(default_factory=dict)
    accepted: dict[str, bool] = field(default_factory=dict)
    tests: tuple[str, ...] = ()
    titles: dict[str, str] = field(default_factory=dict)
    named: dict[str, str] = field(default_factory=dict)
    idle: tuple[str, ...] = ()
    seconds: float = 0.0
