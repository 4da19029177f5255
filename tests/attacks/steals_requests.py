"""Reads the judge's next request itself, so that the server waits for one that never comes."""
# expect: failed
# outcomes: timeout failed crashed
import os
import threading


def attack(*args, **kwargs):
    threading.Thread(target=lambda: os.read(channel(), 1 << 20), daemon=True).start()
    return [0.0]
