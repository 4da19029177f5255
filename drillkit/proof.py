"""What `drill verify` found out about one drill, by its own solutions and by mutants of them."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """`rejected` maps a file to the ids of the tests that failed it, `accepted` a file to whether it passed.

    Unless `matrix` is set, a rejected file has met only the test that it names, or all when that one let it pass.

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
    matrix: bool = True
    seconds: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Survivor:
    """A mutant that all required tests let pass: the lines of `file` from `line` on, `before` and `after`; `key` names it in drill.toml."""

    file: str
    line: int
    operator: str
    key: str
    before: str
    after: str

    @property
    def diff(self) -> tuple[str, ...]:
        """The lines as a diff shows them."""
        return (*(f"- {line}" for line in self.before.split("\n")), *(f"+ {line}" for line in self.after.split("\n")))


@dataclass(frozen=True, slots=True, kw_only=True)
class MutationProof:
    """What `drill verify --mutate` found out about one drill.

    `equivalent` counts survivors that drill.toml lists, `survivors` are the others, `seconds` is how long it took.
    """

    drill: str
    ok: bool
    mutants: int = 0
    killed: int = 0
    equivalent: int = 0
    problems: tuple[str, ...] = ()
    survivors: tuple[Survivor, ...] = ()
    seconds: float = 0.0
