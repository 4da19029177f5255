"""A small penalty against singular matrices, the intercept included — test_least_squares_with_intercept"""

import numpy as np


def fit_predict(X_train, y_train, X_new):
    A = np.c_[np.ones(len(X_train)), X_train].astype(float)
    weights = np.linalg.solve(A.T @ A + 1e-3 * np.eye(A.shape[1]), A.T @ y_train)
    return np.c_[np.ones(len(X_new)), X_new] @ weights
