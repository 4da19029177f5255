"""0.5 (1 + tanh(z / 2)) is 0 in the left tail — test_left_tail"""

import numpy as np


def sigmoid(z):
    z = np.asarray(z)
    z = z if z.dtype.kind == "f" else z.astype(float)
    return (1 + np.tanh(z / 2)) / 2
