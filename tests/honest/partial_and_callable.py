"""A callable object and a partial bound to the names."""
# drill: softmax
import functools

import numpy as np


class Softmax:
    def __init__(self, axis):
        self.axis = axis

    def __call__(self, z):
        z = np.asarray(z)
        z = z if z.dtype.kind == "f" else z.astype(float)
        e = np.exp(z - z.max(self.axis, keepdims=True))
        return e / e.sum(self.axis, keepdims=True)


softmax = functools.partial(Softmax(-1))
