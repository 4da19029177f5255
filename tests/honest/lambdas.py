"""One lambda bound to the name."""
# drill: softmax
import numpy as np

as_float = lambda z: z if z.dtype.kind == "f" else z.astype(float)
share = lambda e: e / e.sum(-1, keepdims=True)
softmax = lambda z: share(np.exp(as_float(z) - as_float(z).max(-1, keepdims=True)))
