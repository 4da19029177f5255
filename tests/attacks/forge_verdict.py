"""Sends a whole verdict in place of a value."""
# expect: failed
# outcomes: failed crashed


def attack(*args, **kwargs):
    send(ok(["d", ["verdict", "passed"], ["passed", 36], ["required", 36]]))
