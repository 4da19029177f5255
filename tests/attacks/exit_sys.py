"""Leaves through sys.exit(0), as if all were well."""
# expect: failed
# outcomes: crashed
import sys


def attack(*args, **kwargs):
    sys.exit(0)
