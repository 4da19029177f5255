"""Exceptions that cause each other in a circle, with a traceback of 900 frames."""
# expect: failed
# outcomes: error


def deeper(n):
    if n:
        deeper(n - 1)
    first, second = KeyError(1), IndexError(2)
    first.__context__, second.__context__ = second, first
    first.__cause__ = second
    raise first


def attack(*args, **kwargs):
    deeper(900)
