"""Hidden tests for missing-values."""

import statistics

import numpy as np
from solution import Imputer

from drillkit.testing import array, check, close, contract, correctness, each, edge, no_warnings, raises

NAN, INF = np.nan, np.inf
# Column 0: 1, 9, 2.  Column 1: 4, 4, -2, 10.  Column 2: 8.
X = np.array([[1.0, 4.0, NAN], [NAN, 4.0, NAN], [9.0, -2.0, 8.0], [2.0, 10.0, NAN]])


def expected_statistics(matrix, strategy, fill_value):
    """The fill of each column in plain Python."""
    columns = [[v for v in column if v == v] for column in matrix.T.tolist()]
    average = {"mean": statistics.fmean, "median": statistics.median, "constant": lambda _: fill_value}[strategy]
    return np.array([average(column) if column else fill_value for column in columns], dtype=float)


def filled(matrix, values):
    """The matrix with its gaps filled from `values`."""
    out = matrix.astype(float)
    for i, j in np.argwhere(np.isnan(out)):
        out[i, j] = values[j]
    return out


def run(fit_on, transform=None, **options):
    """The result of transform on the rows of fit, or on others."""
    return Imputer(**options).fit(fit_on).transform(fit_on if transform is None else transform)


@correctness
def test_mean():
    """mean fills with the mean of the present entries of the column"""
    close(run(X, strategy="mean"), filled(X, [4.0, 4.0, 8.0]))
    close(Imputer(strategy="mean").fit(X).statistics, [4.0, 4.0, 8.0], what="statistics")


@correctness
def test_median():
    """median fills with the median of the present entries of the column"""
    close(run(X, strategy="median"), filled(X, [2.0, 4.0, 8.0]))
    even = np.array([[1.0, 5.0], [NAN, NAN], [2.0, -3.0], [40.0, NAN], [7.0, NAN]])
    close(Imputer(strategy="median").fit(even).statistics, [4.5, 1.0], what="statistics of columns with an even count")


@correctness
@each("value", [-1.5, 7, 0.0])
def test_constant(value):
    """constant fills with fill_value={value}"""
    close(run(X, strategy="constant", fill_value=value), filled(X, [value] * 3))
    close(Imputer(strategy="constant", fill_value=value).fit(X).statistics, [value] * 3, what="statistics")


@contract
def test_defaults():
    """Without arguments: the mean, fill value 0, no indicators; by position: strategy, fill_value, add_indicator"""
    close(run(X), filled(X, [4.0, 4.0, 8.0]))
    close(run(np.array([[NAN, 1.0], [NAN, 3.0]])), [[0.0, 1.0], [0.0, 3.0]])
    close(Imputer("constant", 3.0, True).fit(X[:2]).transform(X[:2]), [[1, 4, 3, 0, 1], [3, 4, 3, 1, 1]])


@correctness
@each("strategy", ["mean", "median", "constant"])
def test_random_data(strategy):
    """Random data, strategy={strategy!r}"""
    rng = np.random.default_rng(3)
    for n, d in ((1, 1), (6, 1), (40, 5)):
        train, new = rng.normal(size=(n, d), scale=5.0), rng.normal(size=(4, d))
        train[rng.random((n, d)) < 0.3] = NAN
        new[rng.random((4, d)) < 0.5] = NAN
        values = expected_statistics(train, strategy, 2.5)
        imputer = Imputer(strategy=strategy, fill_value=2.5).fit(train)
        close(imputer.statistics, values, what="statistics")
        close(imputer.transform(train), filled(train, values), what="the rows of fit")
        close(imputer.transform(new), filled(new, values), what="new rows")


@correctness
@each("strategy", ["mean", "median"])
def test_new_rows_are_filled_from_fit(strategy):
    """New rows are filled with what fit learned, strategy={strategy!r}"""
    train = np.array([[1.0, 10.0], [3.0, 30.0], [NAN, 20.0]])
    imputer = Imputer(strategy=strategy).fit(train)
    close(imputer.transform(np.array([[100.0, NAN], [NAN, 500.0], [300.0, 700.0]])), [[100.0, 20.0], [2.0, 500.0], [300.0, 700.0]])
    close(imputer.transform(np.array([[NAN, NAN]])), [[2.0, 20.0]], what="a row without any entry")
    close(imputer.statistics, [2.0, 20.0], what="statistics after transform")


@edge
def test_missing_only_at_transform():
    """A column that was complete in fit is filled, and gets no indicator"""
    train = np.array([[1.0, NAN], [5.0, 4.0]])
    new = np.array([[NAN, 1.0], [2.0, NAN]])
    close(run(train, new), [[3.0, 1.0], [2.0, 4.0]])
    close(run(train, new, add_indicator=True), [[3.0, 1.0, 0.0], [2.0, 4.0, 1.0]])


@edge
@each("strategy", ["mean", "median", "constant"])
def test_all_missing_column(strategy):
    """A column with no entry in fit is filled with fill_value, strategy={strategy!r}"""
    train = np.array([[NAN, 2.0, NAN], [NAN, 2.0, NAN]])
    imputer = Imputer(strategy=strategy, fill_value=-7.0).fit(train)
    one = -7.0 if strategy == "constant" else 2.0
    close(imputer.statistics, [-7.0, one, -7.0], what="statistics")
    close(imputer.transform(np.array([[NAN, NAN, 3.0]])), [[-7.0, one, 3.0]])
    close(run(np.array([[NAN]]), strategy=strategy), [[0.0]], what="a single gap")


@edge
def test_average_of_zero():
    """A column whose mean or median is 0 is filled with 0, not with fill_value"""
    train = np.array([[-1.0, 0.0], [NAN, 0.0], [1.0, NAN], [0.0, NAN]])
    for strategy in ("mean", "median"):
        close(run(train, strategy=strategy, fill_value=9.0), filled(train, [0.0, 0.0]), what=f"filled by {strategy}")


@contract
@each("strategy", ["mean", "median", "constant"])
def test_no_warning(strategy):
    """A column with no entry gives no warning, strategy={strategy!r}"""
    train = np.array([[NAN, 2.0], [NAN, NAN]])
    with no_warnings():
        result = run(train, strategy=strategy, fill_value=2.0, add_indicator=True)
    close(result, [[2.0, 2.0, 1.0, 0.0], [2.0, 2.0, 1.0, 1.0]])


@edge
def test_infinity_is_not_missing():
    """Infinity is an entry like any other"""
    train = np.array([[INF, 1.0, -INF], [NAN, NAN, 2.0], [3.0, 5.0, NAN], [4.0, NAN, 6.0], [NAN, NAN, NAN]])
    imputer = Imputer(strategy="median").fit(train)
    close(imputer.statistics, [4.0, 3.0, 2.0], what="statistics")
    close(imputer.transform(np.array([[-INF, INF, NAN]])), [[-INF, INF, 2.0]])
    close(run(np.array([[INF, 1.0], [2.0, 3.0]]), add_indicator=True), [[INF, 1.0], [2.0, 3.0]], what="no gaps at all")


@correctness
def test_indicators():
    """Indicators follow the data, one for each column with gaps, in column order"""
    expected = np.hstack([filled(X, [4.0, 4.0, 8.0]), [[0.0, 1.0], [1.0, 1.0], [0.0, 0.0], [0.0, 1.0]]])
    close(run(X, add_indicator=True), expected)
    train = np.array([[NAN, 1.0, NAN, 2.0], [1.0, 1.0, 5.0, NAN]])
    close(run(train, strategy="constant", add_indicator=True), [[0, 1, 0, 2, 1, 1, 0], [1, 1, 5, 0, 0, 0, 1]], what="with a constant")


@correctness
def test_indicators_are_fixed_by_fit():
    """Complete new rows keep their indicators, all 0"""
    close(run(X, np.array([[1.0, 2.0, 3.0]]), add_indicator=True), [[1.0, 2.0, 3.0, 0.0, 0.0]])
    new = np.array([[NAN, NAN, 1.0], [1.0, NAN, NAN]])
    close(run(X, new, add_indicator=True), [[4.0, 4.0, 1.0, 1.0, 0.0], [1.0, 4.0, 8.0, 0.0, 1.0]], what="new rows with gaps")


@edge
def test_no_indicator_needed():
    """Without gaps in fit there is no indicator"""
    complete = np.array([[1.0, 2.0], [3.0, 5.0]])
    close(run(complete, add_indicator=True), complete)
    close(run(complete, np.array([[NAN, NAN]]), add_indicator=True), [[2.0, 3.5]])


@edge
def test_no_rows():
    """No rows give a result of shape (0, d + k)"""
    array(run(X, X[:0]), shape=(0, 3), kind="f")
    array(run(X, X[:0], add_indicator=True), shape=(0, 5), kind="f")


@contract
@each("dtype", ["int8", "int64"])
def test_integers(dtype):
    """{dtype} data give floats, means and medians keep their fractions"""
    train = np.array([[100, 3], [101, 4], [125, 4]], dtype=dtype)
    imputer = Imputer().fit(train)
    close(imputer.statistics, [326 / 3, 11 / 3], what="statistics")
    array(imputer.transform(train), shape=(3, 2), kind="f")
    even = np.array([[100, 3], [101, 4], [125, 3], [127, 4]], dtype=dtype)
    close(Imputer(strategy="median").fit(even).statistics, [113.0, 3.5], what="medians of an even count")
    close(imputer.transform(np.array([[NAN, 1.0]])), [[326 / 3, 1.0]])
    close(Imputer(add_indicator=True).fit(X[:, :2]).transform(train), [[100.0, 3.0, 0.0], [101.0, 4.0, 0.0], [125.0, 4.0, 0.0]])


@contract
def test_refitting_replaces_everything():
    """A second fit replaces statistics, indicators and the number of columns"""
    imputer = Imputer(add_indicator=True).fit(X)
    imputer.fit(np.array([[5.0, NAN], [7.0, 1.0]]))
    close(imputer.statistics, [6.0, 1.0], what="statistics")
    close(imputer.transform(np.array([[NAN, NAN]])), [[6.0, 1.0, 1.0]])
    imputer.fit(np.array([[5.0, NAN, 1.0], [7.0, 1.0, 3.0]])).fit(np.array([[5.0, 2.0, 1.0], [7.0, 4.0, NAN]]))
    close(imputer.transform(np.array([[NAN, NAN, NAN]])), [[6.0, 3.0, 1.0, 1.0]], what="the result after a third fit, with a gap in column 2 alone")


@contract
def test_fit_returns_the_imputer():
    """fit returns the imputer itself, fitted"""
    imputer = Imputer()
    fitted = imputer.fit(X)
    check(fitted is imputer, "fit returns another object than the imputer itself", returned=fitted)
    close(imputer.transform(np.array([[NAN, NAN, NAN]])), [[4.0, 4.0, 8.0]])


@contract
def test_data_left_alone():
    """X is not filled in place, and the result shares no memory with what comes later"""
    train, complete = X.copy(), np.array([[1.0, 2.0, 3.0]])
    imputer = Imputer().fit(train)
    close(imputer.transform(train), filled(X, [4.0, 4.0, 8.0]))
    close(train, X, what="X after the calls")
    close(imputer.transform(complete), [[1.0, 2.0, 3.0]])
    close(imputer.transform(np.array([[NAN] * 3])), [[4.0, 4.0, 8.0]], what="a later result")


@contract
@each("strategy", ["mode", "Mean", "", None], ids=repr)
def test_unknown_strategy(strategy):
    """strategy={strategy!r} raises ValueError, at the latest in fit"""
    with raises(ValueError):
        Imputer(strategy=strategy).fit(X)


@contract
def test_wrong_shapes():
    """A 1-D X, or another number of columns, raises ValueError"""
    with raises(ValueError):
        Imputer().fit(np.array([1.0, NAN, 3.0]))
    imputer = Imputer().fit(X)
    for new in (np.array([1.0, NAN, 3.0]), X[:, :2], X[:, :1], np.hstack([X, X]), X[:0, :2]):
        with raises(ValueError):
            imputer.transform(new)
    one = Imputer().fit(np.array([[1.0], [NAN]]))
    with raises(ValueError):
        one.transform(X)


@contract
def test_not_fitted():
    """transform before fit raises RuntimeError"""
    for strategy in ("mean", "constant"):
        with raises(RuntimeError):
            Imputer(strategy=strategy).transform(X)
