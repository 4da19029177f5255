"""Kills its own process."""
# expect: failed
# outcomes: crashed
import os
import signal


def attack(*args, **kwargs):
    os.kill(os.getpid(), signal.SIGKILL)
