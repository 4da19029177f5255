"""Makes float64 of float32 — test_float32_stays_float32"""

import numpy as np


def sigmoid(z):
    z = np.asarray(z, dtype=np.float64)
    return np.exp(np.minimum(z, 0)) / (1 + np.exp(-np.abs(z)))
