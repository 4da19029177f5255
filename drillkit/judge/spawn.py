"""Starting a judge with nothing imported: it is what every check waits for, so it comes before all else.

A judge runs as `python -I -S` with a clean environment and the folders of our package, NumPy and pytest as its arguments: no start-up
file of an installation runs in it or in what it forks.
"""

import os
import sys

CODE = "import sys; P = list(sys.path); sys.path += sys.argv[2:]; from drillkit.judge.boot import main; main(P)"
THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS")
CLEAN = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", **dict.fromkeys(THREADS, "1")}
_KEPT = ("HOME", "TMPDIR", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "DRILL_SANDBOX_WITHOUT", "DRILL_DEBUG_PLAYER")


def spawn() -> tuple[int, int, int]:
    """Process id of a new judge, and the descriptors on which to write jobs and read answers."""
    jobs, ask = os.pipe()
    hear, answers = os.pipe()
    command = [sys.executable, "-I", "-S", "-c", CODE, str(os.getpid()), _root(), *_packages()]
    ends = [(os.POSIX_SPAWN_DUP2, jobs, 0), (os.POSIX_SPAWN_DUP2, answers, 1)]
    try:
        pid = os.posix_spawn(sys.executable, command, _environment(), file_actions=ends)
    finally:
        os.close(jobs)
        os.close(answers)
    return pid, ask, hear


def _environment() -> dict[str, str]:
    """All that a judge and its players see of ours; one BLAS thread, since threads that wait cost as much as those that work."""
    return {**{name: os.environ[name] for name in _KEPT if name in os.environ}, **CLEAN}


def _root() -> str:
    return os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def _packages() -> list[str]:
    """The folders of installed packages, NumPy and pytest among them."""
    return [entry for entry in sys.path if os.path.isabs(entry) and os.path.basename(entry) in ("site-packages", "dist-packages")]
