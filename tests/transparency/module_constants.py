"""Constants of the module: numbers, tables, objects, functions in tables, import solution as a module."""

# %% solution
PI_ROUGH = 3.14
PLANETS = {"earth": (1.0, 365), "mars": (1.88, 687)}


class Unit:
    def __init__(self, name):
        self.name = name


METRE = Unit("m")
OPERATIONS = {"+": lambda a, b: a + b, "-": lambda a, b: a - b}
EMPTY = []


def default_unit():
    return METRE


# %% test
import solution
from solution import EMPTY, METRE, OPERATIONS, PI_ROUGH, PLANETS, default_unit


def test_data():
    assert PI_ROUGH == 3.14
    assert PLANETS["mars"][1] == 687
    assert EMPTY == []


def test_objects():
    assert METRE.name == "m"
    assert default_unit() is METRE or default_unit() == METRE
    assert isinstance(METRE, solution.Unit)


def test_functions():
    assert OPERATIONS["+"](1, 2) == 3
    assert solution.OPERATIONS["-"](1, 2) == -1
    assert sorted(OPERATIONS) == ["+", "-"]


def test_module():
    assert hasattr(solution, "default_unit")
    assert not hasattr(solution, "missing")
    assert solution.default_unit().name == "m"


# %% wrong
OPERATIONS["-"] = lambda a, b: b - a
# %% wrong
METRE = Unit("km")
