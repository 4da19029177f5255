"""Results that are array subclasses: a masked array with nothing masked, a subclass of its own."""
# drill: softmax
import numpy as np


class Probabilities(np.ndarray):
    """Remembers its entropy."""

    entropy = None

    def __array_finalize__(self, parent):
        self.entropy = getattr(parent, "entropy", None)


def softmax(z):
    z = np.asarray(z)
    z = z if z.dtype.kind == "f" else z.astype(float)
    e = np.exp(z - z.max(-1, keepdims=True))
    result = (e / e.sum(-1, keepdims=True)).view(Probabilities)
    result.entropy = 1.0
    return result
