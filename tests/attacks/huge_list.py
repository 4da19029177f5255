"""A list of ten million small integers."""
# expect: failed
# outcomes: failed timeout memory
# slack: 12
# brief


def attack(*args, **kwargs):
    return [0] * 10_000_000
