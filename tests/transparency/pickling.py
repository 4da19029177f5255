"""Objects of the solution cannot be pickled here, and that is said."""


# %% solution
class Thing:
    pass


# %% test
import pickle
import pytest
from solution import Thing


def test_pickle():
    assert isinstance(pickle.loads(pickle.dumps(Thing())), Thing)


# %% says: pickle
