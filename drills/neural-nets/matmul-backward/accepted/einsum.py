"""einsum over an ellipsis, then the sums."""

import numpy as np


def matmul_backward(grad_out, A, B):
    kinds = {np.asarray(x).dtype for x in (grad_out, A, B)}
    dtype = np.float32 if kinds == {np.dtype(np.float32)} else np.float64
    G, A, B = (np.asarray(x, dtype=dtype) for x in (grad_out, A, B))
    if A.shape[-1] != B.shape[-2]:
        raise ValueError("inner sizes differ")
    lead = np.broadcast_shapes(A.shape[:-2], B.shape[:-2])
    if G.shape != (*lead, A.shape[-2], B.shape[-1]):
        raise ValueError("grad_out has the wrong shape")
    dA = np.einsum("...nm,...km->...nk", G, B)
    dB = np.einsum("...nk,...nm->...km", A, G)
    return reduced(dA, A.shape), reduced(dB, B.shape)


def reduced(full, shape):
    padded = (1,) * (full.ndim - len(shape)) + shape
    axes = tuple(i for i, size in enumerate(padded) if size == 1)
    return full.sum(axis=axes).reshape(shape)
