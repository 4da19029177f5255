"""Returns a matrix of one row for a vector — test_vector_stays_vector"""

import numpy as np


def softmax(z):
    z = np.atleast_2d(z)
    z = z.astype(float) if z.dtype.kind != "f" else z
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)
