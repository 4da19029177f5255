"""Closes every descriptor there is."""
# expect: failed
# outcomes: crashed
import os


def attack(*args, **kwargs):
    os.closerange(0, 256)
