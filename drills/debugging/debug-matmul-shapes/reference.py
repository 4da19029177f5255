"""Forward pass of a network with one hidden layer."""

import numpy as np


def predict(X, W1, b1, W2, b2):
    """Outputs (n, c) for the rows X (n, d), or (c,) for one row (d,); W1 is (h, d), b1 (h,), W2 (c, h), b2 (c,)."""
    # Layers are stored (outputs, inputs), so each is transposed, whatever its sizes.
    hidden = np.maximum(0, X @ W1.T + b1)  # (n, d) @ (d, h) -> (n, h)
    return hidden @ W2.T + b2  # (n, h) @ (h, c) -> (n, c)
