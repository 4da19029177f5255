"""Newton with a tiny ridge on the bias."""

import numpy as np


def split(n, test_size=0.25, seed=0):
    if not 0 < test_size < 1:
        raise ValueError("test_size must lie between 0 and 1")
    n_test = min(max(round(n * test_size), 1), n - 1)
    order = np.random.default_rng(seed).permutation(n)
    return np.sort(order[n_test:]), np.sort(order[:n_test])


def impute_mean(X_train, X):
    known = ~np.isnan(X_train)
    means = np.where(known, X_train, 0).sum(axis=0) / np.maximum(known.sum(axis=0), 1)
    return np.where(np.isnan(X), means, X)


def one_hot(train, values):
    return values[:, None] == np.unique(train)


def standardize(X_train, X):
    std = X_train.std(axis=0)
    std[X_train.max(axis=0) == X_train.min(axis=0)] = 1.0
    return (X - X_train.mean(axis=0)) / std


def sigmoid(z):
    return 0.5 * (1 + np.tanh(z / 2))


def fit_logistic(X, y, l2=0.01, lr=0.5, n_iter=2000):
    A = np.column_stack([X, np.ones(len(X))])
    penalty = np.append(np.full(X.shape[1], l2), 1e-9)
    theta = np.zeros(A.shape[1])
    for _ in range(25):
        p = sigmoid(A @ theta)
        gradient = A.T @ (p - y) / len(y) + penalty * theta
        theta = theta - np.linalg.solve((A.T * (p * (1 - p))) @ A / len(y) + np.diag(penalty), gradient)
    return theta[:-1], theta[-1]


def evaluate(y_true, y_pred):
    if y_true.shape != y_pred.shape:
        raise ValueError("unequal shapes")
    tp = int(((y_true == 1) & (y_pred == 1)).sum())
    fp = int(((y_true == 0) & (y_pred == 1)).sum())
    fn = int(((y_true == 1) & (y_pred == 0)).sum())
    return {
        "accuracy": float((y_true == y_pred).mean()) if y_true.size else 0.0,
        "precision": tp / (tp + fp) if tp + fp else 0.0,
        "recall": tp / (tp + fn) if tp + fn else 0.0,
        "f1": 2 * tp / (2 * tp + fp + fn) if tp else 0.0,
    }


def run_pipeline(X_num, X_cat, y, test_size=0.25, seed=0):
    train, test = split(len(y), test_size, seed)
    numbers = impute_mean(X_num[train], X_num)
    numbers = standardize(numbers[train], numbers)
    blocks = [one_hot(X_cat[train, j], X_cat[:, j]) for j in range(X_cat.shape[1])]
    design = np.hstack([numbers, *blocks])
    weights, bias = fit_logistic(design[train], y[train])
    y_prob = sigmoid(design[test] @ weights + bias)
    result = evaluate(y[test], y_prob >= 0.5)
    result.update(test_index=test, y_prob=y_prob, n_features=design.shape[1])
    return result
