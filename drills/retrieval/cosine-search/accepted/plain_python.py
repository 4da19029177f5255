"""Lists, math and sorted with a key; returns lists."""

import math


def cosine_similarity_search(query, documents, top_k=5):
    q, rows = query.tolist(), documents.tolist()
    if top_k < 1 or len(rows[0]) != len(q):
        raise ValueError("bad input")
    length = math.sqrt(sum(v * v for v in q))
    scores = []
    for row in rows:
        norm = math.sqrt(sum(v * v for v in row))
        scores.append(sum(a * b for a, b in zip(q, row)) / (length * norm) if length and norm else 0.0)
    best = sorted(range(len(rows)), key=scores.__getitem__, reverse=True)[:top_k]  # sorted stays stable in reverse
    return best, [scores[i] for i in best]
