"""Says 0 and 1 beyond ±30 — test_left_tail"""

import numpy as np


def sigmoid(z):
    z = np.asarray(z)
    z = z if z.dtype.kind == "f" else z.astype(float)
    middle = 1 / (1 + np.exp(-np.clip(z, -30, 30)))
    return np.where(z < -30, 0, np.where(z > 30, 1, middle)).astype(z.dtype)
