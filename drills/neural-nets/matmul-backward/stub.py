"""Backward pass of a matrix product."""

import numpy as np


def matmul_backward(grad_out: np.ndarray, A: np.ndarray, B: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """(dL/dA, dL/dB) for C = A @ B and grad_out = dL/dC; leading axes broadcast as in np.matmul."""
    raise NotImplementedError
