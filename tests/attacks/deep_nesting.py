"""Lists nested 100,000 deep."""
# expect: failed
# outcomes: failed
# brief


def attack(*args, **kwargs):
    value = []
    for _ in range(100_000):
        value = [value]
    return value
