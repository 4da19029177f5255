"""An infinite row costs 100 whatever its target — test_soft_targets_at_the_ends"""

import numpy as np


def binary_cross_entropy(y, p):
    if y.shape != p.shape:
        raise ValueError("y and p differ in shape")
    if not np.all((p >= 0) & (p <= 1)):
        raise ValueError("p must lie in [0, 1]")
    with np.errstate(divide="ignore", invalid="ignore"):
        rows = -(y * np.log(p) + (1 - y) * np.log(1 - p))
    return float(np.mean(np.where(np.isnan(rows), 0.0, np.minimum(rows, 100.0))))
