"""nditer with a multi-index, fresh copies for each call; product form of the comparison."""

import numpy as np


def numerical_gradient(f, x, eps=1e-5):
    gradient = np.empty(x.shape)
    it = np.nditer(x, flags=["multi_index"])
    for _ in it:
        plus, minus = x.astype(np.float64), x.astype(np.float64)
        plus[it.multi_index] += eps
        minus[it.multi_index] -= eps
        gradient[it.multi_index] = f(plus) / (2 * eps) - f(minus) / (2 * eps)
    return gradient


def gradient_check(analytical, f, x, eps=1e-5, threshold=1e-5):
    n = numerical_gradient(f, x, eps)
    return np.linalg.norm(analytical - n) <= threshold * (np.linalg.norm(analytical) + np.linalg.norm(n))
