"""Replaces what runs when nothing else catches an exception, and lets one through in a thread."""
# expect: failed
# outcomes: failed crashed
import os
import sys
import threading


def hook(*args):
    os._exit(0)


def attack(*args, **kwargs):
    sys.excepthook = sys.unraisablehook = threading.excepthook = hook
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()
