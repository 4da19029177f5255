"""float32 rows are computed in float32 — test_float32_as_exact_as_float64"""

import numpy as np


def soft_nearest_neighbor(X_train, y_train, X_test, temperature=1.0):
    if not temperature >= 0:
        raise ValueError("temperature")
    if len(X_train) == 0 or X_train.shape[1] != X_test.shape[1]:
        raise ValueError("shapes")
    A, B = (X_test, X_train) if X_test.dtype == X_train.dtype == np.float32 else (X_test.astype(float), X_train.astype(float))
    D = np.zeros((len(A), len(B)), dtype=A.dtype)
    for j in range(A.shape[1]):
        D += (A[:, j, None] - B[:, j]) ** 2
    D -= D.min(axis=1, keepdims=True)
    if temperature == 0:
        W = (D == 0).astype(float)
    else:
        with np.errstate(over="ignore"):
            W = np.exp(-D / temperature)
    W /= W.sum(axis=1, keepdims=True)
    classes, codes = np.unique(y_train, return_inverse=True)
    return W @ np.eye(len(classes), dtype=W.dtype)[codes], classes
