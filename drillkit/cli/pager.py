"""Long output through the learner's pager."""

from __future__ import annotations

import contextlib
import shlex
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import PurePath


def page(text: str, env: Mapping[str, str]) -> bool:
    """Show `text` in `$PAGER`, else in `less`; False when neither can be started."""
    command = _command(env)
    if not command or shutil.which(command[0]) is None:
        return False
    settings = {**env, "LESS": env.get("LESS", "FRX"), "LESSCHARSET": env.get("LESSCHARSET", "utf-8")}
    try:
        process = subprocess.Popen(command, stdin=subprocess.PIPE, env=settings, text=True, encoding="utf-8")  # noqa: S603  the learner's own choice
    except OSError:
        return False
    assert process.stdin is not None
    with contextlib.suppress(BrokenPipeError):
        process.stdin.write(text)
    with contextlib.suppress(BrokenPipeError):
        process.stdin.close()
    while True:
        with contextlib.suppress(KeyboardInterrupt):
            process.wait()
            return True


def _command(env: Mapping[str, str]) -> list[str]:
    try:
        command = shlex.split(env.get("PAGER", "") or "less")
    except ValueError:
        return []
    colours = ["-R"] if command and PurePath(command[0]).name == "less" else []
    return [*command, *colours]
