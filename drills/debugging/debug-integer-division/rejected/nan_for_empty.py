"""Takes the mean of no rows — test_empty_cluster_keeps_its_centroid"""

import numpy as np


def update_centroids(X, labels, centroids):
    return np.array([X[labels == j].mean(axis=0) for j in range(len(centroids))])
