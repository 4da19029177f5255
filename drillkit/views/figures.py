"""Figures drawn with characters: a matrix as a table, curves as signs above the table of their values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from drillkit.card import Figure, FigureKind, Series
from drillkit.views.layout import DIM
from drillkit.views.texts import one_line

INDENT = "  "
HEIGHT = 12
_SIGNS = "ox+*#@%&"
_SEVERAL = "="
_STYLES = ("cyan", "yellow", "magenta", "green")
_GAP = 1


def figure(drawn: Figure, *, width: int) -> Iterator[Text]:
    """A figure, no wider than `width`, readable without colour."""
    yield Text(f"{INDENT}{one_line(drawn.title)}", style="bold")
    yield Text()
    yield from _matrix(drawn) if drawn.kind is FigureKind.MATRIX else _curves(drawn, width - len(INDENT))


def _matrix(drawn: Figure) -> Iterator[Text]:
    head = max(map(len, drawn.rows))
    cells = [[f"{value:g}" for value in row] for row in drawn.values]
    widths = [max(len(name), *(len(row[at]) for row in cells)) for at, name in enumerate(drawn.columns)]
    yield _kept(f"{INDENT}{'':{head}}" + "".join(f"   {name:>{wide}}" for name, wide in zip(drawn.columns, widths, strict=True)), DIM)
    for name, row in zip(drawn.rows, cells, strict=True):
        text = _kept(f"{INDENT}{name:<{head}}", DIM)
        yield text.append("".join(f"   {cell:>{wide}}" for cell, wide in zip(row, widths, strict=True)), style="not dim bold")


def _kept(text: str, style: str = "") -> Text:
    return Text(text, style=style, no_wrap=True, overflow="ellipsis")


def _curves(drawn: Figure, width: int) -> Iterator[Text]:
    """The plot; below it the values in the same columns, or a legend where they are too many for that."""
    low, high = _bounds(drawn.series)
    names = [f"{_sign(at)} {one_line(series.name)}" for at, series in enumerate(drawn.series)]
    values = [[f"{value:.3g}" for value in series.values] for series in drawn.series]
    ticks = [f"{x:g}" for x in drawn.x]
    cell = max(map(len, [*ticks, *(text for row in values for text in row)])) + _GAP
    margin = max(map(len, [*names, drawn.x_label, f"{high:.3g}", f"{low:.3g}"]))
    full = margin + 1 + cell * len(ticks) <= width
    if not full:
        margin = max(map(len, [drawn.x_label, f"{high:.3g}", f"{low:.3g}"]))
        cell = max(1, (width - margin - 1) // len(ticks))
    yield _kept(f"{INDENT}{drawn.y_label:>{margin}}", DIM)
    for row in range(HEIGHT):
        label = f"{high:.3g}" if row == 0 else f"{low:.3g}" if row == HEIGHT - 1 else ""
        yield _kept(f"{INDENT}{label:>{margin}}│", DIM).append_text(_plot_row(drawn.series, row, low, high, cell))
    yield _kept(f"{INDENT}{'':{margin}}└" + "─" * (cell * len(ticks)), DIM)
    shown = ticks if full else [tick if (at * cell) % 6 < cell else "" for at, tick in enumerate(ticks)]
    yield _kept(f"{INDENT}{drawn.x_label:>{margin}} " + "".join(f"{tick[:cell]:>{cell}}" for tick in shown), DIM)
    if full:
        for at, (name, row_values) in enumerate(zip(names, values, strict=True)):
            yield _kept(f"{INDENT}{name:<{margin}} ", _style(at)).append(
                "".join(f"{value:>{cell}}" for value in row_values), style="default"
            )
    else:
        yield from (_kept(f"{INDENT}{name}", _style(at)) for at, name in enumerate(names))
    if _overlaps(drawn.series, low, high):
        yield _kept(f"{INDENT}{_SEVERAL} several at one place", DIM)


def _bounds(series: Sequence[Series]) -> tuple[float, float]:
    values = [value for one in series for value in one.values]
    return min(values), max(values)


def _sign(at: int) -> str:
    return _SIGNS[at % len(_SIGNS)]


def _style(at: int) -> str:
    return _STYLES[at % len(_STYLES)]


def _level(value: float, low: float, high: float) -> int:
    """The row, 0 at the top, on which a value is drawn."""
    return HEIGHT // 2 if high <= low else round((high - value) / (high - low) * (HEIGHT - 1))


def _here(series: Sequence[Series], at: int, row: int, low: float, high: float) -> list[int]:
    return [number for number, one in enumerate(series) if _level(one.values[at], low, high) == row]


def _plot_row(series: Sequence[Series], row: int, low: float, high: float, cell: int) -> Text:
    text = Text(no_wrap=True, overflow="crop")
    for at in range(len(series[0].values)):
        sign, style = _drawn(_here(series, at, row, low, high))
        text.append(" " * (cell - 1)).append(sign, style=style)
    text.rstrip()
    return text


def _drawn(found: Sequence[int]) -> tuple[str, str]:
    """The sign and the style for the series that meet at one place."""
    if not found:
        return " ", ""
    return (_sign(found[0]), f"not dim {_style(found[0])}") if len(found) == 1 else (_SEVERAL, "not dim")


def _overlaps(series: Sequence[Series], low: float, high: float) -> bool:
    places = range(len(series[0].values))
    return any(len(_here(series, at, row, low, high)) > 1 for at in places for row in range(HEIGHT))
