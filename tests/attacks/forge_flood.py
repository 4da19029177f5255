"""Writes valid frames without end."""
# expect: failed
# outcomes: failed crashed timeout error
# brief


def attack(*args, **kwargs):
    data = ok(["l", 1.0, ["t"]]) * 1000
    for _ in range(1000):
        send(data)
