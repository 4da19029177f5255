"""A tiny penalty, which is not tiny for a column in thousandths — test_columns_of_different_units"""

import numpy as np


def fit_predict(X_train, y_train, X_new):
    x_mean, y_mean = X_train.mean(axis=0), y_train.mean()
    Z = X_train - x_mean
    return (X_new - x_mean) @ np.linalg.solve(Z.T @ Z + 1e-8 * np.eye(Z.shape[1]), Z.T @ (y_train - y_mean)) + y_mean
