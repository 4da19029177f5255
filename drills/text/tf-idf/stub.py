"""TF-IDF from scratch."""

import numpy as np


def compute_tfidf(documents: list[str]) -> tuple[np.ndarray, list[str]]:
    """The matrix (n documents, v words) of tf · idf, and the sorted vocabulary.

    tf = count / length of the document, idf = ln(N / df) + 1.
    """
    raise NotImplementedError
