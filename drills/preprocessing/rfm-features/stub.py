"""Recency, frequency and monetary value of each customer."""

import numpy as np


def rfm_features(customers: np.ndarray, days: np.ndarray, amounts: np.ndarray, reference_day: int) -> tuple[np.ndarray, np.ndarray]:
    """(ids, table): sorted customers (m,) and recency, frequency, monetary (m, 3), from the rows up to `reference_day`."""
    raise NotImplementedError


def rfm_scores(table: np.ndarray, n_bins: int = 5) -> np.ndarray:
    """Scores from 1 to `n_bins`, (m, 3): 1 + n_bins · below // m, with `below` the number of strictly worse customers."""
    raise NotImplementedError
