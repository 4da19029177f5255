"""A two-layer network from scratch."""

import numpy as np

Params = dict[str, np.ndarray]  # "W1" (d, h), "b1" (h,), "W2" (h, c), "b2" (c,)


def init_params(d: int, h: int, c: int, rng: np.random.Generator) -> Params:
    """W1 normal with standard deviation 1/√d, W2 with 1/√h, biases zero."""
    raise NotImplementedError


def forward(params: Params, X: np.ndarray) -> np.ndarray:
    """Logits (n, c) of tanh(X W1 + b1) W2 + b2."""
    raise NotImplementedError


def loss(params: Params, X: np.ndarray, y: np.ndarray) -> float:
    """Mean softmax cross-entropy; y (n,) holds labels in 0..c-1."""
    raise NotImplementedError


def backward(params: Params, X: np.ndarray, y: np.ndarray) -> Params:
    """Gradients of the loss, under the keys and in the shapes of params."""
    raise NotImplementedError


def step(params: Params, grads: Params, lr: float) -> Params:
    """params - lr * grads, as a new dict."""
    raise NotImplementedError
