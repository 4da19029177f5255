"""Turns the sign of recency in the type of the table — test_scores_of_integers"""

import numpy as np


def rfm_features(customers, days, amounts, reference_day):
    keep = days <= reference_day
    customers, days, amounts = customers[keep], days[keep].astype(float), amounts[keep].astype(float)
    ids, codes = np.unique(customers, return_inverse=True)
    last = np.full(len(ids), -np.inf)
    np.maximum.at(last, codes, days)
    recency = reference_day - last
    frequency = np.bincount(codes, minlength=len(ids))
    monetary = np.bincount(codes, weights=amounts, minlength=len(ids))
    return ids, np.column_stack([recency, frequency, monetary])


def rfm_scores(table, n_bins=5):
    if n_bins < 1:
        raise ValueError("n_bins must be at least 1")
    m = len(table)
    if m == 0:
        return np.zeros((0, 3), dtype=int)
    table = table.copy()
    table[:, 0] = -table[:, 0]
    scores = np.empty((m, 3), dtype=int)
    for j in range(3):
        below = np.searchsorted(np.sort(table[:, j]), table[:, j], side="left")
        scores[:, j] = 1 + n_bins * below // m
    return scores
