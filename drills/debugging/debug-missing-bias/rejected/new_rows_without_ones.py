"""Fits an intercept and leaves it out of the predictions — test_target_shifted"""

import numpy as np


def fit_predict(X_train, y_train, X_new):
    weights = np.linalg.lstsq(np.c_[X_train, np.ones(len(X_train))], y_train, rcond=None)[0]
    return X_new @ weights[:-1]
