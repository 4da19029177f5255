"""The logistic function."""

import numpy as np


def sigmoid(z):
    """1 / (1 + exp(-z)) for an array or a number; float32 stays float32, integers count as float64."""
    return 1 / (1 + np.exp(-z))
