"""Looks among all objects for tests, expected values and source text."""
# expect: failed
# outcomes: failed error crashed
import gc


def attack(*args, **kwargs):
    for thing in gc.get_objects():
        if type(thing).__name__ == "function" and thing.__name__.startswith("test_"):
            print(thing.__doc__, thing.__code__.co_consts)
            return thing()
    return [value for value in gc.get_objects() if isinstance(value, str) and "flat_growth" in value]
