"""A dictionary of lists, filled row by row, and a count for each customer — test_no_loop_over_rows"""

import numpy as np


def rfm_features(customers, days, amounts, reference_day):
    log = {}
    for customer, day, amount in zip(customers.tolist(), days.tolist(), amounts.tolist()):
        if day <= reference_day:
            entry = log.setdefault(customer, [day, 0, 0.0])
            entry[0] = max(entry[0], day)
            entry[1] += 1
            entry[2] += amount
    ids = sorted(log)
    table = [[reference_day - log[one][0], log[one][1], log[one][2]] for one in ids]
    return np.array(ids), np.array(table, dtype=float).reshape(len(ids), 3)


def rfm_scores(table, n_bins=5):
    if n_bins < 1:
        raise ValueError("n_bins must be at least 1")
    m = len(table)
    if m == 0:
        return np.zeros((0, 3), dtype=int)
    table = table.astype(float)
    table[:, 0] = -table[:, 0]
    scores = np.empty((m, 3), dtype=int)
    for j in range(3):
        below = np.array([np.sum(table[:, j] < value) for value in table[:, j]])
        scores[:, j] = 1 + n_bins * below // m
    return scores
