"""Forks up to 20 times in a row, each copy waiting a second."""
# expect: failed
# outcomes: error failed
import os
import time


def attack(*args, **kwargs):
    for _ in range(20):
        if os.fork() == 0:
            time.sleep(1)
            os._exit(0)
