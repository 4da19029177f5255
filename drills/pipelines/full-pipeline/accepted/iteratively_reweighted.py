"""Least squares, reweighted; masked arrays, searchsorted, a mask for the split."""

import numpy as np


def split(n, test_size=0.25, seed=0):
    if not (test_size > 0 and test_size < 1):
        raise ValueError(test_size)
    chosen = np.random.default_rng(seed).choice(n, size=int(min(np.ceil(n * test_size), n - 1)), replace=False)
    mask = np.zeros(n, dtype=bool)
    mask[chosen] = True
    return np.flatnonzero(~mask).tolist(), np.flatnonzero(mask).tolist()


def impute_mean(X_train, X):
    means = np.ma.masked_invalid(X_train).mean(axis=0)
    out = np.array(X, dtype=float)
    rows, columns = np.nonzero(np.isnan(out))
    out[rows, columns] = np.ma.filled(means, 0.0)[columns]
    return out


def one_hot(train, values):
    categories = np.array(sorted(set(train.tolist())))
    place = np.minimum(np.searchsorted(categories, values), len(categories) - 1)
    block = np.zeros((len(values), len(categories)))
    known = np.flatnonzero(categories[place] == values)
    block[known, place[known]] = 1
    return block


def standardize(X_train, X):
    centre = np.average(X_train, axis=0)
    spread = np.sqrt(np.average((X_train - centre) ** 2, axis=0))
    return np.subtract(X, centre) / np.where(np.ptp(X_train, axis=0) == 0, 1, spread)


def _probability(z):
    return np.exp(np.minimum(z, 0)) / (1 + np.exp(-np.abs(z)))


def fit_logistic(X, y, l2=0.01, lr=0.5, n_iter=2000):
    A = np.hstack([np.ones((len(X), 1)), X])
    penalty = np.r_[0.0, np.full(X.shape[1], l2)]
    theta = np.zeros(A.shape[1])
    for _ in range(40):
        p = _probability(A @ theta)
        w = np.maximum(p * (1 - p), 1e-10)
        root = np.sqrt(w / len(y))[:, None]
        rows = np.vstack([A * root, np.diag(np.sqrt(penalty))])
        goal = np.concatenate([root[:, 0] * (A @ theta + (y - p) / w), np.zeros(len(theta))])
        theta = np.linalg.pinv(rows) @ goal
    return theta[1:], theta[0]


def evaluate(y_true, y_pred):
    if np.shape(y_true) != np.shape(y_pred):
        raise ValueError("shapes differ")
    table = np.bincount(2 * np.asarray(y_true, dtype=int) + np.asarray(y_pred, dtype=int), minlength=4)
    (tn, fp, fn, tp), n = table.tolist(), table.sum()
    with np.errstate(all="ignore"):
        values = np.nan_to_num(np.array([tp + tn, tp, tp, 2 * tp]) / np.array([n, tp + fp, tp + fn, 2 * tp + fp + fn]))
    return dict(zip(("accuracy", "precision", "recall", "f1"), values))


def run_pipeline(X_num, X_cat, y, test_size=0.25, seed=0):
    train, test = split(len(X_num), test_size=test_size, seed=seed)
    parts = {}
    for name, rows in (("train", train), ("test", test)):
        filled_train = impute_mean(X_num[train], X_num[train])
        columns = [standardize(filled_train, impute_mean(X_num[train], X_num[rows]))]
        columns += [one_hot(X_cat[train][:, j], X_cat[rows][:, j]) for j in range(X_cat.shape[1])]
        parts[name] = np.concatenate(columns, axis=1)
    weights, bias = fit_logistic(parts["train"], y[train])
    y_prob = _probability(parts["test"] @ weights + bias)
    return evaluate(y[test], np.where(y_prob < 0.5, 0, 1)) | {"test_index": test, "y_prob": y_prob.tolist(), "n_features": len(weights)}
