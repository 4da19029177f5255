"""The typed data channel between judge and player: one frame is a small JSON header and raw buffers, never pickle.

A frame is `>IQ` (bytes of header, bytes of buffers), the header, the buffers.  The header is a JSON list `[tree, [buffer lengths]]`.
In the tree JSON scalars stand for themselves; everything else is a list whose first entry is a tag.  What is not data is given to
`refer` when encoding and to `resolve` when decoding.  Decoding trusts nothing: it returns a value or raises `WireError`.
"""

from __future__ import annotations

import json
import struct
from typing import Any

from drillkit.wire.decoder import Decoder
from drillkit.wire.encoder import Encoder
from drillkit.wire.kinds import MAX_DEPTH, Refer, Resolve, WireError

__all__ = ["FRAME", "MAX_BUFFERS", "MAX_DEPTH", "MAX_HEADER", "Refer", "Resolve", "WireError", "dump", "load", "sizes"]
FRAME = struct.Struct(">IQ")
MAX_HEADER = 64 << 20
MAX_BUFFERS = 1 << 29
MAX_PARTS = 1 << 22


def dump(value: Any, refer: Refer) -> list[Any]:
    """`value` as the pieces of one frame, to be sent in order."""
    encoder = Encoder(refer)
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
        return Decoder(_cut(lengths, memoryview(buffers)), resolve, copy).value(tree, 0)
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
