"""tensordot for a 2-D operand, moveaxis and products with an added axis for the rest."""

import numpy as np


def as_floats(x):
    return np.asarray(x, dtype=np.result_type(x, np.float32) if x.dtype.kind == "f" else np.float64)


def matmul_backward(grad_out, A, B):
    G, A, B = map(as_floats, (grad_out, A, B))
    if (A @ B).shape != G.shape:
        raise ValueError("shape of grad_out")
    dA = G @ np.moveaxis(B, -1, -2)
    axes = dA.ndim - A.ndim
    dA = np.add.reduce(dA, axis=tuple(range(axes)))
    for i, size in enumerate(A.shape):
        if size < dA.shape[i]:
            dA = np.add.reduce(dA, axis=i, keepdims=True)
    if B.ndim == 2 and A.ndim == G.ndim:
        lead = list(range(G.ndim - 1))
        return dA, np.tensordot(A, G, axes=(lead, lead))
    full = (np.moveaxis(A, -1, -2)[..., None] * G[..., None, :, :]).sum(axis=-2)
    for _ in range(full.ndim - B.ndim):
        full = full.sum(axis=0)
    ones = tuple(i for i, size in enumerate(B.shape) if size == 1)
    return dA, full.sum(axis=ones, keepdims=True)
