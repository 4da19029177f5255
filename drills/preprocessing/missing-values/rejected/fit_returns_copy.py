"""fit returns a copy of the imputer — test_fit_returns_the_imputer"""

import numpy as np


class Imputer:
    def __init__(self, strategy="mean", fill_value=0.0, add_indicator=False):
        if strategy not in ("mean", "median", "constant"):
            raise ValueError("strategy")
        self.strategy, self.fill_value, self.add_indicator = strategy, fill_value, add_indicator

    def fit(self, X):
        X = np.asarray(X)
        if X.ndim != 2:
            raise ValueError("2-D")
        X = X.astype(float)
        gaps = np.isnan(X)
        stats = np.full(X.shape[1], self.fill_value, dtype=float)
        if self.strategy != "constant":
            f = np.mean if self.strategy == "mean" else np.median
            for j in range(X.shape[1]):
                p = X[~gaps[:, j], j]
                if len(p):
                    stats[j] = f(p)
        self.statistics = stats
        self.missing = np.flatnonzero(gaps.any(0))
        import copy

        return copy.copy(self)

    def transform(self, X):
        if not hasattr(self, "statistics"):
            raise RuntimeError("fit")
        X = np.asarray(X)
        if X.ndim != 2 or X.shape[1] != len(self.statistics):
            raise ValueError("shape")
        X = X.astype(float)
        gaps = np.isnan(X)
        out = np.where(gaps, self.statistics, X)
        if self.add_indicator:
            out = np.hstack([out, gaps[:, self.missing].astype(float)])
        return out
