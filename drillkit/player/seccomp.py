"""The filter of system calls: what a player may not ask of the kernel answers EPERM.

Built through libseccomp where it is installed, which knows every architecture, else from the tables below for x86-64 and aarch64.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import struct
from typing import Any

_PR_SET_SECCOMP, _MODE_FILTER = 22, 2
_ALLOW, _ERRNO, _KILL = 0x7FFF0000, 0x00050000, 0x80000000
_CLONE_THREAD = 0x00010000
_OWNERSHIP = (8, 10, 15)  # F_SETOWN, F_SETSIG, F_SETOWN_EX of fcntl: the kernel would signal whom one names
_OWN_PID = 0x5D0D1D0  # stands for the player's own process id until it enters

DENIED = (
    "fork vfork execve execveat socket connect bind listen accept accept4 ptrace process_vm_readv process_vm_writev "
    "process_madvise kcmp tkill rt_sigqueueinfo rt_tgsigqueueinfo pidfd_open pidfd_send_signal pidfd_getfd memfd_create "
    "memfd_secret setsid setpgid chmod fchmod fchmodat fchmodat2 chown fchown lchown fchownat utime utimes utimensat "
    "futimesat setxattr lsetxattr fsetxattr setxattrat removexattr lremovexattr fremovexattr removexattrat io_uring_setup "
    "io_uring_enter io_uring_register io_setup mount umount2 move_mount open_tree fsopen fsmount mount_setattr pivot_root "
    "chroot unshare setns bpf perf_event_open userfaultfd keyctl add_key request_key init_module finit_module delete_module "
    "kexec_load kexec_file_load reboot swapon swapoff setuid setgid setreuid setregid setresuid setresgid setgroups setfsuid "
    "setfsgid capset personality name_to_handle_at open_by_handle_at mknod mknodat shmget shmat shmctl msgget msgsnd msgctl "
    "semget semop semctl mq_open mq_unlink setpriority ioprio_set sched_setscheduler sched_setattr sched_setparam link linkat "
    "symlink symlinkat unlink unlinkat rename renameat renameat2 mkdir mkdirat rmdir truncate fallocate creat syslog acct "
    "settimeofday clock_settime clock_adjtime adjtimex sethostname setdomainname quotactl fanotify_init inotify_init "
    "inotify_init1 vhangup nfsservctl sched_setaffinity migrate_pages move_pages process_mrelease"
).split()

_X86_64 = {
    "fork": 57, "vfork": 58, "execve": 59, "execveat": 322, "socket": 41, "connect": 42, "bind": 49, "listen": 50, "accept": 43, "accept4": 288,
    "ptrace": 101, "process_vm_readv": 310, "process_vm_writev": 311, "process_madvise": 440, "kcmp": 312, "tkill": 200, "rt_sigqueueinfo": 129,
    "rt_tgsigqueueinfo": 297, "pidfd_open": 434, "pidfd_send_signal": 424, "pidfd_getfd": 438, "memfd_create": 319, "memfd_secret": 447,
    "setsid": 112, "setpgid": 109, "chmod": 90, "fchmod": 91, "fchmodat": 268, "fchmodat2": 452, "chown": 92, "fchown": 93, "lchown": 94,
    "fchownat": 260, "utime": 132, "utimes": 235, "utimensat": 280, "futimesat": 261, "setxattr": 188, "lsetxattr": 189, "fsetxattr": 190,
    "removexattr": 197, "lremovexattr": 198, "fremovexattr": 199, "io_uring_setup": 425, "io_uring_enter": 426, "io_uring_register": 427,
    "io_setup": 206, "mount": 165, "umount2": 166, "pivot_root": 155, "chroot": 161, "unshare": 272, "setns": 308, "bpf": 321, "perf_event_open": 298,
    "userfaultfd": 323, "keyctl": 250, "add_key": 248, "request_key": 249, "setuid": 105, "setgid": 106, "setresuid": 117, "setresgid": 119,
    "setgroups": 116, "capset": 126, "personality": 135, "name_to_handle_at": 303, "open_by_handle_at": 304, "mknod": 133, "mknodat": 259,
    "shmget": 29, "shmat": 30, "msgget": 68, "semget": 64, "mq_open": 240, "mq_unlink": 241, "setpriority": 141, "sched_setscheduler": 144,
    "link": 86, "linkat": 265, "symlink": 88, "symlinkat": 266, "unlink": 87, "unlinkat": 263, "rename": 82, "renameat": 264, "renameat2": 316,
    "mkdir": 83, "mkdirat": 258, "rmdir": 84, "truncate": 76, "fallocate": 285, "creat": 85, "inotify_init": 253, "inotify_init1": 294,
    "sched_setaffinity": 203, "migrate_pages": 256, "move_pages": 279, "process_mrelease": 448, "fcntl": 72,
    "clone": 56, "clone3": 435, "kill": 62, "tgkill": 234, "prlimit64": 302, "prctl": 157,
}  # fmt: skip
_AARCH64 = {
    "execve": 221, "execveat": 281, "socket": 198, "connect": 203, "bind": 200, "listen": 201, "accept": 202, "accept4": 242, "ptrace": 117,
    "process_vm_readv": 270, "process_vm_writev": 271, "process_madvise": 440, "kcmp": 272, "tkill": 130, "rt_sigqueueinfo": 138,
    "rt_tgsigqueueinfo": 240, "pidfd_open": 434, "pidfd_send_signal": 424, "pidfd_getfd": 438, "memfd_create": 279, "memfd_secret": 447,
    "setsid": 157, "setpgid": 154, "fchmod": 52, "fchmodat": 53, "fchmodat2": 452, "fchown": 55, "fchownat": 54, "utimensat": 88, "setxattr": 5,
    "lsetxattr": 6, "fsetxattr": 7, "removexattr": 14, "lremovexattr": 15, "fremovexattr": 16, "io_uring_setup": 425, "io_uring_enter": 426,
    "io_uring_register": 427, "io_setup": 0, "mount": 40, "umount2": 39, "pivot_root": 41, "chroot": 51, "unshare": 97, "setns": 268, "bpf": 280,
    "perf_event_open": 241, "userfaultfd": 282, "keyctl": 219, "add_key": 217, "request_key": 218, "setuid": 146, "setgid": 144, "setresuid": 147,
    "setresgid": 149, "setgroups": 159, "capset": 91, "personality": 92, "name_to_handle_at": 264, "open_by_handle_at": 265, "mknodat": 33,
    "shmget": 194, "shmat": 196, "msgget": 186, "semget": 190, "mq_open": 180, "mq_unlink": 181, "setpriority": 140, "sched_setscheduler": 119,
    "linkat": 37, "symlinkat": 36, "unlinkat": 35, "renameat": 38, "renameat2": 276, "mkdirat": 34, "truncate": 45, "fallocate": 47, "inotify_init1": 26,
    "sched_setaffinity": 122, "migrate_pages": 238, "move_pages": 239, "process_mrelease": 448, "fcntl": 25,
    "clone": 220, "clone3": 435, "kill": 129, "tgkill": 131, "prlimit64": 261, "prctl": 167,
}  # fmt: skip
_ARCHITECTURES = {"x86_64": (0xC000003E, _X86_64), "aarch64": (0xC00000B7, _AARCH64)}


class Unsupported(Exception):
    """No filter can be built on this system."""


class _Program(ctypes.Structure):
    _fields_ = (("len", ctypes.c_ushort), ("filter", ctypes.c_void_p))


def program(*, library: str | None = "libseccomp.so.2") -> bytes:
    """The filter as BPF instructions, `_OWN_PID` still in place of the process id."""
    lib = None
    if library is not None:
        try:
            lib = ctypes.CDLL(library)
        except OSError:
            lib = None
    return _by_library(lib) if lib is not None else _by_table()


def no_threads() -> bytes | None:
    """A second filter, for while steps are counted: no thread is started any more.  None where the machine is not known."""
    machine = platform.machine()
    if machine not in _ARCHITECTURES:
        return None
    architecture, numbers = _ARCHITECTURES[machine]
    deny = _step(_RETURN, _ERRNO | errno.EPERM)
    code = [_step(_LOAD, 4), _step(_JEQ, architecture, 1, 0), _step(_RETURN, _KILL), _step(_LOAD, 0)]
    return b"".join([*code, _step(_JEQ, numbers["clone"], 0, 1), deny, _step(_RETURN, _ALLOW)])


def enter(libc: Any, instructions: bytes, pid: int) -> int:
    """Put the filter on this process; 0 when it holds."""
    ready = instructions.replace(struct.pack("=I", _OWN_PID), struct.pack("=I", pid))
    buffer = ctypes.create_string_buffer(ready, len(ready))
    about = _Program(len(ready) // 8, ctypes.cast(buffer, ctypes.c_void_p))
    result: int = libc.prctl(_PR_SET_SECCOMP, _MODE_FILTER, ctypes.byref(about), 0, 0)
    return result


class _Compare(ctypes.Structure):
    _fields_ = (("arg", ctypes.c_uint), ("op", ctypes.c_int), ("a", ctypes.c_uint64), ("b", ctypes.c_uint64))


_NE, _EQ, _MASKED = 1, 4, 7


def _by_library(lib: Any) -> bytes:
    lib.seccomp_init.restype = ctypes.c_void_p
    lib.seccomp_rule_add_array.argtypes = (ctypes.c_void_p, ctypes.c_uint32, ctypes.c_int, ctypes.c_uint, ctypes.c_void_p)
    lib.seccomp_export_bpf.argtypes = (ctypes.c_void_p, ctypes.c_int)
    lib.seccomp_release.argtypes = (ctypes.c_void_p,)
    lib.seccomp_release.restype = None
    context = lib.seccomp_init(_ALLOW)
    if not context:
        raise Unsupported("libseccomp cannot start a filter")
    try:
        deny = _ERRNO | errno.EPERM
        for name in DENIED:
            _rule(lib, context, deny, name)
        _rule(lib, context, _ERRNO | errno.ENOSYS, "clone3")
        _rule(lib, context, deny, "clone", _Compare(0, _MASKED, _CLONE_THREAD, 0))
        _rule(lib, context, deny, "kill", _Compare(0, _NE, _OWN_PID, 0))
        _rule(lib, context, deny, "tgkill", _Compare(0, _NE, _OWN_PID, 0))
        _rule(lib, context, deny, "prlimit64", _Compare(0, _NE, 0, 0))
        _rule(lib, context, deny, "prctl", _Compare(0, _EQ, 1, 0))
        for command in _OWNERSHIP:
            _rule(lib, context, deny, "fcntl", _Compare(1, _EQ, command, 0))
        return _exported(lib, context)
    finally:
        lib.seccomp_release(context)


def _rule(lib: Any, context: int, action: int, name: str, compare: _Compare | None = None) -> None:
    number = lib.seccomp_syscall_resolve_name(name.encode())
    if number < 0 and number > -100:
        return  # this libseccomp or this architecture does not know the call
    array = (_Compare * 1)(compare) if compare is not None else None
    lib.seccomp_rule_add_array(context, action, number, 1 if compare is not None else 0, array)


def _exported(lib: Any, context: int) -> bytes:
    descriptor = os.memfd_create("filter")
    try:
        if lib.seccomp_export_bpf(context, descriptor) < 0:
            raise Unsupported("libseccomp cannot write the filter")
        return os.pread(descriptor, 1 << 20, 0)
    finally:
        os.close(descriptor)


_LOAD, _JEQ, _JGE, _JSET, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06


def _by_table() -> bytes:
    machine = platform.machine()
    if machine not in _ARCHITECTURES:
        raise Unsupported(f"libseccomp is not installed and {machine} has no table")
    architecture, numbers = _ARCHITECTURES[machine]
    deny = _step(_RETURN, _ERRNO | errno.EPERM)
    code = [_step(_LOAD, 4), _step(_JEQ, architecture, 1, 0), _step(_RETURN, _KILL), _step(_LOAD, 0)]
    if machine == "x86_64":
        code += [_step(_JGE, 0x40000000, 0, 1), _step(_RETURN, _KILL)]
    for name in DENIED:
        if name in numbers:
            code += [_step(_JEQ, numbers[name], 0, 1), deny]
    code += [_step(_JEQ, numbers["clone3"], 0, 1), _step(_RETURN, _ERRNO | errno.ENOSYS)]
    code += [_step(_JEQ, numbers["clone"], 0, 4), _step(_LOAD, 16), _step(_JSET, _CLONE_THREAD, 1, 0), deny, _step(_LOAD, 0)]
    for name in ("kill", "tgkill"):
        code += _unless_first_argument(numbers[name], _OWN_PID)
    code += _unless_first_argument(numbers["prlimit64"], 0)
    code += [_step(_JEQ, numbers["prctl"], 0, 4), _step(_LOAD, 16), _step(_JEQ, 1, 0, 1), deny, _step(_LOAD, 0)]
    for command in _OWNERSHIP:
        code += [_step(_JEQ, numbers["fcntl"], 0, 4), _step(_LOAD, 24), _step(_JEQ, command, 0, 1), deny, _step(_LOAD, 0)]
    return b"".join([*code, _step(_RETURN, _ALLOW)])


def _unless_first_argument(number: int, value: int) -> list[bytes]:
    """Deny the call `number` unless the low half of its first argument is `value`."""
    return [_step(_JEQ, number, 0, 4), _step(_LOAD, 16), _step(_JEQ, value, 1, 0), _step(_RETURN, _ERRNO | errno.EPERM), _step(_LOAD, 0)]


def _step(code: int, value: int, yes: int = 0, no: int = 0) -> bytes:
    return struct.pack("=HBBI", code, yes, no, value)
