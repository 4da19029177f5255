"""Takes a cluster of zeros for an empty one — test_cluster_at_zero"""

import numpy as np


def update_centroids(X, labels, centroids):
    new = centroids.astype(np.float64)
    for j in range(len(centroids)):
        members = X[labels == j]
        if members.any():
            new[j] = members.mean(axis=0)
    return new
