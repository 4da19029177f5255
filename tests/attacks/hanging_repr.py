"""An object that hangs when it is shown."""
# expect: failed
# outcomes: failed
import time


class Hanging:
    def __repr__(self):
        time.sleep(1000)

    __str__ = __format__ = __repr__


def attack(*args, **kwargs):
    return Hanging()
