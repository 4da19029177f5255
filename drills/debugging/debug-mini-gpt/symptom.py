"""The logits of a text and of its beginning, and a probe for what the model should not know."""

from solution import forward

import numpy as np

VOCABULARY, POSITIONS, WIDTH, HEADS = 6, 8, 16, 2


def random_params(rng):
    d, shapes = WIDTH, {"w1": (WIDTH, 4 * WIDTH), "b1": (4 * WIDTH,), "w2": (4 * WIDTH, WIDTH), "b2": (WIDTH,)}
    shapes |= {"wte": (VOCABULARY, d), "wpe": (POSITIONS, d)} | {name: (d, d) for name in ("wq", "wk", "wv", "wo")}
    params = {name: rng.normal(size=shape) / np.sqrt(shape[0]) for name, shape in shapes.items()}
    params |= {name: np.ones(d) for name in ("ln1_gain", "ln2_gain", "lnf_gain")}
    return params | {name: np.zeros(d) for name in ("ln1_bias", "ln2_bias", "lnf_bias")}


def with_one(logits):
    return np.column_stack([logits, np.ones(len(logits))])


def probe(params, rng):
    """How often a linear readout of the logits names the next token of new texts of random tokens."""
    texts = rng.integers(VOCABULARY, size=(400, POSITIONS))
    seen = [with_one(forward(text, params, HEADS))[:-1] for text in texts]
    fit, test = np.concatenate(seen[:200]), np.concatenate(seen[200:])
    following = texts[:, 1:]
    readout = np.linalg.lstsq(fit, np.eye(VOCABULARY)[following[:200].ravel()], rcond=None)[0]
    return np.mean((test @ readout).argmax(axis=1) == following[200:].ravel())


rng = np.random.default_rng(0)
params = random_params(rng)
for tokens in ([3, 1, 4], [3, 1, 4, 1, 5]):
    print(f"logits of {tokens}")
    for token, row in zip(tokens, forward(np.array(tokens), params, HEADS)):
        print(f"  {token}  " + " ".join(f"{value:6.2f}" for value in row))
print(f"next token of random texts named by a linear probe: {probe(params, rng):.0%}, by chance: {1 / VOCABULARY:.0%}")
