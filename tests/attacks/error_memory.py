"""Raises MemoryError without having used any."""
# expect: failed
# outcomes: memory


def attack(*args, **kwargs):
    raise MemoryError("no")
