"""Prints without end from a thread while the call is answered."""
# expect: failed
# outcomes: failed timeout
import threading


def chatter():
    for _ in range(100_000):
        print("z" * 100)


def attack(*args, **kwargs):
    threading.Thread(target=chatter, daemon=True).start()
