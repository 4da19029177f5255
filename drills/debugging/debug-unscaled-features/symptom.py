"""The two ways in which the descent fails: it explodes, or it hardly moves."""

from solution import fit_linear

import numpy as np

X = np.array([[50.0, 2.0], [80.0, 2.0], [110.0, 2.0], [180.0, 2.0], [200.0, 5.0]])
y = 3 * X[:, 0] + 10 * X[:, 1] + 20

print("           loss     area    rooms     bias")
for lr in (0.1, 1e-5):
    with np.errstate(all="ignore"):
        weights, bias = fit_linear(X, y, lr=lr)
        loss = np.mean((X @ weights + bias - y) ** 2)
    print(f"lr = {lr:<5g}{loss:5.0f}{weights[0]:9.2f}{weights[1]:9.2f}{bias:9.2f}")
print("truth        0     3.00    10.00    20.00")
