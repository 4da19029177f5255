"""Trees of JSON and raw buffers as values; nothing of them is trusted."""

from __future__ import annotations

import collections
import math
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from drillkit.wire.kinds import ARRAY_KINDS, BIT_GENERATORS, MAX_DEPTH, NUMPY_TYPES, TYPES, Resolve, WireError

_MAX_COLLISIONS = 50
_MAX_FRACTION = 1 << 16
_MAX_FRACTIONS = 1 << 22
_MAX_SEEDS, _MAX_SEED_BITS = 1000, 4096


class Decoder:
    """Makes the value of one frame's tree; what is not data is given to `resolve`."""

    def __init__(self, buffers: Sequence[memoryview], resolve: Resolve, copy: bool) -> None:
        self.buffers = buffers
        self.resolve = resolve
        self.copy = copy
        self.fraction_bits = 0

    def value(self, tree: Any, depth: int) -> Any:
        if type(tree) is not list:
            if tree is None or type(tree) in (bool, int, float, str):
                return tree
            raise WireError("a frame holds an unknown kind of value")
        if depth > MAX_DEPTH + 8:
            raise WireError("a frame nests too deeply")
        tag = tree[0]
        decode = _DECODERS.get(tag) if type(tag) is str else None
        if decode is not None:
            return decode(self, tree, depth + 1)
        if type(tag) is not str:
            raise WireError("a frame holds a value without a tag")
        return self.resolve(tag, [self.value(part, depth + 1) for part in tree[1:]])

    def many(self, tree: list[Any], depth: int) -> list[Any]:
        value = self.value
        return [value(item, depth) for item in tree[1:]]

    def pairs(self, tree: list[Any], depth: int) -> dict[Any, Any]:
        value = self.value
        try:
            pairs = [(value(key, depth), value(item, depth)) for key, item in tree[1:]]
            _refuse_collisions([key for key, _ in pairs])
            return dict(pairs)
        except TypeError as error:
            raise WireError(f"a dict has a key that cannot be one: {error}") from None

    def members(self, tree: list[Any], depth: int) -> list[Any]:
        items = self.many(tree, depth)
        _refuse_collisions(items)
        return items

    def fraction(self, tree: list[Any], depth: int) -> Any:
        from fractions import Fraction

        numerator, denominator = self.value(tree[1], depth), self.value(tree[2], depth)
        bits = max(numerator.bit_length(), denominator.bit_length())
        self.fraction_bits += bits
        if bits > _MAX_FRACTION or self.fraction_bits > _MAX_FRACTIONS:
            raise WireError("a fraction is larger than allowed")
        return Fraction(numerator, denominator)

    def dtype(self, text: Any) -> np.dtype[Any]:
        if type(text) is not str or len(text) > 40 or "," in text:
            raise WireError("a frame names an unknown dtype")
        dtype = np.dtype(text)
        if dtype.kind not in ARRAY_KINDS or dtype.names is not None:
            raise WireError("a frame names an unknown dtype")
        return dtype

    def array(self, tree: list[Any]) -> np.ndarray[Any, Any]:
        _, text, shape, place = tree
        dtype, shape = self.dtype(text), _shape(shape)
        if math.prod(shape) * dtype.itemsize != len(self.buffers[_index(place)]):
            raise WireError("an array does not fit its buffer")
        if dtype.itemsize == 0 or 0 in shape:
            if math.prod(n for n in shape if n) > 1 << 20:
                raise WireError("an array has an impossible shape")
            return np.zeros(shape, dtype)
        value = np.frombuffer(self.buffers[place], dtype).reshape(shape)
        if self.copy:
            return value.copy()
        value.flags.writeable = False
        return value

    def scalar(self, tree: list[Any]) -> Any:
        _, text, place = tree
        dtype = self.dtype(text)
        data = self.buffers[_index(place)]
        if len(data) != dtype.itemsize:
            raise WireError("a scalar does not fit its buffer")
        return np.frombuffer(data, dtype)[0] if dtype.itemsize else dtype.type()

    def objects(self, tree: list[Any], depth: int) -> np.ndarray[Any, Any]:
        shape = _shape(tree[1])
        items = [self.value(item, depth) for item in tree[2:]]
        if math.prod(shape) != len(items):
            raise WireError("an object array does not fit its shape")
        value = np.empty(len(items), dtype=object)
        for place, item in enumerate(items):
            value[place] = item
        return value.reshape(shape)

    def seeds(self, told: Any) -> np.random.SeedSequence:
        """The seeds from which a generator's children are made."""
        if told is None:
            return np.random.SeedSequence(0)
        entropy, key, children = told
        words = [*([entropy] if type(entropy) is int else entropy), *key, children]
        if len(words) > _MAX_SEEDS or any(type(word) is not int or not 0 <= word < 1 << _MAX_SEED_BITS for word in words):
            raise WireError("a frame holds impossible seeds")
        return np.random.SeedSequence(entropy, spawn_key=key, n_children_spawned=children)

    def generator(self, tree: list[Any], depth: int) -> np.random.Generator:
        state = self.value(tree[1], depth)
        if state["bit_generator"] not in BIT_GENERATORS:
            raise WireError("a frame names an unknown bit generator")
        bits = getattr(np.random, state["bit_generator"])(self.seeds(self.value(tree[2], depth)))
        bits.state = state
        return np.random.Generator(bits)


def _refuse_collisions(keys: list[Any]) -> None:
    """Refuse keys made to share one hash, with which a set or dict would take for ever to build."""
    if len(keys) > _MAX_COLLISIONS:
        hashes = list(map(hash, keys))
        if len(hashes) - len(set(hashes)) > _MAX_COLLISIONS:
            raise WireError("keys have the same hash")


def _shape(shape: Any) -> tuple[int, ...]:
    if type(shape) is not list or len(shape) > 32 or any(type(n) is not int or not 0 <= n < 1 << 40 for n in shape):
        raise WireError("an array has an impossible shape")
    return tuple(shape)


def _index(place: Any) -> int:
    if type(place) is not int or place < 0:
        raise WireError("a frame names an unknown buffer")
    return place


def _typed(name: Any) -> Any:
    return NUMPY_TYPES[name[3:]] if name.startswith("np.") else TYPES[name]


def _number(text: Any) -> float:
    if text not in ("nan", "inf", "-inf"):
        raise WireError("a frame holds an unknown float")
    return float(text)


def _integer(text: Any) -> int:
    if type(text) is not str or len(text) > 1 << 22:
        raise WireError("a frame holds an unknown integer")
    return int(text, 16)


def _decimal(text: str) -> Any:
    from decimal import Decimal

    return Decimal(text)


def _iso(kind: str, text: str) -> Any:
    import datetime

    return getattr(datetime, kind).fromisoformat(text)


def _dict(value: Any) -> dict[Any, Any]:
    if type(value) is not dict:
        raise WireError("a frame holds a mapping that is none")
    return value


def _timezone(offset: Any) -> Any:
    import datetime

    return datetime.timezone(offset)


def _random(state: Any) -> Any:
    import random

    made = random.Random(0)  # noqa: S311  replays what the test drew
    made.setstate(state)
    return made


def _timedelta(*parts: int) -> Any:
    import datetime

    return datetime.timedelta(*parts)


_DECODERS: dict[str, Callable[[Decoder, list[Any], int], Any]] = {
    "l": lambda d, t, depth: d.many(t, depth),
    "t": lambda d, t, depth: tuple(d.many(t, depth)),
    "s": lambda d, t, depth: set(d.members(t, depth)),
    "fs": lambda d, t, depth: frozenset(d.members(t, depth)),
    "d": lambda d, t, depth: d.pairs(t, depth),
    "a": lambda d, t, depth: d.array(t),
    "aT": lambda d, t, depth: d.array(t).T,
    "n": lambda d, t, depth: d.scalar(t),
    "o": lambda d, t, depth: d.objects(t, depth),
    "i": lambda d, t, depth: _integer(t[1]),
    "f": lambda d, t, depth: _number(t[1]),
    "c": lambda d, t, depth: complex(d.value(t[1], depth), d.value(t[2], depth)),
    "b": lambda d, t, depth: bytes(d.buffers[_index(t[1])]),
    "ba": lambda d, t, depth: bytearray(d.buffers[_index(t[1])]),
    "r": lambda d, t, depth: range(*d.many(t, depth)),
    "sl": lambda d, t, depth: slice(*d.many(t, depth)),
    "...": lambda d, t, depth: ...,
    "ni": lambda d, t, depth: NotImplemented,
    "type": lambda d, t, depth: _typed(t[1]),
    "dtype": lambda d, t, depth: d.dtype(t[1]),
    "rng": lambda d, t, depth: d.generator(t, depth),
    "D": lambda d, t, depth: _decimal(t[1]),
    "F": lambda d, t, depth: d.fraction(t, depth),
    "dt": lambda d, t, depth: _iso("datetime", t[1]),
    "da": lambda d, t, depth: _iso("date", t[1]),
    "ti": lambda d, t, depth: _iso("time", t[1]),
    "td": lambda d, t, depth: _timedelta(*t[1:]),
    "tz": lambda d, t, depth: _timezone(d.value(t[1], depth)),
    "dk": lambda d, t, depth: dict.fromkeys(d.many(t, depth)).keys(),
    "dv": lambda d, t, depth: dict(enumerate(d.many(t, depth))).values(),
    "di": lambda d, t, depth: dict(d.many(t, depth)).items(),
    "C": lambda d, t, depth: collections.Counter(_dict(d.value(t[1], depth))),
    "od": lambda d, t, depth: collections.OrderedDict(_dict(d.value(t[1], depth))),
    "dd": lambda d, t, depth: collections.defaultdict(_typed(t[1]) if t[1] else None, _dict(d.value(t[2], depth))),
    "dq": lambda d, t, depth: collections.deque(d.value(t[2], depth), t[1]),
    "pyrng": lambda d, t, depth: _random(d.value(t[1], depth)),
}
