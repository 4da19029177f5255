"""The operating system's walls around a player: Landlock for files, seccomp for system calls, no privileges.

What can be prepared is prepared once in the zygote (`Walls.build`); a child only enters (`Walls.enter`).  A wall that the system lacks
is named in `missing`; the level is `full` only when none is.
"""

from __future__ import annotations

import ctypes
import functools
import os
import signal
import sys
from typing import Any

from drillkit.player import seccomp
from drillkit.player.names import WALLS

_PR_SET_PDEATHSIG = 1
_PR_SET_DUMPABLE = 4
_PR_SET_NO_NEW_PRIVS = 38
_LANDLOCK_CREATE, _LANDLOCK_ADD, _LANDLOCK_RESTRICT = 444, 445, 446
_CREATE_VERSION = 1
_PATH_BENEATH = 1
_READ_FILE, _READ_DIR = 1 << 2, 1 << 3
_RIGHTS_BY_ABI = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}
_CAPABILITY_VERSION = 0x20080522


class _Ruleset(ctypes.Structure):
    _fields_ = (("handled_access_fs", ctypes.c_uint64), ("handled_access_net", ctypes.c_uint64), ("scoped", ctypes.c_uint64))


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("allowed_access", ctypes.c_uint64), ("parent_fd", ctypes.c_int32))


@functools.cache
def _libc() -> Any:
    try:
        return ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None
    except OSError:
        return None


def die_with_parent(parent: int) -> None:
    """Have the kernel, where it can, kill this process when the one that started it ends."""
    libc = _libc()
    if libc is None:
        return
    libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        os._exit(0)


class Walls:
    """What this system can put around a player."""

    def __init__(self) -> None:
        self.missing: dict[str, str] = {}
        self._libc: Any = None
        self.ruleset = -1
        self._filter: bytes | None = None
        self._still = False

    @classmethod
    def build(cls, readable: list[str], without: list[str]) -> Walls:
        """Prepare every wall except those named in `without`; `readable` are the files and folders that may be read."""
        walls = cls()
        walls._libc = _libc()
        if walls._libc is None:
            walls.missing = dict.fromkeys(WALLS, f"{sys.platform} has none")
            return walls
        walls.missing = {name: "switched off" for name in without if name in WALLS}
        if "no_new_privs" in walls.missing:
            walls.missing |= {name: "needs no_new_privs" for name in ("landlock", "seccomp") if name not in walls.missing}
        if "landlock" not in walls.missing:
            walls.ruleset = walls._landlock(readable)
        if "seccomp" not in walls.missing:
            try:
                walls._filter = seccomp.program()
            except (OSError, seccomp.Unsupported) as error:
                walls.missing["seccomp"] = str(error)
        return walls

    @property
    def level(self) -> str:
        """`full` with every wall, else `process`."""
        return "process" if self.missing else "full"

    def enter(self) -> None:
        """Shut this process in, for good.  A wall that was prepared and cannot be entered ends the process."""
        if self._libc is None:
            return
        call = self._libc
        failed = []
        if "no_new_privs" not in self.missing and call.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0):
            failed.append("no_new_privs")
        if self.ruleset >= 0:
            if call.syscall(_LANDLOCK_RESTRICT, self.ruleset, 0):
                failed.append("landlock")
            os.close(self.ruleset)
        if "capabilities" not in self.missing and self._drop_capabilities():
            failed.append("capabilities")
        if self._filter is not None and seccomp.enter(call, self._filter, os.getpid()):
            failed.append("seccomp")
        if failed:
            os._exit(71)

    def end_threads(self) -> None:
        """Let this process start no more threads, where the system can see to it."""
        if self._filter is not None and not self._still:
            self._still = True
            instructions = seccomp.no_threads()
            if instructions is not None:
                seccomp.enter(self._libc, instructions, os.getpid())

    def _landlock(self, readable: list[str]) -> int:
        abi = self._libc.syscall(_LANDLOCK_CREATE, None, 0, _CREATE_VERSION)
        if abi < 1:
            self.missing["landlock"] = f"the kernel has none ({os.strerror(ctypes.get_errno())})"
            return -1
        rights = (1 << _RIGHTS_BY_ABI.get(abi, 16)) - 1
        about = _Ruleset(rights, 3 if abi >= 4 else 0, 3 if abi >= 6 else 0)
        size = 24 if abi >= 6 else 16 if abi >= 4 else 8
        ruleset: int = self._libc.syscall(_LANDLOCK_CREATE, ctypes.byref(about), size, 0)
        if ruleset < 0:
            self.missing["landlock"] = f"the kernel refuses a rule set ({os.strerror(ctypes.get_errno())})"
            return -1
        for path in readable:
            self._allow(ruleset, path)
        return ruleset

    def _allow(self, ruleset: int, path: str) -> None:
        try:
            descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
        except OSError:
            return
        rights = _READ_FILE | (_READ_DIR if os.path.isdir(path) else 0)
        rule = _Beneath(rights, descriptor)
        self._libc.syscall(_LANDLOCK_ADD, ruleset, _PATH_BENEATH, ctypes.byref(rule), 0)
        os.close(descriptor)

    def _drop_capabilities(self) -> int:
        header = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION, 0)
        result: int = self._libc.capset(header, (ctypes.c_uint32 * 6)())
        return result


def readable_paths(numpy_folder: str) -> list[str]:
    """The standard library, entry by entry without its site-packages, the system's libraries, and NumPy with its bundled ones."""
    found = []
    for entry in sys.path:
        if os.path.basename(entry) == "lib-dynload" or entry.endswith(".zip"):
            found.append(entry)
        elif os.path.isdir(entry):
            found += [f"{entry}/{name}" for name in os.listdir(entry) if name not in ("site-packages", "dist-packages", "lib-dynload")]
    above, machine = os.path.dirname(numpy_folder), getattr(sys.implementation, "_multiarch", "none")
    shared = [f"/lib/{machine}", f"/usr/lib/{machine}"]  # what parts of the standard library are linked with; no Python lies there
    return [*found, *shared, numpy_folder, f"{above}/numpy.libs"]
