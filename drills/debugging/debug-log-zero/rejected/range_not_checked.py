"""Clips a p outside [0, 1] into it — test_refuses_probabilities_outside"""

import numpy as np


def binary_cross_entropy(y, p):
    if y.shape != p.shape or np.isnan(p).any():
        raise ValueError("bad shape or p")
    p = np.clip(p.astype(float), 0, 1)
    return float(np.mean(-(y * np.log(np.maximum(p, 1e-300)) + (1 - y) * np.log(np.maximum(1 - p, 1e-300)))))
