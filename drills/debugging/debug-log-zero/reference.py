"""Binary cross-entropy."""

import numpy as np

TINY = float(np.finfo(np.float64).tiny)  # the smallest normal number, 2.2e-308: log TINY is -708.4


def binary_cross_entropy(y, p):
    """The mean of -(y log p + (1 - y) log(1 - p)); finite for p of 0 and 1, ValueError for shapes or p that are no good."""
    if y.shape != p.shape:
        raise ValueError(f"y is {y.shape}, p is {p.shape}")
    if not np.all((p >= 0) & (p <= 1)):  # NaN compares false
        raise ValueError("p must lie in [0, 1]")
    p = p.astype(np.float64)  # in float32 TINY would be 0
    # Only an exact 0 under a log is replaced. p and 1 - p are floored apart: no p near 1 is moved.
    log_p, log_q = np.log(np.maximum(p, TINY)), np.log(np.maximum(1 - p, TINY))
    return float(np.mean(-(y * log_p + (1 - y) * log_q)))
