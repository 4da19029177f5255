"""Catches every exception there is and begins again."""
# expect: failed
# outcomes: timeout
import time


def attack(*args, **kwargs):
    while True:
        try:
            while True:
                time.sleep(0.001)
        except BaseException:
            continue
