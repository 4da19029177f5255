"""Sends descriptors of its own along with a reply."""
# expect: failed
# outcomes: failed crashed
import socket


def attack(*args, **kwargs):
    with socket.socket(fileno=channel()) as sock:
        for _ in range(40):
            socket.send_fds(sock, [b"\0"], [0, 1, 2] * 20)
        sock.detach()
