"""Scales only the columns that have a spread."""

import numpy as np


def normalize(X):
    X = np.array(X, dtype=np.float32 if X.dtype == np.float32 else np.float64)
    varies = np.ptp(X, axis=0) > 0
    kept = X[:, varies]
    kept -= kept.mean(axis=0)
    kept /= np.linalg.norm(kept, axis=0) / np.sqrt(len(X))
    result = np.zeros_like(X)
    result[:, varies] = kept
    return result
