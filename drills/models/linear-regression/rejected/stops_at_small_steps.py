"""Stops when a step is below 1e-9 — test_small_steps_count"""

import numpy as np


class LinearRegression:
    def __init__(self, lr=0.01, n_iter=1000):
        self.lr, self.n_iter = lr, n_iter
        self.weights = None

    def fit(self, X, y):
        X, y = self.checked(X, y)
        n, d = X.shape
        self.weights, self.bias = np.zeros(d), 0.0
        for _ in range(self.n_iter):
            r = X @ self.weights + self.bias - y
            if self.lr * 2 / n * np.abs(X.T @ r).max() < 1e-9:
                break
            self.weights = self.weights - self.lr * 2 / n * (X.T @ r)
            self.bias -= self.lr * 2 * r.mean()
        return self

    def fit_closed_form(self, X, y):
        X, y = self.checked(X, y)
        A = np.column_stack([np.ones(len(X)), X])
        theta = np.linalg.lstsq(A, y, rcond=None)[0]
        self.weights, self.bias = theta[1:], float(theta[0])
        return self

    def checked(self, X, y):
        X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
        if y.shape != (len(X),):
            raise ValueError("y must be (n,)")
        return X, y

    def predict(self, X):
        if self.weights is None:
            raise RuntimeError("not fitted")
        return X.astype(float) @ self.weights + self.bias
