"""Works on copies, keeps references to its arguments, and remembers its results."""
# drill: softmax
import numpy as np

seen = []
answers = {}


def softmax(z):
    seen.append(z)
    key = (z.tobytes(), z.shape, z.dtype.str)
    if key not in answers:
        work = np.array(z, dtype=z.dtype if z.dtype.kind == "f" else float, copy=True)
        work -= work.max(axis=-1, keepdims=True)
        np.exp(work, out=work)
        work /= work.sum(axis=-1, keepdims=True)
        answers[key] = work
    return answers[key]
