"""A generator that never ends."""
# expect: failed
# outcomes: failed timeout
import itertools


def attack(*args, **kwargs):
    return (value for value in itertools.count())
