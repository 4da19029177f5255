"""Stops its own process, so that nothing answers."""
# expect: failed
# outcomes: timeout
import os
import signal


def attack(*args, **kwargs):
    os.kill(os.getpid(), signal.SIGSTOP)
