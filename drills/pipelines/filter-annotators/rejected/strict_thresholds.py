"""A rate of exactly min_agreement is not enough — test_exactly_at_the_thresholds"""

import numpy as np


def agreement(annotators, items, labels):
    ids, a = np.unique(annotators, return_inverse=True)
    item_ids, i = np.unique(items, return_inverse=True)
    classes, c = np.unique(labels, return_inverse=True)
    if len(np.unique(a * len(item_ids) + i)) < len(a):
        raise ValueError("a pair occurs twice")
    votes = np.zeros((len(item_ids), len(classes)), dtype=int)
    np.add.at(votes, (i, c), 1)
    others = votes[i]
    others[np.arange(len(c)), c] -= 1
    top = others.max(axis=1)
    clear = (top > 0) & ((others == top[:, None]).sum(axis=1) == 1)
    agrees = clear & (others.argmax(axis=1) == c)
    counted = np.bincount(a[clear], minlength=len(ids))
    agreeing = np.bincount(a[agrees], minlength=len(ids))
    rate = np.where(counted > 0, agreeing / np.maximum(counted, 1), np.nan)
    return ids, counted, rate


def filter_annotators(annotators, items, labels, min_agreement=0.6, min_votes=3):
    ids, counted, rate = agreement(annotators, items, labels)
    kept = ids[(counted >= min_votes) & (rate > min_agreement)]
    mine = np.isin(annotators, kept)
    item_ids, i = np.unique(items[mine], return_inverse=True)
    classes, c = np.unique(labels, return_inverse=True)
    votes = np.zeros((len(item_ids), len(classes)), dtype=int)
    np.add.at(votes, (i, c[mine]), 1)
    return kept, item_ids, classes[votes.argmax(axis=1)]
