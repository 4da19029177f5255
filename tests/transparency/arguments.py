"""Defaults, keyword-only, positional-only, *args and **kwargs; wrong calls are TypeErrors."""


# %% solution
def greet(name="you", /, *, mark="!"):
    return f"hi {name}{mark}"


def total(*numbers, scale=1):
    return sum(numbers) * scale


def tag(name, *content, cls=None, **attributes):
    if cls is not None:
        attributes["class"] = cls
    return [name, list(content), dict(sorted(attributes.items()))]


# %% test
import pytest
from solution import greet, tag, total


def test_defaults():
    assert greet() == "hi you!"
    assert greet("Ann", mark="?") == "hi Ann?"


@pytest.mark.parametrize("call", [lambda: greet("a", "b"), lambda: greet(name="a"), lambda: greet(nobody=1), lambda: tag()])
def test_wrong_calls(call):
    with pytest.raises(TypeError):
        call()


def test_star():
    assert total() == 0
    assert total(*range(4), scale=2) == 12
    assert tag("p", "a", "b", cls="x", **{"data-id": 5, "self": 1}) == ["p", ["a", "b"], {"class": "x", "data-id": 5, "self": 1}]


# %% wrong
def greet(name="you", mark="!", **rest):
    return f"hi {name}{mark}"
