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
        self._rows = [np.array(self._embed(text), dtype=np.float64) for text in texts]
        self._texts = list(texts)

    def search(self, query, k=5):
        return self.batch_search([query], k=k)[0]

    def batch_search(self, queries, k=3):
        if not hasattr(self, "_texts"):
            raise RuntimeError("call index first")
        if k <= 0:
            raise ValueError("k must be positive")
        Q = [np.array(self._embed(query), dtype=np.float64) for query in queries]
        if not Q or not self._rows:
            return [[] for _ in Q]
        Q, D = np.array(Q), np.array(self._rows)
        bottom = np.linalg.norm(Q, axis=1)[:, None] * np.linalg.norm(D, axis=1)
        scores = np.divide(np.einsum("qd,nd->qn", Q, D), bottom, out=np.zeros_like(bottom), where=bottom > 0)
        batch = []
        for query, row in zip(queries, scores.tolist()):
            best = heapq.nlargest(k, zip(row, range(len(row))))
            batch.append(tuple(SimilarityResult(query, self._texts[j], score) for score, j in best))
        return batch
