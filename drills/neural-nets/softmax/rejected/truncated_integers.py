"""Writes the probabilities into an array of the input's integer dtype — test_integers"""

import numpy as np


def softmax(z):
    out = np.zeros_like(z)
    wide = z.astype(np.result_type(z.dtype, np.float32))
    e = np.exp(wide - wide.max(axis=-1, keepdims=True))
    out[...] = e / e.sum(axis=-1, keepdims=True)
    return out
