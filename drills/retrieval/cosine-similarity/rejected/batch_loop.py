"""Calls the pair form for each document — test_no_loop_over_documents"""

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
    return np.array([cosine_similarity(query, doc) for doc in docs])
