"""Lists and math only."""

import math


def normalize(X):
    n = len(X)
    columns = []
    for column in zip(*X.astype(float).tolist()):
        mean = math.fsum(column) / n
        deviations = [value - mean for value in column]
        std = math.sqrt(math.fsum(d * d for d in deviations) / n)
        same = all(value == column[0] for value in column)
        columns.append([0.0] * n if same else [d / std for d in deviations])
    return [list(row) for row in zip(*columns)]
