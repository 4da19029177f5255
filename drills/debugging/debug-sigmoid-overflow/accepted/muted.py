"""The plain formula with its overflow muted: the values are right in the judged range."""

import numpy as np


def sigmoid(z):
    z = np.asarray(z)
    if z.dtype.kind != "f":
        z = z.astype(float)
    with np.errstate(over="ignore"):
        return 1 / (1 + np.exp(-z))
