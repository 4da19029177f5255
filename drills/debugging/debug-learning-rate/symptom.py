from solution import fit_least_squares

import numpy as np

X = np.array([[1.0, 20.0], [2.0, 30.0], [3.0, 50.0], [4.0, 60.0]])
y = np.array([10.0, 16.0, 26.0, 32.0])  # 2 and 0.4 times the columns

with np.errstate(all="ignore"):
    weights, losses, diverged = fit_least_squares(X, y)

print("step        loss")
for step in (0, 1, 2, 3, 50, 100, 2000):
    print(f"{step:4d}  {losses[step]:10.3g}")
print()
print("weights  ", weights)
print("diverged ", diverged)
