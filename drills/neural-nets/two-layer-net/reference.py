"""A two-layer network from scratch."""

import numpy as np

Params = dict[str, np.ndarray]  # "W1" (d, h), "b1" (h,), "W2" (h, c), "b2" (c,)


def init_params(d: int, h: int, c: int, rng: np.random.Generator) -> Params:
    """W1 normal with standard deviation 1/√d, W2 with 1/√h, biases zero."""
    return {
        "W1": rng.normal(scale=1 / np.sqrt(d), size=(d, h)),
        "b1": np.zeros(h),
        "W2": rng.normal(scale=1 / np.sqrt(h), size=(h, c)),
        "b2": np.zeros(c),
    }


def forward(params: Params, X: np.ndarray) -> np.ndarray:
    """Logits (n, c) of tanh(X W1 + b1) W2 + b2."""
    return _hidden(params, X) @ params["W2"] + params["b2"]


def loss(params: Params, X: np.ndarray, y: np.ndarray) -> float:
    """Mean softmax cross-entropy; y (n,) holds labels in 0..c-1."""
    logits = forward(params, X)
    _check(y, *logits.shape)
    # -log softmax(z)[y] = log sum exp(z) - z[y], shifted by the maximum of each row: no probability is formed.
    logits -= logits.max(axis=1, keepdims=True)
    return float(np.mean(np.log(np.exp(logits).sum(axis=1)) - logits[np.arange(len(y)), y]))


def backward(params: Params, X: np.ndarray, y: np.ndarray) -> Params:
    """Gradients of the loss, under the keys and in the shapes of params."""
    hidden = _hidden(params, X)
    logits = hidden @ params["W2"] + params["b2"]
    _check(y, *logits.shape)
    n = len(y)

    delta = np.exp(logits - logits.max(axis=1, keepdims=True))
    delta /= delta.sum(axis=1, keepdims=True)
    delta[np.arange(n), y] -= 1
    delta /= n  # the mean over the rows, once and for all gradients
    grads = {"W2": hidden.T @ delta, "b2": delta.sum(axis=0)}

    # Back through tanh, whose slope is 1 - tanh². hidden is not needed any more, so the slope is written over it.
    np.square(hidden, out=hidden)
    np.subtract(1, hidden, out=hidden)
    delta_hidden = delta @ params["W2"].T
    delta_hidden *= hidden
    return grads | {"W1": X.T @ delta_hidden, "b1": delta_hidden.sum(axis=0)}


def step(params: Params, grads: Params, lr: float) -> Params:
    """params - lr * grads, as a new dict."""
    return {name: value - lr * grads[name] for name, value in params.items()}


def _hidden(params: Params, X: np.ndarray) -> np.ndarray:
    hidden = X @ params["W1"]
    hidden += params["b1"]  # in place, as one array of shape (n, h) is enough
    np.tanh(hidden, out=hidden)
    return hidden


def _check(y: np.ndarray, n: int, c: int) -> None:
    """Refuse anything but n integers in 0..c-1; -1 would pick the last class without an error."""
    if y.shape != (n,) or not np.issubdtype(y.dtype, np.integer) or y.min() < 0 or y.max() >= c:
        raise ValueError(f"y must hold {n} integers from 0 to {c - 1}")
