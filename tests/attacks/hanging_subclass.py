"""A list, a dict and an array of subclasses that hang when they are read."""
# expect: failed
# outcomes: failed timeout
import time

import numpy as np


def hang(*args, **kwargs):
    time.sleep(1000)


Items = type("Items", (list,), {"__iter__": hang, "__len__": hang})
Pairs = type("Pairs", (dict,), {"items": hang, "__iter__": hang})
Array = type("Array", (np.ndarray,), {"__array_ufunc__": hang, "tobytes": hang, "__len__": hang})


def attack(*args, **kwargs):
    return [Items([1]), Pairs(a=1), np.zeros(3).view(Array)]
