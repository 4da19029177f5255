"""Integers in 64 bits, and integer gradients; einsum sums whatever letter the operand does not have."""

from string import ascii_lowercase

import numpy as np


def matmul_backward(grad_out, A, B):
    kind = np.result_type(grad_out, A, B)
    grad, A, B = (np.asarray(x, dtype=kind if kind.kind == "f" else np.int64) for x in (grad_out, A, B))
    if grad.shape != np.matmul(A, B).shape:
        raise ValueError("grad_out must have the shape of A @ B")
    batch = ascii_lowercase[: grad.ndim - 2]

    def own(operand):
        """The operand without its leading axes of size 1, and the letters of those that are left."""
        sizes = operand.shape[:-2]
        letters = batch[len(batch) - len(sizes) :]
        kept = "".join(letter for letter, size in zip(letters, sizes) if size != 1)
        return operand.reshape([size for size in sizes if size != 1] + list(operand.shape[-2:])), kept

    (a, of_a), (b, of_b) = own(A), own(B)
    dA = np.einsum(f"{batch}NM,{of_b}KM->{of_a}NK", grad, b)
    dB = np.einsum(f"{of_a}NK,{batch}NM->{of_b}KM", a, grad)
    return dA.reshape(A.shape), dB.reshape(B.shape)
