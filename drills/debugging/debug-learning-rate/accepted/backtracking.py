"""Armijo back-tracking that may also grow the step; a given rate goes through a loop of its own."""

import numpy as np


def fit_least_squares(X, y, lr=None, n_iter=2000):
    loss = lambda w: float(np.mean((X @ w - y) ** 2))
    slope = lambda w: 2 / len(X) * (X.T @ (X @ w - y))
    start = np.zeros(X.shape[1])
    return (_searched if lr is None else _constant)(loss, slope, start, lr, n_iter)


def _constant(loss, slope, w, lr, n_iter):
    best, losses = w, [loss(w)]
    for _ in range(n_iter):
        with np.errstate(all="ignore"):
            w = w - lr * slope(w)
            now = loss(w)
        if not np.isfinite(now) or now > losses[0] * (1 + 1e-9):
            return best, losses, True
        best = w if now < min(losses) else best
        losses.append(now)
    return best, losses, False


def _searched(loss, slope, w, _, n_iter):
    losses, step = [loss(w)], 1.0
    for _ in range(n_iter):
        g = slope(w)
        if not g.any():
            break
        step *= 4
        while loss(w - step * g) > losses[-1] - 0.5 * step * (g @ g):
            step /= 2
        w = w - step * g
        losses.append(loss(w))
    return w, losses, False
