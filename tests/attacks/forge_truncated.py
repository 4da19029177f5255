"""Writes half a frame and leaves."""
# expect: failed
# outcomes: crashed
import os


def attack(*args, **kwargs):
    send(ok(["l", 1, 2])[:-4])
    os._exit(0)
