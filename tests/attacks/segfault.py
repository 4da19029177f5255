"""Reads address 0."""
# expect: failed
# outcomes: crashed
import ctypes


def attack(*args, **kwargs):
    return ctypes.string_at(0)
