"""Asks for more rights, namespaces and limits than it has."""
# expect: failed
# outcomes: failed
import ctypes
import os
import resource


def attack(*args, **kwargs):
    libc = ctypes.CDLL(None, use_errno=True)
    found = []
    for way in (
        lambda: os.setuid(0),
        lambda: os.setgid(0),
        lambda: libc.unshare(0x10000000),
        lambda: libc.mount(b"none", ARENA["work"].encode(), b"tmpfs", 0, None),
        lambda: libc.prctl(1, 0, 0, 0, 0),
        lambda: libc.personality(0x0040000),
        lambda: resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY)),
        lambda: resource.setrlimit(resource.RLIMIT_CPU, (resource.RLIM_INFINITY, resource.RLIM_INFINITY)),
        lambda: os.nice(-10),
        lambda: os.chroot("/"),
        lambda: os.setsid(),
        lambda: os.memfd_create("x"),
        lambda: libc.syscall(425, 8, 0),
        lambda: libc.syscall(321, 0, 0, 0),
    ):
        try:
            found.append(str(way()))
        except (OSError, ValueError, AttributeError) as error:
            found.append(str(error))
    return found
