"""Sleeps without using the processor."""
# expect: failed
# outcomes: timeout
import time


def attack(*args, **kwargs):
    time.sleep(1000)
