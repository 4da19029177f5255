"""Throws every module away, so that late imports fail."""
# expect: failed,not_loaded
# outcomes: failed error crashed
import sys

sys.modules.clear()


def attack(*args, **kwargs):
    return None
