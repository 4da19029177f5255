"""Ones at the end, and the pseudo-inverse."""

import numpy as np


def fit_predict(X_train, y_train, X_new):
    weights = np.linalg.pinv(np.c_[X_train, np.ones(len(X_train))]) @ y_train
    return X_new @ weights[:-1] + weights[-1]
