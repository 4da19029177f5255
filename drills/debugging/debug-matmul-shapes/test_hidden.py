"""Hidden tests for the forward pass."""

import numpy as np
from solution import predict

from drillkit.testing import array, close, contract, correctness, each, edge


def network(d, h, c, seed=0):
    """Weights and biases for d inputs, h hidden units and c outputs."""
    rng = np.random.default_rng(seed)
    return rng.normal(size=(h, d)), rng.normal(size=h), rng.normal(size=(c, h)), rng.normal(size=c)


def outputs(row, W1, b1, W2, b2):
    """The outputs for one row, unit by unit."""
    row = [float(v) for v in row]
    hidden = [
        max(0.0, sum(w * v for w, v in zip(weights, row, strict=True)) + b) for weights, b in zip(W1.tolist(), b1.tolist(), strict=True)
    ]
    return [sum(w * v for w, v in zip(weights, hidden, strict=True)) + b for weights, b in zip(W2.tolist(), b2.tolist(), strict=True)]


def compare(n, d, h, c, seed=0):
    layers = network(d, h, c, seed)
    X = np.random.default_rng(seed + 100).normal(size=(n, d))
    close(predict(X, *layers), [outputs(row, *layers) for row in X], atol=1e-10)


@correctness
def test_by_hand():
    """Two rows, three inputs, two hidden units, one output, worked by hand"""
    W1, b1 = np.array([[1.0, 2.0, 0.0], [0.0, -1.0, 3.0]]), np.array([1.0, -2.0])
    X = np.array([[1.0, 2.0, 3.0], [4.0, 0.0, -1.0]])  # hidden units 6 and 5; 5 and 0
    close(predict(X, W1, b1, np.array([[10.0, 1.0]]), np.array([0.5])), [[65.5], [50.5]])


@correctness
@each(("n", "d", "h", "c"), [(5, 3, 4, 2), (2, 6, 3, 5), (7, 2, 9, 4)])
def test_all_sizes_differ(n, d, h, c):
    """{n} rows, {d} inputs, {h} hidden units, {c} outputs"""
    compare(n, d, h, c)


@correctness
@each(("n", "d", "c"), [(5, 3, 2), (4, 6, 3)])
def test_inputs_and_hidden_units_equal_in_number(n, d, c):
    """{d} inputs and {d} hidden units: the first layer is read the same way"""
    compare(n, d, d, c, seed=1)


@correctness
@each(("n", "d", "h"), [(5, 2, 3), (3, 7, 4)])
def test_hidden_units_and_outputs_equal_in_number(n, d, h):
    """{h} hidden units and {h} outputs: the second layer is read the same way"""
    compare(n, d, h, h, seed=2)


@correctness
@each("size", [2, 3, 6])
def test_all_sizes_equal(size):
    """Rows, inputs, hidden units and outputs all {size}: nothing fails, and the values are right"""
    compare(size, size, size, size, seed=3)


@correctness
def test_rows_of_W1_are_hidden_units():
    """A single weight W1[j, i] leads from input i to hidden unit j"""
    zero, one = np.zeros(3), np.eye(3)
    for j, i in [(0, 1), (2, 0), (1, 1)]:
        W1 = np.zeros((3, 3))
        W1[j, i] = 5.0
        expected = np.zeros((2, 3))
        expected[:, j] = 5.0 * np.array([1.0, 4.0]) * [1, 10, 100][i]
        close(
            predict(np.array([[1.0, 10.0, 100.0], [4.0, 40.0, 400.0]]), W1, zero, one, zero),
            expected,
            what=f"the outputs for W1[{j}, {i}] = 5",
        )


@correctness
def test_rows_of_W2_are_outputs():
    """A single weight W2[k, j] leads from hidden unit j to output k"""
    zero, one = np.zeros(3), np.eye(3)
    for k, j in [(0, 2), (1, 0), (2, 2)]:
        W2 = np.zeros((3, 3))
        W2[k, j] = -2.0
        expected = np.zeros((2, 3))
        expected[:, k] = -2.0 * np.array([1.0, 4.0]) * [1, 10, 100][j]
        close(
            predict(np.array([[1.0, 10.0, 100.0], [4.0, 40.0, 400.0]]), one, zero, W2, zero),
            expected,
            what=f"the outputs for W2[{k}, {j}] = -2",
        )


@correctness
@each("n", [1, 3, 5])
def test_b1_belongs_to_hidden_units(n):
    """b1 is added to the hidden units, the same in each of {n} rows"""
    close(predict(np.zeros((n, 2)), np.ones((3, 2)), np.array([1.0, 20.0, 300.0]), np.eye(3), np.zeros(3)), [[1.0, 20.0, 300.0]] * n)


@correctness
@each("n", [1, 3, 5])
def test_b2_belongs_to_outputs(n):
    """b2 is added to the outputs, the same in each of {n} rows"""
    close(predict(np.ones((n, 2)), np.zeros((4, 2)), np.zeros(4), np.ones((3, 4)), np.array([7.0, 0.0, -9.0])), [[7.0, 0.0, -9.0]] * n)


@correctness
def test_relu_on_hidden_layer():
    """A hidden unit below 0 counts as 0, and one above 0 as it is"""
    X = np.array([[-3.0], [-0.5], [0.5], [30.0]])
    W1, b1, W2 = np.array([[1.0], [-1.0]]), np.zeros(2), np.array([[1.0, 0.0], [0.0, 1.0], [2.0, 2.0]])
    close(predict(X, W1, b1, W2, np.zeros(3)), [[0.0, 3.0, 6.0], [0.0, 0.5, 1.0], [0.5, 0.0, 1.0], [30.0, 0.0, 60.0]])


@correctness
def test_no_relu_on_output():
    """An output may be negative, or above 1"""
    X = np.array([[1.0, 2.0], [3.0, 1.0]])
    close(predict(X, np.eye(2), np.zeros(2), -np.eye(2), np.array([0.5, 5.0])), [[-0.5, 3.0], [-2.5, 4.0]])


@contract
@each(("d", "h", "c"), [(3, 4, 2), (2, 5, 3), (4, 2, 1)])
def test_single_row(d, h, c):
    """One row of shape ({d},) gives the shape ({c},)"""
    layers = network(d, h, c, seed=4)
    row = np.random.default_rng(5).normal(size=d)
    close(predict(row, *layers), outputs(row, *layers), atol=1e-10)


@contract
@each("size", [1, 3])
def test_single_row_of_a_square_network(size):
    """One row of shape ({size},) for {size} hidden units and {size} outputs gives the shape ({size},)"""
    layers = network(size, size, size, seed=6)
    row = np.random.default_rng(7).normal(size=size)
    close(predict(row, *layers), outputs(row, *layers), atol=1e-10)


@contract
@each(("d", "h", "c"), [(3, 4, 2), (3, 3, 3), (2, 4, 1)])
def test_matrix_of_one_row(d, h, c):
    """A matrix of one row gives the shape (1, {c})"""
    compare(1, d, h, c, seed=8)


@correctness
def test_rows_do_not_mix():
    """Each row gives what it gives alone, whatever stands in the others"""
    layers = network(4, 4, 4, seed=9)
    X = np.random.default_rng(10).normal(size=(4, 4))
    first = array(predict(X, *layers), shape=(4, 4), kind="f")
    X[1:] += 1000.0
    second = array(predict(X, *layers), shape=(4, 4), kind="f")
    close(second[0], first[0], atol=1e-10, what="the outputs of row 0 after the other rows changed")
    close(first[0], outputs(X[0], *layers), atol=1e-10, what="the outputs of row 0")


@edge
@each(("n", "d", "h", "c"), [(4, 1, 3, 2), (4, 3, 1, 2), (4, 3, 2, 1), (3, 1, 1, 1)])
def test_widths_of_one(n, d, h, c):
    """{n} rows, {d} inputs, {h} hidden units, {c} outputs"""
    compare(n, d, h, c, seed=11)


@edge
@each("dtype", ["int8", "uint8", "int64"])
def test_integer_rows(dtype):
    """Rows of {dtype} give what the same numbers give as floats"""
    layers = network(3, 4, 2, seed=12)
    X = np.array([[100, 3, 0], [7, 120, 90]], dtype=dtype)
    close(predict(X, *layers), [outputs(row, *layers) for row in X], atol=1e-9, what="the outputs for a matrix")
    close(predict(X[1], *layers), outputs(X[1], *layers), atol=1e-9, what="the outputs for one row")
