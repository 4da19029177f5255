"""Shuffles row numbers in place and splits them; the bias is the weight of a column of ones."""

import numpy as np


class LinearRegressionMiniBatch:
    def __init__(self, lr=0.01, n_iter=100, batch_size=32, seed=0):
        self.lr, self.n_iter, self.batch_size, self.seed = lr, n_iter, batch_size, seed

    def fit(self, X, y):
        y = y.ravel()
        A = np.column_stack([X, np.ones(len(y))])
        rng = np.random.default_rng(self.seed)
        rows, theta, history = np.arange(len(y)), np.zeros(A.shape[1]), []
        for _ in range(self.n_iter):
            rng.shuffle(rows)
            for batch in np.split(rows, range(self.batch_size, len(rows), self.batch_size)):
                theta -= 2 * self.lr * np.mean(A[batch] * (A[batch] @ theta - y[batch])[:, None], axis=0)
            history.append(np.square(A @ theta - y).mean())
        self.weights, self.bias, self.loss_history = theta[:-1], theta[-1], np.array(history)
        return self

    def predict(self, X):
        return np.dot(X, self.weights) + self.bias
