"""exp(-z) overflows with a warning — test_no_warnings"""

import numpy as np


def tiny_backprop(x, y, W1, b1, w2, b2):
    x, W1, b1, w2 = x.astype(float), W1.astype(float), b1.astype(float), w2.astype(float)
    pre = W1 @ x + b1
    a = np.tanh(pre)
    z = w2 @ a + b2
    loss = y * np.logaddexp(0, -z) + (1 - y) * np.logaddexp(0, z)
    e = np.exp(-abs(z))
    p = 1 / (1 + np.exp(-z))
    dz = p - y
    da = dz * w2
    delta = da * (1 - a**2)
    return loss, {"W1": np.outer(delta, x), "b1": delta, "w2": dz * a, "b2": dz, "x": W1.T @ delta}
