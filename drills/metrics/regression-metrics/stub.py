"""MSE, RMSE, MAE and R²."""

import numpy as np


def mse(y_true: np.ndarray, y_pred: np.ndarray) -> float:
    """Mean squared error; ValueError for different shapes or no values."""
    raise NotImplementedError


def rmse(y_true: np.ndarray, y_pred: np.ndarray) -> float:
    """Square root of the mean squared error; ValueError for different shapes or no values."""
    raise NotImplementedError


def mae(y_true: np.ndarray, y_pred: np.ndarray) -> float:
    """Mean absolute error; ValueError for different shapes or no values."""
    raise NotImplementedError


def r2_score(y_true: np.ndarray, y_pred: np.ndarray) -> float:
    """1 - SS_res / SS_tot; for a constant target 1.0 if the prediction is exact, else 0.0.

    ValueError for different shapes or no values.
    """
    raise NotImplementedError
