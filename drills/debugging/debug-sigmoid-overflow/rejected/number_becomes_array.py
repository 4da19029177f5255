"""Returns an array of one entry for a single number — test_scalars"""

import numpy as np


def sigmoid(z):
    z = np.atleast_1d(z)
    z = z if z.dtype.kind == "f" else z.astype(float)
    return np.exp(np.minimum(z, 0)) / (1 + np.exp(-np.abs(z)))
