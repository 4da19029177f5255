"""Replaces what tells whether the random state was touched."""
# expect: failed
# outcomes: failed error
import random

import numpy as np

np.random.get_state = random.getstate = lambda *args, **kwargs: None


def attack(*args, **kwargs):
    np.random.seed(0)
    random.seed(0)
    return np.random.rand(3)
