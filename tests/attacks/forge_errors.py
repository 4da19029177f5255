"""Answers calls with errors whose fields are odd, one kind a call."""
# expect: failed
# outcomes: failed error crashed memory
HUGE = ["i", "f" * 100_000]
KINDS = [
    5,
    ["d"],
    ["d", ["exit", True], ["frames", HUGE]],
    ["d", ["mro", ["l", "UnicodeDecodeError"]], ["args", ["t", HUGE]]],
    ["d", ["mro", ["l", "BlockingIOError"]], ["attributes", ["d", ["characters_written", "x"]]]],
    ["d", ["mro", 7], ["message", HUGE]],
    ["d", ["mro", ["l", "type"]], ["args", ["t", ["l"]]]],
    ["d", ["name", "Tampered"], ["message", HUGE]],
    ["d", ["frames", ["l", ["l", HUGE, "f"]]]],
    ["d", ["mro", ["l", "ExceptionGroup"]], ["args", ["t", "x", ["l"]]]],
    ["d", ["mro", ["l", "MemoryError"]]],
    ["d", ["mro", ["l", "KeyboardInterrupt"]], ["name", "KeyboardInterrupt"]],
    ["d", ["judge", 1]],
    ["d", ["message", ["h", 3, 4, ["d", ["name", "x"], ["specials", ["l", "__str__"]]], None, False]]],
]
turn = iter(range(10**6))


def attack(*args, **kwargs):
    send(frame(["l", "err", KINDS[next(turn) % len(KINDS)], ["d"]]))
