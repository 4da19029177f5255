"""A cube (annotators, items, labels) of zeros and ones; the others are the sum over annotators less one's own slice."""

import numpy as np


def _cube(annotators, items, labels):
    (ids, a), (item_ids, i), (classes, c) = (np.unique(x, return_inverse=True) for x in (annotators, items, labels))
    cube = np.zeros((len(ids), len(item_ids), len(classes)))
    np.add.at(cube, (a, i, c), 1)
    return ids, item_ids, classes, cube


def agreement(annotators, items, labels):
    ids, _, _, cube = _cube(annotators, items, labels)
    voted = cube.sum(axis=2)
    if voted.max() > 1:
        raise ValueError("voted twice")
    others = cube.sum(axis=0) - cube
    top = others.max(axis=2, keepdims=True)
    leads = (others == top) & (top > 0)
    clear = (leads.sum(axis=2) == 1) & (voted > 0)
    agrees = clear & (leads * cube).any(axis=2)
    counted = clear.sum(axis=1)
    return ids, counted, agrees.sum(axis=1) / np.where(counted > 0, counted, np.nan)


def filter_annotators(annotators, items, labels, min_agreement=0.6, min_votes=3):
    ids, item_ids, classes, cube = _cube(annotators, items, labels)
    _, counted, rate = agreement(annotators, items, labels)
    good = (counted >= min_votes) & (rate >= min_agreement)
    votes = np.tensordot(good, cube, axes=1)
    left = votes.any(axis=1)
    return ids[good], item_ids[left], classes[votes[left].argmax(axis=1)]
