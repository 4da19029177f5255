"""Writes the hidden layer into an array of the rows' type — test_integer_rows"""

import numpy as np


def predict(X, W1, b1, W2, b2):
    hidden = np.zeros(X.shape[:-1] + b1.shape, dtype=X.dtype)
    hidden[...] = np.maximum(0, X @ W1.T + b1)
    return hidden @ W2.T + b2
