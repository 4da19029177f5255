"""Plain Python: sums over rows, lists as results."""

import math


def fit_logistic(X, y, lr=0.5, n_iter=300):
    rows, labels = X.tolist(), y.tolist()
    n, d = X.shape
    weights, bias, losses = [0.0] * d, 0.0, []
    for _ in range(n_iter):
        loss, by_bias, by_weights = 0.0, 0.0, [0.0] * d
        for row, label in zip(rows, labels):
            z = sum(w * v for w, v in zip(weights, row)) + bias
            e = math.exp(-abs(z))
            loss += max(z, 0.0) - label * z + math.log1p(e)
            residual = (1 / (1 + e) if z >= 0 else e / (1 + e)) - label
            by_bias += residual
            for j, v in enumerate(row):
                by_weights[j] += residual * v
        losses.append(loss / n)
        weights = [w - lr * g / n for w, g in zip(weights, by_weights)]
        bias -= lr * by_bias / n
    return weights, bias, losses
