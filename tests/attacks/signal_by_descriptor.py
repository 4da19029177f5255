"""Has the kernel signal the zygote when a descriptor becomes ready."""
# expect: failed
# outcomes: failed error
import fcntl
import os
import socket


def attack(*args, **kwargs):
    one, other = socket.socketpair()
    fcntl.fcntl(one, 8, os.getppid())  # F_SETOWN
    fcntl.fcntl(one, fcntl.F_SETFL, os.O_ASYNC | os.O_NONBLOCK)
    other.send(b"x")
    return other.send(b"y")
