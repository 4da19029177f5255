"""exp of the log-sigmoid."""

import numpy as np


def sigmoid(z):
    z = np.asarray(z)
    z = z if z.dtype.kind == "f" else z.astype(np.float64)
    return np.exp(-np.logaddexp(np.zeros((), dtype=z.dtype), -z))
