"""Rows sorted by customer and day, groups summed with reduceat; scores from the right side of a descending order."""

import numpy as np


def rfm_features(customers, days, amounts, reference_day):
    past = np.flatnonzero(days <= reference_day)
    if past.size == 0:
        return customers[:0], np.empty((0, 3))
    order = past[np.lexsort((days[past], customers[past]))]
    customers, days, amounts = customers[order], days[order].astype(np.int64), amounts[order].astype(np.float64)
    first = np.flatnonzero(np.append(True, customers[1:] != customers[:-1]))
    after = np.append(first[1:], len(order))
    table = np.empty((len(first), 3))
    table[:, 0] = reference_day - days[after - 1]
    table[:, 1] = after - first
    table[:, 2] = np.add.reduceat(amounts, first)
    return customers[first], table


def rfm_scores(table, n_bins=5):
    if n_bins < 1:
        raise ValueError("n_bins")
    m = table.shape[0]
    recency, frequency, monetary = (np.sort(column) for column in table.T)
    below = np.stack(
        [
            m - np.searchsorted(recency, table[:, 0], side="right"),
            np.searchsorted(frequency, table[:, 1]),
            np.searchsorted(monetary, table[:, 2]),
        ],
        axis=1,
    )
    return 1 + n_bins * below // m
