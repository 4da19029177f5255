"""The judge, end to end, on a small drill: real processes, real players."""

from __future__ import annotations

import os
import textwrap

import pytest
from small_drill import RIGHT, STUB, TESTS, make_drill

from drillkit.judge.client import Judge
from drillkit.verdict import Outcome, Verdict, VerdictKind


@pytest.fixture(scope="module")
def judge():
    """One warm judge for the module."""
    with Judge() as warm:
        yield warm


@pytest.fixture
def check(judge, tmp_path):
    """Judge a source on the small drill."""
    drill = make_drill(tmp_path, seconds=1.0)

    def run(source: str | bytes) -> Verdict:
        data = source if isinstance(source, bytes) else textwrap.dedent(source).encode()
        return judge.check(drill, data, filename="solutions/small.py")

    return run


def with_double(body: str) -> str:
    """A right solution but for the body of `double`."""
    return RIGHT.replace("    return np.asarray(x) * 2.0\n", textwrap.indent(textwrap.dedent(body), "    "))


def case(verdict: Verdict, name: str):
    """The result of one test."""
    return next(case for case in verdict.cases if case.id == name)


def test_a_right_solution_passes(check):
    """A right solution passes every required test, in the file's order."""
    verdict = check(RIGHT)
    assert (verdict.kind, verdict.passed, verdict.required, verdict.reason) == (VerdictKind.PASSED, 5, 5, "")
    assert [c.id for c in verdict.cases] == ["test_doubles", "test_empty", "test_describes", "test_no_loop", "test_memory"]
    assert [c.group for c in verdict.cases] == ["correctness", "edge", "contract", "vectorised", "memory"]


def test_measures_are_there_on_a_pass(check):
    """Growth and peak memory are reported when they pass, too."""
    verdict = check(RIGHT)
    assert case(verdict, "test_no_loop").measures[0].value < 0.1
    assert 800_000 <= case(verdict, "test_memory").measures[0].value <= 2_400_000


def test_a_failing_case_shows_the_call(check):
    """A failing case holds the title, the call, what came back, what was expected and the kind of mistake."""
    found = case(check(with_double("return np.asarray(x) * 3.0\n")), "test_doubles")
    assert found.outcome is Outcome.FAILED
    assert found.title == "Every entry is doubled"
    assert found.call == "double(array([1.0, 2.5]))"
    assert (found.returned, found.expected) == ("array([3.0, 7.5])", "[2.0, 5.0]")
    assert found.message == "entry [1] is 7.5, expected 5 (2 of 2 entries are off)"


def test_a_change_of_an_argument_is_noticed(check):
    """A call that changes its argument fails and names it."""
    assert case(check(with_double("x *= 2\nreturn x\n")), "test_doubles").message == "changes its input `x`"


@pytest.mark.parametrize(
    "seed", ["np.random.seed(0)", "np.random.rand()", "import random; random.seed(0)", "import random; random.random()"]
)
def test_global_random_state_is_watched(check, seed):
    """A call that touches global random state fails."""
    assert "touches the global random state" in case(check(with_double(f"{seed}\nreturn x * 2.0\n")), "test_doubles").message


FAULTS = {
    "an endless loop": ("while True:\n    pass\n", Outcome.TIMEOUT, "still running after 1 s"),
    "sleep": ("import time; time.sleep(30)\n", Outcome.TIMEOUT, "still running after 1 s"),
    "a huge allocation": ("return np.ones(10**9)\n", Outcome.MEMORY, "needs more than the 512 MB a test may use"),
    "os._exit": ("import os; os._exit(0)\n", Outcome.CRASHED, "your code ended the process (exit status 0)"),
    "sys.exit": ("import sys; sys.exit(0)\n", Outcome.CRASHED, "your code asked the interpreter to exit (sys.exit)"),
    "a segfault": ("import ctypes; ctypes.string_at(0)\n", Outcome.CRASHED, "the interpreter crashed (SIGSEGV)"),
    "deep recursion": ("return double(x)\n", Outcome.ERROR, "RecursionError: maximum recursion depth exceeded"),
    "an exception": ("return 1 / 0\n", Outcome.ERROR, "ZeroDivisionError: division by zero"),
    "KeyboardInterrupt": ("raise KeyboardInterrupt\n", Outcome.ERROR, "KeyboardInterrupt"),
    "an agreeable object": (
        "class Yes:\n    def __eq__(self, o): return True\n    shape = (2,)\nreturn Yes()\n",
        Outcome.FAILED,
        "wrong type: expected an array, got an object of your class Yes",
    ),
    "an endless iterator": (
        "import itertools; return itertools.count()\n",
        Outcome.FAILED,
        "wrong type: expected an array, got an object of your class count",
    ),
    "a list that holds itself": (
        "a = []; a.append(a); return a\n",
        Outcome.FAILED,
        "the result cannot be read: this value nests deeper than 100 levels",
    ),
}


@pytest.mark.parametrize(("body", "outcome", "message"), FAULTS.values(), ids=FAULTS.keys())
def test_each_fault_has_its_own_outcome(check, body, outcome, message):
    """Whatever the learner's code does has a clear outcome and is never a pass."""
    verdict = check(with_double(body))
    found = case(verdict, "test_doubles")
    assert verdict.kind is VerdictKind.FAILED
    assert found.outcome is outcome
    assert found.message.startswith(message)


def test_after_two_timeouts_the_rest_is_not_run(check):
    """Two time-outs end the check."""
    outcomes = [c.outcome for c in check(with_double("while True: pass\n")).cases]
    assert outcomes == [Outcome.TIMEOUT, Outcome.TIMEOUT, Outcome.NOT_RUN, Outcome.NOT_RUN, Outcome.NOT_RUN]


def test_traceback_shows_only_the_learners_file(check):
    """An error shows the learner's own lines."""
    assert case(check(with_double("return helper(x)\n") + "\n\ndef helper(x):\n    return x.nothing\n"), "test_doubles").traceback == (
        "solutions/small.py:6 in double: return helper(x)",
        "solutions/small.py:14 in helper: return x.nothing",
    )


def test_printed_text_is_kept_apart(check):
    """What the learner prints is kept, cut at a sane length and without control characters."""
    verdict = check("print('hello \\x1b[31mred')\nprint('y' * 100_000)\n" + RIGHT)
    assert verdict.kind is VerdictKind.PASSED
    assert verdict.printed.startswith("hello [31mred\nyyy")
    assert len(verdict.printed) < 17_000


NOT_LOADED = {
    "empty": ("", "solutions/small.py is empty"),
    "the untouched stub": (STUB, "solutions/small.py is still the untouched stub"),
    "a syntax error": ("def double(x):\n    return x +\n", "syntax error at solutions/small.py:2: invalid syntax"),
    "a null byte": (b"x = 1\0\n", "solutions/small.py holds a null byte"),
    "no text": (b"\xff\xfe\x00", "solutions/small.py holds a null byte"),
    "another encoding": ("# é\n".encode("latin-1"), "solutions/small.py cannot be read as text"),
    "a missing function": ("def double(x): return x\n", "solutions/small.py has no function describe"),
    "a value of that name": ("describe = 3\ndef double(x): return x\n", "solutions/small.py defines describe, but as a value"),
    "an error while loading": (
        "import nothing_here\n",
        "solutions/small.py does not load: ModuleNotFoundError: No module named 'nothing_here'",
    ),
    "exit while loading": ("raise SystemExit(0)\n", "solutions/small.py does not load: your code asked the interpreter to exit"),
    "a loop while loading": ("while True: pass\n", "solutions/small.py does not load: still running after 1 s"),
}


@pytest.mark.parametrize(("source", "reason"), NOT_LOADED.values(), ids=NOT_LOADED.keys())
def test_what_does_not_load_says_why(check, source, reason):
    """A file that does not load is a verdict of its own with a reason."""
    verdict = check(source)
    assert verdict.kind is VerdictKind.NOT_LOADED
    assert verdict.reason.startswith(reason)
    assert verdict.cases == ()


@pytest.mark.parametrize(
    "source", [b"\xef\xbb\xbf" + RIGHT.encode(), RIGHT.replace("\n", "\r\n").encode(), b"# coding: latin-1\n# \xe9\n" + RIGHT.encode()]
)
def test_text_files_of_any_editor_load(check, source):
    """A byte order mark, Windows line ends and a declared encoding are fine."""
    assert check(source).kind is VerdictKind.PASSED


def test_a_load_failure_never_counts_as_the_expected_error(judge, tmp_path):
    """A ValueError raised while loading cannot satisfy a test that expects one."""
    tests = textwrap.dedent(
        '''
        from solution import double
        from drillkit.testing import contract, raises

        @contract
        def test_refuses():
            """Refuses"""
            with raises(ValueError):
                double("x")
        '''
    )
    drill = make_drill(tmp_path, tests=tests, required=("test_refuses",), entry=("double",))
    source = b"import os\nraise ValueError('no')\n"
    assert judge.check(drill, source, filename="s.py").kind is VerdictKind.NOT_LOADED


BROKEN_TESTS = {
    "does not import": ("import nothing_here\n", "cannot be collected"),
    "fails before any call": (
        TESTS.replace("    close(double(np.array([1.0", "    1 / 0\n    close(double(np.array([1.0"),
        "is broken: ZeroDivisionError",
    ),
    "calls at import": ("from solution import double\ndouble(1)\n" + TESTS, "cannot be collected"),
    "exits": ("raise SystemExit(0)\n", ""),
    "lacks a declared test": (TESTS.replace("def test_empty", "def test_other"), "lack test_empty"),
}


@pytest.mark.parametrize(("tests", "reason"), BROKEN_TESTS.values(), ids=BROKEN_TESTS.keys())
def test_a_broken_test_file_is_internal(judge, tmp_path, tests, reason):
    """A fault of the hidden tests is ours, and never held against the learner."""
    verdict = judge.check(make_drill(tmp_path, tests=tests), RIGHT.encode(), filename="s.py")
    assert verdict.kind is VerdictKind.INTERNAL
    assert reason in verdict.reason
    assert "report" in verdict.hint


def test_verdict_survives_json(check):
    """A verdict is the same after a trip through JSON."""
    import json

    verdict = check(with_double("return x\n"))
    assert Verdict.from_dict(json.loads(json.dumps(verdict.as_dict()))) == verdict


def test_the_judge_lives_on_after_anything(check):
    """One judge gives a right verdict after crashes and time-outs."""
    check(with_double("import os; os._exit(0)\n"))
    check(with_double("while True: pass\n"))
    assert check(RIGHT).kind is VerdictKind.PASSED


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_compiled_tests_are_kept_where_the_user_may_write(judge, tmp_path, monkeypatch):
    """A drill's folder that cannot be written is left as it is, and its compiled tests go into the user's cache."""
    monkeypatch.setenv("DRILL_HOME", str(tmp_path / "home"))
    drill = make_drill(tmp_path / "pack")
    drill.folder.chmod(0o555)
    try:
        assert judge.check(drill, RIGHT.encode(), filename="s.py").kind is VerdictKind.PASSED
    finally:
        drill.folder.chmod(0o755)
    assert not (drill.folder / "__pycache__").exists()
    assert [path.name.partition(".")[0] for path in (tmp_path / "home").rglob("*.pyc")] == ["test_hidden"]
