"""A formula for each side, through masks."""

import numpy as np


def sigmoid(z):
    z = np.asarray(z)
    flat = np.atleast_1d(z if z.dtype.kind == "f" else z.astype(float))
    result = np.empty_like(flat)
    left = flat < 0
    e = np.exp(flat[left])
    result[left] = e / (1 + e)
    result[~left] = 1 / (1 + np.exp(-flat[~left]))
    return result.reshape(z.shape)[()]
