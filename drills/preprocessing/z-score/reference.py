"""Z-scores for training and new data."""

import numpy as np


def zscore_normalize(X: np.ndarray, epsilon: float = 1e-8) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """X (n, d) normalized per column, with the means (d,) and the standard deviations (d,)."""
    mean = X.mean(axis=0)
    # Entries are compared, because the computed std of equal entries is often a residue above 0.
    std = np.where((X == X[0]).all(axis=0), 0.0, X.std(axis=0))
    X_norm = apply_normalization(X, mean, std, epsilon)
    X_norm[:, std < epsilon] = 0.0
    return X_norm, mean, std


def apply_normalization(X: np.ndarray, mean: np.ndarray, std: np.ndarray, epsilon: float = 1e-8) -> np.ndarray:
    """X (n, d) normalized by the given means and standard deviations."""
    return (X - mean) / np.where(std < epsilon, 1.0, std)
