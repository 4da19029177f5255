"""Gives 20,000 different warnings with escape codes."""
# expect: failed
# outcomes: failed timeout
# brief
import warnings


def attack(*args, **kwargs):
    for n in range(20_000):
        warnings.warn(f"\x1b[2J {n}", stacklevel=1)
