"""Raises a subclass of ValueError with more than a message."""
# drill: one-nearest-neighbor
import numpy as np


class ShapeError(ValueError):
    def __init__(self, left, right, *, why):
        super().__init__(f"{why}: {left} and {right}")
        self.left, self.right = left, right

    def __str__(self):
        return f"shapes do not fit ({self.args[0]})"


def predict_1nn(X_train, y_train, X_test):
    if len(X_train) == 0:
        raise ShapeError(X_train.shape, X_test.shape, why="empty")
    if X_train.shape[1] != X_test.shape[1]:
        try:
            X_train @ X_test.T
        except ValueError as error:
            raise ShapeError(X_train.shape, X_test.shape, why="features") from error
    a, b = X_train.astype(float), X_test.astype(float)
    distances = np.zeros((len(b), len(a)))
    for j in range(a.shape[1]):
        distances += np.subtract.outer(b[:, j], a[:, j]) ** 2
    return y_train[distances.argmin(1)]


def as_dense_layer(X_train):
    W = X_train.astype(np.float64, copy=True)
    return (W, np.einsum("ij,ij->i", W, W) / -2)


def readout(y_train):
    classes = np.unique(y_train)
    return np.equal.outer(y_train, classes).astype(float), classes
