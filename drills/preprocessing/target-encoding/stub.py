"""Out-of-fold target encoding."""

import numpy as np


class TargetEncoder:
    """Categories become smoothed means of the target; training rows are encoded out of fold."""

    def __init__(self, m: float = 10.0, n_folds: int = 5, seed: int = 0) -> None:
        raise NotImplementedError

    def fit(self, x: np.ndarray, y: np.ndarray) -> "TargetEncoder":
        """Learn .prior and the value of each category from categories x (n,) and targets y (n,)."""
        raise NotImplementedError

    def transform(self, x: np.ndarray) -> np.ndarray:
        """The fitted value of each category, (n,); the prior for one that fit has not seen."""
        raise NotImplementedError

    def fit_transform(self, x: np.ndarray, y: np.ndarray) -> np.ndarray:
        """Each training row encoded from the rows outside its fold, (n,); then fitted on all rows."""
        raise NotImplementedError
