"""One update of k-means."""

import numpy as np


def update_centroids(X, labels, centroids):
    """The mean of each cluster's rows (k, d), as float64; a cluster without rows keeps its centroid."""
    new = centroids.astype(np.float64)  # a copy that can hold fractions; writing into integers would cut them off
    for j in range(len(centroids)):
        members = X[labels == j]
        if len(members) > 0:
            new[j] = members.mean(axis=0)  # mean adds integers up in float64
    return new
