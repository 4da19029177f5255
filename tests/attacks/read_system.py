"""Reads what any program may read: passwords' file, host name, environment of others."""
# expect: failed
# outcomes: failed
import os


def attack(*args, **kwargs):
    found = []
    for path in ("/etc/passwd", "/etc/hostname", "/proc/version", f"/proc/{os.getppid()}/environ", "/proc/self/environ", "/dev/urandom"):
        try:
            found.append(open(path, "rb").read(10))
        except OSError as error:
            found.append(str(error))
    return found
