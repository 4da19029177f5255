"""Asks the judge to call objects that it never passed."""
# expect: failed
# outcomes: failed error crashed
REQUESTS = [
    ["l", "back", 0, "call", ["l"], ["d"]],
    ["l", "back", -1, "get", ["l", "gi_frame"], ["d"]],
    ["l", "back", "x", "get", ["l", "__class__"], ["d"]],
    ["l", "back", ["l"], ["l"], ["l"], ["l"]],
    ["l", "back", 0],
    ["l", "back"],
    ["l", "backok", 1],
    ["l", "ok"],
    ["l"],
    ["d"],
    7,
]
turn = iter(range(10**6))


def attack(*args, **kwargs):
    send(frame(REQUESTS[next(turn) % len(REQUESTS)]))
