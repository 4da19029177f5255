"""Adds the mean residual of the fit through the origin — test_exact_line"""

import numpy as np


def fit_predict(X_train, y_train, X_new):
    weights = np.linalg.lstsq(X_train, y_train, rcond=None)[0]
    return X_new @ weights + np.mean(y_train - X_train @ weights)
