"""Reorders every row by the first row's order — test_many_results_are_sorted"""

import numpy as np


def hard_negatives(queries, docs, positives, k):
    n_queries, n_docs = len(queries), len(docs)
    if k < 1 or k > n_docs - 1:
        raise ValueError("k must be from 1 to n_docs - 1")
    if (positives < 0).any() or (positives >= n_docs).any():
        raise ValueError("a positive is not a document")
    queries, docs = queries.astype(float), docs.astype(float)
    query_norms = np.linalg.norm(queries, axis=1, keepdims=True)
    doc_norms = np.linalg.norm(docs, axis=1, keepdims=True)
    queries = queries / np.where(query_norms > 0, query_norms, 1)
    docs = docs / np.where(doc_norms > 0, doc_norms, 1)
    scores = queries @ docs.T
    scores[np.arange(n_queries), positives] = -np.inf
    best = np.argpartition(-scores, k - 1, axis=1)[:, :k]
    order = np.argsort(-np.take_along_axis(scores, best, axis=1), axis=1)
    return best[:, order[0]]
