"""Spreads the rows over a pool of threads, under a lock."""
# drill: softmax
import threading
from concurrent.futures import ThreadPoolExecutor

import numpy as np

lock = threading.Lock()
done = 0


def row_softmax(row):
    global done
    e = np.exp(row - row.max())
    with lock:
        done += 1
    return e / e.sum()


def softmax(z):
    z = np.asarray(z)
    z = z if z.dtype.kind == "f" else z.astype(float)
    if z.size > 400:
        e = np.exp(z - z.max(-1, keepdims=True))
        return e / e.sum(-1, keepdims=True)
    with ThreadPoolExecutor(2) as pool:
        rows = list(pool.map(row_softmax, np.atleast_2d(z)))
    return np.array(rows).reshape(z.shape)
