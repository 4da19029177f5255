"""Majority of the k nearest neighbours."""

import numpy as np


def knn_vote(X_train: np.ndarray, y_train: np.ndarray, X_test: np.ndarray, k: int) -> np.ndarray:
    """Label most of the k nearest training rows have; ties go to what comes first by (distance, index): `(n_test,)`."""
    raise NotImplementedError
