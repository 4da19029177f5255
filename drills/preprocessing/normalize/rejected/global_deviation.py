"""The columns' means, but one standard deviation for all — test_columns_on_their_own"""

import numpy as np


def normalize(X):
    X = X.astype(float)
    same = (X == X[0]).all(axis=0)
    return np.where(same, 0.0, (X - X.mean(axis=0)) / (X.std() or 1.0))
