"""The logistic function."""

import numpy as np


def sigmoid(z):
    """1 / (1 + exp(-z)) for an array or a number; float32 stays float32, integers count as float64."""
    z = np.asarray(z)
    if not np.issubdtype(z.dtype, np.floating):
        z = z.astype(np.float64)  # before the sign changes: -z and |z| wrap in narrow integers
    # 1 / (1 + e^-z) for z >= 0 and e^z / (1 + e^z) for z < 0, in one line: no exponent is ever positive.
    return np.exp(np.minimum(z, 0)) / (1 + np.exp(-np.abs(z)))
