"""Hidden tests for k nearest neighbours."""

import math

import numpy as np
from solution import KNN

from drillkit.testing import array, check, contract, correctness, each, edge, equal, flat_growth, numerics, raises, vectorised


def vote(rows, labels, query, k, weights):
    """Winner for one query in plain Python, and how clear it is: the least relative gap at rank k and in the vote."""
    squares = [sum((float(a) - float(b)) ** 2 for a, b in zip(row, query, strict=True)) for row in rows]
    ranked = sorted(range(len(rows)), key=lambda i: (squares[i], i))
    chosen, rest = ranked[:k], ranked[k:]
    gap = (squares[rest[0]] - squares[chosen[-1]]) / squares[rest[0]] if rest and squares[rest[0]] else 1.0
    say = {i: 1.0 for i in chosen}
    if weights == "distance":
        exact = [i for i in chosen if squares[i] == 0.0]
        say = {i: 1.0 for i in exact} if exact else {i: 1.0 / math.sqrt(squares[i]) for i in chosen}
    votes = {}
    for i, weight in say.items():
        votes[labels[i]] = votes.get(labels[i], 0.0) + weight
    best = max(votes.values())
    others = [v for v in votes.values() if v != best]
    lead = 1.0 - max(others) / best if others else 1.0
    return min(label for label, v in votes.items() if v == best), min(gap, lead)


def votes_of(X, y, queries, k, weights):
    return [vote(X.tolist(), y.tolist(), q, k, weights)[0] for q in queries.tolist()]


def clear(X, y, queries, k, weights):
    """The queries on which rounding cannot change anything."""
    return queries[[vote(X.tolist(), y.tolist(), q, k, weights)[1] > 1e-6 for q in queries.tolist()]]


SHAPES = [
    (1, 1, 1, 1, 1),
    (12, 9, 1, 3, 2),
    (30, 1, 2, 5, 3),
    (25, 25, 25, 4, 3),
    (50, 20, 3, 1, 4),
    (40, 30, 4, 10, 3),
    (20, 15, 2, 7, 20),
    (2000, 4, 3, 1, 4),  # small partitions come out sorted
    (2000, 4, 3, 45, 4),
]


def cloud(n, m, d, c, seed):
    """Random rows and queries, and c labels without order or sequence."""
    rng = np.random.default_rng(seed)
    labels = rng.permutation(c) * 7 - 20
    return rng.normal(size=(n, d)) * 3 - 1, rng.choice(labels, size=n), rng.normal(size=(m, d)) * 3 - 1


@correctness
def test_majority_by_hand():
    """The majority of the k nearest rows, not the nearest alone"""
    X = np.array([[0.0, 0.0], [9.0, 9.0], [1.0, 0.0], [0.0, 2.0], [9.0, 8.0], [7.0, 9.0], [30.0, 30.0]])
    y = np.array([5, 2, 3, 3, 8, 8, 3])
    queries = np.array([[0.25, 0.25], [9.0, 9.25], [12.0, 9.0], [0.0, 1.5]])
    equal(KNN(k=3).fit(X, y).predict(queries), [3, 8, 8, 3])
    equal(KNN(k=1).fit(X, y).predict(queries), [5, 2, 2, 3], what="the result for k = 1")


@correctness
@each("weights", ["uniform", "distance"])
@each(("n", "m", "d", "k", "c"), SHAPES)
def test_random_points(n, m, d, k, c, weights):
    """Random points ({weights}): n = {n}, m = {m}, d = {d}, k = {k}, {c} labels"""
    X, y, queries = cloud(n, m, d, c, n + d)
    if weights == "distance":
        queries = clear(X, y, queries, k, weights)
    equal(KNN(k, weights).fit(X, y).predict(queries), votes_of(X, y, queries, k, weights))


@contract
def test_defaults():
    """Without arguments: k = 5 and plain votes"""
    X = np.array([[1.0], [2.0], [10.0], [11.0], [12.0], [-20.0], [-21.0], [-22.0]])
    y = np.array([1, 1, 7, 7, 7, 1, 1, 1])
    equal(KNN().fit(X, y).predict(np.array([[1.5], [-21.0]])), [7, 1])
    X, y, queries = cloud(40, 30, 3, 3, 5)
    equal(KNN().fit(X, y).predict(queries), votes_of(X, y, queries, 5, "uniform"))


@correctness
def test_weights_by_hand():
    """Under "distance" a neighbour counts 1/d: not 1/d², not 1"""
    # From 0: one row at distance 2 (0.5 votes), two at distance 3 (0.667), against one at 1 and two at 3.
    X, y = np.array([[2.0, 0.0], [-3.0, 0.0], [0.0, 3.0]]), np.array(["b", "a", "a"])
    equal(KNN(k=3, weights="distance").fit(X, y).predict(np.zeros((1, 2))), ["a"], what="0.5 votes against 2/3")
    X = np.array([[1.0, 0.0], [-3.0, 0.0], [0.0, 3.0]])
    equal(KNN(k=3, weights="distance").fit(X, y).predict(np.zeros((1, 2))), ["b"], what="1 vote against 2/3")
    X, y = np.array([[3.0, 4.0], [-1.0, 0.0], [0.0, 12.0]]), np.array([4, 9, 4])
    equal(KNN(k=3, weights="distance").fit(X, y).predict(np.zeros((1, 2))), [9], what="1/5 + 1/12 votes against 1")
    X, y = np.array([[1.0001, 0.0], [-1.0, 0.0]]), np.array(["a", "b"])
    equal(KNN(k=2, weights="distance").fit(X, y).predict(np.zeros((1, 2))), ["b"], what="1/1.0001 votes against 1: no tie")


@edge
@each(("low", "high"), [(3, 8), (-5, 2), (-9, -1), ("ant", "bee"), (False, True), (-0.5, 0.25)])
def test_equal_votes(low, high):
    """Equal votes go to the smallest label, {low} before {high}: not to the nearest, the first or the last"""
    X, labels = np.array([[1.0], [2.0], [3.0], [4.0]]), [high, low, low, high]
    for flipped in (False, True):
        y = np.array([low if (v == high) == flipped else high for v in labels])
        equal(KNN(k=4).fit(X, y).predict(np.array([[0.0], [9.0]])), [low, low], what="the result for k = 4")
        equal(KNN(k=2).fit(X, y).predict(np.array([[0.0], [9.0]])), [low, low], what="the result for k = 2")
        y = np.array([high, low, low] if flipped else [low, high, high])
        result = KNN(k=3, weights="distance").fit(np.array([[1.0], [-2.0], [2.0]]), y).predict(np.array([[0.0]]))
        equal(result, [low], what="1 vote against 1/2 + 1/2")


@edge
@each("weights", ["uniform", "distance"])
def test_tie_at_rank_k(weights):
    """Equally far rows at the k-th place: the earlier row is in ({weights})"""
    X = np.array([[5], [1], [-1], [1], [-1]])
    y = np.array([0, 30, 20, 10, 10])
    for k, label in ((1, 30), (2, 20), (3, 10), (4, 10)):
        equal(KNN(k, weights).fit(X, y).predict(np.array([[0]])), [label], what=f"the result for k = {k}")
    rng = np.random.default_rng(3)
    for n, d, k in ((20, 1, 4), (60, 2, 3), (60, 2, 11)):
        X, y, queries = rng.integers(0, 6, size=(n, d)), rng.integers(-3, 9, size=n), rng.integers(0, 6, size=(40, d)) + 0.5
        if weights == "distance":  # sums of other 1/d may differ in the last bit
            queries = queries[[lead_is_safe(X, y, q, k) for q in queries]]
        equal(KNN(k, weights).fit(X, y).predict(queries), votes_of(X, y, queries, k, weights), what=f"the result for k = {k}")


def lead_is_safe(X, y, query, k):
    """The two best sums of 1/d are clearly apart."""
    squares = ((X - query) ** 2).sum(axis=1)
    chosen = np.argsort(squares, kind="stable")[:k]
    sums = sorted(sum(1 / math.sqrt(squares[i]) for i in chosen if y[i] == label) for label in set(y[chosen].tolist()))
    return len(sums) == 1 or sums[-1] - sums[-2] > 1e-6


@edge
def test_exact_match_decides_alone():
    """Under "distance" a row that equals the query decides, however many others are near"""
    X = np.array([[2, 2], [2, 3], [3, 2], [2, 1], [1, 2]])
    for label in (9, -9):
        y = np.array([label, 0, 0, 0, 0])
        equal(KNN(weights="distance").fit(X, y).predict(np.array([[2, 2]])), [label])


@edge
def test_several_exact_matches():
    """Several exact matches: their majority, one vote each, equal votes to the smallest label"""
    X = np.array([[4], [4], [4], [5], [3], [5], [4], [9]])
    y = np.array(["c", "b", "c", "a", "a", "a", "b", "a"])
    query = np.array([[4]])
    equal(KNN(3, "distance").fit(X, y).predict(query), ["c"], what="c, b, c at distance 0 (k = 3)")
    equal(KNN(7, "distance").fit(X, y).predict(query), ["b"], what="c, b, c, b at distance 0 (k = 7)")
    equal(KNN(2, "distance").fit(X, y).predict(query), ["b"], what="c, b at distance 0 (k = 2: the later ones are no neighbours)")
    y = np.array(["c", "b", "c", "c", "c", "a", "b", "a"])  # two c near by must not break the tie of c, b, c, b
    equal(KNN(7, "distance").fit(X, y).predict(query), ["b"], what="the tie of exact matches, with c near by")
    y = np.array(["c", "b", "c", "a", "a", "a", "c", "a"])
    equal(KNN(7, "distance").fit(X, y).predict(query), ["c"], what="c, b, c, c at distance 0, with a near by (k = 7)")


@edge
def test_exact_match_of_another_query():
    """An exact match of one query changes nothing for the other queries"""
    X, y = np.array([[0], [8], [10], [11], [40], [44]]), np.array([1, 2, 3, 3, 4, 5])
    # From 9: rows 8 and 10 count 1 each, 11 counts 1/2.
    queries = np.array([[0], [9], [8], [11], [43], [0]])
    equal(KNN(3, "distance").fit(X, y).predict(queries), [1, 3, 2, 3, 5, 1])
    for i, label in enumerate([1, 3, 2, 3, 5, 1]):
        equal(KNN(3, "distance").fit(X, y).predict(queries[i : i + 1]), [label], what=f"query {i} alone")


@edge
def test_exact_match_in_a_plain_vote():
    """Under "uniform" an exact match is one vote like any other"""
    X, y = np.array([[2, 2], [2, 3], [3, 2], [50, 50]]), np.array([9, 0, 0, 9])
    equal(KNN(3, "uniform").fit(X, y).predict(np.array([[2, 2], [50, 50]])), [0, 0])


@numerics
@each("weights", ["uniform", "distance"])
def test_training_rows_as_queries(weights):
    """Queries taken from float training rows: no NaN from rounding ({weights})"""
    X, y, _ = cloud(60, 1, 6, 5, 8)
    k = 1 if weights == "uniform" else 4
    equal(KNN(k, weights).fit(X, y).predict(X), y)


@numerics
@each("scale", [1e-5, 1e-9, 1e-14, 2.0**-330, 2.0**-480, 2.0**70])
def test_tiny_distances(scale):
    """Weights stay 1/d where distances are tiny or huge: all coordinates times {scale:.0e}"""
    # From 0: 1 against 1/2 + 1/3, and from 100: the exact match against two rows beside it.
    X, y = np.array([[1.0], [-2.0], [3.0], [100.0], [101.0], [99.0]]), np.array([6, 4, 4, 5, 3, 3])
    queries = np.array([[0.0], [100.0], [2.5]])
    equal(KNN(3, "distance").fit(X * scale, y).predict(queries * scale), [6, 5, 4])


@edge
@each("weights", ["uniform", "distance"])
def test_k_up_to_n(weights):
    """k = n - 1 and k = n work ({weights})"""
    X, y, queries = cloud(9, 12, 2, 3, 21)
    for k in (8, 9):
        asked = clear(X, y, queries, k, weights) if weights == "distance" else queries
        equal(KNN(k, weights).fit(X, y).predict(asked), votes_of(X, y, asked, k, weights), what=f"the result for k = {k} of n = 9")
    equal(KNN(1, weights).fit(X[:1], y[:1]).predict(queries), [y[0].item()] * 12, what="the result for k = n = 1")


@correctness
@each("weights", ["uniform", "distance"])
def test_hundreds_of_neighbours(weights):
    """260 votes beat 100 ({weights}): the count does not wrap around"""
    rng = np.random.default_rng(9)
    X, y = rng.choice([-3, 3], size=(400, 1)), np.repeat([7, 2, 5], [260, 100, 40])
    X[360:] = 1000
    equal(KNN(360, weights).fit(X, y).predict(np.array([[0], [0]])), [7, 7])


@contract
@each(
    ("a", "b", "kind"),
    [
        ("ham", "a much longer label", "U"),
        (-300, -7, "i"),
        (200, 10**12, "i"),
        (2**53, 2**53 + 1, "i"),
        (False, True, "b"),
        (-2.25, 0.1, "f"),
    ],
    ids=["strings", "negative", "large", "large neighbours", "booleans", "floats"],
)
@each("weights", ["uniform", "distance"])
def test_labels_of_any_dtype(a, b, kind, weights):
    """Labels come back as they are, in the dtype of y"""
    X, y = np.array([[0.0], [1.0], [2.0], [10.0], [11.0], [12.0]]), np.array([a, a, b, b, b, a])
    result = array(KNN(3, weights).fit(X, y).predict(np.array([[0.4], [11.1], [0.2]])), shape=(3,))
    equal(result, [a, b, a])
    check(result.dtype.kind == kind, f"expected the dtype of y, {y.dtype}, got {result.dtype}", returned=result)


@contract
@each("dtype", ["int8", "uint16", "float32"])
def test_narrow_labels_keep_their_dtype(dtype):
    """Labels of dtype {dtype} come back in {dtype}"""
    X, y = np.array([[0.0], [1.0], [2.0], [10.0]]), np.array([3, 3, 8, 8], dtype=dtype)
    result = array(KNN(1).fit(X, y).predict(np.array([[9.0], [0.4]])), shape=(2,))
    equal(result.tolist(), y[[3, 0]].tolist())
    check(result.dtype == y.dtype, f"expected the dtype of y, {y.dtype}, got {result.dtype}", returned=result)


@numerics
@each(
    ("dtype", "low", "high"),
    [("uint8", 0, 255), ("int8", -128, 127), ("uint16", 0, 65535), ("uint32", 0, 2**32 - 1), ("int64", -(2**40), 2**40)],
)
def test_narrow_integers_do_not_wrap(dtype, low, high):
    """Differences and squares of {dtype} do not wrap around, nor do those that int64 cannot hold"""
    rng = np.random.default_rng(4)
    X = rng.integers(low, high, size=(20, 3), endpoint=True).astype(dtype)
    queries, y = rng.integers(low, high, size=(20, 3), endpoint=True).astype(dtype), rng.integers(-2, 3, size=20)
    for k, weights in ((1, "uniform"), (4, "distance")):
        asked = clear(X, y, queries, k, weights)
        equal(KNN(k, weights).fit(X, y).predict(asked), votes_of(X, y, asked, k, weights))


@edge
def test_whole_numbers_among_floats():
    """Whole-number queries among float rows, and float queries among whole-number rows: nothing is cut off"""
    y = np.array([4, 3, 2, 1])
    equal(KNN(1).fit(np.array([[0.75], [1.75], [2.75], [9.0]]), y).predict(np.array([[1], [2], [3]])), [4, 3, 2])
    equal(KNN(1).fit(np.array([[0], [1], [2], [9]]), y).predict(np.array([[0.75], [1.75], [5.75]])), [3, 2, 1])


@contract
@each(
    ("k", "weights"),
    [(0, "uniform"), (-1, "distance"), (5, "uniform"), (100, "distance"), (2, "gaussian"), (2, "Distance"), (2, "uni"), (2, "")],
)
def test_refuses_other_options(k, weights):
    """k = {k} of 4 rows and weights = "{weights}" raises ValueError"""
    with raises(ValueError):
        KNN(k, weights).fit(np.arange(8.0).reshape(4, 2), np.arange(4))


@contract
@each(("d", "other"), [(2, 3), (3, 2), (1, 3), (3, 1)])
def test_refuses_other_number_of_features(d, other):
    """Fitted with d = {d}, queries with d = {other}: ValueError"""
    model = KNN(2).fit(np.ones((4, d)), np.arange(4))
    with raises(ValueError):
        model.predict(np.ones((4, other)))


@contract
def test_not_fitted():
    """predict before fit raises RuntimeError"""
    model = KNN(1)
    with raises(RuntimeError):
        model.predict(np.ones((3, 2)))


@contract
def test_fit_again():
    """Fitting again replaces the rows, the labels and their number"""
    model = KNN(1).fit(np.array([[0.0], [5.0], [9.0]]), np.array(["x", "y", "z"]))
    equal(model.predict(np.array([[6.0]])), ["y"])
    model.fit(np.array([[9.0], [0.0], [5.0]]), np.array(["x", "y", "z"]))
    equal(model.predict(np.array([[6.0]])), ["z"], what="the result after other rows of the same shape")
    model.fit(np.array([[0.0, 0.0], [3.0, 3.0]]), np.array([-4, 2]))
    equal(model.predict(np.array([[2.0, 2.0], [0.0, 1.0]])), [2, -4], what="the result after a third fit")


@vectorised
@each("weights", ["uniform", "distance"])
def test_no_loop_over_queries(weights):
    """The interpreter's work does not grow with the number of queries ({weights})"""
    rng = np.random.default_rng(0)
    X, y = rng.normal(size=(12, 3)), rng.integers(0, 3, size=12)
    flat_growth(lambda m: KNN(3, weights).fit(X, y).predict(rng.normal(size=(m, 3))), sizes=(100, 1100), what="queries")
