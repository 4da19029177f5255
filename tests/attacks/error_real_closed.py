"""Raises the player's own signals, taken from its modules."""
# expect: failed
# outcomes: crashed error failed
import sys

KINDS = [
    value
    for name, module in list(sys.modules.items())
    if name.startswith("drillkit")
    for value in list(vars(module).values())
    if isinstance(value, type) and issubclass(value, BaseException)
] or [ValueError]
turn = iter(range(10**6))


def attack(*args, **kwargs):
    raise KINDS[next(turn) % len(KINDS)]("passed")
