"""Counts the root as depth 1 — test_max_depth"""

import numpy as np


def gini(y):
    if len(y) == 0:
        return 0.0
    p = np.unique(y, return_counts=True)[1] / len(y)
    return 1 - (p**2).sum()


def entropy(y):
    if len(y) == 0:
        return 0.0
    p = np.unique(y, return_counts=True)[1] / len(y)
    return -(p * np.log2(p)).sum()


def best_split(X, y, criterion="gini"):
    if criterion not in ("gini", "entropy"):
        raise ValueError("unknown criterion")
    if len(X) != len(y):
        raise ValueError("different lengths")
    impurity = {"gini": gini, "entropy": entropy}[criterion]
    if len(np.unique(y)) < 2:
        return None
    best = None
    for feature in range(X.shape[1]):
        values = np.unique(X[:, feature])
        for low, high in zip(values[:-1], values[1:]):
            threshold = np.float64(low) / 2 + np.float64(high) / 2
            if threshold >= high:
                threshold = float(low)
            left = X[:, feature] <= threshold
            share = left.mean()
            gain = impurity(y) - share * impurity(y[left]) - (1 - share) * impurity(y[~left])
            if best is None or gain > best[2] + 1e-12:
                best = feature, threshold, gain
    return best


class DecisionTreeClassifier:
    def __init__(self, max_depth=None, min_samples_split=2, criterion="gini"):
        if max_depth is not None and max_depth < 0:
            raise ValueError("max_depth is negative")
        if min_samples_split < 2:
            raise ValueError("min_samples_split is below 2")
        if criterion not in ("gini", "entropy"):
            raise ValueError("unknown criterion")
        self.max_depth, self.min_samples_split, self.criterion = max_depth, min_samples_split, criterion
        self.root = None

    def fit(self, X, y):
        if len(X) == 0 or len(X) != len(y):
            raise ValueError("no rows, or different lengths")
        self.columns = X.shape[1]
        self.depth = self.n_leaves = 0
        self.root = self.grow(X, y, 0)
        self.depth += 1
        return self

    def grow(self, X, y, level):
        split = None
        if level != self.max_depth and len(y) >= self.min_samples_split:
            split = best_split(X, y, self.criterion)
        if split is None:
            self.depth = max(self.depth, level)
            self.n_leaves += 1
            labels, counts = np.unique(y, return_counts=True)
            return labels[counts.argmax()]
        feature, threshold, _ = split
        left = X[:, feature] <= threshold
        return feature, threshold, self.grow(X[left], y[left], level + 1), self.grow(X[~left], y[~left], level + 1)

    def predict(self, X):
        if self.root is None:
            raise RuntimeError("not fitted")
        if X.shape[1] != self.columns:
            raise ValueError("another number of columns")
        return np.array([self.fall(row) for row in X])

    def fall(self, row):
        node = self.root
        while isinstance(node, tuple):
            node = node[2] if row[node[0]] <= node[1] else node[3]
        return node
