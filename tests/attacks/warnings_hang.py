"""Gives a warning that hangs when it is shown."""
# expect: failed
# outcomes: failed timeout
import time
import warnings


class Slow(UserWarning):
    def __str__(self):
        time.sleep(1000)


def attack(*args, **kwargs):
    warnings.warn(Slow("x"), stacklevel=1)
