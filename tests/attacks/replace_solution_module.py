"""Puts another module in the place of its own."""
# expect: failed,not_loaded
# outcomes: failed error
import sys
import types


class Yes(types.ModuleType):
    def __getattr__(self, name):
        return lambda *args, **kwargs: True


sys.modules["solution"] = Yes("solution")
sys.modules["test_hidden"] = sys.modules["drillkit.testing"] = Yes("drillkit.testing")


def attack(*args, **kwargs):
    return None
