"""The command as a process: what it imports, what it may not import, pipes, encodings, terminals."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from drillkit.catalogue import default_pack

ROOT = Path(__file__).resolve().parent.parent
HEAVY = {"numpy", "pytest", "_pytest", "click", "rich.markdown", "rich.syntax", "pygments", "importlib.metadata", "platformdirs"}
COMMAND = [sys.executable, "-m", "drillkit"]


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    """A clean environment with an empty home."""
    kept = {key: os.environ[key] for key in ("PATH", "SYSTEMROOT") if key in os.environ}
    ours = {"PYTHONPATH": str(ROOT), "DRILL_HOME": str(tmp_path / "home"), "HOME": str(tmp_path)}
    return {**kept, **ours, "LC_ALL": "C.UTF-8", "TERM": "xterm"}


def drill(*argv: str, env: Mapping[str, str], cwd: Path) -> subprocess.CompletedProcess[bytes]:
    """Run `python -m drillkit`."""
    return subprocess.run([*COMMAND, *argv], env=env, cwd=cwd, capture_output=True, timeout=60, check=False)


def modules_after(code: str, env: Mapping[str, str], cwd: Path) -> set[str]:
    """Names of all modules that a fresh interpreter has loaded after `code`."""
    quiet = f"with contextlib.redirect_stdout(io.StringIO()):\n    {code}"
    script = f"import contextlib, io, json, sys\n{quiet}\nprint(json.dumps(list(sys.modules)))"
    ran = subprocess.run([sys.executable, "-c", script], env=env, cwd=cwd, capture_output=True, timeout=60, check=True)
    return set(json.loads(ran.stdout))


@pytest.mark.parametrize(
    "argv", [["--help"], ["list"], ["status"], ["list", "--json"], ["--version"], ["cards"], ["quiz", "--json"]], ids=" ".join
)
def test_light_commands_stay_light(argv: list[str], env: dict[str, str], tmp_path: Path) -> None:
    """Neither NumPy nor pytest, nor what only the prompt, the answer or the judge need."""
    loaded = modules_after(f"from drillkit.cli.boundary import main; main({argv!r})", env, tmp_path)
    assert loaded & HEAVY == set()
    assert "drillkit.judge.client" not in loaded


def test_a_check_leaves_the_heavy_imports_to_its_judge(env: dict[str, str], tmp_path: Path) -> None:
    """Not even a scorecard needs NumPy in this process."""
    source = default_pack() / "neural-nets" / "softmax" / "reference.py"
    argv = ["check", "softmax", "--file", str(source)]
    loaded = modules_after(f"from drillkit.cli.boundary import main; main({argv!r})", env, tmp_path)
    assert not loaded & {"numpy", "pytest", "rich.markdown", "pygments"}


def test_files_in_the_learners_folder_are_never_imported(env: dict[str, str], tmp_path: Path) -> None:
    """A learner may call a file typing.py or numpy.py."""
    here = tmp_path / "here"
    here.mkdir()
    for name in ("typing", "typer", "numpy", "pathlib", "dataclasses", "solution", "json", "sqlite3"):
        (here / f"{name}.py").write_text("raise SystemExit('planted')\n")
    for argv in (["list"], ["start", "softmax"], ["check"]):
        ran = drill(*argv, env=env, cwd=here)
        assert b"planted" not in ran.stdout + ran.stderr
        assert ran.returncode == (1 if argv == ["check"] else 0), ran.stderr.decode()


def test_a_pipe_gets_plain_text_80_wide(env: dict[str, str], tmp_path: Path) -> None:
    """No control codes, no line over 80, no blanks at the end of lines."""
    for argv in (["list"], ["show", "top-k"], ["start", "top-k"]):
        text = drill(*argv, env=env, cwd=tmp_path).stdout.decode()
        assert "\x1b" not in text
        assert max(map(len, text.splitlines())) <= 80
        assert not re.search(r" $", text, re.MULTILINE)


def test_a_closed_pipe_is_quiet(env: dict[str, str], tmp_path: Path) -> None:
    """`drill list | true` says nothing about it."""
    process = subprocess.Popen([*COMMAND, "list"], env=env, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(30) == 141


def test_an_ascii_terminal_gets_likenesses(env: dict[str, str], tmp_path: Path) -> None:
    """Signs that the encoding lacks become plain characters of the same width."""
    (tmp_path / "softmax.py").write_text("def softmax(z):\n    return '✓ ☃'\n")
    ran = drill("check", "--file", "softmax.py", env={**env, "PYTHONIOENCODING": "ascii"}, cwd=tmp_path)
    text = ran.stdout.decode("ascii")
    assert text.startswith("x FAILED . softmax")
    assert "'+ ?'" in text


def test_completion_knows_slugs(env: dict[str, str], tmp_path: Path) -> None:
    """From the index, by beginning or by any part."""
    words = {"_DRILL_COMPLETE": "complete_bash", "COMP_WORDS": "drill start softm", "COMP_CWORD": "2"}
    ran = drill(env={**env, **words}, cwd=tmp_path)
    assert ran.stdout.split() == [b"softmax"]
    for typed_so_far, found in (("drill card stable-soft", b"stable-softmax"), ("drill quiz linear", b"linear-algebra")):
        words = {"_DRILL_COMPLETE": "complete_bash", "COMP_WORDS": typed_so_far, "COMP_CWORD": "2"}
        assert drill(env={**env, **words}, cwd=tmp_path).stdout.split() == [found]
    loaded = modules_after("from drillkit.cli.options import slugs; slugs('soft')", env, tmp_path)
    assert not loaded & {"numpy", "pytest", "rich.console", "rich.markdown"}


@pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal is needed")
def test_a_terminal_gets_colour_and_a_question(env: dict[str, str], tmp_path: Path) -> None:
    """Reveal asks on a terminal, and no is no; NO_COLOR takes the colours away."""
    assert drill("start", "softmax", env=env, cwd=tmp_path).returncode == 0
    code, text = typed(["reveal"], b"n\n", env=env, cwd=tmp_path)
    assert code == 0
    assert "[y/N]" in text
    assert "reference" not in text
    assert "\x1b[2m" in typed(["list"], b"", env=env, cwd=tmp_path)[1]
    assert "\x1b[36m" not in typed(["list"], b"", env={**env, "NO_COLOR": "1"}, cwd=tmp_path)[1]


@pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal is needed")
def test_a_scorecard_fits_a_small_terminal(env: dict[str, str], tmp_path: Path) -> None:
    """On 24 lines fewer failing cases are shown in full."""
    (tmp_path / "softmax.py").write_text("import numpy as np\n\n\ndef softmax(z):\n    return np.exp(z) / np.exp(z).sum()\n")
    code, text = typed(["check", "--file", "softmax.py"], b"", env=env, cwd=tmp_path)
    assert code == 1
    card = text[text.index("FAILED") :]
    assert card.count("\n") < 24


def typed(argv: list[str], keys: bytes, *, env: Mapping[str, str], cwd: Path) -> tuple[int, str]:
    """Run a command on a pseudo-terminal of 80 by 24 with `keys` typed ahead; its status and all it wrote."""
    import fcntl
    import pty
    import struct
    import termios

    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    process = subprocess.Popen([*COMMAND, *argv], env={**env, "PAGER": "cat"}, cwd=cwd, stdin=follower, stdout=follower, stderr=follower)
    os.close(follower)
    os.write(leader, keys)
    seen, end = b"", time.monotonic() + 60
    while time.monotonic() < end:
        try:
            piece = os.read(leader, 65536)
        except OSError:  # the other end is closed
            break
        if not piece:
            break
        seen += piece
    os.close(leader)
    return process.wait(10), seen.decode()
