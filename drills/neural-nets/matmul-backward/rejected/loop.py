"""A Python loop over the batch — test_no_loop_over_the_batch"""

import numpy as np


def to_float(x):
    x = np.asarray(x)
    return x if x.dtype.kind == "f" else x.astype(float)


def unbroadcast(g, shape):
    while g.ndim > len(shape):
        g = g.sum(axis=0)
    for axis, size in enumerate(shape):
        if size == 1:
            g = g.sum(axis=axis, keepdims=True)
    return g


def matmul_backward(grad_out, A, B):
    grad_out, A, B = to_float(grad_out), to_float(A), to_float(B)
    if grad_out.shape != np.matmul(A, B).shape:
        raise ValueError("grad_out must have the shape of A @ B")
    batch = grad_out.shape[:-2]
    fullA, fullB = (np.broadcast_to(X, batch + X.shape[-2:]) for X in (A, B))
    dA, dB = np.empty(fullA.shape, grad_out.dtype), np.empty(fullB.shape, grad_out.dtype)
    for i in np.ndindex(batch):
        dA[i], dB[i] = grad_out[i] @ fullB[i].T, fullA[i].T @ grad_out[i]
    return unbroadcast(dA, A.shape), unbroadcast(dB, B.shape)
