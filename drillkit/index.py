"""Indexes in the cache folder: values derived from files, kept with the key that proves them fresh."""

from __future__ import annotations

import contextlib
import json
import os
import zlib
from pathlib import Path
from typing import Any


def read(path: Path, key: Any) -> Any:
    """The value kept under exactly this key; None when there is none, or when it is stale or damaged."""
    try:
        checksum, _, body = path.read_bytes().partition(b"\n")
        if int(checksum, 16) != zlib.crc32(body):
            return None
        data = json.loads(body)
        return data["value"] if data["key"] == key else None
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None


def write(path: Path, key: Any, value: Any) -> None:
    """Keep a value; where that is not possible it is only worked out again."""
    body = json.dumps({"key": key, "value": value}).encode()
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(b"%08x\n" % zlib.crc32(body) + body)
        draft.replace(path)
