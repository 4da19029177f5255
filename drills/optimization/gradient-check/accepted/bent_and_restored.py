"""Bends the caller's float array and puts every entry back exactly; returns nested lists."""

import numpy as np


def numerical_gradient(f, x, eps=1e-5):
    if x.dtype != float:
        x = x.astype(float)
    slopes = []
    flat = x.reshape(-1)
    for i in range(flat.size):
        kept = flat[i]
        flat[i] = kept + eps
        high = f(x)
        flat[i] = kept - eps
        low = f(x)
        flat[i] = kept
        slopes.append(0.5 * (high - low) / eps)
    return np.reshape(slopes, x.shape).tolist()


def gradient_check(analytical, f, x, eps=1e-5, threshold=1e-5):
    n = np.array(numerical_gradient(f, x, eps))
    a = np.asarray(analytical, dtype=float)
    error = np.sqrt(np.sum((a - n) ** 2))
    size = np.sqrt(np.sum(a**2)) + np.sqrt(np.sum(n**2))
    return bool(size == 0 or error / size <= threshold)  # False for NaN
