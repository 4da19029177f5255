"""The accuracy that is reported on noise, next to that of a coin on the same labels."""

from solution import evaluate

import numpy as np

sets = 40
reported, coin = [], []
for seed in range(sets):
    rng = np.random.default_rng(seed)
    X, y = rng.normal(size=(80, 500)), rng.integers(0, 2, size=80)
    result = evaluate(X, y, test_size=0.5, n_features=10, seed=seed)
    test = result["test_index"]
    reported.append(result["accuracy"])
    coin.append(np.mean(rng.integers(0, 2, size=len(test)) == y[test]))

print(f"data set{''.join(f'{number:7}' for number in range(1, 7))}     mean of {sets}")
for name, accuracies in [("evaluate", reported), ("a coin", coin)]:
    print(f"{name:8}{''.join(f'{accuracy:7.3f}' for accuracy in accuracies[:6])}{np.mean(accuracies):16.3f}")
