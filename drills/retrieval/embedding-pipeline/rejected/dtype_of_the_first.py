"""Stores all embeddings in the dtype of the first — test_integers_and_floats_mixed"""

from dataclasses import dataclass

import numpy as np


@dataclass
class SimilarityResult:
    query: str
    text: str
    score: float


class EmbeddingPipeline:
    def __init__(self, embed):
        self.embed = embed
        self.texts = None

    def unit(self, texts):
        embedded = [self.embed(text) for text in texts]
        rows = np.empty((len(embedded), len(embedded[0])), dtype=embedded[0].dtype)
        for i, vector in enumerate(embedded):
            rows[i] = vector
        rows = rows.astype(float)
        norms = np.linalg.norm(rows, axis=1, keepdims=True)
        return rows / np.where(norms == 0, 1.0, norms)

    def index(self, texts):
        self.docs = self.unit(texts) if texts else None
        self.texts = list(texts)

    def search(self, query, k=5):
        return self.batch_search([query], k)[0]

    def batch_search(self, queries, k=3):
        if self.texts is None:
            raise RuntimeError("index first")
        if k < 1:
            raise ValueError("k")
        if not self.texts or not queries:
            return [[] for _ in queries]
        scores = self.unit(queries) @ self.docs.T
        best = np.argsort(-scores, axis=1)[:, :k]
        return [[SimilarityResult(q, self.texts[j], float(row[j])) for j in order] for q, row, order in zip(queries, scores, best)]
