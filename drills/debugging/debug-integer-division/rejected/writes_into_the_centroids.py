"""Writes into the caller's centroids where they are float already — test_leaves_its_arguments_alone"""

import numpy as np


def update_centroids(X, labels, centroids):
    new = np.asarray(centroids, dtype=float)
    for j in range(len(centroids)):
        if (labels == j).any():
            new[j] = X[labels == j].mean(axis=0)
    return new
