"""The warnings for one number in either precision."""

from solution import sigmoid

import warnings

import numpy as np

for z in [np.array([-1000.0]), np.array([-100.0], dtype=np.float32)]:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        sigmoid(z)
    for warning in caught:
        print(f"z = {z[0]:.0f}, {z.dtype}".ljust(23) + f"{warning.category.__name__}: {warning.message}")
