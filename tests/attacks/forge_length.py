"""Promises a frame of 2**60 bytes, of 512 MB, of nothing."""
# expect: failed
# outcomes: crashed timeout failed
import struct
import time

turn = iter(range(10**6))


def attack(*args, **kwargs):
    n = next(turn) % 3
    send(struct.pack(">IQ", *((2**32 - 1, 2**60), (20, 2**29), (0, 0))[n]))
    time.sleep(1000)
