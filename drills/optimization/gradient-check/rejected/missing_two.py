"""Divides by eps instead of 2 eps — test_sum_of_squares"""

import numpy as np


def numerical_gradient(f, x, eps=1e-5):
    x = np.array(x, dtype=float)
    gradient = np.zeros(x.shape)
    for i in np.ndindex(x.shape):
        kept = x[i]
        x[i] = kept + eps
        above = f(x)
        x[i] = kept - eps
        below = f(x)
        x[i] = kept
        gradient[i] = (above - below) / eps
    return gradient


def gradient_check(analytical, f, x, eps=1e-5, threshold=1e-5):
    n = numerical_gradient(f, x, eps)
    a = np.asarray(analytical, dtype=float)
    scale = np.linalg.norm(a) + np.linalg.norm(n)
    if scale == 0:
        return True
    return bool(np.linalg.norm(a - n) / scale <= threshold)
