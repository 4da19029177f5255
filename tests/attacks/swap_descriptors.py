"""Puts standard output in the place of the channel."""
# expect: failed
# outcomes: crashed timeout
import os


def attack(*args, **kwargs):
    os.dup2(1, channel())
