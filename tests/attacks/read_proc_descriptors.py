"""Looks through /proc for descriptors of the process that made it, and writes a pass to them."""
# expect: failed
# outcomes: failed error
import os


def attack(*args, **kwargs):
    folder = f"/proc/{os.getppid()}/fd"
    for descriptor in os.listdir(folder):
        os.write(os.open(f"{folder}/{descriptor}", os.O_WRONLY), b"passed")
