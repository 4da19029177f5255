"""Shifts and exponentiates inside the argument — test_leaves_its_argument_alone"""

import numpy as np


def softmax(z):
    z = z.astype(float) if z.dtype.kind != "f" else z
    z -= z.max(axis=-1, keepdims=True)
    np.exp(z, out=z)
    return z / z.sum(axis=-1, keepdims=True)
