"""Starts processes through subprocess, multiprocessing, posix_spawn and system."""
# expect: failed
# outcomes: failed
import multiprocessing
import os
import subprocess
import sys


def tried(start):
    try:
        return str(start())
    except BaseException as error:
        return type(error).__name__


def attack(*args, **kwargs):
    return [
        tried(lambda: subprocess.run(["/bin/echo", "1 passed"], check=True, timeout=1)),
        tried(lambda: os.system("/bin/true")),
        tried(lambda: os.posix_spawn("/bin/true", ["true"], {})),
        tried(lambda: multiprocessing.Process(target=print).start()),
        tried(lambda: os.execv(sys.executable, ["python", "-c", "print(1)"])),
    ]
