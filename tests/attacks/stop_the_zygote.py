"""Stops or ends the process that made it, and its own group."""
# expect: failed
# outcomes: failed
import os
import signal


def attack(*args, **kwargs):
    found = []
    for call, target in ((os.kill, os.getppid()), (os.killpg, os.getpgid(os.getppid())), (os.kill, -os.getpgid(os.getppid()))):
        try:
            found.append(call(target, signal.SIGSTOP))
        except OSError as error:
            found.append(str(error))
    return found
