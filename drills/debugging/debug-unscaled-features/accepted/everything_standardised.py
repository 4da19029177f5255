"""Columns and y standardised, the descent without a bias; all undone at the end."""

import numpy as np


def scaled(v):
    spread = v.std() if v.max() > v.min() else 1.0
    return (v - v.mean()) / spread, v.mean(), spread


def fit_linear(X, y, lr=0.1, n_iter=500):
    parts = [scaled(column) for column in X.T]
    Z = np.array([part[0] for part in parts]).T
    means, spreads = np.array([part[1] for part in parts]), np.array([part[2] for part in parts])
    target, middle, height = scaled(y)
    w = np.zeros(len(parts))
    for _ in range(n_iter):
        w = w + lr * 2 * np.mean(Z * (target - Z @ w)[:, None], axis=0)
    w = height * w / spreads
    return w.tolist(), middle - sum(w * means)
