"""A regular expression that backtracks for ages."""
# expect: failed
# outcomes: timeout
import re


def attack(*args, **kwargs):
    return re.match(r"(a+)+$", "a" * 40 + "b")
