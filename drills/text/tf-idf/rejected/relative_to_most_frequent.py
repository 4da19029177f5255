"""Divides by the count of the most frequent word — test_term_frequency"""

import numpy as np


def compute_tfidf(documents):
    docs = [d.lower().split() for d in documents]
    vocab = sorted(set(w for d in docs for w in d))
    n, v = len(docs), len(vocab)
    place = {w: j for j, w in enumerate(vocab)}
    counts = np.zeros((n, v))
    for i, d in enumerate(docs):
        for w in d:
            counts[i, place[w]] += 1
    lengths = counts.max(axis=1, keepdims=True, initial=0)
    tf = counts / np.maximum(lengths, 1)
    df = (counts > 0).sum(axis=0)
    idf = np.log(n / df) + 1
    return tf * idf, vocab
