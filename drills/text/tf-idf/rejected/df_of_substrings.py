"""df looks for the word in the text, and finds it inside longer ones — test_whole_words"""

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
    lengths = np.array([len(d) for d in docs]).reshape(n, 1)
    tf = counts / np.maximum(lengths, 1)
    df = np.array([sum(w in text.lower() for text in documents) for w in vocab])
    idf = np.log(n / df) + 1
    return tf * idf, vocab
