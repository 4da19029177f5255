"""Adds idf / length for every occurrence; words split by hand with a regular expression."""

import re

import numpy as np


def compute_tfidf(documents):
    words_of = [re.findall(r"\S+", text.lower()) for text in documents]
    seen = {}
    for i, words in enumerate(words_of):
        for word in words:
            seen.setdefault(word, set()).add(i)
    vocab = sorted(seen)
    idf = [float(np.log(len(documents) / len(seen[word]))) + 1.0 for word in vocab]
    matrix = [[0.0] * len(vocab) for _ in documents]
    column = {word: j for j, word in enumerate(vocab)}
    for row, words in zip(matrix, words_of):
        for word in words:
            row[column[word]] += idf[column[word]] / len(words)
    return (np.array(matrix) if matrix else np.empty((0, 0))), tuple(vocab)
