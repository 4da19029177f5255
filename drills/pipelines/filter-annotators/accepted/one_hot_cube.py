"""A cube (annotators, items, labels) of zeros and ones; the others are the sum over annotators less one's own slice."""

import numpy as np


def _cube(annotators, items, labels):
    (ids, a), (item_ids, i), (classes, c) = (np.unique(x, return_inverse=True) for x in (annotators, items, labels))
    cube = np.zeros((len(ids), len(item_ids), len(classes)), dtype=np.int64)
    np.add.at(cube, (a, i, c), 1)
    return ids, item_ids, classes, cube


def agreement(annotators, items, labels):
    ids, _, _, cube = _cube(annotators, items, labels)
    voted = cube.sum(axis=2)
    if voted.max() > 1:
        raise ValueError("voted twice")
    others = cube.sum(axis=0) - cube
    # A sentinel label with no votes makes "nobody else" a tie.
    others = np.concatenate([others, np.zeros_like(others[:, :, :1])], axis=2)
    ranked = np.sort(others, axis=2)
    clear = (ranked[:, :, -1] > ranked[:, :, -2]) & (voted == 1)
    agrees = clear & np.take_along_axis(cube, others[:, :, :-1].argmax(axis=2)[:, :, None], axis=2)[:, :, 0].astype(bool)
    counted = clear.sum(axis=1)
    rate = np.array(agrees.sum(axis=1), dtype=float)
    rate[counted == 0] = np.nan
    return ids, counted, rate / np.maximum(counted, 1)


def filter_annotators(annotators, items, labels, min_agreement=0.6, min_votes=3):
    ids, item_ids, classes, cube = _cube(annotators, items, labels)
    _, counted, rate = agreement(annotators, items, labels)
    good = (counted >= max(min_votes, 1)) & (np.nan_to_num(rate, nan=-1.0) >= min_agreement)
    votes = cube[good].sum(axis=0)
    left = votes.sum(axis=1) > 0
    return ids[good], item_ids[left], classes[votes[left].argmax(axis=1)]
