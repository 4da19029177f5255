"""Gives Fortran-ordered, strided and read-only results, and views of them."""
# drill: softmax
import numpy as np


def softmax(z):
    z = np.asarray(z)
    z = z if z.dtype.kind == "f" else z.astype(float)
    e = np.exp(z.T - z.T.max(0, keepdims=True) if z.ndim > 1 else z - z.max())
    result = np.repeat((e / e.sum(0, keepdims=True)).T, 2, axis=0)[::2]
    result = np.asfortranarray(result)
    result.flags.writeable = False
    return result
