"""Arrays, scalars, dtypes and ufuncs go both ways; array comparisons work on results."""

# %% solution
import numpy as np


def normalise(x):
    return x / np.linalg.norm(x)


def apply(function, x):
    return function(x)


class Scaler:
    def fit(self, x):
        self.mean_ = x.mean(axis=0)
        return self

    def transform(self, x):
        return x - self.mean_


# %% test
import numpy as np
import pytest
from solution import Scaler, apply, normalise


def test_array():
    np.testing.assert_allclose(normalise(np.array([3.0, 4.0])), [0.6, 0.8])
    assert normalise(np.array([3.0, 4.0])) == pytest.approx([0.6, 0.8])
    assert normalise(np.ones(4, dtype=np.float32)).dtype == np.float32


def test_ufunc():
    assert apply(np.exp, 0.0) == 1.0
    assert apply(np.sum, np.arange(4)) == 6
    assert np.array_equal(apply(lambda v: v + 1, np.arange(3)), [1, 2, 3])


def test_estimator():
    x = np.array([[1.0, 2.0], [3.0, 4.0]])
    scaler = Scaler().fit(x)
    assert scaler.mean_.tolist() == [2.0, 3.0]
    assert np.allclose(scaler.transform(x).mean(axis=0), 0)


# %% wrong
def normalise(x):
    return x / np.abs(x).sum()
