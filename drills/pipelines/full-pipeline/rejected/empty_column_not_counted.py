"""Leaves a numeric column without values out of n_features — test_pipeline_with_an_empty_column"""

import numpy as np


def split(n, test_size=0.25, seed=0):
    if not 0 < test_size < 1:
        raise ValueError("test_size must lie between 0 and 1")
    k = min(max(int(round(n * test_size)), 1), n - 1)
    order = np.random.default_rng(seed).permutation(n)
    return np.sort(order[k:]), np.sort(order[:k])


def impute_mean(X_train, X):
    X_train, X = np.asarray(X_train, dtype=float), np.asarray(X, dtype=float)
    there = ~np.isnan(X_train)
    total = np.where(there, X_train, 0).sum(axis=0)
    mean = total / np.maximum(there.sum(axis=0), 1)
    return np.where(np.isnan(X), mean, X)


def one_hot(train, values):
    categories = np.unique(train)
    return (np.asarray(values)[:, None] == categories).astype(float)


def standardize(X_train, X):
    X_train, X = np.asarray(X_train, dtype=float), np.asarray(X, dtype=float)
    mean, std = X_train.mean(axis=0), X_train.std(axis=0)
    std = np.where((X_train == X_train[0]).all(axis=0), 1.0, std)
    return (X - mean) / std


def _sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1 / (1 + e), e / (1 + e))


def fit_logistic(X, y, l2=0.01, lr=0.5, n_iter=2000):
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    n, d = X.shape
    w, b = np.zeros(d), 0.0
    for _ in range(n_iter):
        r = _sigmoid(X @ w + b) - y
        w, b = w - lr * (X.T @ r / n + l2 * w), b - lr * r.mean()
    return w, b


def evaluate(y_true, y_pred):
    y_true, y_pred = np.asarray(y_true), np.asarray(y_pred)
    if y_true.shape != y_pred.shape:
        raise ValueError("shapes differ")
    tp = float(((y_true == 1) & (y_pred == 1)).sum())
    fp = float(((y_true != 1) & (y_pred == 1)).sum())
    fn = float(((y_true == 1) & (y_pred != 1)).sum())
    right = float((y_true == y_pred).sum())

    def ratio(a, b):
        return a / b if b else 0.0

    return {"accuracy": ratio(right, y_true.size), "precision": ratio(tp, tp + fp), "recall": ratio(tp, tp + fn), "f1": ratio(2 * tp, 2 * tp + fp + fn)}


def run_pipeline(X_num, X_cat, y, test_size=0.25, seed=0):
    train, test = split(len(y), test_size, seed)

    def design(rows):
        numbers = standardize(impute_mean(X_num[train], X_num[train]), impute_mean(X_num[train], X_num[rows]))
        return np.hstack([numbers] + [one_hot(X_cat[train, j], X_cat[rows, j]) for j in range(X_cat.shape[1])])

    A, B = design(train), design(test)
    weights, bias = fit_logistic(A, y[train])
    prob = _sigmoid(B @ weights + bias)
    result = evaluate(y[test], (prob >= 0.5).astype(int))
    result.update(test_index=test, y_prob=prob, n_features=A.shape[1] - np.isnan(X_num[train].astype(float)).all(axis=0).sum())
    return result
