"""random.Random and NumPy generators are passed in, advance, and give the same numbers."""


# %% solution
def roll(rng):
    return rng.integers(1, 7)


def shuffled(items, rng):
    items = list(items)
    rng.shuffle(items)
    return items


def pick(items, rng):
    return rng.choice(items)


# %% test
import random
import numpy as np
from solution import pick, roll, shuffled


def test_numpy():
    rng, twin = np.random.default_rng(3), np.random.default_rng(3)
    assert [int(roll(rng)) for _ in range(5)] == twin.integers(1, 7, size=5).tolist()


def test_python():
    rng, twin = random.Random(5), random.Random(5)
    assert pick("abc", rng) == twin.choice("abc")
    wanted = list(range(10))
    twin.shuffle(wanted)
    assert shuffled(range(10), rng) == wanted
    assert rng.random() == twin.random()


# %% wrong
def roll(rng):
    import numpy

    return numpy.random.default_rng(3).integers(1, 7)
