"""Hidden tests for one-hot."""

import numpy as np
from solution import OneHotEncoder

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
    memory,
    numerics,
    peak_memory,
    raises,
    stretch,
    vectorised,
)


def expected_rows(values, categories):
    """The matrix cell by cell."""
    return np.array([[1.0 if value == category else 0.0 for category in categories] for value in values]).reshape(len(values), len(categories))


def encode(fit_on, values=None, **options):
    return OneHotEncoder(**options).fit(fit_on).transform(fit_on if values is None else values)


@correctness
def test_columns_in_sorted_order():
    """Categories are sorted, without duplicates, whatever their order in fit"""
    encoder = OneHotEncoder().fit(np.array([30, 10, 30, -20, 10]))
    equal(encoder.categories, [-20, 10, 30], what="categories")
    close(encoder.transform(np.array([30, 10, 30, -20, 10])), [[0, 0, 1], [0, 1, 0], [0, 0, 1], [1, 0, 0], [0, 1, 0]])


@correctness
def test_strings():
    """Strings are categories"""
    encoder = OneHotEncoder().fit(np.array(["red", "green", "blue", "green"]))
    equal(encoder.categories, ["blue", "green", "red"], what="categories")
    close(encoder.transform(np.array(["red", "green", "blue", "green"])), [[0, 0, 1], [0, 1, 0], [1, 0, 0], [0, 1, 0]])


@correctness
def test_values_are_not_columns():
    """Whole numbers are categories, not column numbers"""
    close(encode(np.array([1, 2, 5])), np.eye(3))
    close(encode(np.array([1, 2, 0, 4]), np.array([4, 1])), [[0, 0, 0, 1], [0, 1, 0, 0]])
    close(encode(np.array([-1, 1, -2])), [[0, 1, 0], [0, 0, 1], [1, 0, 0]])


@correctness
def test_booleans_and_floats():
    """Booleans and floats are categories"""
    encoder = OneHotEncoder().fit(np.array([True, False, True]))
    equal(encoder.categories, [False, True], what="categories")
    close(encoder.transform(np.array([True, False])), [[0, 1], [1, 0]])
    encoder = OneHotEncoder().fit(np.array([0.5, -1.25, 2.0, 0.5]))
    equal(encoder.categories, [-1.25, 0.5, 2.0], what="categories")
    close(encoder.transform(np.array([2.0, -1.25])), [[0, 0, 1], [1, 0, 0]])
    close(encode(np.array([0.1, 0.1 + 1e-12, 0.75])), np.eye(3), what="the rows of floats that are nearly equal")


@correctness
@each("unknown", ["error", "ignore"])
def test_random_values(unknown):
    """Random integers and strings, handle_unknown={unknown!r}"""
    rng = np.random.default_rng(5)
    words = np.array(["a", "ab", "abc", "b", "ba", "zz", "Zz", ""])
    for pool in (np.arange(-40, 60, 7), words):
        train = rng.choice(pool, size=30)
        encoder = OneHotEncoder(handle_unknown=unknown).fit(train)
        categories = sorted(set(train.tolist()))
        equal(encoder.categories, categories, what="categories")
        new = rng.choice(pool if unknown == "ignore" else np.array(categories), size=25)
        close(encoder.transform(new), expected_rows(new.tolist(), categories))


@correctness
def test_transform_uses_the_fitted_categories():
    """A few of the categories still give all columns"""
    encoder = OneHotEncoder().fit(np.array(["d", "b", "a", "c"]))
    close(encoder.transform(np.array(["c", "b", "c"])), [[0, 0, 1, 0], [0, 1, 0, 0], [0, 0, 1, 0]])
    close(encoder.transform(np.array(["a", "d"])), [[1, 0, 0, 0], [0, 0, 0, 1]])
    equal(encoder.categories, ["a", "b", "c", "d"], what="categories after transform")


@edge
@each("unknown", ["error", "ignore"])
def test_one_row_and_no_rows(unknown):
    """One row gives (1, c), none (0, c), handle_unknown={unknown!r}"""
    encoder = OneHotEncoder(handle_unknown=unknown).fit(np.array(["b", "a", "c"]))
    close(encoder.transform(np.array(["c"])), [[0.0, 0.0, 1.0]])
    array(encoder.transform(np.array([], dtype="<U1")), shape=(0, 3), kind="f", what="the result for no rows")


@edge
def test_one_category():
    """A single category gives a column of ones"""
    close(encode(np.array([7, 7, 7])), [[1.0], [1.0], [1.0]])
    close(encode(np.array(["x"]), np.array(["y", "x", "a"]), handle_unknown="ignore"), [[0.0], [1.0], [0.0]])
    equal(OneHotEncoder().fit(np.array(["x"])).inverse_transform(np.array([[1.0]])), ["x"], what="the inverse")


@edge
def test_one_of_the_two_booleans():
    """If fit sees only one of True and False, there is one category"""
    for value in (True, False):
        encoder = OneHotEncoder(handle_unknown="ignore").fit(np.array([value, value]))
        equal(encoder.categories, [value], what="categories")
        close(encoder.transform(np.array([True, False])), [[float(value)], [float(not value)]], what=f"True and False after a fit to {value}")


@numerics
def test_large_integers():
    """Large integers that differ by 1 are different categories"""
    for values in (np.array([2**53, 2**53 + 1, -(2**62), -(2**62) - 1]), np.array([2**64 - 1, 5, 2**63, 2**63 + 1], dtype=np.uint64)):
        encoder = OneHotEncoder().fit(values)
        equal(encoder.categories, np.sort(values), what="categories")
        matrix = encoder.transform(values)
        close(matrix, expected_rows(values.tolist(), sorted(values.tolist())))
        equal(encoder.inverse_transform(matrix), values, what="the inverse")


@contract
def test_fraction_among_integers():
    """A fraction is unknown to an encoder fitted to integers, not cut to a whole number"""
    encoder = OneHotEncoder(handle_unknown="ignore").fit(np.array([0, 1, 2]))
    close(encoder.transform(np.array([1.5, 0.25, -0.5, 2.75])), np.zeros((4, 3)))
    strict = OneHotEncoder().fit(np.array([0, 1, 2]))
    with raises(ValueError):
        strict.transform(np.array([1.5]))


@numerics
@each("dtype", ["int8", "uint8"])
def test_narrow_integers(dtype):
    """{dtype} values over the whole range, and wider ones in transform"""
    low, high = np.iinfo(dtype).min, np.iinfo(dtype).max
    encoder = OneHotEncoder(handle_unknown="ignore").fit(np.array([high, low, 3, 100], dtype=dtype))
    close(encoder.transform(np.array([3, high, low], dtype=dtype)), [[0, 1, 0, 0], [0, 0, 0, 1], [1, 0, 0, 0]])
    close(encoder.transform(np.array([3 + 256, high + 1, 100, low - 256])), [[0] * 4, [0] * 4, [0, 0, 1, 0], [0] * 4], what="rows of int64 values")


UNKNOWN = {"below": -5, "between": 12, "just below one": 9, "above": 99}


@contract
@each("place", list(UNKNOWN))
def test_unknown_is_an_error(place):
    """An unknown value {place} the fitted ones raises ValueError under "error", the default"""
    encoder = OneHotEncoder().fit(np.array([10, 20, 30]))
    with raises(ValueError):
        encoder.transform(np.array([10, UNKNOWN[place], 30]))
    with raises(ValueError):
        OneHotEncoder(handle_unknown="error").fit(np.array(["b", "d"])).transform(np.array(["b", "acz"[list(UNKNOWN).index(place) % 3]]))


@contract
def test_unknown_is_ignored():
    """With "ignore" an unknown value gives a row of zeros"""
    encoder = OneHotEncoder(handle_unknown="ignore").fit(np.array([10, 20, 30]))
    close(encoder.transform(np.array([20, -5, 12, 9, 99, 30])), [[0, 1, 0], [0, 0, 0], [0, 0, 0], [0, 0, 0], [0, 0, 0], [0, 0, 1]])
    close(encoder.transform(np.array([11])), [[0, 0, 0]], what="a single unknown value")
    encoder = OneHotEncoder("ignore").fit(np.array(["b", "d"]))
    close(encoder.transform(np.array(["a", "b", "c", "d", "e"])), [[0, 0], [1, 0], [0, 0], [0, 1], [0, 0]], what="rows of strings")


@contract
def test_longer_string_is_unknown():
    """A string longer than every fitted one is unknown, not cut to fit"""
    encoder = OneHotEncoder(handle_unknown="ignore").fit(np.array(["car", "bus"]))
    close(encoder.transform(np.array(["cars", "bus", "busses", "ca"])), [[0, 0], [1, 0], [0, 0], [0, 0]])
    close(encoder.transform(np.array(["car ", " bus", "car"])), [[0, 0], [0, 0], [0, 1]], what="rows of strings with spaces")
    strict = OneHotEncoder().fit(np.array(["car", "bus"]))
    with raises(ValueError):
        strict.transform(np.array(["cars"]))


@correctness
def test_inverse():
    """inverse_transform gives the category of the 1 in each row"""
    encoder = OneHotEncoder().fit(np.array([30, 10, 20]))
    equal(encoder.inverse_transform(np.array([[0.0, 0.0, 1.0], [1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]])), [30, 10, 20, 30])
    encoder = OneHotEncoder().fit(np.array(["no", "yes"]))
    equal(encoder.inverse_transform(np.array([[0.0, 1.0], [1.0, 0.0]])), ["yes", "no"])


@contract
@each(("kind", "values"), [("i", [3, 1, 2]), ("U", ["pear", "fig"]), ("b", [True, False]), ("f", [0.5, 1.0])], ids=["integers", "strings", "booleans", "floats"])
def test_inverse_types(kind, values):
    """The inverse has the kind of the fitted values"""
    encoder = OneHotEncoder().fit(np.array(values))
    back = encoder.inverse_transform(encoder.transform(np.array(values)))
    equal(array(back, shape=(len(values),), kind=kind), np.array(values))


@edge
def test_inverse_of_a_zero_row():
    """A row of zeros gives None, also for the first category's column"""
    encoder = OneHotEncoder(handle_unknown="ignore").fit(np.array(["a", "b", "c"]))
    equal(as_list(encoder.inverse_transform(np.array([[0.0, 0.0, 0.0], [1.0, 0.0, 0.0], [0.0, 0.0, 1.0]]))), [None, "a", "c"])
    encoder = OneHotEncoder(handle_unknown="ignore").fit(np.array([0, 5]))
    equal(as_list(encoder.inverse_transform(encoder.transform(np.array([5, 3, 0])))), [5, None, 0], what="the inverse for integers")
    equal(as_list(encoder.inverse_transform(np.zeros((2, 2)))), [None, None], what="the inverse of zeros alone")


def as_list(result):
    """The entries of an object array or a list, NumPy scalars as Python's."""
    check(isinstance(result, np.ndarray | list | tuple), "wrong type: expected an array", returned=result)
    return [item.item() if isinstance(item, np.generic) else item for item in result]


@correctness
def test_round_trip():
    """inverse_transform(transform(v)) is v"""
    rng = np.random.default_rng(6)
    for pool in (np.arange(-9, 9, 2), np.array(["a", "ab", "", "B", "long words"]), np.array([0.25, -3.5, 1e300, 1e-300])):
        values = rng.choice(pool, size=40)
        encoder = OneHotEncoder().fit(pool)
        equal(encoder.inverse_transform(encoder.transform(values)), values)


@edge
def test_inverse_of_no_rows():
    """The inverse of a (0, c) matrix is empty"""
    encoder = OneHotEncoder().fit(np.array([4, 2, 9]))
    array(encoder.inverse_transform(np.zeros((0, 3))), shape=(0,))


@contract
def test_fit_returns_the_encoder():
    """fit returns the encoder itself, fitted"""
    encoder = OneHotEncoder()
    fitted = encoder.fit(np.array([3, 1]))
    check(fitted is encoder, "fit returns another object than the encoder itself", returned=fitted)
    close(encoder.transform(np.array([3])), [[0.0, 1.0]])


@contract
def test_refitting_replaces():
    """A second fit replaces the categories"""
    encoder = OneHotEncoder(handle_unknown="ignore").fit(np.array([1, 2, 3, 4]))
    encoder.fit(np.array([9, 2]))
    equal(encoder.categories, [2, 9], what="categories")
    close(encoder.transform(np.array([9, 1, 2])), [[0, 1], [0, 0], [1, 0]])
    encoder.fit(np.array(["b", "a"]))
    close(encoder.transform(np.array(["b", "a"])), [[0, 1], [1, 0]], what="rows after a fit to strings")


@contract
def test_values_left_alone():
    """Arguments are not modified"""
    values, matrix = np.array([5, 1, 5, 3]), np.array([[0.0, 1.0, 0.0], [0.0, 0.0, 0.0]])
    encoder = OneHotEncoder().fit(values)
    close(encoder.transform(values), [[0, 0, 1], [1, 0, 0], [0, 0, 1], [0, 1, 0]])
    equal(as_list(encoder.inverse_transform(matrix)), [3, None])
    equal(values, [5, 1, 5, 3], what="values after the calls")
    equal(matrix, [[0.0, 1.0, 0.0], [0.0, 0.0, 0.0]], what="the matrix after the call")


@contract
@each("option", ["raise", "Error", "", None], ids=repr)
def test_unknown_option(option):
    """handle_unknown={option!r} raises ValueError, at the latest in fit"""
    with raises(ValueError):
        OneHotEncoder(handle_unknown=option).fit(np.array([1, 2]))


@contract
def test_wrong_number_of_columns():
    """The inverse of a matrix without exactly c columns raises ValueError"""
    encoder = OneHotEncoder(handle_unknown="ignore").fit(np.array(["a", "b", "c"]))
    for c in (2, 4, 1, 0):
        for n in (3, 1):
            matrix = np.zeros((n, c))
            matrix[:, :1] = 1.0
            with raises(ValueError):
                encoder.inverse_transform(matrix)


@contract
def test_not_fitted():
    """transform and inverse_transform before fit raise RuntimeError"""
    for option in ("error", "ignore"):
        with raises(RuntimeError):
            OneHotEncoder(handle_unknown=option).transform(np.array([1, 2]))
        with raises(RuntimeError):
            OneHotEncoder(handle_unknown=option).inverse_transform(np.eye(2))


@vectorised
@each("sort", ["integers", "strings"])
def test_no_loop_over_rows(sort):
    """The interpreter's work does not grow with the number of rows, {sort}"""
    rng = np.random.default_rng(7)
    pool = np.array([3, 1, 8, 5]) if sort == "integers" else np.array(["c", "a", "dd", "b"])
    values = rng.choice(pool, size=1200)
    matrix = expected_rows(values.tolist(), sorted(pool.tolist()))
    encoder = OneHotEncoder().fit(pool)
    flat_growth(lambda n: OneHotEncoder().fit(values[:n]), sizes=(200, 1200), what="rows of fit")
    flat_growth(lambda n: encoder.transform(values[:n]), sizes=(200, 1200), what="rows of transform")
    flat_growth(lambda n: encoder.inverse_transform(matrix[:n]), sizes=(200, 1200), what="rows of inverse_transform")


@stretch
@memory
def test_memory():
    """transform makes nothing of size n × c but its result"""
    n, c = 4000, 100
    values = np.arange(n) % c
    encoder = OneHotEncoder().fit(values)
    peak_memory(lambda: encoder.transform(values), limit=8 * n * c + 80 * n + 65536, what="the result and 10 numbers a row")
