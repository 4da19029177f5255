"""Closures keep their state between calls and apart from each other."""


# %% solution
def counter(start=0):
    count = start

    def step(by=1):
        nonlocal count
        count += by
        return count

    def reset():
        nonlocal count
        count = start

    step.reset = reset
    return step


# %% test
from solution import counter


def test_state():
    a, b = counter(), counter(10)
    assert [a(), a(), b(), a(by=5)] == [1, 2, 11, 7]
    a.reset()
    assert a() == 1
    assert b() == 12


# %% wrong
count = 0


def counter(start=0):
    def step(by=1):
        global count
        count += by
        return count

    step.reset = lambda: None
    return step
