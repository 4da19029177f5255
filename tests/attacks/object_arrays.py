"""Object arrays that hold what no array should: themselves, functions, classes, deep lists."""
# expect: failed
# outcomes: failed error
import numpy as np


def attack(*args, **kwargs):
    value = np.empty(3, dtype=object)
    value[0], value[1], value[2] = value, attack, [[[[int]]]]
    return value
