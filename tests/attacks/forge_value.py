"""Writes a reply of its own before the real one."""
# expect: failed
# outcomes: failed crashed error timeout


def attack(*args, **kwargs):
    send(ok(True))
    send(ok(["l"]))
