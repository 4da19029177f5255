"""A named tuple whose fields hang when they are read."""
# expect: failed
# outcomes: failed timeout
import time


class Hanging(tuple):
    @property
    def _fields(self):
        time.sleep(1000)


def attack(*args, **kwargs):
    return Hanging([1, 2])
