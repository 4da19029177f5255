"""How an attempt stands: the clock, checks, hints, times to beat, and the one command to type next."""

from __future__ import annotations

from rich.text import Text

from drillkit.attempt import AttemptState
from drillkit.verdict import Verdict, VerdictKind
from drillkit.views.layout import BAD, GOOD, WARN, Fact, command, line
from drillkit.views.texts import clock, counted, remaining

HINTS = 3


def time_used(attempt: AttemptState) -> Text:
    """`7:12 of 15:00, 7:48 left`; `18:10 of 15:00, +3:10 over`; `7:12, no timer`."""
    used = clock(attempt.seconds_used)
    if attempt.deadline is None:
        return Text(f"{used}, no timer")
    text = Text(f"{used} of {clock(attempt.deadline - attempt.started_at + 0.5)}")
    if attempt.over_by >= 1:
        return text.append(", ").append(f"+{clock(attempt.over_by)} over", style=WARN)
    if attempt.running and attempt.seconds_left is not None:
        return text.append(", ").append(f"{remaining(attempt.seconds_left)} left", style=GOOD if attempt.seconds_left > 120 else WARN)
    return text


def attempt_line(attempt: AttemptState) -> Text:
    """Clock, checks and hints on one line, with the time to beat."""
    best = attempt.last_best_seconds
    return line(
        time_used(attempt),
        f"check {attempt.checks}" if attempt.checks else "not checked yet",
        counted(attempt.hints, "hint") if attempt.hints else "no hints",
        f"your best {clock(best)}" if best is not None else "",
    )


def off_the_clock(attempt: AttemptState | None) -> Text:
    """Why a check belongs to no attempt."""
    if attempt is None:
        return Text("not timed: no attempt was started")
    return Text(f"not timed: you passed in {clock(attempt.seconds_used)}" if attempt.passed else "not timed: the attempt is over")


def comparison(attempt: AttemptState) -> Text:
    """A pass beside the last one and the best one."""
    last, best, used = attempt.last_seconds, attempt.last_best_seconds, attempt.seconds_used
    if last is None or best is None:
        return Text("your first pass")
    apart = abs(round(last) - round(used))
    if apart == 0:
        text = Text(f"as fast as your last pass ({clock(last)})")
    else:
        faster = used < last
        text = Text(f"{clock(apart)} ").append("faster" if faster else "slower", style=GOOD if faster else WARN)
        text.append(f" than your last pass ({clock(last)})")
    return text.append(", your best yet", style=GOOD) if used < best else text.append(f", best {clock(best)}")


def next_step(verdict: Verdict, attempt: AttemptState | None, path: str) -> Text:
    """One command: reveal after a pass or when time is up, a hint once a second check fails, else edit and check."""
    slug = verdict.drill
    if verdict.kind is VerdictKind.PASSED:
        return command(f"drill reveal {slug}", "compare with the reference")
    if verdict.kind is VerdictKind.INTERNAL:
        return command(f"drill verify {slug}", "shows what is wrong with the drill")
    if attempt is not None and attempt.running and verdict.kind is VerdictKind.FAILED:
        if attempt.checks > 1 and attempt.hints < HINTS:
            return command(f"drill hint {slug}", f"shows hint {attempt.hints + 1} of {HINTS}")
        if attempt.seconds_left == 0 and attempt.hints >= HINTS:
            return command(f"drill reveal {slug}", "free, since the time is up")
    return command("drill check", f"once you have edited {path}")


def verdict_word(kind: VerdictKind | None) -> Text:
    """The result of a check in a word, with its sign."""
    words = {
        None: Text("not checked", style="dim"),
        VerdictKind.PASSED: Text("✓ passed", style=GOOD),
        VerdictKind.FAILED: Text("✗ failed", style=BAD),
        VerdictKind.NOT_LOADED: Text("! not loaded", style=WARN),
        VerdictKind.INTERNAL: Text("! our fault", style=WARN),
    }
    return words[kind].copy()


def sandbox_fact(verdict: Verdict) -> list[Fact]:
    """How well the learner's code was shut in; what is missing is said once it matters."""
    if not verdict.sandbox:
        return []
    why = f" — {verdict.sandbox_reason}" if verdict.sandbox_reason else ""
    return [("sandbox", Text(f"{verdict.sandbox}{why}", style="dim"))]
