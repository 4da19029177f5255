"""Python floats and loops over rows and columns; a sigmoid with a muted overflow."""

import math

import numpy as np


class LogisticRegression:
    def __init__(self, lr=0.1, n_iter=1000, l2=0.0):
        if l2 < 0:
            raise ValueError("l2 must be at least 0")
        self.lr, self.n_iter, self.l2, self.weights, self.bias = lr, n_iter, l2, None, None

    def fit(self, X, y):
        X, y = _lists(X, y)
        w, b = [0.0] * len(X[0]), 0.0
        for _ in range(self.n_iter):
            dw, db = [self.l2 * c for c in w], 0.0
            for row, label in zip(X, y):
                error = (_p(_dot(row, w) + b) - label) / len(y)
                db += error
                for j, value in enumerate(row):
                    dw[j] += error * value
            w, b = [c - self.lr * g for c, g in zip(w, dw)], b - self.lr * db
        self.weights, self.bias = np.array(w), b
        return self

    def _logits(self, X):
        if self.weights is None:
            raise RuntimeError("not fitted yet")
        return [_dot(row, self.weights) + self.bias for row in X.tolist()]

    def predict_proba(self, X):
        return [_p(z) for z in self._logits(X)]

    def predict(self, X, threshold=0.5):
        return [1 if p >= threshold else 0 for p in self.predict_proba(X)]

    def loss(self, X, y):
        z = self._logits(X)
        total = 0.0
        for margin, label in zip(z, _lists(X, y)[1]):
            wrong = -margin if label else margin
            total += max(wrong, 0.0) + math.log1p(math.exp(-abs(wrong)))
        return total / len(z)


def _dot(a, b):
    return float(sum(u * v for u, v in zip(a, b)))


def _p(z):
    try:
        return 1 / (1 + math.exp(-z))
    except OverflowError:
        return 0.0


def _lists(X, y):
    if np.ndim(y) != 1 or len(X) != len(y) or any(label not in (0, 1) for label in y.tolist()):
        raise ValueError("one label, 0 or 1, for each row")
    return X.tolist(), [float(label) for label in y.tolist()]
