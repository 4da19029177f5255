"""The command line's table of contents."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer

from drillkit import __version__
from drillkit.cli import answering, carding, checking, debugging, doctoring, listing, planning, quizzing, reviewing, starting, verifying

EXAMPLES = """\b
Five minutes:
  drill list                      what there is
  drill start top-k --timer 15    the prompt, a file to write in, the clock
  drill check                     hidden tests and a scorecard
  drill hint                      the next of three hints
  drill reveal                    the reference, the walk-through, a diff against yours
  drill quiz --count 5            concept cards, answered aloud or typed
  drill review                    what is due again today

Any part of a drill's name will do: drill start topk.
"""

app = typer.Typer(
    add_completion=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"drillkit {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True, epilog=EXAMPLES)
def drill(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version and exit.", callback=_version, is_eager=True)] = False,  # noqa: ARG001  (its callback reads it)
) -> None:
    """Timed coding drills for machine-learning interviews, judged by hidden tests in a sandbox."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


_COMMANDS: tuple[tuple[str, Callable[..., object], str, str], ...] = (
    ("list", listing.list_drills, "Drills by track, with your state and best time.", listing.LIST_EXAMPLES),
    ("show", listing.show, "A drill's prompt.", ""),
    ("start", starting.start, "Prompt, file, clock.", starting.EXAMPLES),
    ("status", reviewing.status, "Attempts that run, and their clocks.", ""),
    ("check", checking.check, "Hidden tests and a scorecard.", checking.EXAMPLES),
    ("debug", debugging.debug, "Step through the first failing test.", debugging.EXAMPLES),
    ("hint", answering.hint, "The next of three hints.", ""),
    ("reveal", answering.reveal, "Reference, walk-through, diff.", ""),
    ("reset", starting.reset, "Archive your file, begin afresh.", ""),
    ("history", reviewing.history, "Attempts, checks, earlier files.", reviewing.EXAMPLES),
    ("quiz", quizzing.quiz, "Concept cards, asked and ticked.", quizzing.QUIZ_EXAMPLES),
    ("review", quizzing.review, "Cards and drills that are due today.", quizzing.REVIEW_EXAMPLES),
    ("next", planning.advise, "One thing to do next, and why.", ""),
    ("plan", planning.plan, "Daily work until an interview.", planning.PLAN_EXAMPLES),
    ("stats", planning.stats, "What you practised, and how well.", ""),
    ("cards", carding.cards, "Concept cards by deck.", carding.CARDS_EXAMPLES),
    ("card", carding.card, "Read a card.", ""),
    ("export", carding.export, "Cards for Anki, or as JSON.", carding.EXPORT_EXAMPLES),
    ("import", carding.take_in, "Cards of your own.", carding.IMPORT_EXAMPLES),
    ("doctor", doctoring.doctor, "Is everything there that a check needs?", ""),
    ("verify", verifying.verify, "Prove drills (for authors).", verifying.EXAMPLES),
)
for _name, _command, _short, _examples in _COMMANDS:
    app.command(_name, short_help=_short, epilog=_examples or None)(_command)
