"""Hangs when an object is collected."""
# expect: failed
# outcomes: timeout
import time


class Heavy:
    def __del__(self):
        time.sleep(1000)


def attack(*args, **kwargs):
    Heavy()
