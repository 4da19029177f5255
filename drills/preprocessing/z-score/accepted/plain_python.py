"""Lists and math only, column by column."""

import math


def zscore_normalize(X, epsilon=1e-8):
    columns = [[float(v) for v in column] for column in zip(*X.tolist())]
    mean, std, normed = [], [], []
    for column in columns:
        m = math.fsum(column) / len(column)
        s = 0.0 if len(set(column)) == 1 else math.sqrt(math.fsum((v - m) ** 2 for v in column) / len(column))
        mean.append(m)
        std.append(s)
        normed.append([0.0 if s < epsilon else (v - m) / s for v in column])
    return [list(row) for row in zip(*normed)], mean, std


def apply_normalization(X, mean, std, epsilon=1e-8):
    return [[(v - m) / s if s >= epsilon else v - m for v, m, s in zip(row, mean, std)] for row in X.tolist()]
