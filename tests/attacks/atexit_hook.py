"""Leaves work for the interpreter's end, and hangs there."""
# expect: failed
# outcomes: failed
import atexit
import time


def attack(*args, **kwargs):
    atexit.register(time.sleep, 1000)
