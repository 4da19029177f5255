"""The typed data channel between judge and player: one frame is a small JSON header and raw buffers, never pickle.

A frame is `>IQ` (bytes of header, bytes of buffers), the header, the buffers.  The header is a JSON list `[tree, [buffer lengths]]`.
In the tree JSON scalars stand for themselves; everything else is a list whose first entry is a tag.  What is not data is given to
`refer` when encoding and to `resolve` when decoding.  Decoding trusts nothing: it returns a value or raises `WireError`.
"""

from __future__ import annotations

import builtins
import collections
import json
import math
import struct
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

FRAME = struct.Struct(">IQ")
MAX_HEADER = 64 << 20
MAX_BUFFERS = 1 << 29
MAX_DEPTH = 100
MAX_PARTS = 1 << 22
_MAX_COLLISIONS = 50
_MAX_FRACTION = 1 << 16
_MAX_FRACTIONS = 1 << 22
_SAFE_INT = 1 << 53
_ARRAY_KINDS = "biufcSUmM"
_TYPES: dict[str, Any] = {
    name: value
    for name, value in vars(builtins).items()
    if isinstance(value, type)
    and (
        issubclass(value, BaseException)
        or name in {"int", "float", "str", "bool", "bytes", "list", "dict", "set", "tuple", "complex", "object", "frozenset"}
    )
}
_NUMPY_TYPES: dict[str, Any] = {
    name: getattr(np, name)
    for name in [
        "bool_",
        "int8",
        "int16",
        "int32",
        "int64",
        "uint8",
        "uint16",
        "uint32",
        "uint64",
        "float16",
        "float32",
        "float64",
        "complex64",
        "complex128",
        "str_",
        "object_",
    ]
}
_TYPE_NAMES = {id(value): name for name, value in _TYPES.items()} | {id(value): "np." + name for name, value in _NUMPY_TYPES.items()}
_BIT_GENERATORS = ("PCG64", "MT19937", "PCG64DXSM", "Philox", "SFC64")

Refer = Callable[[Any], list[Any] | None]
Resolve = Callable[[str, list[Any]], Any]


class WireError(Exception):
    """A frame that is not well formed, or a value that cannot travel."""


def dump(value: Any, refer: Refer) -> list[Any]:
    """`value` as the pieces of one frame, to be sent in order."""
    encoder = _Encoder(refer)
    try:
        tree = encoder.tree(value, 0)
        header = json.dumps([tree, [len(b) for b in encoder.buffers]], separators=(",", ":")).encode("ascii")
    except (RecursionError, ValueError, UnicodeError) as error:
        raise WireError(f"this value cannot travel: {error}") from None
    total = sum(len(b) for b in encoder.buffers)
    if len(header) > MAX_HEADER or total > MAX_BUFFERS or header.count(b",") > MAX_PARTS:
        raise WireError("this value is too large to travel")
    return [FRAME.pack(len(header), total) + header, *encoder.buffers]


def sizes(prefix: bytes) -> tuple[int, int]:
    """Bytes of header and of buffers that follow the 12 bytes `prefix`."""
    header, total = FRAME.unpack(prefix)
    if header > MAX_HEADER or total > MAX_BUFFERS:
        raise WireError("a frame is larger than allowed")
    return header, total


def load(header: bytes | bytearray, buffers: bytes | bytearray | memoryview, resolve: Resolve, *, copy: bool) -> Any:
    """The value of a frame; arrays are writable copies with `copy`, else frozen views of `buffers`."""
    if header.count(b",") > MAX_PARTS:
        raise WireError("a frame has more parts than allowed")
    try:
        parsed = json.loads(bytes(header))
        tree, lengths = parsed
        return _Decoder(_cut(lengths, memoryview(buffers)), resolve, copy).value(tree, 0)
    except WireError:
        raise
    except (
        ValueError,
        TypeError,
        IndexError,
        KeyError,
        AttributeError,
        OverflowError,
        RecursionError,
        ArithmeticError,
        UnicodeError,
        MemoryError,
    ) as error:
        raise WireError(f"a frame is not well formed: {type(error).__name__}") from None


def _cut(lengths: Any, buffers: memoryview) -> list[memoryview]:
    pieces, start = [], 0
    for length in lengths:
        if type(length) is not int or length < 0 or start + length > len(buffers):
            raise WireError("the buffers of a frame do not fit their lengths")
        pieces.append(buffers[start : start + length])
        start += length
    if start != len(buffers):
        raise WireError("a frame has buffers left over")
    return pieces


class _Encoder:
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
        name = _TYPE_NAMES.get(id(value))
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
        if value.dtype.kind in _ARRAY_KINDS:
            if value.flags.f_contiguous and not value.flags.c_contiguous:  # columns first: sent as they lie
                return ["aT", *self.array(value.T, depth)[1:]]
            data: Any = np.ascontiguousarray(value).reshape(-1).view(np.uint8).data if value.size and value.dtype.itemsize else b""
            return ["a", value.dtype.str, list(value.shape), self.buffer(data)]
        if value.dtype.kind == "O":
            return ["o", list(value.shape), *[self.tree(item, depth) for item in value.ravel().tolist()]]
        raise WireError(f"an array of {value.dtype} cannot travel")

    def scalar(self, value: np.generic) -> list[Any]:
        if value.dtype.kind not in _ARRAY_KINDS:
            raise WireError(f"a scalar of {value.dtype} cannot travel")
        return ["n", value.dtype.str, self.buffer(value.tobytes() if value.dtype.itemsize else b"")]

    def generator(self, value: np.random.Generator, depth: int) -> list[Any]:
        state = value.bit_generator.state
        if state.get("bit_generator") not in _BIT_GENERATORS:
            raise WireError("this bit generator cannot travel")
        return ["rng", self.tree(state, depth)]


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


_ENCODERS: dict[type, Callable[[_Encoder, Any, int], Any]] = {
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
    return _TYPE_NAMES.get(id(factory))


def _late_encoder(kind: type) -> Callable[[_Encoder, Any, int], Any] | None:
    """Encoders of types whose modules are imported only where a value of them exists."""
    return _LATE.get((kind.__module__, kind.__name__))


_LATE: dict[tuple[str, str], Callable[[_Encoder, Any, int], Any]] = {
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


class _Decoder:
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
        if dtype.kind not in _ARRAY_KINDS or dtype.names is not None:
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

    def generator(self, tree: list[Any], depth: int) -> np.random.Generator:
        state = self.value(tree[1], depth)
        if state["bit_generator"] not in _BIT_GENERATORS:
            raise WireError("a frame names an unknown bit generator")
        bits = getattr(np.random, state["bit_generator"])()
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
    return _NUMPY_TYPES[name[3:]] if name.startswith("np.") else _TYPES[name]


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


_DECODERS: dict[str, Callable[[_Decoder, list[Any], int], Any]] = {
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
