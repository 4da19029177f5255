"""One exponential of -|z|, in float64 inside, handed back in the type that came in."""

import numpy as np


def sigmoid(z):
    z = np.asarray(z)
    kind = z.dtype if z.dtype.kind == "f" else np.dtype(float)
    wide = z.astype(np.float64)
    e = np.exp(-np.abs(wide))
    with np.errstate(under="ignore"):
        return (np.where(wide < 0, e, 1.0) / (1 + e)).astype(kind)
