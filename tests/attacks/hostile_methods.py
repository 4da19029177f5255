"""A class of 10,000 methods with odd names, as a result."""
# expect: failed
# outcomes: failed
# brief
Many = type("Many", (), {f"m{n}\x1b[2J": (lambda self: None) for n in range(10_000)})


def attack(*args, **kwargs):
    return Many()
