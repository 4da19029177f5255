"""Records the loss after the step — test_losses_start_at_ln2"""

import numpy as np


def fit_logistic(X, y, lr=0.5, n_iter=300):
    n, d = X.shape
    weights, bias, losses = np.zeros(d), 0.0, []
    for _ in range(n_iter):
        p = 0.5 * (1 + np.tanh(0.5 * (X @ weights + bias)))
        weights, bias = weights - lr * X.T @ (p - y) / n, bias - lr * np.mean(p - y)
        logits = X @ weights + bias
        losses.append(float(np.mean(np.logaddexp(0, logits) - y * logits)))
    return weights, bias, losses
