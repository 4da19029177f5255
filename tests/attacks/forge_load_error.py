"""Answers the load with an error whose every field is odd."""
# expect: not_loaded
HUGE = ["i", "f" * 100_000]
fields = {
    "name": HUGE,
    "mro": ["l", "BlockingIOError", HUGE],
    "message": HUGE,
    "args": ["t", HUGE],
    "attributes": ["d", ["characters_written", "x"], ["args", 5]],
    "frames": ["l", ["l", HUGE, "f"], ["l", 1, "\x1b[2J"]],
    "judge": True,
    "exit": ["l"],
}
send(frame(["l", "err", ["d", *map(list, fields.items())], ["d"]]))


def attack(*args, **kwargs):
    return None
