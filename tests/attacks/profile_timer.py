"""Interrupts itself a thousand times a second by a handler that raises."""
# expect: failed
# outcomes: error failed crashed
import signal


def strike(*_):
    raise ValueError("struck")


def attack(*args, **kwargs):
    signal.signal(signal.SIGALRM, strike)
    signal.setitimer(signal.ITIMER_REAL, 0.001, 0.001)
    for _ in range(10**6):
        pass
