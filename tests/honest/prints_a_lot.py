"""Prints along the way, to both streams, in colour and in other scripts."""
# drill: softmax
import sys

import numpy as np


def softmax(z):
    print("softmax of", z, "\x1b[31mred\x1b[0m", "日本語 ✓")
    print("shape", np.shape(z), file=sys.stderr, flush=True)
    z = np.asarray(z)
    z = z if z.dtype.kind == "f" else z.astype(float)
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)
