"""Steps of our own among those that a player counts, as many as only the judge knows: a counter that was replaced lacks them."""

from __future__ import annotations

import functools

from drillkit.player.measure import count_events

LEAST_PADDING = 100


def cost_of_padding(turns: int) -> int:
    """Interpreter events of so many turns of the padding's loop, on this version of Python."""
    return turns * _cost_of_a_turn()


@functools.cache
def _cost_of_a_turn() -> int:
    few, many = (count_events(_nothing, turns)[1] for turns in (1, 101))
    return (many - few) // 100


def _nothing() -> None:
    """A call without steps."""
