"""Writes a reply nested a million deep."""
# expect: failed
# outcomes: crashed
import struct


def attack(*args, **kwargs):
    for header in (b"[" * 1_000_000 + b"]" * 1_000_000, b'["l",' * 5_000 + b"1" + b"]" * 5_000):
        send(struct.pack(">IQ", len(header), 0) + header)
