"""Backward pass of a matrix product."""

import math

import numpy as np


def matmul_backward(grad_out: np.ndarray, A: np.ndarray, B: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """(dL/dA, dL/dB) for C = A @ B and grad_out = dL/dC; leading axes broadcast as in np.matmul."""
    grad, A, B = (_floating(x) for x in (grad_out, A, B))
    shape_a, shape_b = A.shape, B.shape
    # np.matmul's rule for 1-D operands: an axis is added, and taken out of C again.
    row, column = A.ndim == 1, B.ndim == 1
    A = A[None, :] if row else A
    B = B[:, None] if column else B
    if A.shape[-1] != B.shape[-2]:
        raise ValueError(f"A {shape_a} and B {shape_b} cannot be multiplied")
    batch = np.broadcast_shapes(A.shape[:-2], B.shape[:-2])  # ValueError if they do not fit
    expected = batch + A.shape[-2:-1] * (not row) + B.shape[-1:] * (not column)
    if grad.shape != expected:
        raise ValueError(f"grad_out has shape {grad.shape}, A @ B has {expected}")
    grad = grad.reshape(*batch, A.shape[-2], B.shape[-1])

    dA = _sum_to(grad @ B.swapaxes(-1, -2), A.shape)
    if B.ndim == 2:
        # Shared weights: the rows of all matrices in the batch as one long matrix.
        # The product then sums over the batch without making a (batch, k, m) array.
        stacked = np.broadcast_to(A, batch + A.shape[-2:]).reshape(-1, A.shape[-1])
        dB = stacked.T @ grad.reshape(-1, grad.shape[-1])
    else:
        dB = _sum_to(A.swapaxes(-1, -2) @ grad, B.shape)
    return dA.reshape(shape_a), dB.reshape(shape_b)


def _floating(x: np.ndarray) -> np.ndarray:
    x = np.asarray(x)
    return x if np.issubdtype(x.dtype, np.floating) else x.astype(np.float64)


def _sum_to(grad: np.ndarray, shape: tuple[int, ...]) -> np.ndarray:
    """Sum over the axes along which an operand of this shape was repeated."""
    missing = grad.ndim - len(shape)
    grad = grad.sum(axis=tuple(range(missing))) if missing else grad
    repeated = tuple(i for i, size in enumerate(shape) if size == 1)
    return grad.sum(axis=repeated, keepdims=True) if repeated else grad
