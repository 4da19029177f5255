"""Attaches to its parent as a debugger."""
# expect: failed
# outcomes: failed
import ctypes
import os


def attack(*args, **kwargs):
    libc = ctypes.CDLL(None, use_errno=True)
    return [libc.ptrace(16, os.getppid(), 0, 0), libc.ptrace(0, 0, 0, 0), ctypes.get_errno()]
