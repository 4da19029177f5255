"""Subtracts the maximum in the input's integer type — test_narrow_integers_do_not_wrap"""

import numpy as np


def softmax(z):
    shifted = z - z.max(axis=-1, keepdims=True)
    e = np.exp(shifted, dtype=np.float32 if z.dtype == np.float32 else np.float64)
    return e / e.sum(axis=-1, keepdims=True)
