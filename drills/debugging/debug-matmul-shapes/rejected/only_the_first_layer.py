"""Mends only the first layer — test_rows_of_W2_are_outputs"""

import numpy as np


def predict(X, W1, b1, W2, b2):
    hidden = np.maximum(0, X @ W1.T + b1)
    return hidden @ W2 + b2
