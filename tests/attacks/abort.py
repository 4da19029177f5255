"""Ends by SIGABRT."""
# expect: failed
# outcomes: crashed
import os


def attack(*args, **kwargs):
    os.abort()
