"""Prints without end for a while, 40 MB in all."""
# expect: failed
# outcomes: failed timeout
# brief


def attack(*args, **kwargs):
    for _ in range(400):
        print("x" * 100_000)
