"""Hard negatives for training a retriever."""

import numpy as np


def hard_negatives(queries, docs, positives, k):
    """For each query the indices of the k most cosine-similar documents other than its positive, best first: `(n_queries, k)`."""
    raise NotImplementedError
