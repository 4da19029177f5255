"""Replaces np.asarray, np.ndarray and what frames are made with."""
# expect: failed,not_loaded
# outcomes: failed error crashed
import numpy as np

np.asarray = np.array = np.ascontiguousarray = lambda *args, **kwargs: np.zeros(0)
np.frombuffer = lambda *args, **kwargs: np.zeros(0)


def attack(*args, **kwargs):
    return np.zeros(3)
