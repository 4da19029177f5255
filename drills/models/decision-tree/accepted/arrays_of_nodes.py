"""Nodes in parallel lists, grown breadth first; running counts in a loop after one sort; all rows of predict step down together."""

import numpy as np


def _from_counts(counts, criterion):
    n = counts.sum()
    if n == 0:
        return 0.0
    if criterion == "gini":
        return 1.0 - np.dot(counts, counts) / n**2
    counts = counts[counts > 0]
    return max(0.0, np.log2(n) - (counts * np.log2(counts)).sum() / n)


def gini(y):
    return _from_counts(np.unique(y, return_counts=True)[1], "gini")


def entropy(y):
    return _from_counts(np.unique(y, return_counts=True)[1], "entropy")


def best_split(X, y, criterion="gini"):
    if criterion not in ("gini", "entropy"):
        raise ValueError(criterion)
    n = len(y)
    if len(X) != n:
        raise ValueError("lengths")
    classes, codes = np.unique(y, return_inverse=True)
    whole = np.bincount(codes)
    if len(classes) < 2:
        return None
    found = []
    for j in range(X.shape[1]):
        order = X[:, j].argsort()
        left = np.zeros_like(whole)
        for i, (row, after) in enumerate(zip(order, order[1:]), start=1):
            left[codes[row]] += 1
            a, b = float(X[row, j]), float(X[after, j])
            if a == b:
                continue
            children = i * _from_counts(left, criterion) + (n - i) * _from_counts(whole - left, criterion)
            middle = a / 2 + b / 2
            found.append((_from_counts(whole, criterion) - children / n, -j, -(a if middle == b else middle)))
    if not found:
        return None
    gain, j, threshold = max(found)
    return -j, -threshold, gain


class DecisionTreeClassifier:
    def __init__(self, max_depth=None, min_samples_split=2, criterion="gini"):
        if criterion not in ("gini", "entropy"):
            raise ValueError("criterion")
        if max_depth is not None and max_depth < 0:
            raise ValueError("max_depth")
        if min_samples_split < 2:
            raise ValueError("min_samples_split")
        self.limits = (np.inf if max_depth is None else max_depth, min_samples_split, criterion)
        self.feature = None

    def fit(self, X, y):
        if len(y) == 0:
            raise ValueError("no rows")
        if len(X) != len(y):
            raise ValueError("lengths")
        deepest, least, criterion = self.limits
        X = X.astype(float)
        self.classes, codes = np.unique(y, return_inverse=True)
        self.feature, self.threshold, self.child, self.label, level = [], [], [], [], []
        queue = [(np.ones(len(y), dtype=bool), 0)]
        for rows, height in queue:
            split = best_split(X[rows], codes[rows], criterion) if rows.sum() >= least and height < deepest else None
            level.append(height)
            self.label.append(np.bincount(codes[rows]).argmax())
            self.feature.append(-1 if split is None else split[0])
            self.threshold.append(0.0 if split is None else split[1])
            self.child.append(len(queue))
            if split is not None:
                left = X[:, split[0]] <= split[1]
                queue += [(rows & left, height + 1), (rows & ~left, height + 1)]
        self.feature, self.threshold, self.child = map(np.array, (self.feature, self.threshold, self.child))
        self.columns, self.depth, self.n_leaves = X.shape[1], max(level), int((self.feature < 0).sum())
        return self

    def predict(self, X):
        if self.feature is None:
            raise RuntimeError("fit first")
        if X.shape[1] != self.columns:
            raise ValueError("columns")
        at = np.zeros(len(X), dtype=int)
        for _ in range(self.depth):
            inner = np.flatnonzero(self.feature[at] >= 0)
            node = at[inner]
            right = X[inner, self.feature[node]] > self.threshold[node]
            at[inner] = self.child[node] + right
        return self.classes[np.array(self.label)[at]]
