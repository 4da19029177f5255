"""Recurses without end after lifting Python's own limit."""
# expect: failed
# outcomes: crashed error timeout memory
import sys


def attack(*args, **kwargs):
    sys.setrecursionlimit(1_000_000)

    def deeper(n):
        return str(deeper(n + 1)) + "x" if n >= 0 else ""

    return deeper(0)
