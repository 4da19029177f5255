"""Scores without the positive's column; indices from there on move up by one."""

import numpy as np


def hard_negatives(queries, docs, positives, k):
    (m, d), n = queries.shape, docs.shape[0]
    if k <= 0 or k >= n or any(not 0 <= p < n for p in np.unique(positives)[[0, -1]].tolist()):
        raise ValueError("k or a positive is out of range")
    with np.errstate(invalid="ignore"):
        q, x = (np.nan_to_num(a / np.linalg.norm(a, axis=1)[:, None]) for a in (queries, docs))
    others = np.tile(np.arange(n - 1), (m, 1))
    others += others >= positives[:, None]
    scores = np.take_along_axis(x.dot(q.T).T, others, 1)
    order = np.argsort(scores)[:, ::-1][:, :k]
    return np.take_along_axis(others, order, 1)
