"""An explicit stack of nodes as dicts; every threshold tried with a mask; Counter for the labels."""

import math
from collections import Counter

import numpy as np


def shares(y):
    return [count / len(y) for count in Counter(y.tolist()).values()]


def gini(y):
    return sum(p * (1 - p) for p in shares(y))


def entropy(y):
    return sum(p * math.log2(1 / p) for p in shares(y))


MEASURES = {"gini": gini, "entropy": entropy}


def best_split(X, y, criterion="gini"):
    if criterion not in MEASURES:
        raise ValueError("unknown criterion")
    if X.shape[0] != y.shape[0]:
        raise ValueError("lengths differ")
    measure, X = MEASURES[criterion], X.astype(float)
    if len(set(y.tolist())) <= 1:
        return None
    best = None
    for j in range(X.shape[1]):
        values = np.unique(X[:, j]).tolist()
        for a, b in zip(values, values[1:]):
            threshold = a * 0.5 + b * 0.5
            if threshold >= b:
                threshold = a
            left = X[:, j] <= threshold
            weight = left.mean()
            gain = measure(y) - weight * measure(y[left]) - (1 - weight) * measure(y[~left])
            if best is None or gain > best[2] + 1e-12:
                best = (j, threshold, gain)
    return best


class DecisionTreeClassifier:
    def __init__(self, max_depth=None, min_samples_split=2, criterion="gini"):
        self.max_depth, self.min_samples_split, self.criterion = max_depth, min_samples_split, criterion
        self.root = None

    def fit(self, X, y):
        if self.criterion not in MEASURES or self.min_samples_split < 2:
            raise ValueError("bad option")
        if self.max_depth is not None and self.max_depth < 0:
            raise ValueError("negative depth")
        if len(X) != len(y) or not len(X):
            raise ValueError("bad shapes")
        self.d = X.shape[1]
        self.depth, self.n_leaves = 0, 0
        self.root = {}
        stack = [(self.root, np.arange(len(X)), 0)]
        while stack:
            node, rows, level = stack.pop()
            self.depth = max(self.depth, level)
            split = None
            if len(rows) >= self.min_samples_split and (self.max_depth is None or level < self.max_depth):
                split = best_split(X[rows], y[rows], self.criterion)
            if split is None:
                self.n_leaves += 1
                counts = Counter(y[rows].tolist())
                top = max(counts.values())
                node["label"] = min(label for label in counts if counts[label] == top)
                continue
            node["feature"], node["threshold"], _ = split
            left = X[rows, split[0]].astype(float) <= split[1]
            node["left"], node["right"] = {}, {}
            stack.append((node["left"], rows[left], level + 1))
            stack.append((node["right"], rows[~left], level + 1))
        return self

    def predict(self, X):
        if self.root is None:
            raise RuntimeError("not fitted")
        if X.shape[1] != self.d:
            raise ValueError("wrong number of columns")
        result = []
        for row in X.tolist():
            node = self.root
            while "label" not in node:
                node = node["left"] if row[node["feature"]] <= node["threshold"] else node["right"]
            result.append(node["label"])
        return result
