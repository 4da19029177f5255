"""Broadcasts the sums of the rows along the columns — test_square_matrix"""

import numpy as np


def softmax(z):
    z = z.astype(float) if z.dtype.kind != "f" else z
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1)
