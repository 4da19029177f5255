"""Hidden tests for outliers."""

import math

import numpy as np
from solution import iqr_outliers, zscore_outliers

from drillkit.testing import array, contract, correctness, each, edge, equal, no_warnings, numerics, raises

NAN = np.nan
BOTH = each("outliers", [iqr_outliers, zscore_outliers], ids=["iqr_outliers", "zscore_outliers"])


def marked(mask, x, expected, what=""):
    """The mask is True exactly at these positions of x."""
    wanted = np.zeros(len(x), dtype=bool)
    wanted[list(expected)] = True
    equal(mask, wanted, kind="b", what=what)


def quartile(values, share):
    """By linear interpolation, in plain Python."""
    ordered = sorted(values)
    low = math.floor(share * (len(ordered) - 1))
    rest = share * (len(ordered) - 1) - low
    return ordered[low] if not rest else ordered[low] * (1 - rest) + ordered[low + 1] * rest


def expected_iqr(x, k=1.5):
    """Positions beyond the limits, one value at a time."""
    present = [v for v in x.tolist() if v == v]
    q1, q3 = quartile(present, 0.25), quartile(present, 0.75)
    return [i for i, v in enumerate(x.tolist()) if v < q1 - k * (q3 - q1) or v > q3 + k * (q3 - q1)]


def expected_zscore(x, threshold=3.0):
    """Positions beyond the threshold, one value at a time."""
    present = [v for v in x.tolist() if v == v]
    mean = math.fsum(present) / len(present)
    std = math.sqrt(math.fsum((v - mean) ** 2 for v in present) / len(present))
    return [i for i, v in enumerate(x.tolist()) if abs(v - mean) / std > threshold]


@correctness
def test_iqr_both_sides():
    """iqr: far values on either side are outliers"""
    x = np.array([10.0, 12.0, 11.0, 60.0, 10.0, 13.0, -40.0, 12.0, 11.0])
    marked(iqr_outliers(x), x, [3, 6])
    marked(iqr_outliers(-x), x, [3, 6], what="the mask of -x")


@correctness
def test_iqr_limits_are_strict():
    """iqr: a value on the limit is no outlier"""
    x = np.array([6.0, 1.0, 2.0, 3.0, 1.0, 2.0, 3.0, 2.0, -2.0])
    marked(iqr_outliers(x), x, [])
    marked(iqr_outliers(x + np.array([0.25, 0, 0, 0, 0, 0, 0, 0, -0.25])), x, [0, 8], what="the mask just beyond the limits")


@correctness
def test_iqr_quartiles():
    """iqr: quartiles are interpolated linearly"""
    # q1 and q3 of 0, 4, 8, 12, 16, v are 5 and 15 for any v >= 16: the upper limit is 30.
    for last, expected in ((30.0, []), (30.5, [5])):
        x = np.array([0.0, 4.0, 8.0, 12.0, 16.0, last])
        marked(iqr_outliers(x), x, expected, what=f"the mask with a last value of {last}")
    # of 0, 1, 2, v they are 0.75 and 1.5 + v / 4: with k = 0.25 the upper limit is 1.6875 + 0.3125 v.
    for last, expected in ((2.4, [0]), (2.5, [0, 3])):
        x = np.array([0.0, 1.0, 2.0, last])
        marked(iqr_outliers(x, k=0.25), x, expected, what=f"the mask with a last value of {last}")


@edge
def test_iqr_of_zero():
    """iqr: with an iqr of 0 every other value is an outlier"""
    for x, expected in (([1, 1, 1, 1, 1, 9], [5]), ([4, 5, 5, 5, 5, 5, 5], [0]), ([2.5, 2.5, 2.0, 2.5, 2.5, 2.5, 2.5, 3.0], [2, 7])):
        marked(iqr_outliers(np.array(x)), x, expected, what=f"the mask of {x}")


@correctness
def test_iqr_k():
    """iqr: k sets the reach, by name or by position, and k = 0 is allowed"""
    x = np.array([0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 18.0])
    for k, expected in ((0, [0, 1, 7, 8]), (0.5, [8]), (2.75, [8]), (3.0, []), (10, [])):
        marked(iqr_outliers(x, k=k), x, expected, what=f"the mask for k = {k}")
        marked(iqr_outliers(x, k), x, expected, what=f"the mask for k = {k}")


def heavy_tailed(n, seed):
    rng = np.random.default_rng(seed)
    return rng.normal(size=n) * np.exp(1.5 * rng.normal(size=n)) + 3.0


@correctness
@each("n", [5, 6, 7, 8, 200])
def test_iqr_random_data(n):
    """iqr: {n} random values"""
    for seed in range(6):
        x = heavy_tailed(n, seed)
        for k in (0.3, 1.5):
            marked(iqr_outliers(x, k=k), x, expected_iqr(x, k), what=f"the mask for k = {k}")


@correctness
def test_zscore_both_sides():
    """z-score: far values on either side are outliers"""
    x = np.array([10.0, 11.0] * 15 + [40.0, -19.0])
    marked(zscore_outliers(x), x, [30, 31])
    marked(zscore_outliers(-x[:-1]), x[:-1], [30], what="the mask of negated values")


@correctness
def test_zscore_limit_is_strict():
    """z-score: a value exactly at the threshold is no outlier"""
    x = np.array([0.0] * 9 + [10.0])  # mean 1, std 3
    marked(zscore_outliers(x), x, [])
    marked(zscore_outliers(x, threshold=2.99), x, [9], what="the mask for a threshold of 2.99")
    marked(zscore_outliers(np.array([1.0, 3.0]), threshold=1.0), [0, 0], [], what="the mask of [1, 3] for a threshold of 1")


@correctness
def test_zscore_divides_by_n():
    """z-score: std divides by the number of values"""
    x = np.array([0.0] * 9 + [10.0])  # 3 with n, 2.846 with n - 1
    marked(zscore_outliers(x, threshold=2.9), x, [9])
    x = np.array([-1.0, 1.0, -1.0, 1.0])
    marked(zscore_outliers(x, threshold=0.95), x, [0, 1, 2, 3])


@correctness
def test_zscore_threshold():
    """z-score: threshold sets the limit, by name or by position, 3 by default, and 0 is allowed"""
    x = np.array([0.0] * 12 + [12.0] + [6.0] * 3)
    for threshold, expected in ((0, range(16)), (1, [12, 13, 14, 15]), (2, [12]), (3.0, []), (50, [])):
        marked(zscore_outliers(x, threshold=threshold), x, expected, what=f"the mask for threshold = {threshold}")
        marked(zscore_outliers(x, threshold), x, expected, what=f"the mask for threshold = {threshold}")
    x = np.array([0.0] * 20 + [1.0])
    marked(zscore_outliers(x), x, [20], what="the mask by default")


@correctness
@each("n", [5, 30, 300])
def test_zscore_random_data(n):
    """z-score: {n} random values"""
    for seed in range(6):
        x = heavy_tailed(n, seed)
        for threshold in (0.7, 3.0):
            marked(zscore_outliers(x, threshold=threshold), x, expected_zscore(x, threshold), what=f"the mask for threshold = {threshold}")


@numerics
def test_zscore_far_from_zero():
    """z-score: values near 1e9 with gaps of 1 keep their distances"""
    x = 1e9 + np.array([0.0, 1.0, 2.0, 1.0] * 5 + [9.0])
    marked(zscore_outliers(x), x, [20])
    marked(zscore_outliers(x, threshold=0.75), x, expected_zscore(x - 1e9, 0.75), what="the mask for threshold = 0.75")


@numerics
def test_small_spread():
    """A spread of 1e-9 is a spread"""
    x = np.array([0.0] * 20 + [1e-9])
    marked(zscore_outliers(x), x, [20], what="the mask of zscore_outliers")
    marked(iqr_outliers(x), x, [20], what="the mask of iqr_outliers")
    x = np.array([5.0] * 20 + [5.0 + 1e-12])
    marked(iqr_outliers(x), x, [20], what="the mask of iqr_outliers for an iqr of 0")
    x = 1e-12 * np.array([10.0, 12.0, 11.0, 60.0, 10.0, 13.0, 12.0, 11.0])
    marked(iqr_outliers(x), x, [3], what="the mask of iqr_outliers")


@edge
@BOTH
def test_missing_is_never_an_outlier(outliers):
    """Missing values keep their places in the mask, as False"""
    x = np.array([NAN, 0.0, 1.0] + [0.0, 1.0] * 8 + [NAN, 30.0, NAN])
    marked(outliers(x), x, [20])
    for limit in (0.0, 0.1):
        mask = array(outliers(x, limit), shape=(22,), kind="b")
        equal(mask[np.isnan(x)], [False, False, False], what=f"the mask at NaN for a limit of {limit}")


@edge
def test_missing_does_not_count():
    """Missing values do not count in quartiles, mean and std"""
    x = np.array([NAN, 100.0, NAN, 104.0, NAN, 102.0, NAN, 103.0, NAN, 101.0, NAN, 125.0, NAN, NAN])
    marked(iqr_outliers(x), x, [11], what="the mask of iqr_outliers")
    marked(zscore_outliers(x, threshold=2.2), x, [11], what="the mask of zscore_outliers")
    rng = np.random.default_rng(9)
    x = heavy_tailed(80, 9)
    x[rng.random(80) < 0.4] = NAN
    marked(iqr_outliers(x), x, expected_iqr(x), what="the mask of iqr_outliers, random data")
    marked(zscore_outliers(x, threshold=1.2), x, expected_zscore(x, 1.2), what="the mask of zscore_outliers, random data")


@edge
@BOTH
def test_constant_data(outliers):
    """Equal values are no outliers, for any limit"""
    for value in (5.0, 0.1, 0.0, -1e7 - 0.3):
        for x in (np.full(7, value), np.array([NAN] + [value] * 7 + [NAN]), np.full(6, value), np.full(11, value)):
            for limit in (0.0, 0.5, 3.0):
                marked(outliers(x, limit), x, [], what=f"the mask of {len(x)} values, equal to {value} or missing")


@edge
@BOTH
def test_nothing_present(outliers):
    """No values, or only missing ones: all False, without a warning"""
    for x in (np.array([]), np.array([NAN]), np.full(4, NAN), np.array([], dtype=int)):
        with no_warnings():
            mask = outliers(x)
        marked(mask, x, [])


@edge
@BOTH
def test_one_value(outliers):
    """A single value is no outlier"""
    for x in (np.array([3.0]), np.array([-7]), np.array([NAN, 0.1, NAN])):
        marked(outliers(x), x, [])
        marked(outliers(x, 0), x, [], what="the mask for a limit of 0")


@numerics
@each("dtype", ["int8", "uint8", "int64"])
def test_narrow_integers(dtype):
    """{dtype} values do not wrap around"""
    low, high = (-128, 127) if dtype == "int8" else (0, 255)
    for x in ([low, high], [low, low + 1, high - 1, high, high], [high - 8, high - 7] * 10 + [low], [low + 4, low + 5, low + 6] * 4 + [high]):
        x = np.array(x, dtype=dtype)
        for limit in (0.0, 0.4, 1.3):
            marked(iqr_outliers(x, k=limit), x, expected_iqr(x, limit), what=f"the mask of iqr_outliers for k = {limit}")
        for limit in (0.5, 2.1):
            marked(zscore_outliers(x, threshold=limit), x, expected_zscore(x, limit), what=f"the mask of zscore_outliers for threshold = {limit}")


@numerics
def test_large_unsigned_integers():
    """uint64 values around 2**63 do not wrap around"""
    x = (2**63 + 2**20 * np.array([-2, -1, -1, 0, 0, 1, 1, 2, 60]).astype(object)).astype(np.uint64)
    marked(iqr_outliers(x), x, [8], what="the mask of iqr_outliers")
    marked(zscore_outliers(x, threshold=2.0), x, [8], what="the mask of zscore_outliers")


@contract
@BOTH
def test_result_is_a_mask(outliers):
    """The result is n booleans, and x stays as it is"""
    x = np.array([3.0, NAN, 1.0, 2.0, 50.0, 2.0])
    before = x.copy()
    array(outliers(x), shape=(6,), kind="b")
    array(outliers(np.array([1, 2, 3, 50])), shape=(4,), kind="b")
    equal(np.isnan(x), np.isnan(before), what="the missing places of x after the call")


@contract
def test_negative_limits():
    """A negative k or threshold raises ValueError, whatever x holds: nothing, only NaN or equal values too"""
    for x in (np.array([1.0, 2.0, 3.0, 40.0]), np.array([]), np.array([NAN, NAN]), np.array([5.0, 5.0])):
        for limit in (-1, -0.001):
            with raises(ValueError):
                iqr_outliers(x, k=limit)
            with raises(ValueError):
                zscore_outliers(x, threshold=limit)
