"""Raises what the user's Ctrl-C would raise."""
# expect: failed
# outcomes: error


def attack(*args, **kwargs):
    raise KeyboardInterrupt
