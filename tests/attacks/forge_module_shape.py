"""Describes its module as a list."""
# expect: not_loaded
send(ok(["l", 1, 2]))


def attack(*args, **kwargs):
    return None
