"""Reads address 0 while the file is being loaded."""
# expect: not_loaded
import ctypes


def attack(*args, **kwargs):
    return None


ctypes.string_at(0)
