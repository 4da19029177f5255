"""One-hot matrix, a second forward pass in backward, four lines in step."""

import numpy as np


def init_params(d, h, c, rng):
    W2 = rng.standard_normal((h, c)) * h**-0.5
    W1 = rng.standard_normal((d, h)) * d**-0.5
    return dict(W1=W1, b1=np.zeros(h), W2=W2, b2=np.zeros(c))


def forward(params, X):
    W1, b1, W2, b2 = (params[k] for k in ("W1", "b1", "W2", "b2"))
    return np.dot(np.tanh(np.dot(X, W1) + b1), W2) + b2


def _one_hot(y, logits):
    n, c = logits.shape
    if y.ndim != 1 or len(y) != n:
        raise ValueError("X and y have different lengths")
    matrix = y[:, None] == np.arange(c)
    if not np.all(matrix.sum(axis=1) == 1):
        raise ValueError("labels must be whole numbers from 0 to c - 1")
    return matrix


def loss(params, X, y):
    logits = forward(params, X)
    onehot = _one_hot(y, logits)
    return np.mean(np.logaddexp.reduce(logits, axis=1) - np.sum(onehot * logits, axis=1))


def backward(params, X, y):
    logits = forward(params, X)
    error = np.exp(logits - np.logaddexp.reduce(logits, axis=1, keepdims=True)) - _one_hot(y, logits)
    a = np.tanh(np.dot(X, params["W1"]) + params["b1"])
    da = np.dot(error, params["W2"].T)
    dz = da - da * a * a
    return {
        "W1": np.dot(X.T, dz) / len(X),
        "b1": np.mean(dz, axis=0),
        "W2": np.dot(a.T, error) / len(X),
        "b2": np.mean(error, axis=0),
    }


def step(params, grads, lr):
    W1 = params["W1"] - lr * grads["W1"]
    b1 = params["b1"] - lr * grads["b1"]
    W2 = params["W2"] - lr * grads["W2"]
    b2 = params["b2"] - lr * grads["b2"]
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}
