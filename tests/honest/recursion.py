"""Recursion over the dimensions."""
# drill: softmax
import numpy as np


def softmax(z):
    z = np.asarray(z)
    if z.ndim > 1:
        return np.array([softmax(row) for row in z])
    z = z if z.dtype.kind == "f" else z.astype(float)
    e = np.exp(z - z.max())
    return e / e.sum()
