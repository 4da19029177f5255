"""The error boundary: whatever happens becomes an exit status and, where needed, one sentence."""

from __future__ import annotations

import os
import sys
import time
import traceback
from collections.abc import Sequence
from pathlib import Path, PurePath

import typer

from drillkit.cli import warm
from drillkit.errors import DrillError, InternalError

INTERRUPTED = 130
NAMES = ("drill", "drillkit")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0 done or passed, 1 judged and not passed, 2 wrong use, 3 our fault."""
    words = sys.argv[1:] if argv is None else argv
    try:
        return _run(words)
    except DrillError as error:
        return _say(error)
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except SystemExit as error:  # completion ends this way
        return error.code if isinstance(error.code, int) else 0
    except Exception as error:  # the boundary: a bug must not show a learner its traceback
        return _say(_wrong_use(error, words) or _bug(error))
    finally:
        warm.close()


def _run(argv: Sequence[str]) -> int:
    from drillkit.cli.app import app

    called = PurePath(sys.argv[0]).stem
    command = typer.main.get_command(app)
    result = command.main(args=list(argv), prog_name=called if called in NAMES else NAMES[0], standalone_mode=False)
    return result if isinstance(result, int) else 0


def _say(error: DrillError) -> int:
    from drillkit.cli.terminal import Terminal

    Terminal().error(error)
    return error.exit_code


def _wrong_use(error: Exception, words: Sequence[str]) -> DrillError | None:
    """The command line parser's own complaint in our words; it is known by what it can do, since its class is private."""
    complaint = getattr(error, "format_message", None)
    if complaint is None:
        return None
    text = str(complaint()).strip().rstrip(".")
    text = text[:1].lower() + text[1:]
    path = getattr(getattr(error, "ctx", None), "command_path", "") or " ".join([NAMES[0], *_command_of(words)])
    if getattr(error, "option_name", "") == "--topic":
        return DrillError(text, hint=f"{NAMES[0]} list --topics shows the topics")
    return DrillError(text, hint=f"{path} --help shows how it is used")


def _command_of(words: Sequence[str]) -> list[str]:
    """The command among the words, for a complaint that does not know its own."""
    from drillkit.cli.app import app

    known = {command.name or getattr(command.callback, "__name__", "") for command in app.registered_commands}
    return [word for word in words[:1] if word in known]


def _bug(error: Exception) -> DrillError:
    """A bug: its traceback goes to a file, its name to the learner."""
    name = f"{type(error).__name__}: {error}".splitlines()[0][:200]
    report = "".join(traceback.format_exception(error))
    try:
        path = _log(report)
    except (OSError, DrillError):
        sys.stderr.write(report)
        return InternalError(f"drill failed, and it is not your fault: {name}", hint="please report the lines above")
    return InternalError(f"drill failed, and it is not your fault: {name}", hint=f"please report it with {path}")


def _log(report: str) -> Path:
    from drillkit import __version__
    from drillkit.history import data_folder

    folder = data_folder(os.environ) / "logs"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{time.strftime('%Y-%m-%dT%H%M%S')}-{os.getpid()}.log"
    path.write_text(f"drillkit {__version__}, Python {sys.version}, {sys.platform}\n{sys.argv}\n\n{report}", encoding="utf-8")
    return path
