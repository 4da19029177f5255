"""Markdown as a terminal shows it well: plain headings, code indented instead of boxed."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.markdown import CodeBlock, Heading, Markdown, MarkdownElement
from rich.syntax import Syntax
from rich.text import Text

from drillkit.views.layout import Hanging

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult

MAX_PROSE = 100
_CODE_INDENT = "    "
_THEME = "ansi_dark"


def code(text: str, language: str) -> Text:
    """`text` with syntax colours on the terminal's own background."""
    highlighted = Syntax("", language, theme=_THEME, background_color="default").highlight(text.rstrip("\n"))
    highlighted.rstrip()
    highlighted.no_wrap = False
    return highlighted


class _Heading(Heading):
    """Bold and at the left, whatever its level."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        text = self.text.copy()
        text.stylize("bold underline" if self.tag == "h1" else "bold")
        text.justify = "left"
        yield text


class _CodeBlock(CodeBlock):
    """Indented, without a background; a session shows its prompts apart from what it prints."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        text = str(self.text).rstrip()
        language = "pycon" if text.startswith(">>>") else self.lexer_name
        shown = Text(text) if language in ("text", "") else code(text, language)
        yield Hanging(Text(_CODE_INDENT), shown)


class Prose(Markdown):
    """A prompt, a hint or a walk-through, no wider than a line that reads well."""

    elements: ClassVar[dict[str, type[MarkdownElement]]] = {
        **Markdown.elements,
        "heading_open": _Heading,
        "fence": _CodeBlock,
        "code_block": _CodeBlock,
    }

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield from super().__rich_console__(console, options.update(width=min(options.max_width, MAX_PROSE)))
