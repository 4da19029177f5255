"""The work is done by a class with __slots__, properties and class methods."""
# drill: softmax
import numpy as np


class Rows:
    __slots__ = ("_values",)

    def __init__(self, values):
        self._values = values

    @classmethod
    def of(cls, z):
        z = np.asarray(z)
        return cls(z if z.dtype.kind == "f" else z.astype(float))

    @property
    def shifted(self):
        return self._values - self._values.max(axis=-1, keepdims=True)

    @staticmethod
    def share(e):
        return e / e.sum(axis=-1, keepdims=True)

    def __call__(self):
        return self.share(np.exp(self.shifted))


def softmax(z):
    return Rows.of(z)()
