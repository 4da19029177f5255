"""A list that holds itself."""
# expect: failed
# outcomes: failed


def attack(*args, **kwargs):
    value = []
    value.append(value)
    return value
