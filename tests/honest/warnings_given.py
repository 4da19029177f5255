"""Gives warnings of its own and NumPy's, and changes how NumPy reports errors."""
# drill: softmax
import warnings

import numpy as np

np.seterr(all="warn")


def softmax(z):
    warnings.warn("slow but right", stacklevel=2)
    z = np.asarray(z)
    z = z if z.dtype.kind == "f" else z.astype(float)
    with np.errstate(divide="ignore", over="ignore"):
        e = np.exp(z - z.max(-1, keepdims=True))
    np.log(np.zeros(1))
    return e / e.sum(-1, keepdims=True)
