"""Centres both and does not add the mean of the target back — test_no_relation"""

import numpy as np


def fit_predict(X_train, y_train, X_new):
    x_mean = X_train.mean(axis=0)
    weights = np.linalg.lstsq(X_train - x_mean, y_train - y_train.mean(), rcond=None)[0]
    return (X_new - x_mean) @ weights
