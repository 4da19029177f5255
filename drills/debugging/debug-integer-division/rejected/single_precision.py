"""A float32 buffer — test_large_integers"""

import numpy as np


def update_centroids(X, labels, centroids):
    new = centroids.astype(np.float32)
    for j in range(len(centroids)):
        if (labels == j).any():
            new[j] = X[labels == j].mean(axis=0)
    return new.astype(float)
