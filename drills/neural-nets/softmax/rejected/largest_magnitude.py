"""Shifts by the largest absolute value, which is no help for negative rows — test_large_negative"""

import numpy as np


def softmax(z):
    z = z.astype(float) if z.dtype.kind != "f" else z
    e = np.exp(z - np.abs(np.where(np.isfinite(z), z, 0)).max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)
