"""Majority of the k nearest neighbours."""

import numpy as np


def knn_vote(X_train: np.ndarray, y_train: np.ndarray, X_test: np.ndarray, k: int) -> np.ndarray:
    """Label most of the k nearest training rows have; ties go to what comes first by (distance, index): `(n_test,)`."""
    if len(X_train) != len(y_train):
        raise ValueError(f"{len(X_train)} training rows, {len(y_train)} labels")
    if not 1 <= k <= len(X_train):  # an empty training set too
        raise ValueError(f"k must be within 1 … {len(X_train)}, got {k}")
    if X_train.shape[1] != X_test.shape[1]:
        raise ValueError(f"training rows have {X_train.shape[1]} features, test rows {X_test.shape[1]}")

    # ‖x - t‖² = ‖t‖² - 2 x·t + ‖x‖², and the last term changes no order. Near the origin the squares do not cancel.
    origin = X_train[0].astype(float)
    rows = X_train - origin
    scores = np.einsum("ij,ij->i", rows, rows) - 2 * (X_test - origin) @ rows.T
    neighbours = np.argsort(scores, kind="stable")[:, :k]  # stable: equal distances stay in index order

    classes, column = np.unique(y_train, return_inverse=True)
    labels = column[neighbours]
    votes = np.zeros((len(X_test), len(classes)))
    tests = np.arange(len(X_test))
    np.add.at(votes, (tests[:, None], labels), 1)
    # Votes for the label of each neighbour, in order: the first maximum is the best label's first member.
    standing = votes[tests[:, None], labels]
    return classes[labels[tests, standing.argmax(axis=1)]]
