"""Floods the descriptor behind standard output, past the stream that bounds it."""
# expect: failed
# outcomes: failed timeout
import os


def attack(*args, **kwargs):
    for descriptor in range(3, 16):
        for _ in range(50):
            try:
                if descriptor != channel():
                    os.write(descriptor, b"y" * 65_536)
            except OSError:
                break
