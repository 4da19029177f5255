"""Hidden tests for the unscaled features."""

import numpy as np
from solution import fit_linear

from drillkit.testing import array, check, close, contract, correctness, each, edge, number, numerics, unpack


def least_squares(X, y):
    """Weights and bias of the least-squares solution; constant columns have weight 0."""
    X, y = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
    mean, spread = X.mean(axis=0), np.ptp(X, axis=0)
    unit = np.where(spread > 0, spread, 1.0)
    weights = np.linalg.lstsq((X - mean) / unit, y - y.mean(), rcond=None)[0] / unit
    return weights, y.mean() - mean @ weights


def fitted(X, y):
    weights, bias = unpack(fit_linear(X, y), "weights", "bias")
    return array(weights, shape=(X.shape[1],), kind="f", what="weights"), number(bias, what="bias")


def finds(X, y):
    """The weights and the bias of least squares, each to 1e-6 of what it does to y."""
    weights, bias = fitted(X, y)
    best, intercept = least_squares(X, y)
    mean, std, size = np.abs(X.mean(axis=0)), X.std(axis=0), y.std() + 1e-6 * np.abs(y).max()
    for j in range(len(best)):
        close(
            weights[j],
            best[j],
            rtol=1e-6,
            atol=1e-6 * size / std[j],
            what=f"weights[{j}], of a column around {X[:, j].mean():.3g} with spread {std[j]:.1g}",
        )
    close(bias, intercept, rtol=1e-6, atol=1e-6 * size * (1 + (mean / std).sum()), what="bias")
    return weights, bias


def columns(n, d, seed):
    """Columns of mean 0 and spread 1, correlated in pairs (0.47), and a noise."""
    rng = np.random.default_rng(seed)
    Z = rng.normal(size=(n, d))
    Z = np.linalg.qr(Z - Z.mean(axis=0))[0]
    Z = Z + 0.25 * Z[:, ::-1]
    return Z / Z.std(axis=0), rng.normal(size=n)


@correctness
def test_area_and_rooms():
    """The flats: 3 for the area, 10 for the rooms, 20 as bias"""
    X = np.array([[50.0, 2.0], [80.0, 5.0], [95.0, 3.0], [120.0, 2.0], [150.0, 4.0], [200.0, 3.0]])
    weights, bias = finds(X, 3 * X[:, 0] + 10 * X[:, 1] + 20)
    close(weights, [3.0, 10.0], rtol=1e-5, what="weights")
    close(bias, 20.0, rtol=1e-4, what="bias")
    X[:, 1] = [2.0, 2.0, 2.0, 2.0, 5.0, 2.0]
    finds(X, 3 * X[:, 0] + 10 * X[:, 1] + 20)


@correctness
@each(("n", "d"), [(30, 1), (40, 2), (60, 4), (8, 3), (2, 1), (1500, 2)])
def test_least_squares(n, d):
    """Noisy y, columns of ordinary scale: the least-squares solution"""
    Z, noise = columns(n, d, n)
    X = Z * np.array([1.0, 3.0, 0.5, 2.0])[:d] + np.array([2.0, -1.0, 4.0, 0.5])[:d]
    finds(X, X @ np.array([2.0, -1.0, 3.0, 0.5])[:d] - 4.0 + noise)


@numerics
@each("spread", [1e-6, 1e-3, 60.0, 1e4, 1e6])
def test_spread_of_a_column(spread):
    """A column of spread {spread} beside one of spread 1"""
    Z, noise = columns(30, 2, 1)
    X = Z * [spread, 1.0] + [2.0 * spread, -1.0]
    finds(X, X @ [5.0 / spread, -2.0] + 3.0 + noise)


@numerics
@each("spreads", [(1e-3, 60.0, 1e4), (1e6, 1.0), (60.0, 1e-6), (1e4, 1e-3, 1.0, 60.0), (1e6, 1e-6, 1e6)])
def test_columns_of_different_spreads(spreads):
    """Columns of spreads {spreads} in one X"""
    d = len(spreads)
    Z, noise = columns(50, d, 2)
    X = Z * spreads + np.array(spreads)
    finds(X, X @ (np.array([3.0, -2.0, 1.0, 4.0])[:d] / spreads) - 7.0 + 0.5 * noise)
    X = X - X.max(axis=0)  # with 0 as the largest value of each column
    finds(X, X @ (np.array([3.0, -2.0, 1.0, 4.0])[:d] / spreads) - 7.0 + 0.5 * noise)


@numerics
@each(("spread", "middle"), [(1.0, 1000.0), (10.0, -2000.0), (1e6, 5e7), (1e-6, 1e-4), (1e-3, 0.5), (1.0, 1e9)])
def test_columns_far_from_zero(spread, middle):
    """A column around {middle} with spread {spread}"""
    Z, noise = columns(30, 2, 3)
    X = Z * [spread, 2.0] + [middle, 40.0]
    finds(X, (Z * [3.0, -1.0]).sum(axis=1) + 100.0 + noise)


@contract
def test_new_rows():
    """X @ weights + bias predicts the rows of X and new ones, in the caller's units"""
    Z, noise = columns(60, 3, 5)
    X = Z * [60.0, 1e4, 1e-3] + [100.0, 5e4, 0.01]
    y = X @ [0.05, 2e-4, -3e3] + 10.0 + noise
    best, intercept = least_squares(X[:45], y[:45])
    weights, bias = fitted(X[:45], y[:45])
    close(X[:45] @ weights + bias, X[:45] @ best + intercept, rtol=1e-6, atol=1e-5, what="the predictions of the rows of X")
    close(X[45:] @ weights + bias, X[45:] @ best + intercept, rtol=1e-6, atol=1e-5, what="the predictions of new rows")


@contract
def test_unit_of_a_column():
    """A column times 1,000 has a thousandth of the weight; the rest stays"""
    Z, noise = columns(30, 2, 6)
    X = Z * [2.0, 30.0] + [5.0, 100.0]
    y = X @ [1.5, -0.2] + 6.0 + noise
    weights, bias = fitted(X, y)
    scaled, same_bias = fitted(X * [1000.0, 1.0], y)
    check(abs(weights[0]) > 0.5, "the weight of the first column is far too small", returned=weights)
    close(scaled * [1000.0, 1.0], weights, rtol=1e-5, what="the weights in the first units")
    close(same_bias, bias, rtol=1e-5, atol=1e-5, what="bias")


@contract
def test_origin_of_a_column():
    """A column plus 500 keeps its weight; the bias falls by 500 weights"""
    Z, noise = columns(30, 2, 7)
    X = Z * [20.0, 3.0]
    y = X @ [0.5, 2.0] + 1.0 + noise
    weights, bias = fitted(X, y)
    moved, other = fitted(X + [500.0, 0.0], y)
    check(abs(weights[0]) > 0.2, "the weight of the first column is far too small", returned=weights)
    close(moved, weights, rtol=1e-5, atol=1e-6, what="weights")
    close(other, bias - 500.0 * weights[0], rtol=1e-5, atol=1e-4, what="bias")


@contract
@each(("factor", "shift"), [(1e5, 0.0), (1e-4, 0.0), (1.0, 1e4), (30.0, -2e3)])
def test_unit_of_y(factor, shift):
    """y times {factor} plus {shift}: weights and bias in the units of y"""
    Z, noise = columns(30, 2, 8)
    X = Z * [60.0, 1.0] + [120.0, 3.0]
    finds(X, (X @ [0.1, -2.0] + 3.0 + noise) * factor + shift)


@contract
def test_one_column():
    """One column: weights of shape (1,), one number as bias"""
    X = np.array([[1000.0], [1010.0], [1020.0], [1050.0]])
    weights, bias = finds(X, 0.2 * X[:, 0] - 30.0)
    close(weights, [0.2], rtol=1e-5, what="weights")
    close(bias, -30.0, rtol=1e-4, what="bias")


@edge
@each("constant", [0.0, 1.0, -7.0, 0.1, 4000.7])
def test_constant_column(constant):
    """A column of {constant}: finite weights, right predictions"""
    a = np.array([50.0, 80.0, 95.0, 120.0, 150.0, 201.0])
    X, new = np.column_stack([a, np.full(6, constant)]), np.array([[60.0, constant], [0.0, constant]])
    weights, bias = fitted(X, 3 * a + 20)
    close(weights[0], 3.0, rtol=1e-5, what="the weight of the column that varies")
    close(X @ weights + bias, 3 * a + 20, rtol=1e-5, what="the predictions")
    close(new @ weights + bias, [200.0, 20.0], rtol=1e-4, what="the predictions of new rows")
    weights, bias = fitted(X[:, 1:], a)
    close(X[:, 1:] @ weights + bias, np.full(6, 116.0), rtol=1e-5, what="the predictions from the constant column alone")


@edge
def test_constant_y():
    """y = 7 everywhere: weights 0 and bias 7"""
    X = columns(20, 2, 9)[0] * [60.0, 1.0] + [100.0, 3.0]
    weights, bias = fitted(X, np.full(20, 7.0))
    close(weights, [0.0, 0.0], atol=1e-6, what="weights")
    close(bias, 7.0, rtol=1e-4, what="bias")


@numerics
@each("dtype", ["int64", "int8", "uint8"])
def test_integers(dtype):
    """Columns and y of {dtype}, with nothing cut and nothing wrapped around"""
    X = np.array([[100, 3], [120, 1], [90, 7], [110, 120], [0, 1], [5, 60], [60, 60], [127, 2]]).astype(dtype)
    y = np.array([100, 127, 3, 120, 90, 0, 1, 77]).astype(dtype)
    finds(X, y)
    X = np.column_stack([np.arange(60) != 17, np.arange(60) % 7]).astype(dtype)  # 59 times 1 and one 0: the mean is no whole number
    finds(X, np.arange(60).astype(dtype))
    if dtype == "int8":
        finds(np.array([[-128, 3], [127, 1], [100, 7], [-90, 20], [0, 1], [5, 60], [60, 60], [-127, 2]], dtype=dtype), y)
    if dtype == "int64":
        finds(X, np.arange(60) * 3_000_000_000)


@contract
def test_repeated_rows():
    """A row that X and y hold three times counts three times"""
    X = np.array([[50.0, 2.0], [80.0, 5.0], [95.0, 3.0], [120.0, 2.0], [200.0, 3.0], [95.0, 3.0], [95.0, 3.0]])
    finds(X, np.array([190.0, 300.0, 500.0, 380.0, 650.0, 500.0, 500.0]))
