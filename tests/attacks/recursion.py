"""Recurses without end."""
# expect: failed
# outcomes: error


def attack(*args, **kwargs):
    return attack(*args, **kwargs)
