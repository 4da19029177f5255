"""Module-level data that hangs or lies when it is described."""
# expect: not_loaded,failed
# outcomes: failed
import time


class Slow:
    @property
    def __doc__(self):
        return time.sleep(0.01) or 5

    def __call__(self):
        return None


SLOW = Slow()
DEEP = []
for _ in range(10_000):
    DEEP = [DEEP]
LOOP = {}
LOOP["x"] = LOOP
HUGE = 1 << 10_000_000


def attack(*args, **kwargs):
    return None
