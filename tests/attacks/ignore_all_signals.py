"""Ignores every signal that can be ignored, then never ends."""
# expect: failed
# outcomes: timeout
import signal


def attack(*args, **kwargs):
    for number in signal.valid_signals() - {signal.SIGKILL, signal.SIGSTOP}:
        try:
            signal.signal(number, signal.SIG_IGN)
        except (OSError, ValueError):
            continue
    while True:
        pass
