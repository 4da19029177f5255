"""Plain Python over pairs."""


def numbers(values):
    if values.ndim == 1:
        return [float(v) for v in values]
    if values.ndim == 2 and values.shape[1] == 1:
        return [float(row[0]) for row in values]
    raise ValueError("a vector or a single column is needed")


def fit_line(x, y, lr=0.1, n_epochs=500):
    xs, ys = numbers(x), numbers(y)
    if len(xs) != len(ys):
        raise ValueError("lengths differ")
    n, slope, intercept, losses = len(xs), 0.0, 0.0, []
    for _ in range(n_epochs):
        errors = [slope * a + intercept - b for a, b in zip(xs, ys)]
        losses.append(sum(e * e for e in errors) / n)
        slope -= 2 * lr * sum(e * a for e, a in zip(errors, xs)) / n
        intercept -= 2 * lr * sum(errors) / n
    return slope, intercept, losses
