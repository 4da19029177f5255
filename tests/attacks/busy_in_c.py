"""Spends its time inside one call of C code that holds the interpreter's lock."""
# expect: failed
# outcomes: timeout


def attack(*args, **kwargs):
    return sum(range(10**12))
