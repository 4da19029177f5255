"""Train and test split."""

import numpy as np


def train_test_split(
    X: np.ndarray, y: np.ndarray, test_size: float = 0.2, random_state: int | None = None
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Random split of X (n, d) and y (n,) into X_train, X_test, y_train, y_test; ValueError where that cannot be."""
    raise NotImplementedError
