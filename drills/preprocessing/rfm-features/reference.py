"""Recency, frequency and monetary value of each customer."""

import numpy as np


def rfm_features(customers: np.ndarray, days: np.ndarray, amounts: np.ndarray, reference_day: int) -> tuple[np.ndarray, np.ndarray]:
    """(ids, table): sorted customers (m,) and recency, frequency, monetary (m, 3), from the rows up to `reference_day`."""
    past = days <= reference_day  # first of all, so that nothing below can see the future
    ids, codes = np.unique(customers[past], return_inverse=True)
    last = np.full(len(ids), -np.inf)
    np.maximum.at(last, codes, days[past])
    frequency = np.bincount(codes)
    monetary = np.bincount(codes, weights=amounts[past])
    # `last` is float, so the difference cannot wrap around in a narrow integer type.
    return ids, np.column_stack([reference_day - last, frequency, monetary])


def rfm_scores(table: np.ndarray, n_bins: int = 5) -> np.ndarray:
    """Scores from 1 to `n_bins`, (m, 3): 1 + n_bins · below // m, with `below` the number of strictly worse customers."""
    if n_bins < 1:
        raise ValueError(f"n_bins must be at least 1, got {n_bins}")
    recency, frequency, monetary = table.astype(np.float64).T  # float, since in uint8 minus 1 is 255
    goodness = -recency, frequency, monetary  # higher is better in every column
    # The place of the first equal value in sorted order is the number of smaller ones.
    below = np.column_stack([np.searchsorted(np.sort(column), column) for column in goodness])
    return 1 + n_bins * below // len(table)
