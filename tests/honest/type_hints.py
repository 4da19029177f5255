"""Type hints everywhere, a protocol, a type variable, a dataclass and an overload."""
# drill: softmax
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final, Protocol, TypeVar, overload

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.floating[Any]]
T = TypeVar("T", bound=np.generic)
AXIS: Final[int] = -1


class Normaliser(Protocol):
    def __call__(self, e: Floats) -> Floats: ...


@dataclass(frozen=True, slots=True)
class BySum:
    axis: int = AXIS
    notes: list[str] = field(default_factory=list)

    def __call__(self, e: Floats) -> Floats:
        return e / e.sum(axis=self.axis, keepdims=True)


@overload
def as_floats(z: npt.NDArray[T]) -> Floats: ...
@overload
def as_floats(z: list[float]) -> Floats: ...
def as_floats(z: Any) -> Floats:
    z = np.asarray(z)
    return z if np.issubdtype(z.dtype, np.floating) else z.astype(np.float64)


def softmax(z: npt.NDArray[Any], normalise: Normaliser = BySum(), exp: Callable[[Floats], Floats] = np.exp) -> Floats:
    floats = as_floats(z)
    return normalise(exp(floats - floats.max(axis=AXIS, keepdims=True)))
