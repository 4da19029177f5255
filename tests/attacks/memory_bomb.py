"""Takes memory up to 4 GB."""
# expect: failed
# outcomes: memory timeout
# slack: 8
# brief
import numpy as np


def attack(*args, **kwargs):
    kept = []
    for _ in range(64):
        kept.append(np.ones(8_000_000))
    return kept
