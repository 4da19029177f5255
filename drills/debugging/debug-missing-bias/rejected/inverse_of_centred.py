"""Inverts XᵀX of the centred rows — test_repeated_column"""

import numpy as np


def fit_predict(X_train, y_train, X_new):
    x_mean, y_mean = X_train.mean(axis=0), y_train.mean()
    Z = X_train - x_mean
    return (X_new - x_mean) @ (np.linalg.inv(Z.T @ Z) @ Z.T @ (y_train - y_mean)) + y_mean
