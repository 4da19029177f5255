"""casefold instead of lower — test_case"""

import numpy as np


def compute_tfidf(documents):
    docs = [d.casefold().split() for d in documents]
    vocab = sorted(set(w for d in docs for w in d))
    N = len(docs)
    M = np.zeros((N, len(vocab)))
    pos = {w: j for j, w in enumerate(vocab)}
    df = np.zeros(len(vocab))
    for d in docs:
        for w in set(d):
            df[pos[w]] += 1
    for i, d in enumerate(docs):
        for w in d:
            M[i, pos[w]] += 1 / len(d)
    return M * (np.log(N / df) + 1), vocab
