"""Hidden tests for out-of-fold target encoding."""

import math

import numpy as np
from solution import TargetEncoder

from drillkit.testing import array, check, close, contract, correctness, each, edge, equal, flat_growth, number, raises, stretch, vectorised


def value(category, rows, m):
    """The smoothed mean of `category` from (category, target) pairs, counted by hand."""
    targets = [t for c, t in rows if c == category]
    prior = math.fsum(t for _, t in rows) / len(rows)
    return (math.fsum(targets) + m * prior) / (len(targets) + m) if targets else prior


def pairs(x, y):
    return list(zip(x.tolist(), [float(t) for t in y], strict=True))


def encoded(x, y, **options):
    """The result of fit_transform by a new encoder."""
    return array(TargetEncoder(**options).fit_transform(x, y), shape=(len(x),), kind="f", what="fit_transform")


def out_of_fold(x, y, m, fold):
    """What fit_transform should give when row i is in fold[i]."""
    rows = pairs(x, y)
    return [value(rows[i][0], [row for j, row in enumerate(rows) if fold[j] != fold[i]], m) for i in range(len(rows))]


def folds(n, n_folds, seed=0):
    """The fold of each row. With a single category a row becomes the mean outside its fold, which tells the fold."""
    y = np.random.default_rng(1).normal(size=n)
    result = encoded(np.zeros(n, dtype=int), y, m=1.0, n_folds=n_folds, seed=seed)
    fold = np.unique(result.round(9), return_inverse=True)[1].ravel()
    sizes = np.bincount(fold)
    check(
        len(sizes) == n_folds and sizes.max() - sizes.min() <= 1,
        f"with one category, a row is the mean target outside its fold; {n} rows in {n_folds} folds should then give {n_folds} values "
        f"for {n // n_folds} to {-(-n // n_folds)} rows each, and give {len(sizes)} for {sizes.min()} to {sizes.max()}",
        returned=result,
    )
    return fold


def random_rows(n, categories, seed):
    rng = np.random.default_rng(seed)
    return rng.integers(categories, size=n), rng.normal(loc=3.0, scale=5.0, size=n).round(2)


@correctness
def test_by_hand():
    """fit and transform: (sum + m · prior) / (count + m)"""
    x, y = np.array(["a", "b", "a", "c", "a"]), np.array([1.0, 5.0, 3.0, -2.0, 8.0])
    encoder = TargetEncoder(m=2.0).fit(x, y)
    close(number(encoder.prior, what="prior"), 3.0, what="prior")
    close(encoder.transform(np.array(["c", "a", "b"])), [4 / 3, 18 / 5, 11 / 3], what="c, a and b with m = 2")
    close(TargetEncoder().fit(x, y).transform(x), [42 / 13, 35 / 11, 42 / 13, 28 / 11, 42 / 13], what="x with m = 10, the default")
    close(TargetEncoder(m=1e12).fit(x, y).transform(x), [3.0] * 5, atol=1e-6, what="x with m = 1e12")


@correctness
@each(("n", "categories", "m"), [(1, 1, 3.0), (2, 5, 0.5), (30, 4, 10.0), (80, 25, 2)])
def test_random_categories(n, categories, m):
    """fit and transform on random rows, seen and new"""
    x, y = random_rows(n, categories, 2)
    new = np.arange(-2, categories + 3)
    encoder = TargetEncoder(m, 7, 3)
    encoder.fit(x, y)
    close(encoder.transform(x), [value(c, pairs(x, y), m) for c in x.tolist()], what=f"the rows of fit, m = {m}")
    close(encoder.transform(new), [value(c, pairs(x, y), m) for c in new.tolist()], what=f"new rows, m = {m}")


@contract
@each(
    "categories",
    [
        np.array(["rome", "paris", "a long name of a town", "os"]),
        np.array([7, -3, 10**12, 0]),
        np.array([100, -100, 127, -128], dtype=np.int8),
        np.array([255, 0, 128, 1], dtype=np.uint8),
        np.array([0.5, -2.25, 1e9, 0.0]),
        np.array([True, False]),
    ],
)
def test_category_types(categories):
    """Categories may be strings, integers of any size and sign, floats, booleans"""
    k = len(categories)
    codes = np.array([0, 1, 0, k - 1, k - 2, 0, 1])
    y = np.array([4.0, 1.0, 7.0, -3.0, 0.5, 2.0, 8.0])
    rows = pairs(codes, y)
    encoder = TargetEncoder(m=1.5).fit(categories[codes], y)
    close(encoder.transform(categories), [value(c, rows, 1.5) for c in range(k)], what=f"each of {categories.tolist()}")
    result = encoded(categories[codes], y, m=1.5, n_folds=7)
    close(result, out_of_fold(codes, y, 1.5, range(7)), what=f"fit_transform of {categories[codes].tolist()}")


@contract
@each(
    "y",
    [
        np.array([0, 1, 1, 0, 1, 1]),
        np.array([True, False, False, True, True, True]),
        np.array([120, 100, -7, 90, 127, 99], np.int8),
        np.array([9, 8, 7, 9, 5, 8], np.int64) * 10**18,
    ],
)
def test_target_types(y):
    """Integer and boolean targets give fractions, and sums of integers do not wrap around"""
    x = np.array(["u", "v", "u", "v", "v", "u"])
    encoder = TargetEncoder(m=1).fit(x, y)
    close(number(encoder.prior, what="prior"), sum(y.tolist()) / 6, what="prior")
    close(encoder.transform(x), [value(c, pairs(x, y), 1.0) for c in x.tolist()], what=f"transform, y of {y.dtype}")
    close(encoded(x, y, m=1, n_folds=6), out_of_fold(x, y, 1.0, range(6)), what=f"fit_transform, y of {y.dtype}")


@edge
@each("m", [10.0, 0.5, 0.0])
def test_unseen(m):
    """A category that fit has not seen becomes the prior, also for m = 0"""
    y = np.array([1.0, 2.0, 6.0, 7.0])
    encoder = TargetEncoder(m=m).fit(np.array([5, -5, 5, 9]), y)
    close(encoder.transform(np.array([-9, 0, 6, 100])), [4.0] * 4, what=f"-9, 0, 6 and 100 after 5, -5 and 9, m = {m}")
    encoder = TargetEncoder(m=m).fit(np.array(["oak", "elm", "oak", "fir"]), y)
    new = np.array(["oaks", "fir ", "ash", "Oak", "yew", "el", ""])
    close(encoder.transform(new), [4.0] * 7, what=f"{new.tolist()} after oak, elm and fir, m = {m}")


@edge
def test_no_smoothing():
    """m = 0 gives the plain mean of each category"""
    x, y = np.array([3, 1, 3, 3, 2]), np.array([1.0, -7.0, 2.0, 6.0, 0.0])
    close(TargetEncoder(m=0.0).fit(x, y).transform(np.array([1, 2, 3])), [-7.0, 0.0, 3.0], what="transform")
    close(encoded(x, y, m=0, n_folds=5), [4.0, 2.25, 3.5, 1.5, 0.5], what="fit_transform, leave one out")


@correctness
@each(("n", "n_folds"), [(12, 3), (11, 2), (7, 7)])
def test_own_target(n, n_folds):
    """Changing y[i] does not change result i of fit_transform"""
    x, y = random_rows(n, 3, 4)
    before = encoded(x, y, n_folds=n_folds)
    for i in range(n):
        changed = np.where(np.arange(n) == i, y + 1000.0, y)
        after = encoded(x, changed, n_folds=n_folds)
        close(after[i], float(before[i]), atol=1e-6, what=f"result {i}, after 1000 is added to y[{i}],")


@correctness
@each(("n", "n_folds"), [(12, 3), (11, 4)])
def test_own_fold(n, n_folds):
    """Changing y[i] changes the results outside the fold of row i, and none in it"""
    x, y = random_rows(n, 3, 5)
    before = encoded(x, y, n_folds=n_folds)
    same = np.array([abs(encoded(x, y + 1000.0 * (np.arange(n) == i), n_folds=n_folds) - before) < 1e-6 for i in range(n)])
    for i in range(n):
        check(
            n // n_folds <= same[i].sum() <= -(-n // n_folds),
            f"{n} rows in {n_folds} folds: after a change of y[{i}], {same[i].sum()} results are as before; "
            f"it should be the fold of row {i}, {n // n_folds} to {-(-n // n_folds)} rows",
            returned=np.flatnonzero(same[i]),
        )
    equal(same, same.T, what="whether a change of y[i] leaves result j as it was, and of y[j] result i")


@contract
@each(("n", "n_folds"), [(10, 5), (11, 5), (14, 5), (9, 2), (20, 7), (5, 4), (6, 6), (2, 2)])
def test_fold_sizes(n, n_folds):
    """Every row is in one of n_folds folds, and their sizes differ by at most one"""
    equal(len(set(folds(n, n_folds).tolist())), n_folds, what=f"the number of folds of {n} rows")


@correctness
def test_folds_are_shuffled():
    """Folds are neither runs of neighbours nor every n_folds-th row"""
    n, n_folds = 60, 4
    adjacent = [np.mean(np.diff(folds(n, n_folds, seed)) == 0) for seed in range(3)]
    check(
        0.05 < np.mean(adjacent) < 0.6,
        f"{n} rows in {n_folds} folds, three seeds: of two rows next to each other a shuffle puts about 0.24 into the same fold",
        returned=np.array(adjacent),
    )


@correctness
@each(("n", "n_folds", "m"), [(12, 2, 1.0), (23, 5, 10.0), (24, 5, 0.5), (40, 3, 0.0)])
def test_out_of_fold_values(n, n_folds, m):
    """Each row is encoded by sum, count and prior of the rows outside its fold, in the order of the rows"""
    fold = folds(n, n_folds, seed=3)
    for seed in (6, 7):
        x, y = random_rows(n, 4, seed)
        close(encoded(x, y, m=m, n_folds=n_folds, seed=3), out_of_fold(x, y, m, fold), what=f"{n} rows, {n_folds} folds, m = {m}")


@edge
@each("m", [10.0, 1.0, 0.0])
def test_category_absent_elsewhere(m):
    """A category absent outside the fold becomes the prior of the rows outside"""
    n = 13
    y, fold = np.arange(n) ** 2.0, folds(n, 4)
    priors = [float(np.mean(y[fold != fold[i]])) for i in range(n)]
    close(encoded(np.array([f"id {i}" for i in range(n)]), y, m=m, n_folds=4), priors, what=f"13 rows of 13 categories, m = {m}")


@correctness
@each(("n", "m"), [(2, 10.0), (9, 10.0), (9, 0.0), (16, 2.5)])
def test_leave_one_out(n, m):
    """n_folds = n is leave-one-out"""
    x, y = random_rows(n, 3, 8)
    close(encoded(x, y, m=m, n_folds=n, seed=5), out_of_fold(x, y, m, range(n)), what=f"{n} rows in {n} folds, m = {m}")


@contract
def test_folds_ignore_the_data():
    """The folds are the same for other x, other y and another m"""
    n = 14
    ordered = np.repeat([0, 1], 7)
    fold = folds(n, 4)
    for x, y, m in (
        (ordered, np.arange(14.0), 10.0),
        (ordered[::-1], -np.arange(14.0), 1.0),
        (np.arange(14) % 5, 1.0 * ordered, 3.0),
        (np.arange(14) % 2, np.arange(14) ** 2.0, 0.25),
    ):
        close(encoded(x, y, m=m, n_folds=4), out_of_fold(x, y, m, fold), what=f"x = {x.tolist()}, y = {y.tolist()}, m = {m}, where the folds")


@contract
def test_seed():
    """The same seed gives the same result, call after call, and another seed another"""
    x, y = random_rows(40, 4, 9)
    encoder = TargetEncoder(seed=4)
    first = array(encoder.fit_transform(x, y), shape=(40,), kind="f")
    close(encoder.fit_transform(x, y), first, what="a second call of fit_transform")
    close(encoded(x, y, seed=4), first, what="the result of another encoder with the same seed")
    close(encoded(x, y), encoded(x, y, m=10.0, n_folds=5, seed=0), what="the result of TargetEncoder()")
    for seed in (0, 5):
        other = encoded(x, y, seed=seed)
        check(float(np.max(np.abs(other - first))) > 1e-6, f"seeds 4 and {seed} give the same result", returned=other)


@contract
def test_fitted_on_all_rows():
    """After fit_transform the encoder is that of fit"""
    x, y = random_rows(17, 4, 10)
    encoder = TargetEncoder(m=3.0, n_folds=4)
    array(encoder.fit_transform(x, y), shape=(17,), kind="f")
    close(number(encoder.prior, what="prior"), math.fsum(y.tolist()) / 17, what="prior after fit_transform")
    close(encoder.transform(np.arange(6)), [value(c, pairs(x, y), 3.0) for c in range(6)], what="transform after fit_transform")


@contract
def test_fit_returns_the_encoder():
    """fit returns the encoder itself, fitted"""
    encoder = TargetEncoder(m=1.0)
    fitted = encoder.fit(np.array([1, 2]), np.array([10.0, 30.0]))
    check(fitted is encoder, "fit returns another object than the encoder itself", returned=fitted)
    close(encoder.transform(np.array([1, 2])), [15.0, 25.0])


@contract
def test_fit_again():
    """A second fit replaces the first, and two encoders keep their own values"""
    encoder, other = TargetEncoder(m=1.0), TargetEncoder(m=0.0)
    other.fit(np.array([1, 2]), np.array([10.0, 30.0]))
    encoder.fit(np.array([1, 2]), np.array([10.0, 30.0]))
    encoder.fit(np.array([2, 3, 3]), np.array([6.0, 0.0, 0.0]))
    close(encoder.transform(np.array([1, 2, 3])), [2.0, 4.0, 2 / 3], what="1, 2 and 3 after a second fit without 1")
    close(other.transform(np.array([1, 2, 3])), [10.0, 30.0, 20.0], what="1, 2 and 3 by the other encoder")


@contract
def test_refuses():
    """m < 0, n_folds < 2 or > n, different lengths and no rows raise ValueError; fit takes fewer rows than folds"""
    x, y = np.array([0, 1, 0, 1]), np.array([1.0, 2.0, 3.0, 4.0])
    close(TargetEncoder(m=1.0).fit(x[:2], y[:2]).transform(x[:1]), [1.25], what="fit on 2 rows with n_folds = 5")
    for rows, targets in ((x, y[:3]), (x[:3], y), (x, y[:1]), (x[:0], y[:0]), (x[:0], y), (x, y[:0])):
        with raises(ValueError):
            TargetEncoder(n_folds=2).fit(rows, targets)
        with raises(ValueError):
            TargetEncoder(n_folds=2).fit_transform(rows, targets)
    for m in (-1.0, -1e-9):
        with raises(ValueError):
            TargetEncoder(m=m).fit(x, y)
        with raises(ValueError):
            TargetEncoder(m=m, n_folds=2).fit_transform(x, y)
    for n_folds in (1, 0, -2, 5, 9):
        with raises(ValueError):
            TargetEncoder(n_folds=n_folds).fit_transform(x, y)
    with raises(ValueError):
        TargetEncoder().fit_transform(x, y)


@contract
def test_not_fitted():
    """transform before any fit raises RuntimeError"""
    with raises(RuntimeError):
        TargetEncoder().transform(np.array([1, 2]))
    with raises(RuntimeError):
        TargetEncoder(m=0.0).transform(np.array(["a"]))


@vectorised
def test_no_loop_over_rows():
    """The interpreter's work does not grow with the number of rows"""
    y = np.random.default_rng(11).normal(size=1200)
    for x in (np.arange(1200) % 7, np.array(["a", "bc", "d"])[np.arange(1200) % 3]):
        fitted = TargetEncoder().fit(x, y)
        flat_growth(lambda n, x=x: TargetEncoder().fit(x[:n], y[:n]), sizes=(200, 1200), what="rows")
        flat_growth(lambda n, x=x, fitted=fitted: fitted.transform(x[:n]), sizes=(200, 1200), what="new rows")
        flat_growth(lambda n, x=x: TargetEncoder().fit_transform(x[:n], y[:n]), sizes=(200, 1200), what="training rows")


@stretch
@vectorised
def test_no_loop_over_categories():
    """The interpreter's work does not grow with the number of categories"""
    y = np.random.default_rng(12).normal(size=1500)
    flat_growth(lambda c: TargetEncoder().fit_transform(np.arange(1500) % c, y), sizes=(100, 700), what="categories")
    fitted = TargetEncoder().fit(np.arange(700), y[:700])
    flat_growth(lambda c: fitted.transform(np.arange(1500) % c), sizes=(100, 700), what="categories")
