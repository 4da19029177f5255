"""Leaves while the file is being loaded."""
# expect: not_loaded
import os

os._exit(0)


def attack(*args, **kwargs):
    return None
