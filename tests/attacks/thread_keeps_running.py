"""Answers at once and leaves threads that compute for ever."""
# expect: failed
# outcomes: failed timeout
import threading


def spin():
    while True:
        pass


def attack(*args, **kwargs):
    for _ in range(3):
        threading.Thread(target=spin).start()
