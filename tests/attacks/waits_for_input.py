"""Reads standard input, the channel, and waits."""
# expect: failed
# outcomes: error failed timeout
import sys


def attack(*args, **kwargs):
    return sys.stdin.read() or input()
