"""Prints half characters and bytes that are not UTF-8."""
# expect: failed
# outcomes: failed
import sys


def attack(*args, **kwargs):
    print("\ud800 \udfff \x00")
    sys.stdout.buffer.write(b"\xff\xfe\xfa")
