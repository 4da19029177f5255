"""Ratings by the rules, and schedules by replay, compared with the fsrs library used directly over sixty days."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, timezone
from pathlib import Path
from typing import Any

import fsrs
import pytest
from fixture_pack import NOON, Clock, verdict
from study_pack import make_pack, make_study

from drillkit import memories, practice, schedule, study
from drillkit.attempt import Attempt, Check, Reveal
from drillkit.rules import DrillOutcome, Mark, Rating, card_rating, drill_rating, standing
from drillkit.schedule import Review
from drillkit.study_results import Grading, Kind, Study
from drillkit.verdict import VerdictKind

ROOT = Path(schedule.__file__).parent.parent
S, P, M = Mark.SAID, Mark.PARTLY, Mark.MISSED
DAY = 86400.0


@pytest.mark.parametrize(
    ("core", "bonus", "traps", "rating"),
    [
        pytest.param([S, S, S], [S, S], 0, Rating.GOOD, id="everything said"),
        pytest.param([S, S, S], [], 0, Rating.GOOD, id="no bonus there"),
        pytest.param([S, S, S], [S, M], 0, Rating.GOOD, id="one bonus said"),
        pytest.param([S, S, S], [M, M], 0, Rating.HARD, id="no bonus said"),
        pytest.param([S, S, S], [P], 0, Rating.HARD, id="a bonus partly"),
        pytest.param([S, P, S], [S], 0, Rating.HARD, id="a core point partly"),
        pytest.param([S, M, S], [S], 0, Rating.AGAIN, id="a core point missed"),
        pytest.param([S, S, S], [S], 1, Rating.AGAIN, id="a trap said"),
    ],
)
def test_card_rule(core, bonus, traps, rating):
    """Marks and traps give the rating; Easy is never proposed."""
    assert card_rating(core, bonus, traps_said=traps).rating is rating


@pytest.mark.parametrize(
    ("outcome", "rating", "easy"),
    [
        pytest.param({"used": 0.8}, Rating.GOOD, False, id="first time, in time"),
        pytest.param({"used": 0.4}, Rating.GOOD, True, id="under half the time"),
        pytest.param({"used": 0.4, "failed_checks": 1}, Rating.GOOD, False, id="fast, one failed check"),
        pytest.param({"used": None}, Rating.GOOD, False, id="without a timer"),
        pytest.param({"used": 1.0}, Rating.GOOD, False, id="exactly in time"),
        pytest.param({"used": 1.01}, Rating.HARD, False, id="over time"),
        pytest.param({"used": 0.5, "failed_checks": 2}, Rating.HARD, False, id="several failed checks"),
        pytest.param({"used": 0.5, "hints": 1}, Rating.HARD, False, id="one hint"),
        pytest.param({"used": 0.5, "hints": 3}, Rating.AGAIN, False, id="the last hint"),
        pytest.param({"passed": False}, Rating.AGAIN, False, id="not passed"),
        pytest.param({"passed": False, "revealed": True}, Rating.AGAIN, False, id="revealed"),
    ],
)
def test_drill_rule(outcome, rating, easy):
    """How an attempt ended gives the rating."""
    proposal = drill_rating(DrillOutcome(**({"passed": True} | outcome)))
    assert (proposal.rating, proposal.easy) == (rating, easy)


def test_own_choice_outlives_a_better_rule():
    """What the learner chose against the rule stays; what was only accepted follows the rule of today."""
    assert standing(Rating.HARD, Rating.GOOD, Rating.AGAIN) is Rating.GOOD
    assert standing(Rating.HARD, Rating.HARD, Rating.AGAIN) is Rating.AGAIN


def attempt(**changes: Any) -> Attempt:
    return Attempt(**({"id": 1, "drill": "top-k", "path": Path("/w"), "started_at": NOON, "deadline": NOON + 600} | changes))


def check(at: float, kind: VerdictKind) -> Check:
    return Check(id=1, attempt_id=1, drill="top-k", at=at, verdict=kind, passed=0, required=1, seconds=0.1)


PASS = check(NOON + 300, VerdictKind.PASSED)


@pytest.mark.parametrize(
    ("changes", "now", "expected"),
    [
        pytest.param({}, NOON + 60, None, id="runs"),
        pytest.param({}, NOON + 700, None, id="time is up today"),
        pytest.param({}, NOON + DAY, (0, DrillOutcome(passed=False)), id="time was up yesterday"),
        pytest.param({"resets": (NOON + 60,)}, NOON + DAY, None, id="reset in time"),
        pytest.param({"resets": (NOON + 700,)}, NOON + 800, (0, DrillOutcome(passed=False)), id="reset after the time was up"),
        pytest.param({"checks": (PASS,)}, NOON + DAY, (0, DrillOutcome(passed=True, used=0.5)), id="passed"),
        pytest.param({"checks": (PASS,), "deadline": None}, NOON, (0, DrillOutcome(passed=True)), id="passed without a timer"),
        pytest.param(
            {"checks": (check(NOON + 60, VerdictKind.FAILED), check(NOON + 90, VerdictKind.NOT_LOADED), PASS), "hints": (1,)},
            NOON,
            (0, DrillOutcome(passed=True, hints=1, failed_checks=1, used=0.5)),
            id="failed checks and hints",
        ),
        pytest.param(
            {"reveals": (Reveal(attempt_id=1, drill="top-k", at=NOON + 60, spoiled=True),)},
            NOON + DAY,
            (0, DrillOutcome(passed=False, revealed=True)),
            id="revealed in time",
        ),
        pytest.param(
            {"reveals": (Reveal(attempt_id=1, drill="top-k", at=NOON + 2 * DAY, spoiled=False),)},
            NOON + 3 * DAY,
            (0, DrillOutcome(passed=False)),
            id="answer read two days after the time was up",
        ),
    ],
)
def test_outcome_of_an_attempt(changes, now, expected):
    """Each way an attempt can end, and the day it counts for."""
    found = memories.outcome(attempt(**changes), now=now, zone=UTC)
    assert found == (None if expected is None else (date(2026, 11, 21) + timedelta(days=expected[0]), expected[1]))


def direct(reviews: list[Review]) -> tuple[fsrs.Card, fsrs.Scheduler]:
    """The library by itself, as its documentation uses it."""
    scheduler = fsrs.Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    card = fsrs.Card(card_id=1)
    for review in reviews:
        at = datetime.combine(review.day, time(12), tzinfo=UTC)
        card, _ = scheduler.review_card(card, fsrs.Rating(int(review.rating)), at)
    return card, scheduler


@pytest.mark.parametrize("seed", range(20))
def test_replay_is_the_library(seed):
    """Any sequence of ratings, several a day included, ends as the library by itself ends; step by step it is the same."""
    rng = random.Random(seed)
    day, reviews = date(2026, 1, 1), []
    for _ in range(12):
        day += timedelta(days=rng.choice([0, 1, 1, 2, 5, 20]))
        reviews.append(Review(day=day, rating=rng.choice(list(Rating))))
    found = schedule.replay("card:x", reviews)
    card, scheduler = direct(reviews)
    assert found is not None
    assert (found.due, found.stability, found.difficulty) == (card.due.date(), card.stability, card.difficulty)
    later = day + timedelta(days=9)
    noon = datetime.combine(later, time(12), tzinfo=UTC)
    assert schedule.recall(found, later) == scheduler.get_card_retrievability(card, noon)
    stepped = schedule.replay("card:x", reviews[:1])
    for review in reviews[1:]:
        assert stepped is not None
        stepped = schedule.after(stepped, review)
    assert stepped == found


def test_nothing_is_due_twice_a_day():
    """Whatever the rating, the next time is another day."""
    for rating in Rating:
        found = schedule.replay("x", [Review(day=date(2026, 1, 1), rating=rating)])
        assert found is not None
        assert found.due > found.last


def test_numbers_of_items():
    """Every id has its own number that fits in 63 bits and never changes."""
    numbers = {schedule.number_of(f"card:{number}") for number in range(5000)}
    assert len(numbers) == 5000
    assert all(0 <= number < 2**63 for number in numbers)
    assert schedule.number_of("card:top-k") == 183346361542264963


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def s(tmp_path: Path, clock: Clock) -> Iterator[Study]:
    make_pack(tmp_path)
    made = make_study(tmp_path, clock)
    yield made
    made.practice.history.close()


def judge(kind: VerdictKind):
    return lambda drill, source, filename: verdict(kind, drill=drill.slug)


def solve(s: Study, clock: Clock, slug: str, rng: random.Random) -> Rating:
    """One review of a drill, ended in a random way; the rating it must get."""
    study.open_drill(s, slug)
    minutes = s.practice.catalogue.match(slug).minutes
    way = rng.choice(["good", "good", "late", "hint", "checks", "reveal"])
    if way == "hint":
        practice.hint(s.practice, slug)
    if way == "checks":
        for _ in range(2):
            practice.check(s.practice, slug, judge(VerdictKind.FAILED))
    if way == "reveal":
        practice.reveal(s.practice, slug, confirmed=True)
        return Rating.AGAIN
    clock.forward(60 * minutes * (1.5 if way == "late" else 0.7))
    practice.check(s.practice, slug, judge(VerdictKind.PASSED))
    return Rating.GOOD if way == "good" else Rating.HARD


def test_sixty_days_of_a_learner(s, clock):
    """Due lists and schedules over sixty days are those of the library used directly, day by day."""
    rng = random.Random(5)
    log: dict[tuple[Kind, str], list[Review]] = {}
    seen = set()
    for number in range(60):
        today = date(2026, 11, 21) + timedelta(days=number)
        clock.now = NOON + number * DAY
        assert s.today == today
        due = {(item.kind, item.target): item for item in study.due(s)}
        cards = {key: direct(reviews) for key, reviews in log.items()}
        expected = {key for key, (card, _) in cards.items() if card.due.date() <= today}
        assert set(due) == expected
        noon = datetime.combine(today, time(12), tzinfo=UTC)
        for key, item in due.items():
            card, scheduler = cards[key]
            assert (item.due, item.recall) == (card.due.date(), scheduler.get_card_retrievability(card, noon))
        recalls = [item.recall for item in study.due(s)]
        assert recalls == sorted(recalls)
        assert study.due_drills(s.practice, s.data, UTC) == {target for kind, target in due if kind is Kind.DRILL}
        if rng.random() < 0.25:
            continue  # a day off
        todo = list(due)[:4] + [(Kind.CARD, card.id) for card in s.library.cards if card.id not in seen][:1]
        todo += [(Kind.DRILL, "top-k")] if number == 3 else []
        for kind, target in todo:
            seen.add(target)
            if kind is Kind.DRILL:
                rating = solve(s, clock, target, rng)
            else:
                card = s.library.by_id[target]
                core = tuple(rng.choice([S, S, S, S, P, M]) for _ in card.core)
                graded = study.grade(s, card, Grading(core=core, bonus=(S,) * len(card.bonus)))
                rating = Rating.AGAIN if M in core else Rating.HARD if P in core else Rating.GOOD
                assert graded.rating is rating
            log.setdefault((kind, target), []).append(Review(day=today, rating=rating))
    assert sum(map(len, log.values())) > 50
    assert {kind for kind, _ in log} == set(Kind)


def test_local_day_decides(tmp_path):
    """A late evening belongs to the learner's own day, and the day that was noted stays when the learner travels."""
    make_pack(tmp_path)
    clock = Clock(datetime(2026, 11, 21, 23, 30, tzinfo=UTC).timestamp())
    made = make_study(tmp_path, clock)
    there = study.open_study(made.practice, made.data, pack=tmp_path / "drills", zone=timezone(timedelta(hours=9)))
    card = there.library.by_id["norm"]
    graded = study.grade(there, card, Grading(core=(S, S, S), bonus=(S,)))
    assert graded.memory.last == date(2026, 11, 22)
    assert study.card(made, "norm").past[0].day == date(2026, 11, 22)
    made.practice.history.close()


def test_list_needs_no_scheduler(s, clock):
    """While nothing was reviewed since, what is due is told without importing fsrs; a failed check changes nothing."""
    practice.start(s.practice, "top-k")
    practice.check(s.practice, "top-k", judge(VerdictKind.PASSED))
    assert study.due_drills(s.practice, s.data, UTC) == frozenset()
    practice.start(s.practice, "softmax", no_timer=True)
    practice.check(s.practice, "softmax", judge(VerdictKind.FAILED))
    code = (
        "import sys; sys.path.insert(0, 'tests'); from pathlib import Path; from datetime import UTC\n"
        "from drillkit.history import History; from drillkit.catalogue import load; from drillkit.results import Practice\n"
        "from drillkit.workspace import Workspace; from drillkit.memories import due_drills\n"
        f"home = Path({str(s.data)!r})\n"
        "p = Practice(catalogue=load(home.parent / 'drills', cache=None), history=History.open(home / 'history.db'),\n"
        f"    workspace=Workspace(folder=home), clock=lambda: {NOON + 5 * DAY})\n"
        "print(sorted(due_drills(p, home, UTC)), sorted({'fsrs', 'numpy', 'pytest', 'rich'} & set(sys.modules)))"
    )
    clock.forward(5 * DAY)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout == "['top-k'] []\n"


def test_damaged_schedule_is_made_anew(s):
    """A kept schedule that is damaged only costs time."""
    card = s.library.by_id["norm"]
    memory = study.grade(s, card, Grading(core=(S, S, S), bonus=(S,))).memory
    kept = s.data / memories.CACHE / memories.INDEX_NAME
    assert kept.exists()
    for content in (b"", b"00000000\n{}", kept.read_bytes().replace(b"stability", b"stabilitx")):
        kept.write_bytes(content)
        assert study.card(s, "norm").state.memory == memory
