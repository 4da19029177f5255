"""Values as trees of JSON and raw buffers."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np

from drillkit.wire.kinds import ARRAY_KINDS, BIT_GENERATORS, MAX_DEPTH, TYPE_NAMES, Refer, WireError

_SAFE_INT = 1 << 53


class Encoder:
    """Makes the tree of one frame, and gathers its buffers; what is not data is given to `refer`."""

    def __init__(self, refer: Refer) -> None:
        self.buffers: list[Any] = []
        self.refer = refer

    def tree(self, value: Any, depth: int) -> Any:
        kind = type(value)
        if value is None or kind is bool or kind is str:
            return value
        if kind is int:
            return value if -_SAFE_INT < value < _SAFE_INT else ["i", format(value, "x")]
        if kind is float:
            return value if math.isfinite(value) else ["f", repr(value)]
        if depth > MAX_DEPTH:
            raise WireError(f"this value nests deeper than {MAX_DEPTH} levels")
        encode = _ENCODERS.get(kind)
        if encode is not None:
            return encode(self, value, depth + 1)
        return self._other(value, depth + 1)

    def _other(self, value: Any, depth: int) -> Any:
        name = TYPE_NAMES.get(id(value))
        if name is not None:
            return ["type", name]
        reference = self.refer(value)
        if reference is not None:
            return [self.tree(part, depth) if place else part for place, part in enumerate(reference)]
        if isinstance(value, np.ndarray):
            return self.array(np.ndarray.view(value, np.ndarray), depth)
        if isinstance(value, np.generic):
            return self.scalar(value)
        if isinstance(value, np.dtype):
            return ["dtype", value.str]
        if isinstance(value, np.random.Generator):
            return self.generator(value, depth)
        encode = _late_encoder(type(value))
        if encode is not None:
            return encode(self, value, depth)
        for base in (dict, list, tuple, set, frozenset, str, bytes, int, float):
            if isinstance(value, base):
                return self.tree(_as_base(base, value), depth)
        raise WireError(f"a {type(value).__name__} cannot travel")

    def many(self, tag: str, values: Any, depth: int) -> list[Any]:
        tree = self.tree
        return [tag, *[tree(item, depth) for item in values]]

    def pairs(self, values: dict[Any, Any], depth: int) -> list[Any]:
        return ["d", *[[self.tree(key, depth), self.tree(item, depth)] for key, item in values.items()]]

    def buffer(self, data: Any) -> int:
        self.buffers.append(data)
        return len(self.buffers) - 1

    def array(self, value: np.ndarray[Any, Any], depth: int) -> list[Any]:
        if value.dtype.kind in ARRAY_KINDS:
            if value.flags.f_contiguous and not value.flags.c_contiguous:  # columns first: sent as they lie
                return ["aT", *self.array(value.T, depth)[1:]]
            data: Any = np.ascontiguousarray(value).reshape(-1).view(np.uint8).data if value.size and value.dtype.itemsize else b""
            return ["a", value.dtype.str, list(value.shape), self.buffer(data)]
        if value.dtype.kind == "O":
            return ["o", list(value.shape), *[self.tree(item, depth) for item in value.ravel().tolist()]]
        raise WireError(f"an array of {value.dtype} cannot travel")

    def scalar(self, value: np.generic) -> list[Any]:
        if value.dtype.kind not in ARRAY_KINDS:
            raise WireError(f"a scalar of {value.dtype} cannot travel")
        return ["n", value.dtype.str, self.buffer(value.tobytes() if value.dtype.itemsize else b"")]

    def generator(self, value: np.random.Generator, depth: int) -> list[Any]:
        state, seed = value.bit_generator.state, value.bit_generator.seed_seq
        if state.get("bit_generator") not in BIT_GENERATORS:
            raise WireError("this bit generator cannot travel")
        seeds = _seeds(seed) if isinstance(seed, np.random.SeedSequence) else None  # what `spawn` makes children of
        return ["rng", self.tree(state, depth), self.tree(seeds, depth)]


def _seeds(seed: np.random.SeedSequence) -> list[Any]:
    """Entropy, spawn key and number of children."""
    entropy: Any = seed.entropy
    return [entropy if isinstance(entropy, int) else [int(word) for word in entropy], list(seed.spawn_key), seed.n_children_spawned]


def _as_base(base: Any, value: Any) -> Any:
    """A subclass's contents without running its own code."""
    if base is dict:
        return dict(dict.items(value))
    if base in (list, tuple, set, frozenset):
        return base(base.__iter__(value))
    if base is str:
        return str.__str__(value)
    if base is bytes:
        return bytes.__getitem__(value, slice(None))
    return int.__add__(value, 0) if base is int else float.__add__(value, 0.0)


_ENCODERS: dict[type, Callable[[Encoder, Any, int], Any]] = {
    list: lambda e, v, depth: e.many("l", v, depth),
    tuple: lambda e, v, depth: e.many("t", v, depth),
    set: lambda e, v, depth: e.many("s", v, depth),
    frozenset: lambda e, v, depth: e.many("fs", v, depth),
    dict: lambda e, v, depth: e.pairs(v, depth),
    np.ndarray: lambda e, v, depth: e.array(v, depth),
    np.float64: lambda e, v, depth: e.scalar(v),
    np.int64: lambda e, v, depth: e.scalar(v),
    np.bool_: lambda e, v, depth: e.scalar(v),
    complex: lambda e, v, depth: ["c", e.tree(v.real, depth), e.tree(v.imag, depth)],
    bytes: lambda e, v, depth: ["b", e.buffer(v)],
    bytearray: lambda e, v, depth: ["ba", e.buffer(bytes(v))],
    range: lambda e, v, depth: ["r", e.tree(v.start, depth), e.tree(v.stop, depth), e.tree(v.step, depth)],
    slice: lambda e, v, depth: ["sl", e.tree(v.start, depth), e.tree(v.stop, depth), e.tree(v.step, depth)],
    type({}.keys()): lambda e, v, depth: e.many("dk", v, depth),
    type({}.values()): lambda e, v, depth: e.many("dv", v, depth),
    type({}.items()): lambda e, v, depth: e.many("di", v, depth),
    type(...): lambda e, v, depth: ["..."],
    type(NotImplemented): lambda e, v, depth: ["ni"],
}


def _factory(factory: Any) -> str | None:
    """The name of a builtin type; another factory is of no use on the other side."""
    return TYPE_NAMES.get(id(factory))


def _late_encoder(kind: type) -> Callable[[Encoder, Any, int], Any] | None:
    """Encoders of types whose modules are imported only where a value of them exists."""
    return _LATE.get((kind.__module__, kind.__name__))


_LATE: dict[tuple[str, str], Callable[[Encoder, Any, int], Any]] = {
    ("decimal", "Decimal"): lambda e, v, depth: ["D", str(v)],
    ("fractions", "Fraction"): lambda e, v, depth: ["F", e.tree(v.numerator, depth), e.tree(v.denominator, depth)],
    ("datetime", "datetime"): lambda e, v, depth: ["dt", v.isoformat()],
    ("datetime", "date"): lambda e, v, depth: ["da", v.isoformat()],
    ("datetime", "time"): lambda e, v, depth: ["ti", v.isoformat()],
    ("datetime", "timedelta"): lambda e, v, depth: ["td", v.days, v.seconds, v.microseconds],
    ("datetime", "timezone"): lambda e, v, depth: ["tz", e.tree(v.utcoffset(None), depth)],
    ("collections", "Counter"): lambda e, v, depth: ["C", e.pairs(v, depth)],
    ("collections", "OrderedDict"): lambda e, v, depth: ["od", e.pairs(v, depth)],
    ("collections", "defaultdict"): lambda e, v, depth: ["dd", _factory(v.default_factory), e.pairs(v, depth)],
    ("collections", "deque"): lambda e, v, depth: ["dq", e.tree(v.maxlen, depth), e.many("l", v, depth)],
    ("random", "Random"): lambda e, v, depth: ["pyrng", e.tree(v.getstate(), depth)],
}
