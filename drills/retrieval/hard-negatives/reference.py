"""Hard negatives for training a retriever."""

import numpy as np

SCORES_AT_ONCE = 1_000_000


def hard_negatives(queries, docs, positives, k):
    """For each query the indices of the k most cosine-similar documents other than its positive, best first: `(n_queries, k)`."""
    n_queries, n_docs = len(queries), len(docs)
    if not 1 <= k <= n_docs - 1:
        raise ValueError(f"k must be from 1 to {n_docs - 1}, not {k}")
    if np.any(positives < 0) or np.any(positives >= n_docs):
        raise ValueError(f"positives must be from 0 to {n_docs - 1}")
    queries, docs = _unit_rows(queries), _unit_rows(docs)

    negatives = np.empty((n_queries, k), dtype=np.intp)
    step = -(-SCORES_AT_ONCE // n_docs)  # rounded up; the score matrix is never held as a whole
    for start in range(0, n_queries, step):
        block = slice(start, start + step)
        scores = queries[block] @ docs.T
        scores[np.arange(len(scores)), positives[block]] = -np.inf  # below any cosine, also below -1
        best = np.argpartition(scores, n_docs - k, axis=1)[:, n_docs - k :]  # the k largest of each row, in no order
        order = np.argsort(-np.take_along_axis(scores, best, axis=1), axis=1)
        negatives[block] = np.take_along_axis(best, order, axis=1)
    return negatives


def _unit_rows(X):
    """Each row divided by its norm; rows of zeros stay zeros, float32 stays float32."""
    norms = np.linalg.norm(X, axis=1, keepdims=True)  # makes integers floats before it squares them
    norms[norms == 0] = np.inf
    return X / norms
