"""Arrays of dtypes that few programs expect, one after the other."""
# expect: failed
# outcomes: failed error crashed
import numpy as np

VALUES = [
    np.zeros(3, dtype="M8[s]"),
    np.zeros(3, dtype="m8[ns]"),
    np.full(3, "NaT", dtype="M8[as]"),
    np.zeros(3, dtype="V7"),
    np.zeros(3, dtype="U0"),
    np.zeros(2, dtype="S0"),
    np.zeros(2, dtype=[("a", "f8"), ("b", "O")]),
    np.zeros(2, dtype="g"),
    np.zeros(2, dtype="G"),
    np.zeros(2, dtype=">f8"),
    np.zeros((), dtype="U100000"),
    np.zeros(1, dtype="U1000000"),
    np.array([None, object, 1], dtype=object),
    np.zeros((1,) * 64),
    np.ma.masked_all(3),
    np.float64("nan"),
    np.matrix([[1.0]]),
    np.rec.array([(1, 2.0)]),
    np.datetime64("NaT"),
    np.void(b"abc"),
]
turn = iter(range(10**6))


def attack(*args, **kwargs):
    return VALUES[next(turn) % len(VALUES)]
