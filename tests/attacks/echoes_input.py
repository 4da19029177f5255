"""Gives back what it was given."""
# expect: failed
# outcomes: failed error


def attack(*args, **kwargs):
    return args[0]
