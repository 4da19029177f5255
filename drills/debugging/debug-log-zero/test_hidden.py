"""Hidden tests for the loss of inf and NaN."""

import math

import numpy as np
from solution import binary_cross_entropy

from drillkit.testing import close, contract, correctness, each, edge, no_warnings, number, numerics, raises


def mean_loss(y, p):
    """The formula, row by row; p strictly between 0 and 1, or right at the end where y is."""
    total = []
    for target, probability in zip(np.ravel(y).tolist(), np.ravel(p).tolist(), strict=True):
        one = -target * math.log(probability) if target > 0 else 0.0
        zero = -(1 - target) * math.log(1 - probability) if target < 1 else 0.0
        total.append(one + zero)
    return math.fsum(total) / len(total)


def compare(y, p, rtol=1e-12, atol=1e-12, what=""):
    y, p = np.array(y), np.array(p)
    close(binary_cross_entropy(y, p), mean_loss(y, p), rtol=rtol, atol=atol, what=what)


@correctness
def test_hard_targets():
    """Targets 0 and 1, probabilities well inside"""
    compare([1, 0, 1, 0], [0.9, 0.2, 0.6, 0.1])
    compare([1.0, 1.0, 0.0], [0.5, 0.3, 0.3])
    for p in (0.3, 0.5, 1e-6, 1 - 1e-6):
        for y in (0.0, 1.0):
            compare([y], [p], what=f"the loss of y = {y:g}, p = {p}")


@correctness
def test_soft_targets():
    """Targets between 0 and 1 count on both sides"""
    rng = np.random.default_rng(0)
    compare(rng.uniform(size=20), rng.uniform(0.01, 0.99, size=20))
    for p in (0.3, 0.5, 1e-6, 1 - 1e-6):
        compare([0.3], [p], what=f"the loss of y = 0.3, p = {p}")


@numerics
@each("p", [1e-10, 1e-20, 1e-40])
def test_small_probabilities(p):
    """p = {p} is left as it is"""
    for y in (1.0, 0.3, 0.0):
        compare([y], [p], what=f"the loss of y = {y:g}, p = {p}")


@numerics
@each("distance", [1e-10, 2.0**-50, 2.0**-53], ids=["1e-10", "2**-50", "2**-53"])
def test_probabilities_near_one(distance):
    """p that is {distance:.3g} below 1 is left as it is"""
    for y in (0.0, 0.3, 1.0):
        compare([y], [1 - distance], what=f"the loss of y = {y:g}")


@correctness
@each("n", [2, 7, 50])
def test_mean_over_rows(n):
    """The loss is the mean of {n} rows"""
    rng = np.random.default_rng(n)
    compare(rng.integers(0, 2, size=n), rng.uniform(1e-3, 1 - 1e-3, size=n))


@edge
def test_perfect_prediction():
    """y = p = 0 and y = p = 1 cost exactly 0"""
    for values in ([0.0], [1.0], [1.0, 0.0, 0.0, 1.0]):
        number(binary_cross_entropy(np.array(values), np.array(values)), low=0.0, high=0.0, what=f"the loss of y = p = {values}")


@edge
def test_right_zeros_among_others():
    """Rows with y = p = 0 or y = p = 1 add nothing, and the others count as before"""
    compare([1, 0, 1, 0], [0.9, 0.0, 0.6, 0.1])
    compare([1, 0, 1, 1, 0], [1.0, 0.25, 1.0, 0.5, 0.0])


@edge
def test_one_at_probability_zero():
    """y = 1, p = 0 costs between 92 and 1000"""
    number(binary_cross_entropy(np.array([1.0]), np.array([0.0])), low=92.0, high=1000.0, what="the loss of y = 1, p = 0")
    number(binary_cross_entropy(np.array([1.0, 1.0]), np.array([0.0, 0.0])), low=92.0, high=1000.0, what="the loss of two such rows")


@edge
def test_zero_at_probability_one():
    """y = 0, p = 1 costs between 36 and 1000"""
    number(binary_cross_entropy(np.array([0.0]), np.array([1.0])), low=36.0, high=1000.0, what="the loss of y = 0, p = 1")
    number(binary_cross_entropy(np.array([0.0, 0.0]), np.array([1.0, 1.0])), low=36.0, high=1000.0, what="the loss of two such rows")


@edge
@each("y", [0.02, 0.1, 0.5, 0.9, 0.98])
def test_soft_targets_at_the_ends(y):
    """y = {y} at p = 0 and at p = 1 costs its share of the penalty"""
    for p, share, least in ((0.0, y, 92), (1.0, 1 - y, 36)):
        low, high = least * share * (1 - 1e-9), 1000 * share * (1 + 1e-9)  # a rounding error more or less is no matter
        number(binary_cross_entropy(np.array([y]), np.array([p])), low=low, high=high, what=f"the loss of y = {y}, p = {p:g}")


@correctness
@each(("y", "p"), [(1.0, 0.0), (0.0, 1.0)])
def test_no_row_is_dropped(y, p):
    """One row with y = {y:g}, p = {p:g} among four is counted, and all four are divided by"""
    alone = number(binary_cross_entropy(np.array([y]), np.array([p])), low=36.0, high=1000.0, what="the loss of the row alone")
    rest = mean_loss([1, 0, 1], [0.5, 0.25, 0.8])
    close(binary_cross_entropy(np.array([1, y, 0, 1]), np.array([0.5, p, 0.25, 0.8])), (alone + 3 * rest) / 4, what="the mean of four rows")
    close(
        binary_cross_entropy(np.array([0.0, y, 1.0, 1.0]), np.array([0.0, p, 1.0, 1.0])), alone / 4, what="the mean with three perfect rows"
    )


@numerics
@each("dtype", ["float64", "float32"])
def test_no_warning(dtype):
    """Probabilities of 0 and 1 in {dtype} give no warning"""
    y, p = np.array([1.0, 0.0, 0.0, 1.0, 0.3, 0.3, 1.0]), np.array([0.0, 0.0, 1.0, 1.0, 0.0, 1.0, 0.5])
    with no_warnings():
        number(binary_cross_entropy(y, p.astype(dtype)), low=10.0, high=1000.0, what="the loss")


@numerics
def test_float32_values():
    """float32 probabilities from 1e-37 to the last one below 1"""
    for p in (1e-37, 1e-20, 1e-6, 0.3, 0.5, 1 - 1e-6, 1 - 2.0**-24):
        for y in (0.0, 0.3, 1.0):
            compare([y], np.array([p], dtype=np.float32), rtol=1e-5, atol=1e-5, what=f"the loss of y = {y:g}, p = {p:.9g}")


@numerics
def test_float32_ends():
    """float32 probabilities of 0 and 1: perfect rows cost 0, impossible ones a finite penalty"""
    zero, one = np.zeros(1, dtype=np.float32), np.ones(1, dtype=np.float32)
    number(binary_cross_entropy(np.array([0.0]), zero), low=0.0, high=0.0, what="the loss of y = 0, p = 0")
    number(binary_cross_entropy(np.array([1.0]), one), low=0.0, high=0.0, what="the loss of y = 1, p = 1")
    number(binary_cross_entropy(np.array([1.0]), zero), low=87.0, high=1000.0, what="the loss of y = 1, p = 0")
    number(binary_cross_entropy(np.array([0.0]), one), low=16.0, high=1000.0, what="the loss of y = 0, p = 1")


@contract
def test_columns():
    """y and p of shape (n, 1) give one number"""
    compare([[1.0], [0.0], [0.5]], [[0.7], [0.4], [0.2]])
    compare([[1.0]], [[0.7]])


@edge
@each("dtype", ["uint8", "int8", "int64"])
def test_integer_targets(dtype):
    """Targets of {dtype} count as the same numbers in floats"""
    y = np.array([1, 0, 1, 0, 1], dtype=dtype)
    compare(y, [0.9, 0.2, 1.0, 0.0, 1e-20])


@contract
def test_refuses_different_shapes():
    """y and p of different shapes raise ValueError, also where they would broadcast"""
    p = np.array([0.9, 0.2, 0.7])
    for y, q in (
        (np.ones((3, 1)), p),
        (np.ones(3), p[:, None]),
        (np.ones(1), p),
        (np.ones(3), p[:1]),
        (np.ones(2), p),
        (np.ones((1, 3)), p),
    ):
        with raises(ValueError):
            binary_cross_entropy(y, q)


@contract
@each("bad", [-1e-9, 1 + 1e-9, -0.5, 2.0, np.inf, -np.inf], ids=str)
def test_refuses_probabilities_outside(bad):
    """A p of {bad} raises ValueError, whatever its target"""
    for y in (0.0, 1.0):
        with raises(ValueError):
            binary_cross_entropy(np.array([1.0, y, 0.0]), np.array([0.5, bad, 0.0]))


@contract
def test_refuses_nan():
    """A p of NaN raises ValueError"""
    for p in ([np.nan], [0.5, np.nan, 0.0]):
        with raises(ValueError):
            binary_cross_entropy(np.ones(len(p)), np.array(p))
