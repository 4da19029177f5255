"""One row at a time in plain Python; nothing but the starred test asks for more."""

import math

import numpy as np


def softmax(z):
    z = np.asarray(z)
    kind = z.dtype if z.dtype.kind == "f" else np.dtype(float)
    if z.ndim == 2:
        return np.array([_row(row) for row in z], dtype=kind)
    return np.array(_row(z), dtype=kind)


def _row(row):
    values = [float(value) for value in row]
    top = max(values)
    weights = [math.exp(value - top) for value in values]
    total = math.fsum(weights)
    return [weight / total for weight in weights]
