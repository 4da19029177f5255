"""Refuses a gain of 0 below the root — test_gain_of_zero"""

import numpy as np


def gini(y):
    _, c = np.unique(y, return_counts=True)
    return float(1 - ((c / len(y)) ** 2).sum()) if len(y) else 0.0


def entropy(y):
    _, c = np.unique(y, return_counts=True)
    p = c / max(len(y), 1)
    return float(-(p * np.log2(p)).sum()) if len(y) else 0.0


def impurity_of(criterion):
    if criterion not in ("gini", "entropy"):
        raise ValueError("criterion")
    return gini if criterion == "gini" else entropy


def middle(a, b):
    a, b = float(a), float(b)
    m = a / 2 + b / 2
    return m if m < b else a


def best_split(X, y, criterion="gini"):
    impurity = impurity_of(criterion)
    if len(X) != len(y):
        raise ValueError("lengths")
    n = len(y)
    if n < 2 or len(np.unique(y)) < 2:
        return None
    whole = impurity(y)
    best = None
    for f in range(X.shape[1]):
        values = np.unique(X[:, f])
        for a, b in zip(values[:-1], values[1:]):
            t = middle(a, b)
            left = X[:, f] <= a
            l, r = y[left], y[~left]
            gain = whole - (len(l) * impurity(l) + len(r) * impurity(r)) / n
            if best is None or gain > best[2]:
                best = (f, t, float(gain))
    return best


class DecisionTreeClassifier:
    def __init__(self, max_depth=None, min_samples_split=2, criterion="gini"):
        impurity_of(criterion)
        if max_depth is not None and max_depth < 0:
            raise ValueError("max_depth")
        if min_samples_split < 2:
            raise ValueError("min_samples_split")
        self.max_depth, self.min_samples_split, self.criterion = max_depth, min_samples_split, criterion
        self.root = None

    def fit(self, X, y):
        if len(X) != len(y) or len(X) == 0:
            raise ValueError("rows")
        X = X.astype(float)
        self.d = X.shape[1]
        self.depth = self.n_leaves = 0
        self.dtype = y.dtype
        self.root = self.grow(X, y, 0)
        return self

    def leaf(self, y, depth):
        self.depth = max(self.depth, depth)
        self.n_leaves += 1
        values, counts = np.unique(y, return_counts=True)
        return values[counts.argmax()]

    def grow(self, X, y, depth):
        if len(y) < self.min_samples_split or (self.max_depth is not None and depth >= self.max_depth):
            return self.leaf(y, depth)
        split = best_split(X, y, self.criterion)
        if split is None or (depth > 0 and split[2] <= 0):
            return self.leaf(y, depth)
        f, t, _ = split
        left = X[:, f] <= t
        return f, t, self.grow(X[left], y[left], depth + 1), self.grow(X[~left], y[~left], depth + 1)

    def predict(self, X):
        if self.root is None:
            raise RuntimeError("fit first")
        if X.shape[1] != self.d:
            raise ValueError("columns")
        X = X.astype(float)
        out = np.empty(len(X), dtype=self.dtype)
        for i, x in enumerate(X):
            node = self.root
            while isinstance(node, tuple):
                node = node[2] if x[node[0]] <= node[1] else node[3]
            out[i] = node
        return out
