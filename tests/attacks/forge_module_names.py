"""Describes names that would shadow what the test file relies on."""
# expect: failed,not_loaded
# outcomes: failed crashed error
names = ["__class__", "__dict__", "__path__", "__loader__", "__spec__", "__getattr__", "pytest", "np"]
send(ok(["d", *[[name, ["l", "function", None]] for name in (*ARENA["entry"], *names)]]))


def attack(*args, **kwargs):
    return None
