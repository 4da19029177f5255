"""Short integers become float32, which has 24 bits — test_integers"""

import numpy as np


def to_float(x):
    x = np.asarray(x)
    return x.astype(np.result_type(x, np.float32))


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
    dA = np.matmul(grad_out, np.swapaxes(B, -1, -2))
    dB = np.matmul(np.swapaxes(A, -1, -2), grad_out)
    return unbroadcast(dA, A.shape), unbroadcast(dB, B.shape)
