"""Casts the predictions to the dtype of y — test_predictions_compared_as_they_are"""

import numpy as np


def k_fold_indices(n, k, shuffle=False, seed=None):
    if k < 2 or k > n:
        raise ValueError("k")
    rows = np.arange(n)
    if shuffle:
        rows = np.random.default_rng(seed).permutation(n)
    sizes = np.full(k, n // k)
    sizes[: n % k] += 1
    ends = np.cumsum(sizes)
    folds = []
    for i in range(k):
        test = rows[ends[i] - sizes[i] : ends[i]]
        train = np.setdiff1d(rows, test)
        folds.append((train, test))
    return folds


def cross_val_score(fit, X, y, k):
    if len(X) != len(y):
        raise ValueError("lengths differ")
    scores = []
    for train, test in k_fold_indices(len(X), k):
        model = fit(X[train], y[train])
        predict = model.predict if hasattr(model, "predict") else model
        scores.append(np.mean(predict(X[test]).astype(y.dtype) == y[test]))
    return np.array(scores)
