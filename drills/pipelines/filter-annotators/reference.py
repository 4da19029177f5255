"""Agreement of annotators with each other, and a vote of those who agree."""

import numpy as np


def agreement(annotators, items, labels):
    """Sorted `ids`, and for each the number of `counted` votes and the `rate` of those that agree with the majority of the others."""
    # Names become row numbers first; from here on their kind, sign and size do not matter.
    ids, who = np.unique(annotators, return_inverse=True)
    item_ids, where = np.unique(items, return_inverse=True)
    classes, what = np.unique(labels, return_inverse=True)
    if _table(who, where, len(ids), len(item_ids)).max() > 1:
        raise ValueError("an annotator has voted twice on one item")
    # One row for each vote: how often each label occurs on its item, less the vote itself.
    others = _table(where, what, len(item_ids), len(classes))[where]
    others[np.arange(len(what)), what] -= 1
    top = others.max(axis=1)
    clear = (top > 0) & ((others == top[:, None]).sum(axis=1) == 1)
    agrees = clear & (others.argmax(axis=1) == what)
    counted = np.bincount(who[clear], minlength=len(ids))
    rate = np.full(len(ids), np.nan)
    np.divide(np.bincount(who[agrees], minlength=len(ids)), counted, out=rate, where=counted > 0)
    return ids, counted, rate


def filter_annotators(annotators, items, labels, min_agreement=0.6, min_votes=3):
    """Sorted `kept` annotators, sorted `item_ids` they voted on, and the `consensus` label of each of these."""
    ids, counted, rate = agreement(annotators, items, labels)
    kept = ids[(counted >= min_votes) & (rate >= min_agreement)]  # NaN is not >= anything
    stays = np.isin(annotators, kept)
    item_ids, where = np.unique(items[stays], return_inverse=True)
    classes, what = np.unique(labels, return_inverse=True)
    votes = _table(where, what[stays], len(item_ids), len(classes))
    return kept, item_ids, classes[votes.argmax(axis=1)]  # the first maximum is the smallest label


def _table(rows, columns, n_rows, n_columns):
    """How often each pair (row, column) occurs: `(n_rows, n_columns)`."""
    return np.bincount(rows * n_columns + columns, minlength=n_rows * n_columns).reshape(n_rows, n_columns)
