"""An exception whose class hangs when its name is read."""
# expect: failed
# outcomes: timeout crashed error
import time


class Meta(type):
    @property
    def __module__(cls):
        time.sleep(1000)


class Slow(Exception, metaclass=Meta):
    pass


def attack(*args, **kwargs):
    raise Slow
