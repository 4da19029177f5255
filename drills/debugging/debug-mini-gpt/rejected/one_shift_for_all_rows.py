"""Shifts all scores by their largest: rows far below it become 0 / 0 — test_large_scores_of_both_signs"""

import numpy as np


def layer_norm(x, gain, bias, eps=1e-5):
    """Each row of x (t, d) to mean 0 and variance 1 over its features, times gain plus bias, both (d,)."""
    mean = x.mean(axis=-1, keepdims=True)
    variance = x.var(axis=-1, keepdims=True)
    return gain * (x - mean) / np.sqrt(variance + eps) + bias


def softmax(scores, axis):
    """exp(scores), scaled to the sum 1 along `axis`."""
    weights = np.exp(scores - scores.max())
    return weights / weights.sum(axis=axis, keepdims=True)


def split_heads(x, n_heads):
    """(t, d) as (n_heads, t, d / n_heads): head h has the h-th run of columns."""
    t, d = x.shape
    return x.reshape(t, n_heads, d // n_heads).transpose(1, 0, 2)


def attention(x, params, n_heads):
    """Causal self-attention with n_heads heads, (t, d)."""
    t, d = x.shape
    query, key, value = (split_heads(x @ params[name], n_heads) for name in ("wq", "wk", "wv"))
    scores = query @ key.transpose(0, 2, 1) / np.sqrt(d / n_heads)  # (head, query, key)
    future = np.triu(np.ones((t, t), dtype=bool), k=1)  # key after query
    weights = softmax(np.where(future, -np.inf, scores), axis=2)  # each query shares 1 among its keys
    heads = weights @ value
    return heads.transpose(1, 0, 2).reshape(t, d) @ params["wo"]


def feed_forward(x, params):
    """Two layers with a relu between them, row by row."""
    return np.maximum(x @ params["w1"] + params["b1"], 0) @ params["w2"] + params["b2"]


def block(x, params, n_heads):
    """Attention, then feed-forward, each on the normalised x and added to x; (t, d)."""
    x = x + attention(layer_norm(x, params["ln1_gain"], params["ln1_bias"]), params, n_heads)
    return x + feed_forward(layer_norm(x, params["ln2_gain"], params["ln2_bias"]), params)


def forward(tokens, params, n_heads):
    """The logits of the next token after each position, (t, vocab)."""
    t = len(tokens)
    if t > len(params["wpe"]):
        raise ValueError(f"{t} tokens, but only {len(params['wpe'])} positions")
    x = params["wte"][tokens] + params["wpe"][:t]
    x = block(x, params, n_heads)
    return layer_norm(x, params["lnf_gain"], params["lnf_bias"]) @ params["wte"].T
