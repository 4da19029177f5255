"""Each product of degree k is one of degree k - 1 times a feature that is not before its last factor."""

import numpy as np


def polynomial_features(X, degree=2):
    if degree < 0:
        raise ValueError("degree")
    n, d = X.shape
    blocks = [np.ones((n, 1))]
    first_starts = [0] * d  # where in the last block the products begin whose first factor is j or later
    for _ in range(degree):
        last, new, starts = blocks[-1], [], []
        for j in range(d):
            starts.append(sum(block.shape[1] for block in new))
            new.append(X[:, j : j + 1] * last[:, first_starts[j] :])
        blocks.append(np.hstack(new))
        first_starts = starts
    return np.hstack(blocks)
