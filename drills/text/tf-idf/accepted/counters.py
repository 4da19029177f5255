"""Counters and dictionaries only; NumPy merely holds the result."""

import math
from collections import Counter

import numpy as np


def compute_tfidf(documents):
    counters = [Counter(document.lower().split()) for document in documents]
    df = Counter(word for counter in counters for word in counter)
    vocab = sorted(df)
    idf = {word: 1.0 + math.log(len(documents) / df[word]) for word in vocab}
    rows = []
    for counter in counters:
        total = sum(counter.values())
        rows.append([counter[word] / total * idf[word] if word in counter else 0.0 for word in vocab])
    return np.array(rows).reshape(len(documents), len(vocab)), vocab
