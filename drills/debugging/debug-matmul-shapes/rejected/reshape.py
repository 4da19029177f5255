"""Reshapes the weights in place of a transpose — test_all_sizes_differ"""

import numpy as np


def predict(X, W1, b1, W2, b2):
    hidden = np.maximum(0, X @ W1.reshape(W1.shape[::-1]) + b1)
    return hidden @ W2.reshape(W2.shape[::-1]) + b2
