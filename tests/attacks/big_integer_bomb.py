"""Arithmetic on integers that takes minutes inside one instruction."""
# expect: failed
# outcomes: timeout memory


def attack(*args, **kwargs):
    return str(3 ** (3**16))[:5]
