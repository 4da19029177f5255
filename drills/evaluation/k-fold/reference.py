"""k-fold cross-validation."""

from collections.abc import Callable

import numpy as np


def k_fold_indices(n: int, k: int, shuffle: bool = False, seed: int | None = None) -> list[tuple[np.ndarray, np.ndarray]]:
    """k pairs (train, test) of row numbers; the test parts are disjoint, complete and of nearly equal size.

    With `shuffle`, one permutation from default_rng(seed) serves all folds.  ValueError for k < 2 or k > n.
    """
    if not 2 <= k <= n:
        raise ValueError(f"k must be from 2 to n = {n}, got {k}")
    rows = np.random.default_rng(seed).permutation(n) if shuffle else np.arange(n)
    return pairs(np.array_split(rows, k))  # the first n % k parts get one row more


def pairs(parts: list[np.ndarray]) -> list[tuple[np.ndarray, np.ndarray]]:
    """(train, test) for each part: the part itself for test, all others for train."""
    return [(np.concatenate(parts[:i] + parts[i + 1 :]), parts[i]) for i in range(len(parts))]


def cross_val_score(fit: Callable, X: np.ndarray, y: np.ndarray, k: int) -> np.ndarray:
    """Accuracy on each of the k test parts, (k,); `fit(X_train, y_train)` gives a predict function or an object with one.

    ValueError for k < 2, k > n or different lengths.
    """
    X, y = np.asarray(X), np.asarray(y)
    if len(X) != len(y):
        raise ValueError(f"X has {len(X)} rows, y {len(y)}")
    scores = []
    for train, test in k_fold_indices(len(X), k):
        model = fit(X[train], y[train])  # a fresh fit for each fold
        predict = getattr(model, "predict", model)
        scores.append(np.mean(np.asarray(predict(X[test])) == y[test]))
    return np.array(scores)


def stratified_k_fold_indices(y: np.ndarray, k: int, shuffle: bool = False, seed: int | None = None) -> list[tuple[np.ndarray, np.ndarray]]:
    """Like `k_fold_indices` for the rows of `y`, at least k of each class; each class is dealt out to the folds in turn."""
    y = np.asarray(y)
    rows = np.random.default_rng(seed).permutation(len(y)) if shuffle else np.arange(len(y))
    by_class = rows[np.argsort(y[rows])]  # the rows of each class stand together
    return pairs([by_class[i::k] for i in range(k)])  # dealing every k-th: each class and the total are balanced
