"""Clips z at ±709, which still overflows in float32 — test_no_warning_in_float32"""

import numpy as np


def sigmoid(z):
    z = np.asarray(z)
    z = z if z.dtype.kind == "f" else z.astype(float)
    return 1 / (1 + np.exp(-np.clip(z, -709, 709)))
