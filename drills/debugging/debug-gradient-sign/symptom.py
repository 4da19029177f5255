"""The losses that climb at either rate."""

from solution import fit_logistic

import numpy as np

X = np.array([[-2.0], [-1.0], [1.0], [2.0]])
y = np.array([0, 0, 1, 1])

for lr in (0.5, 0.05):
    _weights, _bias, losses = fit_logistic(X, y, lr=lr, n_iter=5)
    print(f"lr = {lr:<8}{', '.join(f'{loss:.3f}' for loss in losses)}, …")
