"""Writes a set of complex numbers that all have the same hash."""
# expect: failed
# outcomes: crashed timeout
# brief


def attack(*args, **kwargs):
    send(ok(["s", *[["c", float(-1000003 * n), float(n)] for n in range(1, 120_000)]]))
