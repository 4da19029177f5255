"""Labels as signs: the loss is softplus(-margin), and p - y is -t · sigmoid(-margin)."""

import numpy as np


def sigmoid(z):
    return np.exp(-np.logaddexp(0.0, -z))


class LogisticRegression:
    def __init__(self, lr=0.1, n_iter=1000, l2=0.0):
        assert_not_negative(l2)
        self.lr, self.n_iter, self.l2 = lr, n_iter, l2

    @staticmethod
    def signs(X, y):
        y = np.ravel(y).astype(float)
        if len(y) != len(X) or np.any((y != 0) & (y != 1)):
            raise ValueError("y must hold one 0 or 1 for each row of X")
        return 2 * y - 1

    def logits(self, X):
        try:
            return X @ self.weights + self.bias
        except AttributeError:
            raise RuntimeError("not fitted") from None

    def fit(self, X, y):
        t = self.signs(X, y)
        self.weights, self.bias = np.zeros(X.shape[1]), np.float64(0)
        for _ in range(self.n_iter):
            pull = t * sigmoid(-t * self.logits(X)) / len(t)
            self.weights, self.bias = (
                (1 - self.lr * self.l2) * self.weights + self.lr * (pull @ X),
                self.bias + self.lr * pull.sum(),
            )
        return self

    def predict_proba(self, X):
        return sigmoid(self.logits(X))

    def predict(self, X, threshold=0.5):
        return np.where(self.predict_proba(X) < threshold, 0, 1)

    def loss(self, X, y):
        return np.mean(np.logaddexp(0.0, -self.signs(X, y) * self.logits(X)))


def assert_not_negative(l2):
    if not l2 >= 0:
        raise ValueError("l2 is negative")
