"""Makes a process through clone, clone3 and vfork themselves; a copy ends at once."""
# expect: failed
# outcomes: failed
import ctypes
import os
import platform


def attack(*args, **kwargs):
    libc = ctypes.CDLL(None, use_errno=True)
    here, found = os.getpid(), []
    numbers = {"x86_64": (56, 57), "aarch64": (220,)}.get(platform.machine(), ())
    for number in numbers:
        pid = libc.syscall(number, 17, 0, 0, 0, 0)
        if os.getpid() != here:
            os._exit(0)
        found.append(pid)
    return found
