"""Subtracts the absolute value of the step — test_first_step_of_weights"""

import numpy as np


def fit_logistic(X, y, lr=0.5, n_iter=300):
    n, d = X.shape
    weights, bias, losses = np.zeros(d), 0.0, []
    for _ in range(n_iter):
        logits = X @ weights + bias
        losses.append(float(np.mean(np.logaddexp(0, logits) - y * logits)))
        p = 0.5 * (1 + np.tanh(0.5 * logits))
        residual = p - y
        weights = weights - np.abs(lr * X.T @ residual / n)
        bias = bias - abs(lr * np.mean(residual))
    return weights, bias, losses
