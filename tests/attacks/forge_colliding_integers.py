"""Writes a dict whose keys are integers that all have the same hash."""
# expect: failed
# outcomes: crashed timeout
# brief


def attack(*args, **kwargs):
    send(ok(["d", *[[["i", format(n * (2**61 - 1), "x")], 0] for n in range(120_000)]]))
