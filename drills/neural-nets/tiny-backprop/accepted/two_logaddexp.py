"""logaddexp for the loss, exp of minus logaddexp for the sigmoid."""

import numpy as np


def tiny_backprop(x, y, W1, b1, w2, b2):
    x, W1, b1, w2 = (np.array(v, dtype=float) for v in (x, W1, b1, w2))
    a = np.tanh(W1.dot(x) + b1)
    z = w2.dot(a) + b2
    minus_log_p, minus_log_q = np.logaddexp(0.0, -z), np.logaddexp(0.0, z)
    dz = (1 - y) * np.exp(-minus_log_p) - y * np.exp(-minus_log_q)
    d = {"b2": dz, "w2": a * dz}
    d["b1"] = w2 * dz - w2 * dz * np.square(a)
    d["W1"] = d["b1"][:, None] * x[None, :]
    d["x"] = d["b1"] @ W1
    return y * minus_log_p + (1 - y) * minus_log_q, d
