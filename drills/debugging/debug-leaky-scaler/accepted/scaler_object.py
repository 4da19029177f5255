"""A scaler that is fitted once and can only transform afterwards."""

import numpy as np


class Scaler:
    def fit(self, X):
        self.mean = np.mean(X, axis=0)
        self.std = np.std(X, axis=0)
        self.std[(X == X[:1]).all(axis=0)] = 1.0
        return self

    def transform(self, X):
        return (X - self.mean) / self.std


def standardize_split(X, test_index):
    train = X[np.setdiff1d(np.arange(X.shape[0]), test_index)]
    scaler = Scaler().fit(train)
    return [scaler.transform(train), scaler.transform(X[test_index]), scaler.mean, scaler.std]
