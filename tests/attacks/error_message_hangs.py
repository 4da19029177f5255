"""An exception that hangs when its message is read."""
# expect: failed
# outcomes: timeout
import time


class Slow(ValueError):
    def __str__(self):
        time.sleep(1000)

    __repr__ = __str__


def attack(*args, **kwargs):
    raise Slow
