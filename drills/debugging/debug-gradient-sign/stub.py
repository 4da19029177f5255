"""Logistic regression by full-batch gradient descent."""

import numpy as np


def fit_logistic(X, y, lr=0.5, n_iter=300):
    """Weights (d,), bias and the loss before each step, after `n_iter` steps on the mean log loss from zeros."""
    n, d = X.shape
    weights, bias, losses = np.zeros(d), 0.0, []
    for _ in range(n_iter):
        logits = X @ weights + bias
        losses.append(float(np.mean(np.logaddexp(0, logits) - y * logits)))  # log(1 + exp(z)) - y z
        p = 0.5 * (1 + np.tanh(0.5 * logits))  # the sigmoid of the logits
        residual = y - p
        weights = weights - lr * X.T @ residual / n
        bias = bias - lr * np.mean(residual)
    return weights, bias, losses
