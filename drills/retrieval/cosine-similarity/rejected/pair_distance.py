"""The cosine distance 1 - cos — test_pair_by_hand"""

import numpy as np


def cosine_similarity(a, b):
    if a.shape != b.shape:
        raise ValueError("a and b differ in length")
    a, b = a.astype(float), b.astype(float)
    if not a.any() or not b.any():
        return 0.0
    a, b = a / np.abs(a).max(), b / np.abs(b).max()
    cosine = a @ b / (np.linalg.norm(a) * np.linalg.norm(b))
    return float(1 - np.clip(cosine, -1, 1))


def batch_cosine_similarity(query, docs):
    if docs.shape[1] != len(query):
        raise ValueError("query and docs differ in d")
    query, docs = query.astype(float), docs.astype(float)
    peaks = np.abs(docs).max(axis=1, keepdims=True)
    docs = docs / np.where(peaks > 0, peaks, 1)
    query = query / (np.abs(query).max() or 1)
    norms = np.linalg.norm(docs, axis=1) * np.linalg.norm(query)
    scores = docs @ query
    cosines = np.divide(scores, norms, out=np.zeros(len(docs)), where=norms > 0)
    return np.clip(cosines, -1, 1)
