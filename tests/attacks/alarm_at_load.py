"""Sets an alarm while loading that strikes in a later call."""
# expect: failed,not_loaded
# outcomes: crashed failed timeout
import signal
import time

signal.setitimer(signal.ITIMER_REAL, 0.05)


def attack(*args, **kwargs):
    time.sleep(0.2)
