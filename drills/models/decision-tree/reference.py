"""A decision tree for classification."""

from dataclasses import dataclass

import numpy as np


def gini(y: np.ndarray) -> float:
    """1 - sum of squared shares of the labels."""
    return _impurity_of(y, "gini")


def entropy(y: np.ndarray) -> float:
    """Entropy of the shares of the labels, in bits."""
    return _impurity_of(y, "entropy")


def best_split(X: np.ndarray, y: np.ndarray, criterion: str = "gini") -> tuple[int, float, float] | None:
    """(feature, threshold, gain) of the best split of X (n, d) and y (n,), or None."""
    if criterion not in _IMPURITIES:
        raise ValueError(f"criterion must be one of {', '.join(_IMPURITIES)}, got {criterion!r}")
    if len(X) != len(y):
        raise ValueError(f"X has {len(X)} rows, y has {len(y)}")
    impurity, n = _IMPURITIES[criterion], len(y)
    classes, codes = np.unique(y, return_inverse=True)
    if len(classes) < 2:
        return None
    one_hot = np.eye(len(classes))[codes]
    total = one_hot.sum(axis=0)
    best = None
    for feature, column in enumerate(X.T):
        order = np.argsort(column)
        x = column[order]
        last = np.flatnonzero(x[:-1] < x[1:])  # where a left side can end
        if len(last) == 0:
            continue
        left = one_hot[order].cumsum(axis=0)[last]
        n_left = last + 1
        gains = impurity(total) - (n_left * impurity(left) + (n - n_left) * impurity(total - left)) / n
        i = int(gains.argmax())  # the first of equal gains: the lowest threshold
        if best is None or gains[i] > best[2]:
            best = feature, _between(float(x[last[i]]), float(x[last[i] + 1])), float(gains[i])
    return best


@dataclass
class _Leaf:
    label: int


@dataclass
class _Split:
    feature: int
    threshold: float
    left: "_Leaf | _Split"
    right: "_Leaf | _Split"


class DecisionTreeClassifier:
    """A binary tree of best splits: .depth and .n_leaves."""

    def __init__(self, max_depth: int | None = None, min_samples_split: int = 2, criterion: str = "gini") -> None:
        if max_depth is not None and max_depth < 0:
            raise ValueError(f"max_depth must be at least 0, got {max_depth}")
        if min_samples_split < 2:
            raise ValueError(f"min_samples_split must be at least 2, got {min_samples_split}")
        if criterion not in _IMPURITIES:
            raise ValueError(f"criterion must be one of {', '.join(_IMPURITIES)}, got {criterion!r}")
        self.max_depth = max_depth
        self.min_samples_split = min_samples_split
        self.criterion = criterion
        self._root: _Leaf | _Split | None = None

    def fit(self, X: np.ndarray, y: np.ndarray) -> "DecisionTreeClassifier":
        if len(X) == 0 or len(X) != len(y):
            raise ValueError(f"X has {len(X)} rows, y has {len(y)}")
        X = np.asarray(X, dtype=np.float64)  # a float32 column would round the threshold when compared with it
        self._columns = X.shape[1]
        self.depth = self.n_leaves = 0
        # Inside, labels are codes 0..c-1 in sorted order, so argmax of counts takes the smallest of equals.
        self._classes, codes = np.unique(y, return_inverse=True)
        self._root = self._grow(X, codes, 0)
        return self

    def predict(self, X: np.ndarray) -> np.ndarray:
        if self._root is None:
            raise RuntimeError("the tree is not fitted: call fit first")
        if X.shape[1] != self._columns:
            raise ValueError(f"X has {X.shape[1]} columns, the tree was fitted on {self._columns}")
        X = np.asarray(X, dtype=np.float64)
        codes = np.empty(len(X), dtype=np.intp)
        # All rows of a node go down together, so the work grows with the nodes and not with the rows.
        waiting = [(self._root, np.arange(len(X)))]
        while waiting:
            node, rows = waiting.pop()
            if isinstance(node, _Leaf):
                codes[rows] = node.label
                continue
            goes_left = X[rows, node.feature] <= node.threshold
            waiting += [(node.left, rows[goes_left]), (node.right, rows[~goes_left])]
        return self._classes[codes]

    def _grow(self, X: np.ndarray, codes: np.ndarray, level: int) -> _Leaf | _Split:
        stop = level == self.max_depth or len(codes) < self.min_samples_split
        split = None if stop else best_split(X, codes, self.criterion)
        if split is None:
            self.depth = max(self.depth, level)
            self.n_leaves += 1
            return _Leaf(int(np.bincount(codes).argmax()))
        feature, threshold, _ = split
        left = X[:, feature] <= threshold
        return _Split(feature, threshold, self._grow(X[left], codes[left], level + 1), self._grow(X[~left], codes[~left], level + 1))


def _gini(counts: np.ndarray) -> np.ndarray:
    p = counts / counts.sum(axis=-1, keepdims=True)
    return 1 - (p**2).sum(axis=-1)


def _entropy(counts: np.ndarray) -> np.ndarray:
    p = counts / counts.sum(axis=-1, keepdims=True)
    return -(p * np.log2(np.where(p > 0, p, 1.0))).sum(axis=-1)


_IMPURITIES = {"gini": _gini, "entropy": _entropy}


def _impurity_of(y: np.ndarray, criterion: str) -> float:
    if len(y) == 0:
        return 0.0
    return float(_IMPURITIES[criterion](np.unique(y, return_counts=True)[1]))


def _between(low: float, high: float) -> float:
    """The midpoint; halved first, because the sum may overflow. Between neighbouring floats it may round up to `high`."""
    middle = low / 2 + high / 2
    return middle if middle < high else low
