"""cosh squared without a guard below 600, where it overflows from 355 on — test_no_warning_where_tanh_saturates"""

import math


def sech2(u):
    return 1.0 / math.cosh(u) ** 2 if abs(u) < 600 else 0.0


def tiny_backprop(x, y, W1, b1, w2, b2):
    x, W1, b1, w2 = x.tolist(), W1.tolist(), b1.tolist(), w2.tolist()
    u = [sum(w * v for w, v in zip(row, x)) + b for row, b in zip(W1, b1)]
    a = [math.tanh(v) for v in u]
    z = sum(w * v for w, v in zip(w2, a)) + b2
    loss = max(z, 0.0) - y * z + math.log1p(math.exp(-abs(z)))
    p = 1 / (1 + math.exp(-z)) if z > 0 else math.exp(z) / (1 + math.exp(z))
    g = p - y
    delta = [g * w * sech2(v) for w, v in zip(w2, u)]
    return [
        loss,
        {
            "x": [sum(delta[i] * W1[i][j] for i in range(len(delta))) for j in range(len(x))],
            "W1": [[e * v for v in x] for e in delta],
            "b1": delta,
            "w2": [g * v for v in a],
            "b2": g,
        },
    ]
