"""Exceptions with arguments that no exception of their kind can have."""
# expect: failed
# outcomes: error failed
import numpy as np

ERRORS = [
    lambda: OSError([], {}, [[]]),
    lambda: UnicodeDecodeError("utf-8", b"x" * 10_000_000, 0, 1, "no"),
    lambda: KeyError(np.zeros(1_000_000)),
    lambda: ImportError("x", name="y", path="z"),
    lambda: StopIteration([1] * 1000),
    lambda: RuntimeError(attack),
    lambda: RuntimeError(10**5000),
    lambda: ExceptionGroup("many", [ValueError(1), TypeError(2)]),
    lambda: SyntaxError("bad", ("file", 10**10, -5, "text \x1b[0m", None, object())),
    lambda: AttributeError("x", name=5, obj=attack),
]
turn = iter(range(10**6))


def attack(*args, **kwargs):
    raise ERRORS[next(turn) % len(ERRORS)]()
