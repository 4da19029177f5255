"""Lists of Python integers; divmod for the sizes; random keys in place of a permutation; one prediction for each row."""

import numpy as np


def k_fold_indices(n, k, shuffle=False, seed=None):
    if not (1 < k <= n):
        raise ValueError(f"cannot make {k} folds of {n} rows")
    rows = list(range(n))
    if shuffle:
        keys = np.random.default_rng(seed).random(n)
        rows.sort(key=keys.__getitem__)
    size, more = divmod(n, k)
    folds, start = [], 0
    for i in range(k):
        stop = start + size + (i >= k - more)
        test = rows[start:stop]
        folds.append([rows[:start] + rows[stop:], test])
        start = stop
    return folds


def cross_val_score(fit, X, y, k):
    if X.shape[0] != y.shape[0]:
        raise ValueError("X and y differ in length")
    scores = []
    for train, test in k_fold_indices(X.shape[0], k):
        model = fit(X[train], y[train])
        predict = model if callable(model) else model.predict
        scores.append(sum(predict(X[row : row + 1])[0] == y[row] for row in test) / len(test))
    return scores
