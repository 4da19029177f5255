"""A weighted bincount for each column."""

import numpy as np


def update_centroids(X, labels, centroids):
    k, d = centroids.shape
    counts = np.bincount(labels, minlength=k)
    new = np.array(centroids, dtype=float)
    full = counts > 0
    for j in range(d):
        new[full, j] = np.bincount(labels, weights=X[:, j], minlength=k)[full] / counts[full]
    return new
