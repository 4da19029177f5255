"""Hidden tests for polynomial features."""

import math

import numpy as np
from solution import polynomial_features

from drillkit.testing import array, check, close, contract, correctness, each, edge, equal, flat_growth, numerics, raises, vectorised


def monomials(d, degree):
    """Factor lists in the asked order, by recursion: ascending features, shorter lists first."""

    def of_degree(total, first):
        if total == 0:
            return [()]
        return [(j, *rest) for j in range(first, d) for rest in of_degree(total - 1, j)]

    return [factors for total in range(degree + 1) for factors in of_degree(total, 0)]


def expected(X, degree):
    """Entry by entry in plain Python; whole numbers stay exact until the end."""
    return np.array([[float(math.prod(row[j] for j in factors)) for factors in monomials(X.shape[1], degree)] for row in X.tolist()])


@correctness
def test_two_features_degree_two():
    """Two features, degree 2: 1, x1, x2, x1², x1·x2, x2²"""
    close(polynomial_features(np.array([[2.0, 3.0], [-1.0, 5.0]]), degree=2), [[1.0, 2.0, 3.0, 4.0, 6.0, 9.0], [1.0, -1.0, 5.0, 1.0, -5.0, 25.0]])


@correctness
def test_order_of_three_features():
    """Three features, degree 2: squares and products in dictionary order"""
    close(polynomial_features(np.array([[2.0, 3.0, 5.0]]), degree=2), [[1.0, 2.0, 3.0, 5.0, 4.0, 6.0, 10.0, 9.0, 15.0, 25.0]])


@correctness
def test_order_of_degree_three():
    """Degree 3 after degree 2, each in dictionary order"""
    close(polynomial_features(np.array([[2.0, 3.0]]), degree=3), [[1.0, 2.0, 3.0, 4.0, 6.0, 9.0, 8.0, 12.0, 18.0, 27.0]])
    X = np.array([[2.0, 3.0, 5.0, 7.0], [1.0, -2.0, 0.5, 11.0]])
    close(polynomial_features(X, degree=3), expected(X, 3), what="four features at degree 3")


@correctness
def test_order_of_eleven_features():
    """Eleven features: the tenth comes after the ninth, not after the first"""
    X = np.array([[2.0, 3.0, 5.0, 7.0, 11.0, 13.0, 17.0, 19.0, 23.0, 29.0, 31.0]])
    close(polynomial_features(X, degree=2), expected(X, 2))


@contract
def test_degree_two_by_default():
    """Without a degree it is 2; by position it is taken, too"""
    X = np.array([[2.0, 3.0], [5.0, 7.0]])
    close(polynomial_features(X), expected(X, 2), what="the default")
    close(polynomial_features(X, 3), expected(X, 3), what="degree 3 by position")


@correctness
def test_bias_column():
    """The first column is all ones"""
    result = array(polynomial_features(np.array([[3.0, -4.0], [0.0, 0.5], [7.0, 2.0]]), degree=2), shape=(3, None), kind="f")
    close(result[:, 0], [1.0, 1.0, 1.0], what="the first column")


@contract
@each(("d", "degree"), [(1, 3), (2, 2), (3, 2), (2, 5), (5, 3), (6, 1)])
def test_number_of_columns(d, degree):
    """{d} features at degree {degree}: C(d + degree, degree) columns"""
    X = np.random.default_rng(d).normal(size=(4, d))
    array(polynomial_features(X, degree=degree), shape=(4, math.comb(d + degree, degree)), kind="f")


@correctness
@each(("d", "degree"), [(3, 2), (3, 3), (2, 4)])
def test_every_monomial_once(d, degree):
    """{d} features at degree {degree}: no product is missing and none is there twice"""
    X = np.array([[2.0, 3.0, 5.0][:d]])  # every product of primes is another number
    result = array(polynomial_features(X, degree=degree), shape=(1, None), kind="f").round().astype(int).ravel().tolist()
    wanted = {math.prod((2, 3, 5)[j] for j in factors): factors for factors in monomials(d, degree)}
    twice = [value for value in result if result.count(value) > 1]
    check(not twice, f"a product occurs more than once: of the row {X[0].astype(int).tolist()} that of value {twice[:1]}", returned=result)
    missing = [value for value in wanted if value not in result]
    check(not missing, f"a product is missing: of the row {X[0].astype(int).tolist()} that of value {missing[:1]}", returned=result)


@edge
@each("shape", [(1, 1), (4, 1), (3, 5)], ids=str)
def test_degree_zero(shape):
    """Degree 0 gives the column of ones alone, X of shape {shape}"""
    close(polynomial_features(np.random.default_rng(1).normal(size=shape), degree=0), np.ones((shape[0], 1)))


@edge
def test_degree_one():
    """Degree 1 gives the ones and X itself"""
    X = np.array([[4.0, -1.5, 0.0], [2.0, 8.0, 3.0]])
    close(polynomial_features(X, degree=1), [[1.0, 4.0, -1.5, 0.0], [1.0, 2.0, 8.0, 3.0]])


@edge
def test_one_feature():
    """One feature gives its powers"""
    close(polynomial_features(np.array([[2.0], [-3.0], [0.0]]), degree=4), [[1.0, 2.0, 4.0, 8.0, 16.0], [1.0, -3.0, 9.0, -27.0, 81.0], [1.0, 0.0, 0.0, 0.0, 0.0]])


@edge
def test_one_row():
    """A single row gives a matrix of one row"""
    close(polynomial_features(np.array([[3.0, 2.0]])), [[1.0, 3.0, 2.0, 9.0, 6.0, 4.0]])
    close(polynomial_features(np.array([[5.0]]), degree=1), [[1.0, 5.0]])


@correctness
@each(("n", "d", "degree"), [(2, 2, 2), (5, 3, 4), (3, 6, 2), (20, 4, 3)])
def test_random_matrices(n, d, degree):
    """Random X of {n} rows and {d} features, degree {degree}"""
    X = np.random.default_rng(n + d).normal(scale=2.0, size=(n, d))
    close(polynomial_features(X, degree=degree), expected(X, degree), rtol=1e-9)


@numerics
def test_zeros_and_negatives():
    """Zeros and negative entries keep their value and their sign"""
    X = np.array([[0.0, 0.0, 0.0], [-2.0, 0.0, 3.0], [-1.0, -1.0, -1.0], [0.5, -4.0, 0.0]])
    close(polynomial_features(X, degree=3), expected(X, 3))


@contract
@each("degree", [-1, -3])
def test_refuses_negative_degree(degree):
    """degree = {degree} raises ValueError"""
    with raises(ValueError):
        polynomial_features(np.array([[1.0, 2.0], [3.0, 4.0]]), degree=degree)
    with raises(ValueError):
        polynomial_features(np.array([[1.0], [3.0]]), degree=degree)


@contract
@each("dtype", ["int64", "uint8"])
@each("degree", [0, 1, 2])
def test_integers_give_floats(dtype, degree):
    """{dtype} input at degree {degree} gives an array of floats"""
    X = np.array([[1, 2], [3, 0]]).astype(dtype)
    result = array(polynomial_features(X, degree=degree), kind="f")
    close(result, expected(X, degree))


@numerics
@each(("dtype", "size"), [("int8", 127), ("uint8", 255), ("int16", 32767), ("int32", 10**6), ("int64", 10**6)], ids=str)
def test_integers_do_not_overflow(dtype, size):
    """{dtype} entries up to {size} at degree 3"""
    X = np.array([[size, size - 1, 3], [size // 2, size, size], [0, 1, size]]).astype(dtype)
    close(polynomial_features(X, degree=3), expected(X, 3))
    if dtype[0] == "i":
        close(polynomial_features(-X, degree=3), expected(-X, 3), what="the result for negative entries")


@numerics
@each(("dtype", "size", "degree"), [("int64", 10**6, 4), ("int64", 2**62, 2), ("uint64", 2**64 - 1, 2)])
def test_products_beyond_64_bits(dtype, size, degree):
    """{dtype} entries up to {size} at degree {degree}, more than any integer type holds"""
    X = np.array([[size, size // 3], [2, size]], dtype=dtype)
    close(polynomial_features(X, degree=degree), expected(X, degree))


@numerics
def test_float32():
    """float32 input"""
    X = np.random.default_rng(2).normal(size=(12, 3)).astype(np.float32)
    close(polynomial_features(X, degree=3), expected(X, 3), rtol=1e-5, atol=1e-6)


@contract
@each("dtype", ["float64", "int64"])
def test_leaves_its_argument_alone(dtype):
    """X is as it was after the call ({dtype})"""
    X = np.array([[1, 5], [2, -3], [6, 4]]).astype(dtype)
    before = X.copy()
    array(polynomial_features(X, degree=3), shape=(3, 10), kind="f")
    equal(X, before, what="X after the call")


@vectorised
@each("degree", [0, 1, 3])
def test_no_loop_over_rows(degree):
    """The interpreter's work does not grow with the number of rows (degree {degree})"""
    rng = np.random.default_rng(3)
    flat_growth(lambda n: polynomial_features(rng.normal(size=(n, 3)), degree=degree), sizes=(100, 700), what="rows")
