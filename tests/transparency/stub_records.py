"""Dataclasses of the stub go by value in both directions, whoever makes them."""

# %% stub
from dataclasses import dataclass


@dataclass
class Reading:
    when: int
    value: float


def smooth(readings):
    raise NotImplementedError


# %% solution
from dataclasses import dataclass


@dataclass
class Reading:
    when: int
    value: float


def smooth(readings):
    return [Reading(r.when, round(r.value)) for r in readings]


# %% test
import dataclasses
from solution import Reading, smooth


def test_values():
    assert smooth([Reading(1, 1.2), Reading(2, 2.7)]) == [Reading(1, 1), Reading(2, 3)]
    assert isinstance(smooth([Reading(1, 1.2)])[0], Reading)
    assert dataclasses.asdict(smooth([Reading(1, 1.2)])[0]) == {"when": 1, "value": 1}


# %% wrong
def smooth(readings):
    return readings
