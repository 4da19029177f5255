"""An epsilon under the rate is larger than a small curvature — test_least_squares_at_every_scale"""

import numpy as np


def fit_least_squares(X, y, lr=None, n_iter=2000):
    X = np.asarray(X, dtype=float)
    y = np.asarray(y, dtype=float)
    n, d = X.shape
    given = lr is not None
    if not given:
        top = np.linalg.eigvalsh(X.T @ X)[-1] * 2 / n
        lr = 1 / (top + 1e-8)
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
