"""A table of customer by row; scores by comparing all pairs, as int32."""

import numpy as np


def rfm_features(customers, days, amounts, reference_day):
    mask = days <= reference_day
    who, when, what = customers[mask], np.asarray(days[mask], float), np.asarray(amounts[mask], float)
    ids = np.unique(who)
    mine = ids[:, None] == who
    last = np.where(mine, when, -np.inf).max(axis=1, initial=-np.inf)
    return ids, np.array([reference_day - last, mine.sum(axis=1), mine @ what]).T


def rfm_scores(table, n_bins=5):
    if not n_bins >= 1:
        raise ValueError("at least one bin")
    worse = table[None, :, :] < table[:, None, :]
    worse[:, :, 0] = table[None, :, 0] > table[:, None, 0]
    return (worse.sum(axis=1) * n_bins // len(table) + 1).astype(np.int32)
