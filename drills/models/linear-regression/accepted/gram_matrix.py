"""Descent on the products AᵀA and Aᵀy, formed once; the closed form by lstsq of [X 1]."""

import numpy as np


class LinearRegression:
    weights = None

    def __init__(self, lr=0.01, n_iter=1000):
        self.lr, self.n_iter = lr, n_iter

    def _system(self, X, y):
        if X.shape[0] != y.shape[0] or y.ndim > 1:
            raise ValueError("X and y do not fit together")
        return np.c_[X, np.ones(len(X))], y

    def _take(self, theta):
        *weights, self.bias = theta.tolist()
        self.weights = np.array(weights)
        return self

    def fit(self, X, y):
        A, y = self._system(X, y)
        gram, moment = A.T @ A / len(y), A.T @ y / len(y)
        theta = np.zeros(A.shape[1])
        for _ in range(self.n_iter):
            theta = theta - 2 * self.lr * (gram @ theta - moment)
        return self._take(theta)

    def fit_closed_form(self, X, y):
        A, y = self._system(X, y)
        return self._take(np.linalg.lstsq(A, y, rcond=None)[0])

    def predict(self, X):
        if self.weights is None:
            raise RuntimeError("fit the model before predicting")
        return np.dot(X, self.weights) + self.bias
