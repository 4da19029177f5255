"""Out-of-fold target encoding."""

import numpy as np


class TargetEncoder:
    """Categories become smoothed means of the target; training rows are encoded out of fold."""

    def __init__(self, m: float = 10.0, n_folds: int = 5, seed: int = 0) -> None:
        if m < 0:
            raise ValueError(f"m must not be negative, got {m}")
        if n_folds < 2:
            raise ValueError(f"n_folds must be at least 2, got {n_folds}")
        self.m, self.n_folds, self.seed = m, n_folds, seed
        self.prior: float | None = None

    def fit(self, x: np.ndarray, y: np.ndarray) -> "TargetEncoder":
        x, y = np.asarray(x), np.asarray(y)
        if len(x) != len(y) or len(x) == 0:
            raise ValueError(f"x and y must have the same length, at least 1; got {len(x)} and {len(y)}")
        self._categories, codes = np.unique(x, return_inverse=True)
        sums, counts = np.bincount(codes, weights=y), np.bincount(codes)  # weights are summed as float64, whatever y is
        self.prior = float(y.mean())
        self._values = (sums + self.m * self.prior) / (counts + self.m)  # each count is at least 1, so m = 0 is safe
        return self

    def transform(self, x: np.ndarray) -> np.ndarray:
        if self.prior is None:
            raise RuntimeError("the encoder is not fitted: call fit first")
        # searchsorted tells where a category would stand; only the comparison tells whether it stands there.
        place = np.searchsorted(self._categories, x)
        place = np.minimum(place, len(self._categories) - 1)
        return np.where(self._categories[place] == x, self._values[place], self.prior)

    def fit_transform(self, x: np.ndarray, y: np.ndarray) -> np.ndarray:
        x, y = np.asarray(x), np.asarray(y)
        n = len(x)
        if len(y) != n:
            raise ValueError(f"x and y must have the same length; got {n} and {len(y)}")
        if self.n_folds > n:
            raise ValueError(f"{self.n_folds} folds need at least as many rows, got {n}")
        rows = np.random.default_rng(self.seed).permutation(n)  # made here, so that each call deals the same folds
        encoded = np.empty(n)
        for fold in np.array_split(rows, self.n_folds):  # every row is in one fold, sizes differ by at most one
            outside = np.ones(n, dtype=bool)
            outside[fold] = False
            # Sums, counts and prior all come from a fit that has not seen the fold.
            encoded[fold] = TargetEncoder(self.m).fit(x[outside], y[outside]).transform(x[fold])
        self.fit(x, y)
        return encoded
