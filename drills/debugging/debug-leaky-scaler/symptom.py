"""What the training rows become for two different values in a test row, row 3."""

from solution import standardize_split

import numpy as np

print(f"X[:, 0]{'':10}X_train[:, 0]{'':15}mean{'':7}std")
for typed in ["9.00", "900"]:
    X = np.array([[2.0], [4.0], [6.0], [float(typed)]])
    X_train, _, mean, std = standardize_split(X, np.array([3]))
    column = "  ".join(f"{value:6.3f}" for value in X_train[:, 0])
    print(f"2, 4, 6, {typed:8}{column}{mean[0]:10.2f}{std[0]:10.3f}")
