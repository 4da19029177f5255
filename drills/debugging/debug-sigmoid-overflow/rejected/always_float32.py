"""Computes in float32 whatever comes in — test_far_left_tail"""

import numpy as np


def sigmoid(z):
    given = np.asarray(z)
    kind = given.dtype if given.dtype.kind == "f" else np.float64
    with np.errstate(over="ignore"):
        z = given.astype(np.float32)
    return (np.exp(np.minimum(z, 0)) / (1 + np.exp(-np.abs(z)))).astype(kind)
