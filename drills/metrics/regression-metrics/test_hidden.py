"""Hidden tests for regression-metrics."""

import math
from fractions import Fraction

import numpy as np
from solution import mae, mse, r2_score, rmse

from drillkit.testing import close, contract, correctness, each, edge, numerics, raises

ALL = [mse, rmse, mae, r2_score]
IDS = ["mse", "rmse", "mae", "r2_score"]


def expected_scores(y_true, y_pred):
    """mse, rmse, mae and R² in exact fractions of the numbers given."""
    truth, guess = [Fraction(v) for v in y_true.tolist()], [Fraction(v) for v in y_pred.tolist()]
    n, errors = len(truth), [t - g for t, g in zip(truth, guess, strict=True)]
    squares, mean = sum(e * e for e in errors), sum(truth) / n
    total = sum((t - mean) ** 2 for t in truth)
    return float(squares / n), math.sqrt(squares / n), float(sum(map(abs, errors)) / n), float(1 - squares / total)


def compare(y_true, y_pred, rtol=1e-9):
    """All four against the fractions; 1 - SS_res / SS_tot loses digits where it is near 0, hence its absolute tolerance."""
    for name, function, expected in zip(IDS, ALL, expected_scores(y_true, y_pred), strict=True):
        close(function(y_true, y_pred), expected, rtol=rtol, atol=rtol if name == "r2_score" else 1e-300, what=name)


@correctness
def test_mse():
    """mse is the mean of the squared errors"""
    close(mse(np.array([1.0, 2.0, 3.0, 4.0]), np.array([1.0, 4.0, 0.0, 5.0])), 3.5)
    close(mse(np.array([-1.0, 1.0]), np.array([1.0, -1.0])), 4.0)


@correctness
def test_rmse():
    """rmse is the root of the mean, not the mean of roots"""
    close(rmse(np.array([0.0, 0.0, 0.0, 0.0]), np.array([5.0, -1.0, 7.0, 5.0])), 5.0)


@correctness
def test_mae():
    """mae is the mean of the absolute errors, so that errors of both signs do not cancel"""
    close(mae(np.array([1.0, 2.0, 3.0, 4.0]), np.array([2.0, 0.0, 3.0, 9.0])), 2.0)
    close(mae(np.array([0.0, 0.0]), np.array([3.0, -3.0])), 3.0)


@correctness
def test_r2():
    """r2_score is 1 - SS_res / SS_tot"""
    close(r2_score(np.array([1.0, 2.0, 3.0, 6.0]), np.array([1.0, 3.0, 3.0, 4.0])), 1 - 5 / 14)
    close(r2_score(np.array([-2.0, 0.0, 5.0]), np.array([-2.0, 0.0, 5.0])), 1.0)


@correctness
@each("n", [2, 7, 300])
def test_random_data(n):
    """All four on {n} random values, not rounded"""
    rng = np.random.default_rng(n)
    for scale in (1e-6, 1.0, 1e5):
        y_true = rng.normal(size=n, loc=0.5) * scale
        compare(y_true, y_true + rng.normal(size=n, scale=0.7) * scale)


@correctness
def test_r2_of_a_shifted_prediction():
    """A prediction that is off by a constant, or stretched, loses R²"""
    y_true = np.array([1.0, 2.0, 3.0, 4.0])
    close(r2_score(y_true, y_true + 1.0), 0.2, what="R² of y_true + 1")
    close(r2_score(y_true, 2 * y_true - 2.5), 0.0, atol=1e-9, what="R² of 2 · y_true - 2.5")


@correctness
def test_r2_below_zero():
    """R² is negative for predictions worse than the mean"""
    close(r2_score(np.array([1.0, 2.0, 3.0]), np.array([3.0, 2.0, 1.0])), -3.0)
    close(r2_score(np.array([0.0, 1.0]), np.array([50.0, -50.0])), 1 - 2 * (50.0**2 + 51.0**2))


@correctness
def test_r2_of_the_mean():
    """Predicting the mean of y_true scores 0"""
    y_true = np.array([4.0, -1.0, 3.0, 10.0])
    close(r2_score(y_true, np.full(4, 4.0)), 0.0, atol=1e-9)


@correctness
def test_order_of_arguments():
    """The spread is that of y_true, the first argument"""
    a, b = np.array([0.0, 0.0, 3.0]), np.array([0.0, 1.0, 5.0])
    close(r2_score(a, b), 1 - 5 / 6)
    close(r2_score(b, a), 1 - 5 / 14)
    close(r2_score(np.array([1.0, 3.0]), np.array([2.0, 2.0])), 0.0, atol=1e-9, what="R² of a constant prediction")


@contract
def test_keywords():
    """The arguments can be given by name"""
    y_true, y_pred = np.array([0.0, 0.0, 3.0]), np.array([0.0, 1.0, 5.0])
    close(mse(y_pred=y_pred, y_true=y_true), 5 / 3, what="mse")
    close(rmse(y_pred=y_pred, y_true=y_true), math.sqrt(5 / 3), what="rmse")
    close(mae(y_pred=y_pred, y_true=y_true), 1.0, what="mae")
    close(r2_score(y_pred=y_pred, y_true=y_true), 1 / 6, what="r2_score")


@edge
def test_one_value():
    """One value is a constant target"""
    one, three = np.array([1.0]), np.array([3.0])
    for function, wrong, right in zip(ALL, (4.0, 2.0, 2.0, 0.0), (0.0, 0.0, 0.0, 1.0), strict=True):
        close(function(one, three), wrong, what="the score of 3 for 1")
        close(function(one, one), right, what="the score of 1 for 1")


@edge
@each("value", [0.0, 5.0, 0.1, -1e7 - 0.3], ids=str)
def test_constant_target_missed(value):
    """A target of seven times {value} scores R² 0.0 unless every prediction is exact"""
    y_true, y_pred = np.full(7, value), np.full(7, value)
    y_pred[3] += 1e-3
    close(r2_score(y_true, y_pred), 0.0, what="R² with one entry off by 0.001")
    close(r2_score(y_true, np.full(7, value + 2.0)), 0.0, what="R² with all entries off by 2")


@edge
def test_constant_target_nearly_hit():
    """A constant target missed by 1e-100, or with errors whose sum is 0, scores R² 0.0"""
    close(r2_score(np.full(4, 3.0), np.array([2.0, 4.0, 5.0, 1.0])), 0.0)
    close(r2_score(np.zeros(3), np.array([0.0, 0.0, 1e-100])), 0.0)  # its square is not yet 0 in floats


@edge
@each("value", [0.0, 5.0, 0.1, -1e7 - 0.3], ids=str)
def test_constant_target_hit(value):
    """A target of seven times {value} predicted exactly scores R² 1.0"""
    close(r2_score(np.full(7, value), np.full(7, value)), 1.0)


@edge
def test_small_spread_is_not_constant():
    """A target with a spread of 1e-9 is not constant"""
    y_true = np.array([0.0, 1e-9, 2e-9, 3e-9])
    close(r2_score(y_true, y_true[::-1].copy()), -3.0)
    close(r2_score(y_true, np.array([0.0, 1e-9, 2e-9, 2e-9])), 0.8)


@edge
def test_small_gaps_are_not_constant():
    """A target near 2e15 with gaps of 2 is not constant"""
    y_true, y_pred = 2 * 10**15 + np.array([0, 2, 4]), 2 * 10**15 + np.array([0, 2, 2])
    close(r2_score(y_true, y_pred), 0.5)


@numerics
@each("dtype", ["int8", "uint8", "int16"])
def test_narrow_integers(dtype):
    """{dtype} values neither wrap around nor lose their fractions"""
    low, high = np.iinfo(dtype).min, np.iinfo(dtype).max
    y_true = np.array([low, high, 3, 100, 7], dtype=dtype)
    y_pred = np.array([high, low, 5, 1, 7], dtype=dtype)
    compare(y_true, y_pred)


@numerics
def test_large_integers():
    """Squares of int32 values do not overflow"""
    compare(np.array([2_000_000_000, -5, 70_000, 0], dtype=np.int32), np.array([-2_000_000_000, 100_000, -70_000, 1], dtype=np.int32))


@numerics
def test_far_from_zero():
    """Values near 1e8 with gaps of 1 keep their R²"""
    y_true = 1e8 + np.array([0.0, 1.0, 2.0, 3.0, 4.0, 5.0])
    y_pred = 1e8 + np.array([0.0, 1.0, 3.0, 3.0, 5.0, 4.0])
    compare(y_true, y_pred, rtol=1e-6)


@contract
@each("function", ALL, ids=IDS)
def test_different_shapes(function):
    """Shapes that differ raise ValueError, also where NumPy would broadcast"""
    y = np.array([1.0, 2.0, 4.0])
    for other in (y[:, None], y[None, :], y[:1], y[:2], np.array([])):
        with raises(ValueError):
            function(y, other)
        with raises(ValueError):
            function(other, y)


@contract
@each("function", ALL, ids=IDS)
def test_empty(function):
    """No values raise ValueError"""
    with raises(ValueError):
        function(np.array([]), np.array([]))
