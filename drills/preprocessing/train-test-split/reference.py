"""Train and test split."""

import math

import numpy as np


def train_test_split(
    X: np.ndarray, y: np.ndarray, test_size: float = 0.2, random_state: int | None = None
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Random split of X (n, d) and y (n,) into X_train, X_test, y_train, y_test; ValueError where that cannot be."""
    n = len(X)
    if len(y) != n:
        raise ValueError(f"X has {n} rows, y has {len(y)}")
    # Round the test part itself: n * (1 - test_size) carries the noise of the subtraction.
    n_test = math.ceil(n * test_size)
    if not 0 < n_test < n:  # a test_size outside (0, 1) ends here too
        raise ValueError(f"{n} rows cannot be split at {test_size}")
    # A generator of its own, seeded or not; one permutation for both arrays keeps rows and labels together.
    order = np.random.default_rng(random_state).permutation(n)
    test, train = order[:n_test], order[n_test:]
    return X[train], X[test], y[train], y[test]
