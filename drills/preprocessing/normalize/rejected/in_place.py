"""Works in the caller's array — test_leaves_its_argument_alone"""

import numpy as np


def normalize(X):
    if X.dtype.kind != "f":
        X = X.astype(float)
    same = (X == X[0]).all(axis=0)
    std = X.std(axis=0)
    X -= X.mean(axis=0)
    X /= np.where(same, 1.0, std)
    X[:, same] = 0.0
    return X
