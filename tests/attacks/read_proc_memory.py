"""Reads its parent's memory, where the tests are not, through /proc and process_vm_readv."""
# expect: failed
# outcomes: failed error
import ctypes
import os


def attack(*args, **kwargs):
    libc = ctypes.CDLL(None, use_errno=True)
    buffer = ctypes.create_string_buffer(4096)
    vector = (ctypes.c_void_p * 2)(ctypes.addressof(buffer), 4096)
    there = (ctypes.c_void_p * 2)(0x400000, 4096)
    got = libc.process_vm_readv(os.getppid(), vector, 1, there, 1, 0)
    if got > 0:
        return buffer.raw
    return open(f"/proc/{os.getppid()}/mem", "rb").read(16)
