"""Gradient descent with momentum; the bias is a column of ones."""

import warnings

import numpy as np


def split(n, test_size=0.25, seed=0):
    if test_size <= 0 or test_size >= 1 or test_size != test_size:
        raise ValueError("test_size")
    keys = np.random.default_rng(seed).random(n)
    count = max(1, int(n * test_size))
    test = np.sort(np.argsort(keys)[:count])
    return np.setdiff1d(np.arange(n), test), test


def impute_mean(X_train, X):
    X = np.asarray(X).astype(float)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        fill = np.nan_to_num(np.nanmean(X_train, axis=0))
    for j, value in enumerate(fill):
        X[np.isnan(X[:, j]), j] = value
    return X


def one_hot(train, values):
    return np.stack([values == category for category in sorted(set(train))], axis=1)


def standardize(X_train, X):
    X = np.array(X, dtype=float)
    for j in range(X.shape[1]):
        column = X_train[:, j]
        X[:, j] -= column.mean()
        if len(np.unique(column)) > 1:
            X[:, j] /= np.std(column)
    return X


def fit_logistic(X, y, l2=0.01, lr=0.5, n_iter=2000):
    A = np.c_[X, np.ones(len(X))]
    ridge = np.r_[np.full(X.shape[1], l2), 0]
    theta = velocity = np.zeros(A.shape[1])
    for _ in range(n_iter):
        p = np.exp(-np.logaddexp(0, -(A @ theta)))
        velocity = 0.9 * velocity - lr * (A.T @ (p - y) / len(y) + ridge * theta)
        theta = theta + velocity
    return theta[:-1], float(theta[-1])


def evaluate(y_true, y_pred):
    if y_true.shape != y_pred.shape:
        raise ValueError("y_true and y_pred differ in shape")
    positive, predicted = y_true.astype(bool), y_pred.astype(bool)
    tp = np.count_nonzero(positive & predicted)
    precision = tp / max(np.count_nonzero(predicted), 1)
    recall = tp / max(np.count_nonzero(positive), 1)
    f1 = 0.0 if tp == 0 else 2 * precision * recall / (precision + recall)
    accuracy = np.count_nonzero(positive == predicted) / max(positive.size, 1)
    return {"f1": f1, "recall": recall, "precision": precision, "accuracy": accuracy}


def run_pipeline(X_num, X_cat, y, test_size=0.25, seed=0):
    train, test = split(len(y), test_size, seed)

    def design(rows):
        filled = impute_mean(X_num[train], X_num[rows])
        blocks = [standardize(impute_mean(X_num[train], X_num[train]), filled)]
        blocks.extend(one_hot(c[train], c[rows]) for c in X_cat.T)
        return np.column_stack(blocks)

    weights, bias = fit_logistic(design(train), y[train])
    y_prob = np.exp(-np.logaddexp(0, -(design(test) @ weights + bias)))
    return dict(evaluate(y[test], y_prob >= 0.5), test_index=test, y_prob=y_prob, n_features=np.int64(weights.size))
