"""Clips the exponents from below, so -inf keeps a little probability — test_minus_infinity"""

import numpy as np


def softmax(z):
    z = z.astype(float) if z.dtype.kind != "f" else z
    e = np.exp(np.maximum(z - z.max(axis=-1, keepdims=True), -80.0))
    return e / e.sum(axis=-1, keepdims=True)
