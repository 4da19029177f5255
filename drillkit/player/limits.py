"""Resource limits of one player process."""

from __future__ import annotations

import resource


def limit(memory_bytes: int, seconds: float) -> None:
    """Set the resource limits of this process; address space counts from what is in use now."""
    in_use = _address_space()
    wanted = [
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, 64),
        (resource.RLIMIT_CPU, int(seconds) + 2),
    ]
    if in_use:
        wanted.append((resource.RLIMIT_AS, in_use + memory_bytes))
    for kind, value in wanted:
        hard = resource.getrlimit(kind)[1]
        value = value if hard == resource.RLIM_INFINITY else min(value, hard)
        try:
            resource.setrlimit(kind, (value, value))
        except (ValueError, OSError):
            continue


def _address_space() -> int:
    try:
        with open("/proc/self/statm", "rb") as file:
            return int(file.read().split()[0]) * resource.getpagesize()
    except OSError:
        return 0
