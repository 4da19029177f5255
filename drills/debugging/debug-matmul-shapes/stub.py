"""Forward pass of a network with one hidden layer."""

import numpy as np


def predict(X, W1, b1, W2, b2):
    """Outputs (n, c) for the rows X (n, d), or (c,) for one row (d,); W1 is (h, d), b1 (h,), W2 (c, h), b2 (c,)."""
    hidden = np.maximum(0, X @ W1 + b1)
    return hidden @ W2 + b2
