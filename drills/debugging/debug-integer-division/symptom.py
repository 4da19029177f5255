"""The centroids of pixels, next to those that the same numbers give as floats."""

from solution import update_centroids

import numpy as np

X = np.array([[1, 2], [2, 2], [8, 9], [9, 9]], dtype=np.uint8)
labels = np.array([0, 0, 1, 1])
centroids = np.array([[1, 2], [8, 9]], dtype=np.uint8)

print(f"X = {X.tolist()}, labels = {labels.tolist()}")
print(f"centroids = {centroids.tolist()}\n")
for name, result in [
    ("returned", update_centroids(X, labels, centroids)),
    ("expected", update_centroids(X.astype(float), labels, centroids.astype(float))),
]:
    first, second = str(result).splitlines()
    print(f"{name:10}{first}")
    print(f"{'':10}{second}")
