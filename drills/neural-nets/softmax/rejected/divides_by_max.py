"""Divides by the maximum instead of subtracting it — test_shift_changes_nothing"""

import numpy as np


def softmax(z):
    z = z.astype(float) if z.dtype.kind != "f" else z
    e = np.exp(z / z.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)
