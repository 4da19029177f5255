"""argpartition over the rows of the score matrix, take_along_axis, separate search."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class SimilarityResult:
    query: str
    text: str
    score: float


class EmbeddingPipeline:
    def __init__(self, embed):
        self.embed = embed
        self.texts = None

    def index(self, texts):
        self.texts = tuple(texts)
        self.matrix = np.stack([self._unit(t) for t in texts], axis=1) if texts else None

    def _unit(self, text):
        v = np.asarray(self.embed(text)).astype(float)
        length = np.sqrt(v @ v)
        return v / length if length > 0 else v

    def _ready(self, k):
        if self.texts is None:
            raise RuntimeError("nothing indexed")
        if k < 1:
            raise ValueError("k")

    def search(self, query, k=5):
        self._ready(k)
        if not self.texts:
            return []
        scores = self._unit(query) @ self.matrix
        return [SimilarityResult(query, self.texts[i], scores[i]) for i in np.argsort(-scores)[:k]]

    def batch_search(self, queries, k=3):
        self._ready(k)
        if not self.texts or not queries:
            return [[] for _ in queries]
        scores = np.vstack([self._unit(q) for q in queries]) @ self.matrix
        k = min(k, len(self.texts))
        best = np.argpartition(-scores, k - 1)[:, :k]
        order = np.argsort(-np.take_along_axis(scores, best, 1))
        best = np.take_along_axis(best, order, 1)
        found = np.take_along_axis(scores, best, 1).tolist()
        return [[SimilarityResult(q, self.texts[j], s) for j, s in zip(b, f)] for q, b, f in zip(queries, best.tolist(), found)]
