"""A string of 40 MB."""
# expect: failed
# outcomes: failed memory timeout
# slack: 20
# brief


def attack(*args, **kwargs):
    return "\u2603" * 5_000_000
