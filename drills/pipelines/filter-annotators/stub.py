"""Agreement of annotators with each other, and a vote of those who agree."""

import numpy as np


def agreement(annotators, items, labels):
    """Sorted `ids`, and for each the number of `counted` votes and the `rate` of those that agree with the majority of the others."""
    raise NotImplementedError


def filter_annotators(annotators, items, labels, min_agreement=0.6, min_votes=3):
    """Sorted `kept` annotators, sorted `item_ids` they voted on, and the `consensus` label of each of these."""
    raise NotImplementedError
