"""Doubles a list until memory ends or it has 2**28 entries."""
# expect: failed
# outcomes: memory timeout
# slack: 8
# brief


def attack(*args, **kwargs):
    value = [0]
    while len(value) < 1 << 28:
        value = value + value
    return len(value)
