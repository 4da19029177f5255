"""Sets an alarm that strikes during the answer."""
# expect: failed
# outcomes: crashed
import signal
import time


def attack(*args, **kwargs):
    signal.setitimer(signal.ITIMER_REAL, 0.01)
    time.sleep(0.3)
