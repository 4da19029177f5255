"""The decoder, given anything: a value or one typed error, soon, and in little memory."""

from __future__ import annotations

import datetime
import json
import math
import struct
import time
import tracemalloc
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from drillkit.wire import FRAME, MAX_BUFFERS, MAX_DEPTH, MAX_HEADER, WireError, dump, load, sizes

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::RuntimeWarning")  # NumPy on odd dtypes
quick = settings(deadline=2_000, max_examples=300, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def _refer(_: Any) -> None:
    return None


def _resolve(tag: str, parts: list[Any]) -> Any:
    if tag == "h":
        return ("handle", *parts)
    raise WireError(f"unknown {tag}")


def _frame(value: Any) -> tuple[bytes, bytes]:
    pieces = [bytes(piece) for piece in dump(value, _refer)]
    header, total = sizes(pieces[0][: FRAME.size])
    body = b"".join(pieces)[FRAME.size :]
    assert len(body) == header + total
    return body[:header], body[header:]


def _round_trip(value: Any, *, copy: bool) -> Any:
    return load(*_frame(value), _resolve, copy=copy)


def _same(a: Any, b: Any) -> bool:
    """Equal down to types, shapes, dtypes and the places of NaN."""
    if type(a) is not type(b):
        return False
    if isinstance(a, np.ndarray):
        if a.dtype.kind == "O":
            return a.shape == b.shape and all(map(_same, a.ravel().tolist(), b.ravel().tolist()))
        return a.shape == b.shape and a.dtype == b.dtype and a.tobytes() == b.tobytes()
    if isinstance(a, np.generic):
        return bool(a.dtype == b.dtype and a.tobytes() == b.tobytes())
    if isinstance(a, list | tuple):
        return len(a) == len(b) and all(map(_same, a, b))
    if isinstance(a, dict):
        return _same(list(a.items()), list(b.items()))
    if isinstance(a, float):
        return struct.pack("d", a) == struct.pack("d", b) or (math.isnan(a) and math.isnan(b))
    if isinstance(a, complex):
        return _same(a.real, b.real) and _same(a.imag, b.imag)
    return bool(a == b)


_DTYPES = st.sampled_from("bool i1 u1 i2 u2 i4 u4 i8 u8 f2 f4 f8 c8 c16 >i4 >f8 U3 S3 M8[s] m8[ms]".split()).map(np.dtype)
_ARRAYS = arrays.arrays(_DTYPES, arrays.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=4))
_KEYS = st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=5), st.binary(max_size=5), st.tuples(st.integers()))
_LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.integers(-(2**400), 2**400),
    st.floats(),
    st.complex_numbers(),
    st.text(),
    st.binary(),
    st.binary().map(bytearray),
    st.decimals(allow_nan=False),
    st.fractions(),
    st.dates(),
    st.times(),
    st.datetimes(timezones=st.sampled_from([None, datetime.UTC])),
    st.timedeltas(),
    st.just(...),
    st.builds(range, st.integers(), st.integers(), st.integers(1, 9)),
    st.builds(slice, st.none() | st.integers(), st.integers(), st.none()),
    st.sampled_from([int, float, ValueError, np.float32, np.dtype("f4")]),
    st.frozensets(_KEYS),
    st.sets(_KEYS),
    _ARRAYS,
    _ARRAYS.filter(lambda a: a.size > 0).map(lambda a: a.ravel()[0]),
)
_VALUES = st.recursive(
    _LEAVES,
    lambda inner: st.one_of(st.lists(inner), st.tuples(inner, inner), st.dictionaries(_KEYS, inner)),
    max_leaves=20,
)


@quick
@given(_VALUES, st.booleans())
def test_every_value_makes_the_round_trip(value: Any, copy: bool) -> None:
    """What is sent comes back equal, of the same types, dtypes and shapes."""
    assert _same(_round_trip(value, copy=copy), value)


@pytest.mark.parametrize("generator", ["PCG64", "MT19937", "PCG64DXSM", "Philox", "SFC64"])
def test_a_generator_goes_on_where_it_was(generator: str) -> None:
    """A random generator makes the round trip with its state."""
    made = np.random.Generator(getattr(np.random, generator)(5))
    made.normal(size=7)
    assert _round_trip(made, copy=True).normal() == made.normal()


def test_object_arrays_make_the_round_trip() -> None:
    """An object array comes back with its shape and contents."""
    value = np.array([[1, "a"], [None, (2.5,)]], dtype=object)
    assert _same(_round_trip(value, copy=False), value)


def _decoded(header: bytes, buffers: bytes) -> bool:
    """Whether a frame decodes; anything but a value or a WireError is raised on."""
    try:
        load(header, buffers, _resolve, copy=False)
    except WireError:
        return False
    return True


@quick
@given(st.binary(max_size=300), st.binary(max_size=64))
def test_arbitrary_bytes(header: bytes, buffers: bytes) -> None:
    """Bytes that are no frame give a WireError."""
    _decoded(header, buffers)


_TAGS = "l t s fs d a n o i f c b ba r sl ... ni type dtype rng D F dt da ti td h J record named error zz".split()
_SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 9),
    st.integers(),
    st.floats(),
    st.text(max_size=6),
    st.sampled_from([*_TAGS, "<f8", "O", "V8", "<U9", "U0", "M8[as]", "f8,f8", "nan", "-ff", "np.int8", "PCG64", "9999-99-99", "1E+99999"]),
)
_TREES = st.recursive(
    _SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=5),
        st.builds(lambda tag, rest: [tag, *rest], st.sampled_from(_TAGS), st.lists(inner, max_size=4)),
        st.dictionaries(st.text(max_size=3), inner, max_size=3),
    ),
    max_leaves=25,
)


@settings(quick, max_examples=1500)
@given(_TREES, st.one_of(st.lists(st.integers(-2, 40), max_size=4), _TREES), st.binary(max_size=40))
def test_arbitrary_trees(tree: Any, lengths: Any, buffers: bytes) -> None:
    """JSON that is well formed and means nothing gives a value or a WireError."""
    _decoded(json.dumps([tree, lengths]).encode(), buffers)


@settings(quick, max_examples=600)
@given(st.data())
def test_mutated_frames(data: st.DataObject) -> None:
    """A valid frame with bytes changed, dropped, doubled or swapped gives a value or a WireError."""
    header, buffers = _frame(data.draw(_VALUES))
    changed = bytearray(header)
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, max(0, len(changed) - 1)))
        how = data.draw(st.sampled_from(["change", "drop", "double", "insert"]))
        if how == "change":
            changed[place : place + 1] = bytes([data.draw(st.sampled_from(b'0123456789[]",-eE.{}tnfuaslrd'))])
        elif how == "drop":
            del changed[place : place + data.draw(st.integers(1, 5))]
        elif how == "double":
            changed[place:place] = changed[place : place + data.draw(st.integers(1, 20))]
        else:
            changed[place:place] = data.draw(st.binary(min_size=1, max_size=4))
    _decoded(bytes(changed), buffers[: data.draw(st.integers(0, len(buffers)))] if data.draw(st.booleans()) else buffers)


@quick
@given(st.binary(min_size=12, max_size=12))
def test_arbitrary_prefixes(prefix: bytes) -> None:
    """A prefix promises no more than is allowed, or is refused."""
    try:
        header, total = sizes(prefix)
    except WireError:
        return
    assert header <= MAX_HEADER
    assert total <= MAX_BUFFERS


def _tree(tree: Any) -> bytes:
    return json.dumps([tree, []], separators=(",", ":")).encode()


_HEX = "f" * (1 << 22)
_DEAR = {
    "complex numbers with one hash": lambda: _tree(["s", *[["c", float(-1000003 * n), float(n)] for n in range(1, 200_000)]]),
    "integers with one hash": lambda: _tree(["fs", *[["i", format(n * (2**61 - 1), "x")] for n in range(200_000)]]),
    "keys with one hash": lambda: _tree(["d", *[[["i", format(n * (2**61 - 1), "x")], 0] for n in range(200_000)]]),
    "keys with one hash in many dicts": lambda: _tree(
        ["l", *[["d", *[[["i", format(n * (2**61 - 1), "x")], 0] for n in range(45)]] for _ in range(3000)]]
    ),
    "long fractions": lambda: _tree(["l", *[["F", ["i", _HEX], ["i", "3" + _HEX[1:]]]] * 4]),
    "many fractions": lambda: _tree(["l", *[["F", ["i", _HEX[:10_000]], ["i", "3" + _HEX[:9_000]]]] * 1000]),
    "long integers": lambda: _tree(["l", *[["i", _HEX]] * 10]),
    "integers beyond any bound": lambda: b"[" + b"9" * 1_000_000 + b",[]]",
    "thirty million parts": lambda: b'[["l"' + b",0" * 30_000_000 + b"],[]]",
    "brackets without end": lambda: b"[" * 2_000_000,
    "tags without end": lambda: b'["l",' * 200_000,
    "one dict in another": lambda: b'{"a":' * 200_000,
    "an array of 2**40 empty rows": lambda: _tree(["a", "<f8", [2**40, 0], 0]),
    "an array of strings of no length": lambda: _tree(["a", "<U0", [2**30, 2**9], 0]),
    "an object array of 2**39 entries": lambda: _tree(["o", [2**39]]),
    "a decimal of ten million digits": lambda: _tree(["D", "9" * 10_000_000]),
    "a range beyond any bound": lambda: _tree(["r", 0, ["i", _HEX], 1]),
    "a string of 60 MB": lambda: _tree("x" * 60_000_000),
}


@pytest.mark.parametrize("what", _DEAR)
def test_what_is_dear_to_decode_is_refused_or_soon_done(what: str) -> None:
    """Frames made to take for ever take at most two seconds."""
    header = _DEAR[what]()
    began = time.process_time()
    _decoded(header, b"")
    assert time.process_time() - began < 2.0


@pytest.mark.parametrize("what", [name for name in _DEAR if name != "thirty million parts"])
def test_memory_stays_in_proportion(what: str) -> None:
    """A frame takes no more than 100 bytes of memory for each of its own, and 4 MB."""
    header = _DEAR[what]()
    tracemalloc.start(1)
    try:
        _decoded(header, b"")
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 100 * len(header) + (4 << 20)


@pytest.mark.parametrize("lengths", [[-1], [10], [True], ["1"], [2**70], [1, 1], {}, None, 5, [[1]], [0.0]], ids=repr)
def test_lengths_that_do_not_fit(lengths: Any) -> None:
    """Buffers that do not fit their lengths give a WireError."""
    assert not _decoded(json.dumps([None, lengths]).encode(), b"xyz")


@pytest.mark.parametrize(
    "value",
    [Decimal("sNaN"), Decimal("-Infinity"), Fraction(1, 3), -0.0, 2**53, -(2**53), 2**53 - 1, [], (), {}, "\ud800", float("-inf")],
    ids=repr,
)
def test_odd_values_make_the_round_trip(value: Any) -> None:
    """Values at the edges come back as they were."""
    found = _round_trip(value, copy=True)
    assert type(found) is type(value)
    assert repr(found) == repr(value)


@pytest.mark.parametrize(
    "value", [np.zeros(2, dtype=[("a", "f8")]), np.zeros(2, dtype="V5"), object(), lambda: 1], ids=lambda v: type(v).__name__
)
def test_what_cannot_travel_is_refused(value: Any) -> None:
    """Structured arrays, objects and functions give a WireError, alone and inside a list."""
    for each in (value, [value], {"a": (value,)}):
        with pytest.raises(WireError):
            dump(each, _refer)


def test_too_deep_a_value_is_refused() -> None:
    """Lists nested beyond the bound, or in themselves, give a WireError."""
    value: list[Any] = []
    for _ in range(MAX_DEPTH + 5):
        value = [value]
    loop: list[Any] = []
    loop.append(loop)
    for each in (value, loop):
        with pytest.raises(WireError):
            dump(each, _refer)


def test_arrays_are_frozen_or_copies() -> None:
    """Without `copy` an array cannot be written; with it, it can."""
    assert not _round_trip(np.zeros(3), copy=False).flags.writeable
    assert _round_trip(np.zeros(3), copy=True).flags.writeable


@pytest.mark.parametrize("copy", [False, True])
def test_the_order_of_rows_and_columns_in_memory_is_kept(copy: bool) -> None:
    """An array that lies column by column arrives so; any other one row by row."""
    rows = np.arange(24.0).reshape(2, 3, 4)
    for sent, columns in ((rows, False), (rows.T, True), (np.asfortranarray(rows), True), (rows[:, ::2], False), (rows[:1].T, True)):
        header, buffers = _frame([sent])
        (came,) = load(header, buffers, _resolve, copy=copy)
        assert np.array_equal(came, sent)
        assert came.dtype == sent.dtype
        assert came.flags.f_contiguous is columns
        assert came.flags.writeable is copy


@pytest.mark.parametrize("seed", [7, [3, 2**40], np.random.SeedSequence(5, spawn_key=(1, 4))], ids=["number", "list", "spawned"])
@pytest.mark.parametrize("bits", ["PCG64", "MT19937", "Philox"])
def test_a_generator_arrives_with_its_children(bits: str, seed: Any) -> None:
    """It goes on where it stood, and what it spawns is what the original would have spawned."""
    sent = np.random.Generator(getattr(np.random, bits)(seed))
    sent.standard_normal(3)
    sent.spawn(2)
    got = _round_trip(sent, copy=True)
    assert got.standard_normal(2).tolist() == sent.standard_normal(2).tolist()
    assert got.spawn(1)[0].integers(10**9) == sent.spawn(1)[0].integers(10**9)
