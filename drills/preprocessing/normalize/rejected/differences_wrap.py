"""Subtracts the first row in the integers' own width — test_narrow_integers"""

import numpy as np


def normalize(X):
    shifted = (X - X[0]).astype(float)
    shifted = shifted - shifted.mean(axis=0)
    std = np.sqrt(np.mean(shifted * shifted, axis=0))
    return np.divide(shifted, std, out=np.zeros_like(shifted), where=std != 0)
