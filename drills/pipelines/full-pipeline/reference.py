"""A small classification pipeline: split, impute, encode, scale, fit, evaluate, and all of it together."""

import numpy as np


def split(n, test_size=0.25, seed=0):
    """Ascending `(train_index, test_index)`; ValueError unless 0 < test_size < 1."""
    if not 0 < test_size < 1:
        raise ValueError(f"test_size must lie between 0 and 1, not be {test_size}")
    n_test = min(max(round(n * test_size), 1), n - 1)
    order = np.random.default_rng(seed).permutation(n)
    return np.sort(order[n_test:]), np.sort(order[:n_test])


def impute_mean(X_train, X):
    """`X` with each NaN replaced by its column's mean in `X_train`, or 0 where that has none."""
    present = ~np.isnan(X_train)
    total = np.where(present, X_train, 0.0).sum(axis=0)
    mean = total / np.maximum(present.sum(axis=0), 1)  # an empty column: 0 / 1
    return np.where(np.isnan(X), mean, X)


def one_hot(train, values):
    """`(len(values), c)`: a column for each category of `train`, sorted; zeros for one that is not in `train`."""
    return (values[:, None] == np.unique(train)).astype(float)


def standardize(X_train, X):
    """`X` centred and scaled by the columns of `X_train`; a constant column is only centred."""
    # The computed std of a constant such as 0.1 is a rounding residue, not 0: compare the entries instead.
    constant = (X_train == X_train[0]).all(axis=0)
    return (X - X_train.mean(axis=0)) / np.where(constant, 1.0, X_train.std(axis=0))


def fit_logistic(X, y, l2=0.01, lr=0.5, n_iter=2000):
    """`(weights, bias)` that minimise mean log loss + l2/2 · ‖weights‖²."""
    weights, bias = np.zeros(X.shape[1]), 0.0
    for _ in range(n_iter):
        error = _sigmoid(X @ weights + bias) - y
        weights = weights - lr * (X.T @ error / len(X) + l2 * weights)
        bias = bias - lr * error.mean()
    return weights, bias


def evaluate(y_true, y_pred):
    """accuracy, precision, recall and f1 of class 1, 0.0 where undefined; ValueError for unequal shapes."""
    if y_true.shape != y_pred.shape:
        raise ValueError(f"y_true has shape {y_true.shape}, y_pred {y_pred.shape}")
    real, said = y_true == 1, y_pred == 1
    hits = np.sum(real & said)
    return {
        "accuracy": _ratio(np.sum(real == said), real.size),
        "precision": _ratio(hits, said.sum()),
        "recall": _ratio(hits, real.sum()),
        "f1": _ratio(2 * hits, real.sum() + said.sum()),
    }


def run_pipeline(X_num, X_cat, y, test_size=0.25, seed=0):
    """The four metrics of the test rows, `test_index`, `y_prob` and `n_features`."""
    # First of all the split. From here on each step has the training rows as its first argument.
    train, test = split(len(y), test_size, seed)
    numbers = impute_mean(X_num[train], X_num)
    numbers = standardize(numbers[train], numbers)
    blocks = [one_hot(column[train], column) for column in X_cat.T]
    design = np.hstack([numbers, *blocks])
    weights, bias = fit_logistic(design[train], y[train])
    y_prob = _sigmoid(design[test] @ weights + bias)
    scores = evaluate(y[test], y_prob >= 0.5)
    return {**scores, "test_index": test, "y_prob": y_prob, "n_features": design.shape[1]}


def _sigmoid(z):
    """1 / (1 + exp(-z)) without overflow."""
    return 0.5 * (1.0 + np.tanh(0.5 * z))


def _ratio(part, whole):
    return float(part / whole) if whole else 0.0
