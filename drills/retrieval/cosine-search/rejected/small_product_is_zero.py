"""Takes a product of lengths below 1e-8 for zero — test_short_query_and_short_documents"""

import numpy as np


def cosine_similarity_search(query, documents, top_k=5):
    if top_k < 1:
        raise ValueError("top_k")
    if documents.shape[1] != len(query):
        raise ValueError("d")
    query, documents = query.astype(float), documents.astype(float)
    dots = documents @ query
    lengths = np.linalg.norm(documents, axis=1) * np.linalg.norm(query)
    scores = np.where(lengths > 1e-8, dots, 0.0) / np.where(lengths > 1e-8, lengths, 1.0)
    best = np.argsort(-scores, kind="stable")[:top_k]
    return best, scores[best]
