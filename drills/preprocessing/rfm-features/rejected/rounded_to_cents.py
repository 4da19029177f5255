"""Rounds the sums to cents — test_random_log"""

import numpy as np


def rfm_features(customers, days, amounts, reference_day):
    days = np.asarray(days).astype(np.int64)
    amounts = np.asarray(amounts)
    keep = days <= reference_day
    ids, code = np.unique(customers[keep], return_inverse=True)
    m = len(ids)
    d, a = days[keep], amounts[keep].astype(float)
    last = np.full(m, np.iinfo(np.int64).min)
    np.maximum.at(last, code, d)
    freq = np.bincount(code, minlength=m)
    money = np.bincount(code, weights=a, minlength=m)
    money = money.round(2)
    table = np.column_stack([reference_day - last, freq, money]).astype(float)
    return ids, table


def rfm_scores(table, n_bins=5):
    if n_bins < 1:
        raise ValueError("n_bins")
    T = np.asarray(table).astype(float)
    T = T * np.array([-1, 1, 1])
    m = len(T)
    out = np.zeros((m, 3), int)
    if m == 0:
        return out
    for j in range(3):
        below = np.searchsorted(np.sort(T[:, j]), T[:, j], side="left")
        out[:, j] = 1 + n_bins * below // m
    return out
