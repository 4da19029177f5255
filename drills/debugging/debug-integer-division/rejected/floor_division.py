"""Divides with // — test_by_hand"""

import numpy as np


def update_centroids(X, labels, centroids):
    new = centroids.astype(float)
    for j in range(len(centroids)):
        members = X[labels == j]
        if len(members):
            new[j] = members.sum(axis=0) // len(members)
    return new
