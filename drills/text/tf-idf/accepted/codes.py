"""All words in one array; codes from np.unique, counts from one bincount."""

import numpy as np


def compute_tfidf(documents):
    tokens = [document.lower().split() for document in documents]
    lengths = np.array([len(words) for words in tokens])
    n = len(tokens)
    if not lengths.sum():
        return np.empty((n, 0)), []
    vocab, codes = np.unique([word for words in tokens for word in words], return_inverse=True)
    rows = np.repeat(np.arange(n), lengths)
    counts = np.bincount(rows * len(vocab) + codes, minlength=n * len(vocab)).reshape(n, len(vocab))
    idf = 1 + np.log(n) - np.log(np.sum(counts != 0, axis=0))
    filled = lengths > 0
    matrix = np.zeros(counts.shape)
    matrix[filled] = counts[filled] / lengths[filled, None] * idf
    return matrix, vocab
