"""Hidden tests for gradient checking."""

import math

import numpy as np
from solution import gradient_check, numerical_gradient

from drillkit.testing import array, check, close, contract, correctness, each, edge, equal, numerics, truth

# Points and steps of most tests are sums of powers of two, so that x + eps and x - eps are exact.


def linear(c):
    """f(x) = sum of c times x, whose central difference is c."""
    return lambda x: float(np.sum(c * x))


@correctness
def test_sum_of_squares():
    """The gradient of the sum of squares is 2x"""
    x = np.array([3.0, -1.0, 0.0, 0.5])
    close(numerical_gradient(lambda x: float(np.sum(x**2)), x), [6.0, -2.0, 0.0, 1.0], rtol=1e-7, atol=1e-8)


@correctness
def test_coordinates_that_interact():
    """Of a product each partial derivative is taken at the other coordinates of x itself"""
    x = np.array([2.0, -3.0, 0.5, 1.5])
    close(numerical_gradient(lambda x: float(np.prod(x)), x, eps=0.25), [-2.25, 1.5, -9.0, -3.0])
    close(numerical_gradient(lambda x: float(x[0] * math.exp(x[1]) + x[2] ** 2 / x[3]), x), [math.exp(-3), 2 * math.exp(-3), 2 / 3, -1 / 9], rtol=1e-6)


@correctness
@each("eps", [0.5, 0.25, 0.125], ids=str)
def test_central_difference_of_a_cubic(eps):
    """The central difference of x³ is 3x² + eps², at eps = {eps}"""
    x = np.array([0.0, 1.0, -2.0, 4.0])
    close(numerical_gradient(lambda x: float(np.sum(x**3)), x, eps=eps), 3 * x**2 + eps**2)
    close(numerical_gradient(lambda x: float(np.sum(x**3)), x, eps), 3 * x**2 + eps**2, what="with eps by position")


@contract
def test_default_eps():
    """eps is 1e-5 by default, in both functions"""
    f, x = lambda x: float(np.sum(np.sin(1e5 * x))), np.array([0.0, 2.5e-5, -1e-4])
    expected = 1e5 * math.sin(1.0) * np.cos(1e5 * x)
    close(numerical_gradient(f, x), expected, rtol=1e-6)
    truth(gradient_check(expected, f, x), True, what="the check of the central difference at eps = 1e-5")
    truth(gradient_check(expected / math.sin(1.0), f, x), False, what="the check of the derivative, which is far from that difference")


@correctness
@each("shape", [(1,), (5,), (1, 1), (3, 1), (1, 4), (3, 4), (2, 3, 2)], ids=str)
def test_any_shape(shape):
    """x of shape {shape} gives a gradient of that shape"""
    rng = np.random.default_rng(math.prod(shape))
    x, c = rng.integers(-8, 9, size=shape) / 4, rng.integers(-8, 9, size=shape) / 2
    close(numerical_gradient(lambda x: float(np.sum(c * x + x**2)), x, eps=0.25), c + 2 * x)


@contract
def test_f_sees_one_change_at_a_time():
    """f is only asked at points of x's shape that differ from x in one entry, by eps"""
    x, points = np.array([[1.0, -2.0, 0.5], [3.0, 0.0, -4.0]]), []

    def f(point):
        points.append(np.array(point))
        return float(np.sum(point))

    close(numerical_gradient(f, x, eps=0.25), np.ones((2, 3)))
    for point in points:
        check(point.shape == x.shape, f"f is called with an array of shape {point.shape}, x has {x.shape}", returned=point)
        away = point - x
        check(np.count_nonzero(away) <= 1, "f is called at a point that differs from x in more than one entry", returned=point, expected=x)
        check(float(np.abs(away).max()) <= 0.25, "f is called at a point that is further than eps from x", returned=point, expected=x)


@numerics
@each("dtype", ["int8", "uint8", "int64"])
def test_integer_x(dtype):
    """x of {dtype} is moved by eps like floats, also at 0 and at the largest value"""
    x = np.array([[0, 3], [7, np.iinfo(dtype).max if dtype != "int64" else 1000]]).astype(dtype)
    gradient = array(numerical_gradient(lambda x: float(np.sum(x**2)), x, eps=0.5), shape=(2, 2), kind="f")
    close(gradient, 2.0 * x)
    close(numerical_gradient(lambda x: float(np.sum(x**2)), x), 2.0 * x, rtol=1e-6, atol=1e-6, what="at the default eps")


@contract
def test_x_left_alone():
    """x is exactly as it was, not only nearly"""
    x = np.array([0.1, 0.7, -1 / 3, 1e-9])
    before = x.copy()
    array(numerical_gradient(lambda x: float(np.sum(x**2)), x), shape=(4,), kind="f")
    equal(x, before, what="x after the call")


@correctness
def test_right_gradient():
    """Right gradients pass"""
    x = np.array([0.3, -1.2, 2.0])
    truth(gradient_check(2 * x, lambda x: float(np.sum(x**2)), x), True, what="the check of 2x for the sum of squares")
    truth(gradient_check(np.cos(x), lambda x: float(np.sum(np.sin(x))), x), True, what="the check of cos for the sum of sines")


@correctness
@each("wrong", [-1.0, 0.5, 2.0, 1.001], ids=str)
def test_wrong_gradients(wrong):
    """A gradient that is {wrong} times the right one fails"""
    x = np.array([0.3, -1.2, 2.0])
    truth(gradient_check(wrong * 2 * x, lambda x: float(np.sum(x**2)), x), False)


@correctness
def test_threshold_is_inclusive():
    """A relative error of exactly threshold passes, anything above fails"""
    f, x, a = linear(np.array([3.0, 4.0])), np.array([1.0, 2.0]), np.array([9.0, 12.0])
    truth(gradient_check(a, f, x, eps=0.5, threshold=0.5), True, what="an error of 10 / (15 + 5) at threshold = 0.5")
    truth(gradient_check(a, f, x, eps=0.5, threshold=0.5 - 2**-30), False, what="an error of 10 / (15 + 5) below threshold = 0.5")
    truth(gradient_check(a, f, x, 0.5, 0.75), True, what="the check with eps and threshold by position")


@contract
def test_default_threshold():
    """Without threshold relative errors of 0.9e-5 pass and of 1.1e-5 fail"""
    f, x = linear(np.array([1.0, 1.0])), np.array([0.5, 0.25])
    truth(gradient_check(np.full(2, 1 + 1.8e-5), f, x), True, what="an error of 0.9e-5")
    truth(gradient_check(np.full(2, 1 + 2.2e-5), f, x), False, what="an error of 1.1e-5")


@correctness
def test_whole_gradient():
    """The norms are those of the whole gradient: neither entry by entry nor its mean or largest"""
    f, x = linear(np.array([1024.0, 0.0, 0.0, 1.0])), np.zeros(4)
    truth(gradient_check(np.array([1024.0, 0.0, 0.0, 2.0]), f, x, eps=0.5, threshold=1e-3), True, what="one small entry twice too large")
    truth(gradient_check(np.array([1024.0, 2.0, 2.0, 3.0]), f, x, eps=0.5, threshold=1.2e-3), False, what="three small entries off by 2")
    many = np.ones(16)
    off = many.copy()
    off[5] = 5.0  # 4 / (√40 + 4) = 0.387
    truth(gradient_check(off, linear(many), np.zeros(16), eps=0.5, threshold=0.4), True, what="one of 16 entries off")
    truth(gradient_check(off, linear(many), np.zeros(16), eps=0.5, threshold=0.3), False, what="one of 16 entries off, at threshold = 0.3")


@numerics
def test_large_gradients():
    """Gradients near 1e8 with a relative error of 1e-7 pass, with 1e-3 fail"""
    c, x = np.array([1e8, -3e8, 2e8]), np.array([0.5, 1.0, -0.25])
    truth(gradient_check(c * (1 + 1e-7), linear(c), x), True, what="an error of 1e-7")
    truth(gradient_check(c * (1 + 1e-3), linear(c), x), False, what="an error of 1e-3")


@numerics
@each("scale", [1e-6, 1e-10], ids=str)
def test_tiny_gradients(scale):
    """Gradients near {scale} are judged by their relative error, too"""
    c, x = scale * np.array([1.0, -3.0, 2.0]), np.array([0.5, 1.0, -0.25])
    truth(gradient_check(c, linear(c), x), True, what="the right gradient")
    truth(gradient_check(2 * c, linear(c), x), False, what="twice the gradient")
    truth(gradient_check(-c, linear(c), x), False, what="the negative gradient")
    truth(gradient_check(1.0001 * c, linear(c), x), False, what="the gradient times 1.0001")


@edge
@each("shape", [(1,), (3,), (2, 2)], ids=str)
def test_both_zero(shape):
    """Both gradients zero, shape {shape}: True"""
    truth(gradient_check(np.zeros(shape), lambda x: 4.0, np.ones(shape)), True)


@edge
def test_one_of_them_zero():
    """Only one of the gradients zero: the relative error is 1, so False below threshold = 1"""
    x = np.array([1.0, 2.0])
    truth(gradient_check(np.zeros(2), linear(np.array([1e-10, 0.0])), x), False, what="the check of zeros against a small gradient")
    truth(gradient_check(np.array([0.0, 1e-10]), lambda x: 4.0, x), False, what="the check of a small gradient against zeros")
    truth(gradient_check(np.zeros(2), linear(np.array([3.0, 0.0])), x, threshold=1.0), True, what="the check of zeros against (3, 0) at threshold = 1")


@edge
@each("place", ["analytical", "f", "both"])
def test_nan(place):
    """NaN in the gradient ({place}): False, at any threshold"""
    x = np.array([1.0, 2.0, 3.0])
    a = np.array([1.0, math.nan, 1.0]) if place != "f" else np.ones(3)
    f = linear(np.ones(3)) if place == "analytical" else lambda x: math.nan if x[1] != 2.0 else float(np.sum(x))
    truth(gradient_check(a, f, x), False)
    truth(gradient_check(a, f, x, threshold=100.0), False, what="the check at threshold = 100")
    if place != "analytical":
        truth(gradient_check(np.full(3, math.nan) if place == "both" else np.zeros(3), lambda x: math.nan, x), False, what="the check of an f that is always NaN")


@correctness
@each("shape", [(1, 3), (3, 1), (2, 2), (2, 3, 2)], ids=str)
def test_check_in_any_shape(shape):
    """The norm is that of all entries, shape {shape}"""
    size = math.prod(shape)
    c = np.arange(1.0, size + 1).reshape(shape)
    f, x = linear(c), np.zeros(shape)
    a = c + np.where(np.arange(size) % 2, 1.0, -1.0).reshape(shape)
    error = math.sqrt(size) / (math.sqrt(math.fsum(v * v for v in a.ravel())) + math.sqrt(math.fsum(v * v for v in c.ravel())))
    truth(gradient_check(a, f, x, eps=0.5, threshold=error * (1 + 1e-6)), True, what="the check just below the threshold")
    truth(gradient_check(a, f, x, eps=0.5, threshold=error * (1 - 1e-6)), False, what="the check just above the threshold")


@contract
def test_check_uses_its_eps():
    """gradient_check takes the numerical gradient with the eps that it is given"""
    x = np.array([2.0, 0.0])
    f = lambda x: float(np.sum(x**3))  # central difference 3x² + eps²
    truth(gradient_check(np.array([13.0, 1.0]), f, x, eps=1.0), True, what="the check of 3x² + 1 at eps = 1")
    truth(gradient_check(np.array([12.0, 0.0]), f, x, eps=1.0), False, what="the check of 3x² at eps = 1")


@numerics
@each("dtype", ["int8", "uint8", "int64"])
def test_check_with_integers(dtype):
    """A gradient and an x of {dtype} give the same answer as floats"""
    a, x = np.array([100, 120, 0, 90]).astype(dtype), np.array([50, 60, 0, 45]).astype(dtype)
    f = lambda x: float(np.sum(x**2))
    truth(gradient_check(a, f, x, eps=0.5), True, what="the check of 2x")
    truth(gradient_check(a[::-1], f, x, eps=0.5), False, what="the check of 2x in the wrong order")
    truth(gradient_check(x, f, x, eps=0.5, threshold=0.34), True, what="the check of x, an error of 1/3, at threshold = 0.34")
    truth(gradient_check(x, f, x, eps=0.5, threshold=0.33), False, what="the check of x, an error of 1/3, at threshold = 0.33")


@contract
def test_check_leaves_arguments_alone():
    """analytical and x are exactly as they were"""
    a, x = np.array([0.2, 1.4, -2 / 3]), np.array([0.1, 0.7, -1 / 3])
    a_before, x_before = a.copy(), x.copy()
    truth(gradient_check(a, lambda x: float(np.sum(x**2)), x), True)
    equal(x, x_before, what="x after the call")
    equal(a, a_before, what="analytical after the call")
