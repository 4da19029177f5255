"""A list of the k best kept for all queries while the training rows pass by; a loop over classes; lists as results."""

import numpy as np


class KNN:
    X = None

    def __init__(self, k=5, weights="uniform"):
        self.k = k
        self.weights = weights

    def fit(self, X, y):
        if self.weights != "uniform" and self.weights != "distance":
            raise ValueError(self.weights)
        if self.k <= 0 or self.k > len(y):
            raise ValueError(self.k)
        self.X, self.y = np.array(X, dtype=float), np.array(y)
        return self

    def predict(self, X):
        if self.X is None:
            raise RuntimeError("fit comes first")
        if X.shape[-1] != self.X.shape[-1]:
            raise ValueError("other features")
        X = X.astype(float)
        m = len(X)
        best = np.full((m, self.k), np.inf)
        which = np.zeros((m, self.k), dtype=int)
        for i, row in enumerate(self.X):
            d = np.linalg.norm(X - row, axis=1)
            place = (best <= d[:, None]).sum(axis=1)  # equal distances of earlier rows stay in front
            for j in range(self.k - 1, -1, -1):
                after, here = place < j, place == j
                if j:
                    best[after, j], which[after, j] = best[after, j - 1], which[after, j - 1]
                best[here, j], which[here, j] = d[here], i
        labels = self.y[which]
        if self.weights == "distance":
            nearest = best[:, :1]
            # Scaled by the smallest distance; where that is 0, zero against zero.
            share = np.divide(nearest, best, out=(best == 0).astype(float), where=(nearest > 0) & (best > 0))
        else:
            share = np.full(best.shape, 1 / self.k)
        winner = np.full(m, self.y[0], dtype=self.y.dtype)
        most = np.full(m, -1.0)
        for label in sorted(set(self.y.tolist())):
            votes = np.where(labels == np.array(label), share, 0.0).sum(axis=1)
            winner[votes > most] = label
            most = np.maximum(most, votes)
        return winner.tolist() if self.y.dtype.kind in "Ub" else winner
