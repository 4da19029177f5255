"""One product, then Python's sorted for each query."""

from dataclasses import dataclass

import numpy as np


@dataclass(order=True)
class SimilarityResult:
    query: str
    text: str
    score: float


class EmbeddingPipeline:
    def __init__(self, embed):
        self.embed, self.indexed = embed, False

    def index(self, texts):
        self.texts, self.unit = list(texts), self._matrix(texts)
        self.indexed = True

    def _matrix(self, texts):
        rows = []
        for text in texts:
            row = self.embed(text)
            rows.append(row / (np.linalg.norm(row) or np.inf))
        return np.array(rows)

    def search(self, query, k=5):
        (results,) = self.batch_search([query], k)
        return results

    def batch_search(self, queries, k=3):
        if not self.indexed:
            raise RuntimeError("not indexed")
        if k < 1:
            raise ValueError("k below 1")
        queries_unit = self._matrix(queries)
        if not self.texts or not len(queries_unit):
            return [[] for _ in queries]
        scores = (self.unit @ queries_unit.T).T
        results = [[SimilarityResult(q, t, float(s)) for t, s in sorted(zip(self.texts, row), key=lambda pair: -pair[1])[:k]] for q, row in zip(queries, scores)]
        return results
