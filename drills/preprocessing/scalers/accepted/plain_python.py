"""Lists and math only, column by column; attributes are lists."""

import math


def rows_of(X):
    if X.ndim != 2:
        raise ValueError("X must be 2-D")
    return X.tolist()


class Scaler:
    parameters = None

    def fit(self, X):
        columns = list(zip(*rows_of(X)))
        self.parameters = [self.learn(column) for column in columns]
        self.publish(columns)
        return self

    def each_row(self, X, function):
        if self.parameters is None:
            raise RuntimeError("not fitted")
        rows = rows_of(X)
        if len(rows[0]) != len(self.parameters):
            raise ValueError("another number of columns")
        return [[function(value, *p) for value, p in zip(row, self.parameters)] for row in rows]

    def transform(self, X):
        return self.each_row(X, lambda x, centre, width, low: (x - centre) / width + low)

    def inverse_transform(self, X):
        return self.each_row(X, lambda z, centre, width, low: (z - low) * width + centre)


class StandardScaler(Scaler):
    def learn(self, column):
        mean = math.fsum(column) / len(column)
        if min(column) == max(column):
            return float(column[0]), 1.0, 0.0
        return mean, math.sqrt(math.fsum((v - mean) ** 2 for v in column) / len(column)), 0.0

    def publish(self, columns):
        self.mean = [p[0] for p in self.parameters]
        self.std = [0.0 if min(c) == max(c) else p[1] for c, p in zip(columns, self.parameters)]


class MinMaxScaler(Scaler):
    def __init__(self, feature_range=(0.0, 1.0)):
        self.lo, self.hi = feature_range
        if self.hi <= self.lo:
            raise ValueError("lo must be below hi")

    def learn(self, column):
        low, high = min(column), max(column)
        return low, ((high - low) or 1.0) / (self.hi - self.lo), self.lo

    def publish(self, columns):
        self.min, self.max = [min(c) for c in columns], [max(c) for c in columns]
