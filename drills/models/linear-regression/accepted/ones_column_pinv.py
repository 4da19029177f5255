"""The bias as the weight of a column of ones, pseudo-inverse of [1 X]; y (n, 1) is flattened."""

import numpy as np


class LinearRegression:
    def __init__(self, lr=0.01, n_iter=1000):
        self.lr = lr
        self.n_iter = n_iter
        self.theta = None

    @staticmethod
    def augmented(X):
        return np.hstack([np.ones((len(X), 1)), X])

    def target(self, X, y):
        y = y.ravel()
        if y.size != len(X):
            raise ValueError(f"{len(X)} rows but {y.size} targets")
        return y

    def fit(self, X, y):
        y, A = self.target(X, y), self.augmented(X)
        self.theta = np.zeros(A.shape[1])
        for _ in range(self.n_iter):
            self.theta -= self.lr * 2 * np.mean(A * (A @ self.theta - y)[:, None], axis=0)
        return self

    def fit_closed_form(self, X, y):
        y = self.target(X, y)
        self.theta = np.linalg.pinv(self.augmented(X)) @ y
        return self

    @property
    def weights(self):
        return self.theta[1:]

    @property
    def bias(self):
        return float(self.theta[0])

    def predict(self, X):
        if self.theta is None:
            raise RuntimeError("call fit first")
        return self.augmented(X) @ self.theta
