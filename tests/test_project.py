"""The project as others meet it: the README is true and the wheel works alone."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import readme_transcript

ROOT = Path(__file__).resolve().parent.parent
RIGHT = (ROOT / "drills/neural-nets/softmax/reference.py").read_text("utf-8")


def test_the_readme_tells_the_truth():
    """Each command of the README's transcript prints what the README shows, clocks apart."""
    text = readme_transcript.README.read_text("utf-8")
    assert readme_transcript.without_clocks(readme_transcript.replayed(text)) == readme_transcript.without_clocks(text)


def test_the_readme_has_two_set_up_commands():
    """Exactly two commands set a machine up."""
    commands = re.findall(r"^```sh\n(.*?)^```", readme_transcript.README.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    assert [len(command.strip().splitlines()) for command in commands] == [1, 1]


def test_the_readme_names_every_command():
    """The table of commands is that of the program."""
    from drillkit.cli.app import _COMMANDS

    shown = re.findall(r"^\| `drill ([a-z]+)", readme_transcript.README.read_text("utf-8"), re.MULTILINE)
    assert sorted(set(shown)) == sorted(name for name, *_ in _COMMANDS)


@pytest.fixture(scope="module")
def installed(tmp_path_factory) -> Path:
    """The folder of scripts of a virtual environment that holds the wheel (and, for want of a network, our own dependencies)."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder / "dist"), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    subprocess.run([sys.executable, "-m", "venv", "--system-site-packages", str(folder / "venv")], check=True, capture_output=True)
    python = folder / "venv/bin/python"
    site = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], capture_output=True, text=True, check=True
    )
    wheel = next((folder / "dist").glob("*.whl"))
    with zipfile.ZipFile(wheel) as packed:
        assert not [name for name in packed.namelist() if name.startswith(("drills/", "tests/", "solutions/"))]
    subprocess.run([python, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", str(wheel)], check=True, capture_output=True)
    ours = next(path for path in map(Path, sys.path) if (path / "rich").is_dir())
    (Path(site.stdout.strip()) / "dependencies.pth").write_text(f"{ours}\n", encoding="utf-8")
    return folder / "venv/bin"


def test_the_wheel_works_alone(installed, tmp_path):
    """Installed from the wheel and run from an empty folder, a learner lists, starts, checks and reveals."""
    environment = {"PATH": os.environ["PATH"], "DRILL_HOME": str(tmp_path / "state"), "HOME": str(tmp_path)}
    work = tmp_path / "work"
    work.mkdir()

    def drill(*words: str) -> tuple[int, str]:
        done = subprocess.run([installed / "drill", *words], cwd=work, env=environment, capture_output=True, text=True, check=False)
        return done.returncode, done.stdout + done.stderr

    where = subprocess.run(
        [installed / "python", "-c", "import drillkit; print(drillkit.__file__)"], cwd=work, capture_output=True, text=True, check=True
    )
    assert str(installed.parent) in where.stdout
    assert "softmax" in drill("list")[1]
    assert drill("start", "softmax")[0] == 0
    assert drill("check")[0] == 1
    (work / "solutions/softmax.py").write_text(RIGHT + "\n# mine\n", encoding="utf-8")
    assert drill("check")[0] == 0
    status, text = drill("reveal", "softmax")
    assert (status, "Walk-through" in text or "walk-through" in text.lower()) == (0, True)
