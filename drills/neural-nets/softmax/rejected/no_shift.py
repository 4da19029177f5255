"""Exponentiates without a shift — test_large_positive"""

import numpy as np


def softmax(z):
    z = z.astype(float) if z.dtype.kind != "f" else z
    e = np.exp(z)
    return e / e.sum(axis=-1, keepdims=True)
