"""Centres X and y by the training means."""

import numpy as np


def fit_predict(X_train, y_train, X_new):
    x_mean, y_mean = X_train.mean(axis=0), y_train.mean()
    weights = np.linalg.lstsq(X_train - x_mean, y_train - y_mean, rcond=None)[0]
    return (X_new - x_mean) @ weights + y_mean
