"""The terminal: every word that reaches the learner passes here."""

from __future__ import annotations

import codecs
import json
import os
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import typer
from rich.console import Console
from rich.text import Text
from rich.theme import Theme

from drillkit.errors import DrillError
from drillkit.views.texts import clean

if TYPE_CHECKING:
    from rich.console import RenderableType

    from drillkit.drill import Drill

PLAIN_WIDTH = 80
PIPE_CLOSED = 141
_STYLES = {"markdown.code": "cyan", "markdown.item.bullet": "dim", "markdown.item.number": "dim"}
_PLAIN = str.maketrans("✓✗●·◆◇★▸○─—–…×≤≥−±‖“”‘’│└━░▒▓█", "+x#.@?*>o---.x<>-~|\"\"''|+=:oO#")


def _as_ascii(error: UnicodeError) -> tuple[str, int]:
    """Signs that an encoding lacks become likenesses of the same width."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    plain = error.object[error.start : error.end].translate(_PLAIN)
    return plain.encode("ascii", "replace").decode("ascii"), error.end


codecs.register_error("drillkit", _as_ascii)


def _screen(*, stderr: bool) -> Console:
    stream = sys.stderr if stderr else sys.stdout
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="drillkit")
    screen = Console(stderr=stderr, highlight=False, markup=False, emoji=False, theme=Theme(_STYLES))
    if not screen.is_terminal and "COLUMNS" not in os.environ:
        screen.width = PLAIN_WIDTH
    return screen


class Terminal:
    """Standard output for results, standard error for everything else."""

    def __init__(self) -> None:
        self._out, self._err = _screen(stderr=False), _screen(stderr=True)

    @property
    def width(self) -> int:
        """Columns of the output."""
        return self._out.width

    @property
    def height(self) -> int | None:
        """Lines of the terminal; None where output is not a terminal."""
        return self._out.height if self._out.is_terminal else None

    @property
    def is_interactive(self) -> bool:
        """Whether somebody is there to answer."""
        return self._out.is_terminal and sys.stdin is not None and sys.stdin.isatty()

    def show(self, renderables: Iterable[RenderableType]) -> None:
        """Print a view."""
        self.write(self.rendered(renderables))

    def rendered(self, renderables: Iterable[RenderableType]) -> str:
        """A view as the text that `show` writes; no blanks at the ends of lines where it goes into a file or a pipe."""
        with self._out.capture() as captured:
            for renderable in renderables:
                self._out.print(renderable)
        text = captured.get()
        return text if self._out.is_terminal else "".join(f"{row.rstrip()}\n" for row in text.splitlines())

    def write(self, text: str) -> None:
        """Write text that is ready."""
        with _pipe():
            self._out.file.write(text)
            self._out.file.flush()

    def paged(self, renderables: Iterable[RenderableType]) -> None:
        """Print a view, through the pager when it is longer than the terminal."""
        text = self.rendered(renderables)
        if self.height is not None and self.is_interactive and text.count("\n") >= self.height:
            from drillkit.cli.pager import page

            if page(text, os.environ):
                return
        self.write(text)

    def data(self, value: Any) -> None:
        """Print JSON and nothing else."""
        self.write(json.dumps(value, indent=2) + "\n")

    def raw(self, content: bytes) -> None:
        """Write bytes as they are."""
        with _pipe():
            self._out.file.flush()
            sys.stdout.buffer.write(content)
            sys.stdout.buffer.flush()

    def note(self, text: str) -> None:
        """Say something beside the result."""
        self._err.print(Text(text, style="dim"))

    def error(self, error: DrillError) -> None:
        """Say what is wrong and what to do next."""
        self._err.print(Text().append("error:", style="bold red").append(f" {clean(error.message)}"), soft_wrap=True)
        if error.hint:
            self._err.print(Text().append("hint:", style="bold cyan").append(f" {clean(error.hint)}"), soft_wrap=True)

    def named(self, given: str | None, drill: Drill) -> None:
        """Name the drill that a loose name was taken for."""
        if given is not None and given != drill.slug:
            self.note(f"“{given}” is {drill.slug}")

    def ask(self, question: str) -> bool:
        """A question that is answered by y or n; no answer is no."""
        return typer.confirm(question, default=False, err=True)

    @contextmanager
    def waiting(self, text: str, *, after: float = 0.7) -> Iterator[None]:
        """Say what is going on while it lasts, once it has lasted for `after` seconds."""
        if not self._err.is_terminal:
            yield
            return
        import threading

        teller = threading.Timer(after, self._say, [text])
        teller.daemon = True
        teller.start()
        began = time.monotonic()
        try:
            yield
        finally:
            teller.cancel()
            teller.join()
            if time.monotonic() - began >= after:
                self._say("")

    def progress(self, text: str) -> None:
        """Replace the line that says how far things are; nothing where errors are not a terminal."""
        if self._err.is_terminal:
            self._say(text)

    def _say(self, text: str) -> None:
        self._err.file.write("\r\x1b[K" + text[: max(0, self._err.width - 1)])
        self._err.file.flush()


@contextmanager
def _pipe() -> Iterator[None]:
    """A reader that has gone away ends the program without a word."""
    try:
        yield
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(PIPE_CLOSED) from None
