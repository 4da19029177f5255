"""Returns (1, c) for one row — test_single_row"""

import numpy as np


def predict(X, W1, b1, W2, b2):
    hidden = np.maximum(0, np.atleast_2d(X) @ W1.T + b1)
    return hidden @ W2.T + b2
