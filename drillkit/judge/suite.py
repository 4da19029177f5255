"""One check: pytest runs the hidden tests here while the learner's code answers from its players."""

from __future__ import annotations

import contextlib
import io
import os
import sys
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pytest

from drillkit.drill import Drill, Group
from drillkit.judge import solution
from drillkit.judge.errors import is_learners, said, traceback_of
from drillkit.judge.fault import PlayerFault
from drillkit.judge.items import identity_of, is_named, run, title_of, unusable
from drillkit.judge.loading import not_loaded, probe, records, refuse
from drillkit.judge.marks import forget_row, marks_of
from drillkit.judge.mismatch import Mismatch
from drillkit.judge.players import Zygote
from drillkit.judge.session import Session, enter
from drillkit.judge.submission import Submission
from drillkit.judge.texts import cleaned
from drillkit.verdict import CaseResult, Outcome, Verdict, VerdictKind
from drillkit.wire import WireError

_PLUGINS_BY_WORD = {"unittest": b"unittest", "tmpdir": b"tmp", "monkeypatch": b"monkeypatch", "capture": b"cap"}
_TIMEOUTS_ALLOWED = 2
_AHEAD = 3
_UNUSED_PLUGINS = (
    "terminal cacheprovider logging debugging doctest junitxml pastebin faulthandler unraisableexception threadexception "
    "setuponly setupplan stepwise recwarn warnings legacypath freeze_support"
).split()


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How to run: `order` seeds another order of the tests, with `fail_fast` nothing more is run once a required test has failed, `only`
    names the one test function to run (such a verdict never passes), `required_only` leaves stretch tests out.

    `failures`, where given, receives the session of each required test that fails, with all its calls.
    """

    order: int | None = None
    fail_fast: bool = False
    only: str = ""
    required_only: bool = False
    failures: list[Session] | None = None


PLAIN = Manner()


def judge(drill: Drill, source: bytes, filename: str, zygote: Zygote, manner: Manner = PLAIN) -> Verdict:
    """Judge `source` by the drill's hidden tests.  Never raises for what the learner's code does."""
    verdict = _judge(drill, source, filename, zygote, manner)
    return cleaned(replace(verdict, sandbox=zygote.level, sandbox_reason=zygote.missing))


def _judge(drill: Drill, source: bytes, filename: str, zygote: Zygote, manner: Manner) -> Verdict:
    began = time.monotonic()
    submission = Submission(
        source=source, filename=filename, records=records(drill), may_change_arguments=drill.may_change_arguments, folder=drill.folder
    )
    refusal = refuse(drill, submission)
    if refusal is not None:
        return refusal
    first = Session(zygote, submission, drill.limits).launch(described=True)
    refusal = probe(drill, submission, first)
    if refusal is not None:
        first.close()
        return replace(refusal, printed=first.printed)
    try:
        solution.install(first.module, submission.records)
    except WireError:
        first.close()
        return not_loaded(drill, f"{filename} does not load: your code wrote to the channel that carries its results")
    work = _Run(drill, submission, zygote, manner, first=first)
    try:
        work.run()
    finally:
        solution.remove()
        work.close()
    return work.verdict(time.monotonic() - began)


class _Run:
    """The pytest plugin of one check, and what it gathers."""

    def __init__(self, drill: Drill, submission: Submission, zygote: Zygote, manner: Manner, *, first: Session) -> None:
        self._drill, self._submission, self._zygote = drill, submission, zygote
        self._manner = manner
        self._cases: dict[str, CaseResult] = {}
        self._timeouts = 0
        self._sub_test_error: BaseException | None = None
        self._internal: list[str] = []
        self._collected: list[str] = []
        self._left = 0
        self._ready = deque([first])
        self._ahead = 1 if manner.fail_fast or manner.only else _AHEAD

    def close(self) -> None:
        """End the players that were made ready for nothing."""
        while self._ready:
            self._ready.popleft().close()

    def run(self) -> None:
        """Run pytest here, without its output and without anybody's configuration."""
        tests = self._drill.folder / "test_hidden.py"
        arguments = ["--import-mode=importlib", "--noconftest", f"--rootdir={self._drill.folder}", "-c", os.devnull, "--assert=plain"]
        text = tests.read_bytes()
        unasked = [name for name, word in _PLUGINS_BY_WORD.items() if word not in text]
        arguments += [f"-pno:{name}" for name in (*_UNUSED_PLUGINS, *unasked)]
        self._make_ready(len(self._drill.required))
        before = set(sys.modules)
        with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(out):
            try:
                code = pytest.main([*arguments, str(tests)], plugins=[self])
            except BaseException as error:  # SystemExit of a test file, KeyboardInterrupt
                if isinstance(error, KeyboardInterrupt):
                    raise
                self._internal.append(f"the hidden tests ended the judge: {type(error).__name__}: {error}")
                code = pytest.ExitCode.INTERNAL_ERROR
        if code not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED) and not self._internal:
            self._internal.append(f"pytest ended with {code!r}: {out.getvalue()[-500:]}")
        for name in set(sys.modules) - before:
            if name.rpartition(".")[2] == "test_hidden":
                del sys.modules[name]

    @pytest.hookimpl
    def pytest_addoption(self, parser: Any) -> None:
        """Options of plugins left out that pytest's own code asks for all the same."""
        parser.addoption("--trace", dest="trace", default=False)
        parser.addoption("--pdb", dest="usepdb", default=False)

    @pytest.hookimpl
    def pytest_collectreport(self, report: Any) -> None:
        """A test file that does not import is our fault."""
        if report.failed:
            self._internal.append(f"the hidden tests of {self._drill.slug} cannot be collected: {str(report.longrepr)[-600:]}")

    @pytest.hookimpl
    def pytest_internalerror(self, excrepr: Any) -> None:
        """So is a failure of pytest itself."""
        self._internal.append(f"pytest failed: {str(excrepr)[-600:]}")

    @pytest.hookimpl
    def pytest_collection_modifyitems(self, items: list[Any]) -> None:
        """Keep the file's order unless a proof wants another."""
        if self._manner.required_only:
            items[:] = [item for item in items if not is_named(identity_of(item), self._drill.stretch)]
        if self._manner.only:
            items[:] = [item for item in items if is_named(identity_of(item), [self._manner.only])]
        self._collected = [identity_of(item) for item in items]
        self._left = len(items)
        if self._manner.order is not None:
            import random

            random.Random(self._manner.order).shuffle(items)  # noqa: S311  an order, not a secret

    @pytest.hookimpl
    def pytest_runtest_makereport(self, call: Any) -> None:
        """Pytest tells of its own sub-tests nowhere else."""
        if call.excinfo is not None:
            self._sub_test_error = self._sub_test_error or call.excinfo.value

    def _make_ready(self, tests: int) -> None:
        """Start players for the next of so many tests, which load the learner's file while something else is done here."""
        while len(self._ready) < min(tests, self._ahead):
            self._ready.append(Session(self._zygote, self._submission, self._drill.limits).launch())

    def _next_session(self) -> Session:
        """The session made ready for this test; the players of the following ones start while it runs."""
        self._left -= 1
        self._make_ready(1)
        session = self._ready.popleft()
        self._make_ready(self._left)
        return session

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_protocol(self, item: Any) -> bool:
        """Run one test with a session of its own."""
        if self._timeouts >= _TIMEOUTS_ALLOWED:
            self._record(item, Outcome.NOT_RUN, message=f"not run after {_TIMEOUTS_ALLOWED} time-outs")
            return True
        if self._manner.fail_fast and any(case.required and case.outcome is not Outcome.PASSED for case in self._cases.values()):
            return True
        began = time.monotonic()
        session = self._next_session()
        forget_row()
        session.keep_calls = self._manner.failures is not None
        leave = enter(session)
        error: BaseException | None = None
        try:
            run(item)
        except KeyboardInterrupt:
            raise
        except BaseException as raised:  # the test's answer, whatever it is
            error = raised
        finally:
            leave()
            session.close()
        if error is None or isinstance(error, Exception):  # a test may have caught or gathered what it was told
            error = session.refusal or error or self._sub_test_error
        self._sub_test_error = None
        self._settle(item, session, error, time.monotonic() - began)
        if error is not None and self._manner.failures is not None:
            self._manner.failures.append(session)
        return True

    def _settle(self, item: Any, session: Session, error: BaseException | None, seconds: float) -> None:
        shared: dict[str, Any] = {
            "printed": session.printed,
            "measures": tuple(session.measures),
            "seconds": seconds,
            "call": session.last_call,
        }
        if error is None:
            self._record(item, Outcome.PASSED, **shared)
        elif isinstance(error, PlayerFault):
            self._timeouts += error.outcome is Outcome.TIMEOUT
            self._record(item, error.outcome, message=error.message, traceback=error.traceback, returned=session.last_returned, **shared)
        elif isinstance(error, Mismatch):
            returned = error.returned or session.last_returned
            self._record(
                item,
                Outcome.FAILED,
                message=error.message,
                returned=returned,
                expected=error.expected,
                traceback=error.__dict__.get("traceback", ()),
                **shared,
            )
        elif isinstance(error, pytest.skip.Exception):
            self._record(item, Outcome.NOT_RUN, message=f"skips itself: {error.msg}", **shared)
        elif isinstance(error, pytest.fail.Exception):
            self._record(item, Outcome.FAILED, message=str(error.msg), returned=session.last_returned, **shared)
        elif is_learners(error):
            self._record(item, Outcome.ERROR, message=said(error), traceback=traceback_of(error), **shared)
        elif isinstance(error, AssertionError) or (session.called and isinstance(error, Exception)):
            self._record(item, Outcome.FAILED, message=unusable(error), returned=session.last_returned, **shared)
        else:
            self._internal.append(f"the hidden test {item.name} of {self._drill.slug} is broken: {type(error).__name__}: {error}")

    def _record(self, item: Any, outcome: Outcome, **texts: Any) -> None:
        identity = identity_of(item)
        marks = marks_of(item.function)
        self._cases[identity] = CaseResult(
            id=identity,
            title=title_of(item, failed=outcome is not Outcome.PASSED),
            group=str(marks.get("group", Group.CORRECTNESS)),
            part=marks.get("part"),
            required=is_named(identity, self._drill.required) and not marks.get("stretch", False),
            outcome=outcome,
            **texts,
        )

    def verdict(self, seconds: float) -> Verdict:
        """What the check came to: passed only when exactly the declared tests ran and all required ones passed."""
        cases = tuple(self._cases[identity] for identity in self._collected if identity in self._cases)
        required = [case for case in cases if case.required]
        passed = sum(case.outcome is Outcome.PASSED for case in required)
        if not self._internal and not self._manner.fail_fast and not self._manner.only:
            self._internal.extend(self._undeclared(cases))
        kind = VerdictKind.PASSED if required and passed == len(required) and not self._manner.only else VerdictKind.FAILED
        if self._internal:
            kind = VerdictKind.INTERNAL
        printed = next((case.printed for case in cases if case.printed), "")
        return Verdict(
            drill=self._drill.slug,
            kind=kind,
            passed=passed,
            required=len(required),
            seconds=seconds,
            reason="; ".join(self._internal[:3]),
            hint="this is not your fault; please report it with the drill's name" if self._internal else "",
            printed=printed,
            cases=cases,
        )

    def _undeclared(self, cases: tuple[CaseResult, ...]) -> Iterator[str]:
        declared = (*self._drill.required, *self._drill.stretch)
        for name in self._drill.required if self._manner.required_only else declared:
            if not any(is_named(case.id, [name]) for case in cases):
                yield f"the hidden tests of {self._drill.slug} lack {name}, which drill.toml declares"
        for name in {case.id.partition("[")[0]: None for case in cases if not is_named(case.id, declared)}:
            yield f"the hidden tests of {self._drill.slug} have {name}, which drill.toml does not declare"
