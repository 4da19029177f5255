"""Builds the matrix and its products in the rows' own type — test_narrow_integers"""

import numpy as np


def fit_predict(X_train, y_train, X_new):
    A = np.c_[np.ones(len(X_train), dtype=X_train.dtype), X_train]
    weights = np.linalg.pinv(A.T @ A) @ (A.T @ y_train)
    return np.c_[np.ones(len(X_new)), X_new] @ weights
