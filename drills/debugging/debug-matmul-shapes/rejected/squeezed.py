"""Squeezes the result — test_matrix_of_one_row"""

import numpy as np


def predict(X, W1, b1, W2, b2):
    hidden = np.maximum(0, X @ W1.T + b1)
    return np.squeeze(hidden @ W2.T + b2)
