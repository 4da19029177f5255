"""Leaves a process of its own session behind, for three seconds."""
# expect: failed
# outcomes: error
import os
import time


def attack(*args, **kwargs):
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            time.sleep(3)
        os._exit(0)
