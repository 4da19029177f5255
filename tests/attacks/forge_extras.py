"""Answers calls with odd remarks beside the value."""
# expect: failed
# outcomes: failed error crashed
EXTRAS = [
    ["d", ["changed", 5]],
    ["d", ["changed", ["l", 5]]],
    ["d", ["random", ["i", "f" * 100_000]]],
    ["d", ["warnings", 3]],
    ["d", ["warnings", ["d"]]],
    ["d", ["events", ["i", "f" * 100_000]], ["bytes", -1]],
    ["d", ["events", True]],
    ["l"],
    None,
]
turn = iter(range(10**6))


def attack(*args, **kwargs):
    send(frame(["l", "ok", None, EXTRAS[next(turn) % len(EXTRAS)]]))
