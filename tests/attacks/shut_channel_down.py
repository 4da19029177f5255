"""Shuts both directions of the channel."""
# expect: failed
# outcomes: crashed
import socket


def attack(*args, **kwargs):
    socket.socket(fileno=channel()).shutdown(socket.SHUT_RDWR)
