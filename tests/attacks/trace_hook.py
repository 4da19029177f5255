"""Hooks every line of the server through sys.settrace, sys.setprofile and an audit hook that raises."""
# expect: failed,not_loaded
# outcomes: failed crashed error timeout
import sys


def hook(*args):
    raise ValueError("hooked")


def attack(*args, **kwargs):
    sys.addaudithook(hook)
    sys.setprofile(hook)
    sys.settrace(hook)
