"""Shifts by the mean of the finite entries — test_one_entry_far_above"""

import numpy as np


def softmax(z):
    z = z.astype(float) if z.dtype.kind != "f" else z
    finite = np.isfinite(z)
    mean = np.where(finite, z, 0).sum(axis=-1, keepdims=True) / finite.sum(axis=-1, keepdims=True)
    e = np.exp(z - mean.astype(z.dtype))
    return e / e.sum(axis=-1, keepdims=True)
