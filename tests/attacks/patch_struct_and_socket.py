"""Replaces what the channel is made of."""
# expect: failed,not_loaded
# outcomes: failed crashed error
import socket
import struct

struct.Struct = struct.pack = struct.unpack = lambda *args: b""
socket.socket.sendall = lambda *args: None


def attack(*args, **kwargs):
    return None
