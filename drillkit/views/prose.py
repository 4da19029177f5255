"""Markdown as a terminal shows it well: plain headings, code indented instead of boxed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from rich.markdown import CodeBlock, Heading, Markdown, MarkdownElement
from rich.syntax import Syntax
from rich.text import Text

from drillkit.views.layout import MAX_PROSE, Hanging

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult

_CODE_INDENT = "    "
_THEME = "ansi_dark"


def code(text: str, language: str, *, indent: str = "") -> Iterator[Hanging]:
    """Lines of `text` with syntax colours on the terminal's own background; what is too long goes on below, as far in as it began."""
    plain = text.rstrip("\n")
    colours = Syntax("", language, theme=_THEME, background_color="default")
    highlighted = Text(plain) if language in ("text", "") else colours.highlight(plain)
    for row in highlighted.split("\n", allow_blank=True):
        depth = len(row.plain) - len(row.plain.lstrip(" "))
        head, rest = row.divide([depth])
        rest.no_wrap = False
        rest.rstrip()
        yield Hanging(Text(indent) + head, rest)


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
        yield from code(text, language, indent=_CODE_INDENT)


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
