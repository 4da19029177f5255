"""The loss and the warnings, first without a p of 0 and then with one where y is 1, where y is 0."""

from solution import binary_cross_entropy

import warnings

import numpy as np

y = np.array([1, 0, 1, 0])
print(f"y = {y.tolist()}")

for p in [[0.9, 0.2, 0.6, 0.1], [0.9, 0.2, 0.0, 0.1], [0.9, 0.0, 0.6, 0.1]]:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        loss = binary_cross_entropy(y, np.array(p))
    print(f"\np = {p}    {loss:.4f}")
    for warning in caught:
        print(f"    {warning.category.__name__}: {warning.message}")
