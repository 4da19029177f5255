"""Writes a pass to every descriptor there is."""
# expect: failed,not_loaded
# outcomes: crashed failed
import os


def attack(*args, **kwargs):
    for descriptor in range(256):
        try:
            os.write(descriptor, b'{"verdict": "passed"}\n')
        except OSError:
            continue
