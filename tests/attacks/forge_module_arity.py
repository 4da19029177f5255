"""Describes its functions with too many words."""
# expect: not_loaded,failed
# outcomes: failed crashed error
send(ok(["d", *[[name, ["l", "function", None, 1, 2, 3]] for name in ARENA["entry"]]]))


def attack(*args, **kwargs):
    return None
