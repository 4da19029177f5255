"""The line that a column y gives, and its losses."""

from solution import fit_line

import warnings

import numpy as np

x = np.array([0, 1, 2])
y = np.array([[0], [1], [2]])
with warnings.catch_warnings():
    warnings.simplefilter("error")  # a warning would end the script
    slope, intercept, losses = fit_line(x, y, n_epochs=500)

print(f"x = {x.tolist()}, y = {y.tolist()}, {len(losses)} epochs, no error, no warning\n")
print(f"slope {slope:.3f}, intercept {intercept:.3f}")
first, last = (", ".join(f"{loss:.3f}" for loss in part) for part in (losses[:5], losses[-2:]))
print(f"losses {first}, … , {last}")
