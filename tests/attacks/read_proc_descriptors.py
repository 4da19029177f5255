"""Looks through /proc for descriptors of the judge."""
# expect: failed
# outcomes: failed error
import os


def attack(*args, **kwargs):
    for pid in os.listdir("/proc"):
        for descriptor in os.listdir(f"/proc/{pid}/fd"):
            os.write(os.open(f"/proc/{pid}/fd/{descriptor}", os.O_WRONLY), b"passed")
