"""An array of 300 MB."""
# expect: failed
# outcomes: failed memory timeout
# memory_mb: 1024
# slack: 30
# brief
import numpy as np


def attack(*args, **kwargs):
    return np.zeros(300_000_000, dtype=np.uint8)
