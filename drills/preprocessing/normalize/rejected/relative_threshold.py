"""Takes a std below a few machine epsilons of the largest entry for a residue — test_last_digits_count"""

import numpy as np


def normalize(X):
    X = X.astype(float)
    std = X.std(axis=0)
    same = std <= 8 * np.finfo(float).eps * np.abs(X).max(axis=0)
    return np.where(same, 0.0, (X - X.mean(axis=0)) / np.where(same, 1.0, std))
