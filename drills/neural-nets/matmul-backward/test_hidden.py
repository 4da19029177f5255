"""Hidden tests for the backward pass of a matrix product."""

import itertools

import numpy as np
from solution import matmul_backward

from drillkit.testing import (
    array,
    close,
    contract,
    correctness,
    each,
    edge,
    flat_growth,
    memory,
    numerics,
    peak_memory,
    raises,
    steps,
    stretch,
    unpack,
    vectorised,
)


def numbers(shape, seed):
    return np.random.default_rng(seed).integers(-4, 5, size=shape).astype(float)


def expected(grad, A, B):
    """Both gradients by walking over every matrix of the batch and every entry of C."""
    batch = grad.shape[:-2]
    dA, dB = np.zeros(A.shape), np.zeros(B.shape)
    for place in itertools.product(*(range(size) for size in batch)):
        a, b = (_own(place, X.shape[:-2]) for X in (A, B))
        for i, j in itertools.product(range(grad.shape[-2]), range(grad.shape[-1])):
            dA[a][i] += grad[place][i, j] * B[b][:, j]
            dB[b][:, j] += grad[place][i, j] * A[a][i]
    return dA, dB


def _own(place, leading):
    """Where an operand with these leading axes stands for a place in the batch."""
    return tuple(0 if size == 1 else p for p, size in zip(place[len(place) - len(leading) :], leading, strict=True))


def problem(shape_a, shape_b, seed=0):
    A, B = numbers(shape_a, seed), numbers(shape_b, seed + 1)
    return numbers((A @ B).shape, seed + 2), A, B


def compare(shape_a, shape_b, seed=0):
    grad, A, B = problem(shape_a, shape_b, seed)
    dA, dB = unpack(matmul_backward(grad, A, B), "dA", "dB")
    right_a, right_b = expected(grad, A, B)
    close(dA, right_a, atol=1e-9, what=f"dA for A {shape_a} and B {shape_b}")
    close(dB, right_b, atol=1e-9, what=f"dB for A {shape_a} and B {shape_b}")


@correctness
def test_by_hand():
    """Two small matrices, followed by hand"""
    grad, A, B = np.array([[1.0, 2.0]]), np.array([[3.0, 0.0, -1.0]]), np.array([[1.0, 4.0], [0.0, 1.0], [2.0, 0.0]])
    dA, dB = unpack(matmul_backward(grad, A, B), "dA", "dB")
    close(dA, [[9.0, 2.0, 2.0]], what="dA")
    close(dB, [[3.0, 6.0], [0.0, 0.0], [-1.0, -2.0]], what="dB")


@correctness
@each(("shape_a", "shape_b"), [((2, 3), (3, 4)), ((5, 2), (2, 3)), ((3, 6), (6, 2)), ((7, 4), (4, 5))])
def test_plain_matrices(shape_a, shape_b):
    """Matrices without a batch"""
    compare(shape_a, shape_b)


@correctness
@each("n", [2, 3, 4])
def test_square_matrices(n):
    """Square matrices, where any order of the factors and any transpose has the right shape"""
    compare((n, n), (n, n), seed=n)
    compare((n, n, n), (n, n, n), seed=n)


@edge
@each(
    ("shape_a", "shape_b"),
    [((1, 3), (3, 1)), ((4, 1), (1, 4)), ((1, 1), (1, 1)), ((1, 1), (1, 5)), ((4, 3), (3, 1)), ((2, 4, 1), (2, 1, 3))],
)
def test_one_row_or_column(shape_a, shape_b):
    """n, k or m is 1"""
    compare(shape_a, shape_b)


@correctness
@each(("shape_a", "shape_b"), [((3, 2, 4), (3, 4, 5)), ((2, 3, 3), (2, 3, 3)), ((6, 1, 2), (6, 2, 3)), ((4, 5, 2), (4, 2, 4))])
def test_batch(shape_a, shape_b):
    """A batch of matrices on both sides"""
    compare(shape_a, shape_b)


@correctness
@each(("shape_a", "shape_b"), [((2, 3, 4, 5), (2, 3, 5, 2)), ((3, 3, 3, 3), (3, 3, 3, 3)), ((2, 1, 3, 2, 3), (2, 1, 3, 3, 2))])
def test_two_batch_axes(shape_a, shape_b):
    """Several leading axes on both sides"""
    compare(shape_a, shape_b)


@correctness
@each(("shape_a", "shape_b"), [((5, 2, 3), (3, 4)), ((2, 3, 4, 2), (2, 3)), ((2, 3, 4, 2), (3, 2, 5)), ((1, 3, 2), (2, 2))])
def test_shared_weights(shape_a, shape_b):
    """B lacks leading axes: dB is the sum over them"""
    compare(shape_a, shape_b)


@correctness
@each(("shape_a", "shape_b"), [((2, 3), (5, 3, 4)), ((4, 2), (2, 3, 2, 3)), ((3, 4, 2), (2, 3, 2, 5)), ((2, 2), (1, 2, 3))])
def test_shared_left_operand(shape_a, shape_b):
    """A lacks leading axes: dA is the sum over them"""
    compare(shape_a, shape_b)


@correctness
@each(
    ("shape_a", "shape_b"),
    [
        ((1, 2, 3), (5, 3, 4)),
        ((5, 2, 3), (1, 3, 4)),
        ((2, 1, 4, 2), (2, 3, 2, 2)),
        ((2, 3, 4, 2), (1, 1, 2, 5)),
        ((1, 3, 2, 2), (4, 3, 2, 2)),
    ],
)
def test_size_one_axis(shape_a, shape_b):
    """A leading axis of size 1 is repeated: its gradient is a sum and keeps the axis"""
    compare(shape_a, shape_b)


@correctness
@each(
    ("shape_a", "shape_b"),
    [
        ((2, 1, 3, 2), (1, 4, 2, 3)),
        ((3, 1, 2, 4), (5, 4, 2)),
        ((2, 3), (1, 3, 2)),
        ((4, 3, 2), (2, 1, 2, 3)),
        ((1, 3, 2, 2), (2, 1, 1, 2, 3)),
    ],
)
def test_both_sides_broadcast(shape_a, shape_b):
    """Both operands are repeated, along different axes, missing ones and ones of size 1"""
    compare(shape_a, shape_b)


@correctness
@each(
    ("shape_a", "shape_b"),
    [((1, 2, 3), (2, 4, 3, 2)), ((2, 4, 2, 3), (1, 3, 2)), ((3, 1, 2, 2), (2, 3, 4, 2, 1)), ((2, 3, 1, 4, 2, 2), (1, 4, 2, 3))],
)
def test_missing_and_size_one(shape_a, shape_b):
    """The same operand lacks an axis and is repeated along one of size 1: it gets both sums"""
    compare(shape_a, shape_b)


@edge
@each(("shape_a", "shape_b"), [((1, 2, 3), (1, 3, 4)), ((1, 2, 3), (3, 4)), ((2, 3), (1, 1, 3, 4)), ((1, 1, 1, 1), (1, 1))])
def test_both_of_size_one(shape_a, shape_b):
    """A leading axis of size 1 in C stays where it was, and is not made up where it was not"""
    compare(shape_a, shape_b)


@correctness
def test_differences():
    """A step in one entry of A or B changes the loss as the gradient says"""
    grad, A, B = problem((3, 1, 2, 4), (5, 4, 3), seed=9)
    dA, dB = unpack(matmul_backward(grad, A, B), "dA", "dB")
    dA, dB = array(dA, shape=A.shape, kind="f", what="dA"), array(dB, shape=B.shape, kind="f", what="dB")
    base = float(np.sum(grad * (A @ B)))
    for place in [(0, 0, 0, 0), (2, 0, 1, 3), (1, 0, 0, 2)]:
        stepped = A.copy()
        stepped[place] += 1.0
        close(dA[place], float(np.sum(grad * (stepped @ B))) - base, atol=1e-9, what=f"dA{list(place)}")
    for place in [(0, 0, 0), (4, 3, 2), (2, 1, 0)]:
        stepped = B.copy()
        stepped[place] += 1.0
        close(dB[place], float(np.sum(grad * (A @ stepped))) - base, atol=1e-9, what=f"dB{list(place)}")


@contract
@each(("shape_a", "shape_b"), [((2, 3), (3, 4)), ((5, 2, 3), (3, 4)), ((2, 1, 3, 2), (1, 4, 2, 3))])
def test_float32_stays_float32(shape_a, shape_b):
    """float32 operands and grad_out give float32 gradients"""
    grad, A, B = (x.astype(np.float32) for x in problem(shape_a, shape_b))
    dA, dB = unpack(matmul_backward(grad, A, B), "dA", "dB")
    right_a, right_b = expected(grad.astype(float), A.astype(float), B.astype(float))
    close(dA, right_a, rtol=1e-4, atol=1e-4, dtype=np.float32, what="dA")
    close(dB, right_b, rtol=1e-4, atol=1e-4, dtype=np.float32, what="dB")


@numerics
@each(
    ("dtype", "low", "high"),
    [("int8", 60, 120), ("uint8", 60, 120), ("int16", 20000, 30000), ("int32", 2**28, 2**29), ("int64", 2**28, 2**29)],
)
def test_integers(dtype, low, high):
    """Integers of any width lose no digit and do not overflow, neither in products nor in sums"""
    rng = np.random.default_rng(3)
    for shape_a, shape_b in (((2, 3), (3, 4)), ((6, 2, 3), (3, 4)), ((1, 2, 3), (6, 3, 4))):
        A, B = (rng.integers(low, high, size=shape).astype(dtype) for shape in (shape_a, shape_b))
        grad = rng.integers(low, high, size=(A @ B).shape).astype(dtype)
        dA, dB = unpack(matmul_backward(grad, A, B), "dA", "dB")
        right_a, right_b = expected(grad.astype(float), A.astype(float), B.astype(float))
        close(dA, right_a, kind="n", what="dA")
        close(dB, right_b, kind="n", what="dB")
        close(unpack(matmul_backward(grad.astype(float), A, B), "dA", "dB")[1], right_b, what="dB for a float grad_out")


@contract
@each(
    ("shape", "shape_a", "shape_b"),
    [
        ((2, 1), (2, 3), (3, 4)),
        ((1, 4), (2, 3), (3, 4)),
        ((4, 2), (2, 3), (3, 4)),
        ((1, 2, 4), (2, 3), (3, 4)),
        ((4,), (2, 3), (3, 4)),
        ((), (2, 3), (3, 4)),
        ((2, 3), (3, 4), (4, 3)),
        ((2, 4), (5, 2, 3), (3, 4)),
        ((1, 2, 4), (5, 2, 3), (5, 3, 4)),
        ((5, 2, 4), (2, 3), (3, 4)),
        ((3, 2, 2, 2), (2, 3, 2, 2), (2, 3, 2, 2)),
        ((4, 1, 2, 2), (1, 4, 2, 2), (2, 2)),
    ],
)
def test_grad_out_of_another_shape(shape, shape_a, shape_b):
    """grad_out of another shape than A @ B raises ValueError, also where it would broadcast"""
    with raises(ValueError):
        matmul_backward(np.ones(shape), np.ones(shape_a), np.ones(shape_b))


@contract
@each(
    ("shape", "shape_a", "shape_b"),
    [
        ((2, 4), (2, 3), (4, 4)),
        ((2, 4), (2, 1), (3, 4)),
        ((2, 4), (2, 3), (1, 4)),
        ((2, 2, 4), (2, 2, 3), (3, 3, 4)),
        ((3, 2, 4), (3, 2, 3), (2, 3, 4)),
        ((2, 3), (3, 2), (3, 2)),
    ],
)
def test_operands_that_do_not_fit(shape, shape_a, shape_b):
    """Operands that cannot be multiplied raise ValueError"""
    with raises(ValueError):
        matmul_backward(np.ones(shape), np.ones(shape_a), np.ones(shape_b))


@vectorised
def test_no_loop_over_the_batch():
    """The interpreter's work does not grow with the batch axes"""
    flat_growth(lambda n: matmul_backward(np.ones((n, 2, 2)), np.ones((n, 2, 3)), np.ones((n, 3, 2))), sizes=(100, 900), what="matrices")
    flat_growth(
        lambda n: matmul_backward(np.ones((n, 2, 2)), np.ones((n, 2, 3)), np.ones((3, 2))), sizes=(100, 900), what="matrices with shared B"
    )
    flat_growth(
        lambda n: matmul_backward(np.ones((2, n, 2, 2)), np.ones((2, 1, 2, 3)), np.ones((1, n, 3, 2))),
        sizes=(100, 900),
        what="matrices of both",
    )


@stretch
@contract
def test_one_dimensional_operands():
    """1-D operands, as np.matmul treats them"""
    for shape_a, shape_b in (((3,), (3,)), ((3,), (3, 4)), ((2, 3), (3,)), ((3,), (5, 3, 4)), ((5, 2, 3), (3,)), ((1, 2, 3), (3,))):
        A, B = numbers(shape_a, 5), numbers(shape_b, 6)
        grad = numbers(np.shape(A @ B), 7)
        full = np.expand_dims(np.expand_dims(grad, -1) if B.ndim == 1 else grad, -2 if A.ndim == 1 else 0)
        full = full if A.ndim == 1 else full[0]
        right_a, right_b = expected(full, np.atleast_2d(A), B if B.ndim > 1 else B[:, None])
        dA, dB = unpack(matmul_backward(grad, A, B), "dA", "dB")
        close(dA, right_a.reshape(shape_a), atol=1e-9, what=f"dA for A {shape_a} and B {shape_b}")
        close(dB, right_b.reshape(shape_b), atol=1e-9, what=f"dB for A {shape_a} and B {shape_b}")


@stretch
@memory
def test_shared_weights_without_a_batch_of_gradients():
    """With a 2-D B no array of shape (batch, k, m) is made"""
    grad, A, B = np.ones((200, 2, 40)), np.ones((200, 2, 40)), np.ones((40, 40))
    peak_memory(lambda: matmul_backward(grad, A, B), limit=4.0 * A.nbytes + 65536, what="4 times A")
