"""Adds b1 along the rows instead of the hidden units — test_b1_belongs_to_hidden_units"""

import numpy as np


def predict(X, W1, b1, W2, b2):
    hidden = np.maximum(0, (X @ W1.T).T + b1).T
    return hidden @ W2.T + b2
