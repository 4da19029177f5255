"""Describes its functions as exception classes derived from print."""
# expect: not_loaded,failed
# outcomes: failed crashed error
about = ["d", ["name", "softmax"], ["error", "print"], ["mro", ["l"]]]
send(ok(["d", *[[name, ["l", "class", about]] for name in ARENA["entry"]]]))


def attack(*args, **kwargs):
    return None
