"""Becomes another program that says all is well."""
# expect: failed
# outcomes: error failed
import os


def attack(*args, **kwargs):
    os.execv("/bin/echo", ["echo", "1 passed"])
