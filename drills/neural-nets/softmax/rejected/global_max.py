"""Shifts by the maximum of the whole matrix, so a row far below becomes 0 / 0 — test_rows_far_apart"""

import numpy as np


def softmax(z):
    z = z.astype(float) if z.dtype.kind != "f" else z
    e = np.exp(z - np.max(z))
    return e / e.sum(axis=-1, keepdims=True)
