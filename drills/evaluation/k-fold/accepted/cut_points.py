"""np.linspace cut points, np.delete for the rest; a generator's shuffle in place of a permutation."""

import numpy as np


def k_fold_indices(n, k, shuffle=False, seed=None):
    if k not in range(2, n + 1):
        raise ValueError("2 <= k <= n")
    order = np.arange(n, dtype=np.int32)
    if shuffle:
        generator = np.random.default_rng(seed)
        generator.shuffle(order)
    cuts = [i * n // k for i in range(k + 1)]
    return [(np.delete(order, slice(a, b)), order[a:b]) for a, b in zip(cuts, cuts[1:])]


def cross_val_score(fit, X, y, k):
    if np.shape(X)[0] != np.shape(y)[0]:
        raise ValueError("length mismatch")
    pairs = k_fold_indices(len(y), k)
    scores = np.empty(k)
    for i, (train, test) in enumerate(pairs):
        fitted = fit(np.take(X, train, axis=0), np.take(y, train))
        labels = np.asarray(getattr(fitted, "predict", fitted)(np.take(X, test, axis=0)))
        scores[i] = (labels == y[test]).mean()
    return scores
