"""A tree of closures, depth and leaves counted on the way up; midpoints with Python's integers."""

import statistics

import numpy as np


def _p(y):
    values = np.sort(y)
    cuts = np.concatenate([[0], np.flatnonzero(values[1:] != values[:-1]) + 1, [len(y)]])
    return np.diff(cuts) / len(y)


def gini(y):
    return 1.0 - float(np.sum(_p(y) ** 2)) if len(y) else 0.0


def entropy(y):
    return float(-np.sum(_p(y) * np.log2(_p(y)))) if len(y) else 0.0


def _measure(name):
    try:
        return {"gini": gini, "entropy": entropy}[name]
    except KeyError:
        raise ValueError(f"no criterion {name}") from None


def best_split(X, y, criterion="gini"):
    measure = _measure(criterion)
    if len(X) != len(y):
        raise ValueError("X and y differ in length")
    if np.unique(y).size < 2:
        return None
    options = []
    for feature in range(X.shape[1]):
        column = X[:, feature].astype(float)  # a float32 column would round the threshold
        values = sorted(set(X[:, feature].tolist()))
        for a, b in zip(values, values[1:]):
            middle = (a + b) / 2 if isinstance(a, int) else a + (b / 2 - a / 2)
            middle = a if middle == b else middle
            left = column <= middle
            n_left = int(left.sum())
            after = (n_left * measure(y[left]) + (len(y) - n_left) * measure(y[~left])) / len(y)
            options.append((feature, middle, measure(y) - after))
    if not options:
        return None
    top = max(option[2] for option in options)
    return next(option for option in options if option[2] >= top - 1e-12)


class DecisionTreeClassifier:
    def __init__(self, max_depth=None, min_samples_split=2, criterion="gini"):
        self.max_depth = max_depth
        self.min_samples_split = min_samples_split
        self.criterion = criterion

    def fit(self, X, y):
        _measure(self.criterion)
        if self.min_samples_split < 2:
            raise ValueError("min_samples_split")
        if self.max_depth is not None and self.max_depth < 0:
            raise ValueError("max_depth")
        if not len(y) or len(X) != len(y):
            raise ValueError("rows")
        self.d, self.y_dtype = X.shape[1], y.dtype
        self.decide, self.depth, self.n_leaves = self._build(X, y, self.max_depth if self.max_depth is not None else float("inf"))
        return self

    def _build(self, X, y, left_over):
        split = best_split(X, y, self.criterion) if left_over > 0 and len(y) >= self.min_samples_split else None
        if split is None:
            label = min(statistics.multimode(y.tolist()))
            return lambda row: label, 0, 1
        feature, threshold, _ = split
        low = X[:, feature].astype(float) <= threshold
        a, depth_a, leaves_a = self._build(X[low], y[low], left_over - 1)
        b, depth_b, leaves_b = self._build(X[~low], y[~low], left_over - 1)
        return lambda row: a(row) if row[feature] <= threshold else b(row), 1 + max(depth_a, depth_b), leaves_a + leaves_b

    def predict(self, X):
        if not hasattr(self, "decide"):
            raise RuntimeError("the tree has not been fitted")
        if X.shape[1] != self.d:
            raise ValueError("X has the wrong number of columns")
        return np.array([self.decide(row) for row in X.tolist()], dtype=self.y_dtype)
