"""Plain Python, one column at a time; lists as results."""

import statistics


def standardize_split(X, test_index):
    chosen = [int(i) for i in test_index]
    rows = [[float(v) for v in row] for row in X]
    train = [row for i, row in enumerate(rows) if i not in chosen]
    mean = [statistics.fmean(column) for column in zip(*train)]
    std = [1.0 if min(column) == max(column) else statistics.pstdev(column) for column in zip(*train)]
    scale = lambda row: [(v - m) / s for v, m, s in zip(row, mean, std)]
    return [scale(row) for row in train], [scale(rows[i]) for i in chosen], mean, std
