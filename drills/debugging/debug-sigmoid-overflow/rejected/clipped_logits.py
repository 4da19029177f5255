"""Clips z at ±500 — test_far_left_tail"""

import numpy as np


def sigmoid(z):
    z = np.asarray(z)
    z = z if z.dtype.kind == "f" else z.astype(float)
    return 1 / (1 + np.exp(-np.clip(z, -500, 500)))
