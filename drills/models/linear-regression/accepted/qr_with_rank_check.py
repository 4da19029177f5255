"""QR where the rank is full, otherwise SVD of the centred columns by hand."""

import numpy as np


class LinearRegression:
    def __init__(self, lr=0.01, n_iter=1000):
        self.lr, self.n_iter, self.fitted = lr, n_iter, False

    def _prepare(self, X, y):
        X, y = np.array(X, float), np.array(y, float)
        if y.ndim != 1:
            raise ValueError("y must be one-dimensional")
        if X.shape[0] != y.shape[0]:
            raise ValueError("X and y differ in length")
        self.fitted = True
        return X, y

    def fit(self, X, y):
        X, y = self._prepare(X, y)
        w, b = np.zeros(X.shape[1]), 0.0
        for _ in range(self.n_iter):
            error = y - b - X.dot(w)
            w, b = w + 2 * self.lr * error.dot(X) / len(y), b + 2 * self.lr * error.sum() / len(y)
        self.weights, self.bias = w, b
        return self

    def fit_closed_form(self, X, y):
        X, y = self._prepare(X, y)
        mean = X.mean(axis=0)
        C, t = X - mean, y - y.mean()
        Q, R = np.linalg.qr(C)
        if np.linalg.matrix_rank(R) == X.shape[1]:
            w = np.linalg.solve(R, Q.T @ t)
        else:
            U, s, Vt = np.linalg.svd(C, full_matrices=False)
            keep = s > 1e-13 * s.max()
            w = Vt[keep].T @ ((U[:, keep].T @ t) / s[keep])
        self.weights, self.bias = w, np.mean(y) - mean.dot(w)
        return self

    def predict(self, X):
        if not self.fitted:
            raise RuntimeError("not fitted")
        return np.array([row.dot(self.weights) + self.bias for row in X])
