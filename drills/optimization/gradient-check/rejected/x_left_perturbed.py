"""Moves the caller's x and adds eps back, which leaves a residue — test_x_left_alone"""

import numpy as np


def numerical_gradient(f, x, eps=1e-5):
    x = x if x.dtype == float else x.astype(float)
    gradient = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        kept = x[i]
        x[i] += eps
        above = f(x)
        x[i] -= 2 * eps
        below = f(x)
        x[i] += eps
        gradient[i] = (above - below) / (2 * eps)
    return gradient


def gradient_check(analytical, f, x, eps=1e-5, threshold=1e-5):
    n = numerical_gradient(f, x, eps)
    a = np.asarray(analytical, dtype=float)
    scale = np.linalg.norm(a) + np.linalg.norm(n)
    if scale == 0:
        return True
    return bool(np.linalg.norm(a - n) / scale <= threshold)
