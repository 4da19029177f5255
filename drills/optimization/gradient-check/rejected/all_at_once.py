"""Moves all entries together — test_sum_of_squares"""

import numpy as np


def numerical_gradient(f, x, eps=1e-5):
    x = np.array(x, dtype=float)
    gradient = np.zeros(x.shape)
    gradient[...] = (f(x + eps) - f(x - eps)) / (2 * eps)
    return gradient


def gradient_check(analytical, f, x, eps=1e-5, threshold=1e-5):
    n = numerical_gradient(f, x, eps)
    a = np.asarray(analytical, dtype=float)
    scale = np.linalg.norm(a) + np.linalg.norm(n)
    if scale == 0:
        return True
    return bool(np.linalg.norm(a - n) / scale <= threshold)
