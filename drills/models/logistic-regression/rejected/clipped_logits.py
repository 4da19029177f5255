"""Clips z to ±500 — test_probabilities"""

import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-np.clip(z, -500, 500)))


class LogisticRegression:
    def __init__(self, lr=0.1, n_iter=1000, l2=0.0):
        if l2 < 0:
            raise ValueError("l2 must not be negative")
        self.lr, self.n_iter, self.l2 = lr, n_iter, l2
        self.weights = None

    def checked(self, X, y):
        X, y = X.astype(float), y.astype(float)
        if y.shape != (len(X),):
            raise ValueError("X and y do not fit together")
        if not np.isin(y, (0, 1)).all():
            raise ValueError("labels must be 0 or 1")
        return X, y

    def logits(self, X):
        if self.weights is None:
            raise RuntimeError("not fitted")
        return X.astype(float) @ self.weights + self.bias

    def fit(self, X, y):
        X, y = self.checked(X, y)
        n, d = X.shape
        self.weights, self.bias = np.zeros(d), 0.0
        for _ in range(self.n_iter):
            error = sigmoid(X @ self.weights + self.bias) - y
            self.weights = self.weights - self.lr * (X.T @ error / n + self.l2 * self.weights)
            self.bias -= self.lr * error.mean()
        return self

    def predict_proba(self, X):
        return sigmoid(self.logits(X))

    def predict(self, X, threshold=0.5):
        return (self.predict_proba(X) >= threshold).astype(int)

    def loss(self, X, y):
        X, y = self.checked(X, y)
        z = self.logits(X)
        return np.mean(np.logaddexp(0, np.where(y == 1, -z, z)))
