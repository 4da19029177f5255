"""Python loop over the queries — test_no_loop_over_queries"""

import numpy as np


class KNN:
    def __init__(self, k=5, weights="uniform"):
        self.k, self.weights, self.X = k, weights, None

    def fit(self, X, y):
        if self.weights not in ("uniform", "distance"):
            raise ValueError("weights is 'uniform' or 'distance'")
        if self.k < 1 or self.k > len(X):
            raise ValueError("k is between 1 and the number of rows")
        self.X, self.y = X.astype(float), y
        self.classes = np.unique(y)
        return self

    def predict(self, X):
        if self.X is None:
            raise RuntimeError("call fit first")
        if X.shape[1] != self.X.shape[1]:
            raise ValueError("another number of features")
        result = []
        for x in X.astype(float):
            d = np.linalg.norm(self.X - x, axis=1)
            nearest = np.argsort(d, kind="stable")[: self.k]
            d, labels = d[nearest], self.y[nearest]
            if self.weights == "distance":
                w = (d == 0).astype(float) if (d == 0).any() else 1 / d
            else:
                w = np.ones(self.k)
            result.append(self.classes[np.argmax([w[labels == c].sum() for c in self.classes])])
        return np.array(result, dtype=self.y.dtype)
