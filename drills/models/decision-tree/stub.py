"""A decision tree for classification."""

import numpy as np


def gini(y: np.ndarray) -> float:
    """1 - sum of squared shares of the labels."""
    raise NotImplementedError


def entropy(y: np.ndarray) -> float:
    """Entropy of the shares of the labels, in bits."""
    raise NotImplementedError


def best_split(X: np.ndarray, y: np.ndarray, criterion: str = "gini") -> tuple[int, float, float] | None:
    """(feature, threshold, gain) of the best split of X (n, d) and y (n,), or None."""
    raise NotImplementedError


class DecisionTreeClassifier:
    """A binary tree of best splits: .depth and .n_leaves."""

    def __init__(self, max_depth: int | None = None, min_samples_split: int = 2, criterion: str = "gini") -> None:
        raise NotImplementedError

    def fit(self, X: np.ndarray, y: np.ndarray) -> "DecisionTreeClassifier":
        """Grow the tree; X (n, d), y (n,)."""
        raise NotImplementedError

    def predict(self, X: np.ndarray) -> np.ndarray:
        """The label of the leaf that each row falls into, shape (n,)."""
        raise NotImplementedError
