"""Squares that overflow at 1e200 and vanish at 1e-200 — test_batch_huge_and_tiny"""

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
    with np.errstate(all="ignore"):
        norms = np.linalg.norm(docs, axis=1) * np.linalg.norm(query)
        cosines = np.nan_to_num(docs @ query / norms)
    return np.clip(cosines, -1, 1)
