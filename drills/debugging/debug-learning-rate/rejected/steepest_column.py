"""Takes the largest column for the steepest direction — test_columns_that_go_together"""

import numpy as np


def fit_least_squares(X, y, lr=None, n_iter=2000):
    X = np.asarray(X, dtype=float)
    y = np.asarray(y, dtype=float)
    n, d = X.shape
    given = lr is not None
    if not given:
        top = (X * X).sum(axis=0).max() * 2 / n
        lr = 1 / top if top > 0 else 0.0
    weights = np.zeros(d)
    best = weights
    losses = [np.mean(y**2)]
    mark = losses[0] * (1 + 1e-9)
    with np.errstate(all="ignore"):
        for _ in range(n_iter):
            weights = weights - lr * (2 / n * (X.T @ (X @ weights - y)))
            loss = np.mean((X @ weights - y) ** 2)
            if not np.isfinite(loss) or loss > mark:
                if given:
                    return best, losses, True
                break
            if loss > losses[-1] and not given:
                break
            if loss < min(losses):
                best = weights
            losses.append(loss)
    return best, losses, False
