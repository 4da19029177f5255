"""Plain loops and lists."""


def layer(row, W, b):
    return [sum(float(w) * float(v) for w, v in zip(weights, row)) + float(bias) for weights, bias in zip(W, b)]


def predict(X, W1, b1, W2, b2):
    def one(row):
        return layer([max(v, 0.0) for v in layer(row, W1, b1)], W2, b2)

    return one(X) if X.ndim == 1 else [one(row) for row in X]
