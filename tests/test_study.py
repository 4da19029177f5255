"""Quiz, gradings, reviews, advice, plans and figures, on a real history with a clock that stands still."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from fixture_pack import STUB, Clock, verdict
from study_pack import card, make_deck, make_pack, make_study

from drillkit import practice, study
from drillkit.errors import DrillError
from drillkit.history import History
from drillkit.rules import Mark, Rating
from drillkit.study_results import Grading, Kind, Study, Why
from drillkit.verdict import VerdictKind

ROOT = Path(study.__file__).parent.parent
S, P, M = Mark.SAID, Mark.PARTLY, Mark.MISSED
GOOD = Grading(core=(S, S, S), bonus=(S,))
BAD = Grading(core=(S, M, S), bonus=(M,))
DAY = 86400.0
TODAY = date(2026, 11, 21)


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


def solve(s: Study, clock: Clock, slug: str, seconds: float = 400) -> None:
    practice.start(s.practice, slug)
    clock.forward(seconds)
    practice.check(s.practice, slug, judge(VerdictKind.PASSED))


def ids(found) -> list[str]:
    return [card.id for card in found.cards]


# quiz


def test_quiz_asks_new_cards_in_order(s):
    """Without a past the cards come in the order of decks and files."""
    found = study.quiz(s)
    assert ids(found) == ["card-1", "card-2", "card-3", "card-4", "norm"]
    assert (found.done, found.resumed, found.locked) == (0, False, {})


def test_quiz_is_narrowed(s):
    """Deck, level and count narrow a quiz."""
    assert ids(study.quiz(s, deck="vectors")) == ["norm"]
    assert ids(study.quiz(s, level="E", count=2)) == ["card-1", "card-2"]


def test_picking_begins_nothing(s):
    """The cards of a quiz can be told without beginning one."""
    assert [found.id for found in study.pick(s, count=2)] == ["card-1", "card-2"]
    assert study.unfinished(s) is None


def test_quiz_asks_due_then_new_then_known(s, clock):
    """What is due comes first, the weakest recall before the others, then new cards, then what is known."""
    for name, grading in (("card-3", GOOD), ("card-2", BAD)):
        study.grade(s, s.library.by_id[name], grading)
    clock.forward(4 * DAY)
    study.grade(s, s.library.by_id["card-1"], GOOD)
    assert ids(study.quiz(s)) == ["card-2", "card-3", "card-4", "norm", "card-1"]
    assert ids(study.quiz(s, due=True)) == ["card-2", "card-3"]
    assert ids(study.quiz(s, missed=True)) == ["card-2"]


@pytest.mark.parametrize(
    ("options", "text"),
    [
        ({"due": True}, "no card is due"),
        ({"missed": True}, "no card was missed"),
        ({"deck": "vectors", "level": "H"}, "no card fits"),
        ({"count": 0}, "--count must be 1 or more"),
        ({"deck": "nothing"}, "no deck is called"),
    ],
)
def test_empty_quiz_is_told(s, options, text):
    """A quiz without a card is refused, and no session is begun."""
    with pytest.raises(DrillError, match=text):
        study.quiz(s, **options)
    assert study.unfinished(s) is None


def test_grading_is_saved_at_once(s):
    """What was graded is there with its marks, its coverage and its next day."""
    graded = study.grade(s, s.library.by_id["norm"], Grading(core=(S, P, S), bonus=(M,), traps=(), answer="The mean …"))
    assert (graded.rating, graded.proposal.reason) == (Rating.HARD, "1 core point only partly said")
    assert graded.covered == pytest.approx(2.5 / 3)
    with History.open(s.data / "history.db") as other:
        rows = other.select("SELECT card, answer, day, proposed, chosen FROM gradings")
    assert rows == [("norm", "The mean …", "2026-11-21", 2, 2)]
    (past,) = study.card(s, "norm").past
    assert (past.answer, past.covered, past.rating) == ("The mean …", graded.covered, Rating.HARD)


def test_own_rating_is_kept_beside_the_proposed(s):
    """The learner's choice counts, before or after saving; both are in the log."""
    known = s.library.by_id["norm"]
    assert study.grade(s, known, Grading(core=(S, S, S), bonus=(S,), rating=Rating.EASY)).memory.due == TODAY + timedelta(days=8)
    graded = study.grade(s, s.library.by_id["card-1"], GOOD)
    changed = study.rerate(s, graded, Rating.AGAIN)
    assert (changed.proposal.rating, changed.rating, changed.memory.due) == (Rating.GOOD, Rating.AGAIN, TODAY + timedelta(days=1))
    assert [past.rating for past in study.card(s, "card-1").past] == [Rating.AGAIN]


@pytest.mark.parametrize(
    "grading",
    [
        Grading(core=(S, S)),
        Grading(core=(S, S, S), bonus=(S, S)),
        Grading(core=(S, S, S), traps=(1,)),
        Grading(core=(S, S, S), traps=(-1,)),
    ],
)
def test_marks_that_do_not_fit_are_refused(s, grading):
    """A grading with too few or too many marks is refused and nothing is saved."""
    with pytest.raises(DrillError, match="norm has"):
        study.grade(s, s.library.by_id["norm"], grading)
    assert study.card(s, "norm").past == ()


def test_undo_appends_and_reopens(s):
    """An undone grading counts no more, its card is open again, and its row is still there."""
    queue = study.quiz(s, count=2)
    first = study.grade(s, queue.cards[0], BAD, queue.session)
    assert study.undo(s, first.id) == queue.cards[0]
    found = study.unfinished(s)
    assert found is not None
    assert ids(found) == ["card-1", "card-2"]
    assert study.card(s, "card-1").state.memory is None
    assert s.practice.history.select("SELECT count(*) FROM gradings") == [(1,)]
    with pytest.raises(DrillError, match="there is no grading"):
        study.undo(s, first.id)


def test_interrupted_quiz_goes_on(s, clock):
    """What is left of an interrupted session is offered with the answer that was locked, until the session is ended."""
    queue = study.quiz(s, count=3)
    study.grade(s, queue.cards[0], GOOD, queue.session)
    study.lock(s, queue.session, queue.cards[1], "my answer", ["0.5"])
    clock.forward(3600)
    found = study.unfinished(s)
    assert found is not None
    assert (ids(found), found.done, found.resumed, found.session) == (["card-2", "card-3"], 1, True, queue.session)
    assert (found.locked["card-2"].answer, found.locked["card-2"].numbers) == ("my answer", ("0.5",))
    study.end(s, queue.session)
    study.end(s, queue.session)
    assert study.unfinished(s) is None


def test_finished_and_old_sessions_are_not_offered(s, clock):
    """A session whose cards are all graded is over, and one of two days ago is forgotten."""
    queue = study.quiz(s, count=1)
    study.grade(s, queue.cards[0], GOOD, queue.session)
    assert study.unfinished(s) is None
    study.quiz(s, count=2)
    clock.forward(2 * DAY)
    assert study.unfinished(s) is None


KILLED = """
import os, signal, sys
from pathlib import Path
sys.path.insert(0, "tests")
from fixture_pack import Clock
from study_pack import make_study
from test_study import GOOD
from drillkit import study
s = make_study(Path(sys.argv[1]), Clock())
queue = study.quiz(s)
study.grade(s, queue.cards[0], GOOD, queue.session)
study.lock(s, queue.session, queue.cards[1], "typed")
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_killed_quiz_loses_nothing(s, tmp_path):
    """After a kill every graded card and the locked answer are there."""
    done = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], cwd=ROOT, capture_output=True)
    assert done.returncode == -9, done.stderr
    found = study.unfinished(s)
    assert found is not None
    assert (found.done, found.locked["card-2"].answer) == (1, "typed")


def test_mentioned_is_about_words():
    """A point is mentioned when most of its key words occur, right or wrong; an empty answer mentions nothing."""
    points = ("The median is the middle value", "Outliers move the mean")
    assert study.mentioned(points, "Medians are never the middle of the values.") == (True, False)
    assert study.mentioned(points, "  ") == (False, False)


def test_edited_card_keeps_its_history(tmp_path, clock):
    """Another wording, even another number of points, leaves the past of a card as it was; a removed card disturbs nothing."""
    make_pack(tmp_path)
    made = make_study(tmp_path, clock)
    memory = study.grade(made, made.library.by_id["norm"], GOOD).memory
    study.grade(made, made.library.by_id["card-1"], GOOD)
    made.practice.history.close()
    make_deck(tmp_path / "drills", "vectors", [card(id="norm", question="Now what?", core=["One", "Two", "Three", "Four"])], order=2)
    (tmp_path / "drills" / "concepts" / "statistics.toml").unlink()
    made = make_study(tmp_path, clock)
    view = study.card(made, "norm")
    assert (view.card.question, view.state.memory, view.past[0].covered) == ("Now what?", memory, 1.0)
    clock.forward(9 * DAY)
    assert [item.target for item in study.due(made)] == ["norm"]
    assert study.stats(made).activity
    made.practice.history.close()


def test_cards_and_their_drills(s):
    """Cards are listed with their state; a card's view tells its drills that exist and those that are planned."""
    study.grade(s, s.library.by_id["norm"], BAD)
    assert [(state.card.id, state.last, state.due) for state in study.cards(s, deck="vectors")] == [("norm", Rating.AGAIN, False)]
    view = study.card(s, "norm")
    assert (view.deck.name, [drill.slug for drill in view.drills], view.planned) == ("vectors", ["top-k"], ())


# reviews


def test_due_drill_opens_afresh(s, clock):
    """A review archives the old file, makes a fresh one and starts the clock; asked again it resumes."""
    solve(s, clock, "top-k")
    path = s.practice.workspace.solutions / "top_k.py"
    path.write_bytes(b"mine")
    clock.forward(5 * DAY)
    assert [(item.kind, item.target) for item in study.due(s)] == [(Kind.DRILL, "top-k")]
    opened = study.open_drill(s, "top-k")
    assert opened.archived is not None
    assert (opened.archived.read_bytes(), path.read_bytes()) == (b"mine", STUB)
    assert (opened.resumed, opened.started.attempt.running, opened.started.attempt.seconds_left) == (False, True, 900)
    path.write_bytes(b"begun")
    again = study.open_drill(s, "top-k")
    assert (again.resumed, again.archived, path.read_bytes()) == (True, None, b"begun")


def test_review_ends_an_attempt_that_ran_out(s, clock):
    """An attempt left open past its deadline is failed, due the day after, and a review begins anew."""
    practice.start(s.practice, "top-k")
    clock.forward(DAY)
    assert [item.target for item in study.due(s)] == ["top-k"]
    opened = study.open_drill(s, "top-k", minutes=5)
    assert (opened.resumed, opened.started.attempt.seconds_left) == (False, 300)
    assert opened.archived is not None
    rating = study.rating_of(s, "top-k")
    assert rating is not None
    assert (rating.rating, rating.proposal.reason) == (Rating.AGAIN, "not passed")


def test_rating_of_a_drill(s, clock):
    """A pass is rated by the rule; the learner's own rating takes its place, the last one counts."""
    assert study.rating_of(s, "top-k") is None
    with pytest.raises(DrillError, match="no attempt at top-k has ended"):
        study.rate(s, "top-k")
    solve(s, clock, "top-k", seconds=100)
    first = study.rating_of(s, "top-k")
    assert first is not None
    assert (first.rating, first.proposal.easy, first.was_due, first.due) == (Rating.GOOD, True, False, TODAY + timedelta(days=2))
    assert study.rate(s, "top-k") == first
    assert study.rate(s, "top-k", Rating.EASY).due == TODAY + timedelta(days=8)
    assert study.rate(s, "top-k", Rating.HARD).rating is Rating.HARD
    clock.forward(2 * DAY)
    solve(s, clock, "top-k")
    second = study.rating_of(s, "top-k")
    assert second is not None
    assert second.was_due


# advice


def test_advice_goes_from_running_to_new(s, clock):
    """A clock that runs comes first, then what is due, then what is new, the easiest first."""
    advice = study.recommend(s)
    assert (advice.kind, advice.target, advice.why, advice.command) == (Kind.DRILL, "softmax", Why.NEW, "drill start softmax")
    practice.start(s.practice, "top-k")
    clock.forward(300)
    advice = study.recommend(s)
    assert (advice.why, advice.target, advice.minutes) == (Why.RUNNING, "top-k", 10)
    practice.check(s.practice, "top-k", judge(VerdictKind.PASSED))
    clock.forward(3 * DAY)
    advice = study.recommend(s)
    assert (advice.why, advice.target, advice.command) == (Why.DUE, "top-k", "drill review")
    assert "due since 23 November; the chance that you recall it is" in advice.reason


def test_advice_fits_the_time(s, clock):
    """With minutes given only what fits is recommended: cards where no drill fits, and a refusal where nothing does."""
    advice = study.recommend(s, 5)
    assert (advice.kind, advice.target, advice.count, advice.minutes) == (Kind.CARD, "statistics", 2, 4)
    assert advice.command == "drill quiz statistics --count 2"
    for name in ("card-1", "card-2"):
        study.grade(s, s.library.by_id[name], BAD)
    clock.forward(DAY)
    advice = study.recommend(s, 5)
    assert (advice.kind, advice.why, advice.count, advice.command) == (Kind.CARD, Why.DUE, 2, "drill quiz --due --count 2")
    with pytest.raises(DrillError, match="nothing fits"):
        study.recommend(s, 1)
    with pytest.raises(DrillError, match="--minutes must be"):
        study.recommend(s, 0)


def test_advice_follows_up_what_was_passed(s, clock):
    """After a pass, a related drill that was not tried comes before other new ones."""
    solve(s, clock, "top-k")
    advice = study.recommend(s)
    assert (advice.why, advice.target, advice.reason) == (Why.FOLLOW_UP, "k-means", "it follows top-k, which you passed")


def test_advice_names_a_weak_deck(s, clock):
    """A deck whose cards went badly is recommended before anything new."""
    for name in ("card-1", "card-2"):
        study.grade(s, s.library.by_id[name], BAD)
    advice = study.recommend(s)
    assert (advice.why, advice.target, advice.reason) == (Why.WEAK, "statistics", "Statistics: 2 of 2 cards you tried went badly")


def test_advice_when_all_is_done(s, clock):
    """With nothing due, weak or new the least known is recommended."""
    for known in s.library.cards:
        study.grade(s, known, GOOD)
    for slug in ("top-k", "softmax", "k-means"):
        solve(s, clock, slug, seconds=30)
    advice = study.recommend(s)
    assert (advice.why, advice.reason[:15]) == (Why.WEAK, "nothing is due;")


# plan


def test_plan_keeps_to_the_hours_and_begins_everything(s):
    """Each day stays within its minutes, everything is begun once, and nothing is on two days before it is due again."""
    found = study.plan(s, TODAY + timedelta(days=30), hours=0.5)
    assert [day.day for day in found.days] == [TODAY + timedelta(days=ahead) for ahead in range(30)]
    assert all(day.minutes == sum(task.minutes for task in day.tasks) <= 30 for day in found.days)
    assert [day.last_week for day in found.days] == [False] * 23 + [True] * 7
    new = [task.target for day in found.days for task in day.tasks if task.why is Why.NEW]
    assert sorted(new) == sorted(["card-1", "card-2", "card-3", "card-4", "norm", "k-means", "softmax", "top-k"])
    assert (found.left_drills, found.left_cards) == (0, 0)
    assert found.expected_recall is not None
    assert found.expected_recall > 0.9


def test_plan_takes_due_first_and_tells_what_is_left(s, clock):
    """What is due is done first, by weakest recall; what has no room is counted."""
    for name, grading in (("card-1", GOOD), ("card-2", BAD)):
        study.grade(s, s.library.by_id[name], grading)
    clock.forward(5 * DAY)
    found = study.plan(s, s.today + timedelta(days=10), hours=0.1)
    assert [(task.target, task.why) for task in found.days[0].tasks] == [("card-2", Why.DUE), ("card-1", Why.DUE), ("card-3", Why.WEAK)]
    assert found.left_drills == 3


def test_plan_repeats_the_weakest_in_the_last_week(s, clock):
    """In the last week reviews come by weakest recall, due or not."""
    for known in s.library.cards:
        study.grade(s, known, Grading(core=(S, S, S), bonus=(S,), rating=Rating.EASY))
    clock.forward(4 * DAY)
    found = study.plan(s, s.today + timedelta(days=3), hours=0.1)
    assert {task.why for day in found.days for task in day.tasks} == {Why.WEAK}
    assert all(day.last_week for day in found.days)


@pytest.mark.parametrize(
    ("ahead", "hours", "text"),
    [
        (0, None, "is not after today"),
        (-3, None, "is not after today"),
        (400, None, "more than a year"),
        (9, 0, "--hours"),
        (9, float("nan"), "--hours"),
    ],
)
def test_impossible_plan_is_refused(s, ahead, hours, text):
    """A date that is not ahead and hours that no day has are refused."""
    with pytest.raises(DrillError, match=text):
        study.plan(s, TODAY + timedelta(days=ahead), hours=hours)


# figures


def test_figures_of_a_fresh_start(s):
    """Without a past everything is there and empty."""
    found = study.stats(s)
    assert (found.practised, found.times, len(found.activity), len(found.due)) == (0, (), 182, 14)
    assert found.activity[0].day.weekday() == 0
    assert found.activity[-1].day.weekday() == 6
    assert found.activity[-7].day <= found.today <= found.activity[-1].day
    assert [(topic.topic, topic.drills, topic.tried, topic.recall) for topic in found.topics] == [
        ("similarity", 2, 0, None),
        ("stability", 1, 0, None),
    ]


def test_figures_count_what_was_done(s, clock):
    """Passes, times, coverage, activity and what falls due are counted."""
    practice.start(s.practice, "top-k")
    practice.check(s.practice, "top-k", judge(VerdictKind.FAILED))
    clock.forward(1000)
    practice.check(s.practice, "top-k", judge(VerdictKind.PASSED))
    solve(s, clock, "k-means", seconds=600)
    clock.forward(DAY)
    solve(s, clock, "k-means", seconds=900)
    study.grade(s, s.library.by_id["norm"], BAD)
    found = study.stats(s)
    similarity = found.topics[0]
    assert (similarity.tried, similarity.in_time, similarity.first_check) == (2, 1, 1)
    assert similarity.recall == pytest.approx(1, abs=0.2)
    assert [(time.slug, time.target, time.last, time.best) for time in found.times] == [
        ("top-k", 900, 1000, 1000),
        ("k-means", 1500, 900, 600),
    ]
    assert found.practised == 2
    days = {count.day: (count.cards, count.drills) for count in found.activity if count.cards or count.drills}
    assert days == {TODAY: (0, 2), TODAY + timedelta(days=1): (1, 1)}
    assert (found.due[0].drills, found.due[1].cards) == (1, 1)
    vectors = found.decks[1]
    assert (vectors.tried, vectors.due, vectors.recall) == (1, 0, 1.0)
    assert vectors.covered == pytest.approx(2 / 3)


def test_zone_is_the_systems_without_one(s, clock):
    """Without a zone the day is the local one of the machine."""
    made = study.open_study(s.practice, s.data, pack=s.data.parent / "drills")
    assert made.today == datetime.fromtimestamp(clock.now, tz=UTC).astimezone().date()
