"""Standard and min-max scaler."""

import numpy as np


def _matrix(X: np.ndarray, d: int | None = None) -> np.ndarray:
    """X as floats, once it is a matrix (of d columns)."""
    X = np.asarray(X)
    if X.ndim != 2:
        raise ValueError(f"X must be 2-D, it has shape {X.shape}")
    if d is not None and X.shape[1] != d:
        raise ValueError(f"X has {X.shape[1]} columns, the scaler was fitted with {d}")
    # Before any subtraction: in int8, 100 - (-100) wraps to -56.
    return X if X.dtype.kind == "f" else X.astype(np.float64)


class StandardScaler:
    """Columns to mean 0 and standard deviation 1; a constant column is only centred."""

    def __init__(self) -> None:
        self.mean: np.ndarray | None = None
        self.std: np.ndarray | None = None

    def fit(self, X: np.ndarray) -> "StandardScaler":
        X = _matrix(X)
        # Asked of the data, not of the std: the computed std of ten times 0.1 is 1e-17, not 0.
        constant = X.max(axis=0) == X.min(axis=0)
        self.mean = np.where(constant, X[0], X.mean(axis=0))
        self.std = np.where(constant, 0.0, X.std(axis=0))
        self._divisor = np.where(constant, 1.0, self.std)
        return self

    def transform(self, X: np.ndarray) -> np.ndarray:
        mean = self._fitted_mean()
        return (_matrix(X, len(mean)) - mean) / self._divisor

    def inverse_transform(self, X: np.ndarray) -> np.ndarray:
        mean = self._fitted_mean()
        return _matrix(X, len(mean)) * self._divisor + mean

    def _fitted_mean(self) -> np.ndarray:
        if self.mean is None:
            raise RuntimeError("the scaler is not fitted: call fit first")
        return self.mean


class MinMaxScaler:
    """Columns to the range feature_range."""

    def __init__(self, feature_range: tuple[float, float] = (0.0, 1.0)) -> None:
        lo, hi = feature_range
        if hi <= lo:
            raise ValueError(f"feature_range must rise, got ({lo}, {hi})")
        self.feature_range = (lo, hi)
        self.min: np.ndarray | None = None
        self.max: np.ndarray | None = None

    def fit(self, X: np.ndarray) -> "MinMaxScaler":
        X = _matrix(X)
        self.min, self.max = X.min(axis=0), X.max(axis=0)
        self._range = np.where(self.max == self.min, 1.0, self.max - self.min)
        return self

    def transform(self, X: np.ndarray) -> np.ndarray:
        low = self._fitted_min()
        lo, hi = self.feature_range
        return lo + (_matrix(X, len(low)) - low) / self._range * (hi - lo)

    def inverse_transform(self, X: np.ndarray) -> np.ndarray:
        low = self._fitted_min()
        lo, hi = self.feature_range
        return (_matrix(X, len(low)) - lo) / (hi - lo) * self._range + low

    def _fitted_min(self) -> np.ndarray:
        if self.min is None:
            raise RuntimeError("the scaler is not fitted: call fit first")
        return self.min
