"""Linear regression, by descent and in closed form."""

import numpy as np


class LinearRegression:
    """Least squares with intercept: .weights (d,) and .bias."""

    def __init__(self, lr: float = 0.01, n_iter: int = 1000) -> None:
        raise NotImplementedError

    def fit(self, X: np.ndarray, y: np.ndarray) -> "LinearRegression":
        """n_iter steps of full-batch gradient descent from zeros; X (n, d), y (n,)."""
        raise NotImplementedError

    def fit_closed_form(self, X: np.ndarray, y: np.ndarray) -> "LinearRegression":
        """The least-squares solution, of smallest norm where it is not unique."""
        raise NotImplementedError

    def predict(self, X: np.ndarray) -> np.ndarray:
        """X w + b, shape (n,)."""
        raise NotImplementedError
