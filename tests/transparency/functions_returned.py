"""Functions that return functions: calls, composition, and passing them back."""


# %% solution
def adder(n):
    def add(x):
        """Add n."""
        return x + n

    return add


def compose(f, g):
    return lambda x: f(g(x))


# %% test
from solution import adder, compose


def test_returned():
    add = adder(3)
    assert callable(add)
    assert add(4) == 7
    assert add.__name__ == "add"
    assert add.__doc__ == "Add n."
    assert list(map(add, [1, 2])) == [4, 5]


def test_composed():
    assert compose(adder(1), lambda x: x * 10)(2) == 21
    assert compose(lambda x: x * 10, adder(1))(2) == 30
    assert compose(str, abs)(-3) == "3"


def test_separate():
    assert adder(1) is not adder(1)
    assert adder(1) != adder(1)


# %% wrong
def compose(f, g):
    return lambda x: g(f(x))
