"""Hidden tests for recency, frequency and monetary value."""

import math

import numpy as np
from solution import rfm_features, rfm_scores

from drillkit.testing import (
    array,
    check,
    close,
    contract,
    correctness,
    each,
    edge,
    equal,
    flat_growth,
    numerics,
    raises,
    unpack,
    vectorised,
)


def features(customers, days, amounts, reference_day):
    """ids and table, the table checked to have a row for each id."""
    ids, table = unpack(rfm_features(customers, days, amounts, reference_day), "ids", "table")
    ids = array(ids, shape=(None,), what="ids")
    return ids, array(table, shape=(len(ids), 3), kind="f", what="table")


def agree(result, ids, table, what=""):
    equal(result[0], np.array(ids), what=f"ids{what}")
    close(result[1], np.array(table, dtype=float), atol=1e-9, what=f"table{what}")


def counted(customers, days, amounts, reference_day):
    """ids and table, customer by customer and row by row."""
    log = [row for row in zip(customers.tolist(), days.tolist(), amounts.tolist(), strict=True) if row[1] <= reference_day]
    ids = sorted({customer for customer, _, _ in log})
    table = []
    for one in ids:
        rows = [(day, amount) for customer, day, amount in log if customer == one]
        table.append([reference_day - max(day for day, _ in rows), len(rows), math.fsum(amount for _, amount in rows)])
    return ids, table


def scored(table, n_bins):
    """The scores, by comparing each customer with each other one."""
    good = [[-float(recency), float(frequency), float(monetary)] for recency, frequency, monetary in table]
    below = [[sum(other[c] < row[c] for other in good) for c in range(3)] for row in good]
    return np.array([[1 + n_bins * count // len(good) for count in row] for row in below])


def scores(column, position, n_bins=5):
    """The scores of `column`, placed at `position` of a table whose other columns are constant."""
    table = np.full((len(column), 3), 7.0)
    table[:, position] = column
    result = array(rfm_scores(table, n_bins=n_bins), shape=table.shape, kind="i", what="the scores")
    equal(np.delete(result, position, axis=1), np.ones((len(column), 2), dtype=int), what="the scores of the two constant columns")
    return result[:, position]


@correctness
def test_features_by_hand():
    """Recency, frequency and sum of three customers"""
    customers = np.array(["b", "a", "b", "c", "b", "a"])
    result = features(customers, np.array([1, 4, 6, 10, 3, 7]), np.array([2.0, 1.5, 4.0, 8.0, 3.0, 2.5]), reference_day=10)
    agree(result, ["a", "b", "c"], [[3.0, 2.0, 4.0], [4.0, 3.0, 9.0], [0.0, 1.0, 8.0]])


@correctness
@each(("n", "m", "reference_day"), [(1, 1, 100), (400, 30, 60), (400, 300, 45), (60, 2, 99)])
def test_random_log(n, m, reference_day):
    """Random rows against counting, for string and integer customers"""
    rng = np.random.default_rng(n + m)
    codes, days, amounts = rng.integers(m, size=n), rng.integers(101, size=n), rng.normal(scale=50.0, size=n).round(4)
    for customers in (np.array([f"customer {code}" for code in codes]), codes * 7 - 50):
        agree(features(customers, days, amounts, reference_day), *counted(customers, days, amounts, reference_day))


@correctness
def test_future_rows():
    """Rows after the reference day count neither in recency nor in frequency nor in the sum"""
    customers, days, amounts = np.array([2, 1, 1, 2, 1]), np.array([5, 11, 4, 3, 90]), np.array([10.0, 1000.0, 20.0, 30.0, 5000.0])
    ids, table = features(customers, days, amounts, 10)
    equal(ids, [1, 2], what="ids")
    for position, name, column in ((0, "recency", [6.0, 5.0]), (1, "frequency", [1.0, 2.0]), (2, "monetary", [20.0, 40.0])):
        close(table[:, position], column, what=name)


@edge
def test_customer_with_future_rows_only():
    """A customer seen only after the reference day is not in ids"""
    customers, days, amounts = np.array(["amy", "bob", "amy", "eve", "zoe"]), np.array([2, 7, 1, 5, 6]), np.array([1.0, 2.0, 3.0, 4.0, 5.0])
    agree(features(customers, days, amounts, 5), ["amy", "eve"], [[3.0, 2.0, 4.0], [0.0, 1.0, 4.0]])


@edge
@each("reference_day", [0, 12, -3])
def test_reference_day_itself(reference_day):
    """A row on the reference day counts, and gives recency 0; the next day is too late"""
    days = reference_day + np.array([0, 1, -1, 0])
    result = features(np.array([1, 1, 1, 2]), days, np.array([1.0, 2.0, 4.0, 8.0]), reference_day)
    agree(result, [1, 2], [[0.0, 2.0, 5.0], [0.0, 1.0, 8.0]])


@correctness
def test_recency_from_reference_day():
    """Recency counts up to the reference day, not to the last day of the log"""
    customers, amounts = np.array(["x", "y", "x"]), np.array([1.0, 1.0, 1.0])
    agree(features(customers, np.array([3, 6, 4]), amounts, 20), ["x", "y"], [[16.0, 2.0, 2.0], [14.0, 1.0, 1.0]])
    agree(features(customers, np.array([-30, -6, -40]), amounts, -1), ["x", "y"], [[29.0, 2.0, 2.0], [5.0, 1.0, 1.0]], " with negative days")
    agree(features(customers, np.array([3, -(10**12), 4]), amounts, 5), ["x", "y"], [[1.0, 2.0, 2.0], [10**12 + 5, 1.0, 1.0]], " with a day long ago")


@correctness
@each("order", [[0, 1, 2, 3, 4], [4, 3, 2, 1, 0], [1, 4, 0, 3, 2], [2, 0, 4, 1, 3]])
def test_rows_in_any_order(order):
    """The last day is the largest, wherever it stands in the log (order {order})"""
    customers, days, amounts = np.array([8, 8, 8, 3, 3]), np.array([2, 9, 5, 4, 1]), np.array([1.0, 10.0, 100.0, 5.0, 7.0])
    agree(features(customers[order], days[order], amounts[order], 10), [3, 8], [[6.0, 2.0, 12.0], [1.0, 3.0, 111.0]])


@edge
def test_several_rows_a_day():
    """Two rows on the same day, even with the same amount, are two"""
    customers, days = np.array(["p", "q", "p", "p", "q"]), np.array([4, 4, 4, 2, 4])
    agree(features(customers, days, np.array([3.0, 1.0, 3.0, 3.0, 6.0]), 4), ["p", "q"], [[0.0, 3.0, 9.0], [0.0, 2.0, 7.0]])


@edge
def test_refunds():
    """A negative amount is a row like any other: it counts, sets the last day, and is subtracted"""
    customers, days = np.array([1, 1, 2, 3, 3]), np.array([2, 6, 5, 1, 8])
    amounts = np.array([50.0, -20.0, -5.0, 12.0, -12.0])
    agree(features(customers, days, amounts, 9), [1, 2, 3], [[3.0, 2.0, 30.0], [4.0, 1.0, -5.0], [1.0, 2.0, 0.0]])
    agree(features(customers, days, np.zeros(5), 9), [1, 2, 3], [[3.0, 2.0, 0.0], [4.0, 1.0, 0.0], [1.0, 2.0, 0.0]], " with amounts of 0")


@numerics
def test_small_sums_beside_large_ones():
    """A customer's small amounts keep their cents beside another's billions"""
    customers, days = np.array(["big", "small", "big", "small", "tiny"]), np.array([1, 2, 3, 4, 5])
    result = features(customers, days, np.array([4e13, 0.25, 3e13, 0.1, 1e-3]), 5)
    agree(result, ["big", "small", "tiny"], [[2.0, 2.0, 7e13], [1.0, 2.0, 0.35], [0.0, 1.0, 1e-3]])


@contract
@each(
    "ids",
    [
        np.array(["10", "9", "Zoe", "a longer name", "amy"]),
        np.array([-7, 0, 3, 10**9, 10**15]),
        np.array([-128, -1, 0, 100, 127], dtype=np.int8),
        np.array([0, 1, 100, 200, 255], dtype=np.uint8),
    ],
)
def test_ids(ids):
    """ids are the sorted customers: strings, large and negative integers, int8 and uint8"""
    order = [3, 0, 4, 2, 1, 3]
    result = features(ids[order], np.array([1, 2, 3, 4, 5, 6]), np.array([1.0, 2.0, 4.0, 8.0, 16.0, 32.0]), 6)
    agree(result, ids, [[4.0, 1.0, 2.0], [1.0, 1.0, 16.0], [2.0, 1.0, 8.0], [0.0, 2.0, 33.0], [3.0, 1.0, 4.0]])


@edge
@each("customers", [np.array(["a", "b", "a"]), np.array([4, 5, 4])])
def test_no_row_left(customers):
    """No row up to the reference day: no ids, and a table of shape (0, 3)"""
    for rows in (customers, customers[:0]):
        n = len(rows)
        ids, table = unpack(rfm_features(rows, np.array([5, 6, 7])[:n], np.array([1.0, 2.0, 3.0])[:n], 4), "ids", "table")
        array(ids, shape=(0,), what=f"ids of {n} rows")
        array(table, shape=(0, 3), kind="f", what=f"table of {n} rows")
    ids, _ = features(customers, np.array([5, 6, 7]), np.array([1.0, 2.0, 3.0]), 5)
    equal(ids, customers[:1], what="ids one day later")


@numerics
@each("dtype", ["int8", "int16", "int64"])
def test_narrow_integers(dtype):
    """Days and amounts of {dtype} do not wrap around: 100 - (-100) is 200"""
    customers, days = np.array([1, 2, 1, 2, 1]), np.array([-100, -128, -120, -127, 101]).astype(dtype)
    amounts = np.array([100, -128, 127, -100, 3]).astype(dtype)
    agree(features(customers, days, amounts, 100), [1, 2], [[200.0, 2.0, 227.0], [227.0, 2.0, -228.0]], " on day 100")
    agree(features(customers, days, amounts, 300), [1, 2], [[199.0, 3.0, 230.0], [427.0, 2.0, -228.0]], " on day 300")
    unsigned = np.array([0, 250, 130, 4, 255], dtype="u" + dtype)
    agree(features(customers, unsigned, unsigned, 251), [1, 2], [[121.0, 2.0, 130.0], [1.0, 2.0, 254.0]], " of unsigned days and amounts")


@numerics
def test_sums_of_wide_integers():
    """Sums of int64 amounts do not wrap around beyond 9.2e18"""
    customers, days = np.array([1, 2, 1, 2, 1]), np.array([3, 1, 2, 2, 9])
    amounts = np.array([9, 8, 9, -9, 7], dtype=np.int64) * 10**18
    agree(features(customers, days, amounts, 5), [1, 2], [[2.0, 2.0, 1.8e19], [3.0, 2.0, -1e18]])


@vectorised
def test_no_loop_over_rows():
    """rfm_features: the interpreter's work grows neither with the rows nor with the customers"""
    rng = np.random.default_rng(3)
    days, amounts = rng.integers(30, size=1200), rng.normal(size=1200)
    few, many = np.arange(1200) % 5, rng.permutation(1200)
    for customers, what in ((few, "rows"), (few.astype(str), "rows"), (many, "customers"), (many.astype(str), "customers")):
        flat_growth(lambda n, customers=customers: rfm_features(customers[:n], days[:n], amounts[:n], 20), sizes=(200, 1200), what=what)


@correctness
def test_score_directions():
    """Low recency, high frequency and high monetary value are good"""
    equal(scores([3.0, 40.0, 0.0, 7.0, 21.0], 0), [4, 1, 5, 3, 2], what="the scores of recency 3, 40, 0, 7, 21")
    equal(scores([3.0, 40.0, 1.0, 7.0, 21.0], 1), [2, 5, 1, 3, 4], what="the scores of frequency 3, 40, 1, 7, 21")
    equal(scores([3.0, 40.0, -9.5, 7.0, 0.0], 2), [3, 5, 1, 4, 2], what="the scores of monetary 3, 40, -9.5, 7, 0")
    table = np.array([[9.0, 2.0, 5.0], [4.0, 1.0, 70.0], [0.0, 6.0, -1.0]])
    equal(rfm_scores(table, 3), [[1, 2, 2], [2, 1, 3], [3, 3, 1]], what="the scores of three customers, n_bins = 3")


@edge
@each(
    ("m", "n_bins", "expected"),
    [
        (1, 5, [1]),
        (2, 5, [1, 3]),
        (3, 5, [1, 2, 4]),
        (6, 5, [1, 1, 2, 3, 4, 5]),
        (7, 5, [1, 1, 2, 3, 3, 4, 5]),
        (12, 5, [1, 1, 1, 2, 2, 3, 3, 3, 4, 4, 5, 5]),
        (4, 1, [1, 1, 1, 1]),
        (3, 10, [1, 4, 7]),
        (2, 1000, [1, 501]),
        (49, 49, list(range(1, 50))),
    ],
)
def test_scores_of_few_customers(m, n_bins, expected):
    """{m} different customers, n_bins = {n_bins}: 1 + n_bins · below // m"""
    values = 10.0 * np.arange(1, m + 1) ** 2
    equal(scores(values, 2, n_bins), expected, what=f"the scores of monetary 10, 40, 90 … ({m} values)")
    equal(scores(values, 1, n_bins), expected, what=f"the scores of frequency 10, 40, 90 … ({m} values)")
    equal(scores(values, 0, n_bins), expected[::-1], what=f"the scores of recency 10, 40, 90 … ({m} values)")


@edge
def test_scores_with_ties():
    """Equal values share the score that the strictly worse customers give them"""
    values = np.array([1.0, 5.0, 1.0, 1.0, 2.0, 5.0, 1.0, 9.0, 2.0, 1.0, 9.0, 5.0])
    equal(scores(values, 1), [1, 3, 1, 1, 3, 3, 1, 5, 3, 1, 5, 3], what="the scores of frequency 1 (5 times), 2 (2), 5 (3), 9 (2)")
    equal(scores(values, 0), [3, 1, 3, 3, 3, 1, 3, 1, 3, 3, 1, 1], what="the scores of recency 1 (5 times), 2 (2), 5 (3), 9 (2)")
    equal(scores([4.0, 4.0, 0.0, 4.0, 4.0, 4.0], 2), [1, 1, 1, 1, 1, 1], what="the scores of monetary 4, 4, 0, 4, 4, 4")
    equal(scores([4.0, 4.0, 0.0, 4.0, 4.0], 2), [2, 2, 1, 2, 2], what="the scores of monetary 4, 4, 0, 4, 4")


@edge
@each(("m", "n_bins"), [(1, 5), (2, 5), (7, 5), (12, 3), (5, 1)])
def test_scores_all_equal(m, n_bins):
    """{m} equal customers score 1 everywhere"""
    equal(rfm_scores(np.tile([3.0, 2.0, 45.5], (m, 1)), n_bins=n_bins), np.ones((m, 3), dtype=int))


@correctness
@each(("m", "n_bins"), [(8, 5), (23, 4), (50, 7), (64, 5)])
def test_random_scores(m, n_bins):
    """Random tables with many ties against comparing each customer with each other one"""
    rng = np.random.default_rng(m)
    table = np.column_stack([rng.integers(12, size=m), rng.geometric(0.4, size=m), rng.normal(scale=9.0, size=m).round() / 8]).astype(float)
    equal(rfm_scores(table, n_bins), scored(table.tolist(), n_bins))
    equal(rfm_scores(table), scored(table.tolist(), 5), what="the scores with the default n_bins")


@numerics
@each("dtype", ["int8", "uint8", "int64"])
def test_scores_of_integers(dtype):
    """A table of {dtype} is scored like one of floats"""
    low, high = np.iinfo(dtype).min if dtype == "int8" else 0, np.iinfo(dtype).max if dtype != "int64" else 10**12
    table = np.array([[low, high, 7], [5, low, low], [high, 3, high], [1, low, 0], [low, 9, 1]]).astype(dtype)
    result = array(rfm_scores(table), shape=(5, 3), kind="i")
    equal(result, scored(table.tolist(), 5))


@contract
def test_scores_empty_or_refused():
    """A table without customers gives integers of shape (0, 3), n_bins < 1 raises ValueError with or without customers"""
    array(rfm_scores(np.zeros((0, 3))), shape=(0, 3), kind="i", what="the scores of an empty table")
    array(rfm_scores(np.zeros((0, 3)), n_bins=3), shape=(0, 3), kind="i", what="the scores of an empty table, n_bins = 3")
    table = np.array([[1.0, 2.0, 3.0], [2.0, 1.0, 9.0]])
    for n_bins in (0, -1, -5):
        with raises(ValueError):
            rfm_scores(table, n_bins=n_bins)
        with raises(ValueError):
            rfm_scores(np.zeros((0, 3)), n_bins=n_bins)
    check(bool(np.all(array(rfm_scores(table, n_bins=1), shape=(2, 3), kind="i") == 1)), "n_bins = 1 gives scores other than 1")


@vectorised
def test_no_loop_in_scores():
    """rfm_scores: the interpreter's work does not grow with the number of customers"""
    rng = np.random.default_rng(4)
    tied, different = rng.integers(9, size=(1000, 3)).astype(float), rng.normal(size=(1000, 3))
    for table in (tied, different):
        flat_growth(lambda m, table=table: rfm_scores(table[:m]), sizes=(200, 1000), what="customers")
