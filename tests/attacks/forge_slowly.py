"""Writes a frame of a megabyte byte by byte, so that something always comes."""
# expect: failed
# outcomes: timeout
import struct
import time


def attack(*args, **kwargs):
    send(struct.pack(">IQ", 1 << 20, 0))
    while True:
        send(b" ")
        time.sleep(0.05)
