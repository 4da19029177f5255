"""Transposes X instead of the weights — test_rows_do_not_mix"""

import numpy as np


def predict(X, W1, b1, W2, b2):
    hidden = np.maximum(0, X.T @ W1 + b1)
    return hidden @ W2 + b2
