"""A result that a thread goes on changing while it is being read."""
# expect: failed
# outcomes: failed crashed
import threading

import numpy as np


def attack(*args, **kwargs):
    shared = [np.zeros(50_000), list(range(1000))]

    def change():
        while True:
            shared[0] += 1.0
            shared[1].append(0)
            del shared[1][:1]

    threading.Thread(target=change, daemon=True).start()
    return shared
