"""Without a matrix: the pairs (item, label) are counted and ranked, and a vote needs only the three best counts of its item."""

import numpy as np


def _ranked(item, label):
    """Distinct pairs (item, label) with their counts: by item, falling count, rising label."""
    (item, label), count = np.unique([item, label], axis=1, return_counts=True)
    order = np.lexsort((label, -count, item))
    return item[order], label[order], count[order]


def agreement(annotators, items, labels):
    ids, a = np.unique(annotators, return_inverse=True)
    names, i = np.unique(items, return_inverse=True)
    c = np.unique(labels, return_inverse=True)[1]
    order = np.lexsort((i, a))
    if ((np.diff(a[order]) == 0) & (np.diff(i[order]) == 0)).any():
        raise ValueError("an annotator has voted twice on one item")
    item, _, count = _ranked(i, c)
    place = np.arange(len(item)) - np.searchsorted(item, item)
    best = np.zeros((3, len(names)))
    best[place[place < 3], item[place < 3]] = count[place < 3]
    first, second, third = best[:, i]
    _, pair, size = np.unique([i, c], axis=1, return_inverse=True, return_counts=True)
    leads = size[pair] == first
    agrees = leads & (first - 1 > second)
    # A vote for one of two leaders leaves the other alone at the top.
    disagrees = np.where(leads, (first == second) & (first > third), first > second)
    counted = np.bincount(a, weights=agrees | disagrees).astype(int)
    rate = np.full(len(ids), np.nan)
    some = counted > 0
    rate[some] = np.bincount(a, weights=agrees)[some] / counted[some]
    return ids, counted, rate


def filter_annotators(annotators, items, labels, min_agreement=0.6, min_votes=3):
    ids, counted, rate = agreement(annotators, items, labels)
    good = (rate >= min_agreement) & (counted >= min_votes)
    stays = good[np.searchsorted(ids, annotators)]
    names, i = np.unique(items[stays], return_inverse=True)
    classes, c = np.unique(labels, return_inverse=True)
    _, start = np.unique((ranked := _ranked(i, c[stays]))[0], return_index=True)
    return ids[good], names, classes[ranked[1][start]]
