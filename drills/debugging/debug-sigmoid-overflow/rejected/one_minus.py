"""Takes 1 minus the sigmoid of the other side, which loses the small values — test_left_tail"""

import numpy as np


def sigmoid(z):
    z = np.asarray(z)
    z = z if z.dtype.kind == "f" else z.astype(float)
    right = 1 / (1 + np.exp(-np.abs(z)))
    return np.where(z >= 0, right, 1 - right)
