"""Adds the biases as columns, so that one row becomes a square — test_single_row"""

import numpy as np


def predict(X, W1, b1, W2, b2):
    hidden = np.maximum(0, W1 @ X.T + b1[:, None])
    return (W2 @ hidden + b2[:, None]).T
