"""Casts the finished result — test_by_hand"""

import numpy as np


def update_centroids(X, labels, centroids):
    new = centroids.copy()
    for j in range(len(centroids)):
        if (labels == j).any():
            new[j] = X[labels == j].mean(axis=0)
    return new.astype(float)
