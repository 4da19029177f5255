"""Ones first in training, last in the new rows — test_plane"""

import numpy as np


def fit_predict(X_train, y_train, X_new):
    weights = np.linalg.lstsq(np.c_[np.ones(len(X_train)), X_train], y_train, rcond=None)[0]
    return np.c_[X_new, np.ones(len(X_new))] @ weights
