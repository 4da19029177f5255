"""Connects to a closed port on loopback, binds one, and resolves a local name."""
# expect: failed
# outcomes: failed
import socket


def attack(*args, **kwargs):
    found = []
    for way in (
        lambda: socket.create_connection(("127.0.0.1", ARENA["port"]), 0.2),
        lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", ("127.0.0.1", ARENA["port"])),
        lambda: socket.socket(socket.AF_UNIX).connect(ARENA["home"] + "/none"),
        lambda: socket.socket().bind(("127.0.0.1", 0)),
        lambda: socket.gethostbyname("localhost"),
    ):
        try:
            found.append(str(way()))
        except OSError as error:
            found.append(str(error))
    return found
