"""Writes replies of its own from a thread, all the time."""
# expect: failed
# outcomes: failed crashed error timeout
import threading
import time


def forge():
    for _ in range(1000):
        send(ok(["l", 1, 2]))
        time.sleep(0.0001)


def attack(*args, **kwargs):
    threading.Thread(target=forge, daemon=True).start()
    time.sleep(0.01)
