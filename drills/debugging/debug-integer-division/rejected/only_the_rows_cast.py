"""Casts X and leaves the buffer of integers — test_integer_rows_and_centroids"""

import numpy as np


def update_centroids(X, labels, centroids):
    X = X.astype(float)
    new = centroids.copy()
    for j in range(len(centroids)):
        if (labels == j).any():
            new[j] = X[labels == j].mean(axis=0)
    return new
