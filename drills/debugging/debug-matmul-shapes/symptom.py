"""What two networks of different sizes do."""

from solution import predict

import textwrap

import numpy as np

for n, d, h, c in [(5, 3, 4, 2), (5, 3, 3, 3)]:
    rng = np.random.default_rng(0)
    X = rng.normal(size=(n, d))
    W1, b1 = rng.normal(size=(h, d)), rng.normal(size=h)
    W2, b2 = rng.normal(size=(c, h)), rng.normal(size=c)
    print(f"{n} rows, {d} inputs, {h} hidden units, {c} outputs:")
    try:
        said = f"runs, result of shape {predict(X, W1, b1, W2, b2).shape}"
    except ValueError as error:
        said = f"ValueError: {error}"
    print(textwrap.indent(textwrap.fill(said, 76, break_on_hyphens=False), "    "))
