"""Nearest neighbour with a temperature."""

import numpy as np


def soft_nearest_neighbor(
    X_train: np.ndarray, y_train: np.ndarray, X_test: np.ndarray, temperature: float = 1.0
) -> tuple[np.ndarray, np.ndarray]:
    """Class probabilities `(n_test, c)` with weights exp(-‖x - t‖² / temperature), and the sorted classes `(c,)`."""
    if not temperature >= 0:  # NaN compares false
        raise ValueError(f"temperature must be at least 0, got {temperature}")
    excess = _excess(X_train, X_test)
    if temperature == 0:
        weights = (excess == 0).astype(float)
    else:
        with np.errstate(over="ignore"):  # 1 / 1e-310 is inf, and exp(-inf) the 0 we want
            weights = np.exp(-excess / temperature)
    weights /= weights.sum(axis=1, keepdims=True)  # at least 1: the nearest row has exp(0)
    one_hot, classes = _one_hot(y_train)
    return weights @ one_hot, classes


def temperature_gradient(X_train: np.ndarray, y_train: np.ndarray, X_test: np.ndarray, temperature: float = 1.0) -> np.ndarray:
    """Derivative of each probability with respect to the temperature: `(n_test, c)`."""
    excess = _excess(X_train, X_test)
    weights = np.exp(-excess / temperature)
    weights /= weights.sum(axis=1, keepdims=True)
    # Of log w: (excess - its weighted mean) / T².
    mean = (weights * excess).sum(axis=1, keepdims=True)
    return (weights * (excess - mean) / temperature**2) @ _one_hot(y_train)[0]


def _excess(X_train: np.ndarray, X_test: np.ndarray) -> np.ndarray:
    """Squared distances less the smallest of each test row: `(n_test, n_train)`."""
    if len(X_train) == 0:
        raise ValueError("the training set is empty")
    if X_train.shape[1] != X_test.shape[1]:
        raise ValueError(f"training rows have {X_train.shape[1]} features, test rows {X_test.shape[1]}")
    # ‖t‖² - 2 x·t: without ‖x‖², which the smallest takes away again. Near the origin the squares do not cancel.
    origin = X_train[0].astype(float)
    rows = X_train - origin
    excess = np.einsum("ij,ij->i", rows, rows) - 2 * (X_test - origin) @ rows.T
    # Before dividing by the temperature: at 1e-310 the quotients are infinite, and inf - inf is NaN.
    return excess - excess.min(axis=1, keepdims=True)


def _one_hot(y_train: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    classes, column = np.unique(y_train, return_inverse=True)
    return np.eye(len(classes))[column], classes
