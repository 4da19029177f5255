"""Nearest neighbour in blocks."""

import math

import numpy as np


def batched_nearest_neighbor(X_train: np.ndarray, y_train: np.ndarray, X_test: np.ndarray, max_bytes: int = 2**26) -> np.ndarray:
    """Label of the nearest training row (earliest on ties) for each test row, in at most `max_bytes` of working memory."""
    if len(X_train) == 0:
        raise ValueError("the training set is empty")
    if X_train.shape[1] != X_test.shape[1]:
        raise ValueError(f"training rows have {X_train.shape[1]} features, test rows {X_test.shape[1]}")
    if max_bytes < 1:
        raise ValueError(f"max_bytes must be at least 1, got {max_bytes}")

    test_rows, train_rows = _block(len(X_test), X_train.shape[1], max_bytes)
    origin = X_train[0].astype(float)  # one for all blocks, or their scores cannot be compared
    nearest = np.empty(len(X_test), dtype=np.intp)
    for start in range(0, len(X_test), test_rows):
        queries = X_test[start : start + test_rows] - origin  # float64, for this block only
        best = np.full(len(queries), -np.inf)
        winner = nearest[start : start + test_rows]  # a view
        for offset in range(0, len(X_train), train_rows):
            rows = X_train[offset : offset + train_rows] - origin
            # x·t - ½‖t‖² is largest where the distance is smallest.
            scores = queries @ rows.T
            scores -= 0.5 * np.einsum("ij,ij->i", rows, rows)
            column = scores.argmax(axis=1)
            top = scores[np.arange(len(queries)), column]
            better = top > best  # strictly: at equal scores the earlier block keeps its row
            winner[better] = offset + column[better]
            best[better] = top[better]
            del rows, scores  # or the next block is made while this one is still held
    return y_train[nearest]


def _block(n_test: int, d: int, max_bytes: int) -> tuple[int, int]:
    """Rows of a test and of a training block: the scores, both sides in float64, and a few numbers for each row."""
    cells = max_bytes // 8
    per_row = d + 6
    square = int(math.hypot(per_row, math.sqrt(cells))) - per_row  # s² + 2 · per_row · s = cells
    test_rows = max(1, min(square, n_test))
    # Few test rows leave room for more training rows.
    return test_rows, max(1, (cells - per_row * test_rows) // (test_rows + per_row))
