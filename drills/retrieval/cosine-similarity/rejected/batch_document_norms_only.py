"""Divided by the documents' norms only — test_batch_by_hand"""

import numpy as np


def cosine_similarity(a, b):
    if a.shape != b.shape:
        raise ValueError("a and b differ in length")
    a, b = a.astype(float), b.astype(float)
    if not a.any() or not b.any():
        return 0.0
    a, b = a / np.abs(a).max(), b / np.abs(b).max()
    cosine = a @ b / (np.linalg.norm(a) * np.linalg.norm(b))
    return float(np.clip(cosine, -1, 1))


def batch_cosine_similarity(query, docs):
    if docs.shape[1] != len(query):
        raise ValueError("query and docs differ in d")
    query, docs = query.astype(float), docs.astype(float)
    norms = np.linalg.norm(docs, axis=1)
    return np.clip(docs @ query / np.where(norms > 0, norms, 1), -1, 1)
