"""A fold number for each row, and boolean masks turned into numbers."""

import numpy as np


def k_fold_indices(n, k, shuffle=False, seed=None):
    if k < 2:
        raise ValueError("k must be at least 2")
    if k > n:
        raise ValueError("more folds than rows")
    fold = np.arange(n) * k // n
    if shuffle:
        np.random.default_rng(seed).shuffle(fold)
    return [(np.flatnonzero(fold != i), np.flatnonzero(fold == i)) for i in range(k)]


def stratified_k_fold_indices(y, k, shuffle=False, seed=None):
    rng = np.random.default_rng(seed)
    fold = np.empty(len(y))
    for label in np.unique(y):
        rows = np.flatnonzero(y == label)
        if shuffle:
            rows = rng.permutation(rows)
        fold[rows] = np.arange(len(rows)) % k
    return [(np.flatnonzero(fold != i), np.flatnonzero(fold == i)) for i in range(k)]


def cross_val_score(fit, X, y, k):
    if len(X) != len(y):
        raise ValueError("lengths")

    def score(train, test):
        model = fit(X[train], y[train])
        try:
            predict = model.predict
        except AttributeError:
            predict = model
        return np.count_nonzero(np.equal(predict(X[test]), y[test])) / len(test)

    return np.array([score(*pair) for pair in k_fold_indices(len(y), k)])
