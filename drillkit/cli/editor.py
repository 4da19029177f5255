"""The learner's editor."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from pathlib import Path

from drillkit.errors import DrillError


def command() -> list[str]:
    """`$VISUAL` or `$EDITOR` as a command that can be started; DrillError when there is none."""
    setting = os.environ.get("VISUAL", "").strip() or os.environ.get("EDITOR", "").strip()
    if not setting:
        raise DrillError("neither VISUAL nor EDITOR is set", hint="export EDITOR=nano, say, or leave --edit out and open the file yourself")
    try:
        parts = shlex.split(setting)
    except ValueError as error:
        raise DrillError(f"the editor {setting!r} cannot be understood: {error}", hint="mend the quotes in VISUAL or EDITOR") from error
    if shutil.which(parts[0]) is None:
        raise DrillError(f"the editor {parts[0]} is not found", hint="set VISUAL or EDITOR to one that is installed")
    return parts


def edit(editor: list[str], path: Path) -> None:
    """Open `path` and wait until the editor is closed."""
    try:
        subprocess.run([*editor, str(path)], check=False)  # noqa: S603  the learner's own choice
    except OSError as error:
        raise DrillError(f"the editor {editor[0]} cannot be started: {error.strerror}", hint=f"open {path} yourself") from error
