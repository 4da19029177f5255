"""The walls around a player: what holds at full, and that nothing breaks where one is missing."""

from __future__ import annotations

import ast
import ctypes
import json
import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from small_drill import RIGHT, make_drill

from drillkit.judge.client import Judge
from drillkit.player import seccomp
from drillkit.player.names import WALLS
from drillkit.verdict import VerdictKind

ROOT = str(Path(__file__).resolve().parent.parent)
PROBE = """
def describe(items):
    import errno, os
    found = {}
    for name, action in ACTIONS.items():
        try:
            action()
            found[name] = "done"
        except BaseException as error:
            found[name] = type(error).__name__
    print(found)
    return found

def double(x):
    return x * 2.0

import os, socket, sys
ACTIONS = {
    "read": lambda: open(TESTS).read(),
    "list": lambda: os.listdir(os.path.dirname(TESTS)),
    "proc": lambda: open("/proc/self/environ").read(),
    "write": lambda: open(os.path.join(HOME, "written"), "w"),
    "mkdir": lambda: os.mkdir(os.path.join(HOME, "made")),
    "chmod": lambda: os.chmod(TESTS, 0o644),
    "utime": lambda: os.utime(TESTS),
    "fork": lambda: os._exit(0) if os.fork() == 0 else None,
    "exec": lambda: os.execv("/bin/true", ["true"]),
    "socket": socket.socket,
    "signal": lambda: os.kill(os.getppid(), 0),
    "setsid": os.setsid,
    "memfd": lambda: os.memfd_create("x"),
}
"""
TESTS = '''
from solution import describe, double

from drillkit.testing import correctness, edge, equal


@correctness
def test_probe():
    """Probe"""
    equal(describe([]), {})


@edge
def test_other():
    """Other"""
    equal(double(2.0), 4.0)
'''


def probed(tmp_path, **environment: str) -> tuple[dict[str, str], str, str]:
    """What the actions of PROBE came to, the level, and why; in a judge of its own with that environment."""
    drill = make_drill(tmp_path, tests=TESTS, required=("test_probe", "test_other"))
    source = f"HOME = {str(tmp_path)!r}\nTESTS = {str(drill.folder / 'test_hidden.py')!r}\n" + PROBE
    before = dict(os.environ)
    os.environ.update(environment)
    try:
        with Judge() as judge:
            verdict = judge.check(drill, source.encode(), filename="s.py")
    finally:
        os.environ.clear()
        os.environ.update(before)
    assert verdict.kind is VerdictKind.FAILED, verdict.reason
    found = next(case for case in verdict.cases if case.id == "test_probe").printed
    return ast.literal_eval(found), verdict.sandbox, verdict.sandbox_reason


linux = pytest.mark.skipif(sys.platform != "linux", reason="Landlock and seccomp are Linux's")


def has_walls() -> bool:
    """Whether this kernel has all walls."""
    libc = ctypes.CDLL(None)
    return libc.syscall(444, None, 0, 1) >= 1


KNOWN = """
def describe(items):
    import os, sys
    library = os.path.dirname(os.__file__)
    odd = [name for name, module in sys.modules.items() if not is_known(name, getattr(module, "__file__", None) or library, library)]
    packages = [entry for entry in sys.path if "site-packages" in entry]
    print({"modules": sorted(odd), "environment": sorted(os.environ), "path": packages, "here": os.getcwd()})
    return {}

def is_known(name, file, library):
    return file.startswith(library) and "site-packages" not in file or name.partition(".")[0].strip("_").startswith(("numpy", "cython"))

def double(x):
    return x * 2.0
"""


def test_the_player_knows_nothing_of_its_judge(tmp_path, monkeypatch):
    """Nothing but the standard library and NumPy is loaded, and neither our environment nor our folders are known."""
    monkeypatch.setenv("SECRET", "of the learner's shell")
    drill = make_drill(tmp_path, tests=TESTS, required=("test_probe", "test_other"))
    with Judge() as judge:
        verdict = judge.check(drill, KNOWN.encode(), filename="s.py")
    found = ast.literal_eval(next(case for case in verdict.cases if case.id == "test_probe").printed)
    threads = {"OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS"}
    assert set(found.pop("environment")) == {"PATH", "LC_ALL", *threads}
    assert found == {"modules": ["solution"], "path": [], "here": "/"}


@linux
@pytest.mark.skipif(sys.platform == "linux" and not has_walls(), reason="this kernel has no Landlock")
def test_full_refuses_everything(tmp_path):
    """At level full nothing is read, written, started or signalled."""
    found, level, reason = probed(tmp_path)
    assert (level, reason) == ("full", "")
    assert set(found.values()) == {"PermissionError"}, found
    assert not (tmp_path / "written").exists()
    assert not (tmp_path / "made").exists()


@linux
@pytest.mark.parametrize("wall", WALLS)
def test_a_missing_wall_is_named_and_nothing_crashes(tmp_path, wall):
    """Without one of the walls checks go on, at level process, and the verdict says which and why."""
    drill = make_drill(tmp_path)
    before = os.environ.get("DRILL_SANDBOX_WITHOUT")
    os.environ["DRILL_SANDBOX_WITHOUT"] = wall
    try:
        with Judge() as judge:
            verdict = judge.check(drill, RIGHT.encode(), filename="s.py")
    finally:
        os.environ.pop("DRILL_SANDBOX_WITHOUT")
        if before is not None:
            os.environ["DRILL_SANDBOX_WITHOUT"] = before
    assert verdict.kind is VerdictKind.PASSED
    assert verdict.sandbox == "process"
    assert f"{wall}: switched off" in verdict.sandbox_reason


@linux
def test_without_any_wall_a_right_solution_passes(tmp_path):
    """Two processes and limits are enough for a check."""
    drill = make_drill(tmp_path)
    os.environ["DRILL_SANDBOX_WITHOUT"] = ",".join(WALLS)
    try:
        with Judge() as judge:
            assert judge.check(drill, RIGHT.encode(), filename="s.py").kind is VerdictKind.PASSED
            assert judge.check(drill, b"import os\nos._exit(0)\n", filename="s.py").kind is VerdictKind.NOT_LOADED
    finally:
        os.environ.pop("DRILL_SANDBOX_WITHOUT")


FILTERED = """
import ctypes, errno, json, os, socket, sys
sys.path.insert(0, sys.argv[1])
from drillkit.player import seccomp
instructions = seccomp.program(library=None if sys.argv[2] == "table" else "libseccomp.so.2")
libc = ctypes.CDLL(None, use_errno=True)
libc.prctl(38, 1, 0, 0, 0)
assert seccomp.enter(libc, instructions, os.getpid()) == 0
def tried(action):
    try:
        action()
    except OSError as error:
        return errno.errorcode[error.errno]
    return "done"
print(json.dumps({
    "fork": tried(os.fork), "socket": tried(socket.socket), "chmod": tried(lambda: os.chmod("/", 0o755)),
    "signal": tried(lambda: os.kill(os.getppid(), 0)), "own signal": tried(lambda: os.kill(os.getpid(), 0)),
    "exec": tried(lambda: os.execv("/bin/true", ["true"])), "pipe": tried(os.pipe),
    "rename": tried(lambda: os.rename("/x-none", "/y-none")),
}))
"""


@linux
@pytest.mark.parametrize("how", ["library", "table"])
def test_the_filter_is_the_same_by_library_and_by_table(how):
    """With libseccomp and without it the same calls are refused."""
    if how == "library":
        try:
            ctypes.CDLL("libseccomp.so.2")
        except OSError:
            pytest.skip("libseccomp is not installed here")
    done = subprocess.run([sys.executable, "-c", FILTERED, ROOT, how], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == {
        "fork": "EPERM",
        "socket": "EPERM",
        "chmod": "EPERM",
        "signal": "EPERM",
        "own signal": "done",
        "exec": "EPERM",
        "pipe": "done",
        "rename": "EPERM",
    }


def test_an_unknown_machine_without_the_library_is_said(monkeypatch):
    """Where no filter can be built, that is an answer, not a crash."""
    monkeypatch.setattr(seccomp.platform, "machine", lambda: "vax")
    with pytest.raises(seccomp.Unsupported, match="vax has no table"):
        seccomp.program(library=None)


def test_the_players_die_with_a_killed_judge(tmp_path):
    """A judge that is killed leaves no player behind."""
    drill = make_drill(tmp_path, seconds=30.0)
    script = textwrap.dedent(
        f"""
        import sys
        sys.path[:0] = [{ROOT + "/tests"!r}, {ROOT!r}]
        from pathlib import Path
        from small_drill import make_drill, RIGHT
        from drillkit.judge.client import Judge
        drill = make_drill(Path({str(tmp_path)!r}), seconds=30.0)
        judge = Judge()
        print(judge.pid, flush=True)
        judge.check(drill, RIGHT.replace("import numpy as np", "import numpy as np\\nwhile True: pass", 1).encode(), filename="s.py")
        """
    )
    assert drill.folder.exists()
    process = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    judge_pid = int(process.stdout.readline())
    descendants = wait_for_descendants(judge_pid, 2)
    os.kill(judge_pid, 9)
    process.kill()
    process.wait()
    process.stdout.close()
    assert gone(descendants), "players outlived their judge"


def wait_for_descendants(pid: int, count: int) -> set[int]:
    """Process ids below `pid`, once there are as many as `count`."""
    for _ in range(2_000):
        found = below(pid)
        if len(found) >= count:
            return found
        subprocess.run(["true"], check=True)  # a moment that depends on the machine, as the processes do
    raise AssertionError(f"only {below(pid)} below {pid}")


def below(pid: int) -> set[int]:
    """All descendants of a process."""
    found: set[int] = set()
    try:
        children = {int(n) for n in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()}
    except (FileNotFoundError, ProcessLookupError):
        return found
    for child in children:
        found |= {child} | below(child)
    return found


def gone(pids: set[int]) -> bool:
    """Whether all of these processes end."""
    for _ in range(2_000):
        if not any(alive(pid) for pid in pids):
            return True
        subprocess.run(["true"], check=True)
    return False


def alive(pid: int) -> bool:
    """Whether a process runs (a zombie does not)."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except (FileNotFoundError, ProcessLookupError):
        return False
