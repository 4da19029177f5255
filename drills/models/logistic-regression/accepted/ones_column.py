"""One vector of parameters with a column of ones; the penalty has a zero for the bias; masks in the sigmoid."""

import numpy as np


def sigmoid(z):
    p = np.empty_like(z)
    right = z >= 0
    p[right] = 1 / (1 + np.exp(-z[right]))
    e = np.exp(z[~right])
    p[~right] = e / (1 + e)
    return p


class LogisticRegression:
    theta = None

    def __init__(self, lr=0.1, n_iter=1000, l2=0.0):
        self.lr, self.n_iter, self.l2 = lr, n_iter, l2

    @property
    def weights(self):
        return self.theta[:-1]

    @property
    def bias(self):
        return self.theta[-1]

    def _rows(self, X, y=None):
        if y is not None and (y.ndim != 1 or X.shape[0] != y.shape[0] or not set(np.unique(y).tolist()) <= {0, 1}):
            raise ValueError("y must hold n labels, each 0 or 1")
        return np.column_stack([X, np.ones(len(X))])

    def fit(self, X, y):
        if self.l2 < 0:
            raise ValueError("l2 < 0")
        A = self._rows(X, y)
        shrink = np.full(A.shape[1], float(self.l2))
        shrink[-1] = 0
        self.theta = np.zeros(A.shape[1])
        for _ in range(self.n_iter):
            self.theta -= self.lr * ((sigmoid(A @ self.theta) - y) @ A / len(A) + shrink * self.theta)
        return self

    def _z(self, A):
        if self.theta is None:
            raise RuntimeError("call fit before this")
        return A @ self.theta

    def predict_proba(self, X):
        return sigmoid(self._z(self._rows(X)))

    def predict(self, X, threshold=0.5):
        return [int(p >= threshold) for p in self.predict_proba(X)]

    def loss(self, X, y):
        z = self._z(self._rows(X, y))
        return np.mean(np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z))))
