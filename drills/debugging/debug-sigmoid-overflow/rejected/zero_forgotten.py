"""Has a formula for z > 0 and one for z < 0, and none for 0 — test_known_values"""

import numpy as np


def sigmoid(z):
    z = np.asarray(z)
    z = z if z.dtype.kind == "f" else z.astype(float)
    e = np.exp(-np.abs(z))
    return (z > 0) / (1 + e) + (z < 0) * (e / (1 + e))
