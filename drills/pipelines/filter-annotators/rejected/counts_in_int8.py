"""Counts the votes on an item in int8, which wraps at 128 — test_hundreds_on_one_item"""

import numpy as np


def _votes(annotators, items, labels):
    ids, a = np.unique(annotators, return_inverse=True)
    things, i = np.unique(items, return_inverse=True)
    names, l = np.unique(labels, return_inverse=True)
    pair = a * len(things) + i
    if len(np.unique(pair)) < len(pair):
        raise ValueError("an annotator votes twice on an item")
    return ids, a, things, i, names, l


def agreement(annotators, items, labels):
    ids, a, things, i, names, l = _votes(annotators, items, labels)
    table = np.zeros((len(things), len(names)), dtype=np.int8)
    np.add.at(table, (i, l), 1)
    others = table[i]
    others[np.arange(len(i)), l] -= 1
    top = others.max(axis=1)
    valid = (top > 0) & ((others == top[:, None]).sum(axis=1) == 1)
    agree = valid & (others.argmax(axis=1) == l)
    counted = np.bincount(a[valid], minlength=len(ids))
    agreeing = np.bincount(a[agree], minlength=len(ids))
    rate = np.full(len(ids), np.nan)
    some = counted > 0
    rate[some] = agreeing[some] / counted[some]
    return ids, counted, rate


def filter_annotators(annotators, items, labels, min_agreement=0.6, min_votes=3):
    ids, counted, rate = agreement(annotators, items, labels)
    ok = (counted >= min_votes) & (rate >= min_agreement)
    kept = ids[ok]
    ids, a, things, i, names, l = _votes(annotators, items, labels)
    use = ok[a]
    table = np.zeros((len(things), len(names)), dtype=np.int64)
    np.add.at(table, (i[use], l[use]), 1)
    present = table.sum(axis=1) > 0
    return kept, things[present], names[table[present].argmax(axis=1)]
