"""A small classification pipeline: split, impute, encode, scale, fit, evaluate, and all of it together."""

import numpy as np


def split(n, test_size=0.25, seed=0):
    """Ascending `(train_index, test_index)`; ValueError unless 0 < test_size < 1."""
    raise NotImplementedError


def impute_mean(X_train, X):
    """`X` with each NaN replaced by its column's mean in `X_train`, or 0 where that has none."""
    raise NotImplementedError


def one_hot(train, values):
    """`(len(values), c)`: a column for each category of `train`, sorted; zeros for one that is not in `train`."""
    raise NotImplementedError


def standardize(X_train, X):
    """`X` centred and scaled by the columns of `X_train`; a constant column is only centred."""
    raise NotImplementedError


def fit_logistic(X, y, l2=0.01, lr=0.5, n_iter=2000):
    """`(weights, bias)` that minimise mean log loss + l2/2 · ‖weights‖²."""
    raise NotImplementedError


def evaluate(y_true, y_pred):
    """accuracy, precision, recall and f1 of class 1, 0.0 where undefined; ValueError for unequal shapes."""
    raise NotImplementedError


def run_pipeline(X_num, X_cat, y, test_size=0.25, seed=0):
    """The four metrics of the test rows, `test_index`, `y_prob` and `n_features`."""
    raise NotImplementedError
