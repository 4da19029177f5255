"""Describes its module with values that decode to something odd."""
# expect: not_loaded,failed
# outcomes: failed crashed error
HUGE = ["i", "f" * 100_000]
send(
    ok(
        [
            "d",
            *[[name, ["l", "function", HUGE]] for name in ARENA["entry"]],
            ["more", ["l", "data", HUGE, HUGE]],
            ["other", ["l"]],
            [["t", 1, 2], 3],
            ["x" * 1_000_000, ["l", "class", ["d"]]],
            ["\ud800", ["l", "class", ["d", ["name", "\ud800"]]]],
        ]
    )
)


def attack(*args, **kwargs):
    return None
