"""float32 stays float32; zero rows are picked out by a mask; the pair is a batch of one, which checks the lengths."""

import numpy as np


def cosine_similarity(a, b):
    return batch_cosine_similarity(a, b.reshape(1, -1)).item()


def batch_cosine_similarity(query, docs):
    if docs.shape[1] != query.size:
        raise ValueError("query and docs differ in d")
    dtype = docs.dtype if docs.dtype == query.dtype and docs.dtype.kind == "f" else np.dtype(float)
    query, docs = query.astype(dtype), docs.astype(dtype)
    cosines = np.zeros(len(docs), dtype)
    filled = np.any(docs != 0, axis=1)
    if not np.any(query != 0) or not filled.any():
        return cosines
    query /= np.max(np.abs(query))
    query /= np.sqrt(np.sum(query * query))
    rows = docs[filled]
    rows /= np.max(np.abs(rows), axis=1)[:, None]
    cosines[filled] = rows @ query / np.sqrt(np.sum(rows * rows, axis=1))
    return np.clip(cosines, -1, 1)
