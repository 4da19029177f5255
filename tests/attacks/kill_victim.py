"""Sends signals to a process that the test made, in every way there is."""
# expect: failed
# outcomes: failed
import ctypes
import os
import platform
import signal


def attack(*args, **kwargs):
    victim, found = ARENA["victim"], []
    libc = ctypes.CDLL(None, use_errno=True)
    numbers = {"x86_64": (62, 200, 234), "aarch64": (129, 130, 131)}.get(platform.machine(), (-1, -1, -1))
    ways = [
        lambda: os.kill(victim, signal.SIGTERM),
        lambda: signal.pidfd_send_signal(os.pidfd_open(victim), signal.SIGTERM),
        lambda: libc.syscall(numbers[0], victim, 15),
        lambda: libc.syscall(numbers[1], victim, 15),
        lambda: libc.syscall(numbers[2], victim, victim, 15),
        lambda: libc.sigqueue(victim, 15, 0),
        lambda: os.setpriority(os.PRIO_PROCESS, victim, 19),
        lambda: os.sched_setaffinity(victim, {0}),
    ]
    for way in ways:
        try:
            found.append(str(way()))
        except OSError as error:
            found.append(str(error))
    return found
