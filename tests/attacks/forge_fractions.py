"""Writes fractions of integers of millions of digits, which have to be cut down to lowest terms."""
# expect: failed
# outcomes: crashed timeout
# brief


def attack(*args, **kwargs):
    digits = "b" * ((1 << 22) - 1)
    send(ok(["l", *[["F", ["i", "1" + digits], ["i", "3" + digits]]] * 3]))
