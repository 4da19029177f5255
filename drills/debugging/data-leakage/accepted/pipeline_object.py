"""A pipeline that is fitted on one set of rows and can only transform and predict others."""

from dataclasses import dataclass

import numpy as np


def split_indices(n, test_size, seed):
    """Ascending row numbers `(train, test)`; they depend on `n`, `test_size` and `seed` alone."""
    order = np.random.default_rng(seed).permutation(n)
    n_test = max(1, round(n * test_size))
    return np.sort(order[n_test:]), np.sort(order[:n_test])


def fit_scaler(X):
    """Mean and standard deviation (ddof 0) of each column; the deviation of a constant column counts as 1."""
    std = X.std(axis=0)
    return X.mean(axis=0), np.where(X.max(axis=0) == X.min(axis=0), 1.0, std)


def rank_features(X, y):
    """Column numbers by falling |correlation| with `y`; constant columns last, ties to the smaller number."""
    X_centred, y_centred = X - X.mean(axis=0), y - y.mean()
    covariance = np.abs((X_centred * y_centred[:, None]).sum(axis=0))
    spread = np.sqrt((X_centred**2).sum(axis=0) * (y_centred**2).sum())
    strength = covariance / np.where(spread > 0, spread, 1.0)
    strength[X.max(axis=0) == X.min(axis=0)] = -1.0
    return np.argsort(-strength, kind="stable")


def fit_logistic(X, y, l2=0.01, n_iter=300):
    """Weights and bias that minimise mean log loss + l2/2 · ‖weights‖², by gradient descent."""
    weights, bias = np.zeros(X.shape[1]), 0.0
    step = 4 / (1 + (X**2).sum() / len(X) + 4 * l2)  # 1 over a bound of the curvature
    for _ in range(n_iter):
        error = 0.5 * (1 + np.tanh(0.5 * (X @ weights + bias))) - y
        weights = weights - step * (X.T @ error / len(X) + l2 * weights)
        bias = bias - step * error.mean()
    return weights, bias


@dataclass
class Pipeline:
    n_features: int

    def fit(self, X, y):
        self.mean, self.std = fit_scaler(X)
        scaled = self.scale(X)
        self.selected = np.sort(rank_features(X, y)[: self.n_features])
        self.weights, self.bias = fit_logistic(scaled[:, self.selected], y)
        return self

    def scale(self, X):
        return (X - self.mean) / self.std

    def predict(self, X):
        return self.scale(X)[:, self.selected] @ self.weights + self.bias > 0


def evaluate(X, y, test_size=0.3, n_features=10, seed=0):
    if not 1 <= n_features <= X.shape[1]:
        raise ValueError(f"n_features must lie in 1 … {X.shape[1]}, not {n_features}")
    train, test = split_indices(len(X), test_size, seed)
    model = Pipeline(n_features).fit(X[train], y[train])
    return {
        "test_index": test,
        "accuracy": (model.predict(X[test]) == y[test]).mean(),
        "selected": model.selected,
        "train_mean": model.mean,
        "train_std": model.std,
    }
