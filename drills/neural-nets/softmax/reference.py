"""Numerically stable softmax."""

import numpy as np


def softmax(z: np.ndarray) -> np.ndarray:
    """Softmax of a vector (c,), or of each row of a matrix (n, c); the result has the shape of z."""
    z = np.asarray(z)
    if not np.issubdtype(z.dtype, np.floating):
        # Before the subtraction: in int8, -100 - 100 wraps to 56, and exp of int8 is float16.
        z = z.astype(np.float64)
    # axis=-1 is the row in both cases, and keepdims lets (n, 1) broadcast against (n, c).
    exponentials = np.exp(z - z.max(axis=-1, keepdims=True))  # the largest becomes exp(0) = 1
    return exponentials / exponentials.sum(axis=-1, keepdims=True)
