"""Keeps the raw embeddings and divides the product by the outer product of the lengths; heapq and tuples."""

import heapq
from typing import NamedTuple

import numpy as np


class SimilarityResult(NamedTuple):
    query: str
    text: str
    score: float


class EmbeddingPipeline:
    def __init__(self, embed):
        self._embed = embed

    def index(self, texts):
        self._columns = np.array([self._embed(text) for text in texts]).T
        self._texts = list(texts)

    def search(self, query, k=5):
        return self.batch_search([query], k=k)[0]

    def batch_search(self, queries, k=3):
        if not hasattr(self, "_texts"):
            raise RuntimeError("call index first")
        if k <= 0:
            raise ValueError("k must be positive")
        if not queries or not self._texts:
            return [[] for _ in queries]
        Q = np.array([self._embed(query) for query in queries], dtype=np.float64)
        bottom = np.linalg.norm(Q, axis=1)[:, None] * np.linalg.norm(self._columns, axis=0)
        bottom[bottom == 0] = np.inf
        scores = np.einsum("qd,dn->qn", Q, self._columns) / bottom
        batch = []
        for query, row in zip(queries, scores.tolist()):
            best = heapq.nlargest(k, range(len(row)), key=row.__getitem__)
            batch.append(tuple(SimilarityResult(query, self._texts[j], row[j]) for j in best))
        return batch
