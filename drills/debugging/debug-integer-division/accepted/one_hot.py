"""A one-hot matrix times the rows."""

import numpy as np


def update_centroids(X, labels, centroids):
    one_hot = (labels[None, :] == np.arange(len(centroids))[:, None]).astype(float)
    counts = one_hot.sum(axis=1, keepdims=True)
    with np.errstate(invalid="ignore"):
        new = one_hot @ X / counts
    return np.where(counts == 0, centroids, new)
