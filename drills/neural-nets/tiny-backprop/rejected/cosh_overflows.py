"""1 / cosh(u)² for the derivative of tanh overflows with a warning — test_no_warning_where_tanh_saturates"""

import numpy as np


def tiny_backprop(x, y, W1, b1, w2, b2):
    x, W1, b1, w2 = x.astype(float), W1.astype(float), b1.astype(float), w2.astype(float)
    pre = W1 @ x + b1
    a = np.tanh(pre)
    z = w2 @ a + b2
    loss = y * np.logaddexp(0, -z) + (1 - y) * np.logaddexp(0, z)
    dz = np.exp(-np.logaddexp(0, -z)) - y
    delta = dz * w2 / np.cosh(pre) ** 2
    return loss, {"W1": np.outer(delta, x), "b1": delta, "w2": dz * a, "b2": dz, "x": W1.T @ delta}
