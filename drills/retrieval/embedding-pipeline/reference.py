"""An embedding search pipeline."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np


@dataclass
class SimilarityResult:
    """One hit: the query, the text found and their cosine."""

    query: str
    text: str
    score: float


class EmbeddingPipeline:
    """Finds the indexed texts whose embeddings are most similar to a query's."""

    def __init__(self, embed: Callable[[str], np.ndarray]) -> None:
        self._embed = embed
        self._texts: list[str] | None = None  # None: index was never called

    def index(self, texts: list[str]) -> None:
        """Embed the texts and keep them, in place of any earlier ones."""
        self._documents = self._unit_rows(texts)  # normalized once, here
        self._texts = list(texts)

    def search(self, query: str, k: int = 5) -> list[SimilarityResult]:
        """The k texts most similar to the query, best first."""
        return self.batch_search([query], k)[0]

    def batch_search(self, queries: list[str], k: int = 3) -> list[list[SimilarityResult]]:
        """The k most similar texts for each query, from one matrix product."""
        if self._texts is None:
            raise RuntimeError("call index before searching")
        if k < 1:
            raise ValueError(f"k must be at least 1, got {k}")
        if not queries or not self._texts:
            return [[] for _ in queries]
        scores = self.similarities(queries)
        best = np.argsort(-scores, axis=1)[:, :k]
        return [
            [SimilarityResult(query, self._texts[j], float(row[j])) for j in order]
            for query, row, order in zip(queries, scores, best, strict=True)
        ]

    def similarities(self, queries: list[str]) -> np.ndarray:
        """Cosines of all queries (rows) with all texts (columns), at least one of each."""
        return self._unit_rows(queries) @ self._documents.T

    def _unit_rows(self, texts: list[str]) -> np.ndarray:
        """Embeddings of length 1, a row for each text; zeros stay zeros."""
        rows = np.array([self._embed(text) for text in texts], dtype=np.float64)
        lengths = np.linalg.norm(rows, axis=-1, keepdims=True)  # not axis=1: without texts, rows has one axis only
        return rows / np.where(lengths == 0, 1.0, lengths)
