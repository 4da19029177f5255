"""Nearest neighbour in blocks."""

import numpy as np


def batched_nearest_neighbor(X_train: np.ndarray, y_train: np.ndarray, X_test: np.ndarray, max_bytes: int = 2**26) -> np.ndarray:
    """Label of the nearest training row (earliest on ties) for each test row, in at most `max_bytes` of working memory."""
    raise NotImplementedError
