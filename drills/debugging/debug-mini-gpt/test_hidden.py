"""Hidden tests for the small GPT that looks ahead."""

import math

import numpy as np
from solution import attention, block, forward, layer_norm

from drillkit.testing import array, check, close, contract, correctness, each, edge, raises


def random_params(d=8, vocabulary=7, positions=6, seed=0):
    """Random values everywhere, gains and biases too."""
    rng = np.random.default_rng(seed)
    shapes = {"wte": (vocabulary, d), "wpe": (positions, d), "w1": (d, 4 * d), "b1": (4 * d,), "w2": (4 * d, d), "b2": (d,)}
    shapes |= {name: (d, d) for name in ("wq", "wk", "wv", "wo")}
    shapes |= {f"{norm}_{name}": (d,) for norm in ("ln1", "ln2", "lnf") for name in ("gain", "bias")}
    return {name: rng.normal(size=shape) / math.sqrt(shape[-1] if len(shape) > 1 else 1.0) for name, shape in shapes.items()}


def normal_rows(t, d, seed):
    return np.random.default_rng(seed).normal(size=(t, d))


# The right program, row by row.


def norm_rows(x, gain, bias, eps=1e-5):
    out = []
    for row in x.tolist():
        mean = math.fsum(row) / len(row)
        variance = math.fsum((value - mean) ** 2 for value in row) / len(row)
        out.append([g * (value - mean) / math.sqrt(variance + eps) + b for value, g, b in zip(row, gain, bias, strict=True)])
    return np.array(out)


def attend(x, p, n_heads):
    size = x.shape[1] // n_heads
    out = np.zeros_like(x)
    for h in range(n_heads):
        columns = slice(h * size, (h + 1) * size)
        query, key, value = x @ p["wq"][:, columns], x @ p["wk"][:, columns], x @ p["wv"][:, columns]
        for i in range(len(x)):
            scores = [float(query[i] @ key[j]) / math.sqrt(size) for j in range(i + 1)]
            weights = [math.exp(score - max(scores)) for score in scores]
            out[i, columns] = sum(weights[j] * value[j] for j in range(i + 1)) / sum(weights)
    return out @ p["wo"]


def one_block(x, p, n_heads):
    x = x + attend(norm_rows(x, p["ln1_gain"], p["ln1_bias"]), p, n_heads)
    hidden = np.maximum(norm_rows(x, p["ln2_gain"], p["ln2_bias"]) @ p["w1"] + p["b1"], 0.0)
    return x + hidden @ p["w2"] + p["b2"]


def logits(tokens, p, n_heads):
    x = np.array([p["wte"][token] + p["wpe"][i] for i, token in enumerate(tokens)])
    return norm_rows(one_block(x, p, n_heads), p["lnf_gain"], p["lnf_bias"]) @ p["wte"].T


@correctness
@each("t", [5, 1])
def test_layer_norm(t):
    """layer_norm works along each row, with gain and bias"""
    rows = np.array([[1.0, 3.0, 5.0, 3.0], [-8.0, 0.0, 4.0, 4.0], [0.5, 0.25, 0.75, 0.5], [9.0, 9.0, 9.0, 9.0], [0.0, 100.0, 0.0, 0.0]])[:t]
    gain, bias = np.array([1.0, -2.0, 0.5, 3.0]), np.array([0.0, 1.0, -1.0, 10.0])
    close(layer_norm(rows, np.ones(4), np.zeros(4)), norm_rows(rows, [1.0] * 4, [0.0] * 4), what=f"{t} rows, gain 1 and bias 0")
    close(layer_norm(rows, gain, bias), norm_rows(rows, gain, bias), what=f"{t} rows, other gain and bias")


@correctness
@each("eps", [1e-5, 0.25, 1e-8])
def test_layer_norm_eps(eps):
    """eps = {eps} is added to the variance, inside the root"""
    rows = np.array([[0.001, 0.003, 0.002], [0.0, 0.0, 0.01], [5.0, 5.0, 5.0], [1.0, 2.0, 6.0]])
    gain, bias = np.array([1.0, 2.0, -1.0]), np.array([0.5, 0.0, 0.0])
    close(layer_norm(rows, gain, bias, eps), norm_rows(rows, gain, bias, eps))
    close(layer_norm(rows, gain, bias), norm_rows(rows, gain, bias, 1e-5), what="the result with the default eps")


@correctness
@each("n_heads", [1, 2, 4])
def test_weights_sum_to_one(n_heads):
    """The weights of each query sum to 1: values that are all the same come out as they are"""
    # Column 0 of x is 1 in every row, and wv reads only that column, so all rows have the same value vector.
    x, p = normal_rows(5, 8, 1), random_params(seed=2)
    x[:, 0] = 1.0
    value = np.arange(1.0, 9.0)
    p |= {"wv": np.vstack([value, np.zeros((7, 8))]), "wo": np.eye(8)}
    close(attention(x, p, n_heads), np.tile(value, (5, 1)), what="five rows with the values 1 … 8 everywhere")


@correctness
@each("n_heads", [1, 2])
def test_later_rows_are_hidden(n_heads):
    """In attention, a change of row j changes no row before j, and every row from j on"""
    x, p = normal_rows(5, 8, 3), random_params(seed=4)
    p["wq"] = np.zeros((8, 8))  # all scores are 0, so only the mask tells what a row sees
    before = array(attention(x, p, n_heads), shape=(5, 8), kind="f", what="attention")
    for j in range(5):
        changed = x.copy()
        changed[j] += 1.0
        after = array(attention(changed, p, n_heads), shape=(5, 8), kind="f", what="attention")
        moved = np.abs(after - before).max(axis=1) > 1e-6
        check(
            not moved[:j].any(),
            f"after a change of row {j} of x, rows {np.flatnonzero(moved).tolist()} of attention are others",
            returned=moved,
        )
        check(
            bool(moved[j:].all()), f"after a change of row {j} of x, only rows {np.flatnonzero(moved).tolist()} are others", returned=moved
        )


@correctness
@each("n_heads", [1, 2, 4])
def test_scale(n_heads):
    """Scores are divided by sqrt(d / n_heads), d = 8 and {n_heads} heads"""
    # Two positions. In each head both rows have the length 2, so the scores of a row with itself are the same.
    size = 8 // n_heads
    angles = np.array([0.4, 1.1, 2.0, 2.9])[:n_heads]
    x = np.zeros((2, 8))
    x[0, ::size] = 2.0
    x[1, ::size], x[1, 1::size] = 2.0 * np.cos(angles), 2.0 * np.sin(angles)
    # Values: 1 for key 0 and 0 for key 1 in all columns, so row 1 shows the weight of key 0 in each head.
    reader = np.linalg.pinv(x) @ np.array([1.0, 0.0])
    p = {"wq": np.eye(8), "wk": np.eye(8), "wo": np.eye(8), "wv": np.outer(reader, np.ones(8))}
    weights = [1 / (1 + math.exp((4.0 - 4.0 * math.cos(angle)) / math.sqrt(size))) for angle in angles]
    result = array(attention(x, p, n_heads), shape=(2, 8), kind="f", what="attention")
    close(result[1], np.repeat(weights, size), what=f"the weight of key 0 for query 1 (8 columns, {n_heads} heads)")


@edge
@each("n_heads", [1, 2, 4, 8])
def test_single_position(n_heads):
    """A single position attends to itself: x @ wv @ wo"""
    x, p = normal_rows(1, 8, 5), random_params(seed=6)
    close(attention(x, p, n_heads), x @ p["wv"] @ p["wo"])


@correctness
@each("n_heads", [2, 4])
def test_heads(n_heads):
    """A head depends on its own columns of wq, wk and wv, and is written to the same columns"""
    x, p, size = normal_rows(5, 8, 7), random_params(seed=8), 8 // n_heads
    p["wo"] = np.eye(8)
    before = array(attention(x, p, n_heads), shape=(5, 8), kind="f", what="attention")
    for name in ("wq", "wk", "wv"):
        for h in range(n_heads):
            columns = slice(h * size, (h + 1) * size)
            other = p | {name: p[name].copy()}
            other[name][:, columns] *= -1.5
            moved = np.abs(array(attention(x, other, n_heads), shape=(5, 8), kind="f", what="attention") - before).max(axis=0) > 1e-9
            check(
                bool(moved[columns].any()) and moved.sum() == moved[columns].sum(),
                f"{n_heads} heads of {size} columns, wo = I: after a change of columns {h * size} to {(h + 1) * size - 1} of {name}, "
                f"columns {np.flatnonzero(moved).tolist()} of attention are others",
                returned=moved,
            )


@correctness
@each(("t", "d", "n_heads"), [(4, 6, 1), (5, 6, 2), (6, 6, 3), (3, 4, 4), (2, 8, 2)])
def test_attention(t, d, n_heads):
    """attention against sums by hand: {t} rows, d = {d}, {n_heads} heads"""
    x, p = normal_rows(t, d, t), random_params(d=d, seed=d)
    close(attention(x, p, n_heads), attend(x, p, n_heads))


@edge
def test_very_negative_scores():
    """Later rows stay hidden where all scores are below -300"""
    x, p = normal_rows(4, 8, 17), random_params(seed=18) | {"wq": -np.eye(8), "wk": np.eye(8)}
    x[:, 0] = 30.0
    close(attention(x, p, 1), attend(x, p, 1), rtol=1e-8)


@edge
@each("sign", [1.0, -1.0])
def test_large_scores(sign):
    """Scores of 3000 and of -3000 give finite weights that sum to 1"""
    x, p = normal_rows(4, 8, 19), random_params(seed=20) | {"wq": sign * np.eye(8), "wk": np.eye(8)}
    x[:, 0] = 92.0
    close(attention(x, p, 1), attend(x, p, 1), rtol=1e-8)


@edge
@each("n_heads", [1, 2])
def test_large_scores_of_both_signs(n_heads):
    """Scores of 3000 and of -3000, side by side and in different rows, give finite weights that sum to 1"""
    x, p = normal_rows(4, 8, 21), random_params(seed=22) | {"wq": np.eye(8), "wk": np.eye(8)}
    # In each head column 0 of x is the query's first number and column 1 the key's.
    for first in range(0, 8, 8 // n_heads):
        x[:, first], x[:, first + 1] = [92.0, -92.0, 92.0, -92.0], [92.0, 92.0, -92.0, 92.0]
        p["wk"][first : first + 2, first : first + 2] = [[0.0, 0.0], [1.0, 0.0]]
    close(attention(x, p, n_heads), attend(x, p, n_heads), rtol=1e-8)


@correctness
@each("t", [4, 1])
def test_residuals(t):
    """Both halves of block are added to x: with wo = 0 and w2 = 0 it is x + b2"""
    x, p = 3.0 * normal_rows(t, 8, 9) + 1.0, random_params(seed=10)
    p |= {"wo": np.zeros((8, 8)), "w2": np.zeros((32, 8))}
    close(block(x, p, 2), x + p["b2"])


@correctness
def test_embeddings():
    """With wo = 0, w2 = 0 and b2 = 0, the logits are layer_norm(wte[tokens] + wpe[:t]) @ wte.T"""
    p = random_params(seed=11) | {"wo": np.zeros((8, 8)), "w2": np.zeros((32, 8)), "b2": np.zeros(8)}
    for tokens in ([6, 0, 0, 3], [2]):
        x = p["wte"][tokens] + p["wpe"][: len(tokens)]
        close(forward(np.array(tokens), p, 2), norm_rows(x, p["lnf_gain"], p["lnf_bias"]) @ p["wte"].T, what=f"the logits of {tokens}")


@correctness
@each(("t", "d", "n_heads"), [(5, 8, 2), (1, 8, 4), (4, 6, 3), (6, 4, 1)])
def test_block(t, d, n_heads):
    """block against the row by row program: {t} rows, d = {d}, {n_heads} heads"""
    x, p = 2.0 * normal_rows(t, d, 12), random_params(d=d, seed=13)
    close(block(x, p, n_heads), one_block(x, p, n_heads))


@correctness
@each("n_heads", [1, 2, 4])
def test_forward(n_heads):
    """The logits of whole texts, {n_heads} heads"""
    p = random_params(seed=14)
    for tokens in ([3, 1, 4, 1, 5], [0, 0, 6], [2, 2]):
        close(forward(np.array(tokens), p, n_heads), logits(tokens, p, n_heads), what=f"the logits of {tokens}")


@correctness
@each("n_heads", [1, 2])
def test_logits_of_a_beginning(n_heads):
    """The logits of the beginning of a text are the first rows of those of the text"""
    p, tokens = random_params(seed=15), np.array([3, 1, 4, 1, 5, 0])
    whole = array(forward(tokens, p, n_heads), shape=(6, 7), kind="f", what="the logits")
    for t in range(1, 6):
        close(forward(tokens[:t], p, n_heads), whole[:t], what=f"the logits of the first {t} tokens")


@contract
def test_number_of_tokens():
    """As many tokens as wpe has rows are allowed, one more raises ValueError"""
    for positions, right, wrong in (
        (4, [[1, 2, 3, 4], [5]], [[1, 2, 3, 4, 5], [0] * 9]),
        (1, [[5]], [[5, 2], [0] * 9]),
        (10, [[0] * 10], [[0] * 11]),
    ):
        p = random_params(seed=16, positions=positions)
        for tokens in right:
            array(forward(np.array(tokens), p, 2), shape=(len(tokens), 7), kind="f", what=f"the logits of {tokens}")
        for tokens in wrong:
            with raises(ValueError):
                forward(np.array(tokens), p, 2)
