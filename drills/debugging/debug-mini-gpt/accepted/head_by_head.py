"""A loop over the heads, each with its own columns and its own rows of wo; large negative numbers for the mask."""

import numpy as np


def layer_norm(x, gain, bias, eps=1e-5):
    x = x.T
    z = (x - x.mean(axis=0)) / np.sqrt(np.mean((x - x.mean(axis=0)) ** 2, axis=0) + eps)
    return z.T * gain + bias


def attention(x, params, n_heads):
    t, d = x.shape
    mask = np.triu(np.full((t, t), -1e300), 1)
    out = np.zeros((t, d))
    for columns in np.split(np.arange(d), n_heads):
        q, k, v = x @ params["wq"][:, columns], x @ params["wk"][:, columns], x @ params["wv"][:, columns]
        scores = (q @ k.T / np.sqrt(len(columns)) + mask).T
        weights = np.exp(scores - scores.max(axis=0))
        out += (weights / weights.sum(axis=0)).T @ v @ params["wo"][columns]
    return out


def mlp(x, params):
    return np.where((h := x @ params["w1"] + params["b1"]) > 0, h, 0) @ params["w2"] + params["b2"]


def block(x, params, n_heads):
    x = np.copy(x)
    x += attention(layer_norm(x, params["ln1_gain"], params["ln1_bias"]), params, n_heads)
    x += mlp(layer_norm(x, params["ln2_gain"], params["ln2_bias"]), params)
    return x


def forward(tokens, params, n_heads):
    t = tokens.shape[0]
    if not t <= params["wpe"].shape[0]:
        raise ValueError("text is longer than the table of positions")
    one_hot = np.eye(len(params["wte"]))[tokens]
    x = block(one_hot @ params["wte"] + params["wpe"][0:t], params, n_heads)
    return layer_norm(x, params["lnf_gain"], params["lnf_bias"]) @ params["wte"].transpose()
