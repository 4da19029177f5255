"""The README's transcript, replayed: `python tests/readme_transcript.py` writes it anew."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

README = Path(__file__).resolve().parent.parent / "README.md"
_BLOCK = re.compile(r"^```(console|python)\n(.*?)^```", re.MULTILINE | re.DOTALL)
_CLOCKS = [
    (re.compile(r"judged in [\d.]+ s"), "judged in … s"),
    (re.compile(r"until \d\d:\d\d"), "until …"),
    (re.compile(r"PASSED in \d+:\d\d"), "PASSED in …"),
    (re.compile(r"time {6}.* of 15:00.*? ·"), "time      … of 15:00 ·"),
    (re.compile(r"time {6}.* of 15:00"), "time      … of 15:00"),
    (re.compile(r"[\d.]+ times the reference.*(\n {12}.*)?"), "… times the reference"),
    (re.compile(r"sandbox   .*(\n {12}.*)?"), "sandbox   …"),
    (re.compile(r"[\d.]+ kB at the peak"), "… kB at the peak"),
]


def replayed(text: str) -> str:
    """`text` with the output under each `$ command` as it is now; python blocks are the learner's file, saved where they stand."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        return _BLOCK.sub(lambda block: _block(block, home), text)


def without_clocks(text: str) -> str:
    """`text` without what differs from run to run."""
    for pattern, stands in _CLOCKS:
        text = pattern.sub(stands, text)
    return text


def _block(block: re.Match[str], home: Path) -> str:
    kind, body = block.groups()
    if kind == "python":
        (home / "solutions").mkdir(exist_ok=True)
        (home / "solutions" / "top_k.py").write_text(body, encoding="utf-8")
        return block.group()
    commands = [line for line in body.splitlines() if line.startswith("$ ")]
    return "```console\n" + "\n".join(_run(command, home) for command in commands) + "```"


def _run(command: str, home: Path) -> str:
    environment = {**os.environ, "DRILL_HOME": str(home / "state"), "COLUMNS": "80", "PYTHONIOENCODING": "utf-8", "NO_COLOR": "1"}
    environment["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{environment['PATH']}"
    environment.pop("DRILL_WORKSPACE", None)
    done = subprocess.run(command[2:], shell=True, capture_output=True, cwd=home, env=environment, check=False)
    return f"{command}\n{done.stdout.decode('utf-8')}{done.stderr.decode('utf-8')}"


if __name__ == "__main__":
    README.write_text(replayed(README.read_text("utf-8")), encoding="utf-8")
