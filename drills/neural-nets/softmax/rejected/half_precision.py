"""Shifts in int64, then goes back to the narrow type, for which exp returns float16 — test_narrow_integers_keep_precision"""

import numpy as np


def softmax(z):
    if z.dtype.kind in "iu":
        wide = z.astype(np.int64)
        shifted = np.maximum(wide - wide.max(axis=-1, keepdims=True), -100).astype(np.int8 if z.itemsize == 1 else np.int64)
    else:
        shifted = z - z.max(axis=-1, keepdims=True)
    e = np.exp(shifted)
    return e / e.sum(axis=-1, keepdims=True)
