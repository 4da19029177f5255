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
        raise NotImplementedError

    def index(self, texts: list[str]) -> None:
        """Embed the texts and keep them, in place of any earlier ones."""
        raise NotImplementedError

    def search(self, query: str, k: int = 5) -> list[SimilarityResult]:
        """The k texts most similar to the query, best first."""
        raise NotImplementedError

    def batch_search(self, queries: list[str], k: int = 3) -> list[list[SimilarityResult]]:
        """The k most similar texts for each query, from one matrix product."""
        raise NotImplementedError
