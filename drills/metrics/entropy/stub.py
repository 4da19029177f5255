"""Entropy and information gain."""

import numpy as np


def entropy(p: np.ndarray, unit: str = "bits") -> float:
    """Entropy of a distribution p (c,) in "bits" or "nats"."""
    raise NotImplementedError


def label_entropy(labels: np.ndarray, unit: str = "bits") -> float:
    """Entropy of the shares of the distinct labels, labels (n,) of any dtype."""
    raise NotImplementedError


def information_gain(labels: np.ndarray, groups: np.ndarray, unit: str = "bits") -> float:
    """How much of the entropy of labels (n,) is gone once the group (n,) is known."""
    raise NotImplementedError
