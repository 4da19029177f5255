"""Standard and min-max scaler."""

import numpy as np


class StandardScaler:
    """Columns to mean 0 and standard deviation 1; a constant column is only centred."""

    def fit(self, X: np.ndarray) -> "StandardScaler":
        """Learn .mean (d,) and .std (d,) from X (n, d)."""
        raise NotImplementedError

    def transform(self, X: np.ndarray) -> np.ndarray:
        """X (n, d) scaled by the fitted statistics."""
        raise NotImplementedError

    def inverse_transform(self, X: np.ndarray) -> np.ndarray:
        """The matrix that transform would turn into X."""
        raise NotImplementedError


class MinMaxScaler:
    """Columns to the range feature_range."""

    def __init__(self, feature_range: tuple[float, float] = (0.0, 1.0)) -> None:
        raise NotImplementedError

    def fit(self, X: np.ndarray) -> "MinMaxScaler":
        """Learn .min (d,) and .max (d,) from X (n, d)."""
        raise NotImplementedError

    def transform(self, X: np.ndarray) -> np.ndarray:
        """X (n, d) scaled by the fitted statistics; nothing is clipped."""
        raise NotImplementedError

    def inverse_transform(self, X: np.ndarray) -> np.ndarray:
        """The matrix that transform would turn into X."""
        raise NotImplementedError
