"""Keeps the two best counts of each vote's others while it runs over the labels; gives lists."""

import numpy as np


def agreement(annotators, items, labels):
    pairs = np.rec.fromarrays([np.unique(annotators, return_inverse=True)[1], np.unique(items, return_inverse=True)[1]])
    if np.unique(pairs).size != pairs.size:
        raise ValueError("a pair occurs twice")
    ids, who = np.unique(annotators, return_inverse=True)
    _, where = np.unique(items, return_inverse=True)
    best, second, agrees = np.zeros((3, len(who)))
    for label in set(labels.tolist()):
        own = labels == label
        others = np.bincount(where, weights=own)[where] - own
        better = others > best
        second = np.where(better, best, np.maximum(second, others))
        agrees = np.where(better, own, agrees)
        best = np.maximum(best, others)
    clear = best > second
    counted = np.bincount(who, weights=clear).astype(int)
    with np.errstate(invalid="ignore"):
        rate = np.bincount(who, weights=agrees * clear) / counted
    return ids.tolist(), counted.tolist(), rate.tolist()


def filter_annotators(annotators, items, labels, min_agreement=0.6, min_votes=3):
    ids, counted, rate = map(np.array, agreement(annotators, items, labels))
    kept = ids[(rate >= min_agreement) & (counted >= min_votes)]
    mask = np.isin(annotators, kept)
    items, labels = items[mask], labels[mask]
    item_ids, where = np.unique(items, return_inverse=True)
    best, consensus = np.zeros(len(item_ids)), np.full(len(item_ids), None)
    for label in sorted(set(labels.tolist())):
        count = np.bincount(where, weights=labels == label)
        better = count > best
        best[better], consensus[better] = count[better], label
    return kept.tolist(), item_ids.tolist(), consensus.tolist()
