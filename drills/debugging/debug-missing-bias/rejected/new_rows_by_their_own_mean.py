"""Centres the new rows by their own mean — test_single_new_row"""

import numpy as np


def fit_predict(X_train, y_train, X_new):
    weights = np.linalg.lstsq(X_train - X_train.mean(axis=0), y_train - y_train.mean(), rcond=None)[0]
    return (X_new - X_new.mean(axis=0)) @ weights + y_train.mean()
