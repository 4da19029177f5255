"""Steps from an identity matrix; norms written out."""

import math

import numpy as np


def numerical_gradient(f, x, eps=1e-5):
    steps = eps * np.eye(x.size)
    flat = x.ravel()
    values = [f((flat + s).reshape(x.shape)) - f((flat - s).reshape(x.shape)) for s in steps]
    return np.array(values).reshape(x.shape) / eps / 2


def gradient_check(analytical, f, x, eps=1e-5, threshold=1e-5):
    a = [float(v) for v in analytical.ravel()]
    n = numerical_gradient(f, x, eps).ravel().tolist()
    top = math.sqrt(sum((p - q) ** 2 for p, q in zip(a, n)))
    bottom = math.sqrt(sum(p * p for p in a)) + math.sqrt(sum(q * q for q in n))
    if bottom == 0:
        return True
    return top / bottom <= threshold
