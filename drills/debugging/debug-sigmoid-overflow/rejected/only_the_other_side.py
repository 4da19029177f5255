"""Uses exp(z) / (1 + exp(z)) everywhere, which is NaN far to the right — test_far_out"""

import numpy as np


def sigmoid(z):
    z = np.asarray(z)
    z = z if z.dtype.kind == "f" else z.astype(float)
    with np.errstate(all="ignore"):
        return np.exp(z) / (1 + np.exp(z))
