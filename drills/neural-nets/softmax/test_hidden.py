"""Hidden tests for softmax."""

import math

import numpy as np
from solution import softmax

from drillkit.testing import array, check, close, contract, correctness, each, edge, equal, flat_growth, numerics, stretch, vectorised


def expected_row(row):
    """Softmax of one row in plain Python, as 1 / sum(exp(z_k - z_j)): no shift by any maximum."""
    row = [float(value) for value in row]
    return [0.0 if value == -math.inf else 1.0 / math.fsum(_exp(other - value) for other in row) for value in row]


def _exp(exponent):
    return math.exp(exponent) if exponent < 709.0 else math.inf


def expected_rows(matrix):
    return np.array([expected_row(row) for row in matrix])


@correctness
def test_one_row():
    """A vector gives exp(z) divided by its sum"""
    close(softmax(np.array([0.0, math.log(2.0), math.log(5.0)])), [0.125, 0.25, 0.625])
    close(softmax(np.array([3.0, 3.0, 3.0, 3.0, 3.0])), [0.2] * 5)


@correctness
def test_each_row_of_a_matrix():
    """A matrix is treated row by row"""
    z = np.array([[0.0, math.log(3.0)], [0.0, 0.0], [math.log(4.0), 0.0]])
    close(softmax(z), [[0.25, 0.75], [0.5, 0.5], [0.8, 0.2]])


@correctness
def test_square_matrix():
    """In a square matrix each row is still divided by its own sum"""
    z = np.array([[1.0, 2.0, 3.0], [5.0, 5.0, 5.0], [-1.0, 4.0, 0.5]])
    close(softmax(z), expected_rows(z))


@correctness
@each("shape", [(4,), (1, 6), (7, 2), (3, 40), (60, 5)], ids=str)
def test_random_matrices(shape):
    """Random entries of shape {shape}"""
    z = np.random.default_rng(len(shape) * 100 + shape[-1]).normal(scale=4.0, size=shape)
    close(softmax(z), expected_rows(np.atleast_2d(z)).reshape(shape))


@correctness
def test_sums_to_one():
    """Each row sums to 1 and holds no negative probability"""
    z = np.random.default_rng(3).uniform(-6.0, 6.0, size=(30, 4))
    probabilities = array(softmax(z), shape=(30, 4), kind="f")
    close(probabilities.sum(axis=1), np.ones(30), what="the sums of the rows")
    check(probabilities.min() >= 0.0, "a probability is negative", returned=probabilities)


@correctness
def test_shift_changes_nothing():
    """Adding a constant to a row leaves its probabilities as they are"""
    z = np.array([[0.5, -1.0, 2.0, 0.0], [3.0, 1.0, -2.5, 1.5]])
    close(softmax(z + np.array([[64.0], [-32.0]])), expected_rows(z))


@contract
def test_vector_stays_vector():
    """A vector of shape (c,) gives shape (c,)"""
    array(softmax(np.array([1.0, 2.0, 4.0])), shape=(3,), kind="f")


@contract
@each("shape", [(1, 3), (4, 1), (1, 1), (5, 2)], ids=str)
def test_matrix_stays_matrix(shape):
    """A matrix of shape {shape} keeps its shape"""
    array(softmax(np.arange(float(shape[0] * shape[1])).reshape(shape)), shape=shape, kind="f")


@edge
def test_single_entry():
    """A row of one entry has the probability 1, whatever the entry"""
    close(softmax(np.array([-7.5])), [1.0], what="softmax of a vector of one entry")
    close(softmax(np.array([[2.0], [-3.0], [0.0]])), [[1.0], [1.0], [1.0]], what="softmax of a column")


@edge
def test_minus_infinity():
    """An entry of -inf gets the probability 0, the rest of its row shares 1"""
    z = np.array([[-np.inf, 1.0, 1.0], [2.0, -np.inf, -np.inf], [0.0, -np.inf, math.log(3.0)]])
    probabilities = array(softmax(z), shape=(3, 3), kind="f")
    close(probabilities, [[0.0, 0.5, 0.5], [1.0, 0.0, 0.0], [0.25, 0.0, 0.75]])
    equal(probabilities[z == -np.inf], np.zeros(4), what="the entries for -inf")
    close(softmax(np.array([-np.inf, -3.0])), [0.0, 1.0], what="softmax of a vector with -inf")


@numerics
def test_large_positive():
    """Entries in the thousands do not overflow and are told apart"""
    z = np.array([[1000.0, 1001.0, 1002.0], [4000.0, 4003.0, 4001.0]])
    close(softmax(z), expected_rows(z))
    close(softmax(z[0]), expected_row(z[0]), what="softmax of the first row alone")


@numerics
def test_large_negative():
    """Entries in the minus thousands do not turn into 0 / 0 and are told apart"""
    z = np.array([[-1000.0, -1001.0, -1002.0], [-4000.0, -4003.0, -4001.0]])
    close(softmax(z), expected_rows(z))
    close(softmax(z[1]), expected_row(z[1]), what="softmax of the second row alone")


@numerics
def test_one_entry_far_above():
    """One entry thousands above the rest of its row takes all"""
    z = np.array([[0.0, 0.0, 0.0, 3000.0], [-2500.0, 0.0, -2500.0, 0.0], [-1000.0, 1000.0, -1000.0, -1000.0]])
    close(softmax(z), [[0.0, 0.0, 0.0, 1.0], [0.0, 0.5, 0.0, 0.5], [0.0, 1.0, 0.0, 0.0]])


@numerics
def test_rows_far_apart():
    """A row thousands below another row keeps its probabilities"""
    z = np.array([[1000.0, 1001.0, 999.0], [-1000.0, -1001.0, -1000.0], [0.0, 1.0, 2.0]])
    close(softmax(z), expected_rows(z))


@numerics
def test_tiny_probabilities():
    """A probability of 1e-40 or 1e-200 is right to nine digits too"""
    z = np.array([[0.0, -92.5, 1.0, -20.0], [-460.0, 0.0, -300.0, -81.5]])
    close(softmax(z), expected_rows(z), atol=0.0)


@numerics
def test_integers():
    """Integers give fractions, not whole numbers"""
    close(softmax(np.array([1, 2, 3])), expected_row([1, 2, 3]))
    z = np.array([[0, 1000, 1001], [-1000, -1002, -1000]])
    close(softmax(z), expected_rows(z))


@numerics
@each("dtype", ["int8", "uint8", "int16", "int32"])
def test_narrow_integers_do_not_wrap(dtype):
    """{dtype}: entries over the whole range of the type"""
    low, high = np.iinfo(dtype).min, np.iinfo(dtype).max
    z = np.array([[low, high - 1, high], [low, low + 1, low], [high, low, low]], dtype=dtype)
    close(softmax(z), expected_rows(z), rtol=1e-5, atol=1e-9)


@numerics
def test_narrow_integers_keep_precision():
    """int8 entries are not computed in half precision"""
    z = np.array([[0, 1, 2, 3], [5, 3, 4, 4]], dtype=np.int8)
    close(softmax(z), expected_rows(z), rtol=1e-5, atol=1e-9)


@numerics
def test_float32_values():
    """float32 entries within ±1000 are right"""
    z = np.random.default_rng(8).uniform(-10.0, 10.0, size=(20, 6)).astype(np.float32)
    close(softmax(z), expected_rows(z), rtol=1e-5, atol=1e-6, what="softmax of entries within ±10")
    z = np.array([[1000.0, 999.0, 997.5], [-1000.0, -998.0, -998.5], [-np.inf, 200.0, 200.0]], dtype=np.float32)
    close(softmax(z), expected_rows(z), rtol=1e-4, atol=1e-6, what="softmax of entries within ±1000")


@contract
@each("shape", [(5,), (3, 4)], ids=str)
def test_float32_stays_float32(shape):
    """float32 of shape {shape} gives float32"""
    z = np.linspace(-2.0, 2.0, math.prod(shape), dtype=np.float32).reshape(shape)
    array(softmax(z), shape=shape, dtype=np.float32)


@contract
@each("shape", [(4,), (3, 4)], ids=str)
def test_leaves_its_argument_alone(shape):
    """An argument of shape {shape} is not modified"""
    z = np.random.default_rng(9).normal(size=shape)
    before = z.copy()
    array(softmax(z), shape=shape, kind="f")
    equal(z, before, what="the argument after the call")


@stretch
@vectorised
def test_no_loop_over_rows():
    """The interpreter's work does not grow with the number of rows"""
    rng = np.random.default_rng(0)
    flat_growth(lambda n: softmax(rng.normal(size=(n, 4))), sizes=(200, 1200), what="rows")
