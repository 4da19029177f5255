"""An exception that ends the process when its message is read."""
# expect: failed
# outcomes: crashed
import os


class Leaving(ValueError):
    def __str__(self):
        os._exit(0)


def attack(*args, **kwargs):
    raise Leaving
