"""k-fold cross-validation."""

from collections.abc import Callable

import numpy as np


def k_fold_indices(n: int, k: int, shuffle: bool = False, seed: int | None = None) -> list[tuple[np.ndarray, np.ndarray]]:
    """k pairs (train, test) of row numbers; the test parts are disjoint, complete and of nearly equal size.

    With `shuffle`, one permutation from default_rng(seed) serves all folds.  ValueError for k < 2 or k > n.
    """
    raise NotImplementedError


def cross_val_score(fit: Callable, X: np.ndarray, y: np.ndarray, k: int) -> np.ndarray:
    """Accuracy on each of the k test parts, (k,); `fit(X_train, y_train)` gives a predict function or an object with one.

    ValueError for k < 2, k > n or different lengths.
    """
    raise NotImplementedError
