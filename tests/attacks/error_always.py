"""Always raises ValueError, which some tests ask for."""
# expect: failed
# outcomes: error


def attack(*args, **kwargs):
    raise ValueError("no")
