"""Forgets b2 — test_b2_belongs_to_outputs"""

import numpy as np


def predict(X, W1, b1, W2, b2):
    return np.maximum(0, X @ W1.T + b1) @ W2.T
