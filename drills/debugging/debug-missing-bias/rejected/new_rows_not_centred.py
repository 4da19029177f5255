"""Centres the training rows and forgets the new ones — test_exact_line"""

import numpy as np


def fit_predict(X_train, y_train, X_new):
    weights = np.linalg.lstsq(X_train - X_train.mean(axis=0), y_train - y_train.mean(), rcond=None)[0]
    return X_new @ weights + y_train.mean()
