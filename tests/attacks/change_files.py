"""Deletes, renames, links, truncates, re-dates and re-labels a file that the test made."""
# expect: failed
# outcomes: failed
import os

CANARY = ARENA["canary"]
WAYS = [
    lambda: os.truncate(CANARY, 0),
    lambda: open(CANARY, "w"),
    lambda: open(CANARY, "ab"),
    lambda: os.chmod(CANARY, 0o777),
    lambda: os.chown(CANARY, os.getuid(), 0),
    lambda: os.utime(CANARY, (0, 0)),
    lambda: os.setxattr(CANARY, "user.x", b"y"),
    lambda: os.link(CANARY, CANARY + "2"),
    lambda: os.symlink(CANARY, CANARY + "3"),
    lambda: os.mkfifo(CANARY + "4"),
    lambda: os.mkdir(CANARY + "5"),
    lambda: os.mknod(CANARY + "6"),
    lambda: os.rename(CANARY, CANARY + "7"),
    lambda: os.unlink(CANARY),
    lambda: os.rmdir(os.path.dirname(CANARY)),
    lambda: os.open(os.path.dirname(CANARY), os.O_TMPFILE | os.O_WRONLY),
]


def attack(*args, **kwargs):
    found = []
    for way in WAYS:
        try:
            found.append(str(way()))
        except OSError as error:
            found.append(str(error))
    return found
