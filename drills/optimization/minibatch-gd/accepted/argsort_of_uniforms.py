"""Orders by sorting random numbers, keeps the data in one shuffled table."""

import math

import numpy as np


class LinearRegressionMiniBatch:
    def __init__(self, lr=0.01, n_iter=100, batch_size=32, seed=0):
        self.settings = lr, n_iter, batch_size, seed

    def fit(self, X, y):
        lr, epochs, size, seed = self.settings
        table = np.c_[X, y]  # takes y (n, 1) as well
        rng = np.random.default_rng(seed)
        w, b = np.zeros(X.shape[1]), 0.0
        self.loss_history = []
        for _ in range(epochs):
            table = table[rng.random(len(table)).argsort()]
            for k in range(math.ceil(len(table) / size)):
                batch = table[k * size : min(len(table), (k + 1) * size)]
                error = batch[:, -1] - batch[:, :-1].dot(w) - b
                w, b = w + 2 * lr * error.dot(batch[:, :-1]) / len(batch), b + 2 * lr * float(np.mean(error))
            self.loss_history.append(float(((table[:, -1] - table[:, :-1].dot(w) - b) ** 2).sum() / len(table)))
        self.weights, self.bias = w, b
        return self

    def predict(self, X):
        return X @ self.weights + self.bias
