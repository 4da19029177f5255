"""Raises, at load, an exception with everything hostile about it."""
# expect: not_loaded


class Own(Exception):
    def __str__(self):
        return "\x1b[2J[red]\ud800" + "y" * 1_000_000


def attack(*args, **kwargs):
    return None


raise Own([1], {2: 3})
