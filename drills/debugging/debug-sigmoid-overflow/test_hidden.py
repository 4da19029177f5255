"""Hidden tests for the sigmoid that overflows."""

import math

import numpy as np
from solution import sigmoid

from drillkit.testing import array, check, close, contract, correctness, each, edge, equal, no_warnings, number, numerics


def expected(z):
    """The sigmoid of each entry in Python's floats, from the side that does not overflow."""
    z = np.asarray(z)
    one = lambda v: 1 / (1 + math.exp(-v)) if v >= 0 else math.exp(v) / (1 + math.exp(v))
    return np.array([one(float(v)) for v in z.ravel()]).reshape(z.shape)


@correctness
def test_known_values():
    """0 gives 0.5, log 3 gives 0.75, -log 4 gives 0.2"""
    close(sigmoid(np.array([0.0, math.log(3.0), -math.log(4.0)])), [0.5, 0.75, 0.2])


@correctness
def test_moderate_values():
    """Values from -8 to 8, of both signs in any order"""
    z = np.random.default_rng(0).uniform(-8.0, 8.0, size=40)
    z[[3, 17]] = 0.0
    close(sigmoid(z), expected(z), rtol=1e-12, atol=0.0)


@numerics
def test_left_tail():
    """From -20 down to -300 the small values keep 12 digits"""
    z = np.array([-20.0, -36.5, -40.0, -100.0, -300.0])
    close(sigmoid(z), expected(z), rtol=1e-12, atol=0.0)
    close(sigmoid(z[:1]), expected(z[:1]), rtol=1e-12, atol=0.0, what="the result for -20 alone")


@numerics
def test_far_left_tail():
    """From -499 down to -708 the small values keep 12 digits"""
    z = np.array([-499.0, -501.0, -600.0, -700.0, -708.0, 5.0])
    close(sigmoid(z), expected(z), rtol=1e-12, atol=0.0)


@numerics
def test_right_side():
    """From 10 to 40 the result comes as close to 1 as it should"""
    z = np.array([10.0, 20.0, 30.0, 34.5, 36.0, 40.0])
    close(sigmoid(z), expected(z), rtol=1e-15, atol=0.0)


@numerics
def test_far_out():
    """±1000 and ±1e308 give 0 and 1"""
    z = np.array([-1e308, -1000.0, 1000.0, 1e308, -750.0, 750.0])
    close(sigmoid(z), [0.0, 0.0, 1.0, 1.0, 0.0, 1.0], rtol=1e-15, atol=1e-300)


@numerics
@each("z", [[-1000.0, 1000.0], [-1e308, 1e308], [-710.0, 0.0, 710.0, -1e5]], ids=str)
def test_no_warning(z):
    """{z} gives no warning"""
    with no_warnings():
        close(sigmoid(np.array(z)), expected(np.clip(z, -740.0, 740.0)), rtol=1e-12, atol=1e-300)


@numerics
@each("z", [[-100.0, 100.0], [-1000.0, 1000.0], [-89.0, 89.0, -3e38]], ids=str)
def test_no_warning_in_float32(z):
    """{z} in float32 gives no warning"""
    with no_warnings():
        close(sigmoid(np.array(z, dtype=np.float32)), expected(np.clip(z, -740.0, 740.0)), rtol=1e-4, atol=1e-37)


@contract
@each("shape", [(5,), (2, 3)], ids=str)
def test_float32_stays_float32(shape):
    """float32 of shape {shape} gives float32, and float64 gives float64"""
    z = np.linspace(-3.0, 3.0, math.prod(shape)).reshape(shape)
    array(sigmoid(z.astype(np.float32)), shape=shape, dtype=np.float32)
    array(sigmoid(z), shape=shape, dtype=np.float64)


@numerics
def test_float32_left_tail():
    """In float32 the small values down to -87 are right to 4 digits"""
    z = np.array([3.0, 0.5, -0.5, -9.0, -17.0, -40.0, -80.0, -87.0], dtype=np.float32)
    close(sigmoid(z), expected(z), rtol=1e-4, atol=0.0)


@numerics
def test_float32_far_out():
    """In float32 ±100 and ±1000 give 0 and 1"""
    z = np.array([-100.0, 100.0, -1000.0, 1000.0], dtype=np.float32)
    close(sigmoid(z), [0.0, 1.0, 0.0, 1.0], rtol=1e-6, atol=1e-37)


@contract
@each("shape", [(1,), (4,), (2, 3), (3, 1), (2, 1, 3)], ids=str)
def test_shapes(shape):
    """Shape {shape} is kept"""
    z = np.random.default_rng(1).normal(scale=3.0, size=shape)
    close(sigmoid(z), expected(z), rtol=1e-12, atol=0.0)


@contract
@each("kind", [float, np.float64, np.array], ids=["Python float", "NumPy float", "array without dimension"])
def test_scalars(kind):
    """A {kind} gives a single number, on both sides of 0 and at 0"""
    for z in (-2.5, 0.0, 2.5):
        close(sigmoid(kind(z)), float(expected(z)), rtol=1e-12, atol=0.0, what=f"sigmoid({z})")


@numerics
@each("kind", [float, np.float64, np.array], ids=["Python float", "NumPy float", "array without dimension"])
def test_scalars_far_out(kind):
    """A {kind} of ±1000 gives 0 and 1, without a warning"""
    for z, want in ((-1000.0, 0.0), (1000.0, 1.0)):
        with no_warnings():
            close(sigmoid(kind(z)), want, atol=1e-300, what=f"sigmoid({z})")


@edge
def test_integers():
    """Whole numbers give fractions, as float64, in arrays and alone"""
    z = np.array([-1000, -3, -1, 0, 1, 2, 1000])
    result = array(sigmoid(z), shape=(7,), dtype=np.float64)
    close(result, expected(np.clip(z, -740, 740)), rtol=1e-12, atol=1e-300)
    for single in (-3, 0, 2):
        close(sigmoid(single), float(expected(single)), rtol=1e-12, atol=0.0, what=f"sigmoid({single})")


@edge
@each("dtype", ["int8", "uint8", "int16"])
def test_narrow_integers(dtype):
    """{dtype} is treated as float64: nothing wraps around, no digit is lost"""
    info = np.iinfo(dtype)
    z = np.array([max(info.min, -700), 0, 1, 3, 20, min(info.max, 700)], dtype=dtype)
    result = array(sigmoid(z), shape=(6,), dtype=np.float64)
    close(result, expected(z), rtol=1e-12, atol=0.0)


@edge
@each("dtype", ["int32", "int64", "uint32", "uint64"])
def test_ends_of_wide_integers(dtype):
    """The smallest and the largest {dtype} give what the same numbers give as floats"""
    info = np.iinfo(dtype)
    result = array(sigmoid(np.array([info.min, 2, info.max], dtype=dtype)), shape=(3,), dtype=np.float64)
    close(result, [0.5 if info.min == 0 else 0.0, float(expected(2)), 1.0], rtol=1e-12, atol=1e-300)


@edge
@each("dtype", ["float64", "float32"])
def test_infinities(dtype):
    """-inf gives 0 and inf gives 1 ({dtype}), and the entries beside them are right"""
    close(sigmoid(np.array([-np.inf, 0.0, np.inf], dtype=dtype)), [0.0, 0.5, 1.0], atol=1e-37)


@edge
def test_nan():
    """NaN gives NaN, and the entries beside it are right"""
    close(sigmoid(np.array([np.nan, 0.0, -40.0, np.nan, 40.0])), [np.nan, 0.5, float(expected(-40.0)), np.nan, 1.0], rtol=1e-12, atol=1e-30)


@contract
@each("dtype", ["float64", "float32", "int64"])
def test_leaves_its_argument_alone(dtype):
    """An array of {dtype} is not modified"""
    z = np.array([-900, -2, 0, 2, 900]).astype(dtype)
    before = z.copy()
    result = array(sigmoid(z), shape=(5,), kind="f")
    equal(z, before, what="z after the call")
    number(result[2], low=0.5, high=0.5, what="sigmoid(0)")
    check(bool(np.all(np.diff(result) >= 0)), "the sigmoid never falls", returned=result)
