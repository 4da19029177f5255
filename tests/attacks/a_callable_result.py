"""Returns itself, so that results are functions."""
# expect: failed
# outcomes: failed


def attack(*args, **kwargs):
    return attack
