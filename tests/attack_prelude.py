"""What every file of tests/attacks can use: it is put in front of it, with ARENA filled in by the arena.

ARENA tells what a learner could find out about the machine: `drill` (the drill's folder), `checkout`, `home`, `work`, `canary`
(a file that the test made), `victim` (a process that the test made), `port` (closed, on loopback) and `entry` (the names asked for).
"""

import json as _json
import os as _os
import stat as _stat
import struct as _struct

ARENA = {}


def channel():
    """The descriptor of the socket on which results travel."""
    for descriptor in range(3, 64):
        try:
            if _stat.S_ISSOCK(_os.fstat(descriptor).st_mode):
                return descriptor
        except OSError:
            continue
    raise OSError("no socket")


def frame(tree, *buffers):
    """The bytes of one frame, whatever is in it."""
    header = _json.dumps([tree, [len(data) for data in buffers]]).encode("ascii")
    return _struct.pack(">IQ", len(header), sum(map(len, buffers))) + header + b"".join(buffers)


def ok(tree, *buffers, extras=("d",)):
    """A reply that a call went well."""
    return frame(["l", "ok", tree, list(extras)], *buffers)


def send(data):
    """All of `data` onto the channel."""
    descriptor, view = channel(), memoryview(data)
    while view:
        view = view[_os.write(descriptor, view) :]
