"""Centres only the target — test_column_shifted"""

import numpy as np


def fit_predict(X_train, y_train, X_new):
    weights = np.linalg.lstsq(X_train, y_train - y_train.mean(), rcond=None)[0]
    return X_new @ weights + y_train.mean()
