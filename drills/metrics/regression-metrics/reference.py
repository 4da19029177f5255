"""MSE, RMSE, MAE and R²."""

import numpy as np


def mse(y_true: np.ndarray, y_pred: np.ndarray) -> float:
    """Mean squared error; ValueError for different shapes or no values."""
    return float(np.mean(errors(y_true, y_pred) ** 2))


def rmse(y_true: np.ndarray, y_pred: np.ndarray) -> float:
    """Square root of the mean squared error; ValueError for different shapes or no values."""
    return float(np.sqrt(mse(y_true, y_pred)))


def mae(y_true: np.ndarray, y_pred: np.ndarray) -> float:
    """Mean absolute error; ValueError for different shapes or no values."""
    return float(np.mean(np.abs(errors(y_true, y_pred))))


def r2_score(y_true: np.ndarray, y_pred: np.ndarray) -> float:
    """1 - SS_res / SS_tot; for a constant target 1.0 if the prediction is exact, else 0.0.

    ValueError for different shapes or no values.
    """
    error = errors(y_true, y_pred)
    if y_true.min() == y_true.max():  # not SS_tot == 0: the computed mean of equal values can be off by a bit
        return 1.0 if not error.any() else 0.0
    return float(1.0 - np.sum(error**2) / np.sum((y_true - y_true.mean()) ** 2))


def errors(y_true: np.ndarray, y_pred: np.ndarray) -> np.ndarray:
    """y_true - y_pred in float64, once the shapes are known to be equal."""
    if y_true.shape != y_pred.shape:  # or (n,) against (n, 1) would become (n, n)
        raise ValueError(f"y_true has shape {y_true.shape}, y_pred {y_pred.shape}")
    if y_true.size == 0:
        raise ValueError("no values")
    return y_true.astype(np.float64) - y_pred  # as floats: uint8 would wrap
