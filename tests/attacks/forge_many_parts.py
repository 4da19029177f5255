"""Writes a reply of thirty million numbers, cheap to write and dear to read."""
# expect: failed
# outcomes: crashed timeout
# slack: 8
# brief
import struct


def attack(*args, **kwargs):
    header = b'[["l","ok",["l"' + b",0" * 30_000_000 + b'],["d"]],[]]'
    send(struct.pack(">IQ", len(header), 0) + header)
