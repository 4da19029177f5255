"""An object that hangs in every special method."""
# expect: failed
# outcomes: failed timeout
import time


def hang(*args, **kwargs):
    time.sleep(1000)


NAMES = "eq lt len iter getitem contains bool hash float int index array array_function abs sub getattr reduce_ex".split()
Hanging = type("Hanging", (), {f"__{name}__": hang for name in NAMES})


def attack(*args, **kwargs):
    return Hanging()
