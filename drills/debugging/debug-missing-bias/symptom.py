"""The predictions for four flats that cost exactly 2 · size + 100."""

from solution import fit_predict

import numpy as np

sizes = np.array([50.0, 80.0, 100.0, 120.0])
prices = 2 * sizes + 100
predicted = fit_predict(sizes[:, None], prices, sizes[:, None])

print("size   price   predicted   predicted - price")
for size, price, guess in zip(sizes, prices, predicted):
    print(f"{size:4.0f}{price:8.0f}{guess:12.1f}{guess - price:20.1f}")
